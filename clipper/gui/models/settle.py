"""Bring a list model from what it showed to what is there now, so that selection and scroll stay."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

T = TypeVar("T")
MOST_RANGES = 60
"""Above that many separate pieces a reset is cheaper than telling the view of each."""


class Rows(Protocol):
    """What of a QAbstractListModel is needed here."""

    def beginInsertRows(
        self, parent: QModelIndex | QPersistentModelIndex, first: int, last: int, /
    ) -> None: ...
    def endInsertRows(self) -> None: ...
    def beginRemoveRows(
        self, parent: QModelIndex | QPersistentModelIndex, first: int, last: int, /
    ) -> None: ...
    def endRemoveRows(self) -> None: ...
    def beginResetModel(self) -> None: ...
    def endResetModel(self) -> None: ...


def settle(model: Rows, shown: list[T], wanted: Sequence[T], key: Callable[[T], object]) -> bool:
    """Change `shown` in place into `wanted`; False where the order changed and the model was reset."""
    old, new = {key(each) for each in shown}, {key(each) for each in wanted}
    gone = list(pieces(shown, key, new))
    come = list(pieces(wanted, key, old))
    kept = [key(each) for each in shown if key(each) in new]
    if kept != [key(each) for each in wanted if key(each) in old] or len(gone) + len(come) > MOST_RANGES:
        model.beginResetModel()
        shown[:] = wanted
        model.endResetModel()
        return False
    for first, last in reversed(gone):
        model.beginRemoveRows(QModelIndex(), first, last)
        del shown[first : last + 1]
        model.endRemoveRows()
    for first, last in come:
        model.beginInsertRows(QModelIndex(), first, last)
        shown[first:first] = wanted[first : last + 1]
        model.endInsertRows()
    shown[:] = wanted
    return True


def pieces(
    rows: Sequence[T], key: Callable[[T], object], known: Container[object]
) -> Iterator[tuple[int, int]]:
    """First and last position of each run of rows whose key is not `known`."""
    first: int | None = None
    for position, each in enumerate(rows):
        if key(each) in known:
            if first is not None:
                yield first, position - 1
            first = None
        elif first is None:
            first = position
    if first is not None:
        yield first, len(rows) - 1


def keeping(shown: Sequence[T], wanted: Sequence[T], kept: T) -> list[T]:
    """`wanted` with `kept` in it, before what followed it in `shown`: it does not vanish under the reader."""
    result = list(wanted)
    if kept in result or kept not in shown:
        return result
    places = {each: position for position, each in enumerate(result)}
    after = shown[list(shown).index(kept) + 1 :]
    following = next((places[each] for each in after if each in places), len(result))
    result.insert(following, kept)
    return result


def following(shown: Sequence[T], chosen: Sequence[T], wanted: Sequence[T]) -> T | None:
    """What to choose where all that was `chosen` is gone: what came after it, else before; else None."""
    there = set(wanted)
    if not chosen or any(each in there for each in chosen):
        return None
    last = list(shown).index(chosen[-1])
    nearest = [*shown[last + 1 :], *reversed(shown[:last])]
    return next((each for each in nearest if each in there), None)
