"""Tags."""

from __future__ import annotations

import click

from clipper.cli.commands.marking import ids_argument, say_count
from clipper.cli.naming import colour_option, json_option, look_of, name_argument
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _
from clipper.operations import find, organise


@click.group(help=_("Tags: “trade/ports” is ports nested in trade."))
def tag_command() -> None:
    """Everything about tags."""


@tag_command.command("add", help=_("Give clips a tag; it is made where it does not exist yet."))
@name_argument
@ids_argument
@pass_session
def tag_add(session: Session, name: str, ids: tuple[str, ...]) -> None:
    """Tag clips."""
    with session.desk() as desk:
        changes = organise.tag(desk, resolved(desk, ids), [name])
    say_count(session, changes, _("{count} clip tagged."), _("{count} clips tagged."))


@tag_command.command("remove", help=_("Take a tag away from clips."))
@name_argument
@ids_argument
@pass_session
def tag_remove(session: Session, name: str, ids: tuple[str, ...]) -> None:
    """Untag clips."""
    with session.desk() as desk:
        changes = organise.untag(desk, resolved(desk, ids), [name])
    say_count(session, changes, _("Taken from {count} clip."), _("Taken from {count} clips."))


@tag_command.command(
    "list", help=_("All tags; how many clips carry each alone, and with those nested in it.")
)
@json_option
@pass_session
def tag_list(session: Session, as_json: bool) -> None:
    """Print the tags."""
    with session.desk() as desk:
        for each in find.sidebar(desk).tags:
            if as_json:
                counts = {"count": each.count, "total": each.total}
                session.output.json({"name": each.name} | counts | {"colour": each.colour})
            else:
                session.output.line(f"{one_line(each.name)}\t{each.count}\t{each.total}")


@tag_command.command(
    "rename", help=_("Rename a tag and those nested in it; a name that is taken merges the two.")
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@pass_session
def tag_rename(session: Session, old: str, new: str) -> None:
    """Rename a tag."""
    with session.desk() as desk:
        changes = organise.rename_tag(desk, old, new)
    say_count(session, changes, _("Renamed on {count} clip."), _("Renamed on {count} clips."))


@tag_command.command("merge", help=_("Give a tag’s clips another tag that is there, and delete it."))
@name_argument
@click.argument("into", metavar="INTO")
@pass_session
def tag_merge(session: Session, name: str, into: str) -> None:
    """Merge two tags."""
    with session.desk() as desk:
        changes = organise.merge_tag(desk, name, into)
    say_count(session, changes, _("Merged; {count} clip concerned."), _("Merged; {count} clips concerned."))


@tag_command.command("edit", help=_("Give a tag a colour."))
@name_argument
@colour_option
@pass_session
def tag_edit(session: Session, name: str, colour: str | None) -> None:
    """Change how a tag is shown."""
    look = look_of(colour)
    with session.desk() as desk:
        organise.show_tag_as(desk, name, look)
    session.output.line(_("The tag was changed."))


@tag_command.command("delete", help=_("Delete a tag with those nested in it; the clips stay."))
@name_argument
@pass_session
def tag_delete(session: Session, name: str) -> None:
    """Delete a tag."""
    with session.desk() as desk:
        changes = organise.delete_tag(desk, name)
    say_count(session, changes, _("Taken from {count} clip."), _("Taken from {count} clips."))
