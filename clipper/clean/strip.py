"""Takes the chrome out of the region, by structure and attributes. Phrases come later (`lines.py`).

Works on BeautifulSoup's tree of the region, in one walk. On the way down an element is judged by what it is
and by what its names say (`furniture.py`); on the way up by what is left in it (`by_content.py`). Formulas,
code, embedded posts and notes are recognised first and given a plain form (`special.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import disguises, embeds, furniture, icons, special
from clipper.clean.by_content import INLINE, JUDGED, KEEPS, Totals, is_judged_in, rule_of_content
from clipper.clean.elements import KEPT, take_out
from clipper.clean.icons import Icons
from clipper.clean.notes import Notes
from clipper.clean.removals import Removals, number_of
from clipper.clean.tables import is_data_table
from clipper.clean.walk import length_of

furniture_of = furniture.rule_of_name
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def strip(region: Tag, removals: Removals, *, icon_font: Callable[[], bool], paragraph: int) -> None:
    """Take out of `region` what is no article, in place. `icon_font`: does the page load one? `paragraph`:
    characters from which a run counts as one.
    """
    Notes(region).mark(removals)
    walk = _Walk(region, removals, paragraph)
    walk.enter(region)
    disguises.take_off(walk.preformatted, walk.headings)
    walk.icons.take(removals, icon_font=icon_font)


class _Walk:
    """The state of the walk: running totals of what was kept, and what later steps ask for."""

    def __init__(self, region: Tag, removals: Removals, paragraph: int) -> None:
        self._region, self._removals, self._paragraph = region, removals, paragraph
        self._length = 0
        self._totals = Totals()
        self.headings: list[Tag] = []
        self.preformatted: list[Tag] = []
        self.icons = Icons()

    def _whole(self) -> int:
        """Characters of the region; measured when first asked for, which is before anything goes."""
        self._length = self._length or length_of(self._region) or 1
        return self._length

    def enter(self, tag: Tag, in_table: bool = False, in_link: bool = False) -> None:
        """Clean what is beneath `tag`, and count it."""
        totals, name = self._totals, tag.name
        start = totals.length
        direct = 0
        in_link = in_link or (name == "a" and not str(tag.attrs.get("href") or "#").startswith("#"))
        judges = not in_table and is_judged_in(name)
        is_table = in_table or (name == "table" and is_data_table(tag))
        for child in tag.contents[:]:
            if type(child) is NavigableString:
                if not child.isspace():
                    direct += totals.add_text(child, in_link=in_link)
                    self.icons.look_at_text(child)
            elif isinstance(child, Tag):
                before = totals.length
                self._child(child, judges, is_table, in_link)
                if child.name in INLINE:
                    direct += totals.length - before
        totals.count(name, direct, totals.length - start, self._paragraph)

    def _child(self, tag: Tag, judges: bool, in_table: bool, in_link: bool) -> None:
        """Judge one element; what stays is entered and counted."""
        name, attrs = tag.name, tag.attrs
        if name in special.ELEMENTS or ("class" in attrs and special.is_told_by(str(attrs["class"]))):
            given = special.plain_form(tag, self._removals)
            if given is None:
                return
            tag, name, attrs = given, given.name, given.attrs
        if KEPT not in attrs and (
            name in furniture.ELEMENTS or not attrs.keys().isdisjoint(furniture.TELLING)
        ):
            rule = furniture.rule_of(tag, self._whole)
            if rule is not None and self._is_taken(tag, rule):
                return
        self._gather(tag, name)
        if KEPT in attrs or name in KEEPS:
            self._totals.kept += 1
        if not judges or name not in JUDGED or KEPT in attrs:
            self.enter(tag, in_table, in_link)
            return
        before = self._totals.all()
        self.enter(tag, in_table, in_link)
        rule = rule_of_content(tag, self._totals, before, self._paragraph)
        if rule is not None and self._removals.take(tag, "furniture", rule):
            self._totals.set_back(before)

    def _is_taken(self, tag: Tag, rule: str) -> bool:
        if rule == furniture.CODE:
            take_out(tag)  # it has no words: nobody misses it
            return True
        if rule == furniture.EMBED:
            self._removals.add("furniture", rule, embeds.words_of(tag), number_of(tag))
        if rule == furniture.NOSCRIPT and furniture.is_only_picture(tag):
            return True
        return self._removals.take(tag, "furniture", rule)

    def _gather(self, tag: Tag, name: str) -> None:
        if name in _HEADINGS:
            self.headings.append(tag)
        elif name in disguises.PREFORMATTED:
            self.preformatted.append(tag)
        elif name in icons.SMALL and len(tag.contents) == 1:
            self.icons.look_at(tag)
