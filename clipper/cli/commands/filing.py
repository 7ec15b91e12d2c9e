"""Collections."""

from __future__ import annotations

import click

from clipper.article.clip import ClipId
from clipper.cli.commands.marking import ids_argument, say_count
from clipper.cli.naming import json_option, look_of, look_options, name_argument, order_options, spot_of
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _
from clipper.operations import find, organise

path_argument = click.argument("path", metavar="PATH")


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
                known = {"path": each.path, "count": each.count, "colour": each.colour, "icon": each.icon}
                session.output.json(known)
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


@collection_command.command("merge", help=_("Pour a collection, with those inside it, into another."))
@path_argument
@click.argument("into", metavar="INTO")
@pass_session
def collection_merge(session: Session, path: str, into: str) -> None:
    """Merge two collections."""
    with session.desk() as desk:
        changes = organise.merge_collection(desk, path, into)
    say_count(session, changes, _("Merged; {count} clip concerned."), _("Merged; {count} clips concerned."))


@collection_command.command("edit", help=_("Give a collection a colour and an icon."))
@path_argument
@look_options
@pass_session
def collection_edit(session: Session, path: str, colour: str | None, icon: str | None) -> None:
    """Change how a collection is shown."""
    look = look_of(colour, icon)
    with session.desk() as desk:
        organise.show_collection_as(desk, path, look)
    session.output.line(_("The collection was changed."))


@collection_command.command(
    "order",
    help=_("Move a collection among its siblings; with IDs, clips within the collection."),
    epilog=_("OTHER is a sibling, or with IDs a clip."),
)
@path_argument
@click.argument("ids", nargs=-1, metavar="[ID...]")
@order_options
@click.option("--by-name", is_flag=True, help=_("Siblings by name again."))
@click.option("--newest", is_flag=True, help=_("The collection’s clips by age again."))
@pass_session
def collection_order(
    session: Session,
    /,
    path: str,
    ids: tuple[str, ...],
    by_name: bool,
    newest: bool,
    **spots: str | None,
) -> None:
    """Order by hand, or take that back."""
    if by_name + newest > 1 or ((by_name or newest) and (ids or any(spots.values()))):
        raise click.UsageError(_("--by-name and --newest stand alone."))
    spot = None if by_name or newest else spot_of(spots)
    with session.desk() as desk:
        if newest:
            organise.order_clips_by_age(desk, path)
        elif spot is None:
            organise.order_collections_by_name(desk, path)
        elif ids:
            other: list[ClipId] = resolved(desk, [spot.other]) if spot.other else []
            organise.order_clips(desk, path, resolved(desk, ids), spot.where, other[0] if other else None)
        else:
            organise.order_collection(desk, path, spot)
    session.output.line(_("The order was changed."))


@collection_command.command("delete", help=_("Delete a collection with those inside it; the clips stay."))
@path_argument
@pass_session
def collection_delete(session: Session, path: str) -> None:
    """Delete a collection."""
    with session.desk() as desk:
        organise.delete_collection(desk, path)
    session.output.line(_("The collection was deleted; its clips stay in the library."))
