"""The yardstick: the same path with the bare libraries and no care for anything.

`python -m tests.bench.plain URL FOLDER` fetches a page and its pictures, parses it, keeps it in SQLite and
typesets its words: what nobody could do with less while using the same parts.
"""

from __future__ import annotations

import io
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import urljoin

import httpx
import typst
from bs4 import BeautifulSoup
from PIL import Image

PAPER = '#set page("a4")\n#set text(font: ("Noto Serif", "Libertinus Serif"))\n#set par(justify: true)\n'
TABLE = "CREATE TABLE IF NOT EXISTS clip (id INTEGER PRIMARY KEY, url TEXT, text TEXT, html TEXT, raw BLOB)"


def fetch(client: httpx.Client, url: str) -> bytes:
    """One request, whole; over a connection that stays open."""
    return client.get(url).content


def fetch_picture(client: httpx.Client, url: str) -> bytes:
    """One picture, seen to be one."""
    data = fetch(client, url)
    with Image.open(io.BytesIO(data)) as picture:
        picture.verify()
    return data


def parse(html: bytes) -> BeautifulSoup:
    """The whole page as a tree."""
    return BeautifulSoup(html, "lxml")


def picture_addresses(soup: BeautifulSoup, url: str) -> list[str]:
    """What the page's img elements name, over http."""
    found = [urljoin(url, str(image["src"])) for image in soup.find_all("img", src=True)]
    return [address for address in dict.fromkeys(found) if address.startswith("http")]


def keep(folder: Path, url: str, text: str, html: bytes) -> None:
    """One row, one transaction."""
    with closing(sqlite3.connect(folder / "plain.db")) as database, database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute(TABLE)
        row = (url, text, html.decode("utf-8", "replace"), html)
        database.execute("INSERT INTO clip (url, text, html, raw) VALUES (?, ?, ?, ?)", row)


def typeset(paragraphs: Sequence[str], target: Path) -> None:
    """The words as plain paragraphs."""
    words = "\n\n".join(f"#{_quoted(each)}" for each in paragraphs)
    source = target.with_suffix(".typ")
    source.write_text(PAPER + words, "utf-8")
    typst.compile(str(source), output=str(target))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main(url: str, folder: Path) -> None:
    """All of it."""
    with httpx.Client() as client:
        html = fetch(client, url)
        soup = parse(html)
        for number, address in enumerate(picture_addresses(soup, url)):
            (folder / str(number)).write_bytes(fetch_picture(client, address))
    paragraphs = [each.get_text(" ", strip=True) for each in soup.find_all(["h1", "h2", "h3", "p", "li"])]
    keep(folder, url, "\n".join(paragraphs), html)
    typeset(paragraphs, folder / "plain.pdf")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
