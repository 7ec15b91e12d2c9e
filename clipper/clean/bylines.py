"""Who wrote it: people and agencies, one each, without "By", titles or handles."""

from __future__ import annotations

import re

from clipper.clean import dates, vocabulary
from clipper.clean.calendar_words import DAYS, MONTHS
from clipper.clean.phrases import normalised
from clipper.clean.text import collapsed, ends_sentence, word_set

MOST_NAMES = 20
_BEFORE = sorted(
    {collapsed(each).casefold() for each in re.split(r" / |\n", vocabulary.BYLINE_BEFORE) if each.strip()},
    key=len,
    reverse=True,
)
_NOT_ALONE = word_set("from source text di del av af door του της από от текст фото haber 文 글")
"""Words that begin ordinary lines as well: they need a colon behind them."""
_START = re.compile(
    rf"^\W*(?:{'|'.join(map(re.escape, _BEFORE))})(?:\s*[:：／]\s*|\s+|(?=[\u3040-\u9fff\uac00-\ud7af]))",
    re.IGNORECASE,
)
_JOINERS = sorted(word_set(vocabulary.JOINERS) - {"y", "e", "i", "o", "com", "con", "met"})
"""The short ones are initials and particles as well; they join before a capital only."""
_SPLIT = re.compile(
    rf"\s*[,;،、；|/•·&\n]\s*|\s+(?:{'|'.join(map(re.escape, _JOINERS))})\s+"
    r"|\s+(?:y|e|i)\s+(?=[A-ZÀ-Þ])|\s+-\s+|\s+[–—]\s+",
    re.IGNORECASE,
)
_PARTICLES = word_set(
    """
    de da do dos das di del della der den van von vom zu zur la le les el al bin ibn ben abu ter ten y e
    of the al- d' o' st. jr. sr.
    """
)
_AGENCY = frozenset(vocabulary.AGENCIES.split())
_ROLE = re.compile(
    r"\s*[,(–—|-]\s*(?:[\w’' -]{0,40}\b)?(?:correspondent|editor|reporter|staff writer|contributor|"
    r"columnist|writer|journalist|producer|"
    r"special to|for the|opinion|analyst|redakteur\w*|korrespondent\w*|journaliste|redactor\w*)\b.*$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:mr|mrs|ms|dr|prof|sir|dame)\.\s+", re.IGNORECASE)
_HANDLE = re.compile(
    r"@\w+|\bhttps?://\S+|\bwww\.\S+|\S+@\S+\.\w+|\b(?:follow|twitter|email|facebook)\b.*$", re.IGNORECASE
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SUFFIX = re.compile(r"^(?P<name>[가-힣]{2,4}|[\u4e00-\u9fff]{2,4})\s*(?:기자|記者|记者)$")


def names_in(text: str, *, sure: bool = False) -> tuple[str, ...]:
    """The names in a byline's text, "By" or not. `sure`: the page marks it as author, so that any name
    will do.
    """
    if len(text) > 300:
        return ()
    text = collapsed(_HANDLE.sub(" ", collapsed(text)))
    found = _START.match(text)
    while found and found.end() < len(text):
        text = text[found.end() :]
        found = _START.match(text) if text.casefold().startswith(("by ", "written by")) else None
    names: list[str] = []
    for part in _SPLIT.split(text)[: 3 * MOST_NAMES]:
        name = _clean(part or "")
        if name and _is_name(name, sure=sure) and name.casefold() not in (each.casefold() for each in names):
            names.append(name)
    return tuple(names[:MOST_NAMES])


def byline_of(line: str) -> tuple[str, ...]:
    """The names of a visible line that is a byline and nothing else; empty where it is prose or another
    label.

    >>> byline_of("By Staff, Agencies")
    ('Staff', 'Agencies')
    >>> byline_of("By Friday, the water had gone.")
    ()
    """
    line = collapsed(line)
    suffix = _SUFFIX.match(line)
    if suffix:
        return (suffix["name"],)
    found = _START.match(line)
    if not found or len(line) > 140:
        return ()
    before = normalised(found[0])
    if before in _NOT_ALONE and not re.search(r"[:：／]\s*$", found[0]):
        return ()
    rest = _without_date(line[found.end() :])
    if not rest or (ends_sentence(rest) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", rest)):
        return ()
    parts = [part for part in _SPLIT.split(rest) if part and part.strip()]
    names = names_in(rest)
    if not names or len(names) < len(parts) - _roles(parts):
        return ()
    return names


def _roles(parts: list[str]) -> int:
    return sum(
        bool(re.search(r"editor|writer|reporter|correspondent|staff", part, re.IGNORECASE))
        for part in parts[1:]
    )


def _without_date(text: str) -> str:
    found = dates.first_in(text, None)
    if found:
        text = text[: found.start]
        words = text.split()
        while words and normalised(words[-1]) in DAYS | {
            "on",
            "am",
            "le",
            "el",
            "at",
            "updated",
            "published",
            "last",
            "posted",
            "",
        }:
            words.pop()
        text = " ".join(words)
    relative = dates.relative_in(text)
    if relative:
        text = text.replace(relative, " ")
    return text.strip(" |·•,;-–—")


def _clean(part: str) -> str:
    part = _ROLE.sub("", part)
    part = _TITLE.sub("", part.strip())
    return part.strip(" .,:;|-–—*•·()[]\"“”'").strip()


def _is_name(name: str, *, sure: bool) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) > 60 or not any(map(str.isalpha, name)):
        return False
    if any(map(str.isdigit, name)) and not sure:
        return False
    low = [word.casefold().strip(".,") for word in words]
    if all(word in DAYS or word in MONTHS for word in low) or (low[0] in ("the", "a", "an") and not sure):
        return False
    if sure or not _LATIN.search(name):
        return True
    return all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    bare = word.strip(".'’“”\"(),")
    if not bare or bare.casefold() in _PARTICLES or bare.casefold() in _AGENCY:
        return True
    return bare[0].isupper() or not bare[0].isalpha() or bare[:2] in ("d’", "d'", "al", "el")
