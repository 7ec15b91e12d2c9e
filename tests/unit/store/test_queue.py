"""The capture queue."""

from __future__ import annotations

from clipper.article.clip import Filing, QueueId, Waiting
from clipper.errors import TimedOut
from clipper.store import Library, acts, queue
from tests.unit.store.making import SetClock


def add(library: Library, *sources: str, filing: Filing = Filing()) -> list[QueueId]:  # noqa: B008 - frozen
    with library.writing("queue") as writing:
        return queue.add(writing, sources, filing)


def lease(library: Library, owner: str = "me", seconds: float = 60) -> Waiting | None:
    with library.writing("queue") as writing:
        return queue.lease(writing, owner, seconds)


def waiting(library: Library) -> list[Waiting]:
    with library.reading() as reading:
        return queue.waiting(reading)


def test_lines_come_in_order_and_no_source_twice(library: Library) -> None:
    first = add(library, "https://news.example/1", "/tmp/page.html", "https://news.example/1")
    again = add(
        library, "http://news.example/1?utm_source=x", "https://news.example/2", filing=Filing(("A",), ("t",))
    )
    assert first[0] == first[2] == again[0]
    assert [line.source for line in waiting(library)] == [
        "https://news.example/1",
        "/tmp/page.html",
        "https://news.example/2",
    ]
    assert waiting(library)[0].filing == Filing(("A",), ("t",))


def test_a_line_belongs_to_one_runner_until_its_time_is_over(library: Library, clock: SetClock) -> None:
    one, two = add(library, "https://news.example/1", "https://news.example/2")
    mine, theirs = lease(library, "me"), lease(library, "they")
    assert mine is not None and theirs is not None
    assert (mine.id, theirs.id, mine.running) == (one, two, True)
    assert lease(library, "third") is None
    clock.go_on(seconds=50)
    with library.writing("queue") as writing:
        queue.renew(writing, [one, two], "me", 60)
    clock.go_on(seconds=20)
    freed = lease(library, "third")
    assert freed is not None and freed.id == two
    assert [line.running for line in waiting(library)] == [True, True]


def test_a_failure_keeps_the_line_with_code_and_values(library: Library) -> None:
    (one,) = add(library, "https://news.example/1", filing=Filing(("A",)))
    lease(library)
    with library.writing("queue") as writing:
        queue.failed(writing, one, TimedOut("news.example", 30))
    (line,) = waiting(library)
    assert (line.problem, line.values, line.running) == (
        "timed_out",
        (("host", "news.example"), ("seconds", "30")),
        False,
    )
    assert lease(library) is None
    with library.writing("queue") as writing:
        queue.retry(writing, [one])
    again = lease(library)
    assert again is not None and again.problem is None and again.filing == Filing(("A",))


def test_adding_what_had_failed_tries_it_again(library: Library) -> None:
    (one,) = add(library, "https://news.example/1")
    with library.writing("queue") as writing:
        queue.failed(writing, one, TimedOut("news.example", 30))
    assert add(library, "https://news.example/1") == [one]
    assert waiting(library)[0].problem is None


def test_done_removed_and_given_back(library: Library) -> None:
    one, two, three = add(library, *(f"https://news.example/{n}" for n in range(3)))
    lease(library), lease(library), lease(library)
    with library.writing("queue") as writing:
        queue.done(writing, one)
        queue.remove(writing, [two, QueueId(99)])
        queue.release(writing, "me")
    assert [(line.id, line.running) for line in waiting(library)] == [(three, False)]


def test_the_queue_survives_and_is_nothing_to_undo(library: Library) -> None:
    with library.writing("queue") as writing:
        queue.add(writing, ["https://news.example/1"], Filing())
    assert writing.changes.queue and writing.changes.act is None
    library.close()
    again = Library.open(library.folder)
    assert len(waiting(again)) == 1
    with again.reading() as reading:
        assert acts.last(reading) is None
    again.close()
