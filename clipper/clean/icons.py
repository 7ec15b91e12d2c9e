"""Icon fonts: takes out the ligature names (`folder_open`, `star`) that stand where a picture should be.

Recognised by structure: an element of an icon font's class; a small element that holds only such a name
and stands in a line that is no prose; a name glued to the word after it. The word in prose or code survives.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import walk
from clipper.clean.elements import exchange, nodes_after, nodes_before
from clipper.clean.icon_names import GLUED_COMPOUND, ICON_NAMES
from clipper.clean.phrases import rule_of
from clipper.clean.removals import Removals, number_of
from clipper.clean.text import word_set

_ICON_CLASS = re.compile(
    r"(?:^|[\s_-])(?:material-(?:icons?|symbols)[\w-]*|material_icons|mdi|mi|icons?|icofont|glyphicon|fa[srlbd]?|"
    r"ico|dashicons|ion-icon|bi|ti|md-icon|mat-icon|notranslate-icon)(?:[\s_-]|$)",
    re.IGNORECASE,
)
SMALL = word_set("i span em b small mat-icon md-icon ion-icon icon font a button label u strong")
"""Elements that icons are drawn with, and that stand in one line."""
_CODE = frozenset(["code", "pre", "kbd", "samp", "tt"])
_BEGINS_LIKE_ONE = re.compile(r"\s*([a-z]{3,})(?=[A-Z\u0400-\u04ff\u0590-\u06ff\u3040-\u9fff\uac00-\ud7af])")
"""A simple name glued to a capital or to another script: `starAdd`."""
_LONGEST_NAME = 50
GLUED = 200
"""Characters of a text; in a longer one nothing is looked for."""
_PROSE = 60
"""Characters of a line; in a longer one a bare name in a classless element is a word like others."""


def is_icon_class(value: str | None) -> bool:
    """Does a class attribute name an icon font?"""
    return bool(value and _ICON_CLASS.search(value))


def is_icon(
    name: str, kind: str | None, text: str, *, around: int, in_code: bool, icon_font: Callable[[], bool]
) -> bool:
    """Is an element of tag `name`, class `kind` and this text a ligature? `around`: characters of its
    line.
    """
    if in_code or not text or len(text) > 40 or " " in text.strip():
        return False
    if is_icon_class(kind) and re.fullmatch(r"[a-z0-9_-]+", text):
        return True
    if name not in ("i", "span", "mat-icon", "md-icon", "icon") or text not in ICON_NAMES:
        return False
    if "_" in text and icon_font():
        return True
    return around <= _PROSE + len(text)


class Icons:
    """What may be icons: gathered on a walk, judged and taken out when the furniture around it is gone."""

    def __init__(self) -> None:
        self._elements: list[Tag] = []
        self._texts: list[NavigableString] = []
        self._bare: list[NavigableString] = []
        """Names that are all that a text says."""

    def look_at(self, tag: Tag) -> None:
        """An element of a name in SMALL that holds one thing."""
        text = tag.contents[0]
        if not isinstance(text, NavigableString) or len(text) > 60:
            return
        bare = text.strip()
        if bare in ICON_NAMES or (" " not in bare and "class" in tag.attrs and is_icon_class(_kind(tag))):
            self._elements.append(tag)

    def look_at_text(self, text: NavigableString) -> None:
        """A text that is not blank. Nothing is found in one that begins with a capital and has no `_`."""
        if "_" in text and len(text) < _LONGEST_NAME and text.strip() in ICON_NAMES:
            self._bare.append(text)
        elif 3 < len(text) <= GLUED and ("_" in text or _BEGINS_LIKE_ONE.match(text)) and _names_in(text):
            self._texts.append(text)

    def take(self, removals: Removals, *, icon_font: Callable[[], bool]) -> None:
        """Take the ligature names out. `icon_font`: does the page load one?"""
        for tag in self._elements:
            text, around = walk.all_text(tag).strip(), _around(tag)
            in_code = walk.above(tag, _CODE) is not None
            if is_icon(tag.name, _kind(tag), text, around=around, in_code=in_code, icon_font=icon_font):
                removals.add("furniture", "icon_name", text, number_of(tag))
                exchange(tag, NavigableString(" "))
        for string in self._bare:
            if string.parent is not None and not _is_in_code(string.parent):
                removals.add("furniture", "icon_name", string.strip(), number_of(string.parent))
                exchange(string, NavigableString(" "))
        for string in self._texts:
            if string.parent is not None and not _is_in_code(string.parent):
                _unglue(string, removals)


def _kind(tag: Tag) -> str | None:
    value = tag.get("class")
    return str(value) if value else None


def _is_in_code(tag: Tag) -> bool:
    return tag.name in _CODE or walk.above(tag, _CODE) is not None


def _around(tag: Tag) -> int:
    """Characters of the line in which an element stands: its block parent's text."""
    parent = tag.parent
    while parent is not None and parent.name in SMALL and parent.name != "a":
        parent = parent.parent
    if parent is None:
        return 0
    length = 0
    for sibling in (*_until_break(tag, forward=False), *_until_break(tag, forward=True)):
        length += len(" ".join(sibling.split()))
    return length


def _until_break(tag: Tag, *, forward: bool) -> list[str]:
    """Texts of the inline neighbours on one side, up to a `br` or a block."""
    found: list[str] = []
    length = 0
    for each in nodes_after(tag) if forward else nodes_before(tag):
        if length > 2 * _PROSE or len(found) > _PROSE:
            break
        if isinstance(each, Tag):
            if each.name not in SMALL:
                break
            found.append(walk.all_text(each))
        else:
            found.append(str(each))
        length += len(found[-1].strip())
    return found


def _names_in(text: str) -> list[str]:
    """Names glued to what follows; none in a text that is a sentence."""
    compound = "_" in text
    simple = _BEGINS_LIKE_ONE.match(text)
    if not compound and (simple is None or simple[1] not in ICON_NAMES):
        return []
    if text.rstrip().endswith((".", "!", "?", "。", "؟")) or len(text.split()) > 14:
        return []
    found = [match[1] for match in GLUED_COMPOUND.finditer(text) if _is_glued(match)] if compound else []
    if simple and simple[1] in ICON_NAMES and rule_of(text[simple.end() :]):
        found.append(simple[1])
    return found


def _is_glued(match: re.Match[str]) -> bool:
    after = match.string[match.end() : match.end() + 1]
    return after.isalnum() and (not after.isascii() or after.isupper() or after.isdigit())


def unglued(text: str) -> str:
    """The text without ligature names glued to its words; unchanged where there are none."""
    for name in _names_in(text) if len(text) <= GLUED else ():
        text = text.replace(name, " ", 1)
    return text


def _unglue(string: NavigableString, removals: Removals) -> None:
    for name in _names_in(string):
        removals.add("furniture", "icon_name", name, number_of(string.parent) if string.parent else -1)
    exchange(string, NavigableString(unglued(string)))
