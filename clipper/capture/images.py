"""Pictures: are these bytes an image of a kind that is kept, whole, and of a bearable size?"""

from __future__ import annotations

import base64
import binascii
import functools
import io
import types
import warnings
from urllib.parse import unquote_to_bytes

from clipper.article.page import Picture
from clipper.errors import PageTooBig, PictureBad

MOST_PIXELS = 64_000_000
"""8,000 x 8,000: beyond what cameras of reporters give, 256 MB when unfolded."""
_KINDS = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
}


def checked(url: str, data: bytes) -> Picture:
    """The picture, known by its bytes and unfolded once, so that a damaged one harms nobody later.

    Raises PictureBad.
    """
    if not data:
        raise PictureBad(url)
    pillow = _pillow()
    try:
        with pillow.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "AVIF")) as image:
            width, height = image.size
            kind = _KINDS.get(image.format or "")
            if kind is None or not 0 < width * height <= MOST_PIXELS:
                raise PictureBad(url)
            image.draft(None, (width // 8 or 1, height // 8 or 1))
            image.load()
    except PictureBad:
        raise
    except Exception as error:  # Pillow meets hostile bytes here: whatever it stumbles over, it is no picture
        raise PictureBad(url) from error
    return Picture(url, data, kind, width, height)


def inside(url: str, most: int) -> Picture:
    """The picture that a `data:` address holds. Raises PictureBad, PageTooBig."""
    head, comma, text = url.strip()[len("data:") :].partition(",")
    short = url[:100]
    if not comma:
        raise PictureBad(short)
    data = unquote_to_bytes(text.encode("utf-8", "replace"))
    if head.rstrip().lower().endswith("base64"):
        data = _from_base64(data, short)
    if len(data) > most:
        raise PageTooBig(short, most // 1_000_000)
    try:
        found = checked(short, data)
    except PictureBad as error:
        raise PictureBad(short) from error
    return Picture(url, found.data, found.media_type, found.width, found.height)


def _from_base64(data: bytes, url: str) -> bytes:
    data = b"".join(data.split()).translate(bytes.maketrans(b"-_", b"+/"))
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    except binascii.Error as error:
        raise PictureBad(url) from error


@functools.cache
def _pillow() -> types.ModuleType:
    """Pillow, imported when the first picture comes; its warning of a bomb counts as an error."""
    from PIL import Image

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    return Image
