"""Keep thousands of clips in one act, as `keeping.keep` would one after another, at a small part of its cost.

What is new to the library is written table by table; what is there already, or comes twice, goes the usual
way. Numbers are given here: nobody else writes meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from clipper.article.clip import ClipId, NewClip
from clipper.jobs import Progress, Ticket
from clipper.store import collections, names, rules, tags, versions
from clipper.store import tables as t
from clipper.store.addresses import keys_of
from clipper.store.chosen import pieces
from clipper.store.engine import insert_many, last_number
from clipper.store.given import given, ids_given
from clipper.store.keeping import keep, page_row
from clipper.store.session import Writing
from clipper.store.uids import new_uid
from clipper.store.words import storable

PIECE = 250
"""Clips written together: few enough that their texts are still at hand, and to stop soon."""
_KNOWN = select(t.address.c.key).where(t.address.c.key.in_(given()))

Kept = tuple[ClipId, bool]
"""A clip, and whether it was there already."""


class _Places:
    """Numbers of tags and collections by the names that clips give, looked up together; made where they do
    not exist yet, in the order in which they are named."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._tags: dict[str, int] = {}
        self._collections: dict[str, int] = {}
        c = t.collection.c
        rows = writing.connection.execute(select(c.parent_id, c.fold, c.id)).all()
        self._children: dict[tuple[int | None, str], int] = {(parent, fold): n for parent, fold, n in rows}

    def look_up(self, fresh: Iterable[NewClip]) -> None:
        """Learn the tags that are there, in one statement."""
        named = {name for new in fresh for name in new.filing.tags} - self._tags.keys()
        folds = {name: storable(names.fold_tag(name)) for name in named}
        found = select(t.tag.c.fold, t.tag.c.id).where(t.tag.c.fold.in_(given()))
        there = dict(self._writing.connection.execute(found, ids_given(set(folds.values()))).all())
        self._tags |= {name: there[fold] for name, fold in folds.items() if fold in there}

    def tag(self, name: str) -> int:
        """The tag's number. Raises BadName."""
        if name not in self._tags:
            self._tags[name] = tags.ensure(self._writing, name)
        return self._tags[name]

    def collection(self, path: str) -> int:
        """The collection's number. Raises BadName."""
        if path not in self._collections:
            at: int | None = None
            for name in names.proper_path(path):
                at = self._children.get((at, names.fold(name)))
                if at is None:
                    break
            self._collections[path] = at or collections.ensure(self._writing, path)
        return self._collections[path]


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A clip that is new to the library, with its addresses and its numbers."""

    new: NewClip
    keys: list[str]
    clip: int
    capture: int
    version: int


def keep_many(writing: Writing, news: Sequence[NewClip], ticket: Ticket) -> list[Kept]:
    """Keep all, in order; answers each clip and whether it was there already. Raises BadName, Stopped."""
    kept: list[Kept] = []
    places = _Places(writing)
    # A rule may ask what else is in the library: each clip is judged before the next one comes.
    one_by_one = any(rule.enabled for rule in rules.listed(writing))
    for piece in pieces(news, PIECE):
        ticket.check()
        ticket.say(Progress(len(kept), len(news), "keeping"))
        for run in piece if one_by_one else _runs(writing, piece):
            if isinstance(run, NewClip):
                kept.append(keep(writing, run))
            else:
                kept += _keep_new(writing, run, places)
    return kept


def _runs(writing: Writing, piece: Sequence[NewClip]) -> Iterator[list[tuple[NewClip, list[str]]] | NewClip]:
    """In order: with their addresses those that are new to the library, as many as follow each other; alone
    what is there already or comes before in the piece."""
    keyed = [(new, [storable(key) for key in keys_of(new.page, new.article)]) for new in piece]
    asked = ids_given({key for _new, keys in keyed for key in keys})
    taken = set(writing.connection.scalars(_KNOWN, asked))
    run: list[tuple[NewClip, list[str]]] = []
    for new, keys in keyed:
        if taken.isdisjoint(keys):
            run.append((new, keys))
        else:
            yield run
            yield new
            run = []
        taken.update(keys)
    yield run


def _keep_new(writing: Writing, run: Sequence[tuple[NewClip, list[str]]], places: _Places) -> list[Kept]:
    if not run:
        return []
    first = [last_number(writing.connection, table) + 1 for table in (t.clip, t.capture, t.version)]
    fresh = [_Fresh(new, keys, *(number + at for number in first)) for at, (new, keys) in enumerate(run)]
    _write_captures(writing, fresh)
    _write_versions(writing, fresh)
    _file(writing, fresh, places)
    return [(ClipId(each.clip), False) for each in fresh]


def _write_captures(writing: Writing, fresh: Sequence[_Fresh]) -> None:
    run, now = writing.connection, writing.now
    insert_many(
        run,
        t.clip,
        [
            {"id": each.clip, "uid": new_uid(now), "added": now, "captured": each.new.page.fetched}
            | {"starred": 0, "read": 0}
            for each in fresh
        ],
    )
    insert_many(
        run,
        t.capture,
        [
            {"id": each.capture, "clip_id": each.clip} | page_row(each.new.page, each.new.raw_sha256)
            for each in fresh
        ],
    )
    insert_many(
        run,
        t.capture_page,
        [
            {"capture_id": each.capture, "position": at} | page_row(*further)
            for each in fresh
            for at, further in enumerate(each.new.further)
        ],
    )


def _write_versions(writing: Writing, fresh: Sequence[_Fresh]) -> None:
    run = writing.connection
    made = [versions.rows_of(each.new.page.final_url, each.new.article, each.new.images) for each in fresh]
    both = list(zip(fresh, made, strict=True))
    insert_many(
        run,
        t.version,
        [
            {"id": each.version, "clip_id": each.clip, "capture_id": each.capture, "made": writing.now}
            | rows.version
            for each, rows in both
        ],
    )
    insert_many(run, t.version_text, [{"version_id": each.version} | rows.text for each, rows in both])
    insert_many(
        run,
        t.version_image,
        [
            {"version_id": each.version, "position": at} | row
            for each, rows in both
            for at, row in enumerate(rows.images)
        ],
    )
    first = fresh[0]
    theirs = t.clip.c.id.between(first.clip, fresh[-1].clip)
    run.execute(update(t.clip).where(theirs).values(version_id=t.clip.c.id + (first.version - first.clip)))


def _file(writing: Writing, fresh: Sequence[_Fresh], places: _Places) -> None:
    keys = [{"key": key, "clip_id": each.clip} for each in fresh for key in each.keys]
    tagged: list[dict[str, int]] = []
    filed: list[dict[str, int]] = []
    places.look_up(each.new for each in fresh)
    for each in fresh:  # in this order new names get their numbers as one by one
        filing = each.new.filing
        numbers = dict.fromkeys(map(places.tag, filing.tags))
        tagged += [{"clip_id": each.clip, "tag_id": number} for number in numbers]
        numbers = dict.fromkeys(map(places.collection, filing.collections))
        filed += [{"clip_id": each.clip, "collection_id": number} for number in numbers]
    insert_many(writing.connection, t.address, keys)
    insert_many(writing.connection, t.clip_tag, tagged)
    insert_many(writing.connection, t.clip_collection, filed)
