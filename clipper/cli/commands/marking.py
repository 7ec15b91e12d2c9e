"""Stars, read state, notes and the trash."""

from __future__ import annotations

import sys

import click

from clipper.article.changes import Changes
from clipper.cli.output import plain
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _, ngettext
from clipper.operations import find, organise

ids_argument = click.argument("ids", nargs=-1, required=True, metavar="ID...")


def say_count(session: Session, changes: Changes, one: str, many: str) -> None:
    """Say how many clips were changed."""
    session.output.line(ngettext(one, many, len(changes.clips)))


@click.command(help=_("Star clips; with --off take the star away."))
@ids_argument
@click.option("--off", is_flag=True, help=_("Take the star away."))
@pass_session
def star_command(session: Session, ids: tuple[str, ...], off: bool) -> None:
    """Set or take the star."""
    with session.desk() as desk:
        changes = organise.star(desk, resolved(desk, ids), on=not off)
    if off:
        say_count(session, changes, _("{count} star taken away."), _("{count} stars taken away."))
    else:
        say_count(session, changes, _("{count} clip starred."), _("{count} clips starred."))


@click.command(help=_("Mark clips as read; with --off as unread."))
@ids_argument
@click.option("--off", is_flag=True, help=_("Mark as unread."))
@pass_session
def read_command(session: Session, ids: tuple[str, ...], off: bool) -> None:
    """Mark as read or unread."""
    with session.desk() as desk:
        changes = organise.mark_read(desk, resolved(desk, ids), on=not off)
    if off:
        say_count(session, changes, _("{count} clip marked unread."), _("{count} clips marked unread."))
    else:
        say_count(session, changes, _("{count} clip marked read."), _("{count} clips marked read."))


@click.command(help=_("Write or print a clip's note. TEXT may be - for standard input."))
@click.argument("clip", metavar="ID")
@click.argument("text", required=False)
@click.option("--clear", is_flag=True, help=_("Take the note away."))
@pass_session
def note_command(session: Session, clip: str, text: str | None, clear: bool) -> None:
    """Write, print or take away a note."""
    if clear and text is not None:
        raise click.UsageError(_("--clear takes the note away; give no text with it."))
    if text == "-":
        text = sys.stdin.read().strip()
    with session.desk() as desk:
        number = find.resolve(desk, clip)
        if text is None and not clear:
            session.output.line(plain(find.open_clip(desk, number).row.note or ""))
            return
        organise.note(desk, number, text)
    session.output.line(_("The note was taken away.") if clear else _("The note was written."))


@click.command(help=_("Put clips into the trash."))
@ids_argument
@pass_session
def trash_command(session: Session, ids: tuple[str, ...]) -> None:
    """Trash clips."""
    with session.desk() as desk:
        changes = organise.trash(desk, resolved(desk, ids))
    say_count(session, changes, _("{count} clip put into the trash."), _("{count} clips put into the trash."))


@click.command(help=_("Take clips out of the trash, back to where they were."))
@ids_argument
@pass_session
def restore_command(session: Session, ids: tuple[str, ...]) -> None:
    """Restore clips."""
    with session.desk() as desk:
        changes = organise.restore(desk, resolved(desk, ids))
    say_count(session, changes, _("{count} clip restored."), _("{count} clips restored."))
