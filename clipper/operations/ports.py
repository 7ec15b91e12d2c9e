"""The outside world as `operations` sees it: sources of pages, the cleaner, the binder, the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clipper.article.article import Article, Guidance
from clipper.article.page import Page, Picture
from clipper.jobs import Ticket

if TYPE_CHECKING:  # typesetting is loaded where it is done
    from clipper.book import Book


class Sources(Protocol):
    """Where pages and pictures come from: the network and saved files."""

    def page(
        self, source: str, ticket: Ticket, *, url: str | None = None, named_by: Page | None = None
    ) -> Page:
        """The page at an address or path; `url` says a saved file's origin.

        `named_by` is the page that names this one as its continuation: it may lead only where a page of the
        web may lead, not wherever the user may. Raises CaptureError, VaultError, Stopped.
        """

    def picture(self, url: str, page: Page, ticket: Ticket) -> Picture:
        """An image that `page` names. Raises CaptureError, Stopped."""

    def close(self) -> None:
        """End open connections."""


class Cleaner(Protocol):
    """Makes an Article of Pages, somewhere where it cannot harm."""

    def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
        """Raises CleanError, Stopped."""

    def close(self) -> None:
        """End the processes."""


class Binder(Protocol):
    """Typesets a book, in a process that can be ended."""

    def bind(self, book: Book, pictures: Mapping[str, Path], target: Path, ticket: Ticket) -> int:
        """Write the PDF to `target`, answer its number of pages. Raises ExportError, Stopped."""


class Clock(Protocol):
    """The time."""

    def __call__(self) -> datetime:
        """Now, aware, UTC."""
