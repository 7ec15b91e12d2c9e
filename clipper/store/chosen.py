"""Sets of clips that an act is about: each must exist, thousands go in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, func, select

from clipper.article.clip import ClipId
from clipper.errors import NoSuchClip
from clipper.store import tables as t
from clipper.store.engine import MANY
from clipper.store.session import Reading

T = TypeVar("T")


def pieces(values: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    rest = iter(values)
    while piece := list(islice(rest, size)):
        yield piece


def given() -> Select[Any]:
    """The ids that a statement is executed with (`ids_given`): the statement is built once for any number."""
    return select(func.json_each(bindparam("ids")).table_valued("value").c.value)


def ids_given(ids: Iterable[int]) -> dict[str, str]:
    """The value for `given`."""
    return {"ids": json.dumps(list(ids))}


def existing(reading: Reading, ids: Sequence[ClipId]) -> list[ClipId]:
    """The clips, each once, in order. Raises NoSuchClip for the first that is not there."""
    wanted = list(dict.fromkeys(ids))
    found: set[Any] = set()
    for piece in pieces(wanted):
        found.update(reading.connection.scalars(select(t.clip.c.id).where(t.clip.c.id.in_(piece))))
    for number in wanted:
        if number not in found:
            raise NoSuchClip(str(number))
    return wanted
