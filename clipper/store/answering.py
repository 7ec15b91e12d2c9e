"""The clips that answer a query, with their scores: from the index, from SQLite, and those that still wait.

The best are asked of the index by words alone, and SQLite takes out those that do not suit: mostly the first
handful is enough. Where hardly any suit, SQLite says first which do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, not_, select

from clipper.article.asking import And, Not, Or, Part, Phrase, Word
from clipper.article.query import Scope
from clipper.store import lists, textindex
from clipper.store import tables as t
from clipper.store.conditions import UNTRASHED, Condition, asks_for_trash, condition, is_condition, within
from clipper.store.documents import seconds
from clipper.store.findables import findables
from clipper.store.given import given, ids_given
from clipper.store.labels import Names, carrying
from clipper.store.looking import Look
from clipper.store.plans import Branch, TooMixed, branches
from clipper.store.ranking import FLAT, LABEL, Ranking, rarity, timely
from clipper.store.session import Reading
from clipper.store.sought import sought

FIRST, DEEPER = 20, 10
"""So many more than wanted are asked for at first, since some will not suit; then so many times as many."""
DEEPEST = 2_500
"""Hits that are tried before SQLite is asked which clips suit at all."""
MOST_CHOSEN = 20_000
"""Clips that the index is asked about by name: 12 ms for 10,000, measured at 100,000 clips."""

Worth = tuple[float, int]
"""Score and moment: of equals the newer goes before."""
Scores = dict[int, Worth]
NONE: Worth = (0.0, 0)

_SOME = select(t.clip.c.id).where(t.clip.c.id.in_(given()))
_NOT_TRASHED = select(t.listed.c.clip_id).where(t.listed.c.clip_id.in_(given()), UNTRASHED)
_TRASHED = select(t.listed.c.clip_id).where(t.listed.c.trashed == 1)
_SUITING = t.clip.join(t.listed, t.listed.c.clip_id == t.clip.c.id)


@dataclass(frozen=True, slots=True)
class Suits:
    """A condition in two forms: for clips that are at hand, and for finding clips."""

    probing: Condition
    driving: Condition


class Answering:
    """One query on one library, as it is while `reading` lasts."""

    def __init__(self, reading: Reading, tree: Part, scope: Scope) -> None:
        """`tree` without words that ask for nothing. Raises NoSuchCollection, NoSuchTag."""
        self._reading, self._tree = reading, tree
        self._within = Suits(within(reading, scope, tree, probe=True), within(reading, scope, tree))
        self._names = Names(reading)
        self._may_be_trashed = scope.place == "trash" or asks_for_trash(tree)

    def from_index(self, limit: int | None, searcher: Any, unread: Set[int]) -> Scores:
        """The best of what the index has, and of what SQLite alone can tell. Raises IndexDamaged."""
        asking = _Index(self._reading, searcher, limit, unread, may_be_trashed=self._may_be_trashed)
        try:
            ways = branches(self._tree, self._names)
        except TooMixed:
            ranking = Ranking(searcher, self._chosen())
            return asking.suiting(ranking.query(self._tree), self._within)
        found: Scores = {}
        for way in ways:
            for number, score in self._of_branch(asking, searcher, way).items():
                found[number] = max(score, found.get(number, NONE))
        return found

    def every_one(self, searcher: Any, unread: Set[int]) -> Set[int]:
        """All that the index and SQLite have, without scores. Raises IndexDamaged."""
        asking = _Index(self._reading, searcher, None, unread, may_be_trashed=self._may_be_trashed)
        try:
            ways = branches(self._tree, self._names)
        except TooMixed:
            return asking.all_suiting(Ranking(searcher, self._chosen()).query(self._tree), self._within)
        found: set[int] = set()
        for way in ways:
            suits = self._condition(way)
            if way.text is None:
                found.update(set(self._ids(suits.driving)) - unread)
            else:
                found |= asking.all_suiting(Ranking(searcher).query(way.text), suits)
        return found

    def _of_branch(self, asking: _Index, searcher: Any, way: Branch) -> Scores:
        suits = self._condition(way)
        if way.text is None:
            score = FLAT + sum(LABEL for _labelled, is_wanted in way.labels if is_wanted)
            return asking.newest(suits, score)
        if asking.limit is not None and _is_beginning(way.text):
            found = asking.suiting(Ranking(searcher, quick=True).query(way.text), suits)
            if len(found) >= asking.limit:
                return found
        return asking.suiting(Ranking(searcher).query(way.text), suits)

    def _condition(self, way: Branch) -> Suits:
        if not (way.conditions or way.labels):
            return self._within
        return Suits(
            and_(self._within.probing, *self._parts(way, probe=True)),
            and_(self._within.driving, *self._parts(way, probe=False)),
        )

    def _parts(self, way: Branch, *, probe: bool) -> Iterable[Condition]:
        for part in way.conditions:
            yield condition(self._reading, part, probe=probe)
        for labelled, is_wanted in way.labels:
            carried = carrying(self._reading, labelled, probe=probe)
            yield carried if is_wanted else not_(carried)

    def _chosen(self) -> Mapping[Part, Sequence[int]]:
        """Clips for every part that the index cannot tell, where parts are mixed too much."""
        return {part: sorted(self._answers(part)) for part in _leaves(self._tree)}

    def _answers(self, part: Part, among: Condition | None = None) -> Set[int]:
        if isinstance(part, Word | Phrase):
            named = self._names(part)
            if named is None:
                return frozenset()
            suits = carrying(self._reading, named)
        else:
            suits = condition(self._reading, part)
        return set(self._ids(suits if among is None else and_(among, suits)))

    def _ids(self, suits: Condition) -> Iterable[int]:
        return self._reading.connection.scalars(select(t.clip.c.id).select_from(_SUITING).where(suits))

    # those that wait

    def by_looking(self, unread: Collection[int], searcher: Any | None) -> Scores:
        """What those clips answer that are not in the index."""
        if not unread:
            return {}
        among = t.clip.c.id.in_(given().params(ids_given(unread)))
        here = list(self._ids(and_(among, self._within.probing)))
        if not here:
            return {}

        @cache
        def answers(part: Part) -> Set[int]:
            return self._answers(part, among)

        @cache
        def rare(field: str, term: str) -> float:
            if searcher is None:
                return 1.0
            return rarity(textindex.size(searcher), textindex.frequency(searcher, field, term))

        found: Scores = {}
        for clip in findables(self._reading, here):
            score = Look(clip, answers, rare).score(self._tree)
            if score is not None:
                found[clip.id] = (score, clip.moment)
        return found


class _Index:
    """The best hits of one searcher that suit a condition."""

    def __init__(
        self, reading: Reading, searcher: Any, limit: int | None, unread: Set[int], *, may_be_trashed: bool
    ) -> None:
        self._reading, self._searcher, self.limit, self._unread = reading, searcher, limit, unread
        self._may_be_trashed = may_be_trashed

    def suiting(self, query: Any, suits: Suits) -> Scores:
        """The best hits of the query that suit."""
        count = textindex.size(self._searcher)
        depth = count if self.limit is None else min(count, 2 * self.limit + FIRST)
        while True:
            hits = textindex.best(self._searcher, query, depth)
            found = self._suiting(hits, suits)
            if self.limit is None or len(found) >= self.limit or len(hits) < depth or depth == count:
                return found
            depth *= DEEPER
            if depth > DEEPEST:
                return self._among_the_suiting(query, suits, count)
            depth = min(depth, count)

    def all_suiting(self, query: Any, suits: Suits) -> set[int]:
        """All hits of the query that suit."""
        found = set(textindex.every_id(self._searcher, query)) - self._unread
        if suits.probing is UNTRASHED:
            return found.difference(self._reading.connection.scalars(_TRASHED).all())
        return found.intersection(self._numbers(select(t.clip.c.id).where(suits.driving)))

    def _among_the_suiting(self, query: Any, suits: Suits, count: int) -> Scores:
        """The other way round: first which clips suit, then the best of them."""
        chosen = self._numbers(select(t.clip.c.id).where(suits.driving).limit(MOST_CHOSEN + 1))
        if len(chosen) > MOST_CHOSEN:
            return self._suiting(textindex.best(self._searcher, query, count), suits)
        assert self.limit is not None
        numbers = [number for number in chosen if number not in self._unread]
        hits = textindex.best(self._searcher, textindex.among(query, numbers), self.limit)
        return {number: (score, moment) for number, score, moment in hits}

    def newest(self, suits: Suits, score: float) -> Scores:
        """The newest clips that suit, all of the same worth. Few are sorted; of many the list of all clips
        is walked until there are enough."""
        newest = select(t.clip.c.id, t.listed.c.published, t.listed.c.captured).order_by(
            t.listed.c.captured.desc(), t.listed.c.clip_id.desc()
        )
        few = self._numbers(select(t.clip.c.id).where(suits.driving).limit(lists.SMALL))
        if len(few) < lists.SMALL:
            chosen = newest.where(t.clip.c.id.in_(given()))
            found = self._run(chosen, ids_given(few))
        elif self.limit is None:
            found = self._run(newest.where(suits.driving))
        else:
            walked = newest.where(suits.probing).limit(self.limit)
            if not self._may_be_trashed:
                walked = walked.where(t.listed.c.trashed == 0)  # said again for the index that it opens
            found = self._run(walked)
        moments = {
            number: seconds(published, captured)
            for number, published, captured in found
            if number not in self._unread
        }
        return {number: (timely(score, moment), moment) for number, moment in moments.items()}

    def _suiting(self, hits: Sequence[tuple[int, float, int]], suits: Suits) -> Scores:
        scores = {number: (score, moment) for number, score, moment in hits if number not in self._unread}
        if suits.probing is UNTRASHED:
            there: Sequence[int] = self._reading.connection.scalars(_NOT_TRASHED, ids_given(scores)).all()
        else:
            there = self._numbers(_SOME.where(suits.probing), ids_given(scores))
        return {number: scores[number] for number in there}

    def _numbers(self, query: Select[Any], values: Mapping[str, str] | None = None) -> list[int]:
        return [row[0] for row in self._run(query, values)]

    def _run(self, query: Select[Any], values: Mapping[str, str] | None = None) -> Sequence[Any]:
        return self._reading.connection.execute(query.select_from(_SUITING), values or {}).all()


def _is_beginning(text: Part) -> bool:
    """Whether all that is asked is how a word begins."""
    return isinstance(text, Word) and sought(text).is_prefix and len(sought(text).terms) == 1


def _leaves(part: Part) -> Iterable[Part]:
    if is_condition(part) or isinstance(part, Word | Phrase):
        yield part
    elif isinstance(part, Not):
        yield from _leaves(part.part)
    elif isinstance(part, And | Or):
        for each in part.parts:
            yield from _leaves(each)
