"""What is happening right now: one line on a terminal's standard error, and messages there."""

from __future__ import annotations

import shutil
import sys
import threading

from clipper import i18n
from clipper.cli.output import fitted, one_line
from clipper.errors import ClipperError
from clipper.jobs import Progress


class Status:
    """The progress line (on a terminal only) and the messages, which never tear each other. Thread-safe."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0
        self._lock = threading.Lock()

    def show(self, text: str) -> None:
        """Put this in place of the progress line."""
        if not self._shown:
            return
        room = max(10, shutil.get_terminal_size().columns - 1)
        with self._lock:
            self._erase()
            self._width = room
            sys.stderr.write(fitted(one_line(text), room))
            sys.stderr.flush()

    def progress(self, progress: Progress) -> None:
        """Show how far a job is."""
        words = i18n._(i18n.PHASES.get(progress.what, progress.what))
        self.show(f"{words} {progress.done}/{progress.total}" if progress.total else words)

    def clear(self) -> None:
        """Take the progress line away."""
        with self._lock:
            self._erase()

    def say(self, text: str) -> None:
        """A line for the user on standard error; stays."""
        with self._lock:
            self._erase()
            print(
                one_line(text).encode(_encoding(), "replace").decode(_encoding()), file=sys.stderr, flush=True
            )

    @property
    def terminal(self) -> bool:
        """Whether somebody reads along."""
        return self._shown

    def hint(self, text: str) -> None:
        """Something that only a reader at a terminal needs."""
        if self._shown:
            self.say(text)

    def tell(self, error: ClipperError, about: str | None = None) -> None:
        """What the user must know: what happened, then what can be done, on one line."""
        sentence = i18n.sentence(error)
        prefix = f"clipper: {about}: " if about and about not in sentence else "clipper: "
        self.say(f"{prefix}{sentence} {i18n.hint(error)}")

    def _erase(self) -> None:
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0


def _encoding() -> str:
    return sys.stderr.encoding or "utf-8"
