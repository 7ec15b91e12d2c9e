"""`show`: one clip, whole."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

import click

from clipper.article.clip import ClipId
from clipper.cli import json_lines
from clipper.cli.output import plain
from clipper.cli.session import Session, pass_session
from clipper.cli.views import clip_view
from clipper.i18n import _
from clipper.operations import export, find
from clipper.operations.desk import Desk


@click.command(help=_("Show one clip, named by its number or uid."))
@click.argument("clip", metavar="ID")
@click.option("--json", "form", flag_value="json", help=_("As one JSON object."))
@click.option("--html", "form", flag_value="html", help=_("As one HTML file with its pictures inside."))
@click.option("--text", "form", flag_value="text", help=_("The body as plain text."))
@click.option("--raw", "form", flag_value="raw", help=_("The page as it came, byte for byte."))
@pass_session
def show_command(session: Session, clip: str, form: Literal["json", "html", "text", "raw"] | None) -> None:
    """Print a clip in one of its forms."""
    with session.desk() as desk:
        number = find.resolve(desk, clip)
        if form == "raw":
            _print_page(session, find.raw_page(desk, number))
        elif form == "html":
            _print_page(session, _html(desk, number))
        else:
            _print_clip(session, desk, number, form)


def _print_clip(session: Session, desk: Desk, number: ClipId, form: str | None) -> None:
    clip = find.open_clip(desk, number)
    if form == "json":
        session.output.json(json_lines.of_clip(clip))
    elif form == "text":
        session.output.line(plain(clip.text))
    else:
        clip_view(session.output, clip, find.picture_files(desk, [clip]))


def _print_page(session: Session, page: bytes) -> None:
    """Byte for byte into a file or pipe; a terminal gets none of a page's control characters."""
    if session.output.terminal:
        session.output.line(plain(page.decode("utf-8", "replace")))
    else:
        session.output.raw(page)


def _html(desk: Desk, number: ClipId) -> bytes:
    """The clip as the HTML export writes it, under its own title."""
    title = find.open_clip(desk, number).row.title
    with tempfile.TemporaryDirectory(prefix="clipper-") as folder:
        return export.export(desk, [number], "html", Path(folder) / "clip.html", title=title).read_bytes()
