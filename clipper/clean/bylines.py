"""Who wrote it: people and agencies, one each, without "By", titles or handles."""

from __future__ import annotations

import re
from functools import lru_cache

from clipper.clean import dates, vocabulary
from clipper.clean.byline_words import (
    BEFORE_ROLES,
    CREDENTIALS,
    HOUSES,
    MORE_BEFORE,
    NO_PERSON,
    NOT_ALONE,
    OTHER_CREDITS,
    ROLES,
)
from clipper.clean.calendar_words import DAYS, MONTHS
from clipper.clean.date_words import PUBLISHED, UPDATED
from clipper.clean.given_names import GIVEN_NAMES
from clipper.clean.phrases import normalised, rule_of
from clipper.clean.text import collapsed, ends_sentence, word_set

MOST_NAMES = 20
_BEFORE = sorted(
    {
        collapsed(each).casefold()
        for each in (*re.split(r" / |\n", vocabulary.BYLINE_BEFORE), *MORE_BEFORE)
        if each.strip()
    },
    key=len,
    reverse=True,
)
_LABELS = frozenset(_BEFORE)
_START = re.compile(
    rf"^\W*(?:{'|'.join(map(re.escape, _BEFORE))})(?:\s*[:：／]\s*|\s+|(?=[\u3040-\u9fff\uac00-\ud7af]))"
    r"|^(?-i:(?:[Ww]ritten )?[Bb]y)(?=(?-i:[A-Z][\w.]))",
    re.IGNORECASE,
)
_OPENING = " —–-|•·(\"'“‘*/[»>"
_FIRST_WORDS = frozenset(each.split()[0] for each in _BEFORE)
FIRST_LETTERS = frozenset(each[:2] for each in _BEFORE)
"""With which a line may begin that is a byline; in lower case."""
_EASTERN = frozenset(each[0] for each in _BEFORE if each[0] >= "\u3040")
_BEGINNINGS = frozenset((*(each[:2] for each in _FIRST_WORDS), "by"))
_LONE = _EASTERN | {each for each in _FIRST_WORDS if len(each) == 1}
"""With which of two letters, and with which one, a line begins whose first word is one of these."""
_LAST = frozenset(("기자", "記者", "记者", "派員", "派员", "집자"))
_INSIDE = re.compile(
    r"(?:^|[\s|·•,;–—-])(?:by|von|par|por|przez|door|di|автор|от|av|oleh|bởi|yazan)\s*:?\s+(?=\w)",
    re.IGNORECASE,
)
_CREDIT_ENDS = re.compile(
    r"\s*[|·•\n\d@].*|\s+[–—-]\s.*|\s+(?:in|im|um|at|on|am|le|el|unter|under|dans|en|em)(?:\s.*)?$|\(.*"
)
"""A name behind the date of the same line: "Posted on 14 May 2024 by Hanna Breck"."""
_JOINERS = sorted(word_set(vocabulary.JOINERS) - {"y", "e", "i", "o", "com", "con", "met"})
"""The short ones are initials and particles as well; they join before a capital only."""
_SPLIT = re.compile(
    rf"\s*[,;،、；|/•·&\n+]\s*|\s+(?:{'|'.join(map(re.escape, _JOINERS))})\s+"
    r"|\s+(?:y|e|i)\s+(?=[A-ZÀ-Þ])|\s+-\s+|\s+[–—]\s+|(?<=[\u4e00-\u9fff\uac00-\ud7af])[和与·](?=[\u4e00-\u9fff\uac00-\ud7af])",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(r"^([A-ZÀ-Þ][\w’'-]+), ([A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*)?)$")
_PARTICLES = word_set(
    """
    de da do dos das di del della der den van von vom zu zur la le les el al bin ibn ben abu ter ten y e
    of the al- d' o' st. jr. sr.
    """
)
_NOT_BARE = frozenset((*DAYS, *MONTHS, *ROLES, *NO_PERSON))
_AGENCY = frozenset(vocabulary.AGENCIES.split())
_OTHERS = "|".join(map(re.escape, sorted(filter(None, map(str.strip, OTHER_CREDITS)), key=len, reverse=True)))
_OTHER_CREDIT = re.compile(rf"^(?:{_OTHERS})(?:\s*[:：]|\s|$)", re.IGNORECASE)
_LATE_CREDIT = re.compile(
    r"\s+(?:photos?|photograph(?:s|y)|illustrations?|illustrated|fotos?|bilder|video|updated|edited|reviewed)"
    r"\s*(?:by|von|de|par|di|:)\s.*$",
    re.IGNORECASE,
)
_SPECIAL = re.compile(r"\s+(?:special to|for the|für die|pour le|para el|@)\s.*$", re.IGNORECASE)
_WITH = re.compile(r"^(?:with|and|und|mit|avec|con|com|et)\s+", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|prof|sir|dame|drs|ir|ing|д-р|проф|دکتر|د)\.\s+|(?:профессор|دكتور|دکتر|الدكتور)\s+)+",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"\(?\[?[^\s@]+@[^\s@]+\.\w+\]?\)?|(?<!\w)@\s?\w+(?:\.\w+)*|<[^<>]*>|\(?\bhttps?://\S+\)?|\(?\bwww\.\S+|"
    r"\b(?:follow|twitter|email|facebook)\b.*$",
    re.IGNORECASE,
)
_IN_HANDLES = ("@", "<", "http", "www", "follow", "tter", "ema", "face")
"""Without one of these there is no handle."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SUFFIX = re.compile(
    r"^(?P<name>[가-힣]{2,4}|[\u4e00-\u9fff]{2,4}(?:[ \u3000][\u4e00-\u9fff]{1,3})?)"
    r"\s*(?:선임|수석)?(?:기자|特派員|記者|记者|特派员|편집자)$"
)
_END = " .,:;|-–—*•·()[]\"“”'«»"


@lru_cache(maxsize=256)
def names_in(text: str, *, sure: bool = False) -> tuple[str, ...]:
    """The names in a byline's text, "By" or not. `sure`: the page marks it as author, so that any name
    will do.
    """
    if len(text) > 300:
        return ()
    text = collapsed(text)
    if any(map(text.lower().__contains__, _IN_HANDLES)):
        text = collapsed(_HANDLE.sub(" ", text))
    text = _LATE_CREDIT.sub("", _without_start(text))
    names: list[str] = []
    for part in _parts(text)[: 3 * MOST_NAMES]:
        name = _clean(part, is_first=not names)
        if name and _is_name(name, sure=sure) and name.casefold() not in (each.casefold() for each in names):
            names.append(name)
    return tuple(names[:MOST_NAMES])


def _parts(text: str) -> list[str]:
    """What stands between commas and words such as "and"; Arabic glues its "and" to the name behind it."""
    parts = [part.strip() for part in _SPLIT.split(text) if part and part.strip()]
    if " \u0648" not in text:
        return parts
    return [each for part in parts for each in _parts_by_glued_and(part.split())]


def _parts_by_glued_and(words: list[str]) -> list[str]:
    """Cut before a word that begins with the glued "and", where two words at least stand on either side."""
    for at in range(2, len(words) - 1):
        if words[at][0] == "\u0648" and len(words[at]) > 3:
            return [" ".join(words[:at]), *_parts_by_glued_and([words[at][1:], *words[at + 1 :]])]
    return [" ".join(words)]


def _without_start(text: str) -> str:
    found = _START.match(text)
    while found and found.end() < len(text):
        text = text[found.end() :]
        found = _START.match(text) if text.casefold().startswith(("by ", "written by", "von ")) else None
    return text


def turned(name: str) -> str:
    """ "Breck, Hanna" as scholars write it is Hanna Breck."""
    found = _LAST_FIRST.match(name)
    return f"{found[2]} {found[1]}" if found else name


def is_bare_name(text: str) -> bool:
    """Two or three words, each with a capital, and nothing else: what a name looks like without "By"."""
    words = text.split() if len(text) <= 40 and text[:1].isupper() else ()
    if not 2 <= len(words) <= 4:
        return False
    if not all(word[0].isupper() and word[-1:].isalpha() | (word[-1] == ".") for word in words):
        return False
    low = {word.casefold().strip(".") for word in words}
    return low.isdisjoint(_NOT_BARE) and not rule_of(text)


def has_given_name(name: str) -> bool:
    """Does it begin as people's names do, as far as the list of given names goes?"""
    words = name.casefold().replace("-", " ").split()
    return len(words) > 1 and (words[0] in GIVEN_NAMES or (len(words) > 2 and words[1] in GIVEN_NAMES))


def account_of(line: str) -> tuple[str, ...]:
    """The one small word behind "by" or "von": the name under which somebody writes on a platform."""
    found = _START.match(line) if may_begin(line) else None
    rest = line[found.end() :].strip(_END) if found and normalised(found[0]) not in NOT_ALONE else ""
    return (rest,) if rest and len(rest.split()) == 1 and rest[:1].isalpha() and len(rest) > 2 else ()


def may_begin(line: str) -> bool:
    """Could this line be a byline, by its first word? Quick: most lines are not."""
    begins = line[:2].casefold()[:2]
    if begins not in _BEGINNINGS and begins[:1] not in _LONE and line[:1] not in _OPENING:
        return line[-2:] in _LAST
    first = line.lstrip(_OPENING)[:40].partition(" ")[0].partition(":")[0].rstrip("：").casefold()
    return first in _FIRST_WORDS or first[:2] == "by" or first[:1] in _EASTERN or line[-2:] in _LAST


def byline_of(line: str) -> tuple[str, ...]:
    """The names of a visible line that is a byline and nothing else; empty where it is prose or another
    label.

    >>> byline_of("By Staff, Agencies")
    ('Staff', 'Agencies')
    >>> byline_of("By Friday, the water had gone.")
    ()
    """
    if len(line) > 140 or not may_begin(line):
        return ()
    line = collapsed(line)
    suffix = _SUFFIX.match(line)
    if suffix:
        return (suffix["name"],)
    found = _START.match(line)
    if not found or (normalised(found[0]) in NOT_ALONE and not found[0].rstrip().endswith((":", "：", "／"))):
        return ()
    names = _all_names(_without_date(line[found.end() :]))
    return tuple(map(_from_capitals, names)) if line.isupper() else names


def _from_capitals(name: str) -> str:
    """ "ANNA BRECK" in a line set in capitals is Anna Breck; AFP stays."""
    words = name.split()
    return " ".join(word if len(word) < 5 and word.casefold() in _AGENCY else word.title() for word in words)


def byline_beside(line: str, language: str | None) -> tuple[str, ...]:
    """The names in a line that gives date and author together, in any order: "14 May 2024 | Hanna Breck"."""
    found = dates.first_in(line, language) if len(line) < 200 else None
    if found is None:
        return ()
    for part in re.split(r"\s*[|·•]\s*", line) if "|" in line or "·" in line or "•" in line else ():
        if _START.match(part):
            return byline_of(part) or account_of(part)
    if _START.match(line) and found.start > 8:
        return byline_of(line) or account_of(_CREDIT_ENDS.split(line[: found.start])[0])
    behind = line[found.end :]
    inside = _INSIDE.search(behind) or _INSIDE.search(line[: found.start])
    if inside:
        text = (behind if inside.string == behind else line[: found.start])[inside.end() :]
        return names_in(_CREDIT_ENDS.split(text)[0], sure=True) if len(text) < 100 else ()
    rests = [_without_label(part) for part in (line[: found.start], behind)]
    said = [part for part in rests if part]
    return _all_names(said[0]) if len(said) == 1 else ()


def _without_label(text: str) -> str:
    """Without the clock, words of dates and counts around a name."""
    parts = [
        part.strip(_END)
        for part in re.split(r"\s*[|·•\u00a0]\s*|\s+[-–—/]\s+|\s+(?:in|um|at)\s+(?=\S+$)", text)
    ]
    return next(
        (
            part
            for part in parts
            if part and not any(map(str.isdigit, part)) and _is_person(part) and not _tells_of_a_date(part)
        ),
        "",
    )


def _tells_of_a_date(text: str) -> bool:
    """ "Last Update" is written like a name."""
    return UPDATED.search(text) is not None or PUBLISHED.search(text) is not None


def _is_person(text: str) -> bool:
    """Two to four words, each with a capital, none of them a word of dates."""
    words = [word.strip(".,") for word in text.split()]
    if not 2 <= len(words) <= 4 or not words[0][:1].isupper() or not words[-1][:1].isupper():
        return False
    return not any(word.casefold() in DAYS or word.casefold() in MONTHS for word in words)


def _all_names(rest: str) -> tuple[str, ...]:
    """The names of a text that holds names and nothing else."""
    if not rest or (ends_sentence(rest) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", rest)):
        return ()
    parts, names = _parts(rest), names_in(rest)
    others = sum(_is_rest(part) for part in parts[1:])
    return names if names and len(names) >= len(parts) - others else ()


def _without_date(text: str) -> str:
    found = dates.first_in(text, None)
    if found:
        text = text[: found.start]
        words = text.split()
        while words and (normalised(words[-1]) in DAYS or normalised(words[-1]) in _BEFORE_DATES):
            words.pop()
        text = " ".join(words)
    relative = dates.relative_in(text)
    if relative:
        text = text.replace(relative, " ")
    return text.strip(" |·•,;-–—")


_BEFORE_DATES = word_set("on am le el at updated published last posted veröffentlicht publié vom om") | {""}


def _is_rest(part: str) -> bool:
    """A role, a degree or another credit: no name."""
    words = [word.strip(".()®*").casefold() for word in part.split()]
    return bool(words) and (
        any(word in ROLES or word.endswith(("redakteur", "redakteurin", "editor")) for word in words)
        or all(word.replace(".", "") in CREDENTIALS or word.isdigit() for word in words)
        or words[0] in ("special", "for", "guest")
        or bool(_OTHER_CREDIT.match(part))
    )


def _clean(part: str, *, is_first: bool) -> str:
    """One part of a byline without title, role and degree; empty where nothing else is left."""
    part = _WITH.sub("", _SPECIAL.sub("", part.strip()))
    part = _TITLE.sub("", part).strip(_END).strip()
    if _OTHER_CREDIT.match(part) or part.casefold() in _LABELS or (not is_first and _is_rest(part)):
        return ""
    words = part.casefold().split()
    if 2 <= len(words) <= 3 and words[-1] in ROLES and words[0] in ROLES | BEFORE_ROLES | HOUSES:
        return ""
    return _without_role(part.split()).strip(_END)


def _without_role(words: list[str]) -> str:
    """A name without the role that stands directly before or behind it."""
    low = [word.strip(".,()®*").casefold() for word in words]
    if low and low[-1] in HOUSES:
        return " ".join(words)
    if len(words) > 2 and "-" in low[0] and low[0].rpartition("-")[2] in ROLES:
        return " ".join(words[1:])
    if len(words) > 2 and low[0] in ROLES and not any(word in ROLES for word in low[1:]):
        return " ".join(words[1:])
    for at in range(2, len(words)):
        if low[at] in ROLES or (low[at] in BEFORE_ROLES and any(word in ROLES for word in low[at:])):
            return " ".join(words[: 2 if low[at] in ROLES and low[at - 1] not in _PARTICLES else at])
    while len(words) > 2 and low[-1].replace(".", "") in CREDENTIALS:
        words, low = words[:-1], low[:-1]
    return " ".join(words)


def _is_name(name: str, *, sure: bool) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) > 60 or not any(map(str.isalpha, name)):
        return False
    if any(map(str.isdigit, name)) and not sure:
        return False
    low = [word.casefold().strip(".,") for word in words]
    if all(word in DAYS or word in MONTHS for word in low):
        return False
    if low[0] in ("the", "a", "an") and not sure and low[-1] not in HOUSES:
        return False
    if sure or not _LATIN.search(name):
        return True
    return all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    bare = word.strip(".'’“”\"(),")
    low = bare.casefold()
    if not bare or low in _PARTICLES or low in _AGENCY or low in HOUSES:
        return True
    return bare[0].isupper() or not bare[0].isalpha() or bare[:2] in ("d’", "d'", "al", "el")
