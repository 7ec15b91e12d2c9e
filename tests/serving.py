"""Inside the test server (`servers.py`): connections, requests, and how a part of a site is locked."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
import secrets
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """A request that came in; header names in lower case."""

    method: str
    path: str
    """With the query."""
    headers: dict[str, str]
    connection: int
    """Requests of one number came over one connection."""


@dataclass(slots=True)
class Exchange:
    """A request to be answered: what an answer written by a test works with."""

    request: Request
    handler: BaseHTTPRequestHandler

    def send(
        self,
        body: bytes,
        *,
        status: int = 200,
        headers: Sequence[tuple[str, str]] = (),
        content_type: str | None = HTML,
    ) -> None:
        """A whole, correct answer."""
        given = {name.lower() for name, _value in headers}
        self.handler.send_response(status)
        if content_type is not None and "content-type" not in given:
            self.handler.send_header("Content-Type", content_type)
        if "content-length" not in given and "transfer-encoding" not in given:
            self.handler.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.handler.send_header(name, value)
        self.handler.end_headers()
        if self.handler.command != "HEAD":
            self.handler.wfile.write(body)

    def raw(self, data: bytes) -> None:
        """These bytes as they are."""
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def end(self) -> None:
        """Close the connection after this answer."""
        self.handler.close_connection = True


class Server(ThreadingHTTPServer):
    """Listens, one thread a connection; hands each request to `respond`."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(
        self, respond: Callable[[Exchange], None], port: int, context: ssl.SSLContext | None
    ) -> None:
        """`port` 0: any that is free."""
        self.respond = respond
        self.context = context
        self.problems: list[BaseException] = []
        """What went wrong in here, apart from clients that went away."""
        self._open: dict[socket.socket, int] = {}
        self._lock = threading.Lock()
        self._counter = 0
        super().__init__(("127.0.0.1", port), BaseHTTPRequestHandler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Number the connection, and serve it on a thread of its own."""
        with self._lock:
            self._counter += 1
            self._open[request] = self._counter
        super().process_request(request, client_address)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Serve one connection; over TLS where there is a context."""
        with self._lock:
            number = self._open.pop(request) if self.context else self._open[request]
        if self.context is None:
            Handler(request, client_address, self, number)
            return
        with self.context.wrap_socket(request, server_side=True) as secure:
            with self._lock:
                self._open[secure] = number
            try:
                Handler(secure, client_address, self, number)
            finally:
                self.shutdown_request(secure)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection."""
        with self._lock:
            self._open.pop(request, None)
        with contextlib.suppress(OSError):
            super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep open."""
        with self._lock:
            connections = list(self._open)
        for each in connections:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Remember what a test must hear of."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, ConnectionError | ssl.SSLError | TimeoutError):
            self.problems.append(error)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "TestSite"
    sys_version = ""
    server: Server

    def __init__(self, request: Any, client_address: Any, server: Server, number: int) -> None:
        """`number` tells connections apart."""
        self.number = number
        super().__init__(request, client_address, server)

    def do_GET(self) -> None:
        """Hand it on."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.respond(Exchange(Request(self.command, self.path, headers, self.number), self))

    def do_HEAD(self) -> None:
        """As GET; `Exchange.send` leaves the body out."""
        self.do_GET()

    def do_POST(self) -> None:
        """As GET, what was posted is thrown away."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """The list of requests is the log."""


@dataclass(slots=True)
class Lock:
    """A part of the site that asks for a login."""

    prefix: str
    user: str
    password: str
    scheme: Literal["basic", "digest"]
    algorithm: str
    nonces: list[str] = field(default_factory=list)
    stale: int = 0
    """So many right answers are refused as too old first."""


def is_open(lock: Lock, to: Exchange) -> bool:
    """Whether the request carries the login; if not, ask for it."""
    given = to.request.headers.get("authorization", "")
    right = _basic_is_right(lock, given) if lock.scheme == "basic" else _digest_is_right(lock, given, to)
    if right and not lock.stale:
        return True
    question = 'Basic realm="Test", charset="UTF-8"'
    if lock.scheme == "digest":
        nonce = secrets.token_hex(8)
        lock.nonces.append(nonce)
        question = f'Digest realm="Test", qop="auth, auth-int", nonce="{nonce}", algorithm={lock.algorithm}'
        if right:
            lock.stale -= 1
            question += ", stale=true"
    to.send(b"<h1>Login</h1>", status=401, headers=(("WWW-Authenticate", question),))
    return False


def _basic_is_right(lock: Lock, given: str) -> bool:
    return given == "Basic " + base64.b64encode(f"{lock.user}:{lock.password}".encode()).decode()


def _digest_is_right(lock: Lock, given: str, to: Exchange) -> bool:
    if not given.startswith("Digest "):
        return False
    said = {
        key: quoted or plain for key, quoted, plain in re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', given)
    }
    kind = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}[lock.algorithm]

    def digest(text: str) -> str:
        return kind(text.encode()).hexdigest()

    first = digest(f"{lock.user}:Test:{lock.password}")
    second = digest(f"{to.request.method}:{to.request.path}")
    middle = ":".join(said.get(each, "") for each in ("nonce", "nc", "cnonce", "qop"))
    return (
        said.get("nonce") == (lock.nonces or [""])[-1]
        and said.get("uri") == to.request.path
        and said.get("response") == digest(f"{first}:{middle}:{second}")
    )
