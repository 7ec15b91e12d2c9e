"""How well an article was cleaned: agreement of what a program made of a page with what a person says of it.

The definitions are those of the corpus' own scorer, so that figures can be compared. Texts are compared by
their runs of four words, wanted and unwanted segments by whether they stand in the text; title, byline and
day by their words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import fmean

from tests.bench.corpus import Gold

RUN = 4
"""Words that are compared together."""
JOINING = frozenset({"and", "by", "et", "par", "por", "und", "von"})
"""Words between names that no byline is measured by."""
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a program made of one page. Unknown is None or empty."""

    text: str = ""
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601."""
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one page: shares of its runs of words, or numbers of segments."""

    right: float
    extra: float
    missed: float

    def precision(self) -> float | None:
        """None where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    def recall(self) -> float | None:
        """None where nothing was wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None


@dataclass(frozen=True, slots=True)
class Marks:
    """The figures of one program on one set; None where no page of the set has gold for it."""

    pages: int
    empty: int
    """Pages of which no text was kept."""
    f1: float
    precision: float
    recall: float
    title: float | None
    byline: float | None
    day: float | None


def marks(golds: Sequence[Gold], readings: Sequence[Reading]) -> Marks:
    """The figures of a set; golds and readings in the same order."""
    both = list(zip(golds, readings, strict=True))
    counts = [counts_of(gold, reading.text) for gold, reading in both]
    if golds and golds[0].text is None:
        counts = [_added(counts)]
    precision = _mean(each.precision() for each in counts) or 0.0
    recall = _mean(each.recall() for each in counts) or 0.0
    return Marks(
        pages=len(golds),
        empty=sum(not reading.text for reading in readings),
        f1=_harmonic(precision, recall),
        precision=precision,
        recall=recall,
        title=_mean(title_agreement(gold.title, one.title) for gold, one in both if gold.title),
        byline=_mean(byline_agreement(gold.byline, one.byline) for gold, one in both if gold.byline),
        day=_mean(day_agreement(gold.published, one.published) for gold, one in both if gold.published),
    )


def counts_of(gold: Gold, text: str) -> Counts:
    """One page by its gold text or, where it has none, by its segments."""
    if gold.text is None:
        return _segment_counts(gold, text)
    return _text_counts(gold.text, text)


def page_f1(gold: Gold, text: str) -> float:
    """The F1 of one page by itself."""
    counts = counts_of(gold, text)
    return _harmonic(counts.precision() or 0.0, counts.recall() or 0.0)


def title_agreement(gold: str, title: str | None) -> float:
    """1 where both have the same words in the same order."""
    return float(_words(gold) == _words(title or ""))


def byline_agreement(gold: str | Sequence[str], byline: Sequence[str]) -> float:
    """The F1 of the names' words."""
    wanted, found = _name_words(gold), _name_words(byline)
    shared = (wanted & found).total()
    return _harmonic(shared / found.total(), shared / wanted.total()) if shared else 0.0


def day_agreement(gold: str, published: str | None) -> float | None:
    """1 for the same day, as written or in UTC; None where the gold names no day."""
    wanted = days(gold)
    return float(not wanted.isdisjoint(days(published or ""))) if wanted else None


def days(moment: str) -> set[str]:
    """The day as it is written and, where the zone is known, the day in UTC.

    >>> sorted(days("2024-03-01T23:30:00-05:00"))
    ['2024-03-01', '2024-03-02']
    """
    moment = moment.strip()
    written = _DAY.match(moment)
    if not written:
        return set()
    year, month, day = written.groups()
    found = {f"{year}-{month:0>2}-{day:0>2}"}
    try:
        read = datetime.fromisoformat(moment)
        if read.tzinfo:
            found.add(read.astimezone(UTC).date().isoformat())
    except (ValueError, OverflowError):  # only its day can be read
        return found
    return found


def _text_counts(gold: str, text: str) -> Counts:
    """As shares, so that long pages weigh no more than short ones."""
    wanted, found = _runs(gold), _runs(text)
    shared = (wanted & found).total()
    total = wanted.total() + found.total() - shared
    if not total:
        return Counts(0, 0, 0)
    return Counts(shared / total, (found.total() - shared) / total, (wanted.total() - shared) / total)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    """Every four words that follow each other; a shorter text is one run."""
    words = _WORD.findall(text)
    if 0 < len(words) < RUN:
        return Counter([tuple(words)])
    return Counter(zip(*(words[start:] for start in range(RUN)), strict=False))


def _segment_counts(gold: Gold, text: str) -> Counts:
    flat = _flat(text)
    right = sum(_flat(segment) in flat for segment in gold.wanted)
    extra = sum(_flat(segment) in flat for segment in gold.unwanted)
    return Counts(right, extra, len(gold.wanted) - right)


def _added(counts: Iterable[Counts]) -> Counts:
    right = extra = missed = 0.0
    for each in counts:
        right, extra, missed = right + each.right, extra + each.extra, missed + each.missed
    return Counts(right, extra, missed)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _name_words(byline: str | Sequence[str]) -> Counter[str]:
    names = byline if isinstance(byline, str) else "; ".join(byline)
    return Counter(word for word in _words(names) if word not in JOINING)


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def reading_of(answer: Mapping[str, object]) -> Reading:
    """From JSON, whose byline is a string or a list."""
    byline = answer.get("byline") or ()
    names = (byline,) if isinstance(byline, str) else tuple(map(str, byline))  # type: ignore[call-overload]
    words = {name: str(answer.get(name) or "") or None for name in ("title", "published", "section")}
    return Reading(text=str(answer.get("text") or ""), byline=names, **words)
