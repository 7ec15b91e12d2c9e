"""Rules at work: on a clip that arrives, in the very act that keeps it; and on clips that are there.

A rule sees what those before it did. Whether a clip answers means the same as in a search: a clip that
arrives is looked at as a search looks at clips that are not in the index yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from sqlalchemy import ColumnElement, select

from clipper.article.asking import Part, Phrase, Word
from clipper.article.clip import ClipId
from clipper.article.organising import Rule, RuleEffect
from clipper.article.query import Scope
from clipper.jobs import Progress, Ticket
from clipper.store import collections, rules, saved, tags
from clipper.store import tables as t
from clipper.store.chosen import pieces
from clipper.store.conditions import condition
from clipper.store.engine import MANY
from clipper.store.findables import findables
from clipper.store.labels import Names, carrying
from clipper.store.looking import Look
from clipper.store.search import answering
from clipper.store.session import OpenLibrary, Reading, Writing


def arrived(writing: Writing, clip: ClipId) -> None:
    """Do to a new clip what the rules say."""
    waiting = [rule for rule in rules.listed(writing) if rule.enabled]
    for found in findables(writing, [clip]) if waiting else ():
        look: Look | None = None
        for rule in waiting:
            look = look or Look(found, _Answers(writing, clip), _no_word_is_rare)
            tree = saved.asked(writing, rule.query)
            if tree is None or look.score(tree) is None:
                continue
            if effects := _effects(writing, rule, [clip]):
                _do(writing, rule, effects)
                look = None  # the next one sees what was done


def _no_word_is_rare(_field: str, _term: str) -> float:
    """Scores do not matter here, only whether there is one."""
    return 1.0


def apply(
    library: OpenLibrary, writing: Writing, chosen: Sequence[Rule], scope: Scope, ticket: Ticket
) -> list[RuleEffect]:
    """Do to the clips of a place what these rules say, one rule after another; answers what was changed.

    Raises NoSuchCollection, NoSuchTag, NoSuchSmartCollection, Stopped.
    """
    done: list[RuleEffect] = []
    for rule in chosen:
        ticket.check()
        found = answering(library, writing, saved.asked(writing, rule.query), scope)
        effects = _effects(writing, rule, sorted(found, reverse=True))
        for at, piece in enumerate(pieces(effects)):
            ticket.check()
            _do(writing, rule, piece)
            ticket.say(Progress(min(len(effects), (at + 1) * MANY), len(effects), "keeping"))
        done += effects
    return done


def rehearse(
    library: OpenLibrary, writing: Writing, chosen: Sequence[Rule], scope: Scope, ticket: Ticket
) -> list[RuleEffect]:
    """The same, and then all of it is taken back: what would be changed."""
    with writing.connection.begin_nested() as attempt:
        effects = apply(library, writing, chosen, scope, ticket)
        attempt.rollback()
    return effects


class _Answers:
    """Whether one clip answers what words cannot tell, as `looking.Answers` asks it."""

    def __init__(self, reading: Reading, clip: ClipId) -> None:
        self._reading, self._clip = reading, clip
        self._names: Names | None = None

    def __call__(self, part: Part) -> Set[int]:
        suits = self._suits(part)
        if suits is None:
            return frozenset()
        joined = t.clip.join(t.listed, t.listed.c.clip_id == t.clip.c.id)
        query = select(t.clip.c.id).select_from(joined).where(t.clip.c.id == self._clip, suits)
        return set(self._reading.connection.scalars(query))

    def _suits(self, part: Part) -> ColumnElement[bool] | None:
        if not isinstance(part, Word | Phrase):
            return condition(self._reading, part, probe=True)
        self._names = self._names or Names(self._reading)
        named = self._names(part)
        return None if named is None else carrying(self._reading, named, probe=True)


def _effects(reading: Reading, rule: Rule, ids: Sequence[int]) -> list[RuleEffect]:
    """What is new for each of the clips; those for which nothing is are left out."""
    link, filed = t.clip_tag.c, t.clip_collection.c
    tagged = [
        (name, _having(reading, link.clip_id, link.tag_id, tags.find(reading, name))) for name in rule.tags
    ]
    lying = [
        (path, _having(reading, filed.clip_id, filed.collection_id, collections.find(reading, path)))
        for path in rule.collections
    ]
    starred = _having(reading, t.clip.c.id, t.clip.c.starred, 1) if rule.starred else None
    every = (
        RuleEffect(
            ClipId(clip),
            rule.name,
            tuple(path for path, having in lying if clip not in having),
            tuple(name for name, having in tagged if clip not in having),
            starred is not None and clip not in starred,
        )
        for clip in ids
    )
    return [each for each in every if each.collections or each.tags or each.starred]


def _having(
    reading: Reading, clip: ColumnElement[int], column: ColumnElement[int], value: int | None
) -> Set[int]:
    if value is None:
        return frozenset()
    return set(reading.connection.scalars(select(clip).where(column == value)))


def _do(writing: Writing, rule: Rule, effects: Iterable[RuleEffect]) -> None:
    every = list(effects)
    for path in rule.collections:
        if mine := [each.clip for each in every if path in each.collections]:
            collections.file(writing, mine, path)
    for name in rule.tags:
        if mine := [each.clip for each in every if name in each.tags]:
            tags.tag(writing, mine, [name])
    if mine := [each.clip for each in every if each.starred]:
        for piece in pieces(mine):
            starred = t.clip.update().where(t.clip.c.id.in_(piece))
            writing.connection.execute(starred.values(starred=1))
