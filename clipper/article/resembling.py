"""The passage of a text that is most like a quotation whose words have changed.

Short pieces of the quotation and its surroundings vote for where it would stand; the few places with most
votes are compared letter by letter, or word by word where the quotation is longer. Of a long quotation its
beginning and its end are looked for. The cost is that of a few dozen searches through the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import Match, SequenceMatcher

LEAST = 0.7
"""Similarity, from 0 to 1, below which it is another passage."""
ELSEWHERE = 0.85
"""The same where the surroundings are others and the quotation is compared by letters: any two sentences of
one language share half of these."""
_STRAY = 0.8
"""Similarity below which letters at the ends are asked whether they belong to it."""
_PIECE = 6
"""Letters of a piece that votes; fewer where the quotation is short."""
_VOTERS = 150
_COMMON = 100
"""Places at which a piece stands, from which on it says nothing."""
_TRIED = 3
_BY_LETTERS = 160
"""Longest quotation that is compared letter by letter."""
_SHORT = 24
"""Letters of a quotation that is nothing without its surroundings."""
_LONG = 800
_END = 300
"""Letters of the beginning and of the end of a long one."""
_TOKEN = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]|\w+|[^\w\s]"
)
_Span = tuple[int, int]


def most_similar(text: str, prefix: str, quote: str, suffix: str, start: int) -> _Span | None:
    """Begin and end of the passage most like `quote`, or None where none is. `start`: where it stood."""
    if not quote.strip():
        return None
    if len(quote) > _LONG:
        return _between(text, prefix, quote, suffix, start)
    best: tuple[float, _Span] | None = None
    for guess in _guesses(text, prefix, quote, suffix, start):
        found = _compared(text, (prefix, quote, suffix), guess)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best else None


def _between(text: str, prefix: str, quote: str, suffix: str, start: int) -> _Span | None:
    """From the place of its beginning to that of its end, if those lie about as far apart as they did."""
    begins = most_similar(text, prefix, quote[:_END], quote[_END : _END + len(suffix)], start)
    near = start if begins is None else begins[0]
    tail = len(quote) - _END
    ends = most_similar(text, quote[tail - len(prefix) : tail], quote[tail:], suffix, near + tail)
    if begins is None or ends is None:
        return None
    return (begins[0], ends[1]) if 0.5 <= (ends[1] - begins[0]) / len(quote) <= 2 else None


def _guesses(text: str, prefix: str, quote: str, suffix: str, start: int) -> list[int]:
    """Where the quotation would begin, by the votes of its pieces; the likeliest first."""
    whole = prefix + quote + suffix
    size = max(2, min(_PIECE, len(whole) // 3))
    step = max(1, len(whole) // _VOTERS)
    width = max(8, len(whole) // 8)
    votes: Counter[int] = Counter()
    firsts: dict[int, int] = {}
    for offset in range(0, len(whole) - size + 1, step):
        weight = 2 if len(prefix) <= offset < len(prefix) + len(quote) else 1
        for at in _places(text, whole[offset : offset + size]):
            begin = at - offset + len(prefix)
            for bucket in {(begin - width // 2) // width, (begin + width // 2) // width}:
                votes[bucket] += weight
                firsts.setdefault(bucket, begin)
    ranked = sorted(votes, key=lambda bucket: (-votes[bucket], abs(firsts[bucket] - start)))
    return list(dict.fromkeys(firsts[bucket] for bucket in ranked[: 2 * _TRIED]))[:_TRIED]


def _places(text: str, piece: str) -> list[int]:
    found: list[int] = []
    at = text.find(piece)
    while at >= 0:
        found.append(at)
        if len(found) > _COMMON:
            return []
        at = text.find(piece, at + 1)
    return found


def _compared(text: str, context: tuple[str, str, str], guess: int) -> tuple[float, _Span] | None:
    """How like the quotation the likest passage about there is, and where that is; None if not enough.

    All of the context is laid beside the text; what lies beside the quotation is the passage.
    """
    prefix, quote, suffix = context
    slack = max(24, len(quote) // 3)
    low = max(0, guess - len(prefix) - slack)
    theirs = _tokens(text[low : max(low, guess + len(quote) + len(suffix) + slack)], low, quote)
    parts = [_tokens(part, 0, quote) for part in context]
    words = [word for part in parts for word, _at in part]
    matcher = SequenceMatcher(None, words, [word for word, _at in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    first, mine = len(parts[0]), parts[1]
    inside = _trimmed(list(_within(blocks, first, first + len(mine))), len(mine))
    same = sum(block.size for block in blocks)
    if not inside or (len(quote) < _SHORT and same < LEAST * len(words)):
        return None
    beside = (same - sum(block.size for block in inside)) / max(1, len(words) - len(mine))
    likeness = _ratio(inside, len(mine))
    is_sure = beside >= LEAST or len(quote) > _BY_LETTERS
    if likeness < (LEAST if is_sure else ELSEWHERE):
        return None
    begins, ends = theirs[inside[0].b], theirs[inside[-1].b + inside[-1].size - 1]
    left = mine[inside[0].a - first][1]
    word, at = mine[inside[-1].a + inside[-1].size - 1 - first]
    right = len(quote) - at - len(word)
    span = _whole_words(text, begins[1], ends[1] + len(ends[0]), left, right)
    return likeness + beside / 100, span


def _tokens(text: str, offset: int, quote: str) -> list[tuple[str, int]]:
    """What is compared, with its places: letters, of longer quotations words."""
    if len(quote) <= _BY_LETTERS:
        return [(letter, offset + at) for at, letter in enumerate(text)]
    return [(found[0], offset + found.start()) for found in _TOKEN.finditer(text)]


def _within(blocks: Iterable[Match], first: int, end: int) -> Iterator[Match]:
    """The parts of the blocks that lie from `first` to `end` of what is looked for."""
    for a, b, size in blocks:
        cut = max(0, first - a)
        left = min(a + size, end) - max(a, first)
        if left > 0:
            yield Match(a + cut, b + cut, left)


def _trimmed(blocks: list[Match], length: int) -> list[Match]:
    """Without stray letters far off its ends, which make the passage longer than they are worth."""
    while len(blocks) > 1 and _ratio(blocks, length) < _STRAY:
        better = max(blocks[1:], blocks[:-1], key=lambda some: _ratio(some, length))
        if _ratio(better, length) <= _ratio(blocks, length):
            break
        blocks = better
    return blocks


def _ratio(blocks: list[Match], length: int) -> float:
    span = blocks[-1].b + blocks[-1].size - blocks[0].b
    return 2 * sum(block.size for block in blocks) / (length + span)


def _whole_words(text: str, begin: int, end: int, left: int, right: int) -> _Span:
    """The passage with the rest of the words that it begins and ends in, as far as the quotation went."""
    while left > 0 and begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum():
        begin, left = begin - 1, left - 1
    while right > 0 and end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end, right = end + 1, right - 1
    words = text[begin:end]
    return begin + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
