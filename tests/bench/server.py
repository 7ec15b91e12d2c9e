"""The sample page of the repository on a server of its own: `/7/article.html` is its seventh edition.

An edition has its own canonical address, so that a library takes each for another article.
`python -m tests.bench.server` prints the port and serves until it is ended.
"""

from __future__ import annotations

import contextlib
import mimetypes
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from clipper.resources import resource

CANONICAL = re.compile(rb'((?:rel="canonical" href|property="og:url" content)=")[^"]*(")')


class Editions(BaseHTTPRequestHandler):
    """Answers with the files of the sample."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """`/EDITION/path` -> the file at `path`."""
        edition, _, path = self.path.lstrip("/").partition("/")
        folder = resource("sample")
        file = (folder / path).resolve()
        if not file.is_relative_to(folder) or not file.is_file():
            self.send_error(404)
            return
        self._answer(file, edition)

    def log_message(self, *_words: object) -> None:
        """Say nothing of it."""

    def _answer(self, file: Path, edition: str) -> None:
        body = file.read_bytes()
        if file.suffix == ".html":
            here = f"http://127.0.0.1:{self.server.server_port}/{edition}/{file.name}"  # type: ignore[attr-defined]
            body = CANONICAL.sub(rb"\g<1>" + here.encode() + rb"\2", body)
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """A server in a process of its own: its address, and its process number, whose CPU time is not ours."""
    command = [sys.executable, "-m", "tests.bench.server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}", server.pid
        finally:
            server.terminate()


def page_name() -> str:
    """The file name of the sample page."""
    pages = sorted(resource("sample").glob("*.html"), key=lambda file: (file.stem != "article", file.name))
    return pages[0].name


if __name__ == "__main__":
    with ThreadingHTTPServer(("127.0.0.1", 0), Editions) as listening:
        print(listening.server_port, flush=True)
        listening.serve_forever()
