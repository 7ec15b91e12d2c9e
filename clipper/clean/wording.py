"""The words of an element or of a declared value without the icon names that stand in them or cling to them.

Metadata is read with these, so that `<i>folder_open</i>Harbour` names the section "Harbour".
"""

from __future__ import annotations

import re

from lxml import etree

from clipper.clean import icons
from clipper.clean.icon_names import ICON_NAMES
from clipper.clean.removals import text_of
from clipper.clean.text import collapsed

_ICON_TAGS = frozenset(("i", "span", "mat-icon", "md-icon", "ion-icon", "v-icon", "icon"))
_CLASS_ICON = re.compile(
    r"(?:^|\s)(?:fa|icon|ico|bi|ti|glyphicon|dashicons|mdi|i)-(?!solid\b|regular\b|light\b|brands\b|fw\b|lg\b)"
    r"([a-z-]{3,20})"
)
_AT_START = re.compile(r"([a-z][a-z0-9]*(?:_[a-z0-9]+)*)(\s*)(?=\S)")


def icon_of(element: etree._Element) -> str | None:
    """The name of the icon that an inline element draws, by its text or by its class."""
    if len(element) or element.tag in ("a", "code", "kbd", "samp"):
        return None
    text = (element.text or "").strip()
    kind = element.get("class")
    if element.tag == "ion-icon" and element.get("name"):
        return _plain(element.get("name") or "")
    if text in ICON_NAMES and (element.tag in _ICON_TAGS or icons.is_icon_class(kind)):
        return text
    if not text and kind:
        found = _CLASS_ICON.search(kind)
        return found[1].rstrip("-") if found else None
    return None


def icon_drawn(drawing: etree._Element) -> str | None:
    """The name that an `svg` gives to what it draws: a label, a reference or a class."""
    use = next(
        (each for each in drawing.iter() if isinstance(each.tag, str) and each.tag.endswith("use")), None
    )
    reference = "" if use is None else use.get("href") or use.get("xlink:href") or ""
    for name in (drawing.get("data-icon"), drawing.get("aria-label"), reference.rpartition("#")[2]):
        if name and _plain(name) in ICON_NAMES:
            return _plain(name)
    found = _CLASS_ICON.search(drawing.get("class") or "")
    return found[1].rstrip("-") if found else None


def _plain(name: str) -> str:
    """`icon-folder-outline` is a folder."""
    return re.sub(
        r"^(?:icons?|ico|fa|svg|i)[-_]|[-_](?:outline|sharp|solid|regular|icon)$", "", name.strip().lower()
    )


def words_of(element: etree._Element, kind: frozenset[str] = frozenset()) -> str:
    """The visible text of a short element without the icons in it. `kind`: names of icons that mark such
    a value.
    """
    names = [each for each in element.iterdescendants() if isinstance(each.tag, str) and _is_drawn(each)]
    if not names:
        return words_in_value(text_of(element), kind)
    pieces: list[str] = []
    for each in element.iter():
        if not isinstance(each.tag, str) or each.tag in ("script", "style", "template"):
            continue
        if each.text and each not in names:
            pieces.append(each.text)
        if each is not element and each.tail:
            pieces.append(each.tail)
    return words_in_value(collapsed(" ".join(pieces)), kind)


def _is_drawn(element: etree._Element) -> bool:
    """A ligature rather than a word that is set in italics: by class or name, or glued to what follows."""
    text = icon_of(element)
    if not text or not element.text:
        return False
    if "_" in text or icons.is_icon_class(element.get("class")) or element.get("aria-hidden") == "true":
        return True
    return bool(element.tail and element.tail[:1].isalnum())


def words_in_value(value: str, kind: frozenset[str] = frozenset()) -> str:
    """A declared value without the icon name at its start: a compound one, or one of `kind` glued on."""
    value = icons.unglued(collapsed(value)).strip()
    found = _AT_START.match(value)
    if not found or found[1] not in ICON_NAMES:
        return value
    rest = value[found.end() :]
    glued = not found[2] and not ("a" <= rest[0] <= "z") and rest[0].isalnum()
    if ("_" in found[1] and (found[2] or glued)) or (glued and found[1] in kind):
        return rest
    return value
