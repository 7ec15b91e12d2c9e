"""The capture queue as Qt sees it: lines in their order, with what is happening to each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from clipper.article.clip import QueueId, Waiting
from clipper.gui.models.settle import settle
from clipper.gui.words import phase
from clipper.i18n import _, hint_of, sentence_of
from clipper.jobs import Progress

LINE = int(Qt.ItemDataRole.UserRole) + 1
"""The Line of a row."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A waiting address and what is happening to it."""

    waiting: Waiting
    progress: Progress | None = None

    @property
    def id(self) -> QueueId:
        """Its number in the queue."""
        return self.waiting.id

    @property
    def failed(self) -> bool:
        """Whether it waits for "try again"."""
        return self.waiting.problem is not None

    @property
    def share(self) -> float:
        """How far it is, 0 to 1: a page is a third, cleaning a third, its pictures the last."""
        if self.progress is None:
            return 0.0
        begin, wide = {
            "fetching": (0.06, 0.3),
            "cleaning": (0.36, 0.24),
            "pictures": (0.6, 0.34),
            "keeping": (0.95, 0.05),
        }.get(self.progress.what, (0.1, 0.0))
        within = self.progress.done / self.progress.total if self.progress.what == "pictures" else 0.0
        return begin + wide * within


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """The queue in figures."""

    waiting: int
    failed: int
    total: int
    """Of this round: grows with what is put in, begins anew when all is done."""

    @property
    def done(self) -> int:
        """How many of the round are through."""
        return max(0, self.total - self.waiting)


class QueueRows(QAbstractListModel):
    """All lines of the queue; waiting, running and failed."""

    counted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._stopping: set[QueueId] = set()
        self._early: dict[QueueId, Progress] = {}
        self._round: set[QueueId] = set()

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown, in order."""
        return self._lines

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """The queue as it is in the library now."""
        old = {line.id: line for line in self._lines}
        self._stopping &= {each.id for each in waiting}
        new = [self._line(each, old.get(each.id)) for each in waiting if each.id not in self._stopping]
        settle(self, self._lines, new, _id_of)
        for place, line in enumerate(new):
            if (was := old.get(line.id)) is not None and was != line:
                self.dataChanged.emit(self.index(place), self.index(place))
        if not new:
            self._early.clear()
        self._count()

    def progress(self, number: QueueId, progress: Progress) -> None:
        """News of a running line, perhaps before the line itself has been read."""
        for place, line in enumerate(self._lines):
            if line.id == number:
                waiting = replace(line.waiting, problem=None, running=True)
                self._lines[place] = replace(line, progress=progress, waiting=waiting)
                self.dataChanged.emit(self.index(place), self.index(place), [LINE])
                return
        self._early[number] = progress

    def take_away(self, numbers: Iterable[QueueId]) -> None:
        """The user cancelled these: they are gone from sight at once."""
        self._stopping.update(numbers)
        self._round -= self._stopping
        settle(self, self._lines, [line for line in self._lines if line.id not in self._stopping], _id_of)
        self._count()

    def line_at(self, index: Index) -> Line | None:
        """The line of an index."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line for the delegate; words for a screen reader."""
        line = self.line_at(index)
        if line is None:
            return None
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.waiting.source}, {state_words(line)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            advice = hint_of(line.waiting.problem, line.waiting.values) if line.waiting.problem else ""
            return f"{line.waiting.source}\n{state_words(line)}\n{advice}".strip()
        return None

    def _line(self, waiting: Waiting, old: Line | None) -> Line:
        """What was heard of a line counts more than a reading that may be older."""
        heard = self._early.pop(waiting.id, None) or (old.progress if old else None)
        if heard is None or waiting.problem is not None:
            return Line(waiting)
        return Line(replace(waiting, running=True), heard)

    def _count(self) -> None:
        failed = sum(line.failed for line in self._lines)
        waiting = len(self._lines) - failed
        self._round = (
            (self._round | {line.id for line in self._lines if not line.failed}) if waiting else set()
        )
        self.counted.emit(QueueCounts(waiting, failed, len(self._round)))


def state_words(line: Line) -> str:
    """What is happening to a line, or why it failed."""
    if line.waiting.problem:
        return sentence_of(line.waiting.problem, line.waiting.values)
    if line.progress is None:
        return _("fetching the page") if line.waiting.running else _("waiting")
    return (
        phase(line.progress) if line.progress.what == "pictures" else phase(replace(line.progress, total=0))
    )


def _id_of(line: Line) -> QueueId:
    return line.id
