"""Which blocks of a page are wanted, told by its known text; and how well a text matches it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import fmean

from block_pages import Example

NAN = float("nan")
SHINGLE = 4
NOISY = 0.45
"""F1 under which a page's known text is taken to be wrong or short: such pages are not learned from."""
_WORD = re.compile(r"\w+")
_DOUBTFUL = (0.05, 0.95)
_SHORT = 8

Grams = Counter[tuple[str, ...]]


def labelled(example: Example) -> list[float]:
    """1 for a wanted block, 0 for any other, NaN where nothing tells."""
    if example.text is None:
        return _by_segments(example)
    return _by_text([_WORD.findall(text) for text in example.layout.texts], _WORD.findall(example.text))


def _by_segments(example: Example) -> list[float]:
    texts = example.layout.texts
    found = [NAN] * len(texts)
    for answer, segments in ((1.0, example.wanted), (0.0, example.unwanted)):
        for segment in segments:
            flat = " ".join(segment.split())
            places = [
                at for at, text in enumerate(texts) if flat in text or (len(text) >= 12 and text in flat)
            ]
            if answer and len(places) > 1:
                places = [max(places, key=lambda at: len(texts[at]))]
            for at in places:
                found[at] = found[at] if found[at] == 1 else answer
    return found


def _by_text(blocks: Sequence[list[str]], gold: list[str]) -> list[float]:
    """Half of a block's words lie in 4-grams that the known text has, across the borders of blocks; then
    single blocks are turned over while the page's F1 rises."""
    if len(gold) < SHINGLE:
        return [float(bool(words) and set(words) <= set(gold)) for words in blocks]
    wanted = grams(gold)
    hits = _hits(blocks, wanted)
    answers = [float(bool(words) and hits[at] >= 0.5 * len(words)) for at, words in enumerate(blocks)]
    first = next((at for at, answer in enumerate(answers) if answer), 0) - 3
    last = len(answers) - next((at for at, answer in enumerate(reversed(answers)) if answer), 0) + 3
    doubtful = [
        at
        for at, words in enumerate(blocks)
        if first <= at <= last
        and words
        and (_DOUBTFUL[0] * len(words) < hits[at] < _DOUBTFUL[1] * len(words) or len(words) < _SHORT)
    ]
    if sum(map(len, blocks)) < 20_000:
        _turn_over(blocks, wanted, answers, doubtful)
    return answers


def _hits(blocks: Sequence[list[str]], wanted: Grams) -> list[int]:
    flat = [word for words in blocks for word in words]
    owner = [at for at, words in enumerate(blocks) for _ in words]
    hit = [False] * len(flat)
    for at in range(len(flat) - SHINGLE + 1):
        if tuple(flat[at : at + SHINGLE]) in wanted:
            hit[at : at + SHINGLE] = [True] * SHINGLE
    counts = [0] * len(blocks)
    for at, is_hit in enumerate(hit):
        counts[owner[at]] += is_hit
    return counts


def _turn_over(blocks: Sequence[list[str]], wanted: Grams, answers: list[float], doubtful: list[int]) -> None:
    best = _f1_of(blocks, wanted, answers)
    for _ in range(2):
        before = best
        for at in doubtful:
            answers[at] = 1 - answers[at]
            value = _f1_of(blocks, wanted, answers)
            if value > best + 1e-9:
                best = value
            else:
                answers[at] = 1 - answers[at]
        if best == before:
            return


def _f1_of(blocks: Sequence[list[str]], wanted: Grams, answers: Sequence[float]) -> float:
    got = grams([word for at, words in enumerate(blocks) if answers[at] for word in words])
    right = (wanted & got).total()
    return 2 * right / (wanted.total() + got.total()) if right else 0.0


def grams(words: Sequence[str]) -> Grams:
    """The multiset of 4-grams; a text under four words is one."""
    count = max(1, len(words) - SHINGLE + 1)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(count)) if words else Counter()


def is_noisy(example: Example, text: str) -> bool:
    """Is what is known of the page most likely wrong?"""
    return example.group == "wcxb" and _of_page(example, text)[2] < NOISY


def _of_page(example: Example, text: str) -> tuple[float, float, float]:
    """Precision, recall, F1 of 4-grams."""
    wanted, got = grams(_WORD.findall(example.text or "")), grams(_WORD.findall(text))
    right = (wanted & got).total()
    precision, recall = right / (got.total() or 1), right / (wanted.total() or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def score(examples: Sequence[Example], texts: Mapping[tuple[str, str], str]) -> dict[str, float]:
    """F1 of each set: of mean precision and mean recall of the pages, or of all segments together."""
    found: dict[str, float] = {}
    for group in dict.fromkeys(each.group for each in examples):
        pages = [each for each in examples if each.group == group]
        if pages[0].is_partly_known:
            found[group] = _of_segments(pages, texts)
        else:
            figures = [_of_page(each, texts[each.key]) for each in pages]
            precision = fmean(each[0] for each, page in zip(figures, pages, strict=True) if texts[page.key])
            recall = fmean(each[1] for each in figures)
            found[group] = 2 * precision * recall / (precision + recall)
    return found


def _of_segments(pages: Sequence[Example], texts: Mapping[tuple[str, str], str]) -> float:
    right = extra = total = 0
    for page in pages:
        flat = " ".join(texts[page.key].split())
        right += sum(" ".join(each.split()) in flat for each in page.wanted)
        extra += sum(" ".join(each.split()) in flat for each in page.unwanted)
        total += len(page.wanted)
    return 2 * right / (right + extra + total)
