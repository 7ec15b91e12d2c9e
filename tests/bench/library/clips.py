"""Made-up clips: seeded, in six languages, with the word frequencies of the press."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from tests.bench.library.tongues import CREDITS, ENGLISH, TONGUES, Tongue
from tests.bench.library.vocabulary import Vocabulary, draw, draw_telling, pick, vocabulary, zipf

GENERATOR = 1
"""Raised whenever other clips come out: kept folders are then built anew."""
BYTES = 5_100
"""Of a text, on average."""
SPREAD = 0.45
"""Of the logarithm of the lengths."""
TOPIC_WORDS, TOPIC_SHARE = 10, 0.12
TAGS, TAGS_EACH = 1_000, 10
COLLECTIONS = 100
SITES = 300
CREDITED = 0.92
FIRST_DAY, DAYS = datetime(2006, 11, 1, tzinfo=UTC), 20 * 365
_CODES = tuple(TONGUES)
_SHARES = list(accumulate(each.share for each in TONGUES.values()))
_TOPIC_SUMS = zipf(TOPIC_WORDS, 0.7)
_TAG_SUMS = zipf(TAGS, 0.9)
_COLLECTION_SUMS = zipf(COLLECTIONS, 0.8)
_SITE_SUMS = zipf(SITES, 0.9)


@dataclass(frozen=True, slots=True)
class MadeClip:
    """A clip that nobody wrote."""

    number: int
    """Counted from 1."""
    url: str
    title: str
    byline: tuple[str, ...]
    site: str
    section: str
    language: str
    published: datetime
    captured: datetime
    """Both aware, UTC."""
    text: str
    """One paragraph a line."""
    tags: tuple[str, ...]
    """Different ones; a `/` nests."""
    collections: tuple[str, ...]
    """Different paths."""
    starred: bool
    read: bool


def clips(count: int, seed: int = 1, first: int = 1) -> Iterator[MadeClip]:
    """Clips `first` to `first + count - 1` of a seed: clip 7 is the same in a library of any size."""
    for number in range(first, first + count):
        yield made(number, seed)


def made(number: int, seed: int) -> MadeClip:
    """One clip."""
    chance = Random(seed * 1_000_000_007 + number)
    code = _CODES[pick(chance, _SHARES)]
    tongue, words = TONGUES[code], vocabulary(code)
    topics = [draw_telling(chance, words) for _ in range(TOPIC_WORDS)]
    site = sites(code)[pick(chance, _SITE_SUMS)]
    published = FIRST_DAY + timedelta(days=chance.random() * DAYS)
    captured = published + timedelta(hours=1 + 60 * chance.random() ** 3)
    return MadeClip(
        number=number,
        url=f"https://{site[1]}/{published:%Y/%m/%d}/{number}",
        title=_title(chance, words, topics, tongue),
        byline=_byline(chance, tongue),
        site=site[0],
        section=_one(chance, tongue.sections),
        language=code,
        published=published,
        captured=captured,
        text=_text(chance, tongue, words, topics, published.year),
        tags=_some(chance, tags(), _TAG_SUMS, 5 + int(chance.random() * (2 * TAGS_EACH - 7))),
        collections=_some(chance, collections(), _COLLECTION_SUMS, int(chance.random() * 4)),
        starred=chance.random() < 0.05,
        read=chance.random() < 0.7,
    )


@cache
def tags() -> tuple[str, ...]:
    """The names of all tags, the largest first; three of ten lie within another."""
    chance, words = Random(11), vocabulary("en")
    names: list[str] = []
    while len(names) < TAGS:
        name = draw_telling(chance, words)
        if len(names) > 60 and chance.random() < 0.3:
            name = f"{_one(chance, names[:60]).split('/')[0]}/{name}"
        names += [name] if name not in names and not name.isdigit() else []
    return tuple(names)


@cache
def collections() -> tuple[str, ...]:
    """The paths of all collections, half of them within another."""
    chance, words = Random(12), vocabulary("en")
    paths: list[str] = []
    while len(paths) < COLLECTIONS:
        path = draw_telling(chance, words).capitalize()
        if len(paths) > 10 and chance.random() < 0.5:
            path = f"{_one(chance, paths[:20])}/{path}"
        paths += [path] if path not in paths else []
    return tuple(paths)


@cache
def sites(code: str) -> tuple[tuple[str, str], ...]:
    """Names and hosts of the newspapers of a language."""
    tongue, chance = TONGUES[code], Random(13)
    found: list[tuple[str, str]] = []
    for number in range(SITES):
        town = _capital(draw_telling(chance, vocabulary(code)))
        gap = "" if code == "zh" else " "
        found.append((f"{town}{gap}{_one(chance, tongue.papers)}", f"www.{code}-press-{number}.example"))
    return tuple(found)


def _title(chance: Random, words: Vocabulary, topics: Sequence[str], tongue: Tongue) -> str:
    line = draw(chance, words, 4 + int(chance.random() * 5))
    line[1] = topics[pick(chance, _TOPIC_SUMS)]
    line[-1] = topics[pick(chance, _TOPIC_SUMS)]
    return _capital(("" if tongue.code == "zh" else " ").join(line))


def _byline(chance: Random, tongue: Tongue) -> tuple[str, ...]:
    count = (0, 1, 1, 1, 1, 1, 2)[int(chance.random() * 7)]
    return tuple(_name(chance, tongue) for _ in range(count))


def _name(chance: Random, tongue: Tongue) -> str:
    gap = "" if tongue.code == "zh" else " "
    return _one(chance, tongue.first_names) + gap + _capital(draw_telling(chance, vocabulary(tongue.code)))


def _text(chance: Random, tongue: Tongue, words: Vocabulary, topics: Sequence[str], year: int) -> str:
    near_normal = (sum(chance.random() for _ in range(4)) - 2) * math.sqrt(3)
    size = BYTES * 0.93 * math.exp(SPREAD * near_normal - SPREAD**2 / 2)
    running = draw(chance, words, max(60, int(size / words.mean_bytes)))
    number, total = chance.random, len(running)
    for _ in range(int(total * TOPIC_SHARE)):
        running[int(number() * total)] = topics[pick(chance, _TOPIC_SUMS)]
    sentences = _sentences(chance, running, tongue)
    count = min(5 + int(number() * 8), len(sentences))
    ends = [len(sentences) * (each + 1) // count for each in range(count)]
    gap = "" if tongue.code == "zh" else " "
    lines = [gap.join(sentences[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
    if number() < CREDITED or tongue is ENGLISH:
        lines.append(_credit(chance, year))
    return "\n".join(lines)


def _credit(chance: Random, year: int) -> str:
    paper = sites("en")[pick(chance, _SITE_SUMS)][0]
    return _one(chance, CREDITS).format(name=_name(chance, ENGLISH), paper=paper, year=year)


def _sentences(chance: Random, running: list[str], tongue: Tongue) -> list[str]:
    """Sentences of 5 to 34 words; with commas, some of them said by somebody."""
    if tongue.code == "zh":
        return _chinese_sentences(chance, running)
    found, start, number = [], 0, chance.random
    opening, closing = tongue.quotes
    while start < len(running):
        length = 5 + int(15 * (number() + number()))
        part = running[start : start + length]
        start += length
        part[0] = part[0][:1].upper() + part[0][1:]
        for place in range(5 + int(number() * 6), len(part) - 2, 9):
            part[place] += ","
        kind = number()
        end = "." if kind < 0.93 else "?" if kind < 0.97 else "!"
        line = " ".join(part) + end
        found.append(f"{opening}{line}{closing}" if kind < 0.08 else line)
    return found


def _chinese_sentences(chance: Random, running: list[str]) -> list[str]:
    found, start, number = [], 0, chance.random
    while start < len(running):
        length = 8 + int(22 * number())
        part = running[start : start + length]
        start += length
        for place in range(4 + int(number() * 5), len(part) - 2, 8):
            part[place] += "，"
        line = "".join(part) + ("。" if number() < 0.95 else "？")
        found.append(f"「{line}」" if number() < 0.06 else line)
    return found


def _some(chance: Random, names: Sequence[str], sums: list[float], count: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[pick(chance, sums)] for _ in range(count)))


def _one(chance: Random, of: Sequence[str]) -> str:
    return of[int(chance.random() * len(of))]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
