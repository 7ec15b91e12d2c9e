"""What a query asks beside words, and the place that is looked in, as conditions for SQLite.

They are about `clip` joined with `listed`; what else they need they look up themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, not_, or_, select, true

from clipper.article.asking import (
    And,
    Dated,
    Has,
    InCollection,
    InLanguage,
    InSection,
    Length,
    Not,
    OfSite,
    Or,
    Part,
    Phrase,
    State,
    Tagged,
    WithUrl,
    Word,
)
from clipper.article.query import Scope
from clipper.store import collections, tags
from clipper.store import tables as t
from clipper.store.engine import sort_key, unindexed
from clipper.store.session import Reading
from clipper.store.words import storable

Condition = ColumnElement[bool]

_c, _l = t.clip.c, t.listed.c
UNTRASHED: Condition = unindexed(_l.trashed) == 0
"""What nearly every search looks in. The plus keeps SQLite from walking all that is not in the trash, where
a handful of clips is asked about."""
_UNFILED = ~exists().where(t.clip_collection.c.clip_id == _c.id)
_UNTAGGED = ~exists().where(t.clip_tag.c.clip_id == _c.id)


def is_condition(part: Part) -> bool:
    """Whether SQLite alone can tell: no word or phrase in it."""
    if isinstance(part, Not):
        return is_condition(part.part)
    if isinstance(part, And | Or):
        return all(map(is_condition, part.parts))
    return not _is_in_words(part)


def is_text(part: Part) -> bool:
    """Whether the words alone can tell."""
    if isinstance(part, Not):
        return is_text(part.part)
    if isinstance(part, And | Or):
        return all(map(is_text, part.parts))
    return _is_in_words(part)


def condition(reading: Reading, part: Part, *, probe: bool = False) -> Condition:
    """A part in which `is_condition` is true. `probe`: in the form that is quick for clips that are at hand,
    instead of the one that is quick for finding clips.
    """
    match part:
        case Not(inner):
            return not_(condition(reading, inner, probe=probe))
        case And(parts):
            return and_(*(condition(reading, each, probe=probe) for each in parts))
        case Or(parts):
            return or_(*(condition(reading, each, probe=probe) for each in parts))
        case Tagged(name):
            return tagged(tags.beneath(reading, name), probe=probe)
        case InCollection(path):
            return filed(reading, collections.named(reading, path), probe=probe)
        case _:
            return _of_clip(part)


def within(reading: Reading, scope: Scope, tree: Part | None, *, probe: bool = False) -> Condition:
    """The place that is looked in. What asks for the trash is not kept out of it. Raises NoSuchCollection,
    NoSuchTag."""
    if scope.place == "trash":
        return _l.trashed == 1
    here = true() if asks_for_trash(tree) else UNTRASHED
    match scope.place:
        case "unfiled":
            return and_(here, _UNFILED)
        case "starred":
            return and_(here, _c.starred == 1)
        case "unread":
            return and_(here, _c.read == 0)
        case "collection":
            number = collections.need(reading, scope.name or "")
            return and_(here, filed(reading, [number], probe=probe))
        case "tag":
            return and_(here, tagged(tags.need_beneath(reading, scope.name or ""), probe=probe))
        case _:
            return here


def tagged(numbers: Sequence[int], *, probe: bool) -> Condition:
    """With one of these tags."""
    link = t.clip_tag.c
    if probe:
        return exists().where(link.clip_id == _c.id, link.tag_id.in_(numbers))
    return _c.id.in_(of_tags(numbers))


def filed(reading: Reading, numbers: Sequence[int], *, probe: bool) -> Condition:
    """In one of these collections or below them."""
    if not probe:
        return _c.id.in_(filed_below(numbers))
    link, inside = t.clip_collection.c, list(reading.connection.scalars(_below(numbers)).all())
    return exists().where(link.clip_id == _c.id, link.collection_id.in_(inside))


def of_tags(numbers: Sequence[int]) -> Select[int]:
    """Clips that carry one of these tags."""
    return select(t.clip_tag.c.clip_id).where(t.clip_tag.c.tag_id.in_(numbers))


def filed_below(numbers: Sequence[int]) -> Select[int]:
    """Clips in one of these collections or below them."""
    return select(t.clip_collection.c.clip_id).where(t.clip_collection.c.collection_id.in_(_below(numbers)))


def _below(numbers: Sequence[int]) -> Select[int]:
    return select(collections.below(*numbers).c.id)


def _is_in_words(part: Part) -> bool:
    return isinstance(part, Word | Phrase)


def asks_for_trash(tree: Part | None) -> bool:
    """Whether the query names the trash itself."""
    if isinstance(tree, And | Or):
        return any(map(asks_for_trash, tree.parts))
    return tree == State("trashed")


def _of_clip(part: Part) -> Condition:
    match part:
        case OfSite(name):
            return _of_site(storable(name))
        case WithUrl(piece):
            url = func.lower(t.version.c.url + " " + func.coalesce(t.version.c.canonical_url, ""))
            return _has_version(func.instr(url, storable(piece).lower()) > 0)
        case InLanguage(code):
            spelled = storable(code).lower().replace("_", "-")
            return or_(_l.language == spelled, func.substr(_l.language, 1, len(spelled) + 1) == f"{spelled}-")
        case InSection(name):
            return func.instr(_l.section, sort_key(storable(name))) > 0
        case Dated(field, first, last):
            return _dated(field, first, last)
        case Length(least, most):
            return and_(_l.words >= (least or 0), true() if most is None else _l.words <= most)
        case State(name):
            return _STATES[name]
        case Has(name):
            return _HAD[name]
    raise AssertionError(part)


def _of_site(name: str) -> Condition:
    """The site's name has it, or its host is that or ends so."""
    host = name.lower().removeprefix("https://").removeprefix("http://").strip("/").removeprefix("www.")
    url = func.lower(t.version.c.url) + "/"
    of_host = or_(func.instr(url, f"://{host}/") > 0, func.instr(url, f".{host}/") > 0)
    key = sort_key(name)
    return or_(func.instr(_l.site, key) > 0 if key else false(), _has_version(of_host))


def _has_version(such: Condition) -> Condition:
    return exists().where(t.version.c.id == _c.version_id, such)


def _dated(field: str, first: date | None, last: date | None) -> Condition:
    if field == "clipped":
        return and_(
            _c.captured >= _midnight(first) if first else true(),
            _c.captured < _midnight(last + timedelta(days=1)) if last and last < date.max else true(),
        )
    if field == "published":
        return and_(_l.published != "", _between(_l.published, first, last))
    overlaid = select(t.overlay.c.updated).where(t.overlay.c.clip_id == _c.id).scalar_subquery()
    said = select(t.version.c.updated).where(t.version.c.id == _c.version_id).scalar_subquery()
    updated = func.coalesce(overlaid, said, "")
    return and_(updated != "", _between(updated, first, last))


def _between(text: ColumnElement[str], first: date | None, last: date | None) -> Condition:
    """Days of a moment written in ISO 8601: the day is that of its own zone."""
    after = text >= first.isoformat() if first else true()
    before = text < (last + timedelta(days=1)).isoformat() if last is not None and last < date.max else true()
    return and_(after, before)


def _midnight(day: date) -> datetime:
    """When the day begins where the user is."""
    try:
        return datetime.combine(day, time()).astimezone()
    except (OverflowError, ValueError, OSError):  # far outside what the system's clock knows
        return datetime.combine(day, time(), UTC)


_twin = t.listed.alias()
_other = t.version.alias()
_STATES: dict[str, Condition] = {
    "starred": _c.starred == 1,
    "unread": _c.read == 0,
    "read": _c.read == 1,
    "trashed": _l.trashed == 1,
    "teaser": _l.teaser == 1,
    "unfiled": _UNFILED,
    "untagged": _UNTAGGED,
    "duplicate": and_(
        _l.mark != 0,
        exists().where(_twin.c.trashed == 0, _twin.c.mark == _l.mark, _twin.c.clip_id != _l.clip_id),
    ),
}
_HAD: dict[str, Condition] = {
    "note": exists().where(t.overlay.c.clip_id == _c.id, t.overlay.c.note.is_not(None)),
    "highlight": exists().where(t.highlight.c.clip_id == _c.id),
    "image": exists().where(t.version_image.c.version_id == _c.version_id),
    "version": exists().where(_other.c.clip_id == _c.id, _other.c.id != _c.version_id),
    "tag": ~_UNTAGGED,
}
