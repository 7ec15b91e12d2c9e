"""Days of other calendars in ours."""

from __future__ import annotations

from datetime import date, timedelta

_LEAP_REST = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Years of the Persian calendar's cycle of 33 that are leap years; right from 1244 to 1472 (1865 to 2093)."""


def from_persian(year: int, month: int, day: int) -> str | None:
    """The day in ISO 8601 that the Persian solar calendar calls so; None where it has no such day.

    >>> from_persian(1403, 2, 25), from_persian(1403, 12, 30), from_persian(1402, 12, 30)
    ('2024-05-14', '2025-03-20', None)
    """
    lengths = (*[31] * 6, *[30] * 5, 30 if _is_leap(year) else 29)
    if not (1300 <= year < 1473 and 1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        return None
    days = sum(365 + _is_leap(each) for each in range(1300, year)) + sum(lengths[: month - 1]) + day - 1
    return (date(1921, 3, 21) + timedelta(days=days)).isoformat()


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP_REST
