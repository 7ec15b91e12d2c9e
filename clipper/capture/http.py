"""The web: an address -> a Page, or a picture's bytes. Called from any thread; works on the network's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import httpx

from clipper.article.page import Page
from clipper.capture import choose, kinds, refresh
from clipper.capture.choose import WebAddress
from clipper.capture.fetch import Answer, Errand, Fetcher, origin_of
from clipper.capture.network import Network
from clipper.capture.wire import Zone
from clipper.credentials import Vault
from clipper.errors import (
    BadAddress,
    EmptyPage,
    LoginNeeded,
    PictureBad,
    VaultError,
)
from clipper.jobs import Ticket
from clipper.settings import Settings

PAGES = "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1"
PICTURES = "image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1"
_UNKEPT_HEADERS = ("set-cookie", "set-cookie2", "www-authenticate", "authentication-info")
_BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf\xfe\xff"


class Http:
    """Fetches pages and pictures over HTTP."""

    def __init__(self, settings: Settings, vault: Vault, clock: Callable[[], datetime]) -> None:
        """Opens nothing yet."""
        self._settings, self._clock = settings, clock
        self._fetcher = Fetcher(settings, vault)
        self._network = Network(self._fetcher.close)

    def page(self, address: WebAddress, ticket: Ticket, named_by: Page | None) -> Page:
        """The page at an address. Raises CaptureError, VaultError, Stopped."""
        url = _url(address)

        async def work() -> Answer:
            origin = None if named_by is None else await self._zone(named_by.final_url)
            return await self._page(url, origin)

        answer = self._network.run(work, ticket)
        if answer.status == 204 or not answer.body.strip(_BLANK):
            raise EmptyPage(str(answer.url))
        headers = tuple(
            (name.lower(), value)
            for name, value in answer.headers.multi_items()
            if name.lower() not in _UNKEPT_HEADERS
        )
        return Page(address, str(answer.url), answer.status, headers, answer.body, self._clock())

    def picture(self, address: WebAddress, page: Page, ticket: Ticket) -> bytes:
        """The bytes of a picture that `page` names. Raises CaptureError, Stopped."""
        url = _url(address)
        own = _url_or_none(page.final_url)
        most = self._settings.max_picture_mb * 1_000_000

        async def work() -> Answer:
            return await self._fetcher.fetch(
                Errand(
                    url,
                    PICTURES,
                    most,
                    await self._zone(page.final_url),
                    _look_for_picture,
                    referer=_referer(own, url),
                    login_at=(origin_of(own) if own else "",),
                )
            )

        try:
            return self._network.run(work, ticket).body
        except VaultError as error:
            raise LoginNeeded(url.host) from error

    def close(self) -> None:
        """Cancel what runs, end all connections."""
        self._network.close()

    async def _page(self, url: httpx.URL, origin: Zone | None) -> Answer:
        """The answer; a page that only sends its reader on is followed like a redirect."""
        most = self._settings.max_page_bytes
        answer = await self._fetcher.fetch(Errand(url, PAGES, most, origin, _look_for_page))
        for _step in range(refresh.MOST):
            target = refresh.sent_on(str(answer.url), answer.headers.get("refresh"), answer.body)
            if target is None:
                break
            origin = await self._zone(str(answer.url))
            answer = await self._fetcher.fetch(Errand(_url(target), PAGES, most, origin, _look_for_page))
        return answer

    async def _zone(self, address: str) -> Zone:
        """Where a page lies: a saved one that does not say where it came from, on this computer."""
        url = _url_or_none(address)
        return Zone.THIS_COMPUTER if url is None else await self._fetcher.zone_of(url)


def _url(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
        if len(str(url)) > 20_000:
            raise BadAddress(address[:500])
        return url
    except (httpx.InvalidURL, ValueError) as error:  # UnicodeError is one
        raise BadAddress(address[:500]) from error


def _url_or_none(address: str) -> httpx.URL | None:
    return _url(address) if choose.scheme(address) in ("http", "https") else None


def _referer(page: httpx.URL | None, target: httpx.URL) -> str | None:
    """The page's origin, as some sites give pictures only to their own pages; never over an open line."""
    if page is None or (page.scheme == "https" and target.scheme != "https"):
        return None
    return f"{origin_of(page)}/"


def _look_for_page(url: httpx.URL, headers: httpx.Headers, start: bytes) -> None:
    if start.strip(_BLANK):
        kinds.check(str(url), headers.get("content-type"), start)


def _look_for_picture(url: httpx.URL, _headers: httpx.Headers, start: bytes) -> None:
    """By the bytes alone: servers say anything of pictures."""
    found = kinds.by_bytes(start)
    if not start or (found is not None and not found.startswith("image/")) or found == "image/svg+xml":
        raise PictureBad(str(url))
