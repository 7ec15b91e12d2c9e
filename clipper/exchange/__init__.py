"""Other programs' formats, in and out: one file a format, one list of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from clipper.article.clip import Clip
from clipper.exchange import html_page, json_list, markdown
from clipper.exchange.json_list import as_json
from clipper.jobs import Ticket

Export = Callable[[Sequence[Clip], Callable[[str], bytes], Path, str, Ticket], None]
"""Writes clips to a file, whole or not at all: clips, a picture's bytes by its hash, target, title, ticket.

Raises TargetUnwritable, DiskFull, Stopped.
"""

EXPORTS: Mapping[str, Export] = {
    "html": html_page.export,
    "markdown": markdown.export,
    "json": json_list.export,
}
"""What a selection can be written as, beside a book."""

__all__ = ["EXPORTS", "Export", "as_json"]
