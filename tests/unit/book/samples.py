"""Clips for the tests of the book."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image

from clipper.article.clip import Clip, ClipId, ClipImage, ClipRow

MADE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def clip(
    html: str,
    title: str | None = "Ministers leave talks",
    language: str | None = "en",
    *,
    images: Sequence[ClipImage] = (),
    lead: str | None = None,
    **facts: Any,
) -> Clip:
    """A clip; `facts` are fields of its row."""
    row = ClipRow(
        id=ClipId(1),
        uid="0192",
        url="https://www.news.example/world/talks",
        canonical_url=None,
        title=title,
        site="News Example",
        section="World",
        language=language,
        direction=None,
        excerpt=None,
        note=None,
        byline=("Ann Reporter", "Agencies"),
        tags=(),
        keywords=("trade",),
        collections=(),
        published="2026-03-12T14:05:00+03:00",
        captured=MADE,
        starred=False,
        read=False,
        trashed=False,
        flags=(),
        thumbnail=None,
        words=10,
    )
    return Clip(replace(row, **facts), html, "", lead, tuple(images), (), "1")


class Shelf:
    """Pictures in a folder, by hash, as the library keeps them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, Path] = {}

    def picture(self, size: tuple[int, int], kind: str = "PNG", mode: str = "RGB", **how: Any) -> ClipImage:
        """A picture of this kind."""
        file = io.BytesIO()
        Image.new(mode, size, 30_000 if mode == "I;16" else None).save(file, kind, **how)
        return self.bytes(file.getvalue(), size)

    def bytes(self, data: bytes, size: tuple[int, int] = (0, 0)) -> ClipImage:
        """Whatever these bytes are."""
        sha256 = hashlib.sha256(data).hexdigest()
        self.files[sha256] = self.folder / sha256
        self.files[sha256].write_bytes(data)
        url = f"https://news.example/{sha256[:8]}"
        return ClipImage(url, None, None, sha256, None, size[0] or None, size[1] or None)
