"""`clean-again`: better cleaning for clips that are there, from their raw pages, without the network."""

from __future__ import annotations

from collections.abc import Sequence

import click

from clipper.article.clip import ClipId
from clipper.cli.changed import changed_view, of_recleaned, summary
from clipper.cli.commands.keeping import long_work
from clipper.cli.endings import OK, TOLD
from clipper.cli.session import Session, pass_session, resolved
from clipper.i18n import _
from clipper.operations import clean_again, find
from clipper.operations.comparing import Recleaned
from clipper.operations.desk import Desk

MANY = 3
"""Clips from which on the cleaning processes are worth starting."""


@click.command(
    help=_(
        "Clean clips again from their raw pages, without the network. Your edits stay, undo takes it back."
    )
)
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--all", "everything", is_flag=True, help=_("Every clip that is not in the trash."))
@click.option("--preview", is_flag=True, help=_("Only say what would change."))
@click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line for each clip."))
@pass_session
def clean_again_command(
    session: Session, ids: tuple[str, ...], everything: bool, preview: bool, as_json: bool
) -> int:
    """Clean again."""
    if everything == bool(ids):
        raise click.UsageError(_("Name clips, or say --all."))
    with session.desk(pages=MANY if everything else len(ids)) as desk:
        chosen = find.listing(desk) if everything else resolved(desk, ids)
        return run(session, desk, chosen, preview=preview, as_json=as_json)


def run(session: Session, desk: Desk, ids: Sequence[ClipId], *, preview: bool, as_json: bool) -> int:
    """Clean these again, or only say what would change; answers the exit code."""
    with long_work(session) as ticket:
        if preview:
            told: Sequence[Recleaned] = clean_again.preview(desk, ids, ticket)
        else:
            told = clean_again.clean_again(desk, ids, ticket).clips
    for each in told:
        if as_json:
            session.output.json(of_recleaned(each))
        else:
            changed_view(session.output, each, lines=preview)
        if each.error is not None:
            session.status.tell(each.error, _("clip {clip}").format(clip=each.clip))
    if not as_json:
        session.output.line(summary(told, preview=preview))
    return TOLD if any(each.error for each in told) else OK
