"""`list`, `search` and `related`: what is in the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

import click

from clipper.article.clip import ClipId, ClipRow
from clipper.article.query import COLUMNS, Column, Facets, Hit, Order, Place, Scope
from clipper.cli import json_lines
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session
from clipper.cli.views import rows_view
from clipper.i18n import _, ngettext
from clipper.operations import find
from clipper.operations.desk import Desk

F = TypeVar("F", bound=Callable[..., Any])

CHUNK = 500
"""Rows read at once: few enough to begin printing soon, many enough to be quick."""

_PLACES = ("starred", "unread", "unfiled", "trash")


def place_options(command: F) -> F:
    """Where to look: one place, or everywhere."""
    for option in (
        click.option("--trash", is_flag=True, help=_("Only what is in the trash.")),
        click.option("--unfiled", is_flag=True, help=_("Only clips in no collection.")),
        click.option("--unread", is_flag=True, help=_("Only unread clips.")),
        click.option("--starred", is_flag=True, help=_("Only starred clips.")),
        click.option("--smart", metavar="NAME", help=_("Only clips of this smart collection.")),
        click.option("--tag", metavar="TAG", help=_("Only clips with this tag or one nested in it.")),
        click.option("--collection", metavar="PATH", help=_("Only clips of this collection.")),
    ):
        command = option(command)
    return command


def print_options(command: F) -> F:
    """How much to print, and how."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line for each clip.")),
        click.option("--full", is_flag=True, help=_("With --json: text, html and images too.")),
        click.option("--limit", type=click.IntRange(min=0), metavar="N", help=_("At most N clips.")),
    ):
        command = option(command)
    return command


def scope_of(collection: str | None, tag: str | None, smart: str | None = None, **places: bool) -> Scope:
    """The one place that was named. Raises UsageError where there are two."""
    named: list[Scope] = [Scope("collection", collection)] if collection is not None else []
    if tag is not None:
        named.append(Scope("tag", tag))
    if smart is not None:
        named.append(Scope("smart", smart))
    chosen: list[Place] = [place for place in _PLACES if places.get(place)]  # type: ignore[misc]
    named += [Scope(place) for place in chosen]
    if len(named) > 1:
        raise click.UsageError(_("Name one place to look: a collection, a tag, or one of the others."))
    return named[0] if named else Scope()


@click.command(help=_("List clips, newest first, or sorted as you say."))
@place_options
@click.option(
    "--sort", type=click.Choice(COLUMNS), help=_("By what to sort; a collection else keeps your own order.")
)
@click.option("--ascending", is_flag=True, help=_("The oldest, shortest or alphabetically first on top."))
@click.option("--after", metavar="ID", help=_("Go on behind this clip: the next page of a long list."))
@print_options
@pass_session
def list_command(
    session: Session,
    /,
    collection: str | None,
    tag: str | None,
    smart: str | None,
    as_json: bool,
    full: bool,
    limit: int | None,
    sort: Column | None,
    ascending: bool,
    after: str | None,
    **places: bool,
) -> None:
    """Print a place of the library."""
    scope = scope_of(collection, tag, smart, **places)
    order = Order(sort or "captured", ascending) if sort or ascending else None
    with session.desk() as desk:
        ids = find.listing(desk, scope, order, limit, find.resolve(desk, after) if after else None)
        _print(session, desk, ids, as_json=as_json, full=full)


@click.command(
    help=_(
        "Find clips, best first. Words must all stand in the clip; '\"a phrase\"', -word for “not”, OR, and "
        "fields such as title:, tag:, published:2026-03."
    ),
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@place_options
@click.option("--sort", type=click.Choice(COLUMNS), help=_("By what to sort, instead of the best first."))
@click.option("--ascending", is_flag=True, help=_("The oldest, shortest or alphabetically first on top."))
@click.option("--counts", is_flag=True, help=_("Count by site, tag, collection, month and language."))
@print_options
@pass_session
def search_command(
    session: Session,
    /,
    words: tuple[str, ...],
    collection: str | None,
    tag: str | None,
    smart: str | None,
    sort: Column | None,
    ascending: bool,
    counts: bool,
    as_json: bool,
    full: bool,
    limit: int | None,
    **places: bool,
) -> None:
    """Print what was found; a word that begins with a single - is a word of the search."""
    no_mistyped_options(words)
    scope, asked = scope_of(collection, tag, smart, **places), " ".join(words)
    order = Order(sort, ascending) if sort else None
    with session.desk() as desk:
        if counts:
            _print_counts(session, find.facets(desk, asked, scope), as_json=as_json)
            return
        hits = {ClipId(hit.id): hit for hit in find.search(desk, asked, scope, limit, order)}
        _print(session, desk, list(hits), as_json=as_json, full=full, hits=hits)
        meant = None if hits else find.suggestion(desk, asked)
        if meant:
            session.status.say(_("Did you mean: {words}").format(words=meant))


@click.command(help=_("Clips about the same as a clip, the nearest first."))
@click.argument("clip", metavar="ID")
@print_options
@pass_session
def related_command(session: Session, /, clip: str, as_json: bool, full: bool, limit: int | None) -> None:
    """Print the related clips."""
    with session.desk() as desk:
        ids = find.related(desk, find.resolve(desk, clip), limit or 10)
        _print(session, desk, ids, as_json=as_json, full=full)


def _print_counts(session: Session, found: Facets, *, as_json: bool) -> None:
    if as_json:
        session.output.json(asdict(found))
        return
    session.output.line(ngettext("{count} clip", "{count} clips", found.total).format(count=found.total))
    kinds = (
        (_("Sites"), found.sites),
        (_("Tags"), found.tags),
        (_("Collections"), found.collections),
        (_("Months"), found.months),
        (_("Languages"), found.languages),
    )
    for name, values in kinds:
        for value, count in values:
            session.output.line(f"{name}\t{one_line(value)}\t{count}")


def no_mistyped_options(words: Sequence[str]) -> None:
    """Raise NoSuchOption for a word of a query that begins with --: nobody searches for that."""
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)


def _print(
    session: Session,
    desk: Desk,
    ids: Sequence[ClipId],
    *,
    as_json: bool,
    full: bool,
    hits: dict[ClipId, Hit] | None = None,
) -> None:
    if as_json:
        for each in _objects(desk, ids, full):
            session.output.json(each)
    elif ids:
        rows_view(session.output, [row for chunk in _chunks(desk, ids) for row in chunk], hits)
    else:
        session.status.say(_("No clips."))


def _objects(desk: Desk, ids: Sequence[ClipId], full: bool) -> Iterator[json_lines.Json]:
    if full:
        for each in ids:
            yield json_lines.of_clip(find.open_clip(desk, each))
        return
    for chunk in _chunks(desk, ids):
        yield from (json_lines.of_row(row) for row in chunk)


def _chunks(desk: Desk, ids: Sequence[ClipId]) -> Iterator[list[ClipRow]]:
    for start in range(0, len(ids), CHUNK):
        yield find.rows(desk, ids[start : start + CHUNK])
