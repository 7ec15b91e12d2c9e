"""Formulas, code, embedded posts and lists of notes, however a page builds them: recognised before anything
is judged, and given a plain form that every later step knows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bs4 import Tag

from clipper.clean import code_blocks, embeds, formulas, names, notes
from clipper.clean.elements import KEPT, element, exchange, insert, take_out, weave
from clipper.clean.removals import NUMBER, Removals

ELEMENTS = formulas.ELEMENTS | embeds.ELEMENTS | code_blocks.ELEMENTS
"""Elements that may be one of these whatever their class is."""
_PARTS = re.compile(names.any_of((*formulas.CLASSES, *code_blocks.CLASSES, *embeds.CLASSES, *notes.CLASSES)))


@lru_cache(maxsize=20_000)
def is_told_by(kind: str) -> bool:
    """May an element of this class be one of these?"""
    return _PARTS.search(kind.lower()) is not None


def plain_form(tag: Tag, removals: Removals) -> Tag | None:
    """The element that takes the place of `tag`, which may be `tag` itself; None where nothing does."""
    if tag.name == "img" and not _may_be_formula(tag):
        return tag
    if tag.name == "embed" and tag.contents:
        _empty(tag)
    if notes.is_back_link(tag):
        return None if removals.take(tag, "furniture", "back_link") else tag
    if code_blocks.is_label(tag):
        return None if removals.take(tag, "furniture", "code_label") else tag
    if notes.is_list(tag):
        tag.attrs[KEPT] = "notes"
        return tag
    if formulas.is_doubled(tag):
        take_out(tag)
        return None
    form = formulas.plain(tag) or code_blocks.plain(tag, removals) or embeds.plain(tag)
    if form is None or form is tag:
        return tag
    if NUMBER in tag.attrs:
        form.attrs[NUMBER] = tag.attrs[NUMBER]
    weave(form)
    exchange(tag, form)
    return form


def _may_be_formula(picture: Tag) -> bool:
    """Quick: most pictures are none."""
    kind, source = str(picture.attrs.get("class") or ""), str(picture.attrs.get("src") or "")
    return "tex" in source or "tex" in kind or (kind != "" and is_told_by(kind))


def _empty(tag: Tag) -> None:
    """`embed` holds nothing; the parser puts into it whatever follows."""
    shell = element(tag.name, dict(tag.attrs))  # type: ignore[arg-type]
    insert(tag, 0, shell)
    tag.name = "div"
    tag.attrs = {key: value for key, value in tag.attrs.items() if key == NUMBER}
