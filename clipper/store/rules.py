"""Rules: what is done to clips that arrive. Which clips they concern is `judging`'s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from clipper.article.organising import Rule, Spot
from clipper.errors import NoSuchRule, RuleDoesNothing
from clipper.store import names, saved
from clipper.store import tables as t
from clipper.store.session import Reading, Writing


def listed(reading: Reading) -> list[Rule]:
    """All rules, in the order in which they are asked."""
    return [_of(row) for row in saved.every(reading, t.rule)]


def chosen(reading: Reading, wanted: Sequence[str]) -> list[Rule]:
    """The rules of these names in the order of all, also those that are switched off; without names those
    that are not. Raises NoSuchRule."""
    numbers = {_need(reading, name).id for name in wanted}
    rows = saved.every(reading, t.rule)
    return [_of(row) for row in rows if (row.id in numbers if wanted else row.enabled)]


def add(writing: Writing, rule: Rule) -> None:
    """A new rule, asked after all others. Raises BadName, AsksNothing, RuleDoesNothing."""
    saved.add(writing, t.rule, _values(writing, rule))


def edit(writing: Writing, name: str, /, **given: Any) -> None:
    """Change these fields of a `Rule`. Raises NoSuchRule, BadName, AsksNothing, RuleDoesNothing."""
    row = _need(writing, name)
    saved.change(writing, t.rule, row, _values(writing, replace(_of(row), **given)))


def delete(writing: Writing, name: str) -> None:
    """Delete a rule; what it did stays. Raises NoSuchRule."""
    saved.remove(writing, t.rule, _need(writing, name))


def order(writing: Writing, name: str, spot: Spot) -> None:
    """Have a rule asked earlier or later. Raises NoSuchRule."""
    other = None if spot.other is None else _need(writing, spot.other)
    saved.order(writing, t.rule, _need(writing, name), spot, other)


def _need(reading: Reading, name: str) -> Row[Any]:
    found = saved.find(reading, t.rule, name)
    if found is None:
        raise NoSuchRule(name)
    return found


def _of(row: Row[Any]) -> Rule:
    done = (tuple(row.collections), tuple(row.tags), bool(row.starred))
    return Rule(row.name, row.query, *done, enabled=bool(row.enabled))


def _values(reading: Reading, rule: Rule) -> dict[str, Any]:
    if not (rule.collections or rule.tags or rule.starred):
        raise RuleDoesNothing(names.shown(rule.name))
    paths = [names.join(names.proper_path(path)) for path in rule.collections]
    return {
        "name": rule.name,
        "query": saved.proper_query(reading, rule.query),
        "collections": list(dict.fromkeys(paths)),
        "tags": list(dict.fromkeys(map(names.proper_tag, rule.tags))),
        "starred": int(rule.starred),
        "enabled": int(rule.enabled),
    }
