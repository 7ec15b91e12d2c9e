"""What lies in the trash for long goes, but not because a clock jumped."""

from __future__ import annotations

from datetime import timedelta

from clipper.jobs import Ticket
from clipper.store import Library, clips, expiry
from tests.unit.store.making import SetClock, keep, listed


def trash(library: Library, *numbers: int) -> None:
    with library.writing("trash") as writing:
        clips.trash(writing, [clips.resolve(writing, str(number)) for number in numbers])


def look(library: Library, days: int = 30) -> list[int]:
    """One look of the caretaker; what it deleted."""
    return [int(number) for number in expiry.expire(library, days, Ticket())]


def two(library: Library) -> tuple[int, int]:
    """One clip in the trash and one that is not."""
    gone, kept = keep(library, "https://news.example/1"), keep(library, "https://news.example/2")
    trash(library, gone)
    return gone, kept


def test_after_thirty_days_it_is_deleted_for_good(library: Library, clock: SetClock) -> None:
    gone, kept = two(library)
    for _day in range(30):
        assert look(library) == []
        clock.go_on(days=1, minutes=1)
    assert look(library) == [] and listed(library, "trash") == [gone]
    clock.go_on(days=1, minutes=1)
    assert look(library) == [gone]
    assert listed(library, "trash") == [] and listed(library) == [kept]


def test_a_library_that_is_opened_now_and_then(library: Library, clock: SetClock) -> None:
    gone, _kept = two(library)
    clock.go_on(days=100)
    assert look(library) == []
    clock.go_on(days=7)
    assert look(library) == [gone]


def test_a_clock_that_jumps_empties_nothing(library: Library, clock: SetClock) -> None:
    gone, _kept = two(library)
    look(library)
    true = clock.now
    for years in (10, 20):
        clock.now = true + timedelta(days=365 * years)
        assert look(library) == []
        clock.now = true + timedelta(days=1, minutes=years)
        assert look(library) == []
    clock.go_on(days=1, minutes=1)
    assert look(library) == [] and listed(library, "trash") == [gone]


def test_at_most_once_a_day(library: Library, clock: SetClock) -> None:
    two(library)
    look(library)
    assert not expiry.is_due(library, 30)
    clock.go_on(hours=23)
    assert not expiry.is_due(library, 30)
    clock.go_on(hours=2)
    assert expiry.is_due(library, 30) and not expiry.is_due(library, 0)


def test_what_was_put_back_stays(library: Library, clock: SetClock) -> None:
    gone, kept = two(library)
    clock.go_on(days=40)
    look(library)
    with library.writing("restore") as writing:
        clips.restore(writing, [clips.resolve(writing, str(gone))])
    trash(library, kept)
    clock.go_on(days=2)
    assert look(library) == [] and listed(library) == [gone] and listed(library, "trash") == [kept]


def test_zero_days_are_never(library: Library, clock: SetClock) -> None:
    two(library)
    for _year in range(3):
        clock.go_on(days=365)
        assert look(library, 0) == []
