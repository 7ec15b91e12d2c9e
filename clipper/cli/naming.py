"""Options that everything with a name shares: how it is shown, and where in an order it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args

import click

from clipper.article.organising import COLOURS, Look, Spot, Where
from clipper.i18n import _

F = TypeVar("F", bound=Callable[..., Any])

name_argument = click.argument("name", metavar="NAME")
json_option = click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line."))
colour_option = click.option(
    "--colour",
    metavar="COLOUR",
    help=_("{colours}, or a value such as #3366cc; “none” takes it away.").format(colours=", ".join(COLOURS)),
)
icon_option = click.option(
    "--icon", metavar="ICON", help=_("A sign such as an emoji, or an icon’s name; “none” takes it away.")
)
_NONE = "none"
_ORDER = {
    "up": _("One place up."),
    "down": _("One place down."),
    "first": _("To the beginning."),
    "last": _("To the end."),
}


def look_options(command: F) -> F:
    """Colour and icon."""
    return colour_option(icon_option(command))


def look_of(colour: str | None, icon: str | None = None, *, or_else: bool = False) -> Look:
    """How it is to be shown. Raises UsageError where nothing was said (nor anything else)."""
    if colour is None and icon is None and not or_else:
        raise click.UsageError(_("Say what is to be changed."))
    return Look(_unless_none(colour), _unless_none(icon))


def _unless_none(words: str | None) -> str | None:
    return "" if words is not None and words.strip().lower() == _NONE else words


def order_options(command: F) -> F:
    """Where to."""
    for where in ("after", "before"):
        words = _("Right before this.") if where == "before" else _("Right behind this.")
        command = click.option(f"--{where}", metavar="OTHER", help=words)(command)
    for where, words in reversed(_ORDER.items()):
        command = click.option(f"--{where}", flag_value=where, default=None, help=words)(command)
    return command


def spot_of(spots: Mapping[str, str | None]) -> Spot:
    """The one place that was named. Raises UsageError."""
    named: list[Where] = [where for where in get_args(Where) if spots.get(where) is not None]
    if len(named) != 1:
        raise click.UsageError(
            _("Name one place: --up, --down, --first, --last, --before OTHER or --after OTHER.")
        )
    (where,) = named
    return Spot(where, spots[where] if where in ("before", "after") else None)
