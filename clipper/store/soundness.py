"""Whether the files of a text index are as Tantivy wrote them: it puts a checksum in each and never reads it.

Without this, flipped bytes come through as an answer like any other. A file is read once; that it is sound is
remembered beside it, with its size and time, for every later process.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import threading
import zlib
from pathlib import Path
from typing import Any

_MAGIC = 1337
_MEMO = "sound.json"
_PIECE = 1 << 20

Stamp = tuple[int, int]
"""Size and time of change of a file."""


class Soundness:
    """Checks one generation's folder. Safe to use from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._known = self._remembered()

    def check(self) -> bool:
        """Whether every file of every segment is sound; looks only into those that are new or changed."""
        with self._lock:
            segments = self._segments()
            if segments is None:
                return False
            fresh: dict[str, Stamp] = {}
            for file in self._folder.iterdir():
                if file.name.partition(".")[0] in segments:
                    # A merge in another process may have taken the file away just now: then nobody reads it.
                    with contextlib.suppress(FileNotFoundError):
                        stamp = _stamp(file)
                        if self._known.get(file.name) != stamp:
                            if not _is_sound(file):
                                return False
                            fresh[file.name] = stamp
            if fresh:
                self._known = {
                    n: s for n, s in self._known.items() if n.partition(".")[0] in segments
                } | fresh
                self._remember()
        return True

    def _segments(self) -> set[str] | None:
        """Names of the segments of the last commit, or None where that cannot be read."""
        try:
            meta: Any = json.loads((self._folder / "meta.json").read_bytes())
            return {str(segment["segment_id"]).replace("-", "") for segment in meta["segments"]}
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _remembered(self) -> dict[str, Stamp]:
        try:
            known: dict[str, list[int]] = json.loads((self._folder / _MEMO).read_bytes())
            return {name: (size, time) for name, (size, time) in known.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _remember(self) -> None:
        """Only to save time: where it cannot be written, the next process reads the files again."""
        part = self._folder / f"{_MEMO}.{os.getpid()}.{threading.get_ident()}"
        with contextlib.suppress(OSError):
            part.write_text(json.dumps(self._known))
            part.replace(self._folder / _MEMO)


def _stamp(file: Path) -> Stamp:
    found = file.stat()
    return found.st_size, found.st_mtime_ns


def _is_sound(file: Path) -> bool:
    """Compare the body with the checksum in the footer: JSON, its length, a magic number."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        opened.seek(max(0, size - 8))
        tail = opened.read(8)
        if len(tail) < 8:
            return False
        length, magic = struct.unpack("<II", tail)
        body = size - 8 - length
        if magic != _MAGIC or body < 0:
            return False
        opened.seek(body)
        try:
            wanted = json.loads(opened.read(length))["crc"]
        except (ValueError, KeyError, TypeError):
            return False
        opened.seek(0)
        return bool(_crc(opened, body) == wanted)


def _crc(opened: Any, left: int) -> int:
    crc = 0
    while left > 0:
        piece = opened.read(min(_PIECE, left))
        if not piece:
            break
        crc = zlib.crc32(piece, crc)
        left -= len(piece)
    return crc
