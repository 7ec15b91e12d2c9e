"""Small pictures for the list: decoded off the GUI thread, the last few hundred kept."""

from __future__ import annotations

import io
import warnings
from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from clipper.gui.background import Background, Done, Outcome
from clipper.operations import find
from clipper.operations.desk import Desk

SIDE = 68
"""Side of a picture, in logical pixels."""
MOST = 600
"""Pictures kept (about 75 kB each at double density)."""


class Thumbnails(QObject):
    """Gives pictures that are there, and fetches the others; `came` says when to paint again."""

    came = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._desk: Desk | None = None
        self._kept: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._coming: set[tuple[str, int]] = set()

    def set_desk(self, desk: Desk) -> None:
        """The library is open."""
        self._desk = desk

    def get(self, sha256: str, ratio: float) -> QPixmap | None:
        """The picture for a screen of that pixel ratio, or None while (or because) there is none."""
        pixels = round(SIDE * ratio)
        key = (sha256, pixels)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._coming and self._desk is not None:
            self._coming.add(key)
            desk = self._desk
            self._background.read(
                lambda: _small(find.picture(desk, sha256), pixels),
                lambda outcome: self._arrived(key, outcome),
            )
        return None

    def _arrived(self, key: tuple[str, int], outcome: Outcome[QImage | None]) -> None:
        self._coming.discard(key)
        image = outcome.value if isinstance(outcome, Done) else None
        self._kept[key] = QPixmap.fromImage(image) if image is not None else None
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
        self.came.emit()


def _small(data: bytes | None, pixels: int) -> QImage | None:
    """The middle of a picture, `pixels` square; None for what cannot be decoded."""
    from PIL import Image, ImageOps  # 50 ms: only where a picture is shown

    if data is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as opened:
                opened.draft("RGB", (pixels * 2, pixels * 2))
                upright = ImageOps.exif_transpose(opened).convert("RGBA")
                small = ImageOps.fit(upright, (pixels, pixels), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    raw = small.tobytes()
    return QImage(raw, pixels, pixels, pixels * 4, QImage.Format.Format_RGBA8888).copy()
