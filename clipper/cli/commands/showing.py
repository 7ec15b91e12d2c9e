"""`show`: one clip, whole, or its pieces."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from clipper.article.clip import Clip, ClipId
from clipper.cli import json_lines, pieces
from clipper.cli.output import plain
from clipper.cli.session import Session, pass_session
from clipper.cli.views import clip_view
from clipper.i18n import _
from clipper.operations import export, find
from clipper.operations.blocks import Block, blocks_of
from clipper.operations.desk import Desk

Form = Literal["json", "html", "text", "raw"]
Pieces = Literal["removed", "blocks", "edits"]


@click.command(help=_("Show one clip, named by its number or uid."))
@click.argument("clip", metavar="ID")
@click.option("--json", "form", flag_value="json", help=_("As one JSON object; of pieces one a line."))
@click.option("--html", "form", flag_value="html", help=_("As one HTML file with its pictures inside."))
@click.option("--text", "form", flag_value="text", help=_("The body as plain text."))
@click.option("--raw", "form", flag_value="raw", help=_("The page as it came, byte for byte."))
@click.option("--removed", "which", flag_value="removed", help=_("What was taken out of the page, and why."))
@click.option("--blocks", "which", flag_value="blocks", help=_("The blocks of the body, numbered."))
@click.option("--edits", "which", flag_value="edits", help=_("What you brought back and took out."))
@click.option("--original", is_flag=True, help=_("As the page has it, without what you changed."))
@pass_session
def show_command(
    session: Session, clip: str, form: Form | None, which: Pieces | None, original: bool
) -> None:
    """Print a clip in one of its forms, or its pieces."""
    if which and form not in (None, "json"):
        raise click.UsageError(_("--removed, --blocks and --edits go with --json only."))
    with session.desk() as desk:
        number = find.resolve(desk, clip)
        if which:
            _print_pieces(session, desk, number, which, as_json=form == "json", original=original)
        elif form == "raw":
            _print_page(session, find.raw_page(desk, number))
        elif form == "html":
            _print_page(session, _html(desk, number, original=original))
        else:
            _print_clip(session, desk, number, form, original=original)


def _print_pieces(
    session: Session, desk: Desk, number: ClipId, which: Pieces, *, as_json: bool, original: bool
) -> None:
    """What was taken out of a page is told of the page, also where the clip shows a text of the user's."""
    clip = find.open_clip(desk, number, original=original or which != "blocks")
    blocks = blocks_of(clip.html)
    if as_json:
        for each in _objects(clip, blocks, which):
            session.output.json(each)
    elif which == "removed":
        pieces.removals_view(session.output, clip.removals, len(blocks))
    elif which == "blocks":
        pieces.blocks_view(session.output, blocks)
    else:
        pieces.edits_view(session.output, clip.edits)


def _objects(clip: Clip, blocks: Sequence[Block], which: Pieces) -> list[json_lines.Json]:
    if which == "removed":
        return [pieces.of_removal(n, each, len(blocks)) for n, each in enumerate(clip.removals, 1)]
    if which == "blocks":
        return [pieces.of_block(each) for each in blocks]
    return [pieces.of_edit(n, each) for n, each in enumerate(clip.edits, 1)]


def _print_clip(session: Session, desk: Desk, number: ClipId, form: str | None, *, original: bool) -> None:
    clip = find.open_clip(desk, number, original=original)
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


def _html(desk: Desk, number: ClipId, *, original: bool) -> bytes:
    """The clip as the HTML export writes it, under its own title."""
    clip = find.open_clip(desk, number, original=original)
    with tempfile.TemporaryDirectory(prefix="clipper-") as folder:
        target = Path(folder) / "clip.html"
        return export.write(desk, [clip], "html", target, title=clip.row.title).read_bytes()
