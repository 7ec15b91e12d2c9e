"""`undo` and `redo`: any of the last 200 changes, by default the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from clipper.article.act import Act
from clipper.cli import json_lines
from clipper.cli.session import Session, pass_session, words_of
from clipper.i18n import _, act_words, ngettext
from clipper.operations import find, organise

F = TypeVar("F", bound=Callable[..., Any])

SHOWN = 20


def history_options(command: F) -> F:
    """Which one; or only look."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line.")),
        click.option(
            "--limit",
            type=click.IntRange(min=0),
            default=SHOWN,
            show_default=True,
            metavar="N",
            help=_("With --list: at most N of them."),
        ),
        click.option("--list", "as_list", is_flag=True, help=_("Only list them, the next one first.")),
        click.argument("number", metavar="[N]", required=False, type=click.IntRange(min=1)),
    ):
        command = option(command)
    return command


@click.command(help=_("Undo the last change to the library, or number N of “clipper undo --list”."))
@history_options
@pass_session
def undo_command(session: Session, number: int | None, as_list: bool, limit: int, as_json: bool) -> None:
    """Undo, or list what can be undone."""
    with session.desk(hints=False) as desk:
        if as_list:
            _print(session, find.done(desk, limit), as_json=as_json)
            return
        known = find.act(desk, number) if number else next(iter(find.done(desk, 1)), None)
        changes = organise.undo(desk, known.id if known else number)
        left = find.done(desk, 1)
    _say(session, _("Undone: {what}"), known, len(changes.clips), as_json=as_json)
    if not as_json:
        more = _("The next undo takes back: {what}") if left else _("There is nothing more to undo.")
        session.output.line(more.format(what=words_of(left[0]) if left else ""))


@click.command(help=_("Do again what was undone last, or number N of “clipper redo --list”."))
@history_options
@pass_session
def redo_command(session: Session, number: int | None, as_list: bool, limit: int, as_json: bool) -> None:
    """Redo, or list what can be done again."""
    with session.desk(hints=False) as desk:
        if as_list:
            _print(session, find.undone(desk, limit), as_json=as_json)
            return
        changes = organise.redo(desk, number)
        known = find.act(desk, changes.act) if changes.act else None
    _say(session, _("Done again: {what}"), known, len(changes.clips), as_json=as_json)


def of_act(act: Act) -> json_lines.Json:
    """An act, for programs."""
    return {
        "n": act.id,
        "code": act.code,
        "made": act.made.isoformat(timespec="seconds"),
        "words": act_words(act.code, act.clips, act.title, act.names),
        "clips": act.clips,
        "title": act.title,
        "names": list(act.names),
    }


def _print(session: Session, acts: Sequence[Act], *, as_json: bool) -> None:
    for act in acts:
        if as_json:
            session.output.json(of_act(act))
        else:
            made = act.made.astimezone().strftime("%Y-%m-%d %H:%M")
            session.output.line(f"{act.id}\t{made}\t{words_of(act)}")


def _say(session: Session, words: str, act: Act | None, count: int, *, as_json: bool) -> None:
    if act is None:
        return
    if as_json:
        session.output.json(of_act(act))
        return
    changed = ngettext("{count} clip changed", "{count} clips changed", count)
    session.output.line(f"{words.format(what=words_of(act))} ({changed})")
