"""Text on a painter: so many lines, the last one cut with an ellipsis, hits marked, either direction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

Marks = Sequence[tuple[int, int]]


class Paragraph:
    """A text laid out in at most `most` lines of `step` pixels."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: int,
        *,
        most: int = 1,
        step: int = 17,
        rtl: bool = False,
        marks: Marks = (),
        mark: QColor | None = None,
    ) -> None:
        self._step = step
        self._metrics = QFontMetricsF(font)
        text = " ".join(text.split()) if not marks else text.replace("\n", " ")
        laid = self._lay(text, font, width, most, rtl, [])
        if laid.lineCount() > most or self._cut:
            text = self._shortened(laid, text, width, most)
        formats = _formats(text, marks, mark) if mark is not None else []
        self._layout = self._lay(text, font, width, most, rtl, formats)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def width(self) -> float:
        """Of its longest line."""
        return max((self._layout.lineAt(n).naturalTextWidth() for n in range(self.lines)), default=0.0)

    def draw(self, painter: QPainter, where: QPointF, colour: str) -> None:
        """Draw it, its top left at `where`."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, where)

    def _lay(
        self, text: str, font: QFont, width: int, most: int, rtl: bool, formats: list[QTextLayout.FormatRange]
    ) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        for _number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            lift = (self._step - self._metrics.height()) / 2 + self._metrics.ascent() - line.ascent()
            line.setPosition(QPointF(0, top + lift))
            top += self._step
        self._cut = layout.createLine().isValid() if layout.lineCount() == most else False
        layout.endLayout()
        return layout

    def _shortened(self, laid: QTextLayout, text: str, width: int, most: int) -> str:
        start = _position(text, laid.lineAt(most - 1).textStart())
        rest = text[start : start + 400]
        return text[:start] + self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 2)


def draw_line(
    painter: QPainter,
    where: QRect,
    text: str,
    font: QFont,
    colour: str,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """One line in a rectangle, centred upright, cut where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    cut = painter.fontMetrics().elidedText(text, elide, where.width())
    painter.drawText(where, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), cut)


def draw_chip(painter: QPainter, where: QRect, text: str, font: QFont, colour: str, ground: str) -> None:
    """A word on a small rounded ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(where), 4, 4)
    draw_line(painter, where, text, font, colour, align=Qt.AlignmentFlag.AlignHCenter)


def _formats(text: str, marks: Marks, colour: QColor) -> list[QTextLayout.FormatRange]:
    made = []
    for start, end in marks:
        if start < end <= len(text):
            one = QTextLayout.FormatRange()
            one.start = _units(text, start)
            one.length = _units(text, end) - one.start
            form = QTextCharFormat()
            form.setBackground(QBrush(colour))
            one.format = form
            made.append(one)
    return made


def _units(text: str, position: int) -> int:
    """A position in characters as one in UTF-16 units, which Qt counts in."""
    return position if text.isascii() else len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def _position(text: str, units: int) -> int:
    """And back."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))
