"""How a clip looks in the list: source and time, headline, excerpt, tags, picture; mirrored if need be."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clipper.article.clip import ClipRow
from clipper.article.query import Hit
from clipper.gui import icons
from clipper.gui.models.clip_rows import HIT, ROW
from clipper.gui.models.thumbnails import SIDE, Thumbnails
from clipper.gui.panes.text import Marks, Paragraph, draw_chip, draw_line
from clipper.gui.style import mixed, sans, serif
from clipper.gui.theme import Theme
from clipper.gui.words import host, when
from clipper.i18n import _

HEIGHT = 124
"""Two lines of headline, two of excerpt or one and the tags; all equal, so that 100,000 lay out at once."""
START, END, TOP = 30, 14, 13
META, HEAD, TEXT, CHIP = 16, 19, 17, 17
"""Heights of a line of the source, the headline, the excerpt and a tag."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Laid:
    head: Paragraph
    excerpt: Paragraph
    chips: tuple[tuple[int, int, str], ...]
    """Left and width within the text column, words."""


class ClipDelegate(QStyledItemDelegate):
    """Paints clips."""

    def __init__(self, thumbnails: Thumbnails, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._laid: OrderedDict[tuple[object, ...], _Laid] = OrderedDict()
        self._words = ""
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme
        self._small, self._head, self._text = sans(12), serif(15), sans(13)
        self._chip = sans(11, QFont.Weight.Medium)
        self._laid.clear()

    def set_words(self, words: str) -> None:
        """The words of the search, to be marked in headlines too."""
        self._words = words
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All are equally high."""
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one clip, or bars in its place while it is on its way."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where: QRect = option.rect
        row: ClipRow | None = index.data(ROW)
        rtl = row is not None and row.direction == "rtl"
        self._ground(painter, option, where, rtl)
        if row is None:
            self._coming(painter, where)
        else:
            self._row(painter, where, row, index.data(HIT), rtl)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, where: QRect, rtl: bool) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, QColor(self._theme.sel))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(where, mixed(self._theme.ink, self._theme.list, 0.03))
        painter.fillRect(where.left(), where.bottom(), where.width(), 1, QColor(self._theme.line))
        if state & QStyle.StateFlag.State_HasFocus:
            edge = where.right() - 2 if rtl else where.left()
            painter.fillRect(edge, where.top(), 3, where.height() - 1, QColor(self._theme.accent))

    def _coming(self, painter: QPainter, where: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.chip))
        wide = where.width() - START - END
        for top, share, high in ((16, 0.3, 8), (37, 0.9, 11), (57, 0.6, 11), (82, 0.95, 8)):
            bar = QRectF(where.left() + START, where.top() + top, wide * share, high)
            painter.drawRoundedRect(bar, 3, 3)

    def _row(self, painter: QPainter, where: QRect, row: ClipRow, hit: Hit | None, rtl: bool) -> None:
        picture = (
            self._thumbnails.get(row.thumbnail, painter.device().devicePixelRatioF())
            if row.thumbnail
            else None
        )
        right = END + (SIDE + 12 if row.thumbnail else 0)
        column = QRect(
            where.left() + START, where.top() + TOP, where.width() - START - right, HEIGHT - 2 * TOP
        )
        if row.thumbnail:
            box = QRect(where.right() - END - SIDE + 1, where.top() + TOP + 3, SIDE, SIDE)
            self._picture(painter, _mirrored(box, where, rtl), picture)
        if not row.read:
            dot = QRect(where.left() + 12, where.top() + TOP + 5, 7, 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(_mirrored(dot, where, rtl))
        meta = QRect(column.left(), column.top(), column.width(), META)
        self._meta(painter, meta, where, row, rtl)
        self._words_of(painter, _mirrored(column, where, rtl), row, hit, rtl)

    def _picture(self, painter: QPainter, box: QRect, picture: object) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(box), 6, 6)
        if picture is None:
            painter.fillPath(path, QColor(self._theme.chip))
            return
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(box, picture)  # type: ignore[call-overload]
        painter.restore()

    def _meta(self, painter: QPainter, meta: QRect, where: QRect, row: ClipRow, rtl: bool) -> None:
        time = when(row.captured)
        wide = QFontMetrics(self._small).horizontalAdvance(time) + 2
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        at = QRect(meta.right() - wide + 1, meta.top(), wide, META)
        draw_line(
            painter,
            _mirrored(at, where, rtl),
            time,
            self._small,
            self._theme.faint,
            align=left if rtl else right,
        )
        if row.starred:
            wide += 18
            star = QRect(meta.right() - wide + 1, meta.top() + 1, 14, 14)
            icons.paint(painter, QRectF(_mirrored(star, where, rtl)), "star-filled", self._theme.accent)
        source = " · ".join(each for each in (row.site or host(row.url), row.section) if each)
        rest = QRect(meta.left(), meta.top(), meta.width() - wide - 10, META)
        side = right if rtl else left
        draw_line(painter, _mirrored(rest, where, rtl), source, self._small, self._theme.soft, align=side)

    def _words_of(self, painter: QPainter, column: QRect, row: ClipRow, hit: Hit | None, rtl: bool) -> None:
        laid = self._lay(row, hit, column.width(), rtl)
        top = column.top() + META + 4
        laid.head.draw(painter, QPointF(column.left(), top), self._theme.ink)
        top += laid.head.lines * HEAD + 3
        laid.excerpt.draw(painter, QPointF(column.left(), top), self._theme.soft)
        top += laid.excerpt.lines * TEXT + 4
        for left, wide, words in laid.chips:
            chip = _mirrored(QRect(column.left() + left, top, wide, CHIP), column, rtl)
            warns = words == _("no article found")
            draw_chip(
                painter,
                chip,
                words,
                self._chip,
                self._theme.warn if warns else self._theme.soft,
                self._theme.chip,
            )

    def _lay(self, row: ClipRow, hit: Hit | None, width: int, rtl: bool) -> _Laid:
        key = (row, hit, width)
        if key in self._laid:
            self._laid.move_to_end(key)
            return self._laid[key]
        mark = QColor(self._theme.hit)
        title = row.title or row.url
        head = Paragraph(
            title, self._head, width, most=2, step=HEAD, rtl=rtl, marks=_marks(title, self._words), mark=mark
        )
        labels = ([_("no article found")] if any(f.code == "no_article" for f in row.flags) else []) + list(
            row.tags
        )
        most = max(1, (HEIGHT - 2 * TOP - META - 7 - head.lines * HEAD - (CHIP if labels else 0)) // TEXT)
        text, marks = _excerpt(row, hit, lines=most)
        excerpt = Paragraph(
            text, self._text, width, most=min(3, most), step=TEXT, rtl=rtl, marks=marks, mark=mark
        )
        laid = self._laid[key] = _Laid(head, excerpt, tuple(_chips(labels, QFontMetrics(self._chip), width)))
        if len(self._laid) > 300:
            self._laid.popitem(last=False)
        return laid


def _excerpt(row: ClipRow, hit: Hit | None, lines: int) -> tuple[str, Marks]:
    """The words around the hits, the first hit within the lines that there are; else the excerpt."""
    if hit is None or not hit.snippet:
        return row.excerpt or "", ()
    before = lines * 18
    if not hit.marks or hit.marks[0][0] <= before:
        return hit.snippet, hit.marks
    begin = hit.snippet.rfind(" ", 0, hit.marks[0][0] - before // 2) + 1
    moved = tuple((start - begin + 1, end - begin + 1) for start, end in hit.marks)
    return "…" + hit.snippet[begin:], moved


def _mirrored(box: QRect, within: QRect, rtl: bool) -> QRect:
    if not rtl:
        return box
    return QRect(within.left() + within.right() - box.right(), box.top(), box.width(), box.height())


def _marks(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words of a search begin a word of the headline."""
    found: list[tuple[int, int]] = []
    for word in words.replace('"', " ").split():
        if not word.startswith("-"):
            found += [each.span() for each in re.finditer(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE)]
    return found


def _chips(labels: list[str], metrics: QFontMetrics, width: int) -> list[tuple[int, int, str]]:
    """As many labels as fit in one line, and `+2` for the others."""
    made: list[tuple[int, int, str]] = []
    left = 0
    for number, label in enumerate(labels):
        cut = metrics.elidedText(label, Qt.TextElideMode.ElideRight, 150)
        wide = metrics.horizontalAdvance(cut) + 12
        rest = len(labels) - number - 1
        if left + wide + (34 if rest else 0) > width and made:
            made.append((left, 28, f"+{rest + 1}"))
            return made
        made.append((left, min(wide, width), cut))
        left += wide + 6
    return made
