"""Tables: one of data stays a table, one that lays out the page dissolves into what its cells hold."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import walk
from clipper.clean.elements import element, put
from clipper.clean.shapes import direction_of, join_paragraphs

_CELLS = frozenset(("td", "th"))
_PLAIN_CELLS = frozenset(("td",))
_ROWS = frozenset(("tr",))
_CAPTION = frozenset(("caption",))
_TABLE = frozenset(("table",))
_HOLDERS = frozenset(("tr", "tbody", "thead", "tfoot"))
_OF_DATA = frozenset(("caption", "thead", "th", "tfoot", "colgroup", "col"))
_OF_TEXT = frozenset(("p", "h1", "h2", "div", "article"))
_PARTS = ("tr", "tbody", "thead", "tfoot", "caption", "colgroup", "col")
Flow = Callable[[Tag, Tag], None]
"""Puts the children of one element as blocks into another."""


def tidy_table(tag: Tag, flow: Flow, fill: Flow) -> Tag | None:
    """A table of plain rows; None where it only lays out the page. `fill` is `flow` for cells."""
    if not is_data_table(tag):
        return None
    table = element("table", direction_of(tag))
    caption = walk.first(tag, _CAPTION)
    if caption is not None:
        words = element("caption")
        flow(caption, words)
        join_paragraphs(words)
        if words.contents:
            put(table, words)
    for row in walk.every(tag, _ROWS):
        _row(row, table, fill)
    if not walk.has(table, _CELLS):
        table.contents.clear()
    return table


def _section(row: Tag, table: Tag) -> Tag:
    kind = row.parent.name if row.parent is not None and row.parent.name in ("thead", "tfoot") else "tbody"
    last = table.contents[-1] if table.contents else None
    if isinstance(last, Tag) and last.name == kind:
        return last
    section = element(kind)
    put(table, section)
    return section


def _row(row: Tag, table: Tag, fill: Flow) -> None:
    line = element("tr")
    for cell in row.contents:
        if not isinstance(cell, Tag) or cell.name not in _CELLS:
            continue
        attrs = direction_of(cell)
        for key in ("colspan", "rowspan"):
            value = str(cell.get(key) or "")
            if value.isdecimal() and 1 < int(value[:4]) <= 1000:
                attrs[key] = value[:4]
        if cell.name == "th" and cell.get("scope") in ("row", "col", "rowgroup", "colgroup"):
            attrs["scope"] = str(cell["scope"])
        holder = element(cell.name, attrs)
        fill(cell, holder)
        put(line, holder)
    if line.contents:
        put(_section(row, table), line)


def is_data_table(table: Tag) -> bool:
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
    if walk.has(table, _TABLE) or not _is_well_formed(table):
        return False
    if walk.has(table, _OF_DATA) or table.get("summary"):
        return True
    rows = walk.every(table, _ROWS)
    cells = walk.every(table, _PLAIN_CELLS)
    if len(rows) < 2 or len(cells) < 2 * len(rows):
        return False
    longest = max((sum(len(each.strip()) for each in walk.texts(cell)) for cell in cells), default=0)
    if longest > 300 or walk.has(table, _OF_TEXT):
        return len(cells) > 3 * len(rows) and longest < 150
    return len(cells) >= 4


def _is_well_formed(table: Tag) -> bool:
    """Only rows in a table and only cells in a row; else a broken page has put its text there."""
    for tag in (table, *walk.every(table, _HOLDERS)):
        fitting = ("td", "th") if tag.name == "tr" else _PARTS
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
