"""The guided demonstration: Clipper's sample page is served, clipped, shown and bound, all for real."""

from __future__ import annotations

import shlex
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from clipper.article.clip import Clip, Filing
from clipper.cli.endings import OK
from clipper.cli.output import one_line
from clipper.cli.session import Session
from clipper.i18n import _, date_words, ngettext
from clipper.jobs import Ticket
from clipper.operations import clip_page, export, find
from clipper.operations.desk import Desk
from clipper.resources import resource

SHOWN = 90
"""Columns shown of a piece that was stripped."""


def demonstrate(session: Session) -> int:
    """Clip the sample page into a new library, say what was kept and stripped, write the PDF."""
    named = session.named
    folder = named.absolute().parent if named else Path(tempfile.mkdtemp(prefix="clipper-demo-"))
    ours = session if named else replace(session, named=folder / "library")
    pdf = folder / "press-review.pdf"
    say = session.output.line
    with _served(resource("sample")) as address, ours.desk() as desk:
        say(_("A web server on this computer serves Clipper's sample, a news page with all its clutter:"))
        say(f"  {address}")
        clip = _clipped(desk, address)
        _tell_kept(session, clip)
        _tell_stripped(session, clip)
        export.export(desk, [clip.row.id], "pdf", pdf, Ticket(session.status.progress))
    session.status.clear()
    say()
    say(_("The web server is gone; the library has the article, its pictures and the page as it came:"))
    say(f"  {ours.library}")
    say(_("And this is the press review made of it:"))
    say(f"  {pdf}")
    say()
    say(_("Go on with:"))
    say(f'  {_command()} --library "{ours.library}" show {clip.row.id}')
    return OK


def _command() -> str:
    """How this program is called: by its name where the shell finds it so, else by its path."""
    return "clipper" if shutil.which("clipper") else shlex.quote(sys.argv[0])


def _clipped(desk: Desk, address: str) -> Clip:
    result = clip_page.clip(desk, address, Filing(collections=(_("Demonstration"),)))
    if result.error is not None:
        raise result.error
    assert result.clip is not None
    return find.open_clip(desk, result.clip)


def _tell_kept(session: Session, clip: Clip) -> None:
    row, say = clip.row, session.output.line
    fetched = sum(1 for image in clip.images if image.sha256)
    say()
    say(_("Kept:"))
    for label, value in (
        (_("title"), row.title),
        (_("by"), ", ".join(row.byline)),
        (_("published"), date_words(row.published) if row.published else None),
        (_("section"), row.section),
        (_("text"), ngettext("{count} word", "{count} words", row.words)),
        (_("pictures"), str(fetched)),
    ):
        if value:
            say(f"  {label}: {one_line(value)}")


def _tell_stripped(session: Session, clip: Clip) -> None:
    session.output.line()
    session.output.line(_("Stripped, and why:"))
    for removal in clip.removals:
        words = one_line(removal.text)
        session.output.line(f"  {removal.rule}: {words[:SHOWN]}{'…' if len(words) > SHOWN else ''}")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of the sample page, for as long as it is served on this computer only."""
    page = min(folder.glob("*.html"), key=lambda file: (file.stem != "article", file.name))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{page.name}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_words: object) -> None:
        return
