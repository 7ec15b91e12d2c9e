"""Dates as pages write them: ISO and its cousins with their own offset, and visible dates in many languages.

A time relative to now ("2 years ago") is never a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

from clipper.clean import calendars, vocabulary
from clipper.clean.calendar_words import CLOCK_WORDS, DAYS, ISLAMIC_MONTHS, MONTHS, PERSIAN_MONTHS
from clipper.clean.phrases import SETS, normalised

_ISO = re.compile(
    r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T\s_,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s*"
    r"(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９", "0123456789" * 4)
_DIGIT = re.compile(r"\d")
_MAY_BE = re.compile(r"(?:1[3-9]|2[01])\d\d|\d[./-]\s?\d\d(?!\d)|[和成]\d|[元\d]\s*[年년]")
"""A year, or numbers with marks between them: what every date has."""
_NAME = r"([^\s\d,./()|:-]{2,14}(?:\s(?:الأول|الثاني|الآخر|أول|ثان|القعدة|الحجة|الاول))?)"
_DAY_FIRST = re.compile(
    rf"(?<![\w.,])(\d{{1,2}})(?:st|nd|rd|th|er|ος|η|η|º|ª|°|\.)?[\s,./-]{{0,3}}(?:de\s|of\s|di\s|d')?{_NAME}"
    rf"(?:\s?/\s?[^\s\d,./()|:-]{{2,14}}(?:\s(?:الأول|الثاني))?)?\.?,?[\s,./-]{{1,3}}(?:de\s|del\s|di\s|of\s|г\.\s)?"
    r"(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w){_NAME}\.?[\s,./-]{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?\.?[\s,./-]{{1,3}}(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_YEAR_MONTH = re.compile(
    rf"(?<!\d)(\d{{4}})[\s.,]{{1,2}}{_NAME}[\s.,]{{1,2}}(\d{{1,2}})(?!\d)", re.IGNORECASE
)
_EAST = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?")
_ERA = re.compile(r"(令和|平成|昭和|民國|民国)\s*(\d{1,3}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ISLAMIC = re.compile(
    rf"\d{{1,2}}\s(?:من\s)?(?:{'|'.join(sorted(ISLAMIC_MONTHS))})(?:[\s-][^\s\d]{{2,8}})?,?\s1[34]\d\d\s?(?:هـ|AH)?",
    re.IGNORECASE,
)
"""A date of the Islamic lunar calendar: known as one, never told in ours."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])")
_CLOCK = re.compile(
    r"(?<![\d:])([01]?\d|2[0-3])\s?[:.hH時时시]\s?([0-5]\d)(?::([0-5]\d))?(?![\d:])\s*(am|pm|a\.\s?m\.|p\.\s?m\.)?"
    r"(?:\s*(?:Uhr|분)?\s*\(?((?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d\d)?|[A-Z]{2,4}\b|\+\d\d:?\d\d))?",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(r"(上午|下午|午前|午後|오전|오후)\s*(\d{1,2})\s*[:時时点點시]\s*(\d{2})")
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180, "est": -300, "edt": -240, "cdt": -300,
    "mdt": -360, "mst": -420, "pst": -480, "pdt": -420, "wib": 420, "hkt": 480, "sgt": 480, "jst": 540,
    "kst": 540, "aest": 600, "aedt": 660,
}  # fmt: skip
"""Minutes ahead of UTC, of abbreviations that mean one thing only."""
_URL = re.compile(
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)"
)
_AGO = frozenset(normalised(each) for each in re.split(r" / |\n", vocabulary.AGO) if each)
_UNITS = frozenset(normalised(each) for each in vocabulary.AGO_UNITS.split())
_MAY_BE_AGO = re.compile(rf"(?:^|\s)(?:{'|'.join(sorted(map(re.escape, _AGO)))})(?:\s|$)|[前전]")
_AGO_ANYWHERE = re.compile("|".join(sorted(map(re.escape, _AGO | {"前", "전"}), key=len)))
_ONLY_AGO_EAST = re.compile(
    r"^\d+\s*(?:秒|分钟|分鐘|小时|小時|天|日|周|週間?|个月|個月|か月|ヶ月|月|年|分|時間|초|분|시간|주|개월|년)\s*(?:前|전)$"
)
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
    return _iso(value) if isinstance(value, str) and len(value) <= 80 else None


@lru_cache(maxsize=128)
def _iso(value: str) -> str | None:
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
    """The first full date in a visible text, with its time where one stands beside it."""
    return next(iter(all_in(text, language)), None)


def all_in(text: str, language: str | None) -> tuple[Found, ...]:
    """All full dates in a visible text in order, each with its time."""
    if len(text) > 400 or _DIGIT.search(text) is None:
        return ()
    flat = text if text.isascii() else text.translate(_DIGITS)
    return _all_in(flat, language) if _MAY_BE.search(flat) else ()


@lru_cache(maxsize=512)
def _all_in(flat: str, language: str | None) -> tuple[Found, ...]:
    found: list[Found] = []
    for each in sorted(_all(flat, language), key=lambda each: (each.start, -each.end)):
        if not found or each.start >= found[-1].end:
            found.append(_with_clock(flat, each))
    return tuple(found)


def _with_clock(text: str, found: Found) -> Found:
    halves = _HALF_DAY.search(text, found.end, found.end + 20)
    if halves:
        hour = int(halves[2]) % 12 + (12 if halves[1] in ("下午", "午後", "오후") else 0)
        return Found(found.start, halves.end(), f"{found.iso}T{hour:02}:{halves[3]}:00")
    clock = _CLOCK.search(text, found.end, found.end + 30)
    if clock is None and found.start:
        before = list(_CLOCK.finditer(text, max(0, found.start - 24), found.start))
        clock = before[-1] if before and _HARMLESS.fullmatch(text[before[-1].end() : found.start]) else None
    if clock is None:
        return found
    hour = int(clock[1])
    if clock[4] and hour <= 12:
        hour = hour % 12 + (12 if clock[4][0] in "pP" else 0)
    moment = f"{found.iso}T{hour:02}:{clock[2]}:{clock[3] or '00'}{_offset(clock[5])}"
    return Found(min(found.start, clock.start()), max(found.end, clock.end()), moment)


_HARMLESS = re.compile(
    r"[\s,|·•/–—-]*(?:uhr|h|часов|год|on|am|le|el|в|,)?[\s,|·•/–—-]*(?:[^\W\d]{2,12},?\s)?", re.IGNORECASE
)
"""What may stand between a clock time and the date behind it."""


def _offset(zone: str | None) -> str:
    """+02:00 for a zone as it is written behind a clock time; empty where it is none."""
    low = (zone or "").lower().replace(" ", "")
    if low in _ZONES:
        minutes = _ZONES[low]
    else:
        number = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", low)
        if not number:
            return ""
        minutes = (int(number[2]) * 60 + int(number[3] or 0)) * (-1 if number[1] == "-" else 1)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if abs(minutes) < 24 * 60 else ""


def _all(text: str, language: str | None) -> list[Found]:
    found: list[Found | None] = []
    for match in _DAY_FIRST.finditer(text):
        found.append(_named(match, match[3], match[2], match[1]))
    for match in _MONTH_FIRST.finditer(text):
        found.append(_named(match, match[3], match[1], match[2]))
    for match in _YEAR_MONTH.finditer(text):
        found.append(_named(match, match[1], match[2], match[3]))
    for match in _EAST.finditer(text) if "年" in text or "년" in text else ():
        found.append(_found(match, int(match[1]), int(match[2]), int(match[3])))
    for match in _ERA.finditer(text) if "年" in text else ():
        year = 1 if match[2] == "元" else int(match[2])
        found.append(_found(match, year + _ERAS[match[1]], int(match[3]), int(match[4])))
    for match in _YEAR_FIRST.finditer(text):
        found.append(_found(match, int(match[1]), int(match[3]), int(match[4]), language=language))
    for match in _NUMBERS.finditer(text):
        found.append(_numbers(match, language))
    return [each for each in found if each is not None]


def _named(match: re.Match[str], year: str, name: str, day: str) -> Found | None:
    """A date with its month's name, of our calendar or of the Persian one."""
    low = name.lower().rstrip(".")
    month = MONTHS.get(low) or MONTHS.get(low.partition(" ")[0])
    if month is not None:
        return _found(match, int(year), month, int(day))
    persian = PERSIAN_MONTHS.get(low)
    return _found(match, int(year), persian, int(day), language="fa") if persian else None


def _numbers(match: re.Match[str], language: str | None) -> Found | None:
    """12/05/2024: the day comes first, but for American English with slashes; 13+ settles it."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 100 else 0
    american = match[2] == "/" and (language or "en").lower() in ("en", "en-us")
    if (american or second > 12) and first <= 12:
        first, second = second, first
    return _found(match, year, second, first)


def _found(
    match: re.Match[str], year: int, month: int, day: int, *, language: str | None = None
) -> Found | None:
    is_persian = 1300 <= year < 1500 and (language or "fa").startswith("fa")
    known = calendars.from_persian(year, month, day) if is_persian else _day(year, month, day)
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
    if len(text) > 120 or not _AGO_ANYWHERE.search(text.casefold()):
        return None
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
    rest, lunar = _ISLAMIC.subn(" ", text.translate(_DIGITS))
    found = first_in(rest, language)
    if found is None and not lunar:
        return None
    rest = rest[: found.start] + " " + rest[found.end :] if found else rest
    again = first_in(rest, language)
    if again:
        rest = rest[: again.start] + " " + rest[again.end :]
    rest = _CLOCK.sub(" ", rest)
    words = [w for w in normalised(rest).split() if not (w in DAYS or w in CLOCK_WORDS or w.isdigit())]
    flat = " ".join(words)
    for phrase in sorted(SETS["dated"], key=len, reverse=True):
        flat = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", flat) if phrase in flat else flat
    return " ".join(flat.split())
