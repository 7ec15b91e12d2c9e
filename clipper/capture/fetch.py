"""One errand on the web: asks, logs in, follows redirects, reads; every step decides anew what goes to whom.

Cookies live for one errand and go back only to the origin (scheme, host, port) that set them. A login answers
only the origin for which it is kept, and only when that origin asks; a picture is logged in to only on its
page's own origin. A redirect is a step like the first: nothing is carried over to another origin.
"""

from __future__ import annotations

import asyncio
import contextlib
import locale
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpcore
import httpx

from clipper import __version__
from clipper.capture import choose, decoding, kinds, login
from clipper.capture.cookies import Cookies
from clipper.capture.network import on_thread
from clipper.capture.translate import FOREIGN, translated
from clipper.capture.wire import Wire, Zone
from clipper.credentials import Vault, entry
from clipper.errors import (
    ConnectionBroken,
    HttpRefused,
    LoginNeeded,
    LoginRefused,
    NotAPage,
    PageTooBig,
    TimedOut,
    TooManyRedirects,
)
from clipper.settings import Settings

PER_ORIGIN = 6
"""Connections to one origin at once: what browsers settled on."""
NAME = f"Clipper/{__version__} (desktop news clipping)"
"""How Clipper introduces itself: by its own name, not as a browser."""
_REDIRECTS = (301, 302, 303, 307, 308)
_NO_WHOLE_PAGE = (205, 206)
_SHORT = 16_384


@dataclass(frozen=True, slots=True)
class Errand:
    """What to fetch, and under what conditions."""

    url: httpx.URL
    accept: str
    most: int
    """Bytes, after decoding."""
    origin: Zone | None
    """Where the page lies that names it; None: the user does."""
    look: Callable[[httpx.URL, httpx.Headers, bytes], None]
    """Sees the first bytes; raises CaptureError if that is not what was wanted."""
    referer: str | None = None
    login_at: tuple[str, ...] | None = None
    """The only origins to log in to; None: any for which a login is kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came in the end; `url` is after redirects."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    body: bytes


@dataclass(slots=True)
class _Journey:
    """What is remembered from one redirect to the next."""

    errand: Errand
    url: httpx.URL
    origin: Zone | None
    cookies: dict[str, Cookies] = field(default_factory=dict)
    """By origin."""
    seen: set[tuple[str, str]] = field(default_factory=set)
    """Addresses with the cookies that went along: the same twice is a circle."""


class Fetcher:
    """Runs errands; lives on the network's loop."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        """Opens nothing yet."""
        self._settings, self._vault = settings, vault
        self._wire = Wire()
        self._turns: dict[str, asyncio.Semaphore] = {}
        self._headers = _introduction(settings)

    async def fetch(self, errand: Errand) -> Answer:
        """The answer after redirects. Raises CaptureError, VaultError."""
        journey = _Journey(errand, errand.url, errand.origin)
        try:
            async with asyncio.timeout(self._settings.page_timeout_s):
                return await self._travel(journey)
        except TimeoutError as error:
            raise TimedOut(journey.url.host, self._settings.page_timeout_s) from error

    async def zone_of(self, url: httpx.URL) -> Zone:
        """How far inside the network an address lies."""
        return await self._wire.zone_of(url.raw_host.decode("ascii"))

    async def close(self) -> None:
        """End all connections."""
        await self._wire.close()

    async def _travel(self, journey: _Journey) -> Answer:
        for _step in range(self._settings.max_redirects + 1):
            answer = await self._step(journey)
            if isinstance(answer, Answer):
                return answer
            journey.origin = await self.zone_of(journey.url)
            journey.url = answer
        raise TooManyRedirects(str(journey.errand.url))

    async def _step(self, journey: _Journey) -> Answer | httpx.URL:
        """Ask one address: what it answers, or where it sends us."""
        url = journey.url
        try:
            async with self._turn(url), self._asked(journey) as response:
                target = _target(url, response)
                return target if target is not None else await self._read(journey, response)
        except FOREIGN as error:
            raise translated(error, url, self._settings) from error

    @contextlib.asynccontextmanager
    async def _turn(self, url: httpx.URL) -> AsyncIterator[None]:
        """Wait until fewer than PER_ORIGIN errands are at this origin."""
        turns = self._turns.setdefault(origin_of(url), asyncio.Semaphore(PER_ORIGIN))
        async with turns:
            yield

    @contextlib.asynccontextmanager
    async def _asked(self, journey: _Journey) -> AsyncIterator[httpx.Response]:
        """The server's answer, logged in where it asks for that and a login is kept."""
        request = self._request(journey)
        response = await self._send(request, journey.origin)
        try:
            tries = 0
            while response.status_code == 401:
                header = await self._login(journey, request, response, tries)
                await _finish(response)
                request = self._request(journey)
                request.headers["Authorization"] = header
                response = await self._send(request, journey.origin)
                tries += 1
            _take_cookies(journey, response)
            yield response
        finally:
            await _finish(response)

    def _request(self, journey: _Journey) -> httpx.Request:
        errand, url = journey.errand, journey.url
        request = httpx.Request("GET", url, headers={**self._headers, "Accept": errand.accept})
        if errand.referer:
            request.headers["Referer"] = errand.referer
        cookies = journey.cookies.get(origin_of(url))
        if cookies is not None and cookies.header:
            request.headers["Cookie"] = cookies.header
        seconds = self._settings
        request.extensions["timeout"] = {
            "connect": seconds.connect_timeout_s,
            "read": seconds.read_timeout_s,
            "write": seconds.read_timeout_s,
            "pool": None,
        }
        return request

    async def _send(self, request: httpx.Request, origin: Zone | None) -> httpx.Response:
        """Send; once more if a connection that was kept open turns out to be broken."""
        fresh: list[str] = []

        async def note(event: str, _details: object) -> None:
            if event == "connection.connect_tcp.started":
                fresh.append(event)

        request.extensions["trace"] = note
        try:
            return await self._wire.send(request, origin)
        except (httpcore.NetworkError, httpcore.RemoteProtocolError):
            if fresh:
                raise
        return await self._wire.send(request, origin)

    async def _login(
        self, journey: _Journey, request: httpx.Request, response: httpx.Response, tries: int
    ) -> str:
        """The header that answers the server's question. Raises LoginNeeded, LoginRefused, HttpRefused."""
        origin, only = origin_of(journey.url), journey.errand.login_at
        offered = login.challenges(response.headers.get_list("www-authenticate"))
        if not offered:
            raise HttpRefused(response.status_code, journey.url.host)
        if only is not None and origin not in only:
            raise LoginNeeded(entry(origin))
        kept = await on_thread(lambda: self._vault.login_for(origin))
        if kept is None:
            raise LoginNeeded(entry(origin))
        if tries > 1 or (tries == 1 and not any(each.stale for each in offered)):
            raise LoginRefused(entry(origin))
        for challenge in offered:
            header = login.authorization(request, challenge, kept)
            if header is not None:
                return header
        raise HttpRefused(response.status_code, journey.url.host)

    async def _read(self, journey: _Journey, response: httpx.Response) -> Answer:
        """The body, decoded, up to the errand's limit. Raises CaptureError."""
        url, status = journey.url, response.status_code
        if not 200 <= status < 300 or status in _NO_WHOLE_PAGE:
            raise HttpRefused(status, url.host)
        try:
            body = await _body(journey, response)
        except decoding.TooMuch as error:
            raise PageTooBig(str(url), journey.errand.most // 1_000_000) from error
        except decoding.Damaged as error:
            raise ConnectionBroken(url.host) from error
        except decoding.Unknown as error:
            raise NotAPage(
                str(url), f"{kinds.media_type(response.headers.get('content-type'))} ({error})"
            ) from error
        return Answer(url, status, response.headers, body)


def origin_of(url: httpx.URL) -> str:
    """Scheme, host and port: `https://news.example`, `http://127.0.0.1:8000`."""
    host = url.raw_host.decode("ascii")
    shown = f"[{host}]" if ":" in host else host
    return f"{url.scheme}://{shown}{'' if url.port is None else f':{url.port}'}"


async def _body(journey: _Journey, response: httpx.Response) -> bytes:
    """Raises what `decoding` raises, and CaptureError of the errand's look."""
    errand, body, looked, wire = journey.errand, bytearray(), False, 0
    if _number(response.headers.get("content-length")) > errand.most:
        raise decoding.TooMuch
    decoder = decoding.Decoder(response.headers.get("content-encoding", ""), errand.most)
    async for piece in response.stream:  # type: ignore[union-attr]
        wire += len(piece)
        body += decoder.feed(piece)
        if wire > errand.most or len(body) > errand.most:
            raise decoding.TooMuch
        if not looked and len(body) >= kinds.ENOUGH:
            errand.look(journey.url, response.headers, bytes(body[: kinds.ENOUGH]))
            looked = True
    body += decoder.end()
    if not looked:
        errand.look(journey.url, response.headers, bytes(body[: kinds.ENOUGH]))
    return bytes(body)


async def _finish(response: httpx.Response) -> None:
    """Close; a short answer that nobody read is read first, so that its connection can serve again."""
    unread = response.status_code in (401, *_REDIRECTS) and "content-length" in response.headers
    if unread and _number(response.headers["content-length"]) <= _SHORT and not response.is_closed:
        with contextlib.suppress(*FOREIGN):
            async for _piece in response.stream:  # type: ignore[union-attr]
                pass
    await response.aclose()


def _target(url: httpx.URL, response: httpx.Response) -> httpx.URL | None:
    """Where the answer sends us, None if it is no redirect. Raises BadAddress, HttpRefused."""
    if response.status_code not in _REDIRECTS:
        return None
    location = response.headers.get("location", "").strip()
    if not location:
        raise HttpRefused(response.status_code, url.host)
    try:
        joined = urljoin(str(url), location)
    except ValueError:
        joined = location
    target = httpx.URL(choose.web_only(joined))
    return target if target.fragment or not url.fragment else target.copy_with(fragment=url.fragment)


def _take_cookies(journey: _Journey, response: httpx.Response) -> None:
    """Keep the cookies for this origin; the same address with the same cookies again is a circle."""
    sent = response.request.headers.get("cookie", "")
    visit = str(journey.url), sent
    if visit in journey.seen and response.status_code in _REDIRECTS:
        raise TooManyRedirects(str(journey.errand.url))
    journey.seen.add(visit)
    cookies = journey.cookies.setdefault(origin_of(journey.url), Cookies(journey.url.host))
    cookies.take(response.headers.get_list("set-cookie"))


def _introduction(settings: Settings) -> dict[str, str]:
    wanted = settings.user_agent.encode("ascii", "ignore").decode("ascii")
    return {
        "User-Agent": " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", wanted).split()) or NAME,
        "Accept-Language": _languages(),
        "Accept-Encoding": decoding.KNOWN,
    }


def _languages() -> str:
    """The user's language first, English next, anything rather than nothing."""
    own = (locale.getlocale()[0] or "").replace("_", "-")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", own):
        return "en, *;q=0.5"
    if own.startswith("en"):
        return f"{own}, en;q=0.9, *;q=0.5"
    return f"{own}, {own.partition('-')[0]};q=0.9, en;q=0.7, *;q=0.5"


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
