"""The words of a language with their frequencies: small words by hand, the others made up and inflected."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from tests.bench.library.tongues import TONGUES, Tongue

FORMS = 100_000
"""As many as a large newspaper uses in some years; stems are made until their endings give so many."""
COMPOUNDS = 40_000
"""Beyond them."""
FIRST_STEMS = 600
"""The commonest: most of them of one syllable."""
CHARACTERS = 3_000
CHINESE_WORDS = 70_000
NUMBERS = 2_500
NUMBER_SHARE = 0.012
STEEPNESS, OFFSET = 1.05, 2.7
"""Of Zipf and Mandelbrot: the word of rank r is as frequent as (r + OFFSET) ** -STEEPNESS."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and the running sum of their weights; the small words come first."""

    words: list[str]
    sums: list[float]
    tail: float
    """The sum at which the small words end."""
    mean_bytes: float
    """Of a running word with the blank or comma behind it."""


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language: the same on every machine, whatever the seed of the clips."""
    tongue = TONGUES[code]
    chance = Random(sum(map(ord, code)) * 7919)
    made = _chinese(chance) if code == "zh" else _inflected(tongue, chance)
    small = {word: (rank + 1.5) ** -0.9 for rank, word in enumerate(tongue.small_words)}
    numbers = {str(number): (number + 5) ** -0.9 for number in range(1, NUMBERS)}
    others = {word: weight for word, weight in made.items() if word not in small}
    weights = _share(small, tongue.small_share)
    weights |= _share(others, 1 - tongue.small_share - NUMBER_SHARE)
    weights |= _share(numbers, NUMBER_SHARE)
    return _table(weights, len(small), apart="" if code == "zh" else " ")


def draw(chance: Random, of: Vocabulary, count: int) -> list[str]:
    """So many running words."""
    words, sums, total, number = of.words, of.sums, of.sums[-1], chance.random
    last = len(words) - 1
    return [words[bisect(sums, number() * total, 0, last)] for _ in range(count)]


def draw_telling(chance: Random, of: Vocabulary) -> str:
    """One word that is no small word."""
    place = of.tail + chance.random() * (of.sums[-1] - of.tail)
    return of.words[bisect(of.sums, place, 0, len(of.words) - 1)]


def zipf(count: int, steepness: float = 1.0) -> list[float]:
    """The running sums of `count` weights that fall with their rank."""
    return list(accumulate((rank + 1) ** -steepness for rank in range(count)))


def pick(chance: Random, sums: list[float]) -> int:
    """A place, as often as its weight wants."""
    return bisect(sums, chance.random() * sums[-1], 0, len(sums) - 1)


def _share(weights: dict[str, float], share: float) -> dict[str, float]:
    """The same, adding up to `share`."""
    factor = share / sum(weights.values())
    return {word: weight * factor for word, weight in weights.items()}


def _table(weights: dict[str, float], small: int, apart: str) -> Vocabulary:
    sums = list(accumulate(weights.values()))
    length = sum(weight * len((word + apart).encode()) for word, weight in weights.items())
    return Vocabulary(list(weights), sums, sums[small - 1], length / sums[-1])


def _inflected(tongue: Tongue, chance: Random) -> dict[str, float]:
    """Every stem in the forms of one paradigm, the first forms the commonest."""
    forms: dict[str, float] = {}
    stems = _stems(tongue, chance)
    for rank, stem in enumerate(stems):
        paradigm = tongue.paradigms[int(chance.random() * len(tongue.paradigms))]
        is_noun = tongue.capital_nouns and chance.random() < 0.4
        weight = (rank + OFFSET) ** -STEEPNESS
        for place, ending in enumerate(paradigm):
            form = (stem.capitalize() if is_noun else stem) + ending
            forms[form] = forms.get(form, 0) + weight * (1 + place + chance.random()) ** -1.4
    return forms | _compounds(tongue, stems, chance) if tongue.links else forms


def _compounds(tongue: Tongue, stems: list[str], chance: Random) -> dict[str, float]:
    """Two stems in one word, as a noun."""
    sums = zipf(len(stems), 0.8)
    found: dict[str, float] = {}
    for rank in range(COMPOUNDS):
        link = tongue.links[int(chance.random() * len(tongue.links))]
        word = (stems[pick(chance, sums)] + link + stems[pick(chance, sums)]).capitalize()
        found.setdefault(word, 0.4 * (rank + 60) ** -STEEPNESS)
    return found


def _stems(tongue: Tongue, chance: Random) -> list[str]:
    """Different stems, the shortest among the first as in every language."""
    count = FORMS * len(tongue.paradigms) // sum(map(len, tongue.paradigms))
    parts = [(each, zipf(len(each), 0.6)) for each in (tongue.onsets, tongue.vowels, tongue.codas)]
    found: dict[str, None] = {}
    while len(found) < count:
        often = len(found) < FIRST_STEMS
        syllables = 1 + (chance.random() < 0.3) if often else 2 + (chance.random() < len(found) / count / 2)
        stem = "".join(_syllable(chance, parts, is_last=left == 1) for left in range(syllables, 0, -1))
        if len(stem) > 2:
            found[stem] = None
    return list(found)


def _syllable(chance: Random, parts: list[tuple[tuple[str, ...], list[float]]], *, is_last: bool) -> str:
    """Within a word it mostly ends in its vowel."""
    closed = is_last or chance.random() < 0.25
    return "".join(pieces[pick(chance, sums)] for pieces, sums in (parts if closed else parts[:2]))


def _chinese(chance: Random) -> dict[str, float]:
    """Words of one to three characters out of the first level of GB 2312, which are the usual ones."""
    cells = [bytes((row, cell)) for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
    shuffled = sorted(cells, key=lambda _cell: chance.random())[:CHARACTERS]
    characters = [cell.decode("gb2312") for cell in shuffled]
    sums = zipf(CHARACTERS, 0.85)
    words: dict[str, float] = {}
    for rank in range(CHINESE_WORDS):
        length = 1 if rank < 300 else 2 + (chance.random() < 0.25)
        word = "".join(characters[pick(chance, sums)] for _ in range(length))
        words[word] = words.get(word, 0) + (rank + OFFSET) ** -STEEPNESS
    return words
