"""Session: what one call of the command line works with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clipper import paths, settings
from clipper.cli.output import Output
from clipper.cli.status import Status
from clipper.i18n import _

if TYPE_CHECKING:  # the rooms cost start-up time: they are entered when a command needs them
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
    def desk(self, pages: int = 1) -> Iterator[Desk]:
        """The desk with the library open, for work on so many pages. Raises LibraryError."""
        from clipper import wiring

        new = not self.library.exists()
        desk = wiring.build(self.library, self._settings(), pages=pages)
        if new:
            self.status.say(_("A new library was made: {path}").format(path=self.library))
        try:
            yield desk
        finally:
            self.status.clear()
            desk.close()

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


def resolved(desk: Desk, words: Sequence[str]) -> list[ClipId]:
    """The clips that were named, each once, in their order. Raises NoSuchClip."""
    from clipper.operations import find

    return find.resolve_all(desk, words)
