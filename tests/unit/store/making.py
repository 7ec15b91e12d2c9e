"""Clips for the store's tests, made of few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from clipper.article.article import Article
from clipper.article.asking import parse
from clipper.article.clip import ClipId, ClipImage, Filing, NewClip
from clipper.article.page import Page
from clipper.article.query import Scope
from clipper.store import Library, clips
from clipper.store import tables as t
from clipper.store.search import search

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


class SetClock:
    """A clock that a test sets; every look at it is a moment later."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def go_on(self, **length: float) -> None:
        """Let time pass."""
        self.now += timedelta(**length)


def new_clip(
    library: Library,
    url: str = "https://news.example/a",
    *,
    title: str = "A title",
    text: str = "Some text.",
    minute: int = 0,
    images: tuple[ClipImage, ...] = (),
    filing: Filing = Filing(),  # noqa: B008 - frozen
    **article: Any,
) -> NewClip:
    """What capture and cleaner would hand over; the raw page is in the library already."""
    html = f"<html><title>{title}</title>{text}</html>".encode("utf-8", "replace")
    page = Page(url, article.pop("final_url", url), 200, (), html, START + timedelta(minutes=minute))
    made = Article(title, html=f"<p>{text}</p>", text=text, cleaner="1", **article)
    return NewClip(page, library.blobs.put(html, compress=True), made, images, filing)


def keep(library: Library, url: str = "https://news.example/a", **about: Any) -> ClipId:
    """Keep a clip in an act of its own."""
    new = new_clip(library, url, **about)
    with library.writing("clip") as writing:
        return clips.keep(writing, new)[0]


def found(library: Library, words: str, scope: Scope = Scope()) -> list[int]:  # noqa: B008 - frozen
    """Clips that a search answers, best first."""
    return [hit.id for hit in search(library, parse(words, today=START.date()), scope)]


def everything(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of what a user would call his library: everything but journal, queue and index list."""
    names: tuple[str, ...] = (
        "clip",
        "overlay",
        "overlay_text",
        "highlight",
        "address",
        "capture",
        "version",
        "version_text",
        "version_image",
    )
    names += ("edit", "site_file", "capture_page")
    names += ("tag", "clip_tag", "collection", "clip_collection", "smart", "rule")
    with library.reading() as reading:
        return {
            name: sorted(map(tuple, reading.connection.execute(select(t.metadata.tables[name]))), key=repr)
            for name in names
        }


def listed(library: Library, place: Any = "all", name: str | None = None) -> list[int]:
    """Numbers of the clips of a place."""
    with library.reading() as reading:
        return list(map(int, clips.ids(reading, Scope(place, name))))


def titles(library: Library, ids: Iterable[int]) -> list[str | None]:
    """Titles of clips."""
    with library.reading() as reading:
        return [row.title for row in clips.rows(reading, [ClipId(number) for number in ids])]
