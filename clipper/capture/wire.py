"""Connections: TLS by the system's certificates, HTTP/1.1 and HTTP/2, and the rule of who may reach what.

The rule (what others call SSRF): the address that the user gives may be anywhere. From there on, a redirect,
a picture or a continuation may lead outwards, to the public web, and to what lies no further inside than the
page that names it: a page of this computer may name addresses of this computer and of the private network, a
page of the private network others of that network, a page of the public web only the public web. Link-local
addresses (169.254.169.254 hands out secrets in data centres) are reached from link-local ones only. Judged is
the IP address that is connected to, not the name, so that a name that changes its mind does not help. Behind
a proxy only the proxy knows that address: there, names and addresses are judged as they are written.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Iterable
from enum import IntEnum
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx
import truststore

from clipper.capture.network import on_thread
from clipper.credentials import is_this_computer
from clipper.errors import InsideNetwork

NEXT_ADDRESS_S = 0.25
"""A host with several addresses: how long one may be silent before the next is tried beside it (RFC 8305)."""


class Zone(IntEnum):
    """How far inside an address lies."""

    PUBLIC = 0
    PRIVATE = 1
    THIS_COMPUTER = 2
    LINK_LOCAL = 3


def zone(ip: str) -> Zone:
    """Where an IP address lies; one that carries an IPv4 address inside counts as that."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated_v4(address)
        if inner is not None:
            return zone(str(inner))
    if address.is_loopback or address.is_unspecified:
        return Zone.THIS_COMPUTER
    if address.is_link_local or address.is_multicast:
        return Zone.LINK_LOCAL
    return Zone.PUBLIC if address.is_global else Zone.PRIVATE


def _translated_v4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def may_reach(origin: Zone | None, target: Zone) -> bool:
    """The rule; `origin` None is the user."""
    if origin is None or target is Zone.PUBLIC:
        return True
    if Zone.LINK_LOCAL in (origin, target):
        return origin is target
    return target <= origin


class Wire:
    """Sends requests. Connections that were opened for the user are never lent to what a page names."""

    def __init__(self) -> None:
        """Used on the network's loop only."""
        self._zones: dict[str, Zone] = {}
        self._pools: dict[tuple[Zone | None, str | None], httpcore.AsyncConnectionPool] = {}
        self._context: ssl.SSLContext | None = None

    async def send(self, request: httpx.Request, origin: Zone | None) -> httpx.Response:
        """The answer, its body still to be read. Raises httpcore's errors, OSError, InsideNetwork."""
        host = request.url.raw_host.decode("ascii")
        proxy = _proxy(request.url)
        if proxy is not None and not may_reach(origin, _written_zone(host)):
            raise InsideNetwork(host)
        answer = await self._pool(origin, proxy).handle_async_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=b"",
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), request=request)

    async def zone_of(self, host: str) -> Zone:
        """Where a host lies: as it was when it was first connected to, else by its name now."""
        if host not in self._zones:
            try:
                addresses = await _addresses(host, 443)
            except OSError:
                return _written_zone(host)
            self._zones[host] = min(zone(ip) for ip in addresses)
        return self._zones[host]

    async def close(self) -> None:
        """End all connections."""
        for pool in self._pools.values():
            await pool.aclose()
        self._pools.clear()

    def _pool(self, origin: Zone | None, proxy: str | None) -> httpcore.AsyncConnectionPool:
        key = origin, proxy
        if key not in self._pools:
            self._pools[key] = self._new_pool(origin, proxy)
        return self._pools[key]

    def _new_pool(self, origin: Zone | None, proxy: str | None) -> httpcore.AsyncConnectionPool:
        if self._context is None:
            self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if proxy is None:
            return httpcore.AsyncConnectionPool(
                ssl_context=self._context,
                max_connections=None,
                max_keepalive_connections=20,
                keepalive_expiry=15,
                http2=True,
                network_backend=_Guard(origin, self._zones),
            )
        return _through(proxy, self._context)


def _through(proxy: str, context: ssl.SSLContext) -> httpcore.AsyncConnectionPool:
    """The way through the system's proxy, which may want a login of its own (in its address)."""
    chosen = httpx.Proxy(proxy)
    url = chosen.url
    return httpcore.AsyncHTTPProxy(
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        proxy_auth=chosen.raw_auth,
        ssl_context=context,
        max_connections=None,
        keepalive_expiry=15,
        http2=True,
    )


def _proxy(url: httpx.URL) -> str | None:
    """The proxy that the system wants for this address; never for this computer."""
    if is_this_computer(url.host):
        return None
    proxies = getproxies()
    found = proxies.get(url.scheme) or proxies.get("all")
    if not found or proxy_bypass(url.host):
        return None
    return found if "://" in found else f"http://{found}"


def _written_zone(host: str) -> Zone:
    if is_this_computer(host):
        return Zone.THIS_COMPUTER
    try:
        return zone(host.strip("[]"))
    except ValueError:
        return Zone.PUBLIC


async def _addresses(host: str, port: int) -> list[str]:
    """All IP addresses of a host, in the system's order. Raises OSError."""
    found = await on_thread(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class _Guard(httpcore.AsyncNetworkBackend):
    """Looks a name up and connects to an address of it that the rule allows."""

    def __init__(self, origin: Zone | None, zones: dict[str, Zone]) -> None:
        self._origin, self._zones = origin, zones
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                allowed = [ip for ip in await _addresses(host, port) if may_reach(self._origin, zone(ip))]
                if not allowed:
                    raise InsideNetwork(host)
                ip, stream = await self._first(allowed, port)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        self._zones.setdefault(host, zone(ip))
        return _Stream(stream)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _first(self, addresses: list[str], port: int) -> tuple[str, httpcore.AsyncNetworkStream]:
        """The first address that answers; the others are given up. Raises the last one's error."""
        waiting = list(addresses)
        running: dict[asyncio.Task[httpcore.AsyncNetworkStream], str] = {}
        problem: BaseException = OSError()
        try:
            while waiting or running:
                if waiting:
                    ip = waiting.pop(0)
                    running[asyncio.create_task(self._sockets.connect_tcp(ip, port))] = ip
                done, _rest = await asyncio.wait(
                    running, timeout=NEXT_ADDRESS_S if waiting else None, return_when=asyncio.FIRST_COMPLETED
                )
                for task in done:
                    ip = running.pop(task)
                    found = task.exception()
                    if found is None:
                        return ip, task.result()
                    problem = found
            raise problem
        finally:
            await _give_up(running)


async def _give_up(running: Iterable[asyncio.Task[httpcore.AsyncNetworkStream]]) -> None:
    """Cancel attempts; one that came through at that very moment is closed."""
    tasks = list(running)
    for task in tasks:
        task.cancel()
    for stream in await asyncio.gather(*tasks, return_exceptions=True):
        if not isinstance(stream, BaseException):
            await stream.aclose()


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that is closed when the user cancels in the middle of the TLS handshake: httpcore leaves
    it open then."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self.read = inner.read  # type: ignore[method-assign]
        self.write = inner.write  # type: ignore[method-assign]
        self.aclose = inner.aclose  # type: ignore[method-assign]
        self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            return await self._inner.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._inner.aclose()
            raise


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._answer.aiter_stream():
            yield piece

    async def aclose(self) -> None:
        await self._answer.aclose()
