"""What a renamed tag or collection means for rules and saved queries: they name it, and go on naming it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import exists, select, update

from clipper.article.asking import NamedField, renamed
from clipper.store import names
from clipper.store import tables as t
from clipper.store.session import Writing

Follow = Callable[[str], str | None]
"""The new name for one that is concerned, None for others."""


def collection(writing: Writing, old: str, new: str) -> None:
    """A collection of the path `old` is found at `new` now, with all that lies in it."""
    own = names.fold(names.split(old)[-1])

    def follow(path: str) -> str | None:
        if (moved := names.moved(path, old, new)) is not None:
            return moved
        # `in:Russia` means any collection that is called so; it follows if there was no other.
        return new if names.fold(path) == own and not _is_called(writing, own) else None

    if old != new:
        _rules(writing, "collections", lambda path: names.moved(path, old, new))
        _queries(writing, "in", follow)


def tag(writing: Writing, old: str, new: str, *, is_alone: bool = False) -> None:
    """A tag (`old` is its fold) is called so now, and unless `is_alone` so are those nested in it."""
    depth = old.count("/") + 1

    def follow(name: str) -> str | None:
        levels = names.fold_tag(name).split("/")
        is_it = levels[:depth] == old.split("/") and not (is_alone and len(levels) > depth)
        return "/".join([new, *name.split("/")[depth:]]) if is_it else None

    if old != new:
        _rules(writing, "tags", follow)
        _queries(writing, "tag", follow)


def _is_called(writing: Writing, fold: str) -> bool:
    return bool(writing.connection.scalar(select(exists().where(t.collection.c.fold == fold))))


def _rules(writing: Writing, column: str, follow: Follow) -> None:
    rows = writing.connection.execute(select(t.rule.c.id, t.rule.c[column].label("named"))).all()
    for row in rows:
        followed = list(dict.fromkeys(follow(name) or name for name in row.named))
        if followed != row.named:
            changed = update(t.rule).where(t.rule.c.id == row.id).values({column: followed})
            writing.connection.execute(changed)


def _queries(writing: Writing, field: NamedField, follow: Follow) -> None:
    for table in (t.smart, t.rule):
        for row in writing.connection.execute(select(table.c.id, table.c.query)).all():
            followed = renamed(row.query, field, follow)
            if followed != row.query:
                changed = update(table).where(table.c.id == row.id).values(query=followed.strip())
                writing.connection.execute(changed)
