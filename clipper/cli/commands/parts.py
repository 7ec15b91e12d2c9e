"""`restore-part`, `remove-part`, `undo-edit`: the user's word on one piece of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clipper.article.changes import Changes
from clipper.cli.commands.keeping import long_work
from clipper.cli.json_lines import Json
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session
from clipper.i18n import _, ngettext
from clipper.operations import find, parts, site_rules
from clipper.operations.parts import Taught

if TYPE_CHECKING:
    from clipper.article.clip import ClipId
    from clipper.operations.desk import Desk

_CLIP = click.argument("clip", metavar="ID")
_NUMBER = click.argument("number", metavar="N", type=click.IntRange(min=1))
_JSON = click.option("--json", "as_json", is_flag=True, help=_("As one JSON object."))


@click.command(help=_("Bring back what the cleaner took out: N as “clipper show ID --removed” numbers it."))
@_CLIP
@_NUMBER
@click.option("--always", is_flag=True, help=_("Keep such pieces on every page of this site."))
@_JSON
@pass_session
def restore_part_command(session: Session, clip: str, number: int, always: bool, as_json: bool) -> None:
    """Bring a piece back."""
    with session.desk() as desk, long_work(session) as ticket:
        chosen = find.resolve(desk, clip)
        if always:
            edit = parts.restoring(desk, chosen, number)
            _tell_taught(session, desk, chosen, parts.always_for_site(desk, chosen, edit, ticket), as_json)
            return
        changes = parts.restore_part(desk, chosen, number, ticket)
    _tell(session, chosen, changes, _("The piece is back in clip {clip}."), as_json)


@click.command(help=_("Take a block out of a clip: N as “clipper show ID --blocks” numbers it."))
@_CLIP
@_NUMBER
@click.option("--always", is_flag=True, help=_("Strip such pieces from every page of this site."))
@_JSON
@pass_session
def remove_part_command(session: Session, clip: str, number: int, always: bool, as_json: bool) -> None:
    """Take a piece out."""
    with session.desk() as desk, long_work(session) as ticket:
        chosen = find.resolve(desk, clip)
        if always:
            edit = parts.removing(desk, chosen, number)
            _tell_taught(session, desk, chosen, parts.always_for_site(desk, chosen, edit, ticket), as_json)
            return
        changes = parts.remove_part(desk, chosen, number, ticket)
    _tell(session, chosen, changes, _("The piece is taken out of clip {clip}."), as_json)


@click.command(help=_("Take back what you said of a piece: N as “clipper show ID --edits” numbers it."))
@_CLIP
@_NUMBER
@_JSON
@pass_session
def undo_edit_command(session: Session, clip: str, number: int, as_json: bool) -> None:
    """Take an edit back."""
    with session.desk() as desk, long_work(session) as ticket:
        chosen = find.resolve(desk, clip)
        changes = parts.undo_edit(desk, chosen, number, ticket)
    _tell(session, chosen, changes, _("The edit of clip {clip} is taken back."), as_json)


def _tell(session: Session, clip: ClipId, changes: Changes, words: str, as_json: bool) -> None:
    if as_json:
        session.output.json({"id": clip, "act": changes.act, "host": None, "key": None, "selector": None})
    else:
        session.output.line(words.format(clip=clip))


def _tell_taught(session: Session, desk: Desk, clip: ClipId, taught: Taught, as_json: bool) -> None:
    session.status.clear()
    if as_json:
        said: Json = {"host": taught.host, "key": taught.key, "selector": taught.selector}
        session.output.json({"id": clip, "act": taught.changes.act} | said)
        return
    words = {
        "keep": _("From now on “{selector}” is kept on the pages of {host}."),
        "strip": _("From now on “{selector}” is stripped from the pages of {host}."),
    }[taught.key]
    session.output.line(words.format(selector=one_line(taught.selector), host=taught.host))
    others = len(site_rules.clips_of(desk, taught.host)) - 1
    if others > 0:
        other = ngettext("{count} other clip", "{count} other clips", others)
        hint = _("“clipper site test {host}” shows what it would change in {clips} of that site.")
        session.output.line(hint.format(host=taught.host, clips=other))
