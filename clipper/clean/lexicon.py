"""Reads the vocabulary of the chrome around articles: one file a language in `resources/clean/words`.

A file holds sections, `[kind]`, with phrases between ` / ` or line ends, below a comment. In a phrase `#`
stands for a number and `{a|b}` for one of several words. Languages of one script are read together, when
the first line in that script is looked at: so nobody waits for Korean who never clips a Korean page.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from clipper.resources import resource

SCRIPTS: Final = {
    "latin": ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "id"),
    "greek": ("el",),
    "cyrillic": ("ru", "uk"),
    "hebrew": ("he",),
    "arabic": ("ar", "fa"),
    "devanagari": ("hi",),
    "han": ("zh", "ja"),
    "hangul": ("ko",),
}
"""The languages that there is a file for, by script. What stands in `any.txt` belongs to each of them."""
KINDS: Final = (
    *("noscript", "wait", "save", "share", "network", "follow", "print", "font_size", "comments", "skip"),
    *(
        "related",
        "most_read",
        "paging",
        "top",
        "menu",
        "consent",
        "adblock",
        "newsletter",
        "subscribe",
        "login",
    ),
    *(
        "app",
        "listen",
        "player",
        "gallery",
        "error_report",
        "advert",
        "poll",
        "author_box",
        "copyright",
        "date",
    ),
    *("ago", "read_time", "label", "service", "word"),
)
"""Kinds of phrases that are whole lines; of two under which a phrase stands, the earlier one counts.
`word`: an ordinary word, which says something beside other phrases only."""
BEGINNINGS: Final = ("footnote", "credit", "following", "letters", "teaser", "locked", "consent_text")
"""Kinds of phrases that begin a line (`credit`: with a colon behind them) or stand within one."""
KIND_BITS: Final = 6
"""A phrase's code: its kind's number in the low bits, above them one bit for each language that has it."""

_ALL = (1 << max(map(len, SCRIPTS.values()))) - 1
_MARKS = re.compile(
    r"[\s.,:;!?…·•|/\\()\[\]{}<>«»‹›*+=~_\-–—‒―،؛؟。、，：；！？（）【】［］「」『』《》〈〉％%©®™ⓒ&@'^・※#"
    r"\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ue000-\uf8ff\ufe0f\ufffd\U0001f000-\U0001faff]+"
)
_FAST = bytes(
    32 if _MARKS.fullmatch(chr(at)) else 35 if 48 <= at < 58 else at + 32 if 65 <= at < 91 else at
    for at in range(256)
)
"""ASCII as `key` has it; bytes are translated in a fraction of the time that a `str` takes."""
_NUMBER = re.compile(r"#(?:[# ]|[km](?![^\W\d_]))*")
_AFTER_NUMBERS = ("k", "m")
"""What may belong to a number before it: "3 k" is one word of a key."""
_DIGIT = re.compile(r"\d")
_UNSEEN = re.compile(r"[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_ACCENTS = re.compile(r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4-\u05c7\u064b-\u065f\u0670]+")
_ALIKE = tuple(zip("ıىيكۀة", "iییکهه", strict=True))
"""Letters that are typed for one another."""
_ALTERNATIVES = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of one script."""

    codes: dict[str, int]
    """Code of each phrase that is a whole line."""
    lengths: dict[str, int]
    """By a phrase's first word: bit n is set where a phrase of n + 1 words begins with it."""
    words: frozenset[str]
    """All words of these phrases, and `#`."""
    begins: dict[str, frozenset[str]]
    """The other phrases by kind."""


def key(text: str) -> str:
    """What is compared of a line: small letters without accents, one blank between words, `#` for numbers, no
    marks. Quotation marks stay: what is quoted is not chrome.

    >>> key("À lire aussi : 1,234 fois"), key("“Share!”")
    ('a lire aussi # fois', '“share ”')
    """
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of its key; none where it has marks only."""
    flat = text.encode().translate(_FAST).decode() if text.isascii() else _flat(text)
    return _NUMBER.sub(" # ", flat).split() if "#" in flat else flat.split()


def may_hold(text: str, known: Lexicon) -> bool:
    """Could the text's key be made of these phrases, by its first and its last word? Quick: where there is
    more than ASCII the whole key takes ten times as long.
    """
    stretches = text.split()
    begin = words_of(stretches[0]) if stretches else []
    if not begin or begin[0] == "#":
        return True
    if begin[0] not in known.lengths:
        return False
    end = words_of(stretches[-1])
    return not end or end[-1] in known.words or end[-1] in _AFTER_NUMBERS


def _flat(text: str) -> str:
    flat = text.translate(_FLAT)
    # A letter and a sign of its own beneath it, which are one letter together: seldom.
    return flat if unicodedata.is_normalized("NFC", flat) else _flattened(text)


def _flattened(text: str) -> str:
    return _DIGIT.sub("#", _MARKS.sub(" ", folded(text)))


class _Flat(dict[int, str]):
    """What becomes of each character in a key, noted when it is first met."""

    def __missing__(self, character: int) -> str:
        known = self[character] = _flattened(chr(character))
        return known


_FLAT = _Flat()


def folded(text: str) -> str:
    """The text with case, accents, widths and letters that look alike made one."""
    if text.isascii():
        return text.lower()
    flat = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    flat = unicodedata.normalize("NFC", _UNSEEN.sub("", flat))
    for letter, other in _ALIKE:
        if letter in flat:
            flat = flat.replace(letter, other)
    return flat


@cache
def lexicon(script: str) -> Lexicon:
    """The phrases of all languages of a script."""
    codes: dict[str, int] = {}
    begins: dict[str, set[str]] = {kind: set() for kind in BEGINNINGS}
    for at, language in enumerate(SCRIPTS[script]):
        _add(codes, _read(language, 1 << at, begins))
    _add(codes, _read("any", _ALL, begins))
    lengths: dict[str, int] = {}
    for phrase in codes:
        first = phrase.partition(" ")[0]
        lengths[first] = lengths.get(first, 0) | 1 << phrase.count(" ")
    words = frozenset(("#", *" ".join(codes).split(" ")))
    return Lexicon(codes, lengths, words, {kind: frozenset(phrases) for kind, phrases in begins.items()})


def phrases_of(language: str) -> dict[str, str]:
    """What a language's file holds by kind, as it is written there but for one phrase a line."""
    text = resource("clean", "words", f"{language}.txt").read_text("utf-8")
    sections = (section.partition("]\n") for section in text.split("\n[")[1:])
    return {kind: phrases.rstrip().replace(" / ", "\n") for kind, _, phrases in sections}


def written_out(phrase: str) -> list[str]:
    """A phrase with `{a|b}` in it as each of the phrases that it stands for.

    >>> written_out("# {hour|hours} ago")
    ['# hour ago', '# hours ago']
    """
    if "{" not in phrase:
        return [phrase]
    parts = _ALTERNATIVES.split(phrase)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(each) for each in product(*choices)]


def _read(language: str, bits: int, begins: dict[str, set[str]]) -> dict[str, int]:
    """A language's codes; what begins a line is put into `begins`."""
    phrases = {kind: _keys(text) for kind, text in phrases_of(language).items()}
    for kind in BEGINNINGS:
        begins[kind].update(phrases.pop(kind, ()))
    codes: dict[str, int] = {}
    for kind in sorted(phrases, key=KINDS.index, reverse=True):
        codes.update(dict.fromkeys(phrases[kind], KINDS.index(kind) | bits << KIND_BITS))
    return codes


def _add(codes: dict[str, int], more: dict[str, int]) -> None:
    for phrase in codes.keys() & more.keys():
        here, there = codes[phrase], more[phrase]
        more[phrase] = min(here & 63, there & 63) | (here | there) >> KIND_BITS << KIND_BITS
    codes.update(more)


def _keys(text: str) -> list[str]:
    """The keys of many phrases, one a line: all at once, since one by one takes many times as long."""
    if "{" in text:
        text = "\n".join(each for line in text.split("\n") for each in written_out(line))
    flat = _DIGIT.sub("#", _MARKS_IN_LINE.sub(" ", folded(text.replace("#", "0"))))
    flat = _ENDS.sub("\n", _BLANKS.sub(" ", _NUMBER.sub(" # ", flat)))
    return [each for each in flat.strip().split("\n") if each and each != "#"]


_MARKS_IN_LINE = re.compile(_MARKS.pattern.replace(r"[\s", "[ \t\xa0", 1))
_BLANKS = re.compile("  +")
_ENDS = re.compile(" *\n *")
