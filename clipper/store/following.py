"""What a renamed tag or collection means for rules and saved queries: they name it, and go on naming it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select, update

from clipper.store import names
from clipper.store import tables as t
from clipper.store.session import Writing


def collection(writing: Writing, old: str, new: str) -> None:
    """A collection of the path `old` is found at `new` now, with all that lies in it."""
    if old != new:
        _rules(writing, "collections", lambda path: names.moved(path, old, new) or path)


def tag(writing: Writing, old: str, new: str, *, is_alone: bool = False) -> None:
    """A tag (`old` is its fold) is called so now, and unless `is_alone` so are those nested in it."""
    depth = old.count("/") + 1

    def follow(name: str) -> str:
        levels = names.fold_tag(name).split("/")
        is_it = levels[:depth] == old.split("/") and not (is_alone and len(levels) > depth)
        return "/".join([new, *name.split("/")[depth:]]) if is_it else name

    if old != new:
        _rules(writing, "tags", follow)


def _rules(writing: Writing, column: str, follow: Callable[[str], str]) -> None:
    rows = writing.connection.execute(select(t.rule.c.id, t.rule.c[column].label("named"))).all()
    for row in rows:
        followed = list(dict.fromkeys(map(follow, row.named)))
        if followed != row.named:
            changed = update(t.rule).where(t.rule.c.id == row.id).values({column: followed})
            writing.connection.execute(changed)
