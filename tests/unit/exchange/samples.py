"""Clips for the tests of what leaves the library."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime

from PIL import Image

from clipper.article.article import Flag
from clipper.article.clip import Clip, ClipId, ClipImage, ClipRow
from clipper.errors import LibraryDamaged

PICTURE_URL = "https://news.example/pictures/harbour.png?a=1&b=2"
LOST_URL = "https://news.example/pictures/lost.png"
BODY = (
    '<p>Ships <b>left</b> the <a href="https://news.example/port">port</a>.</p><h2>Later</h2>'
    '<figure><img src="https://news.example/pictures/harbour.png?a=1&amp;b=2" alt="Harbour">'
    '<figcaption>The harbour</figcaption></figure><p><img src="https://news.example/pictures/lost.png"></p>'
)


def png(color: tuple[int, int, int] = (10, 90, 160)) -> bytes:
    """A small picture."""
    file = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(file, "PNG")
    return file.getvalue()


PNG = png()
SHA256 = hashlib.sha256(PNG).hexdigest()


def pictures(sha256: str) -> bytes:
    """The library's only picture."""
    if sha256 != SHA256:
        raise LibraryDamaged("library", sha256)
    return PNG


def row(number: int = 7) -> ClipRow:
    """What a list shows of the clip."""
    return ClipRow(
        id=ClipId(number),
        uid=f"0192-{number}",
        url="https://news.example/a?utm_source=x",
        canonical_url="https://news.example/a",
        title="Ships <leave> & *return*",
        site="News Example",
        section=None,
        language="en",
        direction="ltr",
        excerpt=None,
        note='Ask "them":\nwhy?',
        byline=("Ann Reporter", "Agencies"),
        tags=("sea",),
        keywords=("World",),
        collections=("Politics/Sea",),
        published="2026-03-12T14:05:00+03:00",
        captured=datetime(2026, 11, 24, 12, 0, 5, 123, tzinfo=UTC),
        starred=True,
        read=False,
        trashed=False,
        flags=(Flag("relative_date", (("words", "2 days ago"),)),),
        thumbnail=None,
        words=3,
    )


def clip(number: int = 7, html: str = BODY) -> Clip:
    """The clip, with a picture that is there and one that is not."""
    images = (
        ClipImage(PICTURE_URL, "Harbour", "The harbour", SHA256, "image/png", 60, 40),
        ClipImage(LOST_URL, None, None, None, None, None, None, "timed_out"),
    )
    return Clip(row(number), html, "Ships left the port.\nLater\nThe harbour", PICTURE_URL, images, (), "1")


def titled(title: str | None, html: str = BODY) -> Clip:
    """The clip under another title."""
    whole = clip(html=html)
    return replace(whole, row=replace(whole.row, title=title))
