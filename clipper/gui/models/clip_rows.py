"""The list of clips as Qt sees it: numbers first, rows in pages when they come into view."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    QUrl,
    Signal,
)

from clipper.article.clip import ClipId, ClipRow
from clipper.article.query import Hit
from clipper.gui.background import Background, Done, Failed, Outcome
from clipper.gui.models.settle import settle
from clipper.i18n import _
from clipper.operations import find
from clipper.operations.desk import Desk

ROW = int(Qt.ItemDataRole.UserRole) + 1
"""The ClipRow, or None while it is on its way."""
HIT = ROW + 1
"""The Hit of a search, or None."""
MIME = "application/x-clipper-clips"
"""A drag of clips: their numbers as JSON."""
PAGE = 64
"""Rows fetched at once: two windows full."""
MOST_ROWS = 6000
"""Rows kept in memory (about 2 kB each)."""

Index = QModelIndex | QPersistentModelIndex


class ClipRows(QAbstractListModel):
    """Clips of a place or of a search, in order."""

    failed = Signal(object)
    rows_came = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._desk: Desk | None = None
        self._ids: list[ClipId] = []
        self._rows: dict[ClipId, ClipRow] = {}
        self._hits: Mapping[int, Hit] = {}
        self._asked: set[int] = set()
        self._stale: set[ClipId] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)

    @property
    def ids(self) -> Sequence[ClipId]:
        """What is shown, in order."""
        return self._ids

    def set_desk(self, desk: Desk) -> None:
        """The library is open."""
        self._desk = desk

    def show_ids(self, ids: Sequence[ClipId], hits: Mapping[int, Hit]) -> bool:
        """Show these; False if the order changed, so that the selection must be set anew."""
        self._asked.clear()
        marked_anew = hits != self._hits
        self._hits = hits
        kept = settle(self, self._ids, ids, lambda each: each)
        if kept and marked_anew and self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
        return kept

    def refetch(self, ids: Iterable[ClipId]) -> None:
        """These were changed: read them again; until then the old is shown."""
        touched = [each for each in ids if each in self._rows]
        self._stale.update(touched)
        if touched:
            self._soon.start()

    def row_of(self, clip: ClipId | None) -> ClipRow | None:
        """The row of a clip, if it is here already."""
        return self._rows.get(clip) if clip is not None else None

    def index_of(self, clip: ClipId | None) -> QModelIndex:
        """Where a clip stands; an invalid index if it does not."""
        try:
            return self.index(self._ids.index(clip)) if clip is not None else QModelIndex()
        except ValueError:
            return QModelIndex()

    def id_at(self, index: Index) -> ClipId | None:
        """The clip of an index."""
        return self._ids[index.row()] if index.isValid() and index.row() < len(self._ids) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many clips."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate; words for a screen reader."""
        clip = self.id_at(index)
        if clip is None:
            return None
        row = self._rows.get(clip)
        if row is None and role == ROW:
            self._asked.add(index.row() // PAGE)
            self._soon.start()
        if role == ROW:
            return row
        if role == HIT:
            return self._hits.get(clip)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row) if row else _("Clip {number}").format(number=clip)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: ARG002
        """Clips can be chosen and dragged."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Their numbers for our own places, their addresses for other programs."""
        ids = [self._ids[each.row()] for each in indexes]
        data = QMimeData()
        data.setData(MIME, QByteArray(json.dumps(ids).encode()))
        urls = [self._rows[each].url for each in ids if each in self._rows]
        data.setUrls([QUrl(url) for url in urls])
        return data

    def _fetch(self) -> None:
        if self._desk is None:
            return
        wanted = list(self._stale)
        for page in sorted(self._asked):
            wanted += [each for each in self._ids[page * PAGE : (page + 1) * PAGE] if each not in self._rows]
        self._asked.clear()
        self._stale.clear()
        if not wanted:
            return
        desk, many = self._desk, list(dict.fromkeys(wanted))
        self._background.read(lambda: find.rows(desk, many), self._arrived)

    def _arrived(self, outcome: Outcome[list[ClipRow]]) -> None:
        if isinstance(outcome, Failed):
            self.failed.emit(outcome.error)
        if not isinstance(outcome, Done) or not outcome.value:
            return
        if len(self._rows) > MOST_ROWS:
            self._rows.clear()
        came = {row.id: row for row in outcome.value}
        self._rows.update(came)
        places = [place for place, clip in enumerate(self._ids) if clip in came]
        if places:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]), [ROW])
        self.rows_came.emit()


def numbers(data: QMimeData) -> list[ClipId]:
    """The clips of a drag of ours."""
    if not data.hasFormat(MIME):
        return []
    return [ClipId(each) for each in json.loads(bytes(data.data(MIME).data()))]


def spoken(row: ClipRow) -> str:
    """A row as a screen reader says it."""
    parts = [row.title or row.url, row.site or "", row.section or ""]
    parts += [_("starred")] if row.starred else []
    parts += [] if row.read else [_("unread")]
    return ", ".join(each for each in parts if each)
