"""Does a line consist of chrome and nothing else? Compares whole lines with the vocabulary, never parts
of prose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from clipper.clean import vocabulary
from clipper.clean.lexicon import KIND_BITS, KINDS, Lexicon, key, lexicon, may_hold, words_of

LONGEST = 160
"""Characters; a longer line is never looked at. The longest chrome line known has 150."""
RULES = {
    "loading": ("noscript", "wait"),
    "favourites": ("save",),
    "share": ("share", "network", "follow"),
    "print": ("print", "font_size"),
    "comments": ("comments",),
    "related": ("related", "most_read", "paging"),
    "navigation": ("skip", "top", "menu"),
    "consent": ("consent",),
    "request": ("adblock", "newsletter", "subscribe", "login", "app", "error_report", "poll", "service"),
    "player": ("listen", "player", "gallery"),
    "advert": ("advert",),
    "author_box": ("author_box",),
    "copyright": ("copyright",),
    "dated": ("date", "ago"),
    "reading_time": ("read_time",),
    "label": ("label",),
}
"""What a line is called in a Removal, by the kinds of its phrases."""
_RULE_OF_KIND = {kind: rule for rule, kinds in RULES.items() for kind in kinds}
_WORD, _NETWORK = KINDS.index("word"), KINDS.index("network")
_WEAK = frozenset(map(KINDS.index, ("word", "label", "date")))
"""Kinds after which a line is called only where it has no other."""
_FEWEST_WORDS = 4
"""Ordinary words in a row ("World Business Sport Culture") from which they are a menu."""
_MOST_WORDS = 40
_LONGEST_BEGINNING = 8
"""Words of a phrase that begins a line."""
_SCRIPTS = {
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u052f",
    "hebrew": "\u0590-\u05ff",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufeff",
    "devanagari": "\u0900-\u097f",
    "han": "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff",
    "hangul": "\uac00-\ud7af\u1100-\u11ff",
}
_FIRST = re.compile(f"[{''.join(_SCRIPTS.values())}]")
"""A letter that is not Latin: one class is found many times as fast as one of seven."""
_OF_SCRIPT = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_NOT_LATIN = bytes((*range(0xCD, 0xE0), 0xE0, 0xE1, *range(0xE3, 0xF0)))
"""With which each of these begins in UTF-8; dashes and quotation marks begin with none of them."""
_COUNTER = re.compile(r"\W*\d{1,3}\s?/\s?\d{1,3}\W*")
_CLOCKS = re.compile(r"\W*(?:0?0:00|-?\d{1,2}(?::\d\d){1,2}\s?/\s?-?\d{1,2}(?::\d\d){1,2})\W*")
_MARKS = re.compile(
    r"[\s.,:;!?…·•|/\\()\[\]{}<>«»‹›→←↑↓▶►▲▼×✕✖+*#=~_\-–—‒―،؛؟。、，：；！？（）【】［］「」％%©®™❤♥★☆✓✔&@']+"
)


def normalised(text: str) -> str:
    """Lower case, one blank between words, marks away. Quotation marks stay: what is quoted is not chrome."""
    if text.isascii():
        return _MARKS.sub(" ", text.lower()).strip()
    flat = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("\u0640", "")
    flat = "".join(c for c in flat if unicodedata.category(c) != "Cf")
    return _MARKS.sub(" ", flat).strip()


SETS = {"dated": frozenset(filter(None, map(normalised, re.split(r" / |\n", vocabulary.DATED))))}
"""Phrases in the form of `normalised`, by rule: those which others take out of a line."""


def rule_of(text: str) -> str | None:
    """The rule by which this whole line is chrome: every word of it belongs to phrases of one language or is
    a count.

    >>> rule_of("Share  |  Print (3)"), rule_of("Comments"), rule_of("Comments were closed by noon.")
    ('share', 'comments', None)
    """
    kind = _kind_of(text) if len(text) <= LONGEST else None
    return _RULE_OF_KIND[kind] if kind else None


def kind_of(text: str) -> str | None:
    """As `rule_of`, but more exactly: which of the vocabulary's kinds (`lexicon.KINDS`) the line is of."""
    return _kind_of(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> str | None:
    known = _lexicon_for(text)
    if not text.isascii() and not may_hold(text, known):
        return None
    words = words_of(text)
    first = words[0] if words else ""
    if first not in known.lengths and first != "#":
        return None
    code = known.codes.get(" ".join(words))
    if code is not None:
        number = code & 63
        return None if number == _WORD else KINDS[number]
    if len(words) > _MOST_WORDS:
        return None
    kind = _covered(words, known) if known.words.issuperset(words) else None
    return kind or (_counter(text) if first == "#" else None)


def _lexicon_for(text: str) -> Lexicon:
    return lexicon("latin" if text.isascii() else _script_of(text))


def _script_of(text: str) -> str:
    """The script of the first letter that is not Latin."""
    raw = text.encode("utf-8", "surrogatepass")
    found = _FIRST.search(text) if len(raw.translate(None, _NOT_LATIN)) != len(raw) else None
    if found is None:
        return "latin"
    return next(script for script, letters in _OF_SCRIPT.items() if letters.match(found[0]))


def _covered(words: list[str], known: Lexicon) -> str | None:
    """The kind of the phrases that together make up all words; None where a word is left over, or where no
    language has all of the phrases.
    """
    kinds = _cover(words, 0, -1, known, set())
    if not kinds:
        return None
    ordinary = kinds.count(_WORD)
    if ordinary == len(kinds):
        return "menu" if ordinary >= _FEWEST_WORDS else None
    if 2 * ordinary >= len(kinds):
        return None
    return KINDS[next((kind for kind in kinds if kind not in _WEAK), min(kinds))]


def _cover(
    words: list[str], at: int, languages: int, known: Lexicon, failed: set[tuple[int, int]]
) -> list[int] | None:
    """Kinds of the phrases from word `at` on, longest first; None where they do not come out even."""
    if at == len(words):
        return []
    if (at, languages) in failed:
        return None
    lengths = known.lengths.get(words[at], 0) & ((2 << (len(words) - at - 1)) - 1)
    while lengths:
        length = lengths.bit_length()
        lengths ^= 1 << (length - 1)
        code = known.codes.get(" ".join(words[at : at + length]))
        if code is None or not code >> KIND_BITS & languages:
            continue
        rest = _cover(words, at + length, languages & code >> KIND_BITS, known, failed)
        if rest is not None:
            return [code & 63, *rest]
    if words[at] == "#":
        rest = _cover(words, at + 1, languages, known, failed)
        if rest is not None:
            return rest
    failed.add((at, languages))
    return None


def _counter(text: str) -> str | None:
    """Numbers alone: "3 / 12" counts pictures, "0:00 / 3:25" is a player's clock."""
    if _COUNTER.fullmatch(text):
        return "gallery"
    return "player" if _CLOCKS.fullmatch(text) else None


def begins_with(text: str, kind: str) -> bool:
    """Does a line begin with a phrase of one of `lexicon.BEGINNINGS`?"""
    text = text[:300]
    known = _lexicon_for(text)
    begins = known.begins[kind]
    words = key(text).split(" ", _LONGEST_BEGINNING)
    if any(" ".join(words[:count]) in begins for count in range(1, len(words) + 1)):
        return True
    # Where words are not parted by blanks, a phrase is a piece of the first stretch of signs.
    return known is lexicon("han") and any(words[0][:count] in begins for count in range(2, 16))


def count_of(text: str, kind: str) -> int:
    """How many different phrases of one of `lexicon.BEGINNINGS` stand anywhere in a text."""
    script = "latin" if text.isascii() else _script_of(text)
    words = words_of(text)
    if script == "han":
        flat = " ".join(words)
        return sum(phrase in flat for phrase in lexicon(script).begins[kind])
    by_word = _by_first_word(script, kind)
    phrases = [phrase for word in by_word.keys() & words for phrase in by_word[word]]
    flat = f" {' '.join(words)} "
    return sum(f" {phrase} " in flat for phrase in phrases)


@cache
def _by_first_word(script: str, kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in lexicon(script).begins[kind]:
        found.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return found


def is_footnote(text: str) -> bool:
    """Does a line begin as those do that stand under articles: "Follow us on", "This post was", "Source:"?"""
    text = text[:300]
    known = _lexicon_for(text)
    words = key(text).split(" ")
    if words[0] in known.begins["following"] and any(_is_network(word, known) for word in words):
        return True
    head, colon, _ = text[:40].replace("：", ":").partition(":")
    if colon and key(head) in known.begins["credit"]:
        return True
    return begins_with(text, "footnote")


def _is_network(word: str, known: Lexicon) -> bool:
    return known.codes.get(word, -1) & 63 == _NETWORK


def asks(text: str) -> bool:
    """Does a line speak of letters by e-mail, as a subscription box does?"""
    text = text[:300]
    return not _lexicon_for(text).begins["letters"].isdisjoint(key(text).split(" "))


def starts_with(text: str, rules: Iterable[str]) -> str | None:
    """What follows a phrase of these rules and a colon: `Read also: X` gives `X`."""
    head, mark, rest = text.partition(":")
    if not mark:
        head, mark, rest = text.partition("：")
    if not mark or len(head) > 60:
        return None
    return rest.strip() if rule_of(head) in set(rules) else None
