"""A real web server on this computer, for every test: serves what it is told, well or badly.

    with Site() as site:
        site.page("/story.html", "<p>Words")
        site.redirect("/old", "/story.html")
        site.hang("/hang")                      # answers nothing until the site closes
        client.get(site.url("/old"))
        assert site.asked() == ["/old", "/story.html"]

Nothing here waits for time to pass: `wait_for(path)` returns when a request has come in, `release(path)` lets
an answer that was held back go on. Fixture: `site` (import it, or name this module in `pytest_plugins`).
"""

from __future__ import annotations

import gzip
import mimetypes
import ssl
import struct
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

from tests.serving import HTML, Exchange, Lock, Request, Server, is_open

PATIENCE_S = 20
"""How long a test waits for a request that never comes before it fails."""


def png(width: int = 8, height: int = 6, colour: tuple[int, int, int] = (180, 40, 30)) -> bytes:
    """A good PNG of one colour."""
    row = b"\0" + bytes(colour) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * height)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def encode(data: bytes, encoding: str) -> bytes:
    """`data` in a content encoding: gzip, deflate, br, zstd; several are separated by commas."""
    for name in encoding.split(","):
        data = _ENCODERS[name.strip()](data)
    return data


Answer = Callable[[Exchange], None]


class Site:
    """A web site on 127.0.0.1. A folder's files are served; `page` and its like add to them."""

    def __init__(self, folder: Path | None = None, *, context: ssl.SSLContext | None = None) -> None:
        """`context` makes it https."""
        self.folder = folder
        self.requests: list[Request] = []
        self._context = context
        self._answers: dict[str, Answer] = {}
        self._locks: list[Lock] = []
        self._released: dict[str, threading.Event] = {}
        self._news = threading.Condition()
        self._closing = threading.Event()
        self._server: Server | None = None
        self.port = 0

    # Life

    def start(self) -> Site:
        """Begin to answer, on the same port as before if it was stopped."""
        self._closing.clear()
        self._server = Server(self._respond, self.port, self._context)
        self.port = self._server.server_address[1]
        thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="test-site", daemon=True
        )
        thread.start()
        return self

    def stop(self) -> None:
        """End all connections and listen no more."""
        server, self._server = self._server, None
        if server is None:
            return
        self._closing.set()
        server.shutdown()
        server.hang_up()
        server.server_close()
        assert not server.problems, server.problems

    def __enter__(self) -> Site:
        return self.start()

    def __exit__(self, *_problem: object) -> None:
        self.stop()

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self.port}"

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path; `host="localhost"` is another origin for cookies and logins."""
        return f"{self.origin.replace('127.0.0.1', host)}{path}"

    # What it serves

    def answer(self, path: str, answer: Answer) -> str:
        """Have `answer` called for this path (query aside). Answers the address."""
        self._answers[path] = answer
        return self.url(path)

    def page(
        self,
        path: str,
        body: str | bytes,
        *,
        status: int = 200,
        content_type: str | None = HTML,
        headers: Sequence[tuple[str, str]] = (),
    ) -> str:
        """A page, or anything else with a body."""
        data = body.encode() if isinstance(body, str) else body
        return self.answer(
            path, lambda to: to.send(data, status=status, content_type=content_type, headers=headers)
        )

    def picture(self, path: str, data: bytes | None = None, content_type: str = "image/png") -> str:
        """A picture, a small PNG by default."""
        return self.page(path, png() if data is None else data, content_type=content_type)

    def status(self, path: str, status: int, headers: Sequence[tuple[str, str]] = ()) -> str:
        """An error page."""
        return self.page(path, f"<h1>{status}</h1>", status=status, headers=headers)

    def redirect(self, path: str, to: str, status: int = 302, headers: Sequence[tuple[str, str]] = ()) -> str:
        """A redirect."""
        return self.page(path, b"", status=status, headers=(("Location", to), *headers))

    def encoded(self, path: str, body: str | bytes, encoding: str) -> str:
        """A page in a content encoding (see `encode`)."""
        data = body.encode() if isinstance(body, str) else body
        return self.page(path, encode(data, encoding), headers=(("Content-Encoding", encoding),))

    # How it misbehaves

    def raw(self, path: str, data: bytes) -> str:
        """Bytes that need not be HTTP; then the connection is closed."""

        def answer(to: Exchange) -> None:
            to.raw(data)
            to.end()

        return self.answer(path, answer)

    def hang(self, path: str, first: bytes = b"") -> str:
        """`first` (raw bytes), then nothing, until the site stops or `release(path)`."""
        self._released[path] = threading.Event()

        def answer(to: Exchange) -> None:
            to.raw(first)
            self._wait_for_release(path)
            to.end()

        return self.answer(path, answer)

    def hold(self, path: str, body: str | bytes, content_type: str = HTML) -> str:
        """A page whose answer waits for `release(path)`."""
        data = body.encode() if isinstance(body, str) else body
        self._released[path] = threading.Event()

        def answer(to: Exchange) -> None:
            if self._wait_for_release(path):
                to.send(data, content_type=content_type)
            to.end()

        return self.answer(path, answer)

    def release(self, path: str) -> None:
        """Let what `hold` or `hang` keeps back go on, now and from now on."""
        self._released[path].set()

    def cut(self, path: str, body: str | bytes) -> str:
        """Says that it is longer than it is, and ends the connection."""
        data = body.encode() if isinstance(body, str) else body
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\nContent-Length: {len(data) + 100}\r\n\r\n"
        return self.raw(path, head.encode() + data)

    def drip(self, path: str, piece: bytes = b"<p>", start: bytes = b"<!doctype html>") -> str:
        """A body that goes on, slowly, for as long as somebody reads it."""
        return self.answer(path, lambda to: self._endless(to, start, piece, 0.05))

    def endless(self, path: str, piece: bytes = b"<p>words" * 1000, start: bytes = b"<!doctype html>") -> str:
        """A body that goes on, fast, for as long as somebody reads it."""
        return self.answer(path, lambda to: self._endless(to, start, piece, 0))

    def close_after(self, path: str, body: str) -> str:
        """A good answer that keeps the connection open in words, after which it is closed all the same."""

        def answer(to: Exchange) -> None:
            to.send(body.encode())
            to.end()

        return self.answer(path, answer)

    # Logins

    def protect(
        self,
        prefix: str,
        user: str,
        password: str,
        scheme: Literal["basic", "digest"] = "basic",
        *,
        algorithm: str = "MD5",
        stale: int = 0,
    ) -> None:
        """Ask for a login below `prefix`; with `stale`, refuse so many right answers as too old first."""
        self._locks.append(Lock(prefix, user, password, scheme, algorithm, stale=stale))

    # What was asked

    def asked(self) -> list[str]:
        """The paths that were asked for, in order, with their queries."""
        with self._news:
            return [each.path for each in self.requests]

    def requests_of(self, path: str) -> list[Request]:
        """All requests of a path (query aside)."""
        with self._news:
            return [each for each in self.requests if urlsplit(each.path).path == path]

    def wait_for(self, path: str, count: int = 1) -> Request:
        """Return when a path was asked for `count` times; fails after `PATIENCE_S`."""
        with self._news:
            came = self._news.wait_for(lambda: self._count(path) >= count, PATIENCE_S)
        assert came, f"{path} was never asked for; only {self.asked()}"
        return self.requests_of(path)[count - 1]

    def forget(self) -> None:
        """Empty the list of requests."""
        with self._news:
            self.requests.clear()

    # Inside

    def _count(self, path: str) -> int:
        return sum(urlsplit(each.path).path == path for each in self.requests)

    def _note(self, request: Request) -> None:
        with self._news:
            self.requests.append(request)
            self._news.notify_all()

    def _respond(self, to: Exchange) -> None:
        self._note(to.request)
        path = urlsplit(to.request.path).path
        lock = next((each for each in self._locks if path.startswith(each.prefix)), None)
        if lock is not None and not is_open(lock, to):
            return
        answer = self._answers.get(path) or self._answers.get(unquote(path))
        if answer is not None:
            answer(to)
            return
        file = self._file(path)
        if file is None:
            to.send(b"<h1>Not found</h1>", status=404)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        to.send(file.read_bytes(), content_type=HTML if kind == "text/html" else kind)

    def _file(self, path: str) -> Path | None:
        if self.folder is None:
            return None
        found = (self.folder / unquote(path).lstrip("/")).resolve()
        found = found / "index.html" if found.is_dir() else found
        return found if found.is_file() and found.is_relative_to(self.folder.resolve()) else None

    def _wait_for_release(self, path: str) -> bool:
        """True when released, False when the site stops."""
        while not self._closing.is_set():
            if self._released[path].wait(0.02):
                return True
        return False

    def _endless(self, to: Exchange, start: bytes, piece: bytes, pause: float) -> None:
        to.end()
        to.raw(f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\nConnection: close\r\n\r\n".encode() + start)
        while not self._closing.wait(pause):
            to.raw(piece)


_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": lambda data: zstandard.ZstdCompressor().compress(data),
}


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of one test's own."""
    with Site() as site:
        yield site
