"""`highlight`: passages that are marked, with a colour and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clipper.article.highlight import COLOURS
from clipper.cli.highlights import highlight_view, highlights_view, of_highlight
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _, ngettext
from clipper.operations import find, highlights

if TYPE_CHECKING:
    from clipper.article.clip import ClipId
    from clipper.article.highlight import HighlightId
    from clipper.operations.desk import Desk

_NUMBERS = click.argument("numbers", nargs=-1, required=True, metavar="N...")
_COLOUR = click.option("--colour", type=click.Choice(COLOURS, case_sensitive=False), help=_("Its colour."))
_NOTE = click.option("--note", metavar=_("TEXT"), help=_("A note on it, in Markdown; empty takes it away."))
_JSON = click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line."))


@click.group(help=_("Mark passages of clips, with a colour and a note."))
def highlight_command() -> None:
    """Everything about highlights."""


@highlight_command.command("add", help=_("Mark words of a clip, by the words or by --start and --end."))
@click.argument("clip", metavar="ID")
@click.argument("words", metavar="[WORDS]", required=False)
@click.option("--start", type=click.IntRange(min=0), help=_("Where it begins in “clipper show ID --text”."))
@click.option("--end", type=click.IntRange(min=1), help=_("Where it ends."))
@click.option(
    "--occurrence",
    type=click.IntRange(min=1),
    default=1,
    help=_("Which of several places where the words stand."),
)
@_COLOUR
@_NOTE
@_JSON
@pass_session
def highlight_add(
    session: Session,
    clip: str,
    words: str | None,
    start: int | None,
    end: int | None,
    occurrence: int,
    colour: str | None,
    note: str | None,
    as_json: bool,
) -> None:
    """Mark a passage."""
    by_range = start is not None and end is not None
    if (words is None) != by_range or (start is None) != (end is None):
        raise click.UsageError(_("Give the words, or both --start and --end."))
    look = {"colour": colour or COLOURS[0], "note": note or ""}
    with session.desk() as desk:
        number = find.resolve(desk, clip)
        if start is not None and end is not None:
            made, _changes = highlights.add_range(desk, number, start, end, **look)
        else:
            made, _changes = highlights.add(desk, number, words or "", occurrence=occurrence, **look)
        _print(session, desk, number, made, as_json)


@highlight_command.command("list", help=_("The highlights of these clips; of all clips without ID."))
@click.argument("ids", nargs=-1, metavar="[ID...]")
@_JSON
@pass_session
def highlight_list(session: Session, ids: tuple[str, ...], as_json: bool) -> None:
    """Print highlights with where they stand now."""
    with session.desk() as desk:
        for number in resolved(desk, ids) if ids else highlights.marked(desk):
            clip = find.open_clip(desk, number)
            if as_json:
                for each in clip.highlights:
                    session.output.json(of_highlight(clip, each))
            else:
                highlights_view(session.output, clip)


@highlight_command.command("edit", help=_("Give highlights another colour or note."))
@_NUMBERS
@_COLOUR
@_NOTE
@_JSON
@pass_session
def highlight_edit(
    session: Session, numbers: tuple[str, ...], colour: str | None, note: str | None, as_json: bool
) -> None:
    """Change highlights."""
    if colour is None and note is None:
        raise click.UsageError(_("Say what is to be changed: --colour or --note."))
    with session.desk() as desk:
        chosen = _resolved(desk, numbers)
        highlights.change(desk, list(chosen), colour=colour, note=note)
        for number, clip in chosen.items():
            _print(session, desk, clip, number, as_json)


@highlight_command.command("delete", help=_("Take highlights away; the text stays."))
@_NUMBERS
@pass_session
def highlight_delete(session: Session, numbers: tuple[str, ...]) -> None:
    """Delete highlights."""
    with session.desk() as desk:
        chosen = _resolved(desk, numbers)
        highlights.delete(desk, list(chosen))
    session.output.line(ngettext("{count} highlight deleted.", "{count} highlights deleted.", len(chosen)))


def _resolved(desk: Desk, numbers: tuple[str, ...]) -> dict[HighlightId, ClipId]:
    return dict(highlights.resolve(desk, each) for each in numbers)


def _print(session: Session, desk: Desk, clip: ClipId, number: HighlightId, as_json: bool) -> None:
    whole = find.open_clip(desk, clip)
    for each in whole.highlights:
        if each.id == number and as_json:
            session.output.json(of_highlight(whole, each))
        elif each.id == number:
            highlight_view(session.output, whole, each)
