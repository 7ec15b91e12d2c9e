"""Where a report was filed and by which news agency: "BEIRUT (Reuters) -", "(AFP) —", "МОСКВА, 4 мар — РИА
Новости." The text itself stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipper.clean.agency_names import AGENCY_NAMES, NO_PLACES
from clipper.clean.bylines import has_given_name
from clipper.clean.calendar_words import MONTHS
from clipper.clean.text import collapsed

_BEGINNING = 170
_DASH = r"[-–—‒―=]{1,2}"
_BRACKETED = re.compile(
    rf"^[\W_]{{0,3}}?(?P<before>[^()（）\[\]/\n]{{0,60}}?)[\s-]*[(（\[/]\s*(?P<agency>[^()（）\[\]\n]{{2,40}}?)\s*[)）\]/]"
    rf"(?P<after>\s*[.:]?\s*{_DASH}|\s*[.:：]|\s)"
)
_BRACKET = re.compile(r"[(（\[/]")
_CUT = re.compile(rf"\s?{_DASH}\s?|\.\s|,\s")
_NAMED_THEN = re.compile(rf"(?P<agency>[^\s()\n][^()\n:]{{1,24}}?)\s*(?:[.:](?:\s|$)|\s?{_DASH}\s?|$)")
_AGENCY_FIRST = re.compile(rf"^(?P<agency>[^\s()\n][^()\n.]{{1,24}}?)\s*(?:{_DASH}|[:：])\s")
_SMALL = "a-zà-ÿа-яіїєґ"
_PLACE_ONLY = re.compile(
    rf"^(?P<place>[^\W\d_{_SMALL}][^{_SMALL}\n\d:;!?()]{{2,30}})(?:,[^—–\n]{{2,24}})?"
    r"\s*(?:--|[–—]|\s-\s)\s*(?=[\w\"“«„'‘])"
)
_PLACE_THEN_DASH = re.compile(rf"^\s*(?P<before>[^()\n]{{2,40}}?)\s*{_DASH}\s")
_EASTERN = (
    re.compile(r"^[【［\[(（]?(?P<agency>新华社|新華社|中新社|中新网|中新網|中央社|法新社|路透社|美联社|美聯社|共同社|德新社|塔斯社)(?P<place>[\u4e00-\u9fff]{2,8}?)\s*(?:\d{1,2}月)?\d{1,2}日?(?:电|電|讯|訊)"),
    re.compile(r"^[【［]\s*(?P<place>[\u30a0-\u30ff\u4e00-\u9fff]{2,10}?)\s*(?:[\d０-９]{1,2}日)?\s*(?P<agency>共同|時事|ロイター|AFP時事|AFP|AP)\s*[】］]"),
    re.compile(r"^\(\s*(?P<place>[가-힣]{2,8})\s*=\s*(?P<agency>[가-힣A-Z0-9]{2,10})\s*\)"),
    re.compile(r"^\[\s*(?P<place>[가-힣]{2,8})\s*=\s*(?P<agency>뉴시스|뉴스1|연합뉴스)\s*\]"),
)  # fmt: skip
_AT_END = re.compile(r"[(（/]\s*(?P<agency>[^()（）/\n]{2,30})\s*[)）/]?\s*\.?$")
_CREDIT = re.compile(
    r"^(?:quelle|source|fuente|fonte|bron|źródło|kaynak|πηγή|источник|джерело|المصدر|منبع|מקור|स्रोत|sumber|来源|來源|出典|출처|"
    r"with reporting by|reporting by|by|—|–|-|©)\s*[:：]?\s*(?P<agency>.{2,40})$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[/,+&;|]|\bund\b|\band\b|\bet\b|\by\b|\be\b|\bи\b|\bі\b|\bو\b)\s*")
_DAY = re.compile(
    r"[\s,.]*\b\d{1,2}(?:\.|º|er|st|nd|rd|th)?[\s.]*(?:de\s)?[^\W\d]{3,10}\.?(?:[\s,]+\d{4})?[\s,.]*$"
)
_MONTH_DAY = re.compile(r"[\s,.]*\b[^\W\d]{3,10}\.?\s\d{1,2}(?:,?\s\d{4})?[\s,.]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-ZÀ-Þ]\.)+$|, [A-Z][a-z]{1,4}\.$")


def read(text: str, byline: Sequence[str] = ()) -> tuple[str | None, str | None]:
    """The agency and the place of a clean text's beginning (or of a credit at its end, or of its byline).

    >>> read("BEIRUT (Reuters) - The port was closed."), read("Beirut is a town.")
    (('Reuters', 'BEIRUT'), (None, None))
    """
    lines = [line for line in text.split("\n", 4)[:4] if line.strip()][:3]
    for line in lines:
        agency, place = _at_beginning(collapsed(line[:_BEGINNING]))
        if agency or place:
            return agency or _credited(text, byline), place
    return _credited(text, byline), None


def _at_beginning(line: str) -> tuple[str | None, str | None]:
    for pattern in () if line.isascii() else _EASTERN:
        found = pattern.match(line)
        if found:
            return found["agency"], found["place"].strip()
    found = _BRACKETED.match(line) if _BRACKET.search(line) else None
    agency = _agency(found["agency"]) if found else None
    if found and agency:
        before = found["before"].strip()
        if not before:
            later = _PLACE_THEN_DASH.match(line[found.end() :])
            return agency, _place(later["before"], sure=True) if later else None
        place = _place(before, sure=True)
        return (agency, place) if place else (None, None)
    for cut in [*_CUT.finditer(line[:60])][:6]:
        found = _NAMED_THEN.match(line, cut.end())
        agency = _agency(found["agency"]) if found else None
        if agency and (place := _place(line[: cut.start()], sure=True)):
            return agency, place
    found = _AGENCY_FIRST.match(line)
    if found and (agency := _agency(found["agency"])):
        return agency, None
    found = _PLACE_ONLY.match(line)
    return None, _place(found["place"], sure=False) if found else None


def _agency(written: str) -> str | None:
    """The agency's name as it is written, where each part of it is known as one: `dpa/lno` is `dpa`."""
    written = collapsed(written).strip(" .-–—")
    if written.casefold() in AGENCY_NAMES:
        return written
    parts = [part for part in _PARTS.split(written) if part]
    known = [part for part in parts if part.casefold() in AGENCY_NAMES]
    if not known or len(parts) > 4 or any(len(part.split()) > 3 for part in parts):
        return None
    return "/".join(known)


def _place(text: str, *, sure: bool) -> str | None:
    """A place without the date behind it; None where this is none. `sure`: an agency stands beside it."""
    text = _MONTH_DAY.sub("", _DAY.sub("", text)).strip(" ,:;-–—/")
    text = text if _ABBREVIATED.search(text) else text.rstrip(".")
    words = text.split()
    if not 1 <= len(words) <= 5 or any(map(str.isdigit, text)) or len(text) > 40:
        return None
    if any(word.strip(",.").casefold() in NO_PLACES or word.casefold() in MONTHS for word in words):
        return None
    has_case = text.upper() != text.lower()
    if has_case and not all(word[0].isupper() or len(word) < 4 for word in words):
        return None
    if has_case and not sure and text != text.upper():
        return None
    if not has_case and (len(words) > 3 or len(text) > 16):
        return None
    if text != text.upper() and has_given_name(text):
        return None
    return text


def _credited(text: str, byline: Sequence[str]) -> str | None:
    """The agency that a credit in the last line names, or the byline."""
    last = collapsed(text[-400:].rstrip().rpartition("\n")[2])
    found = _AT_END.search(last) or (_CREDIT.match(last) if len(last) < 60 else None)
    if found and (agency := _agency(found["agency"])):
        return agency
    if len(last) < 30 and (agency := _agency(last)):
        return agency
    return next((agency for name in byline if (agency := _agency(name)) and not _is_house(name)), None)


def _is_house(name: str) -> bool:
    """ "Agencies" names none."""
    return name.casefold() in (
        "agencies",
        "agenturen",
        "agences",
        "agencias",
        "agências",
        "agenzie",
        "وكالات",
        "агентства",
        "סוכנויות",
        "news agency",
    )
