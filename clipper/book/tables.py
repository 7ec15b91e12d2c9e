"""Tables as a grid in which no cell collides or sticks out, each column with a fair share of the width."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clipper.book.nodes import Node, plain
from clipper.book.words import length

MOST_COLUMNS = 14
"""What is wider cannot be read on paper: its rows are set as lists."""
_NUMERIC = re.compile(r"[\s\d.,:%+\-−–()/€$£¥₽₹]*\d[\s\d.,:%+\-−–()/€$£¥₽₹]*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the page has it."""

    cells: list[Node]
    head: bool = False


def table(rows: list[Row], *, nested: bool = False) -> list[Node]:
    """The table; just its blocks where it was used for layout (one column) or lies in another table."""
    rows = [row for row in rows if any(cell.children for cell in row.cells)]
    cells = _placed(rows)
    columns = max((cell.x + cell.across for cell in cells), default=0)
    if columns < 2 or nested:
        return [block for row in rows for cell in row.cells for block in _blocks(cell)]
    if columns > MOST_COLUMNS:
        return [Node("list", tuple(_as_item(row) for row in rows))]
    heads = _heads(rows)
    whole = Node(
        "table",
        tuple(_kept_in_head(cell, heads) for cell in cells),
        columns=_shares(cells, columns),
        numeric=_numeric(cells, columns, heads),
        heads=heads,
    )
    return [whole]


def _placed(rows: list[Row]) -> list[Node]:
    """Each cell at the first free place of its row, cut where it would cover another or leave the grid."""
    taken: set[tuple[int, int]] = set()
    placed: list[Node] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row.cells:
            while (x, y) in taken:
                x += 1
            across = next((n for n in range(1, cell.across) if (x + n, y) in taken), cell.across)
            down = min(cell.down, len(rows) - y)
            taken |= {(x + right, y + below) for right in range(across) for below in range(down)}
            placed.append(replace(cell, x=x, y=y, across=across, down=down))
            x += across
    return _cropped(placed)


def _cropped(cells: list[Node]) -> list[Node]:
    """Without the columns that no cell begins in: a colspan of 100 makes no hundred columns."""
    begun = sorted({cell.x for cell in cells})
    number = {x: place for place, x in enumerate(begun)}
    return [
        replace(cell, x=number[cell.x], across=sum(cell.x <= x < cell.x + cell.across for x in begun))
        for cell in cells
    ]


def _heads(rows: list[Row]) -> int:
    """How many rows at the top are the head; never all of them."""
    count = 0
    for row in rows:
        if not row.head and not (row.cells and all(cell.head for cell in row.cells)):
            break
        count += 1
    return count if count < len(rows) else 0


def _kept_in_head(cell: Node, heads: int) -> Node:
    return replace(cell, down=min(cell.down, heads - cell.y)) if cell.y < heads else cell


def _shares(cells: list[Node], columns: int) -> tuple[float, ...]:
    """By each column's longest text and word: short texts in one line, long ones in several."""
    shares = [3.0] * columns
    for cell in cells:
        if cell.across == 1:
            words = " ".join(map(plain, cell.children)).split()
            word = min(max(map(len, words), default=0), 16)
            text = length(cell.children)
            shares[cell.x] = max(shares[cell.x], word, min(text, 45) + max(text - 45, 0) ** 0.5)
    return tuple(round(share + 2, 1) for share in shares)


def _numeric(cells: list[Node], columns: int, heads: int) -> tuple[bool, ...]:
    said: list[list[str]] = [[] for _ in range(columns)]
    for cell in cells:
        text = "".join(map(plain, cell.children)).strip()
        if cell.y >= heads and text:
            said[cell.x].append(text)
    return tuple(bool(column) and all(map(_NUMERIC.fullmatch, column)) for column in said)


def _as_item(row: Row) -> Node:
    return Node("item", tuple(block for cell in row.cells for block in _blocks(cell)))


def _blocks(cell: Node) -> list[Node]:
    return [block for block in cell.children if isinstance(block, Node)]
