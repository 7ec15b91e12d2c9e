"""Session: what one call of the command line works with."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clipper import paths, settings
from clipper.cli.output import Output, one_line
from clipper.cli.status import Status
from clipper.i18n import _, act_words

if TYPE_CHECKING:  # the rooms cost start-up time: they are entered when a command needs them
    from clipper.article.act import Act
    from clipper.article.clip import ClipId
    from clipper.operations.desk import Desk, Outside


@dataclass(frozen=True)
class Session:
    """Which library, and where words go."""

    named: Path | None
    output: Output
    status: Status

    @property
    def library(self) -> Path:
        """The library's folder."""
        return self.named or paths.default_library()

    @contextmanager
    def desk(self, pages: int = 1, *, hints: bool = True) -> Iterator[Desk]:
        """The desk with the library open, for work on so many pages; on a terminal it is said at the end
        what `undo` would take back. Raises LibraryError."""
        from clipper import wiring

        new = not self.library.exists()
        desk = wiring.build(self.library, self._settings(), pages=pages)
        if new:
            self.status.say(_("A new library was made: {path}").format(path=self.library))
        before = self._latest(desk) if hints else None
        try:
            yield desk
            after = self._latest(desk) if hints else None
            if after and after != before:
                self.status.hint(_("“clipper undo” takes back: {what}").format(what=words_of(after)))
        finally:
            self.status.clear()
            desk.close()

    def _latest(self, desk: Desk) -> Act | None:
        from clipper.operations import find

        return next(iter(find.done(desk, 1)), None) if self.status.terminal else None

    @contextmanager
    def outside(self, pages: int = 1) -> Iterator[Outside]:
        """What works without a library; where there is one, by the rules of sites that lie in it."""
        from clipper import wiring

        outside = wiring.outside(self._settings(), pages=pages, library=self.library)
        try:
            yield outside
        finally:
            self.status.clear()
            outside.close()

    def _settings(self) -> settings.Settings:
        chosen, broken = settings.load(paths.settings_file())
        if broken:
            self.status.tell(broken)
        return chosen


pass_session = click.make_pass_decorator(Session)


def words_of(act: Act) -> str:
    """An act in words, on one line."""
    return one_line(act_words(act.code, act.clips, act.title, act.names))


def resolved(desk: Desk, words: Sequence[str]) -> list[ClipId]:
    """The clips that were named, each once, in their order; a `-` stands for those on standard input.

    Raises NoSuchClip.
    """
    words = [each for word in words for each in (sys.stdin.read().split() if word == "-" else [word])]
    from clipper.operations import find

    return find.resolve_all(desk, words)
