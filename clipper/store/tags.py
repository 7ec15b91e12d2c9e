"""Tags: names, equal without regard to case, nested by `/`. A tag that no clip carries is gone, unless the
user gave it a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import delete as sql_delete
from sqlalchemy import exists, func, insert, literal, select, update

from clipper.article.clip import ClipId, TagCount, TagId
from clipper.article.organising import Look
from clipper.errors import BadName, NoSuchTag
from clipper.store import following, looks, names
from clipper.store import tables as t
from clipper.store.chosen import existing, pieces
from clipper.store.engine import insert_new
from clipper.store.session import Reading, Writing
from clipper.store.words import storable

_link = t.clip_tag.c


def counts(reading: Reading) -> list[TagCount]:
    """All tags as a tree, alphabetical, each before those nested in it, with how many untrashed clips carry
    it. What is only nested in is among them: `trade` where there is `trade/ports`."""
    alone = _alone(reading)
    known: dict[str, TagCount] = {}
    members: dict[str, list[int]] = {}
    rows = reading.connection.execute(select(t.tag.c.id, t.tag.c.name, t.tag.c.colour)).all()
    for number, name, colour in rows:
        count = alone.get(number, 0)
        known[names.fold(name)] = TagCount(name, count, count, colour)
        for above in _above(name):
            members.setdefault(names.fold(above), []).append(number)
        members.setdefault(names.fold(name), []).append(number)
    for _number, name, _colour in rows:
        for above in _above(name):
            known.setdefault(names.fold(above), TagCount(above, 0))
    found = [_with_total(reading, each, members[fold]) for fold, each in known.items()]
    return sorted(found, key=lambda each: names.tree_order(each.name))


def find(reading: Reading, name: str) -> TagId | None:
    """The tag of that name in any spelling."""
    number = reading.connection.scalar(select(t.tag.c.id).where(t.tag.c.fold == _fold(name)))
    return None if number is None else TagId(number)


def need(reading: Reading, name: str) -> TagId:
    """The tag of that name. Raises NoSuchTag."""
    found = find(reading, name)
    if found is None:
        raise NoSuchTag(name)
    return found


def beneath(reading: Reading, name: str) -> list[int]:
    """The tag of that name and those nested in it: `trade`, `trade/ports`."""
    return list(_beneath(reading, name))


def need_beneath(reading: Reading, name: str) -> list[int]:
    """The same; there may be only nested ones. Raises NoSuchTag."""
    found = beneath(reading, name)
    if not found:
        raise NoSuchTag(name)
    return found


def tag(writing: Writing, ids: Sequence[ClipId], wanted: Sequence[str]) -> None:
    """Give tags, made where they do not exist yet. Raises BadName, NoSuchClip."""
    clips = existing(writing, ids)
    if not clips:
        return
    for name in wanted:
        number = ensure(writing, name)
        links = [{"clip_id": clip, "tag_id": number} for clip in clips]
        writing.connection.execute(insert_new(t.clip_tag), links)


def untag(writing: Writing, ids: Sequence[ClipId], unwanted: Sequence[str]) -> None:
    """Take tags away, not those nested in them. Raises NoSuchTag, NoSuchClip."""
    clips = existing(writing, ids)
    for name in unwanted:
        number = need(writing, name)
        for piece in pieces(clips):
            mine = (_link.tag_id == number) & _link.clip_id.in_(piece)
            writing.connection.execute(sql_delete(t.clip_tag).where(mine))
        unused = ~exists().where(_link.tag_id == number) & t.tag.c.colour.is_(None)
        writing.connection.execute(sql_delete(t.tag).where(t.tag.c.id == number, unused))


def rename(writing: Writing, old: str, new: str) -> None:
    """Rename a tag, and with it those nested in it; an existing name merges the two. Raises NoSuchTag,
    BadName."""
    _move(writing, old, names.proper_tag(new))


def merge(writing: Writing, name: str, into: str) -> None:
    """Give the clips of a tag another that is there, and delete it; what is nested in it is nested in that
    one then. Raises NoSuchTag, BadName (inside_itself)."""
    target = writing.connection.scalar(select(t.tag.c.name).where(t.tag.c.id == need(writing, into)))
    assert target is not None
    if names.fold(target) == _fold(name):
        raise BadName(name, "inside_itself")
    _move(writing, name, target)


def delete(writing: Writing, name: str) -> None:
    """Delete a tag with those nested in it; the clips stay. Raises NoSuchTag."""
    for number in need_beneath(writing, name):
        _remove(writing, number)


def show_as(writing: Writing, name: str, look: Look) -> None:
    """Give a tag a colour (it has no icon). A name that others are nested in becomes a tag. Raises NoSuchTag,
    BadColour."""
    need_beneath(writing, name)
    changed = update(t.tag).where(t.tag.c.id == ensure(writing, name))
    if values := looks.values(Look(look.colour)):
        writing.connection.execute(changed.values(**values))


def _fold(name: str) -> str:
    return str(storable(names.fold_tag(name)))


def _above(name: str) -> list[str]:
    levels = name.split("/")
    return ["/".join(levels[:depth]) for depth in range(1, len(levels))]


def _alone(reading: Reading) -> Mapping[int, int]:
    every = select(_link.tag_id, func.count()).group_by(_link.tag_id)
    found: dict[int, int] = dict(reading.connection.execute(every).all())
    # Few are in the trash: counted apart, the many need no look at their clips.
    gone = every.where(_link.clip_id.in_(select(t.clip.c.id).where(t.clip.c.trashed.is_not(None))))
    for number, count in reading.connection.execute(gone):
        found[number] -= count
    return found


def _with_total(reading: Reading, each: TagCount, members: Sequence[int]) -> TagCount:
    if len(members) == 1 and each.count:
        return each
    carried = select(func.count(_link.clip_id.distinct())).where(_link.tag_id.in_(members))
    gone = select(t.clip.c.id).where(t.clip.c.trashed.is_not(None))
    total = reading.connection.scalar(carried.where(_link.clip_id.not_in(gone)))
    return TagCount(each.name, each.count, total or 0, each.colour)


def _beneath(reading: Reading, name: str) -> dict[int, str]:
    fold = _fold(name)
    nested = func.substr(t.tag.c.fold, 1, len(fold) + 1) == f"{fold}/"
    query = select(t.tag.c.id, t.tag.c.name).where((t.tag.c.fold == fold) | nested)
    return dict(reading.connection.execute(query).all())


def _move(writing: Writing, old: str, new: str) -> None:
    """Call a tag and those nested in it anew. One that goes into a tag nested in it leaves the others."""
    found = _beneath(writing, old)
    if not found:
        raise NoSuchTag(old)
    fold = _fold(old)
    depth = fold.count("/") + 1
    is_deeper = names.fold(new).startswith(f"{fold}/")
    is_alone = is_deeper and find(writing, new) is not None
    if is_alone:
        found = {number: name for number, name in found.items() if names.fold(name) == fold}
    # Each name must be free of those that go away too: the nested go first into the depth, last out of it.
    for number, name in sorted(found.items(), key=lambda each: len(names.fold(each[1])), reverse=is_deeper):
        _call(writing, number, names.proper("/".join([new, *name.split("/")[depth:]])))
    following.tag(writing, fold, new, is_alone=is_alone)


def _call(writing: Writing, number: int, name: str) -> None:
    other = find(writing, name)
    if other is None or other == number:
        changed = update(t.tag).where(t.tag.c.id == number, t.tag.c.name != name)
        writing.connection.execute(changed.values(name=name, fold=names.fold(name)))
        return
    carried = select(_link.clip_id, literal(int(other))).where(_link.tag_id == number)
    writing.connection.execute(insert_new(t.clip_tag).from_select(["clip_id", "tag_id"], carried))
    _remove(writing, number)


def ensure(writing: Writing, name: str) -> TagId:
    """The tag of that name, made where it does not exist yet. Raises BadName."""
    kept = names.proper_tag(name)
    found = find(writing, kept)
    if found is not None:
        return found
    row = {"name": kept, "fold": names.fold(kept)}
    made = writing.connection.execute(insert(t.tag), row).inserted_primary_key
    assert made is not None
    return TagId(made[0])


def _remove(writing: Writing, number: int) -> None:
    writing.connection.execute(sql_delete(t.clip_tag).where(_link.tag_id == number))
    writing.connection.execute(sql_delete(t.tag).where(t.tag.c.id == number))
