"""`export`, `backup` and `check`: what leaves the library, and keeping it well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from clipper.article.clip import ClipId
from clipper.article.query import Scope
from clipper.cli.endings import OK, TOLD
from clipper.cli.interrupts import on_interrupt
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _, finding_sentence, ngettext
from clipper.jobs import Ticket
from clipper.operations import export as leave
from clipper.operations import find, upkeep
from clipper.operations.desk import Desk

file_option = click.option(
    "-o",
    "--output",
    "target",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=_("Where to write it."),
)


@contextmanager
def long_work(session: Session) -> Iterator[Ticket]:
    """A ticket that shows progress and that Ctrl-C cancels."""
    ticket = Ticket(session.status.progress)
    with on_interrupt(ticket.cancel):
        yield ticket
    session.status.clear()


@click.command(help=_("Export clips as one file. Choose them by number or by one of the options."))
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--search", metavar="Q", help=_("What a search finds, best first."))
@click.option("--collection", metavar="PATH", help=_("The clips of a collection."))
@click.option("--smart", metavar="NAME", help=_("The clips of a smart collection."))
@click.option("--tag", metavar="TAG", help=_("The clips with a tag."))
@click.option(
    "--format",
    "form",
    required=True,
    type=click.Choice(leave.FORMATS),
    help=_("What kind of file it is to be."),
)
@file_option
@click.option("--title", metavar="T", help=_("Title of the whole, on the cover of a PDF."))
@pass_session
def export_command(
    session: Session,
    ids: tuple[str, ...],
    search: str | None,
    collection: str | None,
    smart: str | None,
    tag: str | None,
    form: leave.Format,
    target: Path,
    title: str | None,
) -> None:
    """Write the chosen clips to a file."""
    places = [Scope("collection", collection), Scope("smart", smart), Scope("tag", tag)]
    named = [place for place in places if place.name is not None]
    if sum([bool(ids), search is not None, len(named)]) != 1:
        raise click.UsageError(_("Choose clips in one way: ID..., --search, --collection, --smart or --tag."))
    leave.check_target(target)
    with session.desk() as desk:
        chosen = _chosen(desk, ids, search, named)
        with long_work(session) as ticket:
            leave.export(desk, chosen, form, target, ticket, title=title)
    count = ngettext("{count} clip", "{count} clips", len(chosen))
    session.output.line(f"{one_line(str(target))}  ({count})")


def _chosen(desk: Desk, ids: Sequence[str], search: str | None, places: Sequence[Scope]) -> list[ClipId]:
    if search is not None:
        return [ClipId(hit.id) for hit in find.search(desk, search)]
    return find.listing(desk, places[0]) if places else resolved(desk, ids)


@click.command(help=_("Copy the living library to a new folder."))
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@pass_session
def backup_command(session: Session, folder: Path) -> None:
    """Back up."""
    with session.desk() as desk, long_work(session) as ticket:
        made = upkeep.backup(desk, folder, ticket)
    session.output.line(one_line(str(made)))


@click.command(help=_("Look for damage in the library."))
@pass_session
def check_command(session: Session) -> int:
    """Check."""
    with session.desk() as desk, long_work(session) as ticket:
        findings = upkeep.check(desk, ticket)
    for finding in findings:
        session.status.say(f"clipper: {finding_sentence(finding.code, finding.values)}")
    if findings:
        return TOLD
    session.output.line(_("The library is sound."))
    return OK
