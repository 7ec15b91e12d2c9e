"""What says by its name what it is, and what its content betrays: many links, no prose. One walk, from the
top for names, from the leaves up for content, so that boxes are judged by what is left in them.
"""

from __future__ import annotations

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import names
from clipper.clean.removals import Removals
from clipper.clean.tables import is_data_table
from clipper.clean.text import word_set

_BLOCKS = word_set("div section ul ol table form fieldset header dl details")
_INLINE = word_set("a abbr b bdi cite code em font i mark q s small span strong sub sup time u")
_NEVER_BY_NAME = word_set("p img a h1 h2 code pre figcaption")
_KEEPS = frozenset(("pre", "code"))
"""Elements that no chrome has: a block around one is judged by nothing else."""
_WHOLE = frozenset(("figure", "pre", "code"))
"""What stands in these is judged with them."""
_LISTS = frozenset(("ul", "ol", "dl"))
_PARAGRAPHS = frozenset(("div", "td", "section", "blockquote"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_COMMAS = ",،，、;؛；"
MOST_REMEMBERED = 20_000


class Sweep:
    """Running totals of one walk; what an element holds is the difference between its end and its start."""

    def __init__(self, removals: Removals, paragraph: int, sizes: dict[int, int], whole: int) -> None:
        """`paragraph`: characters from which a run counts as one; `sizes`: characters of each element by
        its `id`, `whole`: those of the region.
        """
        self._removals, self._paragraph = removals, paragraph
        self._sizes, self._whole = sizes, whole
        self._length = self._linked = self._commas = self._heading = 0
        self._paragraphs = self._images = self._items = self._prose = self._kept = 0

    def sweep(self, tag: Tag, *, in_table: bool = False, in_link: bool = False) -> None:
        """Clean what is beneath `tag`."""
        direct = 0
        name = tag.name
        start = self._length
        in_link = in_link or (name == "a" and not str(tag.attrs.get("href") or "#").startswith("#"))
        judged = not in_table and name not in _WHOLE
        is_table = in_table or (name == "table" and is_data_table(tag))
        for child in tag.contents[:]:
            if isinstance(child, Tag):
                before = self._length
                if self._is_left(child, judged=judged, in_table=is_table, in_link=in_link):
                    direct += self._length - before if child.name in _INLINE else 0
            elif type(child) is NavigableString:
                direct += self._count_text(child, in_link=in_link)
        self._count(tag, direct, self._length - start)
        if name in _KEEPS:
            self._kept += 1

    def _is_left(self, tag: Tag, *, judged: bool, in_table: bool, in_link: bool) -> bool:
        """Judge an element by its name, clean what is beneath it, judge what is left. False: it was taken."""
        rule = self._named(tag)
        if rule and self._removals.take(tag, "furniture", rule):
            return False
        if not judged or tag.name not in _BLOCKS:
            self.sweep(tag, in_table=in_table, in_link=in_link)
            return True
        before = self._totals()
        self.sweep(tag, in_table=in_table, in_link=in_link)
        rule = self._rule(tag, before)
        if rule and self._removals.take(tag, "furniture", rule):
            self._set_back(before)
            return False
        return True

    def _count_text(self, text: NavigableString, *, in_link: bool) -> int:
        if text.isspace():
            return 0
        length = len(" ".join(text.split()))
        self._length += length
        if text.isascii():
            self._commas += text.count(",") + text.count(";")
        else:
            self._commas += sum(map(text.count, _COMMAS))
        if in_link:
            self._linked += length
        return length

    def _count(self, tag: Tag, direct: int, length: int) -> None:
        name = tag.name
        if name == "p" or (name in _PARAGRAPHS and direct >= self._paragraph):
            self._paragraphs += 1
            if direct >= 3 * self._paragraph:
                self._prose += direct
        elif name == "img":
            self._images += 1
        elif name == "li":
            self._items += 1
            if direct >= 3 * self._paragraph:
                self._prose += direct
        elif name in _HEADINGS:
            self._heading += length

    def _totals(self) -> tuple[int, ...]:
        return (
            self._length,
            self._linked,
            self._commas,
            self._heading,
            self._paragraphs,
            self._images,
            self._items,
            self._prose,
            self._kept,
        )

    def _set_back(self, totals: tuple[int, ...]) -> None:
        self._length, self._linked, self._commas, self._heading, self._paragraphs = totals[:5]
        self._images, self._items, self._prose, self._kept = totals[5:]

    # by name

    def _named(self, tag: Tag) -> str | None:
        attrs = tag.attrs
        if ("class" not in attrs and "id" not in attrs) or tag.name in _NEVER_BY_NAME:
            return None
        rule = _piece_of(tag)
        if rule is None:
            return None
        size = self._sizes.get(id(tag), 1) - 1
        if tag.name in _INLINE and tag.parent is not None:
            around = self._sizes.get(id(tag.parent), 0) - 1
            if around > 2 * size and around > 60:
                return None  # in the midst of prose
        is_less = size < (0.5 if rule in ("comments", "related") else 0.25) * self._whole
        return rule if is_less else None

    # by content

    def _rule(self, tag: Tag, before: tuple[int, ...]) -> str | None:
        """Why this block is no part of the article; None where it may be."""
        if self._kept > before[8] or (tag.name == "table" and is_data_table(tag)):
            return None
        weight = _weight(tag)
        if weight < 0 and self._prose - before[7] < 6 * self._paragraph:
            return "named"
        linked = self._linked - before[1]
        if not linked or self._commas - before[2] >= 10:
            return None
        return self._link_rule(tag.name in _LISTS, linked, weight, before)

    def _link_rule(self, is_list: bool, linked: int, weight: int, before: tuple[int, ...]) -> str | None:
        length = self._length - before[0]
        density = linked / length
        if is_list:
            return "links" if weight >= 25 and density > 0.5 else None
        if self._items - before[6] > self._paragraphs - before[4] + 2 and density > 0.3:
            return "links"
        if length < self._paragraph and self._images == before[5] and self._heading == before[3]:
            return "links"
        if (weight < 25 and density > 0.3) or density > 0.5:
            return "links"
        return None


_pieces: dict[tuple[str, str, bool], str | None] = {}
_weights: dict[tuple[str, str], int] = {}
"""What names say, by class and id: the same names come again and again, on a page and on a site."""


def _piece_of(tag: Tag) -> str | None:
    key = (str(tag.attrs.get("class")), str(tag.attrs.get("id")), tag.name in _HEADINGS)
    if key not in _pieces:
        if len(_pieces) > MOST_REMEMBERED:
            _pieces.clear()
        _pieces[key] = names.piece_of(tag)
    return _pieces[key]


def _weight(tag: Tag) -> int:
    attrs = tag.attrs
    if "class" not in attrs and "id" not in attrs:
        return 0
    key = (str(attrs.get("class")), str(attrs.get("id")))
    if key not in _weights:
        if len(_weights) > MOST_REMEMBERED:
            _weights.clear()
        _weights[key] = names.weight(tag)
    return _weights[key]
