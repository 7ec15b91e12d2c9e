"""Takes the chrome out of the region, by structure and attributes. Phrases come later (`lines.py`).

Works on BeautifulSoup's tree of the region, in two walks: what can never be article by its element
(`_Furniture`); then what says by its name what it is, and what its content betrays (`by_content.py`).
"""

from __future__ import annotations

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import disguises, icons, names
from clipper.clean.by_content import Sweep
from clipper.clean.icons import Icons
from clipper.clean.removals import Removals
from clipper.clean.tables import is_data_table
from clipper.clean.walk import length_of

__all__ = ["furniture_of", "is_data_table", "strip"]

_FURNITURE = {
    "script": "script",
    "style": "script",
    "template": "script",
    "link": "script",
    "meta": "script",
    "nav": "navigation",
    "footer": "footer",
    "dialog": "dialog",
    "button": "control",
    "input": "control",
    "select": "control",
    "textarea": "control",
    "datalist": "control",
    "label": "control",
    "svg": "drawing",
    "canvas": "drawing",
    "menu": "navigation",
    "object": "embed",
    "embed": "embed",
    "iframe": "embed",
    "audio": "embed",
    "video": "embed",
    "aside": "aside",
    "noscript": "noscript",
    "amp-ad": "advert",
    "amp-embed": "advert",
    "amp-social-share": "share",
    "amp-sidebar": "navigation",
    "amp-consent": "consent",
    "amp-user-notification": "consent",
    "amp-analytics": "script",
}
_ROLES = dict.fromkeys(
    names.UNLIKELY_ROLES | {"tooltip", "status", "progressbar", "button", "form"}, "control"
)
_OPENERS = frozenset(("h2", "h3", "h4", "h5", "h6", "summary", "dt"))
_FIELDS = frozenset(("email", "text", "search", "password", "tel"))


def strip(region: Tag, removals: Removals, *, icon_font: bool, paragraph: int) -> None:
    """Take out of `region` what is no article, in place. `icon_font`: the page loads one."""
    furniture = _Furniture(region, removals)
    furniture.take()
    disguises.take_off(furniture.preformatted, furniture.headings)
    furniture.icons.take(removals, icon_font=icon_font)
    Sweep(removals, paragraph, furniture.sizes, furniture.whole).sweep(region)


def furniture_of(name: str) -> str | None:
    """The rule of an element that by its very name is no article; None for any other."""
    return _FURNITURE.get(name)


class _Furniture:
    """One walk that takes out what is no article by its element, measures what is left, and gathers what
    later steps ask for.
    """

    def __init__(self, region: Tag, removals: Removals) -> None:
        self._region, self._removals = region, removals
        self._whole = 0
        self.sizes: dict[int, int] = {}
        """Characters of each element's text, by its `id`."""
        self.headings: list[Tag] = []
        self.preformatted: list[Tag] = []
        self.icons = Icons()

    @property
    def whole(self) -> int:
        """Characters of the region before anything was taken."""
        return self._whole

    def take(self) -> None:
        """Walk the region."""
        self._whole = length_of(self._region) or 1
        self._enter(self._region)

    def _enter(self, tag: Tag) -> int:
        """Take the furniture from beneath `tag`; answers the length of what is left, each string with a
        blank behind it.
        """
        size = 0
        for child in tag.contents[:]:
            if isinstance(child, Tag):
                if child.attrs or child.name in _FURNITURE:
                    rule = _rule_of(child)
                    if rule is not None and self._is_taken(child, rule):
                        continue
                size += self._inside(child)
            elif type(child) is NavigableString and not child.isspace():
                size += len(" ".join(child.split())) + 1
                self.icons.look_at_text(child)
        self.sizes[id(tag)] = size
        return size

    def _inside(self, tag: Tag) -> int:
        name = tag.name
        if name[0] == "h" and len(name) == 2 and name != "hr":
            self.headings.append(tag)
        elif name in disguises.PREFORMATTED:
            self.preformatted.append(tag)
        elif name in icons.SMALL and len(tag.contents) == 1:
            self.icons.look_at(tag)
        return self._enter(tag)

    def _is_taken(self, tag: Tag, rule: str) -> bool:
        """Take a piece of furniture out, unless the article itself stands in it."""
        if rule == "script":
            tag.extract()  # it has no words: nobody misses it
            return True
        if rule == "noscript":
            return _is_only_picture(tag) or self._removals.take(tag, "furniture", rule)
        if rule == "control" and _reads_on(tag):
            return False
        if length_of(tag) > 0.4 * self._whole:
            return False
        return self._removals.take(tag, "furniture", rule)


def _rule_of(tag: Tag) -> str | None:
    name = tag.name
    rule = _FURNITURE.get(name) or ("request" if name == "form" and _asks(tag) else None)
    if rule:
        return rule
    attrs = tag.attrs
    if ("style" in attrs or "hidden" in attrs or "aria-hidden" in attrs) and names.is_hidden(tag):
        return "hidden"
    role = attrs.get("role")
    return _ROLES.get(str(role)) if role else None


def _asks(form: Tag) -> bool:
    """A small form to be filled in: a subscription, a search, a comment. Some systems put the page in one."""
    if length_of(form) > 500:
        return False
    return form.find("textarea") is not None or any(
        (each.get("type") or "text") in _FIELDS for each in form.find_all("input")
    )


def _reads_on(tag: Tag) -> bool:
    """A heading or question that opens what stands beneath it (an accordion) is built as a button."""
    if tag.name not in ("button", "label"):
        return tag.name not in _FURNITURE and length_of(tag) > 400
    return tag.parent is not None and tag.parent.name in _OPENERS


def _is_only_picture(noscript: Tag) -> bool:
    """Text for browsers without scripts goes; a picture that stands there for a lazy one takes its place."""
    pictures = noscript.find_all("img")
    if len(pictures) != 1 or noscript.get_text(strip=True):
        return False
    pictures[0]["data-fallback"] = "1"
    noscript.unwrap()
    return True
