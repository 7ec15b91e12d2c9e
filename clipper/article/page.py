"""Page: what came off the wire (or off the disk), untouched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a server, or one saved file, before anybody has read it."""

    url: str
    """As the user gave it; for a file its `file:` address."""
    final_url: str
    """After redirects; what relative links are resolved against. For a saved file the address it
    was saved from where the file tells (or the user says), else its `file:` address."""
    status: int
    """HTTP status; 200 for a file."""
    headers: tuple[tuple[str, str], ...]
    """As received, names in lower case."""
    html: bytes
    """The body after transfer decoding, at most `Settings.max_page_bytes`; charset not yet decided."""
    fetched: datetime
    """Aware, UTC."""

    def header(self, name: str) -> str | None:
        """The first header of that name (any case), or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)


@dataclass(frozen=True, slots=True)
class Picture:
    """One image file as fetched, checked to be an image of a kind that we keep."""

    url: str
    """The address the article names."""
    data: bytes
    media_type: str
    """`image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/avif`; by the bytes, not by the header."""
    width: int
    height: int
    """Pixels, as stored (before any EXIF rotation)."""
