"""Smart collections: saved queries that are places to look in."""

from __future__ import annotations

import click

from clipper.article.organising import SmartCollection
from clipper.cli.commands.looking import no_mistyped_options
from clipper.cli.naming import json_option, look_of, look_options, name_argument, order_options, spot_of
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session
from clipper.i18n import _
from clipper.operations import smart


@click.group(help=_("Smart collections: a query with a name, answered anew at each look."))
def smart_command() -> None:
    """Everything about smart collections."""


@smart_command.command(
    "list", help=_("All smart collections, how many clips answer each, and what each asks.")
)
@json_option
@pass_session
def smart_list(session: Session, as_json: bool) -> None:
    """Print them in order."""
    with session.desk() as desk:
        counts = smart.counts(desk)
        for each in smart.listed(desk):
            count = counts.get(each.name, 0)
            if as_json:
                known = {"name": each.name, "query": each.query, "count": count}
                session.output.json(known | {"colour": each.colour, "icon": each.icon})
            else:
                session.output.line(f"{one_line(each.name)}\t{count}\t{one_line(each.query)}")


@smart_command.command(
    "make",
    help=_("Save a query under a name; “clipper list --smart NAME” looks into it."),
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@name_argument
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@look_options
@pass_session
def smart_make(
    session: Session, name: str, query: tuple[str, ...], colour: str | None, icon: str | None
) -> None:
    """Make one; a word that begins with a single - is a word of the query."""
    no_mistyped_options(query)
    with session.desk() as desk:
        smart.make(desk, SmartCollection(name, " ".join(query), colour, icon))
    session.output.line(_("The smart collection “{name}” is there.").format(name=one_line(name)))


@smart_command.command("rename", help=_("Give a smart collection another name."))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@pass_session
def smart_rename(session: Session, old: str, new: str) -> None:
    """Rename one."""
    with session.desk() as desk:
        smart.edit(desk, old, new=new)
    session.output.line(_("The smart collection was renamed."))


@smart_command.command("edit", help=_("Change what a smart collection asks, its colour or its icon."))
@name_argument
@click.option("--query", metavar="QUERY", help=_("What it is to ask."))
@look_options
@pass_session
def smart_edit(session: Session, name: str, query: str | None, colour: str | None, icon: str | None) -> None:
    """Change one."""
    look = look_of(colour, icon, or_else=query is not None)
    with session.desk() as desk:
        smart.edit(desk, name, query=query, look=look)
    session.output.line(_("The smart collection was changed."))


@smart_command.command("order", help=_("Move a smart collection up or down the list."))
@name_argument
@order_options
@pass_session
def smart_order(session: Session, /, name: str, **spots: str | None) -> None:
    """Order them by hand."""
    spot = spot_of(spots)
    with session.desk() as desk:
        smart.order(desk, name, spot)
    session.output.line(_("The order was changed."))


@smart_command.command("delete", help=_("Delete a smart collection; the clips stay."))
@name_argument
@pass_session
def smart_delete(session: Session, name: str) -> None:
    """Delete one."""
    with session.desk() as desk:
        smart.delete(desk, name)
    session.output.line(_("The smart collection was deleted; the clips stay in the library."))
