"""From the address of a page to a stored clip and its PDF, step by step, in CPU seconds per article."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import httpx

from clipper import wiring
from clipper.article.article import Article, Guidance
from clipper.article.clip import ClipId, ClipImage, Filing, NewClip
from clipper.article.page import Page, Picture
from clipper.jobs import Ticket
from clipper.operations import export
from clipper.operations.desk import Desk
from clipper.settings import Settings
from clipper.store import clips
from tests.bench import plain
from tests.bench.figure import Figure
from tests.bench.processor import spent
from tests.bench.server import page_name, serving

T = TypeVar("T")
R = TypeVar("R")
ROUNDS = 12
"""Articles that a step is measured on."""
CALLS = 3
"""Books and whole calls are fewer: each starts a process of its own."""


@dataclass(frozen=True)
class Meter:
    """Measures CPU seconds, those of the server left out."""

    server: int
    """Its process number."""

    def each(self, work: Callable[[T], R], inputs: Iterable[T]) -> tuple[float, list[R]]:
        """The mean of `work` over the inputs, and what it answered."""
        results: list[R] = []
        given = list(inputs)
        seconds = spent(lambda: results.extend(work(one) for one in given), frozenset({self.server}))
        return seconds / len(given), results


def figures(asked: argparse.Namespace) -> list[Figure]:
    """Every step beside the bare library under it, then the whole call beside the bare whole."""
    with serving() as (address, process), tempfile.TemporaryDirectory() as name:
        meter, folder = Meter(process), Path(name)
        desk = wiring.build(folder / "library", Settings(), pages=1)
        try:
            urls = [f"{address}/{edition}/{page_name()}" for edition in range(1 + ROUNDS + CALLS)]
            _steps(desk, meter, urls[:1], folder)  # imports and connections: part of the whole call below
            return [*_steps(desk, meter, urls[1 : 1 + ROUNDS], folder), _whole(meter, urls[-CALLS:], folder)]
        finally:
            desk.close()


def _steps(desk: Desk, meter: Meter, urls: list[str], folder: Path) -> list[Figure]:
    ticket = Ticket()
    page, pages = meter.each(lambda url: desk.sources.page(url, ticket), urls)
    client = httpx.Client()
    get, _raw = meter.each(lambda url: plain.fetch(client, url), urls)
    article, articles = meter.each(lambda each: desk.cleaner.clean([each], Guidance(), ticket), pages)
    parse, _soups = meter.each(lambda each: plain.parse(each.html), pages)
    both = list(zip(pages, articles, strict=True))
    picture, pictures = meter.each(lambda pair: _fetch_pictures(desk, *pair, ticket), both)
    get_all, _bytes = meter.each(lambda got: [plain.fetch_picture(client, one.url) for one in got], pictures)
    kept, numbers = meter.each(lambda three: _keep(desk, *three), zip(pages, articles, pictures, strict=True))
    client.close()
    insert, _none = meter.each(lambda pair: _keep_plainly(folder, *pair), both)
    pdf, _paths = meter.each(lambda number: _bind(desk, number, folder, ticket), numbers[:CALLS])
    compiled, _none = meter.each(lambda pair: _typeset(pair[1], folder), both[:CALLS])
    return [
        Figure("page: fetched", page, "cpu s", "httpx, the same page", get, goal=4),
        Figure("article: cleaned", article, "cpu s", "BeautifulSoup parse of the whole page", parse, goal=4),
        Figure("pictures: fetched", picture, "cpu s", "httpx and Pillow, the same", get_all, goal=4),
        Figure("clip: kept", kept, "cpu s", "one INSERT of text, HTML and raw page", insert, goal=8),
        Figure("PDF: bound, in a process", pdf, "cpu s", "typst, its words alone", compiled, goal=5),
    ]


def _whole(meter: Meter, urls: list[str], folder: Path) -> Figure:
    """`clipper clip URL --pdf FILE` as a user calls it, start of Python and imports included."""
    library = str(folder / "whole")
    bare = folder / "bare"
    bare.mkdir()
    ours = [sys.executable, "-m", "clipper", "--library", library, "clip", "--pdf", str(folder / "whole.pdf")]
    theirs = [sys.executable, "-m", "tests.bench.plain"]
    call, _done = meter.each(lambda url: _run([*ours, url]), urls)
    plainly, _done = meter.each(lambda url: _run([*theirs, url, str(bare)]), urls)
    return Figure("the whole call", call, "cpu s", "the same with bare libraries", plainly, goal=3)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def _fetch_pictures(desk: Desk, page: Page, article: Article, ticket: Ticket) -> list[Picture]:
    wanted = {image.url for image in article.images} | {article.lead_image or ""}
    return [desk.sources.picture(url, page, ticket) for url in sorted(wanted) if url]


def _keep(desk: Desk, page: Page, article: Article, pictures: list[Picture]) -> ClipId:
    raw = desk.library.blobs.put(page.html, compress=True)
    images = tuple(
        ClipImage(
            each.url, None, None, desk.library.blobs.put(each.data), each.media_type, each.width, each.height
        )
        for each in pictures
    )
    numbers: list[ClipId] = []
    new = NewClip(page, raw, article, images, Filing())
    desk.act("clip", lambda writing: numbers.append(clips.keep(writing, new)[0]))
    return numbers[0]


def _keep_plainly(folder: Path, page: Page, article: Article) -> None:
    plain.keep(folder, page.url, article.text, page.html)


def _bind(desk: Desk, number: ClipId, folder: Path, ticket: Ticket) -> Path:
    return export.export(desk, [number], "pdf", folder / f"{number}.pdf", ticket)


def _typeset(article: Article, folder: Path) -> None:
    plain.typeset([article.title or "", *article.text.splitlines()], folder / "plain.pdf")
