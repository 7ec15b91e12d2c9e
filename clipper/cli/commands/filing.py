"""Tags and collections."""

from __future__ import annotations

import click

from clipper.cli.commands.marking import ids_argument, say_count
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _
from clipper.operations import find, organise

name_argument = click.argument("name", metavar="NAME")
path_argument = click.argument("path", metavar="PATH")
json_option = click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line."))


@click.group(help=_("Give tags, take them away, rename them."))
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


@tag_command.command("list", help=_("All tags, and how many clips carry each."))
@json_option
@pass_session
def tag_list(session: Session, as_json: bool) -> None:
    """Print the tags."""
    with session.desk() as desk:
        for each in find.sidebar(desk).tags:
            if as_json:
                session.output.json({"name": each.name, "count": each.count})
            else:
                session.output.line(f"{one_line(each.name)}\t{each.count}")


@tag_command.command("rename", help=_("Rename a tag; a name that is taken merges the two."))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@pass_session
def tag_rename(session: Session, old: str, new: str) -> None:
    """Rename a tag."""
    with session.desk() as desk:
        changes = organise.rename_tag(desk, old, new)
    say_count(session, changes, _("Renamed on {count} clip."), _("Renamed on {count} clips."))


@tag_command.command("delete", help=_("Delete a tag; its clips stay."))
@name_argument
@pass_session
def tag_delete(session: Session, name: str) -> None:
    """Delete a tag."""
    with session.desk() as desk:
        changes = organise.delete_tag(desk, name)
    say_count(session, changes, _("Taken from {count} clip."), _("Taken from {count} clips."))


@click.group(help=_("Collections: “Politics/Russia” is Russia inside Politics."))
def collection_command() -> None:
    """Everything about collections."""


@collection_command.command("list", help=_("All collections, and how many clips lie in each."))
@json_option
@pass_session
def collection_list(session: Session, as_json: bool) -> None:
    """Print the tree, a full path a line."""
    with session.desk() as desk:
        for each in find.sidebar(desk).collections:
            if as_json:
                session.output.json({"path": each.path, "count": each.count})
            else:
                session.output.line(f"{one_line(each.path)}\t{each.count}")


@collection_command.command("make", help=_("Make a collection, and those it lies in."))
@path_argument
@pass_session
def collection_make(session: Session, path: str) -> None:
    """Make a collection."""
    with session.desk() as desk:
        organise.make_collection(desk, path)
    session.output.line(_("The collection “{path}” is there.").format(path=one_line(path)))


@collection_command.command("add", help=_("File clips into a collection too; it is made at need."))
@path_argument
@ids_argument
@click.option("--only", is_flag=True, help=_("Into this one and no other."))
@pass_session
def collection_add(session: Session, path: str, ids: tuple[str, ...], only: bool) -> None:
    """File clips."""
    file = organise.move if only else organise.file_into
    with session.desk() as desk:
        changes = file(desk, resolved(desk, ids), path)
    say_count(session, changes, _("{count} clip filed."), _("{count} clips filed."))


@collection_command.command("remove", help=_("Take clips out of a collection; they stay in the library."))
@path_argument
@ids_argument
@pass_session
def collection_remove(session: Session, path: str, ids: tuple[str, ...]) -> None:
    """Take clips out."""
    with session.desk() as desk:
        changes = organise.take_out(desk, resolved(desk, ids), path)
    say_count(session, changes, _("{count} clip taken out."), _("{count} clips taken out."))


@collection_command.command("rename", help=_("Give a collection another last name."))
@path_argument
@name_argument
@pass_session
def collection_rename(session: Session, path: str, name: str) -> None:
    """Rename a collection."""
    with session.desk() as desk:
        organise.rename_collection(desk, path, name)
    session.output.line(_("The collection was renamed."))


@collection_command.command("move", help=_("Hang a collection under another; without UNDER at the top."))
@path_argument
@click.argument("under", metavar="[UNDER]", required=False)
@pass_session
def collection_move(session: Session, path: str, under: str | None) -> None:
    """Move a collection."""
    with session.desk() as desk:
        organise.move_collection(desk, path, under)
    session.output.line(_("The collection was moved."))


@collection_command.command("delete", help=_("Delete a collection with those inside it; the clips stay."))
@path_argument
@pass_session
def collection_delete(session: Session, path: str) -> None:
    """Delete a collection."""
    with session.desk() as desk:
        organise.delete_collection(desk, path)
    session.output.line(_("The collection was deleted; its clips stay in the library."))
