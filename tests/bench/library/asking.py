"""What the bench asks: for every class of query forty, drawn from the vocabulary and the texts themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from tests.bench.library.clips import MadeClip, made
from tests.bench.options import CannotMeasure

T = TypeVar("T")
QUERIES = 1
"""Raised whenever other queries come out."""
EACH = 40
SAMPLED = 400
"""Clips whose words are drawn: what is asked for together stands together somewhere."""
RARE = (3, 30)
"""Hits."""
MID = (0.02, 0.08)
"""Share of the clips, as those that follow."""
KNOWN = (0.001, 0.2)
UNWANTED = (0.03, 0.4)
ANY_OF_TEN = (0.003, 0.05)
COMMON_WORDS = 200
"""So many words make up the phrases."""
_WORD = re.compile(r"[^\W\d_]+")
_CHINESE = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """One query in both languages."""

    kind: str
    words: str
    """As somebody types it into Clipper; a blank behind it: the last word is whole."""
    match: str
    """As FTS5 takes it."""
    tag: str | None = None
    """Besides, only clips with this tag."""


@dataclass(frozen=True, slots=True)
class Words:
    """What queries are drawn from."""

    clips: int
    frequencies: Mapping[str, int]
    """In how many clips each word stands; words without case and accents."""
    sample: Sequence[MadeClip]
    common: Sequence[str]
    """The commonest words, the very commonest first."""

    def share(self, word: str) -> float:
        """Of the clips that hold the word."""
        return self.frequencies.get(plain(word), 0) / self.clips

    def between(self, low: float, high: float) -> list[str]:
        """The words of so many clips."""
        return [word for word, count in self.frequencies.items() if low <= count <= high]


def queries(clips: int, seed: int, frequencies: Mapping[str, int]) -> list[Asked]:
    """Every class in turn. Raises CannotMeasure where the library is too small for one."""
    chance = Random(seed)
    sample = [made(1 + int(chance.random() * clips), seed) for _ in range(SAMPLED)]
    by_count = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    words = Words(clips, frequencies, sample, by_count[:COMMON_WORDS])
    found: list[Asked] = []
    for kind, draw in CLASSES.items():
        different = dict.fromkeys(_first(draw(words, chance), EACH))
        if not different:
            raise CannotMeasure(f"{clips} clips are too few to ask for: {kind}")
        found += [Asked(kind, *each) for each in different]
    return found


def plain(word: str) -> str:
    """Without case and accents, as FTS5 keeps it."""
    parts = unicodedata.normalize("NFKD", word.lower())
    return unicodedata.normalize("NFC", "".join(each for each in parts if not unicodedata.combining(each)))


Drawn = tuple[str, str] | tuple[str, str, str]
"""Words, match and tag."""


def _first(drawn: Iterator[Drawn], count: int) -> Iterator[Drawn]:
    """Different ones, unless that takes too many attempts."""
    seen: set[Drawn] = set()
    for _attempt, each in zip(range(count * 100), drawn, strict=False):
        if each not in seen:
            seen.add(each)
            yield each
            if len(seen) == count:
                return


def _rare(words: Words, chance: Random) -> Iterator[Drawn]:
    return _single(words.between(*RARE), chance)


def _mid(words: Words, chance: Random) -> Iterator[Drawn]:
    return _single(_of_share(words, MID), chance)


def _common(words: Words, _chance: Random) -> Iterator[Drawn]:
    return ((f"{word} ", _quoted(word)) for word in words.common[:EACH])


def _two(words: Words, chance: Random) -> Iterator[Drawn]:
    for text in _texts(words, chance):
        known = [word for word in text if _is_within(words.share(word), KNOWN)]
        if len(known) > 1:
            one, other = _one(chance, known), _one(chance, known)
            if one != other:
                yield f"{one} {other} ", f"{_quoted(one)} {_quoted(other)}"


def _phrase(words: Words, chance: Random) -> Iterator[Drawn]:
    """Two or three common words that stand beside each other."""
    common = set(words.common)
    for place, text in enumerate(_texts(words, chance)):
        length = 2 + place % 2
        start = int(chance.random() * (len(text) - length))
        part = text[start : start + length]
        if len(set(part)) == length and all(plain(word) in common for word in part):
            phrase = _quoted(" ".join(part))
            yield f"{phrase} ", phrase


def _prefix(letters: int) -> Callable[[Words, Random], Iterator[Drawn]]:
    """The beginnings of running words."""

    def draw(words: Words, chance: Random) -> Iterator[Drawn]:
        for text in _texts(words, chance):
            word = _one(chance, text)
            if len(word) > letters:
                yield f"{word[:letters]}*", f"{_quoted(word[:letters])}*"

    return draw


def _word_and_prefix(words: Words, chance: Random) -> Iterator[Drawn]:
    """A word, and the first letters of one that stands in the same clip, as somebody who goes on typing."""
    for place, text in enumerate(_texts(words, chance)):
        letters = 1 + place % 4
        word, other = _one(chance, text), _one(chance, text)
        if len(other) > letters and words.share(word) > KNOWN[0]:
            yield f"{word} {other[:letters]}*", f"{_quoted(word)} {_quoted(other[:letters])}*"


def _not(words: Words, chance: Random) -> Iterator[Drawn]:
    for text in _texts(words, chance):
        wanted = [word for word in text if _is_within(words.share(word), MID)]
        unwanted = [word for word in text if _is_within(words.share(word), UNWANTED)]
        if wanted and unwanted:
            one, other = _one(chance, wanted), _one(chance, unwanted)
            if one != other:
                yield f"{one} -{other} ", f"{_quoted(one)} NOT {_quoted(other)}"


def _cjk(words: Words, chance: Random) -> Iterator[Drawn]:
    """Two or three characters that stand beside each other; sometimes one."""
    texts = [_CHINESE.findall(each.text) for each in words.sample if each.language == "zh"]
    while texts:
        for length in (2, 3, 2, 1):
            run = _one(chance, _one(chance, texts))
            if len(run) >= length:
                start = int(chance.random() * (len(run) - length + 1))
                part = run[start : start + length]
                yield f"{part} ", _quoted(apart(part))


def _field(words: Words, chance: Random) -> Iterator[Drawn]:
    while True:
        title = [word for word in _WORD.findall(_one(chance, words.sample).title.lower()) if len(word) > 3]
        if title:
            word = _one(chance, title)
            yield f"title:{word} ", f"title : {_quoted(word)}"


def _tag(words: Words, chance: Random) -> Iterator[Drawn]:
    """A word of a clip and one of the clip's tags."""
    while True:
        clip = _one(chance, words.sample)
        mid = [word for word in _letters(clip) if _is_within(words.share(word), MID)]
        if mid and clip.tags:
            word = _one(chance, mid)
            yield f"{word} ", _quoted(word), _one(chance, clip.tags)


def _or(words: Words, chance: Random) -> Iterator[Drawn]:
    known = _of_share(words, ANY_OF_TEN)
    while len(known) >= 10:
        ten = [_one(chance, known) for _ in range(10)]
        yield f"{' OR '.join(ten)} ", " OR ".join(map(_quoted, ten))


CLASSES: Mapping[str, Callable[[Words, Random], Iterator[Drawn]]] = {
    "rare": _rare,
    "mid": _mid,
    "common": _common,
    "two words": _two,
    "phrase": _phrase,
    **{f"prefix{letters}": _prefix(letters) for letters in (1, 2, 3, 4)},
    "word+prefix": _word_and_prefix,
    "not": _not,
    "cjk": _cjk,
    "field": _field,
    "tag": _tag,
    "or": _or,
}
"""What is asked, class by class."""


def apart(text: str) -> str:
    """Chinese characters with blanks between them: FTS5 finds none inside a sentence otherwise."""
    return _CHINESE.sub(lambda run: f" {' '.join(run[0])} ", text).strip()


def _single(candidates: Sequence[str], chance: Random) -> Iterator[Drawn]:
    while candidates:
        word = _one(chance, candidates)
        yield f"{word} ", _quoted(word)


def _texts(words: Words, chance: Random) -> Iterator[list[str]]:
    """The words of one text after another, without end; Chinese is asked for elsewhere."""
    texts = [_letters(each) for each in words.sample if each.language != "zh"]
    while texts:
        yield _one(chance, texts)


def _letters(clip: MadeClip) -> list[str]:
    """The running words of a text, lower case, without numbers and Chinese."""
    return [word for word in _WORD.findall(clip.text.lower()) if not _CHINESE.search(word)]


def _of_share(words: Words, band: tuple[float, float]) -> list[str]:
    low, high = band
    return words.between(low * words.clips, high * words.clips)


def _is_within(share: float, band: tuple[float, float]) -> bool:
    return band[0] <= share <= band[1]


def _quoted(words: str) -> str:
    return f'"{words}"'


def _one(chance: Random, of: Sequence[T]) -> T:
    return of[int(chance.random() * len(of))]
