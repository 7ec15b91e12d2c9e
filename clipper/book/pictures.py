"""Pictures made fit for the press: upright, of a kind the typesetter reads, no larger than paper needs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

LARGEST = 2400
"""Pixels of the longer side that are taken as they are."""
SCALED = 1800
"""What is larger is scaled to this: over 300 dots per inch across the whole text."""
MOST_PIXELS = 120_000_000
"""What is larger is hardly a picture, and would need a gigabyte."""
_ORIENTATION = 274
_TAKEN = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif"}
"""Kinds that are put into the PDF as they are; WebP would be blown up to its pixels."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A picture ready to be set: its file's name in the folder, its size in the page's own pixels."""

    file: str
    width: int
    height: int


def fit(wanted: Iterable[str], files: Mapping[str, Path], folder: Path) -> dict[str, Fit]:
    """Those of the `wanted` pictures (by hash) that can be shown, copied or converted into `folder`."""
    found: dict[str, Fit] = {}
    for sha256 in dict.fromkeys(wanted):
        if sha256 in files:
            ready = _fitted(files[sha256], folder, sha256)
            if ready is not None:
                found[sha256] = ready
    return found


def _fitted(source: Path, folder: Path, name: str) -> Fit | None:
    """None for what cannot be read as a picture: the page then says so in its place."""
    from PIL import Image

    try:
        with Image.open(source) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            return _saved(image, source, folder, name)
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
        return None


def _saved(image: Image.Image, source: Path, folder: Path, name: str) -> Fit:
    turned = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
    width, height = (image.height, image.width) if turned else image.size
    if _can_be_taken(image):
        image.load()  # a broken file is noticed here, not in the PDF
        file = folder / f"{name}{_TAKEN[image.format or '']}"
        shutil.copyfile(source, file)
        return Fit(file.name, width, height)
    ready = _upright(image)
    opaque = not ready.has_transparency_data
    file = folder / f"{name}{'.jpg' if opaque else '.png'}"
    if opaque:
        ready.convert("RGB").save(file, "JPEG", quality=88, optimize=True)
    else:
        ready.convert("RGBA").save(file, "PNG")
    return Fit(file.name, width, height)


def _can_be_taken(image: Image.Image) -> bool:
    return (
        image.format in _TAKEN
        and image.mode in ("RGB", "RGBA", "L", "LA", "P", "1")
        and max(image.size) <= LARGEST
        and image.getexif().get(_ORIENTATION, 1) == 1
        and not getattr(image, "is_animated", False)
    )


def _upright(image: Image.Image) -> Image.Image:
    """Turned as its camera says, scaled, its first frame, in eight bits."""
    from PIL import ImageOps

    image.draft("RGB", (SCALED, SCALED))
    image.load()
    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image)
    upright = ImageOps.exif_transpose(image)
    if max(upright.size) > LARGEST:
        upright.thumbnail((SCALED, SCALED))
    return upright


def _eight_bits(image: Image.Image) -> Image.Image:
    scale = 1 / 256 if image.mode.startswith("I;16") or image.mode == "I" else 1.0
    return image.convert("F").point(lambda value: value * scale).convert("L")
