"""Does a line consist of chrome and nothing else? Compares whole lines with the vocabulary, never parts
of prose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from clipper.clean import vocabulary
from clipper.clean.text import word_set

LONGEST = 160
"""Characters; a longer line is never looked at. The longest chrome line known has 90."""

_MARKS = re.compile(
    r"[\s.,:;!?…·•|/\\()\[\]{}<>«»‹›→←↑↓▶►▲▼×✕✖+*#=~_\-–—‒―،؛؟。、，：；！？（）【】［］「」％%©®™❤♥★☆✓✔&@']+"
)
_NUMBER = re.compile(r"^\d+(?:[.,]\d+)?[kKmM]?$")


def normalised(text: str) -> str:
    """Lower case, one blank between words, marks away. Quotation marks stay: what is quoted is not chrome."""
    flat = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("\u0640", "")
    flat = "".join(c for c in flat if unicodedata.category(c) != "Cf")
    return _MARKS.sub(" ", flat).strip()


def _phrases(*texts: str) -> frozenset[str]:
    found = (normalised(each) for text in texts for each in re.split(r" / |\n", text))
    return frozenset(each for each in found if each)


SETS: dict[str, frozenset[str]] = {
    "loading": _phrases(vocabulary.LOADING),
    "favourites": _phrases(vocabulary.SAVING),
    "share": _phrases(vocabulary.SHARING),
    "comments": _phrases(vocabulary.COMMENTS),
    "related": _phrases(vocabulary.RELATED),
    "request": _phrases(vocabulary.ASKING),
    "advert": _phrases(vocabulary.ADVERTS),
    "label": _phrases(vocabulary.LABELS),
    "dated": _phrases(vocabulary.DATED),
    "reading_time": _phrases(vocabulary.READING_TIME),
}
"""Rule of each phrase: what it is called in a Removal."""

_RULE_OF: dict[str, str] = {phrase: rule for rule, phrases in reversed(SETS.items()) for phrase in phrases}
_WORDS_AT_MOST = 12
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def rule_of(text: str) -> str | None:
    """The rule by which this whole line is chrome: every word of it belongs to phrases, counts or icon names.

    >>> rule_of("Share  |  Print (3)"), rule_of("Comments"), rule_of("Comments were closed by noon.")
    ('share', 'comments', None)
    """
    if len(text) > LONGEST:
        return None
    return _rule_of(text)


@lru_cache(maxsize=4096)
def _rule_of(text: str) -> str | None:
    flat = normalised(text)
    if not flat:
        return None
    if flat in _RULE_OF:
        return _RULE_OF[flat]
    words = flat.split(" ")
    if len(words) > 40:
        return None
    rules = _cover(words)
    return rules[0] if rules else None


def _cover(words: list[str]) -> list[str]:
    """Rules of the phrases that together make up all words; empty where a word is left over."""
    rules: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_WORDS_AT_MOST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if phrase in _RULE_OF:
                rules.append(_RULE_OF[phrase])
                break
        else:
            length = 1
            if not (_NUMBER.match(words[at]) or _counted(words[at])):
                return []
        at += length
    return rules


def _counted(word: str) -> bool:
    """A count glued to its phrase, as scripts without blanks write it: 3条评论, 12件."""
    bare = word.strip("0123456789")
    return bare != word and bool(_SPACELESS.match(bare)) and (bare in _RULE_OF or len(bare) == 1)


_FOOTNOTES = _phrases(vocabulary.FOOTNOTES)
_FOLLOWING = word_set(vocabulary.FOLLOWING)
_NETWORKS = word_set(vocabulary.NETWORKS)
_LETTERS = word_set(vocabulary.LETTERS)
_FEWEST, _MOST = 1, max(len(each.split()) for each in _FOOTNOTES)


def is_footnote(text: str) -> bool:
    """Does a line begin as those do that stand under articles: "Follow us on", "This post was"?"""
    words = normalised(text[:300]).split(" ")
    if words[0] in _FOLLOWING and not _NETWORKS.isdisjoint(words):
        return True
    return any(" ".join(words[:count]) in _FOOTNOTES for count in range(_FEWEST, _MOST + 1))


def asks(text: str) -> bool:
    """Does a line speak of letters by e-mail, as a subscription box does?"""
    return not _LETTERS.isdisjoint(normalised(text[:300]).split(" "))


def starts_with(text: str, rules: Iterable[str]) -> str | None:
    """What follows a phrase of these rules and a colon: `Read also: X` gives `X`."""
    head, mark, rest = text.partition(":")
    if not mark:
        head, mark, rest = text.partition("：")
    if not mark or len(head) > 60:
        return None
    return rest.strip() if rule_of(head) in set(rules) else None
