"""Runs other article cleaners, in an environment of their own: `python -P peer_program.py PEER,PEER`.

Reads pages from stdin, one after the other: a line of JSON (`peer`, `url`, `charset`, `length`), then the
page's bytes; answers each with a line of JSON (`text title byline published`, `seconds` of CPU time for the
text alone). Ends when stdin does. Knows nothing of Clipper: no name of its packages is to be had here.
"""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

Text = Callable[[bytes, "str | None", "str | None"], "str | None"]
BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul"
)
"""Elements before and after which a line ends."""


def main(names: str) -> int:
    """Answer until nothing more is asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks ends it, by closing stdin
    logging.disable()
    works = {name: PEERS[name]() for name in names.split(",")}
    print(json.dumps({"ready": True}), flush=True)
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        html = sys.stdin.buffer.read(asked["length"])
        text, known = works[asked["peer"]]
        print(json.dumps(answer(text, known, html, asked["charset"], asked["url"])), flush=True)
    return 0


def answer(
    text: Text, known: Callable[..., dict[str, Any]], html: bytes, *page: str | None
) -> dict[str, Any]:
    """What one peer makes of one page. A peer that fails has found nothing, and says why."""
    before = time.process_time()
    failed = None
    try:
        found = text(html, *page)
    except Exception as error:
        found, failed = None, repr(error)
    seconds = time.process_time() - before
    try:
        fields = known(html, *page)
    except Exception as error:
        fields, failed = {}, repr(error)
    return {"text": found or "", "seconds": seconds, "failed": failed, **fields}


def trafilatura(*, fast: bool = False) -> tuple[Text, Callable[..., dict[str, Any]]]:
    """Its text as `extract` gives it, but for comments, which no gold text has; `extract_metadata` aside."""
    from trafilatura import extract
    from trafilatura.metadata import extract_metadata

    def text(html: bytes, charset: str | None, url: str | None) -> str | None:
        page = decoded(html, charset)
        found: str | None = extract(page, url=url, fast=fast, include_comments=False)
        return found

    def known(html: bytes, charset: str | None, url: str | None) -> dict[str, Any]:
        found = extract_metadata(decoded(html, charset), default_url=url)
        return {"title": found.title, "byline": found.author, "published": found.date}

    return text, known


def readability_lxml() -> tuple[Text, Callable[..., dict[str, Any]]]:
    """Its summary as text, a line a block."""
    from readability import Document

    def text(html: bytes, charset: str | None, url: str | None) -> str | None:
        return as_text(Document(decoded(html, charset), url=url).summary())

    def known(html: bytes, charset: str | None, url: str | None) -> dict[str, Any]:
        document = Document(decoded(html, charset), url=url)
        author = document.author()
        return {"title": document.title(), "byline": None if author == "[no-author]" else author}

    return text, known


def decoded(html: bytes, charset: str | None) -> bytes | str:
    """Text where the server tells the charset; else it is the peer's to find."""
    return html.decode(charset, "replace") if charset else html


def as_text(html: str) -> str:
    """The text of a summary, blocks in lines of their own."""
    from lxml.html import fromstring

    parts: list[str] = []
    for event, element in walk(fromstring(html)):
        parts.append("\n" if BLOCK.fullmatch(str(element.tag)) else "")
        parts.append((element.text if event == "start" else element.tail) or "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def walk(root: Any) -> Any:
    """Starts and ends of the elements in order; comments have no text of their own."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("start", "end"):
            yield event, element
        else:
            yield "end", element


PEERS: dict[str, Callable[[], tuple[Text, Callable[..., dict[str, Any]]]]] = {
    "trafilatura": trafilatura,
    "trafilatura-fast": lambda: trafilatura(fast=True),
    "readability-lxml": readability_lxml,
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except BrokenPipeError:  # whoever asked has gone
        os._exit(0)
