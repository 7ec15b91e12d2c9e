"""News of the queue and readings of it come in any order; what is shown never goes back."""

from __future__ import annotations

from datetime import UTC, datetime

from clipper.article.clip import Filing, QueueId, Waiting
from clipper.gui.models.queue_rows import QueueRows, state_words
from clipper.jobs import Progress

NUMBER = QueueId(7)
FETCHING = Progress(0, 4, "fetching")


def waiting(*, running: bool = False, problem: str | None = None) -> Waiting:
    """The line as a reading of the library has it."""
    added = datetime(2026, 1, 1, tzinfo=UTC)
    return Waiting(NUMBER, "http://news.example/", Filing(), added, running, problem)


def test_news_before_the_first_reading_are_kept() -> None:
    rows = QueueRows()
    rows.progress(NUMBER, FETCHING)
    rows.show_waiting([waiting()])
    assert rows.lines[0].waiting.running
    assert state_words(rows.lines[0]) == "fetching the page"


def test_a_reading_that_is_older_than_the_news_takes_nothing_back() -> None:
    rows = QueueRows()
    rows.show_waiting([waiting()])
    assert state_words(rows.lines[0]) == "waiting"
    rows.progress(NUMBER, FETCHING)
    rows.show_waiting([waiting()])
    assert rows.lines[0].waiting.running


def test_a_failure_ends_what_was_heard() -> None:
    rows = QueueRows()
    rows.show_waiting([waiting(running=True)])
    rows.progress(NUMBER, FETCHING)
    rows.show_waiting([waiting(problem="empty_page")])
    assert rows.lines[0].failed
    rows.show_waiting([waiting()])
    assert state_words(rows.lines[0]) == "waiting"
