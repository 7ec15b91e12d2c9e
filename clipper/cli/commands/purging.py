"""`purge`: delete for good."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from clipper.article.clip import ClipId
from clipper.article.purged import KeptBackup, Purged
from clipper.article.query import Scope
from clipper.cli.commands.keeping import long_work
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _, ngettext
from clipper.operations import find, purging
from clipper.operations.desk import Desk

SHOWN = 10
_STANDINGS = {
    "holds": _("It still has them"),
    "unreadable": _("It may still have them, and cannot be read"),
    "away": _("It may still have them, and is not there now"),
}
_RESTS = {
    "log": _("Another program is reading the library: run “clipper purge --trash” once it is closed."),
    "index": _("Another program writes the search index: traces there are cleared later."),
    "files": _("Files that were touched just now are removed within a day."),
}


@click.command(help=_("Delete clips for good, with every trace of them. It cannot be undone."))
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--trash", is_flag=True, help=_("Everything that is in the trash."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.option("--json", "as_json", is_flag=True, help=_("One JSON object."))
@pass_session
def purge_command(session: Session, ids: tuple[str, ...], trash: bool, yes: bool, as_json: bool) -> None:
    """Purge."""
    if bool(ids) == trash:
        raise click.UsageError(_("Name clips, or --trash."))
    if not yes and not sys.stdin.isatty():
        raise click.UsageError(_("Nobody can be asked here: say --yes."))
    with session.desk(hints=False) as desk, long_work(session) as ticket:
        purging.finish(desk, ticket)
        chosen = find.listing(desk, Scope("trash")) if trash else resolved(desk, ids)
        if chosen and not yes:
            _ask(session, desk, chosen)
        purged = purging.purge(desk, chosen, ticket)
    _say(session, purged, as_json=as_json)


def _ask(session: Session, desk: Desk, chosen: Sequence[ClipId]) -> None:
    """Show what is meant; raises Abort unless the user says yes."""
    for row in find.rows(desk, chosen[:SHOWN]):
        session.status.say(f"{row.id}  {one_line(row.title or row.url)}")
    if len(chosen) > SHOWN:
        more = len(chosen) - SHOWN
        session.status.say(ngettext("… and {count} more", "… and {count} more", more))
    question = ngettext(
        "Delete {count} clip for good? This cannot be undone.",
        "Delete {count} clips for good? This cannot be undone.",
        len(chosen),
    )
    click.confirm(question, abort=True, err=True)


def _say(session: Session, purged: Purged, *, as_json: bool) -> None:
    if as_json:
        backups = [
            {"path": each.path, "made": each.made.isoformat(timespec="seconds"), "standing": each.standing}
            for each in purged.backups
        ]
        session.output.json({"purged": list(purged.clips), "backups": backups, "rest": list(purged.rest)})
        return
    done = ngettext("{count} clip deleted for good.", "{count} clips deleted for good.", len(purged.clips))
    session.output.line(done)
    for backup in purged.backups:
        session.output.line(_backup(backup))
    for rest in purged.rest:
        session.status.say(_RESTS[rest])


def _backup(backup: KeptBackup) -> str:
    made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
    where = _("the backup {path} of {made}").format(path=one_line(backup.path), made=made)
    return f"{_STANDINGS[backup.standing]}: {where}"
