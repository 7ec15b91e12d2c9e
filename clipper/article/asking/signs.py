"""The signs of the language, as keyboards for many scripts type them, and where a quotation ends."""

from __future__ import annotations

import re
import unicodedata

OPENING = frozenset("(（")
CLOSING = frozenset(")）")
COLONS = frozenset(":：")
MINUS = frozenset("-−–－﹣")
STARS = "*＊"
OPERATORS = frozenset({"AND", "OR", "NOT"})

QUOTES: dict[str, str] = {
    '"': '"',
    "“": '”“‟"',
    "„": '“”‟"',
    "‟": '”“"',
    "”": "”",
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": '＂"',
}
"""What may begin a quotation, and what may end it: languages do not agree on which way round."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese: scripts that put no blanks between words."""


def is_unspaced(sign: str) -> bool:
    """Whether this is a letter of a script that puts no blanks between words."""
    return _UNSPACED.match(sign) is not None


def is_glue(sign: str) -> bool:
    """Whether a quotation mark behind this belongs to the word, as in `5"` and `צה"ל`."""
    return not is_unspaced(sign) and unicodedata.category(sign)[0] in "LNM"


def is_findable(text: str) -> bool:
    """Whether there is more in it than blanks and punctuation, which no search can find."""
    return any(_is_findable(sign) for sign in text)


def _is_findable(sign: str) -> bool:
    if sign.isascii():
        return sign.isalnum()
    kind = unicodedata.category(sign)
    return kind[0] not in "PZ" and kind not in {"Cc", "Cf", "Cs"}


def end_of_quotation(text: str, start: int) -> int | None:
    """Where the mark stands that ends the quotation begun at `start`; None if nothing ends it."""
    ends = QUOTES[text[start]]
    at = start + 1
    while at < len(text):
        if text[at] in ends:
            if text[at] == '"' and text[at + 1 : at + 2] == '"':
                at += 1  # doubled: a mark inside the quotation
            elif not _is_gershayim(text, at):
                return at
        at += 1
    return None


def quotation(text: str, start: int, end: int) -> str:
    """What stands between the marks at `start` and `end`."""
    inside = text[start + 1 : end]
    return inside.replace('""', '"') if '"' in QUOTES[text[start]] else inside


def _is_gershayim(text: str, at: int) -> bool:
    """Hebrew writes its abbreviations with a quotation mark before the last letter: `צה"ל`."""
    return "א" <= text[at - 1] <= "ת" and "א" <= text[at + 1 : at + 2] <= "ת"


def brackets_in_words(text: str) -> dict[int, int]:
    """Each opening bracket that closes before the next blank, with the place where it does."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for at, sign in enumerate(text):
        if sign in OPENING:
            waiting.append(at)
        elif sign in CLOSING and waiting:
            found[waiting.pop()] = at
        elif sign.isspace():
            waiting.clear()
    return found
