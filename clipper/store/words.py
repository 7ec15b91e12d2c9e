"""How a text becomes terms: folded, CJK characters apart, stems by language. One analysis for index, scan
and query.

>>> terms("L’Économie, 北京 and COVID-19")
['l', 'economie', '北', '京', 'and', 'covid', '19']
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import tantivy

ANALYSER = 3
"""Raise it with any change of what this module answers: indexes made by another version are rebuilt."""

STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
"""Primary language subtag -> Tantivy's stemmer."""

_STEMMER_NAMES = tuple(sorted(set(STEMMERS.values())))
_FIXED_LETTERS = 3
"""A stem of so few letters is the beginning of its forms as it stands."""
_ARABIC_BEFORE = (
    "",
    "ال",
    "و",
    "وال",
    "ب",
    "بال",
    "ف",
    "فال",
    "ك",
    "كال",
    "ل",
    "لل",
    "س",
    "ي",
    "ت",
    "ن",
    "ا",
    "وبال",
    "ولل",
    "الو",
    "والو",
    "بالو",
    "للو",
)
_ARABIC_ARTICLE = re.compile(r"(?<!\S)[وف]?(?:ب?ال|كال|لل)(?=\S{3})")
_ARABIC_PLURAL = re.compile(r"(?<=\S{3})ات(?!\S)")
"""Snowball leaves the ending of a word with the article as it is, and takes `والبنك` for one with `your`."""
_WITH_STOP_WORDS = (
    *("danish", "dutch", "english", "finnish", "french", "german", "hungarian", "italian", "norwegian"),
    *("portuguese", "russian", "spanish", "swedish"),
)
_LONGEST_COMMON = 8
"""Letters; longer ones are rare enough to be looked for one by one."""
_REMEMBERED = 200_000
"""Terms of which it is remembered whether they are common."""
_BLANK_OR_NOT = b"x" * 32 + b" " + b"x" * 223
"""Folded text as bytes: what stands between two blanks is a term."""
_BELOW_APART = bytes(range(0xE0))
"""Bytes that no character of UTF-8 from U+0800 on begins with."""
_LATIN = (
    "".join(map(chr, range(0xC0, 0x100)))
    + "\xa0§«»°·¡¿£ŠšŽžĂăȘșȚțĄąĆćČčĘęŁłŃńŚśŹźŻżĚěŘřŮůŐőŰűĞğİıŞş–—‘’“”„…•€"
)
_CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёІіЇїЄєҐґЎў\xa0§«»°–—‘’“”„…•€№"
_LIGATURES = {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"}
"""Of the Latin alphabets below: every other letter of theirs is folded to one."""

_APART = (
    (0x0E00, 0x0EFF),  # Thai and Lao, written without spaces
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3040, 0x30FA),
    (0x30FC, 0x30FF),
    (0x3105, 0x312F),
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D),
    (0x20000, 0x3FFFF),
)
"""Scripts whose characters stand apart, so that any run of them is found as a phrase."""

_STRIPPED = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x093C, 0x093C),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE2F),
)
"""Marks that are left out. Those of Indic scripts are vowels, and stay, but for the dot of Hindi, which many
leave out."""

_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ƒ": "f",
        "æ": "ae", "œ": "oe", "þ": "th", "ĸ": "k",
        "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۃ": "ه",
        "ٱ": "ا", "ک": "ك", "ڪ": "ك", "ـ": "",
    }
)  # fmt: skip
"""Letters that do not decompose and are typed otherwise; Arabic in one spelling."""
_UMLAUT = re.compile("[äöü]")
_TYPED_UMLAUT = re.compile("([ao]|(?<![aeq])u)e")
"""The `ue` of `Bauer`, `neue` and `Quelle` is none."""
_TYPED_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NOBODY = "\ufffe"
"""No character: fills a table."""
_KEPT = "й"
"""A letter of its own that decomposes: without it the Russian stemmer knows no adjective."""


class _Folds(dict[int, str]):
    """Code point -> what it becomes, worked out once each: a space, nothing, letters, or a character set
    apart."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


class _Singles(dict[str, bool]):
    """Character -> whether it stands apart, worked out once each."""

    def __missing__(self, letter: str) -> bool:
        self[letter] = is_so = _in(ord(letter), _APART)
        return is_so


class _Common(dict[str, str]):
    """Term -> the term with what joins a pair where it is among the commonest, else nothing; worked out once
    each."""

    def __missing__(self, term: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        is_common = len(term) <= _LONGEST_COMMON and not is_apart(term) and not _stop_words().analyze(term)
        self[term] = joined = f"{term}_" if is_common else ""
        return joined


def fold(text: str) -> str:
    """The text as terms with spaces between them."""
    if text.isascii():
        return text.translate(FOLDS)
    folded = _fold_quickly(text)
    if folded is None and any(letter in text for letter in _LIGATURES):
        for letter, letters in _LIGATURES.items():
            text = text.replace(letter, letters)
        folded = _fold_quickly(text)
    return unicodedata.normalize("NFC", text).translate(FOLDS) if folded is None else folded


def terms(text: str) -> list[str]:
    """The terms of a text, in order."""
    return fold(text).split()


def is_apart(term: str) -> bool:
    """Whether a term is a single character of a script that is written without spaces."""
    return len(term) == 1 and _SINGLES[term]


def respelled(text: str) -> str | None:
    """The term of a German word as others type it, with `ae` for `ä` or the other way round; None if it has
    neither.

    >>> respelled("Müller"), respelled("Mueller"), respelled("Maier")
    ('mueller', 'muller', None)
    """
    typed = unicodedata.normalize("NFC", text).casefold()
    plain = typed.translate(_TYPED_UMLAUTS) if _UMLAUT.search(typed) else _TYPED_UMLAUT.sub(r"\1", typed)
    found = terms(plain) if plain != typed else []
    return found[0] if len(found) == 1 else None


def stem_marks(language: str | None) -> str | None:
    """The stemmer of a language, or None where there is none."""
    return STEMMERS.get((language or "").partition("-")[0].lower())


def stems(folded: str, language: str | None) -> str:
    """Stems of folded text, each marked with its stemmer, with spaces between them; nothing for other
    languages."""
    stemmer = stem_marks(language)
    if stemmer is None or not folded:
        return ""
    mark = stemmer + "_"
    found = _stemmed(stemmer, folded)
    return mark + (" " + mark).join(found) if found else ""


@lru_cache(50_000)
def stem_of(term: str, stemmer: str) -> str:
    """The stem of one term."""
    found = _stemmed(stemmer, term)
    return str(found[0]) if found else term


def stems_by_language(term: str) -> dict[str, str]:
    """The stem of a term by each stemmer: which language a clip has is not known yet."""
    return {name: found[0] for name in _STEMMER_NAMES if (found := _stemmed(name, term)[:1])}


def with_stem(candidates: Sequence[str], stemmer: str, stem: str) -> list[str]:
    """Those of the terms that have this stem."""
    found = _stemmed(stemmer, " ".join(candidates)) if candidates else []
    return [term for term, its in zip(candidates, found, strict=True) if its == stem]


def beginnings_of_forms(stemmer: str, stem: str) -> list[str]:
    """How every form with this stem begins, nearly: an `y` becomes an `i`, Arabic puts letters before."""
    start = stem[:-1] if len(stem) > _FIXED_LETTERS else stem
    return [before + start for before in _ARABIC_BEFORE] if stemmer == "arabic" else [start]


def common_pairs(found: Sequence[str]) -> list[str]:
    """Neighbouring words that are both among the commonest: phrases of these are looked for by pairs."""
    common = list(map(_COMMON.__getitem__, found))
    following = zip(common, common[1:], found[1:], strict=False)
    return [joined + term for joined, other, term in following if joined and other]


def is_common(term: str) -> bool:
    """Whether any language that Tantivy knows counts it among the words that say nothing alone."""
    return bool(_COMMON[term])


def count_words(text: str) -> int:
    """Words for the reading time; two characters of a script without spaces count as one word."""
    data = b" " + fold(text).encode()
    found = data.translate(_BLANK_OR_NOT).count(b" x")
    if not data.translate(None, _BELOW_APART):
        return found
    apart = sum(map(is_apart, data.decode().split()))
    return found - apart + (apart + 1) // 2


def storable(value: Any) -> Any:
    """Text (also inside lists and dicts) that SQLite can hold and give back whole: no NULs, no lone
    surrogates."""
    if isinstance(value, str):
        if "\0" in value:
            value = value.replace("\0", "")
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [storable(each) for each in value]
    if isinstance(value, dict):
        return {key: storable(each) for key, each in value.items()}
    return value


@cache
def _alphabets() -> tuple[tuple[Any, str], ...]:
    """For the texts of most alphabets: a number below 256 for each letter and sign, and what each number is
    folded to. Two quick passes instead of a look at each letter."""
    made = []
    for letters in (_LATIN, _CYRILLIC):
        own = "".join(letter for letter in letters if len(FOLDS[ord(letter)]) == 1)
        known = ("".join(map(chr, range(128))) + own).ljust(256, _NOBODY)
        assert len(known) == 256
        folded = "".join(_NOBODY if letter == _NOBODY else FOLDS[ord(letter)] for letter in known)
        made.append((codecs.charmap_build(known), folded))
    return tuple(made)


@cache
def _stop_words() -> Any:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    for language in _WITH_STOP_WORDS:
        builder = builder.filter(tantivy.Filter.stopword(language))
    return builder.build()


def _stemmed(stemmer: str, folded: str) -> list[str]:
    """The stem of every term."""
    if stemmer == "arabic":
        folded = _ARABIC_PLURAL.sub("ه", _ARABIC_ARTICLE.sub("", folded))
    found: list[str] = _stemmer(stemmer).analyze(folded)
    return found


@cache
def _stemmer(name: str) -> Any:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        .filter(tantivy.Filter.stemmer(name))
        .build()
    )


def _fold_quickly(text: str) -> str | None:
    """The text folded, if all of it is of one of the alphabets."""
    for codes, folded in _alphabets():
        try:
            data, _length = codecs.charmap_encode(text, "strict", codes)
        except UnicodeEncodeError:
            continue
        return codecs.charmap_decode(data, "strict", folded)[0]
    return None


def _fold(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cs":
        return " "
    if _in(ord(letter), _APART):
        return f" {' '.join(unicodedata.normalize('NFKC', letter))} " if kind[0] in "LMN" else " "
    if kind == "Cf":
        return " " if letter == "\u200b" else ""
    if kind[0] == "M":
        return "" if _in(ord(letter), _STRIPPED) else letter
    if kind[0] in "LN":
        return _plain(letter)
    return " "


def _plain(letter: str) -> str:
    """Without case, accents and variants; digits as 0 to 9."""
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    if letter.casefold() == _KEPT:
        return _KEPT
    parts = unicodedata.normalize("NFKD", letter.casefold().translate(_LETTERS)).casefold()
    kept = (part if part.isalnum() else " " for part in parts if not _in(ord(part), _STRIPPED))
    return "".join(kept).translate(_LETTERS)


def _in(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)


FOLDS = _Folds()
_COMMON = _Common()
_SINGLES = _Singles()
