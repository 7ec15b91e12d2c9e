"""Tables: one of data stays a table, one that lays out the page dissolves into what its cells hold."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import walk
from clipper.clean.elements import element, put
from clipper.clean.shapes import direction_of, join_paragraphs, lift_only_paragraph

_CELLS = frozenset(("td", "th"))
_PARTS = ("tr", "tbody", "thead", "tfoot", "caption", "colgroup", "col")
Flow = Callable[[Tag, Tag], None]
"""Puts the children of one element as blocks into another."""


def tidy_table(tag: Tag, flow: Flow) -> Tag | None:
    """A table of plain rows; None where it only lays out the page."""
    if not is_data_table(tag):
        return None
    table = element("table", direction_of(tag))
    caption = tag.find("caption")
    if isinstance(caption, Tag):
        words = element("caption")
        flow(caption, words)
        join_paragraphs(words)
        if words.contents:
            put(table, words)
    for row in tag.find_all("tr"):
        _row(row, table, flow)
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


def _row(row: Tag, table: Tag, flow: Flow) -> None:
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
        flow(cell, holder)
        lift_only_paragraph(holder)
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
