"""`edit`: every field of a clip, and its text; what the page said is kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clipper.article.fields import FIELDS, MEDIA, SINGLE, FieldName, Rewriting
from clipper.cli import json_lines
from clipper.cli.commands.marking import ids_argument, say_count
from clipper.cli.session import Session, pass_session, resolved
from clipper.errors import FileMissing, FileUnreadable
from clipper.i18n import _
from clipper.operations import editing, find

if TYPE_CHECKING:
    from clipper.article.clip import ClipId
    from clipper.operations.desk import Desk

EVERYTHING = "all"
_HELP = {
    "title": _("Its title."),
    "published": _("When it was published: 2026-03-12, or 2026-03-12T14:05+01:00."),
    "updated": _("When it was updated, likewise."),
    "site": _("The name of its site, paper or station."),
    "section": _("Its section."),
    "language": _("Its language: en, pt-BR."),
    "agency": _("The news agency whose report it is."),
    "rights": _("A note on what may be done with it."),
    "medium": _("{media}, or any other.").format(media=", ".join(MEDIA)),
    "edition": _("The edition of a printed issue."),
    "page": _("The page of a printed issue."),
}


def _single(name: FieldName) -> Any:
    return click.option(f"--{name}", metavar=_("VALUE"), help=_HELP[name])


def _singles(command: Any) -> Any:
    for name in reversed(SINGLE):
        command = _single(name)(command)
    return command


@click.command(
    help=_(
        "Change what clips say. An empty value sets a field to nothing; --reset has it say again what the "
        "page says. ID alone opens its text in your editor (VISUAL or EDITOR)."
    )
)
@ids_argument
@_singles
@click.option("--byline", multiple=True, metavar="NAME", help=_("Who wrote it, once for each name."))
@click.option(
    "--custom", multiple=True, metavar="NAME=VALUE", help=_("A field of your own; an empty value ends it.")
)
@click.option("--note", metavar=_("TEXT"), help=_("Your note, in Markdown."))
@click.option("--html", metavar="FILE", help=_("Another text for one clip, as HTML; - for standard input."))
@click.option("--text", metavar="FILE", help=_("The same as plain text, a paragraph a line."))
@click.option(
    "--reset",
    multiple=True,
    type=click.Choice((*FIELDS, EVERYTHING)),
    metavar="FIELD",
    help=_("Take your change back: {fields}; “all”: of everything.").format(fields=", ".join(FIELDS)),
)
@click.option("--json", "as_json", is_flag=True, help=_("The clips as they are now, one JSON object a line."))
@pass_session
def edit_command(
    session: Session,
    /,
    ids: tuple[str, ...],
    byline: tuple[str, ...],
    custom: tuple[str, ...],
    note: str | None,
    html: str | None,
    text: str | None,
    reset: tuple[str, ...],
    as_json: bool,
    **values: str | None,
) -> None:
    """Change fields and text."""
    said = {name: value for name, value in values.items() if value is not None}
    wanted = Rewriting(
        values=tuple((name, said[name]) for name in SINGLE if name in said),
        byline=byline or None,
        custom=_pairs(custom),
        note=note,
        reset=frozenset(FIELDS if EVERYTHING in reset else reset),  # type: ignore[arg-type]
    )
    if html is not None and text is not None:
        raise click.UsageError(_("Give the text as --html or as --text."))
    if len(ids) > 1 and (html is not None or text is not None):
        raise click.UsageError(_("A text is that of one clip; name one with it."))
    nothing = wanted == Rewriting() and html is None and text is None
    if nothing and len(ids) > 1:
        raise click.UsageError(_("Say what is to be changed, for example --section or --reset."))
    with session.desk() as desk:
        chosen = resolved(desk, ids)
        own = _in_editor(desk, chosen[0]) if nothing else _own_text(desk, chosen[0], html, text)
        changes = editing.edit(desk, chosen, wanted, None if own is None else (chosen[0], own))
        if as_json:
            _print(session, desk, chosen)
    if not as_json:
        say_count(session, changes, _("{count} clip edited."), _("{count} clips edited."))


def _print(session: Session, desk: Desk, chosen: Sequence[ClipId]) -> None:
    if len(chosen) == 1:
        session.output.json(json_lines.of_clip(find.open_clip(desk, chosen[0])))
        return
    for row in find.rows(desk, chosen):
        session.output.json(json_lines.of_row(row))


def _pairs(custom: Sequence[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for each in custom:
        name, sign, value = each.partition("=")
        if not sign:
            raise click.UsageError(_("--custom takes NAME=VALUE."))
        found.append((name, value))
    return tuple(found)


def _own_text(desk: Desk, clip: ClipId, html: str | None, text: str | None) -> Any:
    if html is not None:
        return editing.own_text(desk, clip, _read(html), "html")
    return None if text is None else editing.own_text(desk, clip, _read(text), "text")


def _read(file: str) -> str:
    """What stands in a file, or comes on standard input. Raises FileMissing, FileUnreadable."""
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text("utf-8-sig", "replace")
    except FileNotFoundError as error:
        raise FileMissing(file) from error
    except OSError as error:
        raise FileUnreadable(file, error.strerror or str(error)) from error


def _in_editor(desk: Desk, clip: ClipId) -> Any:
    if not sys.stdin.isatty() and not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        raise click.UsageError(
            _("There is no terminal for an editor: use the options, for example --section.")
        )
    written = click.edit(find.open_clip(desk, clip).html, extension=".html")
    return None if written is None else editing.own_text(desk, clip, written, "html")
