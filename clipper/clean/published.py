"""When the article was published and when it was last changed: weighs the days that a page names
(`day_sources.py`); a time relative to now is never one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from clipper.clean import dates
from clipper.clean.choice import Candidate, best
from clipper.clean.choice_weights import DAY
from clipper.clean.day_sources import OF_REVISIONS, Place, below, in_scripts, near
from clipper.clean.page_lines import Line
from clipper.clean.text import is_prose

_AT_LEAST = timedelta(hours=1)
"""A revision within less is the publishing itself."""


@dataclass(frozen=True, slots=True)
class Times:
    """What is known of an article's dates, in ISO 8601."""

    published: str | None = None
    updated: str | None = None
    relative: str | None = None
    """The words of a time relative to now, where the page shows one."""


@dataclass(slots=True)
class _Day:
    """Everything that names one day."""

    candidate: Candidate[str]
    exact: list[str] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    """As `exact`, of sources that tell of a revision."""


def read(place: Place, latest: datetime) -> Times:
    """The article's dates. `latest`: when the page was fetched; no article is younger."""
    days = candidates(place, latest)
    chosen = best((days[day].candidate for day in worth_choosing(days)), DAY)
    relative = _relative(place.head) if chosen is None else None
    if chosen is None:
        return Times(relative=relative)
    published = exact(chosen.value, days)
    return Times(published, _updated(published, days), relative)


def worth_choosing(days: dict[str, _Day]) -> list[str]:
    """The days that may be that of publication: those of revisions only where there is no other."""
    shown = [day for day, known in days.items() if not known.candidate.marks <= _ALLOWED_IN_REVISIONS]
    return shown or list(days)


def exact(day: str, days: dict[str, _Day]) -> str:
    """The fullest way in which the page tells this day: with the place's offset, with any, with a time."""
    told = days[day].exact or days[day].revised
    return _fullest(day, told, days)


def _fullest(day: str, told: Sequence[str], days: dict[str, _Day]) -> str:
    zoned = [each for each in told if _zone(each) is not None]
    local = next((each for each in zoned if _zone(each)), None)
    if local is None and zoned:
        clocks = [
            each
            for other in days.values()
            for each in (*other.exact, *other.revised)
            if len(each) > 10 and _zone(each) is None
        ]
        local = next((moved for clock in clocks if (moved := _in_place(zoned[0], clock))), None)
    timed = next((each for each in told if len(each) > 10), None)
    return local or (zoned[0] if zoned else timed) or day


def _zone(told: str) -> timedelta | None:
    if len(told) <= 10:
        return None
    try:
        return datetime.fromisoformat(told).utcoffset()
    except ValueError:
        return None


def _in_place(moment: str, clock: str) -> str | None:
    """A moment told in UTC with the offset of the place, where the page also shows its clock time there."""
    try:
        known, shown = datetime.fromisoformat(moment), datetime.fromisoformat(clock)
    except ValueError:
        return None
    ahead = shown - known.replace(tzinfo=None, second=shown.second, microsecond=0)
    minutes = ahead.total_seconds() / 60
    if not minutes or abs(minutes) > 14 * 60 or minutes % 30:
        return None
    return known.astimezone(timezone(ahead)).isoformat()


def candidates(place: Place, latest: datetime) -> dict[str, _Day]:
    """All days that may be the day of publication or of a revision, with what is true of each."""
    found: dict[str, _Day] = {}
    limit = (latest + timedelta(days=2)).date().isoformat()
    for source in (near, below, in_scripts):
        for mark, told in source(place):
            day = told[:10] if told else None
            if told and day and "1990" < day <= limit:
                known = found.setdefault(day, _Day(Candidate(day)))
                known.candidate.marks.add(mark)
                times = known.revised if mark in OF_REVISIONS else known.exact
                if len(told) > 10 and told not in times:
                    times.append(told)
        if any(not day.candidate.marks <= OF_REVISIONS for day in found.values()):
            break
    _compare(found, _month_of(place.url))
    return found


_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=[/_-])")


def _month_of(url: str) -> str | None:
    found = _MONTH.search(url)
    return f"{found[1]}-{found[2]}" if found else None


def _compare(found: dict[str, _Day], month: str | None) -> None:
    """How the days stand to each other."""
    ordered = sorted(found)
    for at, day in enumerate(ordered):
        marks = found[day].candidate.marks
        kinds = {mark.split(" ")[0] for mark in marks}
        marks.add(f"kinds {min(len(kinds), 4)}")
        if len(ordered) == 1:
            marks.add("the only day")
        else:
            marks.add("earliest" if at == 0 else "latest" if at == len(ordered) - 1 else "between")
        if month:
            marks.add("month of url" if day.startswith(month) else "not month of url")


_ALLOWED_IN_REVISIONS = (
    OF_REVISIONS
    | {f"kinds {count}" for count in range(5)}
    | {"the only day", "earliest", "latest", "between", "month of url", "not month of url"}
)
"""A day of which nothing else is true is that of a revision only."""


def _updated(published: str, days: dict[str, _Day]) -> str | None:
    """The last revision, where it is clearly later than the publishing."""
    later = [
        day
        for day, known in days.items()
        if day >= published[:10] and not known.candidate.marks.isdisjoint(OF_REVISIONS)
    ]
    if not later:
        return None
    told = _fullest(max(later), sorted(days[max(later)].revised, reverse=True), days)
    return told if told[:10] > published[:10] or _is_later(told, published) else None


def _is_later(told: str, published: str) -> bool:
    """On the same day, by an hour or more."""
    if len(told) <= 10 or len(published) <= 10:
        return False
    first, second = datetime.fromisoformat(published), datetime.fromisoformat(told)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return False
    return second - first >= _AT_LEAST


def _relative(head: Sequence[Line]) -> str | None:
    """The words of the first relative time in a short line."""
    for line in head:
        if is_prose(line.text) and len(line.text) > 110:
            continue
        for text in (*(text for _, text in line.pieces), line.text):
            words = dates.relative_in(text)
            if words:
                return words
    return None
