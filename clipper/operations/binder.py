"""The binder: typesets a book in a process of its own, which can be ended at once, its memory with it."""

from __future__ import annotations

import errno
import importlib
import multiprocessing
import shutil
import tempfile
import traceback
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from clipper.errors import DiskFull, TargetUnwritable, TypesettingFailed
from clipper.i18n import _
from clipper.jobs import Progress, Ticket
from clipper.operations.processes import born_deaf_to_ctrl_c, follow_parent
from clipper.paths import whole_file

if TYPE_CHECKING:  # typesetting is loaded where it is done
    from clipper.book import Book

TYPESETTER = "clipper.book"


class ProcessBinder:
    """Satisfies `ports.Binder`. Each book has its process, started for it and gone after it.

    A plain process rather than a pool: a pool takes up to a second to notice that its only job was cancelled.
    """

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
        context = multiprocessing.get_context("spawn")
        receiver, sender = context.Pipe(duplex=False)
        work = (sender, self._typesetter, book, pictures, made)
        process = context.Process(target=_work, args=work, name="clipper-binder", daemon=True)
        with born_deaf_to_ctrl_c():
            process.start()
        sender.close()
        ticket.on_cancel(process.kill)
        try:
            pages, error = receiver.recv()
        except (EOFError, OSError):
            pages, error = 0, TypesettingFailed(_("the typesetter broke down"))
        finally:
            ticket.forget(process.kill)
            process.kill()
            process.join()
            receiver.close()
        ticket.check()
        if error is not None:
            raise error
        return int(pages)


def _work(answer: Connection, typesetter: str, book: Book, pictures: Mapping[str, Path], made: Path) -> None:
    """The process: answers with the number of pages, or with what went wrong.

    Its temporary files go where they are cleared away even if it is killed.
    """
    follow_parent()
    tempfile.tempdir = str(made.parent)
    try:
        answer.send((importlib.import_module(typesetter).typeset(book, pictures, made), None))
    except MemoryError:
        answer.send((0, TypesettingFailed(_("it needs more memory than there is"))))
    except Exception as error:
        error.add_note(traceback.format_exc())
        answer.send((0, error))


def _place(made: Path, target: Path) -> None:
    """Copy the finished book to where the user wants it: whole, or not at all."""
    try:
        with whole_file(target) as part:
            shutil.copyfile(made, part)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(target)) from error
        raise TargetUnwritable(str(target), error.strerror or str(error)) from error
