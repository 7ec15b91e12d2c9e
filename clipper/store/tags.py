"""Tags: a flat set of names, equal without regard to case. A tag that no clip carries is gone."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete as sql_delete
from sqlalchemy import exists, func, insert, literal, select, update

from clipper.article.clip import ClipId, TagCount, TagId
from clipper.errors import NoSuchTag
from clipper.store import names
from clipper.store import tables as t
from clipper.store.chosen import existing, pieces
from clipper.store.engine import insert_new
from clipper.store.session import Reading, Writing
from clipper.store.words import storable


def counts(reading: Reading) -> list[TagCount]:
    """All tags, alphabetical, with how many untrashed clips carry each."""
    untrashed = func.count(t.clip.c.id)
    query = (
        select(t.tag.c.name, untrashed)
        .select_from(
            t.tag.outerjoin(t.clip_tag, t.clip_tag.c.tag_id == t.tag.c.id).outerjoin(
                t.clip, (t.clip.c.id == t.clip_tag.c.clip_id) & t.clip.c.trashed.is_(None)
            )
        )
        .group_by(t.tag.c.id)
    )
    found = [TagCount(name, count) for name, count in reading.connection.execute(query)]
    return sorted(found, key=lambda each: names.order(each.name))


def find(reading: Reading, name: str) -> TagId | None:
    """The tag of that name in any spelling."""
    number = reading.connection.scalar(select(t.tag.c.id).where(t.tag.c.fold == names.fold(name)))
    return None if number is None else TagId(number)


def need(reading: Reading, name: str) -> TagId:
    """The tag of that name. Raises NoSuchTag."""
    found = find(reading, name)
    if found is None:
        raise NoSuchTag(name)
    return found


def beneath(reading: Reading, name: str) -> list[int]:
    """The tag of that name and those nested in it: `trade`, `trade/ports`."""
    fold = storable(names.fold(name))
    nested = func.substr(t.tag.c.fold, 1, len(fold) + 1) == f"{fold}/"
    return list(reading.connection.scalars(select(t.tag.c.id).where((t.tag.c.fold == fold) | nested)))


def tag(writing: Writing, ids: Sequence[ClipId], wanted: Sequence[str]) -> None:
    """Give tags, made where they do not exist yet. Raises BadName, NoSuchClip."""
    clips = existing(writing, ids)
    if not clips:
        return
    for name in wanted:
        number = _ensure(writing, name)
        links = [{"clip_id": clip, "tag_id": number} for clip in clips]
        writing.connection.execute(insert_new(t.clip_tag), links)


def untag(writing: Writing, ids: Sequence[ClipId], unwanted: Sequence[str]) -> None:
    """Take tags away. Raises NoSuchTag, NoSuchClip."""
    clips = existing(writing, ids)
    for name in unwanted:
        number = need(writing, name)
        for piece in pieces(clips):
            mine = (t.clip_tag.c.tag_id == number) & t.clip_tag.c.clip_id.in_(piece)
            writing.connection.execute(sql_delete(t.clip_tag).where(mine))
        _drop_if_unused(writing, number)


def rename(writing: Writing, old: str, new: str) -> None:
    """Rename a tag; an existing name merges the two. Raises NoSuchTag, BadName."""
    number = need(writing, old)
    kept = names.proper(new)
    other = find(writing, kept)
    if other is None or other == number:
        changed = update(t.tag).where(t.tag.c.id == number, t.tag.c.name != kept)
        writing.connection.execute(changed.values(name=kept, fold=names.fold(kept)))
        return
    carried = select(t.clip_tag.c.clip_id, literal(int(other))).where(t.clip_tag.c.tag_id == number)
    writing.connection.execute(insert_new(t.clip_tag).from_select(["clip_id", "tag_id"], carried))
    _remove(writing, number)


def delete(writing: Writing, name: str) -> None:
    """Delete a tag; its clips stay. Raises NoSuchTag."""
    _remove(writing, need(writing, name))


def _ensure(writing: Writing, name: str) -> TagId:
    kept = names.proper(name)
    found = find(writing, kept)
    if found is not None:
        return found
    made = writing.connection.execute(
        insert(t.tag), {"name": kept, "fold": names.fold(kept)}
    ).inserted_primary_key
    assert made is not None
    return TagId(made[0])


def _remove(writing: Writing, number: TagId) -> None:
    writing.connection.execute(sql_delete(t.clip_tag).where(t.clip_tag.c.tag_id == number))
    writing.connection.execute(sql_delete(t.tag).where(t.tag.c.id == number))


def _drop_if_unused(writing: Writing, number: TagId) -> None:
    used = exists().where(t.clip_tag.c.tag_id == number)
    writing.connection.execute(sql_delete(t.tag).where(t.tag.c.id == number, ~used))
