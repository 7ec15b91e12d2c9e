"""Dates as pages write them: ISO and its cousins with their own offset, and visible dates in many languages.

A time relative to now ("2 years ago") is never a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

from clipper.clean import vocabulary
from clipper.clean.calendar_words import CLOCK_WORDS, DAYS, MONTHS
from clipper.clean.phrases import SETS, normalised

_ISO = re.compile(
    r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T\s_,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s*"
    r"(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９", "0123456789" * 4)
_NAMES = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<![\w.])(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?[\s,./-]{{1,3}}(?:de\s|of\s|di\s)?({_NAMES})\b\.?[\s,./-]{{1,3}}"
    rf"(?:de\s|del\s|di\s)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)({_NAMES})\b\.?[\s,./-]{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?[\s,./-]{{1,3}}(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_EAST = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]")
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")
_CLOCK = re.compile(
    r"(?<![\d:])([01]?\d|2[0-3])[:.hH]([0-5]\d)(?::([0-5]\d))?(?![\d:])\s*(am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE,
)
_URL = re.compile(
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)"
)
_AGO = frozenset(normalised(each) for each in re.split(r" / |\n", vocabulary.AGO) if each)
_UNITS = frozenset(normalised(each) for each in vocabulary.AGO_UNITS.split())
_MAY_BE_AGO = re.compile(rf"(?:^|\s)(?:{'|'.join(sorted(map(re.escape, _AGO)))})(?:\s|$)|[前전]")
_ONLY_AGO_EAST = re.compile(
    r"^\d+\s*(?:秒|分钟|分鐘|小时|小時|天|日|周|週間?|个月|個月|か月|ヶ月|月|年|分|時間|초|분|시간|주|개월|년)\s*(?:前|전)$"
)
_NO_DIGIT = re.compile(r"\D*")
_OLDEST = 1600


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: where it stands and what it is in ISO 8601."""

    start: int
    end: int
    iso: str


def iso(value: object) -> str | None:
    """A machine-readable date in ISO 8601, its own offset kept, no time where none is given; None where
    it is none.
    """
    if not isinstance(value, str) or len(value) > 80:
        return None
    text = value.strip().translate(_DIGITS)
    found = _ISO.match(text)
    written = _from_iso(found) if found else None
    if text.isdigit() and len(text) in (10, 13) and not (written and text.startswith(("19", "20"))):
        return _from_epoch(int(text[:10]))
    if found:
        return written
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        visible = first_in(text, None)
        return visible.iso if visible else None


def _from_epoch(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="seconds")  # noqa: UP017


def _from_iso(found: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if not _OLDEST < on.year < 2200:
            return None
        if hour is None:
            return on.isoformat()
        moment = datetime.combine(on, time(int(hour), int(minute), int(second or 0)), _zone(zone))
    except ValueError:
        return None
    return moment.isoformat()


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return timezone.utc  # noqa: UP017
    digits = text[1:].replace(":", "").zfill(2)
    digits = digits.zfill(4) if len(digits) > 2 else digits + "00"
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if span >= timedelta(hours=24):
        raise ValueError(text)
    return timezone(-span if text[0] == "-" else span)


def of_address(url: str) -> str | None:
    """The day that a page's address names."""
    found = _URL.search(url.partition("?")[0])
    if not found:
        return None
    year, month, day = found.groups()[:3] if found[1] else found.groups()[3:]
    return _day(int(year), int(month), int(day))


def first_in(text: str, language: str | None) -> Found | None:
    """The first full date in a visible text, with its time where one stands right behind it."""
    found = min(_all(text, language), key=lambda each: (each.start, -each.end), default=None)
    if found is None:
        return None
    clock = _CLOCK.search(text.translate(_DIGITS), found.end, found.end + 25)
    if clock is None:
        return found
    hour = int(clock[1]) % 12 + (12 if clock[4][0] in "pP" else 0) if clock[4] else int(clock[1])
    return Found(found.start, clock.end(), f"{found.iso}T{hour:02}:{clock[2]}:{clock[3] or '00'}")


def has_date(text: str) -> bool:
    """Does a short line hold a date? Quick where it has no digits."""
    return len(text) < 200 and not _NO_DIGIT.fullmatch(text) and first_in(text, None) is not None


def _all(text: str, language: str | None) -> list[Found]:
    text = text.translate(_DIGITS)
    if not any(map(str.isdigit, text)) or len(text) > 400:
        return []
    found: list[Found | None] = []
    for match in _DAY_FIRST.finditer(text):
        found.append(_found(match, int(match[3]), MONTHS[match[2].lower()], int(match[1])))
    for match in _MONTH_FIRST.finditer(text):
        found.append(_found(match, int(match[3]), MONTHS[match[1].lower()], int(match[2])))
    for match in _EAST.finditer(text):
        found.append(_found(match, int(match[1]), int(match[2]), int(match[3])))
    for match in _YEAR_FIRST.finditer(text):
        found.append(_found(match, int(match[1]), int(match[3]), int(match[4])))
    for match in _NUMBERS.finditer(text):
        found.append(_numbers(match, language))
    return [each for each in found if each is not None]


def _numbers(match: re.Match[str], language: str | None) -> Found | None:
    """12/05/2024: the day comes first, but for American English with slashes; 13+ settles it."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 100 else 0
    american = match[2] == "/" and (language or "en").lower() in ("en", "en-us")
    if (american or second > 12) and first <= 12:
        first, second = second, first
    return _found(match, year, second, first)


def _found(match: re.Match[str], year: int, month: int, day: int) -> Found | None:
    known = _day(year, month, day)
    return Found(match.start(), match.end(), known) if known else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1900 <= year < 2200 else None
    except ValueError:
        return None


def is_relative(text: str) -> bool:
    """Is the whole text a time relative to now: "2 years ago", "vor 3 Tagen", "منذ سنتين"?"""
    if len(text) > 60:
        return False
    flat = normalised(text.translate(_DIGITS))
    if _ONLY_AGO_EAST.match(flat):
        return True
    words = flat.split()
    if not 2 <= len(words) <= 8:
        return False
    has_ago = any(word in _AGO for word in words) or flat.startswith("il y a ")
    has_unit = any(word.strip("0123456789") in _UNITS and not word.isdigit() for word in words)
    rest = [w for w in words if not (w.isdigit() or w in _AGO or w.lstrip("0123456789") in _UNITS)]
    return (
        has_ago
        and has_unit
        and all(word in ("il", "y", "a", "yang", "et", "and", "about", "over") for word in rest)
    )


def relative_in(text: str) -> str | None:
    """The words of a relative time that end or begin a short line ("Russia 2 years ago" gives "2 years
    ago").
    """
    words = text.split()
    if len(words) > 12 or not _MAY_BE_AGO.search(normalised(text)):
        return None
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            piece = " ".join(words[start:end])
            if is_relative(piece):
                return piece.strip(" |·•,;-–—")
    return None


def rest_without(text: str, language: str | None) -> str | None:
    """What is left of a line when its dates, times and their words are taken out; None where it has no
    date.
    """
    found = first_in(text, language)
    if found is None:
        return None
    rest = text[: found.start] + " " + text[found.end :]
    again = first_in(rest, language)
    if again:
        rest = rest[: again.start] + " " + rest[again.end :]
    rest = _CLOCK.sub(" ", rest.translate(_DIGITS))
    words = [w for w in normalised(rest).split() if not (w in DAYS or w in CLOCK_WORDS or w.isdigit())]
    flat = " ".join(words)
    for phrase in sorted(SETS["dated"], key=len, reverse=True):
        flat = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", flat) if phrase in flat else flat
    return " ".join(flat.split())
