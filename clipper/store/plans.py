"""A query parted into what the text index answers and what SQLite answers.

A branch is words and conditions that must all hold; a query is answered by any of its branches. Most have
one: `ferry tag:ports published:2026`. Where words and conditions are mixed in an OR, the tree is multiplied
out, and a word that is also a tag's name brings a branch for the clips that carry the tag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import product

from clipper.article.asking import And, Not, Or, Part, Phrase, Word, all_of, none_of
from clipper.store.conditions import is_condition, is_text

MOST_BRANCHES = 64


class TooMixed(Exception):  # noqa: N818 - never leaves the room
    """Multiplied out the query would have more branches than are worth it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Clips whose tags or collections bear the name that a word or phrase looks for."""

    tags: tuple[int, ...]
    collections: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """What must all hold."""

    text: Part | None = None
    """Words and phrases, joined in any way."""
    conditions: tuple[Part, ...] = ()
    labels: tuple[tuple[Labelled, bool], ...] = ()
    """With whether the clip must (True) or must not carry them."""

    def and_also(self, other: Branch) -> Branch:
        """Both."""
        return Branch(
            all_of((self.text, other.text)),
            (*self.conditions, *other.conditions),
            (*self.labels, *other.labels),
        )


Labels = Callable[[Word | Phrase], Labelled | None]
"""The labels that a word or phrase names, if there are any."""


def branches(tree: Part, labels: Labels) -> list[Branch]:
    """The ways in which a clip can answer. Raises TooMixed."""
    return _wanted(tree, labels)


def _wanted(part: Part, labels: Labels) -> list[Branch]:
    if is_condition(part):
        return [Branch(conditions=(part,))]
    if is_text(part) and not _has_labels(part, labels):
        return [Branch(part)]
    match part:
        case And(parts):
            return _all([_wanted(each, labels) for each in parts])
        case Or(parts):
            return _any(_wanted(each, labels) for each in parts)
        case Not(inner):
            return _unwanted(inner, labels)
        case Word() | Phrase():
            named = labels(part)
            return [Branch(part)] if named is None else [Branch(part), Branch(labels=((named, True),))]
    raise AssertionError(part)


def _unwanted(part: Part, labels: Labels) -> list[Branch]:
    match part:
        case And(parts):
            return _any(_wanted(Not(each), labels) for each in parts)
        case Or(parts):
            return _all([_wanted(Not(each), labels) for each in parts])
        case Not(inner):
            return _wanted(inner, labels)
        case Word() | Phrase():
            named = labels(part)
            return [Branch(none_of(part), labels=((named, False),) if named else ())]
    return [Branch(conditions=(Not(part),))]


def _has_labels(part: Part, labels: Labels) -> bool:
    match part:
        case And(parts) | Or(parts):
            return any(_has_labels(each, labels) for each in parts)
        case Not(inner):
            return _has_labels(inner, labels)
        case Word() | Phrase():
            return labels(part) is not None
    return False


def _any(found: Iterable[list[Branch]]) -> list[Branch]:
    made = [branch for each in found for branch in each]
    if len(made) > MOST_BRANCHES:
        raise TooMixed
    return made


def _all(found: list[list[Branch]]) -> list[Branch]:
    count = 1
    for each in found:
        count *= len(each)
        if count > MOST_BRANCHES:
            raise TooMixed
    return [reduce(Branch.and_also, chosen, Branch()) for chosen in product(*found)]
