"""A typesetter that misbehaves as the book's title says; loaded in place of the real one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from clipper.book import Book
from clipper.errors import TypesettingFailed


def typeset(book: Book, pictures: Mapping[str, Path], target: Path) -> int:
    """Hang, die or refuse as asked; temporary files are left about in any case."""
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(b"left about")
    target.write_bytes(b"%PDF half")
    if book.title == "hang":
        Path(pictures["started"]).write_text(str(os.getpid()), "utf-8")
        while True:
            pass
    if book.title == "die":
        os._exit(11)
    if book.title == "refuse":
        raise TypesettingFailed("no")
    if book.title == "bug":
        raise KeyError("a bug")
    return os.getpid()
