"""What `published:` and `words:` take: a day, a number, or from one to another.

>>> days('last-week', date(2026, 11, 24))
(datetime.date(2026, 11, 16), datetime.date(2026, 11, 22))
>>> days('>2026-03', date(2026, 11, 24))
(datetime.date(2026, 4, 1), None)
>>> days('2026-02-30', date(2026, 11, 24)) is None
True
>>> lengths('300..500'), lengths('>800')
((300, 500), (801, None))
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

Value = TypeVar("Value", date, int)
Span = tuple[Value, Value]
"""From the first to the last, both included."""

_COMPARED = re.compile(r"(>=|<=|>|<|=)(.*)")
_NUMBER = re.compile(r"\d{1,9}")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ALIKE = str.maketrans({"≥": ">=", "≤": "<=", "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-"})


def days(text: str, today: date) -> tuple[date | None, date | None] | None:
    """The first and the last day that are meant; None if the text names no days or days that do not exist."""
    try:
        return _between(_plain(text), lambda each: _days(each, today), _day_beside)
    except (ValueError, OverflowError):
        return None


def lengths(text: str) -> tuple[int | None, int | None] | None:
    """The least and the greatest number that are meant; None if the text names none."""
    found = _between(_plain(text), _numbers, lambda number, step: number + step)
    return None if found is None or found[1] == -1 else found


def as_days(first: date | None, last: date | None) -> str:
    """What `days` reads as these: as short as can be.

    >>> as_days(date(2026, 3, 1), date(2026, 3, 31)), as_days(date(2026, 3, 4), None)
    ('2026-03', '2026-03-04..')
    """
    if first and last:
        if (first, last) == _year(first.year):
            return first.isoformat()[:4]
        if (first, last) == _month(first.year, first.month):
            return first.isoformat()[:7]
    return _as_range(first.isoformat() if first else None, last.isoformat() if last else None)


def as_lengths(least: int | None, most: int | None) -> str:
    """What `lengths` reads as these."""
    return _as_range(None if least is None else str(least), None if most is None else str(most))


def _as_range(first: str | None, last: str | None) -> str:
    return first if first and first == last else f"{first or ''}..{last or ''}"


def _plain(text: str) -> str:
    """As a keyboard for English would have typed it: `２０２６…` is `2026...`."""
    return unicodedata.normalize("NFKC", text).translate(_ALIKE).lower()


def _between(
    text: str, read: Callable[[str], Span[Value] | None], beside: Callable[[Value, int], Value]
) -> tuple[Value | None, Value | None] | None:
    if compared := _COMPARED.fullmatch(text):
        sign, rest = compared.groups()
        span = read(rest)
        return None if span is None else _compared(sign, span, beside)
    if ".." in text:
        left, _, right = text.partition("..")
        return _joined(left, right.removeprefix("."), read)
    return read(text)


def _compared(
    sign: str, span: Span[Value], beside: Callable[[Value, int], Value]
) -> tuple[Value | None, Value | None]:
    first, last = span
    if sign == ">":
        return beside(last, 1), None
    if sign == ">=":
        return first, None
    if sign == "<":
        return None, beside(first, -1)
    return (None, last) if sign == "<=" else span


def _joined(
    left: str, right: str, read: Callable[[str], Span[Value] | None]
) -> tuple[Value | None, Value | None] | None:
    """From one to the other; whoever names the later first means the same."""
    low, high = read(left), read(right)
    if (left and low is None) or (right and high is None):
        return None
    if low is None or high is None:
        return (low[0], None) if low else (None, high[1]) if high else None
    return min(low[0], high[0]), max(low[1], high[1])


def _numbers(text: str) -> Span[int] | None:
    return (int(text), int(text)) if _NUMBER.fullmatch(text) else None


def _day_beside(day: date, step: int) -> date:
    return day + timedelta(days=step)


def _days(text: str, today: date) -> Span[date] | None:
    if text in _RELATIVE:
        return _RELATIVE[text](today)
    named = _DATE.fullmatch(text)
    if named is None:
        return None
    year, month, day = named.groups()
    if month is None:
        return _year(int(year))
    if day is None:
        return _month(int(year), int(month))
    return _day(date(int(year), int(month), int(day)))


def _day(day: date) -> Span[date]:
    return day, day


def _week(day: date) -> Span[date]:
    """Monday to Sunday, as ISO 8601 counts."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month(year: int, month: int) -> Span[date]:
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def _year(year: int) -> Span[date]:
    return date(year, 1, 1), date(year, 12, 31)


def _last_month(today: date) -> Span[date]:
    before = today.replace(day=1) - timedelta(days=1)
    return _month(before.year, before.month)


_RELATIVE: dict[str, Callable[[date], Span[date]]] = {
    "today": _day,
    "yesterday": lambda today: _day(today - timedelta(days=1)),
    "this-week": _week,
    "last-week": lambda today: _week(today - timedelta(days=7)),
    "this-month": lambda today: _month(today.year, today.month),
    "last-month": _last_month,
    "this-year": lambda today: _year(today.year),
    "last-year": lambda today: _year(today.year - 1),
}
