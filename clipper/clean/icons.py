"""Icon fonts: takes out the ligature names (`folder_open`, `star`) that stand where a picture should be.

Recognised by structure: an element of an icon font's class; a small element that holds only such a name
and stands in a line that is no prose; a name glued to the word after it. The word in prose or code survives.
"""

from __future__ import annotations

import re

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import walk
from clipper.clean.icon_names import GLUED_COMPOUND, GLUED_SIMPLE, ICON_NAMES
from clipper.clean.phrases import rule_of
from clipper.clean.removals import Removals
from clipper.clean.text import word_set

_ICON_CLASS = re.compile(
    r"(?:^|[\s_-])(?:material-(?:icons?|symbols)[\w-]*|material_icons|mdi|mi|icons?|icofont|glyphicon|fa[srlbd]?|"
    r"ico|dashicons|ion-icon|bi|ti|md-icon|mat-icon|notranslate-icon)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_SMALL = word_set("i span em b small mat-icon md-icon ion-icon icon font a button label u strong")
_CODE = frozenset(["code", "pre", "kbd", "samp", "tt"])
_PROSE = 60
"""Characters of a line; in a longer one a bare name in a classless element is a word like others."""


def is_icon_class(value: str | None) -> bool:
    """Does a class attribute name an icon font?"""
    return bool(value and _ICON_CLASS.search(value))


def is_icon(name: str, kind: str | None, text: str, *, around: int, in_code: bool, icon_font: bool) -> bool:
    """Is an element of tag `name`, class `kind` and this text a ligature? `around`: characters of its
    line.
    """
    if in_code or not text or len(text) > 40 or " " in text.strip():
        return False
    if is_icon_class(kind) and re.fullmatch(r"[a-z0-9_-]+", text):
        return True
    if name not in ("i", "span", "mat-icon", "md-icon", "icon") or text not in ICON_NAMES:
        return False
    if "_" in text and icon_font:
        return True
    return around <= _PROSE + len(text)


def take_icons(region: Tag, removals: Removals, *, icon_font: bool) -> None:
    """Take the ligature names out of `region`, in place."""
    for tag in walk.tags(region):
        if tag.name not in _SMALL or len(tag.contents) != 1:
            continue
        text = str(tag.contents[0]).strip()
        kind = _kind(tag)
        if text not in ICON_NAMES and not (kind and " " not in text and is_icon_class(kind)):
            continue
        in_code = walk.above(tag, _CODE) is not None
        if is_icon(tag.name, kind, text, around=_around(tag), in_code=in_code, icon_font=icon_font):
            _take(tag, removals)
    for string in walk.texts(region):
        if _may_be_glued(string) and walk.above(string.parent or region, _CODE) is None:
            _unglue(string, removals)


def _kind(tag: Tag) -> str | None:
    value = tag.get("class")
    return str(value) if value else None


def _take(tag: Tag, removals: Removals) -> None:
    removals.add("furniture", "icon_name", tag.get_text())
    tag.replace_with(NavigableString(" "))


def _around(tag: Tag) -> int:
    """Characters of the line in which an element stands: its block parent's text."""
    parent = tag.parent
    while parent is not None and parent.name in _SMALL and parent.name != "a":
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
    for each in tag.next_siblings if forward else tag.previous_siblings:
        if isinstance(each, Tag):
            if each.name not in _SMALL:
                break
            found.append(each.get_text())
        else:
            found.append(str(each))
    return found


def _may_be_glued(text: str) -> bool:
    return 3 < len(text) <= 200 and not text.isspace() and bool(_names_in(text))


def _names_in(text: str) -> list[str]:
    """Names glued to what follows; none in a text that is a sentence."""
    if text.rstrip().endswith((".", "!", "?", "。", "؟")) or len(text.split()) > 14:
        return []
    found = [match[1] for match in GLUED_COMPOUND.finditer(text) if _is_glued(match)]
    simple = GLUED_SIMPLE.match(text.lstrip())
    if simple and rule_of(text.lstrip()[simple.end() :]):
        found.append(simple[1])
    return found


def _is_glued(match: re.Match[str]) -> bool:
    after = match.string[match.end() : match.end() + 1]
    return after.isalnum() and (not after.isascii() or after.isupper() or after.isdigit())


def unglued(text: str) -> str:
    """The text without ligature names glued to its words; unchanged where there are none."""
    for name in _names_in(text) if len(text) <= 200 else ():
        text = text.replace(name, " ", 1)
    return text


def _unglue(string: NavigableString, removals: Removals) -> None:
    for name in _names_in(string):
        removals.add("furniture", "icon_name", name)
    string.replace_with(NavigableString(unglued(string)))
