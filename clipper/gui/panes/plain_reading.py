"""Reading without the browser engine: where it is not installed, or when it has broken down."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

from clipper.article.clip import Clip
from clipper.gui.named import named
from clipper.gui.panes.wording import by, published_day
from clipper.gui.theme import Theme
from clipper.gui.words import host

COLUMN = 620
"""Width of the text, in pixels at 100 per cent."""


class PlainReading(QWidget):
    """Headline, byline and text of a clip in a QTextBrowser; pictures and tables are for the engine."""

    link_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, 100
        self._clip: Clip | None = None
        self.remark = named(QLabel(wordWrap=True), "soft")
        self.remark.setContentsMargins(24, 10, 24, 10)
        self.text = _Text(self)
        self.text.anchorClicked.connect(lambda url: self.link_clicked.emit(url.toString()))
        self.setFocusProxy(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.remark)
        layout.addWidget(self.text)

    def show_clip(self, clip: Clip, remark: str = "") -> None:
        """Show a clip's words, with `remark` above them."""
        self._clip = clip
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self._write()

    def restyle(self, theme: Theme, scale: int) -> None:
        """Other colours or sizes."""
        self._theme, self._scale = theme, scale
        self._write()

    def scroll_page(self, down: bool) -> None:
        """Turn a page."""
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + (1 if down else -1) * bar.pageStep())

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        self.text.copy()

    def selected_text(self) -> str:
        """What is selected."""
        return self.text.textCursor().selectedText()

    def _write(self) -> None:
        if self._clip is not None:
            self.text.setHtml(_document(self._clip, self._theme, self._scale))
            self.text.keep_to(round(COLUMN * self._scale / 100))


class _Text(QTextBrowser):
    """A text browser that opens nothing itself and keeps its column narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = COLUMN
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setStyleSheet("QTextBrowser { border: 0; border-radius: 0; padding: 0; }")

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded, from nowhere."""
        return None

    def keep_to(self, column: int) -> None:
        """Leave so much room at both sides that the text is `column` pixels wide at most."""
        self._column = column
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        side = max(24, (self.viewport().width() - column) // 2)
        form.setLeftMargin(side)
        form.setRightMargin(side)
        frame.setFrameFormat(form)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.keep_to(self._column)


def _document(clip: Clip, theme: Theme, scale: int) -> str:
    row = clip.row
    direction = row.direction or "ltr"
    size = 17.5 * scale / 100
    parts = (row.site or host(row.url), row.section, published_day(row.published))
    said = " · ".join(f"\u2068{each}\u2069" for each in parts if each)  # isolated: each in its own direction
    blocks = [escape(block) for block in clip.text.split("\n") if block.strip()]
    text = "".join(f"<p style='margin:0 0 14px 0'>{block}</p>" for block in blocks)
    title = escape(row.title or host(row.url))
    small = f"color:{theme.soft}; font-size:{size * 0.743:.0f}px"
    return (
        f"<body dir=\"{direction}\" style=\"font-family:'Source Serif 4','Noto Serif',serif; "
        f'font-size:{size:.0f}px; color:{theme.ink}; background-color:{theme.read}; line-height:155%">'
        f'<p style="{small}">{escape(said)}</p>'
        f'<h1 style="font-size:{size * 1.771:.0f}px; font-weight:600">{title}</h1>'
        f'<p style="{small}">{escape(by(row.byline, row.language))}</p>{text}</body>'
    )
