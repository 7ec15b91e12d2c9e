"""Rules for clips that arrive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import click

from clipper.article.clip import ClipId
from clipper.article.organising import Rule, RuleEffect
from clipper.cli.commands.keeping import long_work
from clipper.cli.commands.looking import CHUNK, no_mistyped_options, place_options, scope_of
from clipper.cli.naming import json_option, name_argument, order_options, spot_of
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session
from clipper.i18n import _, ngettext
from clipper.operations import find, rules
from clipper.operations.desk import Desk

into_option = click.option("--into", multiple=True, metavar="PATH", help=_("File it into this collection."))
tag_option = click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("Give it this tag."))
names_argument = click.argument("names", nargs=-1, metavar="[NAME...]")


@click.group(help=_("Rules: what is done to a clip that arrives and answers a query."))
def rule_command() -> None:
    """Everything about rules."""


@rule_command.command("list", help=_("All rules, in the order in which they are asked."))
@json_option
@pass_session
def rule_list(session: Session, as_json: bool) -> None:
    """Print the rules."""
    with session.desk() as desk:
        for each in rules.listed(desk):
            if as_json:
                done = {"collections": list(each.collections), "tags": list(each.tags), "star": each.starred}
                known = {"name": each.name, "query": each.query, "enabled": each.enabled}
                session.output.json(known | done)
            else:
                state = _("on") if each.enabled else _("off")
                words = (one_line(each.name), state, one_line(each.query), _deeds(each))
                session.output.line("\t".join(words))


@rule_command.command(
    "add",
    help=_("Add a rule. It sees what the rules before it did."),
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@name_argument
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@into_option
@tag_option
@click.option("--star", is_flag=True, help=_("Star it."))
@click.option(
    "--disabled", is_flag=True, help=_("Do not use it yet: “clipper rule try” shows what it would do.")
)
@pass_session
def rule_add(
    session: Session,
    name: str,
    query: tuple[str, ...],
    into: tuple[str, ...],
    tags: tuple[str, ...],
    star: bool,
    disabled: bool,
) -> None:
    """Add a rule; a word that begins with a single - is a word of the query."""
    no_mistyped_options(query)
    with session.desk() as desk:
        rules.add(desk, Rule(name, " ".join(query), into, tags, star, not disabled))
    session.output.line(_("The rule “{name}” is there.").format(name=one_line(name)))


@rule_command.command("edit", help=_("Change a rule: what is given takes the place of what was there."))
@name_argument
@click.option("--name", "new", metavar="NAME", help=_("Another name."))
@click.option("--query", metavar="QUERY", help=_("What it is to ask."))
@into_option
@click.option("--no-into", is_flag=True, help=_("Into no collection."))
@tag_option
@click.option("--no-tag", is_flag=True, help=_("No tags."))
@click.option("--star/--no-star", default=None, help=_("Star it, or not."))
@pass_session
def rule_edit(
    session: Session,
    name: str,
    new: str | None,
    query: str | None,
    into: tuple[str, ...],
    no_into: bool,
    tags: tuple[str, ...],
    no_tag: bool,
    star: bool | None,
) -> None:
    """Change a rule."""
    if (into and no_into) or (tags and no_tag):
        raise click.UsageError(_("Give something, or say that there is to be none."))
    given: dict[str, Any] = {"name": new, "query": query, "starred": star}
    given |= {"collections": into if into or no_into else None, "tags": tags if tags or no_tag else None}
    given = {key: value for key, value in given.items() if value is not None}
    if not given:
        raise click.UsageError(_("Say what is to be changed."))
    with session.desk() as desk:
        rules.edit(desk, name, **given)
    session.output.line(_("The rule was changed."))


@rule_command.command("delete", help=_("Delete a rule; what it did stays."))
@name_argument
@pass_session
def rule_delete(session: Session, name: str) -> None:
    """Delete a rule."""
    with session.desk() as desk:
        rules.delete(desk, name)
    session.output.line(_("The rule was deleted; what it did stays."))


@rule_command.command("enable", help=_("Use a rule from now on."))
@name_argument
@pass_session
def rule_enable(session: Session, name: str) -> None:
    """Switch a rule on."""
    with session.desk() as desk:
        rules.edit(desk, name, enabled=True)
    session.output.line(_("The rule is on."))


@rule_command.command("disable", help=_("Keep a rule, but do not use it."))
@name_argument
@pass_session
def rule_disable(session: Session, name: str) -> None:
    """Switch a rule off."""
    with session.desk() as desk:
        rules.edit(desk, name, enabled=False)
    session.output.line(_("The rule is off."))


@rule_command.command("order", help=_("Have a rule asked earlier or later."))
@name_argument
@order_options
@pass_session
def rule_order(session: Session, /, name: str, **spots: str | None) -> None:
    """Order the rules."""
    spot = spot_of(spots)
    with session.desk() as desk:
        rules.order(desk, name, spot)
    session.output.line(_("The order was changed."))


@rule_command.command("try", help=_("What rules would change of the clips that are there; changes nothing."))
@names_argument
@place_options
@json_option
@pass_session
def rule_try(session: Session, /, names: tuple[str, ...], as_json: bool, **place: Any) -> None:
    """Only say what `apply` would do."""
    scope = scope_of(**place)
    with session.desk() as desk:
        with long_work(session) as ticket:
            effects = rules.preview(desk, names, scope, ticket)
        _print(session, desk, effects, as_json=as_json)
    if not as_json:
        count = len({each.clip for each in effects})
        session.output.line(ngettext("{count} clip would change.", "{count} clips would change.", count))


@rule_command.command(
    "apply", help=_("Do to the clips that are there what rules say: without names all that are on. One undo.")
)
@names_argument
@place_options
@json_option
@pass_session
def rule_apply(session: Session, /, names: tuple[str, ...], as_json: bool, **place: Any) -> None:
    """Apply rules."""
    scope = scope_of(**place)
    with session.desk() as desk:
        with long_work(session) as ticket:
            effects, changes = rules.apply(desk, names, scope, ticket)
        if as_json:
            _print(session, desk, effects, as_json=True)
    if not as_json:
        count = len(changes.clips)
        session.output.line(ngettext("{count} clip changed.", "{count} clips changed.", count))


def _print(session: Session, desk: Desk, effects: Sequence[RuleEffect], *, as_json: bool) -> None:
    for each, title in _titled(desk, effects):
        if as_json:
            done = {"collections": list(each.collections), "tags": list(each.tags), "star": each.starred}
            session.output.json({"id": each.clip, "title": title, "rule": each.rule} | done)
        else:
            words = (str(each.clip), one_line(title), one_line(each.rule), _deeds(each))
            session.output.line("\t".join(words))


def _titled(desk: Desk, effects: Sequence[RuleEffect]) -> list[tuple[RuleEffect, str | None]]:
    titles: dict[ClipId, str | None] = defaultdict(lambda: None)
    ids = list(dict.fromkeys(each.clip for each in effects))
    for start in range(0, len(ids), CHUNK):
        titles |= {row.id: row.title for row in find.rows(desk, ids[start : start + CHUNK])}
    return [(each, titles[each.clip]) for each in effects]


def _deeds(done: Rule | RuleEffect) -> str:
    words = [_("into “{path}”").format(path=path) for path in done.collections]
    words += [_("tag “{name}”").format(name=name) for name in done.tags]
    words += [_("star")] if done.starred else []
    return one_line(", ".join(words))
