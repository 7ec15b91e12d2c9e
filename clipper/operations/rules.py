"""Rules for clips that arrive. Every change is one act; so is what rules do to clips that are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clipper.article.changes import Changes
from clipper.article.organising import Rule, RuleEffect, Spot
from clipper.article.query import Scope
from clipper.jobs import Ticket
from clipper.operations.desk import Desk
from clipper.operations.writer import Lane
from clipper.store import judging, rules


def listed(desk: Desk) -> list[Rule]:
    """All rules, in the order in which they are asked."""
    with desk.library.reading() as reading:
        return rules.listed(reading)


def add(desk: Desk, rule: Rule) -> Changes:
    """A new rule, asked after all others. Raises BadName, AsksNothing, RuleDoesNothing."""
    return desk.act("add_rule", lambda w: rules.add(w, rule))


def edit(desk: Desk, name: str, /, **given: Any) -> Changes:
    """Change these fields of a `Rule`. Raises NoSuchRule, BadName, AsksNothing, RuleDoesNothing."""
    return desk.act("edit_rule", lambda w: rules.edit(w, name, **given))


def delete(desk: Desk, name: str) -> Changes:
    """Delete a rule; what it did stays. Raises NoSuchRule."""
    return desk.act("delete_rule", lambda w: rules.delete(w, name))


def order(desk: Desk, name: str, spot: Spot) -> Changes:
    """Have a rule asked earlier or later. Raises NoSuchRule."""
    return desk.act("order_rule", lambda w: rules.order(w, name, spot))


def preview(
    desk: Desk,
    names: Sequence[str] = (),
    scope: Scope = Scope(),  # noqa: B008 - frozen
    ticket: Ticket | None = None,
) -> list[RuleEffect]:
    """What `apply` would change of the clips of a place; writes nothing. Raises as it does."""

    def rehearse() -> list[RuleEffect]:
        with desk.library.transaction() as writing:
            chosen = rules.chosen(writing, names)
            return judging.rehearse(desk.library, writing, chosen, scope, ticket or Ticket())

    return desk.writer.run(rehearse, Lane.BATCH)


def apply(
    desk: Desk,
    names: Sequence[str] = (),
    scope: Scope = Scope(),  # noqa: B008 - frozen
    ticket: Ticket | None = None,
) -> tuple[list[RuleEffect], Changes]:
    """Do to the clips of a place what these rules say, without names all that are on; one act.

    Raises NoSuchRule, NoSuchCollection, NoSuchTag, NoSuchSmartCollection, Stopped (then nothing was changed).
    """
    done: list[RuleEffect] = []
    changes = desk.act(
        "apply_rules",
        lambda w: done.extend(
            judging.apply(desk.library, w, rules.chosen(w, names), scope, ticket or Ticket())
        ),
        Lane.BATCH,
    )
    return done, changes
