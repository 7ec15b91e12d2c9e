"""The capture queue: what is put in gets clipped, fails visibly, can be cancelled, and survives a restart."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from dataclasses import replace

import pytest

from clipper.article.article import Article
from clipper.article.clip import Filing, Waiting
from clipper.jobs import Progress, Ticket
from clipper.operations import clip_queue, find
from clipper.operations.clip_page import Result
from clipper.operations.clip_queue import QueueEvent, QueueRunner
from clipper.operations.desk import Desk
from tests.servers import Site
from tests.stories.texts import ENGLISH

WAIT_S = 60
"""Only reached when something is broken."""


class Runner:
    """A running queue whose events can be waited for."""

    def __init__(self, desk: Desk) -> None:
        self.events: queue.Queue[QueueEvent] = queue.Queue()
        self.running = QueueRunner(desk, self.events.put)
        self.running.start()

    def ends(self, count: int) -> list[QueueEvent]:
        """The next events that end a line."""
        found: list[QueueEvent] = []
        while len(found) < count:
            event = self.events.get(timeout=WAIT_S)
            if not isinstance(event.news, Progress):
                found.append(event)
        return found

    def until_fetching(self, source: str) -> QueueEvent:
        """Wait until this one is being fetched."""
        while True:
            event = self.events.get(timeout=WAIT_S)
            if event.source == source and isinstance(event.news, Progress) and event.news.what == "fetching":
                return event


@pytest.fixture
def runner(desk: Desk) -> Iterator[Runner]:
    """A runner on the desk."""
    made = Runner(desk)
    yield made
    made.running.close()


def stories(site: Site, count: int) -> list[str]:
    """Addresses of so many different stories."""
    return [ENGLISH.publish(site, f"/story/{number}") for number in range(count)]


def test_everything_in_the_queue_becomes_a_clip(desk: Desk, site: Site, runner: Runner) -> None:
    sources = stories(site, 20)
    changes = clip_queue.enqueue(desk, sources, Filing(("Batch",)))
    assert changes.queue
    runner.running.wake()
    ended = runner.ends(20)
    assert {event.source for event in ended} == set(sources)
    assert [event.news.status for event in ended if isinstance(event.news, Result)] == ["kept"] * 20
    assert clip_queue.waiting(desk) == []
    assert len(find.listing(desk)) == 20


def test_one_that_waits_already_is_not_put_in_twice(desk: Desk, site: Site) -> None:
    sources = stories(site, 2)
    clip_queue.enqueue(desk, sources, Filing())
    clip_queue.enqueue(desk, [*sources, sources[0]], Filing())
    assert [line.source for line in clip_queue.waiting(desk)] == sources


def test_a_failure_keeps_the_address_and_can_be_tried_again(desk: Desk, site: Site, runner: Runner) -> None:
    clip_queue.enqueue(desk, [site.url("/later")], Filing(("Kept in mind",)))
    runner.running.wake()
    (failed,) = runner.ends(1)
    assert isinstance(failed.news, Result)
    assert failed.news.error is not None
    (line,) = clip_queue.waiting(desk)
    assert (line.source, line.problem, line.running) == (site.url("/later"), "http_refused", False)
    assert dict(line.values)["status"] == "404"

    ENGLISH.publish(site, "/later")
    clip_queue.retry(desk, [line.id])
    runner.running.wake()
    (kept,) = runner.ends(1)
    assert isinstance(kept.news, Result)
    assert kept.news.status == "kept"
    assert clip_queue.waiting(desk) == []
    assert kept.news.clip is not None
    assert find.open_clip(desk, kept.news.clip).row.collections == ("Kept in mind",)


def test_cancelling_one_that_runs_leaves_no_row(desk: Desk, site: Site, runner: Runner) -> None:
    site.hang("/endless")
    clip_queue.enqueue(desk, [site.url("/endless")], Filing())
    runner.running.wake()
    event = runner.until_fetching(site.url("/endless"))
    site.wait_for("/endless")
    runner.running.cancel([event.id])
    (ended,) = runner.ends(1)
    assert ended.news is None
    assert clip_queue.waiting(desk) == []
    assert find.listing(desk) == []


def test_what_is_left_at_the_end_is_taken_up_in_the_next_session(desk: Desk, site: Site) -> None:
    site.hang("/slow")
    first = Runner(desk)
    clip_queue.enqueue(desk, [site.url("/slow")], Filing())
    first.running.wake()
    site.wait_for("/slow")
    first.running.close()
    (line,) = clip_queue.waiting(desk)
    assert (line.running, line.problem) == (False, None)

    ENGLISH.publish(site, "/slow")
    second = Runner(desk)
    (ended,) = second.ends(1)
    second.running.close()
    assert isinstance(ended.news, Result)
    assert ended.news.status == "kept"


def test_two_runners_never_clip_the_same_one_twice(desk: Desk, site: Site) -> None:
    sources = stories(site, 12)
    clip_queue.enqueue(desk, sources, Filing())
    runners = [Runner(desk), Runner(desk)]
    while clip_queue.waiting(desk):
        for each in runners:
            each.running.wake()
    for each in runners:
        each.running.close()
    asked = [path for path in site.asked() if path.startswith("/story")]
    assert sorted(asked) == sorted(path.removeprefix(site.url("")) for path in sources)


class _Mistaken:
    """A cleaner with a mistake of ours in it."""

    def clean(self, *_work: object) -> Article:
        """Never works."""
        raise ZeroDivisionError

    def close(self) -> None:
        """Nothing to close."""


def test_a_mistake_of_ours_is_seen_and_the_queue_goes_on(
    desk: Desk, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    runner = Runner(replace(desk, cleaner=_Mistaken()))
    clip_queue.enqueue(desk, stories(site, 2), Filing())
    runner.running.wake()
    assert [isinstance(event.news, Result) and event.news.status for event in runner.ends(2)] == [
        "failed"
    ] * 2
    runner.running.close()
    assert [line.problem for line in clip_queue.waiting(desk)] == ["clipper_error"] * 2
    assert "ZeroDivisionError" in caplog.text


class _CancelledInBetween(QueueRunner):
    """The user cancels a line that has been leased, before anything of it runs."""

    def _ticket(self, line: Waiting) -> Ticket:
        self.cancel([line.id])
        return super()._ticket(line)


def test_cancelling_one_that_is_just_about_to_run_leaves_no_clip(desk: Desk, site: Site) -> None:
    clip_queue.enqueue(desk, stories(site, 1), Filing())
    events: queue.Queue[QueueEvent] = queue.Queue()
    running = _CancelledInBetween(desk, events.put)
    running.start()
    news = events.get(timeout=WAIT_S).news
    while isinstance(news, Progress):
        news = events.get(timeout=WAIT_S).news
    running.close()
    assert news is None
    assert find.listing(desk) == []
    assert clip_queue.waiting(desk) == []
