"""The pages that the model learns from: those of a corpus, and those that the tests build."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from clipper.article.page import Page
from clipper.clean import addresses, container, layout, metadata, page_lines, parse
from clipper.clean.container import Container
from clipper.clean.layout import Layout
from clipper.clean.text import is_spaceless


@dataclass(frozen=True, eq=False)
class Example:
    """One page with what is known of it."""

    group: str
    ident: str
    site: str
    layout: Layout
    container: Container
    title: str
    text: str | None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    root: Any = field(default=None, repr=False)
    """Keeps lxml's tree alive."""

    @property
    def key(self) -> tuple[str, str]:
        """Group and name."""
        return self.group, self.ident

    @property
    def is_partly_known(self) -> bool:
        """Only some segments are known to be wanted or not."""
        return self.text is None


def from_corpus(folder: Path) -> Iterator[Example]:
    """All pages of all sets."""
    for gold in sorted(folder.glob("*/gold.jsonl")):
        for line in gold.read_text("utf-8").splitlines():
            row = json.loads(line)
            raw = gzip.decompress((gold.parent / "pages" / f"{row['id']}.html.gz").read_bytes())
            yield _example(gold.parent.name, row, raw)


def from_forms() -> Iterator[Example]:
    """The tests' forms of one article, each a site of its own."""
    from tests.unit.clean.test_page_forms import ALL, WORDS

    text = "\n".join(WORDS.paragraphs)
    for name, build in ALL.items():
        row = {"id": name, "site": f"{name}.test", "url": "https://news.example/harbour", "text": text}
        yield _example("forms", row, build(WORDS).encode())


def _example(group: str, row: dict[str, Any], raw: bytes) -> Example:
    url = row.get("url") or "http://example.org/page"
    charset = row.get("charset")
    headers = (("content-type", f"text/html; charset={charset}"),) if charset else ()
    page = Page(url, url, 200, headers, raw, datetime.now(UTC))
    root = parse.tree_of(page)
    read = layout.read(root)
    known = metadata.read(root, page, url, addresses.base_of(root, url), page_lines.lines_of(read))
    found = container.choose(read, spaceless=is_spaceless(" ".join(read.texts[:200])[:4000]))
    wanted, unwanted = tuple(row.get("with", ())), tuple(row.get("without", ()))
    title, text = known.title or "", row.get("text")
    return Example(group, row["id"], row["site"], read, found, title, text, wanted, unwanted, root)
