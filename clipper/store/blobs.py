"""Raw pages and pictures: files named by the SHA-256 of what is in them, never changed.

A blob is whole on the disk before the row that names it is committed: at worst it is an orphan, never a hole.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import zstandard

from clipper.errors import LibraryDamaged
from clipper.store.engine import translated_os

LEVEL = 6
"""zstd level for pages: HTML shrinks to about a fifth; higher levels cost more than they save."""
DAY_S = 86_400
_PACKED = ".zst"
_NEW = ".new-"
_GOING = ".going-"


class Blobs:
    """The folder `blobs/ab/cdef...`; a compressed blob ends in `.zst`. Safe to use from any thread and
    process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes, *, compress: bool = False) -> str:
        """Keep bytes; answers their hash. Raises DiskFull, LibraryUnwritable."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self._file(sha256, packed=compress)
        try:
            if not self._is_there(target, data):
                self._write(target, zstandard.compress(data, LEVEL) if compress else data)
        except OSError as error:
            raise translated_os(self.folder.parent, error) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises LibraryDamaged where there are none, or cannot be unpacked."""
        with contextlib.suppress(FileNotFoundError):
            return self._file(sha256).read_bytes()
        try:
            return zstandard.decompress(self._file(sha256, packed=True).read_bytes())
        except (OSError, zstandard.ZstdError) as error:
            raise LibraryDamaged(str(self.folder.parent), f"blobs/{sha256[:2]}/{sha256[2:]}") from error

    def has(self, sha256: str) -> bool:
        """Whether there is such a blob."""
        return self._file(sha256).is_file() or self._file(sha256, packed=True).is_file()

    def path(self, sha256: str) -> Path:
        """The file of an uncompressed blob."""
        return self._file(sha256)

    def files(self, sha256: str) -> list[Path]:
        """The files that hold it, compressed or not."""
        both = (self._file(sha256), self._file(sha256, packed=True))
        return [file for file in both if file.is_file()]

    def all(self) -> Iterator[tuple[str, Path]]:
        """Every blob with its file."""
        for shelf in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            for file in sorted(shelf.iterdir()):
                if not file.name.startswith("."):
                    yield shelf.name + file.name.removesuffix(_PACKED), file

    def remove_old(self, file: Path) -> bool:
        """Remove a blob's file unless it was written or touched within a day; answers whether it is gone."""
        return self._remove(file, _is_old)

    def remove_untouched(self, file: Path, since: float) -> bool:
        """Remove a blob's file unless it was written or touched after this moment (seconds of the epoch) and
        within a day: then somebody is about to name it. Answers whether it is gone."""
        return self._remove(file, lambda found: found.stat().st_mtime <= since or _is_old(found))

    def _remove(self, file: Path, may_go: Callable[[Path], bool]) -> bool:
        """It is renamed first: whoever touches it at this moment either makes us put it back or finds it
        missing and writes it anew."""
        if not may_go(file):
            return False
        going = file.with_name(_GOING + file.name)
        file.replace(going)
        if may_go(going):
            going.unlink()
            return True
        going.replace(file)
        return False

    def remove_leftovers(self) -> None:
        """Remove what a process that was ended left half-written more than a day ago."""
        for file in (*self.folder.glob(f"{_NEW}*"), *self.folder.glob(f"*/{_GOING}*")):
            with contextlib.suppress(OSError):
                if _is_old(file):
                    file.unlink()

    def _file(self, sha256: str, *, packed: bool = False) -> Path:
        return self.folder / sha256[:2] / (sha256[2:] + (_PACKED if packed else ""))

    def _is_there(self, file: Path, data: bytes) -> bool:
        """Touch it, so that no sweep takes it before its row is committed; a damaged one is not there."""
        try:
            os.utime(file)
            found = file.read_bytes()
            return (zstandard.decompress(found) if file.suffix == _PACKED else found) == data
        except (FileNotFoundError, zstandard.ZstdError):
            return False

    def _write(self, target: Path, data: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=_NEW)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, target)  # noqa: PTH105
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)  # noqa: PTH108
            raise
        sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk, where the system can (Windows cannot, and need not)."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_old(file: Path) -> bool:
    return time.time() - file.stat().st_mtime > DAY_S
