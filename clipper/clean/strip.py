"""Takes the chrome out of the region, by structure and attributes. Phrases come later (`lines.py`).

Works on BeautifulSoup's tree of the region, in one walk. On the way down an element is judged by what it is
and by what its names say (`furniture.py`); on the way up by what is left in it (`by_content.py`). Formulas,
code, embedded posts and notes are recognised first and given a plain form (`special.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import disguises, embeds, furniture, icons, names, special
from clipper.clean.by_content import COUNTED, INLINE, JUDGED, JUDGED_WITH, KEEPS, Totals, rule_of_content
from clipper.clean.elements import KEPT, take_out
from clipper.clean.furniture import TELLING
from clipper.clean.icons import GLUED, Icons
from clipper.clean.notes import Notes
from clipper.clean.removals import Removals, number_of
from clipper.clean.tables import is_data_table

furniture_of = furniture.rule_of_name
_MAY_BE_SPECIAL, _MAY_GO, _KEEPS, _JUDGED, _INLINE, _SMALL, _HEADING, _PREFORMATTED, _COUNTED, _IS_LINK = (
    1 << n for n in range(10)
)
_TOLD_BY_NAME = _MAY_BE_SPECIAL | _MAY_GO
_GROUPS = (
    (_MAY_BE_SPECIAL, special.ELEMENTS),
    (_MAY_GO, furniture.ELEMENTS),
    (_KEEPS, KEEPS),
    (_JUDGED, JUDGED),
    (_INLINE, INLINE),
    (_SMALL, icons.SMALL),
    (_HEADING, frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))),
    (_PREFORMATTED, disguises.PREFORMATTED),
    (_COUNTED, COUNTED),
    (_IS_LINK, frozenset(("a",))),
)
_BITS = {name: sum(bit for bit, each in _GROUPS if name in each) for _, group in _GROUPS for name in group}
"""What an element's name alone tells: one look instead of ten."""
_TELLING = TELLING - {"class"}


@lru_cache(maxsize=16_384)
def _is_telling(kind: str) -> bool:
    """Might an element of this class be something special, or go?"""
    return special.is_told_by(kind) or names.piece_named(f" {kind} ".lower()) is not None


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
        self._removals, self._paragraph = removals, paragraph
        self._whole = furniture.Whole(region)
        self._totals = Totals()
        self.headings: list[Tag] = []
        self.preformatted: list[Tag] = []
        self.icons = Icons()

    def enter(self, tag: Tag, bits: int = 0, in_table: bool = False, in_link: bool = False) -> int:
        """Clean what is beneath `tag`, and count it; answers the characters left in it, blanks collapsed.
        `bits`: what its name tells.

        Called for each element: what most of them need stands here and not in methods of its own.
        """
        totals, name = self._totals, tag.name
        if bits & _IS_LINK and not in_link:
            in_link = not str(tag.attrs.get("href") or "#").startswith("#")
        judged = 0 if in_table or name in JUDGED_WITH else _JUDGED
        if name == "table" and not in_table:
            in_table = is_data_table(tag)
        length = direct = 0
        for child in tag.contents[:]:
            if type(child) is NavigableString:
                if child.isspace():
                    continue
                size = len(
                    child.strip() if "\n" not in child and "  " not in child else " ".join(child.split())
                )
                length += size
                direct += size
                if in_link:
                    totals.linked += size
                if len(child) <= GLUED and (child > "[" or child < "!" or "_" in child):
                    self.icons.look_at_text(child)
            elif isinstance(child, Tag):
                told, attrs = _BITS.get(child.name, 0), child.attrs
                if not told and not attrs and not child.contents:
                    continue  # a line's end
                is_inline = told & _INLINE
                kind = attrs.get("class")
                if told & _TOLD_BY_NAME or (
                    attrs and ((kind and _is_telling(str(kind))) or not _TELLING.isdisjoint(attrs))
                ):
                    stays = self._what_stays(child, told)
                    if stays is None:
                        continue
                    child = stays
                    told, attrs = _BITS.get(child.name, 0), child.attrs
                if told & _SMALL:
                    if len(child.contents) == 1:
                        self.icons.look_at(child)
                elif told & _HEADING:
                    self.headings.append(child)
                elif told & _PREFORMATTED:
                    self.preformatted.append(child)
                if told & _KEEPS or KEPT in attrs:
                    totals.kept += 1
                    size = self.enter(child, told, in_table, in_link)
                elif told & judged:
                    size = self._judge(child, told, in_table, in_link)
                else:
                    size = self.enter(child, told, in_table, in_link)
                length += size
                if is_inline:
                    direct += size
        if bits & _COUNTED:
            totals.count(name, direct, length, self._paragraph)
        return length

    def _what_stays(self, tag: Tag, bits: int) -> Tag | None:
        """The element, or its plain form; None where it goes by what it is or what it is called."""
        kind = tag.attrs.get("class")
        if bits & _MAY_BE_SPECIAL or (kind and special.is_told_by(str(kind))):
            given = special.plain_form(tag, self._removals)
            if given is None:
                return None
            tag = given
        attrs = tag.attrs
        if KEPT in attrs or (tag.name not in furniture.ELEMENTS and attrs.keys().isdisjoint(TELLING)):
            return tag
        rule = furniture.rule_of(tag, self._whole)
        return None if rule is not None and self._is_taken(tag, rule) else tag

    def _judge(self, tag: Tag, bits: int, in_table: bool, in_link: bool) -> int:
        """Enter a block, and take it out where what is left in it tells that it is no article."""
        totals = self._totals
        before = totals.all()
        length = self.enter(tag, bits, in_table, in_link)
        rule = rule_of_content(tag, length, totals, before, self._paragraph)
        if rule is None or not self._removals.take(tag, "furniture", rule):
            return length
        totals.set_back(before)
        return 0

    def _is_taken(self, tag: Tag, rule: str) -> bool:
        if rule == furniture.CODE:
            take_out(tag)  # it has no words: nobody misses it
            return True
        if rule == furniture.EMBED:
            self._removals.add("furniture", rule, embeds.words_of(tag), number_of(tag))
        if rule == furniture.NOSCRIPT and furniture.is_only_picture(tag):
            return True
        return self._removals.take(tag, "furniture", rule)
