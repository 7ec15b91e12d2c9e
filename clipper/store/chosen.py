"""Sets of clips that an act is about: each must exist, thousands go in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import select

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
