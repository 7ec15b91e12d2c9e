"""The news site of the stories: a real web server on this computer, with clutter around its articles."""

from __future__ import annotations

import base64
import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from PIL import Image

LOGIN = ("reader", "s3cret-pässword")

CLUTTER = (
    "No script",
    "Loading, please stand by",
    "share_alt",
    "Follow us everywhere",
    "Be the first to comment",
)


@dataclass(frozen=True)
class Answer:
    """What the server says to one path."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    login: bool = False
    endless: bool = False


@dataclass
class Site:
    """A running server; what it answers can be changed while it runs."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.site = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.host}{path}"

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        """Take the site down."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        path = self.path.partition("?")[0]
        site.asked.append(self.path)
        answer = site.answers.get(path, Answer(b"<p>Not here.</p>", status=404))
        if answer.login and self.headers.get("Authorization") != _basic():
            answer = Answer(b"<p>Who?</p>", status=401, headers=(("WWW-Authenticate", 'Basic realm="x"'),))
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body) + (1000 if answer.endless else 0)))
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)
        if answer.endless:
            site.closing.wait(60)

    def log_message(self, *words: Any) -> None:
        """Say nothing."""


def _basic() -> str:
    return "Basic " + base64.b64encode(":".join(LOGIN).encode()).decode()


def picture() -> bytes:
    """A photograph, 640 by 360."""
    stream = io.BytesIO()
    Image.effect_mandelbrot((640, 360), (-2, -1.2, 1, 1.2), 40).convert("RGB").save(stream, "JPEG")
    return stream.getvalue()


@dataclass(frozen=True)
class Story:
    """An article as its author wrote it."""

    title: str
    paragraphs: tuple[str, ...]
    language: str = "en"
    direction: str = "ltr"
    charset: str = "utf-8"
    byline: str = "By Staff, Agencies"

    @property
    def path(self) -> str:
        """Where the site has it."""
        return f"/{self.language}/story.html"

    def answer(self, host: str) -> Answer:
        """The page: the story in the middle of all that a site puts around one."""
        page = _PAGE.format(
            title=self.title,
            language=self.language,
            direction=self.direction,
            charset=self.charset,
            byline=self.byline,
            address=f"http://{host}{self.path}",
            paragraphs="\n".join(f"<p>{words}</p>" for words in self.paragraphs),
        )
        return Answer(page.encode(self.charset), f"text/html; charset={self.charset}")


def one_object(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The only object of these."""
    assert len(lines) == 1, lines
    return lines[0]


_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head>
<title>{title} | Coast Courier</title>
<link rel="canonical" href="{address}">
<meta property="og:site_name" content="Coast Courier">
<meta property="og:title" content="{title}">
<meta property="article:published_time" content="2026-03-14T09:26:53+03:00">
<meta property="article:section" content="Ports">
</head><body>
<noscript>No script</noscript>
<div class="loader overlay">Loading, please stand by</div>
<nav><a href="/">Home</a> <a href="/ports">Ports</a> <a href="/weather">Weather</a></nav>
<main><article>
<h1>{title}</h1>
<div class="meta"><i class="material-icons">share_alt</i> <a href="/ports">Ports</a></div>
<p class="byline">{byline}</p>
<figure><img src="/pictures/harbour.jpg" alt="" width="640" height="360"><figcaption>1–2–3</figcaption>
</figure>
{paragraphs}
</article></main>
<aside class="social">Follow us everywhere</aside>
<section id="comments"><h3>Be the first to comment</h3><form><textarea></textarea></form></section>
<footer>Coast Courier</footer>
</body></html>"""
