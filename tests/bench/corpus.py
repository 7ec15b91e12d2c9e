"""A corpus of pages with what belongs to their articles, read from a folder.

FOLDER/<set>/pages/<id>.html.gz    the page's bytes
FOLDER/<set>/gold.jsonl            one object a line: `id`, `url`, `site`, `text` or `with` and `without`,
                                   and where known `title`, `byline`, `published`, `charset`
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clipper.article.page import Page
from tests.bench.options import CannotMeasure

UNKNOWN_ADDRESS = "https://unknown.invalid/"
"""The address of a page that tells none; a name that no network answers to."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One page and what a person says of it."""

    folder: Path
    """The set's."""
    id: str
    url: str | None = None
    charset: str | None = None
    """What a server would say in Content-Type."""
    text: str | None = None
    """The whole article; None where only segments of it are known."""
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    title: str | None = None
    byline: str | tuple[str, ...] | None = None
    published: str | None = None

    @property
    def set(self) -> str:
        """Name of the set."""
        return self.folder.name

    def html(self) -> bytes:
        """The page's bytes."""
        return gzip.decompress((self.folder / "pages" / f"{self.id}.html.gz").read_bytes())

    def page(self) -> Page:
        """As a server would have given it."""
        address = self.url or UNKNOWN_ADDRESS
        kind = f"text/html; charset={self.charset}" if self.charset else "text/html"
        return Page(address, address, 200, (("content-type", kind),), self.html(), datetime.now(UTC))


def read(folder: Path) -> list[Gold]:
    """Every page of every set, sets by name, pages as they are listed."""
    lists = sorted(folder.glob("*/gold.jsonl"))
    if not lists:
        raise CannotMeasure(f"{folder} holds no SET/gold.jsonl")
    return [gold for path in lists for gold in _listed(path)]


def _listed(path: Path) -> list[Gold]:
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        return [_gold(path.parent, row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotMeasure(f"{path} cannot be read: {error!r}") from error


def _gold(folder: Path, row: Mapping[str, object]) -> Gold:
    byline = row.get("byline")
    return Gold(
        folder=folder,
        id=str(row["id"]),
        url=_words(row, "url"),
        charset=_words(row, "charset"),
        text=str(row["text"] or "") if "text" in row else None,
        wanted=_segments(row, "with"),
        unwanted=_segments(row, "without"),
        title=_words(row, "title"),
        byline=tuple(map(str, byline)) if isinstance(byline, list) else _words(row, "byline"),
        published=_words(row, "published"),
    )


def _words(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    return str(value) if value else None


def _segments(row: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = row.get(name)
    return tuple(map(str, value)) if isinstance(value, list) else ()
