"""Takes the chrome out of the region, by structure and attributes. Phrases come later (`lines.py`).

Works on BeautifulSoup's tree of the region. Three passes: what can never be article by its element; what says
by its name what it is; what its content betrays (many links, inputs, no prose).
"""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import disguises, icons, names, walk
from clipper.clean.removals import Removals
from clipper.clean.text import word_set

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
_BLOCKS = word_set("div section ul ol table form fieldset header dl details")
_INLINE = word_set("a abbr b bdi cite code em font i mark q s small span strong sub sup time u")
_NEVER_BY_NAME = word_set("p img a h1 h2 code pre figcaption")
_PARTS_OF_TABLE = ("tr", "tbody", "thead", "tfoot", "caption", "colgroup", "col")
_KEEPS = frozenset(("pre", "code"))
"""Elements that no chrome has: a block around one is judged by nothing else."""
_COMMAS = ",،，、;؛；"


@dataclass(slots=True)
class Content:
    """What an element holds, counted from its text up."""

    length: int = 0
    linked: int = 0
    commas: int = 0
    heading: int = 0
    paragraphs: int = 0
    images: int = 0
    items: int = 0
    prose: int = 0

    def add(self, other: Content) -> None:
        """Count another element's content in."""
        self.length += other.length
        self.linked += other.linked
        self.commas += other.commas
        self.heading += other.heading
        self.paragraphs += other.paragraphs
        self.images += other.images
        self.items += other.items
        self.prose += other.prose

    @property
    def link_density(self) -> float:
        """Share of the text that stands in links."""
        return self.linked / self.length if self.length else 0.0


def strip(region: Tag, removals: Removals, *, icon_font: bool, paragraph: int) -> None:
    """Take out of `region` what is no article, in place. `icon_font`: the page loads one."""
    disguises.take_off(region)
    whole = len(" ".join(region.get_text(" ").split())) or 1
    _furniture(region, removals, whole)
    icons.take_icons(region, removals, icon_font=icon_font)
    _named(region, removals, whole)
    _Sweep(removals, paragraph).sweep(region)


def _furniture(region: Tag, removals: Removals, whole: int) -> None:
    for tag in walk.tags(region):
        rule = _furniture_rule(tag)
        if rule is None:
            continue
        if rule == "noscript":
            _noscript(tag, removals)
        elif rule == "control" and _reads_on(tag):
            tag.unwrap()
        elif not _holds_most(tag, whole):
            removals.take(tag, "furniture", rule)


def furniture_of(name: str) -> str | None:
    """The rule of an element that by its very name is no article; None for any other."""
    return "noscript" if name == "noscript" else _FURNITURE.get(name)


def _furniture_rule(tag: Tag) -> str | None:
    rule = furniture_of(tag.name) or ("request" if tag.name == "form" and _asks(tag) else None)
    if rule or not tag.attrs:
        return rule
    if names.is_hidden(tag):
        return "hidden"
    role = tag.get("role")
    return _ROLES.get(str(role)) if role else None


def _asks(form: Tag) -> bool:
    """A small form to be filled in: a subscription, a search, a comment. Some systems put the page in one."""
    if len(form.get_text(" ", strip=True)) > 500:
        return False
    return form.find("textarea") is not None or any(
        (each.get("type") or "text") in ("email", "text", "search", "password", "tel")
        for each in form.find_all("input")
    )


def _reads_on(tag: Tag) -> bool:
    """A heading or question that opens what stands beneath it (an accordion) is built as a button."""
    if tag.name not in ("button", "label"):
        return tag.name not in _FURNITURE and len(tag.get_text(strip=True)) > 400
    return tag.parent is not None and tag.parent.name in ("h2", "h3", "h4", "h5", "h6", "summary", "dt")


def _noscript(tag: Tag, removals: Removals) -> None:
    """Text for browsers without scripts goes; a picture that stands there for a lazy one stays."""
    pictures = tag.find_all("img")
    if len(pictures) == 1 and not tag.get_text(strip=True):
        tag.unwrap()
        pictures[0]["data-fallback"] = "1"
        return
    removals.take(tag, "furniture", "noscript")


def _holds_most(tag: Tag, whole: int) -> bool:
    """A wrapper by a misleading element: the article itself stands in it."""
    return len(tag.get_text(" ", strip=True)) > 0.4 * whole


def _named(region: Tag, removals: Removals, whole: int) -> None:
    for tag in walk.tags(region):
        if not tag.attrs or tag.name in _NEVER_BY_NAME:
            continue
        rule = names.piece_of(tag)
        if rule is None or (tag.name in _INLINE and _in_prose(tag)):
            continue
        text = tag.get_text(" ", strip=True)
        if len(text) < 0.25 * whole or (rule in ("comments", "related") and len(text) < 0.5 * whole):
            removals.take(tag, "furniture", rule)


def _in_prose(tag: Tag) -> bool:
    parent = tag.parent
    if parent is None:
        return False
    around = len(parent.get_text(" ", strip=True))
    return around > 2 * len(tag.get_text(" ", strip=True)) and around > 60


class _Sweep:
    """One walk from the leaves up: elements whose content betrays them go before their parents are judged."""

    def __init__(self, removals: Removals, paragraph: int) -> None:
        self._removals, self._paragraph = removals, paragraph

    def sweep(self, tag: Tag, *, in_table: bool = False, in_link: bool = False) -> Content:
        """Clean the children of `tag` and count what is left in it."""
        content = Content()
        direct = 0
        in_link = in_link or (tag.name == "a" and not str(tag.get("href") or "#").startswith("#"))
        is_table = in_table or (tag.name == "table" and _is_data(tag))
        for child in list(tag.children):
            if isinstance(child, Tag):
                inner = self.sweep(child, in_table=is_table, in_link=in_link)
                if child.name in _BLOCKS and not in_table and tag.name not in ("figure", "pre", "code"):
                    rule = self._rule(child, inner)
                    if rule:
                        self._removals.take(child, "furniture", rule)
                        continue
                if child.name in _INLINE:
                    direct += inner.length
                content.add(inner)
            elif type(child) is NavigableString:
                length = len(" ".join(child.split()))
                if length:
                    direct += length
                    content.length += length
                    content.commas += sum(map(child.count, _COMMAS))
                    content.linked += length if in_link else 0
        _count(tag, content, direct, self._paragraph)
        return content

    def _rule(self, tag: Tag, content: Content) -> str | None:
        """Why this block is no part of the article; None where it may be."""
        if tag.name == "table" and _is_data(tag):
            return None
        weight = names.weight(tag)
        if walk.has(tag, _KEEPS):
            return None
        if weight < 0 and content.prose < 6 * self._paragraph:
            return "named"
        if content.commas >= 10:
            return None
        is_list = tag.name in ("ul", "ol", "dl")
        return self._content_rule(content, weight, is_list=is_list)

    def _content_rule(self, content: Content, weight: int, *, is_list: bool) -> str | None:
        density = content.link_density
        short = content.length < self._paragraph
        if not is_list and content.items > content.paragraphs + 2 and density > 0.3:
            return "links"
        if not is_list and short and not content.images and density > 0 and not content.heading:
            return "links"
        if not is_list and weight < 25 and density > 0.3:
            return "links"
        if weight >= 25 and density > 0.5:
            return "links"
        return None


def _count(tag: Tag, content: Content, direct: int, paragraph: int) -> None:
    if tag.name == "p" or (tag.name in ("div", "td", "section", "blockquote") and direct >= paragraph):
        content.paragraphs += 1
        if direct >= 3 * paragraph:
            content.prose += direct
    elif tag.name == "img":
        content.images += 1
    elif tag.name == "li":
        content.items += 1
        if direct >= 3 * paragraph:
            content.prose += direct
    elif tag.name in ("h1", "h2", "h3", "h4", "h5", "h6"):
        content.heading += content.length


def _is_data(table: Tag) -> bool:
    """A table of data, not one that lays out the page."""
    cached = table.attrs.get("data-is-table")
    if cached is not None:
        return cached == "1"
    answer = _looks_like_data(table)
    table.attrs["data-is-table"] = "1" if answer else "0"
    return answer


def _looks_like_data(table: Tag) -> bool:
    if table.get("role") in ("presentation", "none") or table.get("datatable") == "0":
        return False
    if table.find("table") or not _is_well_formed(table):
        return False
    if table.find(["caption", "thead", "th", "tfoot", "colgroup", "col"]) or table.get("summary"):
        return True
    rows = table.find_all("tr")
    cells = table.find_all("td")
    if len(rows) < 2 or len(cells) < 2 * len(rows):
        return False
    longest = max((len(cell.get_text(strip=True)) for cell in cells), default=0)
    if longest > 300 or table.find(["p", "h1", "h2", "div", "article"]):
        return len(cells) > 3 * len(rows) and longest < 150
    return len(cells) >= 4


def _is_well_formed(table: Tag) -> bool:
    """Only rows in a table and only cells in a row; else a broken page has put its text there."""
    for tag in (table, *table.find_all(["tr", "tbody", "thead", "tfoot"])):
        fitting = ("td", "th") if tag.name == "tr" else _PARTS_OF_TABLE
        for child in tag.contents:
            if (
                isinstance(child, Tag)
                and child.name not in fitting
                and child.name not in ("script", "style", "template")
            ):
                return False
            if type(child) is NavigableString and child.strip():
                return False
    return True


is_data_table = _is_data
