"""The binder: typesets a book in a process of its own, which can be ended at once, its memory with it."""

from __future__ import annotations

import errno
import importlib
import multiprocessing
import shutil
import tempfile
from collections.abc import Mapping
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING

from clipper.book import Book
from clipper.errors import DiskFull, TargetUnwritable, TypesettingFailed
from clipper.i18n import _
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations.processes import born_deaf_to_ctrl_c, follow_parent
from clipper.paths import whole_file

if TYPE_CHECKING:
    from pebble import ProcessPool

TYPESETTER = "clipper.book"


class ProcessBinder:
    """Satisfies `ports.Binder`. Each book has its process, started for it and gone after it."""

    def __init__(self, typesetter: str = TYPESETTER) -> None:
        """`typesetter` names the module whose `typeset(book, pictures, target)` the process runs."""
        self._typesetter = typesetter

    def bind(self, book: Book, pictures: Mapping[str, Path], target: Path, ticket: Ticket) -> int:
        """Write the PDF to `target`, answer its number of pages; cancelled, it leaves nothing behind.

        Raises TypesettingFailed, TargetUnwritable, DiskFull, Stopped.
        """
        ticket.check()
        ticket.say(Progress(0, len(book.entries), "typesetting"))
        with tempfile.TemporaryDirectory(prefix="clipper-binder-", ignore_cleanup_errors=True) as folder:
            made = Path(folder) / "book.pdf"
            pages = self._typeset(book, dict(pictures), made, ticket)
            ticket.check()
            _place(made, target)
        ticket.say(Progress(len(book.entries), len(book.entries), "typesetting"))
        return pages

    def _typeset(self, book: Book, pictures: Mapping[str, Path], made: Path, ticket: Ticket) -> int:
        from pebble import ProcessExpired

        pool = _pool(made.parent)
        with born_deaf_to_ctrl_c():
            future = pool.schedule(_typeset, args=(self._typesetter, book, pictures, made))
        ticket.on_cancel(future.cancel)
        try:
            pages: int = future.result()
        except CancelledError as error:
            raise Stopped from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise TypesettingFailed(_("the typesetter broke down")) from error
        except MemoryError as error:
            raise TypesettingFailed(_("it needs more memory than there is")) from error
        finally:
            ticket.forget(future.cancel)
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
        return pages


def _pool(folder: Path) -> ProcessPool:
    from pebble import ProcessPool

    context = multiprocessing.get_context("spawn")
    return ProcessPool(max_workers=1, context=context, initializer=_settle_in, initargs=(str(folder),))


def _settle_in(folder: str) -> None:
    """First thing in the process: its temporary files go where they are cleared away even if it is killed."""
    follow_parent()
    tempfile.tempdir = folder


def _typeset(typesetter: str, book: Book, pictures: Mapping[str, Path], made: Path) -> int:
    pages: int = importlib.import_module(typesetter).typeset(book, pictures, made)
    return pages


def _place(made: Path, target: Path) -> None:
    """Copy the finished book to where the user wants it: whole, or not at all."""
    try:
        with whole_file(target) as part:
            shutil.copyfile(made, part)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(target)) from error
        raise TargetUnwritable(str(target), error.strerror or str(error)) from error
