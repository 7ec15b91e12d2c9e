"""Capture: where pages and pictures come from. The network is set up when the first address is asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clipper.article.page import Page, Picture
from clipper.capture import choose, images, local
from clipper.credentials import Vault
from clipper.errors import BadAddress
from clipper.jobs import Stopped, Ticket
from clipper.settings import Settings

if TYPE_CHECKING:
    from clipper.capture.http import Http


class Capture:
    """Fetches pages and pictures from the web and from saved files; safe to use from any thread."""

    def __init__(self, settings: Settings, vault: Vault, clock: Callable[[], datetime]) -> None:
        """`clock` answers the time, aware, UTC. Opens nothing yet."""
        self._settings, self._vault, self._clock = settings, vault, clock
        self._lock = threading.Lock()
        self._http: Http | None = None
        self._closed = False

    def page(
        self, source: str, ticket: Ticket, *, url: str | None = None, named_by: Page | None = None
    ) -> Page:
        """The page at an address or path; `url` says a saved file's origin.

        `named_by` is the page that names this one as its continuation: then only the web is asked, and
        nothing that lies further inside the user's network than that page.
        Raises CaptureError, VaultError, Stopped.
        """
        ticket.check()
        place = choose.choose(source)
        if isinstance(place, Path):
            if named_by is not None:
                raise BadAddress(source)
            return local.page(place, self._settings, self._clock(), url=url)
        return self._network().page(place, ticket, named_by)

    def picture(self, url: str, page: Page, ticket: Ticket) -> Picture:
        """An image that `page` names: inside its address (data:), beside the saved file, or on the web.

        Raises CaptureError, Stopped.
        """
        ticket.check()
        most = self._settings.max_picture_mb * 1_000_000
        if choose.scheme(url) == "data":
            return images.inside(url, most)
        beside = local.beside(url, page)
        if beside is not None:
            return images.checked(url, local.read(beside, most))
        return images.checked(url, self._network().picture(choose.web_only(url), page, ticket))

    def close(self) -> None:
        """Cancel what runs and end all connections; whoever waits gets Stopped."""
        with self._lock:
            self._closed = True
            http, self._http = self._http, None
        if http is not None:
            http.close()

    def _network(self) -> Http:
        from clipper.capture.http import Http

        with self._lock:
            if self._closed:
                raise Stopped
            if self._http is None:
                self._http = Http(self._settings, self._vault, self._clock)
            return self._http
