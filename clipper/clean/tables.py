"""Tables: one of data stays a table, one that lays out the page dissolves into what its cells hold."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup, Tag

from clipper.clean.shapes import direction_of, join_paragraphs, lift_only_paragraph
from clipper.clean.strip import is_data_table

Flow = Callable[[Tag, Tag], None]
"""Puts the children of one element as blocks into another."""


def tidy_table(tag: Tag, out: Tag, new: BeautifulSoup, flow: Flow) -> None:
    """Put `tag` into `out`: as a table of plain rows, or dissolved."""
    if not is_data_table(tag):
        flow(tag, out)
        return
    table = new.new_tag("table", attrs=direction_of(tag))
    caption = tag.find("caption")
    if isinstance(caption, Tag):
        words = new.new_tag("caption")
        flow(caption, words)
        join_paragraphs(words, new)
        if words.contents:
            table.append(words)
    for row in tag.find_all("tr"):
        _row(row, _section(row, table, new), new, flow)
    if table.find(["td", "th"]):
        out.append(table)


def _section(row: Tag, table: Tag, new: BeautifulSoup) -> Tag:
    kind = row.parent.name if row.parent is not None and row.parent.name in ("thead", "tfoot") else "tbody"
    last = table.contents[-1] if table.contents else None
    if isinstance(last, Tag) and last.name == kind:
        return last
    section = new.new_tag(kind)
    table.append(section)
    return section


def _row(row: Tag, section: Tag, new: BeautifulSoup, flow: Flow) -> None:
    line = new.new_tag("tr")
    for cell in row.find_all(["td", "th"], recursive=False):
        attrs = direction_of(cell)
        for key in ("colspan", "rowspan"):
            value = str(cell.get(key) or "")
            if value.isdigit() and 1 < int(value[:4]) <= 1000:
                attrs[key] = value[:4]
        if cell.name == "th" and cell.get("scope") in ("row", "col", "rowgroup", "colgroup"):
            attrs["scope"] = str(cell["scope"])
        holder = new.new_tag(cell.name, attrs=attrs)
        flow(cell, holder)
        lift_only_paragraph(holder)
        line.append(holder)
    if line.contents:
        section.append(line)
