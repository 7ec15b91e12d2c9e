"""The pool of cleaning processes keeps its promises against pages that loop, die and eat memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from subprocess import DEVNULL, PIPE

import pytest

from clipper.article.article import Article, Guidance
from clipper.article.page import Page
from clipper.errors import CleanerDied, CleanError, PageTooHard
from clipper.jobs import Stopped, Ticket
from clipper.operations.cleaning import CleanerPool, FewPagesCleaner

ROOT = Path(__file__).resolve().parents[3]
NAUGHTY = "tests.unit.operations.naughty_cleaner"


def page(wish: str, html: bytes = b"<p>x</p>") -> Page:
    """A page whose address says how its cleaner is to behave."""
    url = f"http://site.example/{wish}"
    return Page(url, url, 200, (), html, datetime.now(UTC))


@pytest.fixture(scope="module")
def pool() -> Iterator[CleanerPool]:
    """Two processes with a time limit that no honest page meets, however busy this computer is."""
    made = CleanerPool(seconds=60, cleaner=NAUGHTY)
    yield made
    made.close()


@pytest.fixture(scope="module")
def strict_pool() -> Iterator[CleanerPool]:
    """Two processes with a short time limit."""
    made = CleanerPool(seconds=3, cleaner=NAUGHTY)
    yield made
    made.close()


def clean(pool: CleanerPool, wish: str, ticket: Ticket | None = None) -> Article:
    """Clean one page."""
    return pool.clean([page(wish)], Guidance(), ticket or Ticket())


def test_cleans_in_another_process(pool: CleanerPool) -> None:
    article = clean(pool, "well")
    assert article.title == "well"
    assert int(article.text) != os.getpid()


@pytest.mark.parametrize(
    ("wish", "error", "why"),
    [("loop", PageTooHard, "time"), ("eat", PageTooHard, "memory"), ("nest", PageTooHard, "nesting")],
)
def test_a_page_beyond_the_limits_fails_alone(
    strict_pool: CleanerPool, wish: str, error: type[PageTooHard], why: str
) -> None:
    with pytest.raises(error) as caught:
        clean(strict_pool, wish)
    assert (caught.value.url, caught.value.why) == (f"http://site.example/{wish}", why)
    assert clean(strict_pool, "after").title == "after"


def test_a_killed_cleaner_fails_its_page_alone(pool: CleanerPool) -> None:
    with pytest.raises(CleanerDied) as caught:
        clean(pool, "die")
    assert caught.value.url == "http://site.example/die"
    assert clean(pool, "after").title == "after"


def test_pages_that_kill_their_cleaner_at_once_never_take_a_good_page_with_them(pool: CleanerPool) -> None:
    """Also when a process is gone before the pool has heard that it began."""
    wishes = ["die", "good"] * 6

    def outcome(wish: str) -> str | None:
        try:
            return clean(pool, wish).title
        except CleanerDied:
            return "died"

    with ThreadPoolExecutor(6) as threads:
        got = list(threads.map(outcome, wishes))
    assert got == ["died", "good"] * 6


def test_a_bug_of_the_cleaner_is_seen_as_a_bug(pool: CleanerPool) -> None:
    with pytest.raises(KeyError, match="a bug"):
        clean(pool, "bug")


def test_one_batch_with_every_kind_of_trouble_loses_no_good_page(strict_pool: CleanerPool) -> None:
    wishes = ["one", "loop", "two", "die", "three", "eat", "four", "die", "five"]

    def outcome(wish: str) -> str | None:
        try:
            return clean(strict_pool, wish).title
        except CleanError:
            return None

    with ThreadPoolExecutor(6) as threads:
        got = list(threads.map(outcome, wishes))
    assert got == [None if wish in ("loop", "die", "eat") else wish for wish in wishes]


def test_cancelling_stops_a_page_that_is_being_cleaned() -> None:
    pool = CleanerPool(workers=1, seconds=60, cleaner=NAUGHTY)
    try:
        clean(pool, "warm")
        ticket = Ticket()
        with ThreadPoolExecutor(1) as threads:
            running = threads.submit(clean, pool, "loop", ticket)
            threading.Timer(0.2, ticket.cancel).start()
            with pytest.raises(Stopped):
                running.result(timeout=30)
        assert clean(pool, "after").title == "after"
    finally:
        pool.close()


def test_a_ticket_cancelled_before_starts_nothing(pool: CleanerPool) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Stopped):
        clean(pool, "well", ticket)


def test_a_closed_pool_takes_nothing_more_and_closes_twice() -> None:
    pool = CleanerPool(cleaner=NAUGHTY)
    pool.close()
    pool.close()
    with pytest.raises(Stopped):
        clean(pool, "well")


def test_the_child_loads_the_cleaner_and_none_of_the_other_rooms() -> None:
    pool = CleanerPool(workers=1, cleaner="tests.unit.operations.telling_cleaner")
    try:
        loaded = clean(pool, "any").text.split()
    finally:
        pool.close()
    assert "clipper.article.article" in loaded
    others = (
        "clipper.store",
        "clipper.capture",
        "clipper.book",
        "clipper.gui",
        "sqlalchemy",
        "PySide6",
        "httpx",
    )
    assert [name for name in loaded if name.startswith(others)] == []


def test_a_cleaner_does_not_outlive_a_parent_that_is_killed() -> None:
    """The cleaner holds the parent's standard output open: it ends only when both are gone."""
    code = (
        "from tests.unit.operations.test_cleaning import *\n"
        "clean(CleanerPool(workers=1, seconds=100, cleaner=NAUGHTY), 'loop-aloud')"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=PIPE, stderr=DEVNULL) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().strip() == b"looping"
        parent.kill()
        assert parent.communicate(timeout=60)[0] == b""


def test_ctrl_c_on_the_terminal_is_the_parents_alone() -> None:
    """Every process of the pool is deaf to it, also while it is still loading; the parent is not."""
    code = (
        "import signal; from tests.unit.operations.test_cleaning import *\n"
        "pool = CleanerPool(cleaner='tests.unit.operations.deaf_cleaner')\n"
        "print(clean(pool, 'any').text, signal.pthread_sigmask(signal.SIG_BLOCK, ()))\n"
        "pool.close()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "deaf while loading set()\n"


def test_few_pages_of_common_size_are_cleaned_right_here_and_large_ones_within_limits() -> None:
    cleaner = FewPagesCleaner(CleanerPool(workers=1, seconds=1, cleaner=NAUGHTY), most=100)
    try:
        assert cleaner.clean([page("small")], Guidance(), Ticket()).text == str(os.getpid())
        large = cleaner.clean([page("large", b"x" * 60), page("large", b"x" * 60)], Guidance(), Ticket())
        assert large.text != str(os.getpid())
        with pytest.raises(PageTooHard):
            cleaner.clean([page("loop", b"x" * 101)], Guidance(), Ticket())
        with pytest.raises(PageTooHard):
            cleaner.clean([page("nest")], Guidance(), Ticket())
    finally:
        cleaner.close()


def test_the_real_cleaner_gives_the_same_in_the_pool_and_here() -> None:
    html = "<title>Harbour opens</title><body><article><h1>Harbour opens</h1>" + "".join(
        f"<p>Paragraph {n} tells at some length what happened at the harbour that day.</p>" for n in range(6)
    )
    pages = [page("story", html.encode())]
    pool = CleanerPool(workers=1)
    try:
        there = pool.clean(pages, Guidance(), Ticket())
        here = FewPagesCleaner(pool).clean(pages, Guidance(), Ticket())
    finally:
        pool.close()
    assert there == here
    assert "what happened at the harbour" in there.text
