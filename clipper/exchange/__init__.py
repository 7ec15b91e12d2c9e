"""Other programs' formats, in and out: one file a format, one list of them, each loaded when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from clipper.article.clip import Clip
from clipper.exchange import json_list
from clipper.exchange.json_list import as_json, highlight_as_json
from clipper.jobs import Ticket

GetPicture = Callable[[str], bytes]
Export = Callable[[Sequence[Clip], GetPicture, Path, str, Ticket], None]
"""Writes clips to a file, whole or not at all: clips, a picture's bytes by its hash, target, title, ticket.

Raises TargetUnwritable, DiskFull, Stopped.
"""

__all__ = ["EXPORTS", "Export", "as_json", "highlight_as_json"]


def _html(clips: Sequence[Clip], pictures: GetPicture, target: Path, title: str, ticket: Ticket) -> None:
    from clipper.exchange import html_page

    html_page.export(clips, pictures, target, title, ticket)


def _markdown(clips: Sequence[Clip], pictures: GetPicture, target: Path, title: str, ticket: Ticket) -> None:
    from clipper.exchange import markdown

    markdown.export(clips, pictures, target, title, ticket)


EXPORTS: Mapping[str, Export] = {"html": _html, "markdown": _markdown, "json": json_list.export}
"""What a selection can be written as, beside a book."""
