"""Every kind of picture that the library keeps can be set, or is known not to be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from clipper.article.clip import ClipImage
from clipper.book.pictures import LARGEST, Fit, fit
from tests.unit.book.samples import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """The library's pictures."""
    (tmp_path / "shelf").mkdir()
    return Shelf(tmp_path / "shelf")


def fitted(shelf: Shelf, image: ClipImage, tmp_path: Path) -> Fit | None:
    """The picture made fit."""
    assert image.sha256
    return fit([image.sha256], shelf.files, tmp_path).get(image.sha256)


@pytest.mark.parametrize(
    ("kind", "mode", "ending"),
    [
        ("PNG", "RGB", ".png"),
        ("PNG", "RGBA", ".png"),
        ("JPEG", "L", ".jpg"),
        ("GIF", "P", ".gif"),
        ("JPEG", "CMYK", ".jpg"),
        ("PNG", "I;16", ".jpg"),
        ("WEBP", "RGB", ".jpg"),
        ("WEBP", "RGBA", ".png"),
        ("AVIF", "RGB", ".jpg"),
    ],
)
def test_kinds(shelf: Shelf, tmp_path: Path, kind: str, mode: str, ending: str) -> None:
    ready = fitted(shelf, shelf.picture((60, 40), kind, mode), tmp_path)
    assert ready is not None
    assert (ready.width, ready.height, Path(ready.file).suffix) == (60, 40, ending)
    with Image.open(tmp_path / ready.file) as image:
        assert image.size == (60, 40)
        assert image.mode in ("RGB", "RGBA", "L", "P")


def test_sixteen_bits_keep_their_grey(shelf: Shelf, tmp_path: Path) -> None:
    ready = fitted(shelf, shelf.picture((9, 9), "PNG", "I;16"), tmp_path)
    assert ready is not None
    with Image.open(tmp_path / ready.file) as image:
        darkest, lightest = image.convert("L").getextrema()
    assert (darkest, lightest) == (30_000 // 256, 30_000 // 256)


def test_a_picture_taken_sideways_is_turned(shelf: Shelf, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 6
    ready = fitted(shelf, shelf.picture((60, 40), "JPEG", exif=exif), tmp_path)
    assert ready is not None
    assert (ready.width, ready.height) == (40, 60)
    with Image.open(tmp_path / ready.file) as image:
        assert image.size == (40, 60)


def test_a_large_picture_is_made_smaller_and_keeps_its_shape(shelf: Shelf, tmp_path: Path) -> None:
    ready = fitted(shelf, shelf.picture((LARGEST * 2, LARGEST), "JPEG"), tmp_path)
    assert ready is not None
    with Image.open(tmp_path / ready.file) as image:
        assert max(image.size) <= LARGEST
        assert image.width == image.height * 2
    assert ready.width == ready.height * 2


def test_of_a_moving_picture_the_first_frame_is_taken(shelf: Shelf, tmp_path: Path) -> None:
    more: Any = [Image.new("RGB", (20, 20), "red")]
    ready = fitted(shelf, shelf.picture((20, 20), "GIF", save_all=True, append_images=more), tmp_path)
    assert ready is not None
    with Image.open(tmp_path / ready.file) as image:
        assert not getattr(image, "is_animated", False)


@pytest.mark.parametrize("cut", [0, 11, 200])
def test_what_is_broken_is_left_out(shelf: Shelf, tmp_path: Path, cut: int) -> None:
    whole = shelf.picture((300, 200), "JPEG")
    assert whole.sha256
    broken = shelf.bytes(shelf.files[whole.sha256].read_bytes()[:cut])
    assert fitted(shelf, broken, tmp_path) is None
    assert fit(["not there"], shelf.files, tmp_path) == {}
