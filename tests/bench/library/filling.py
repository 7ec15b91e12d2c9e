"""Fill a library of Clipper's with made-up clips, by the functions that keep any clip."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from clipper import wiring
from clipper.article.article import Article
from clipper.article.clip import Filing, NewClip
from clipper.article.page import Page
from clipper.jobs import Ticket
from clipper.settings import Settings
from clipper.store import clips as store_clips
from clipper.store import index
from clipper.store.keeping_many import keep_many
from tests.bench.library.clips import MadeClip

PAGE = b"<!doctype html><title>A page</title><p>What a site sent."
"""One raw page for all: the pages are no part of what is searched, nor of the bytes that are counted."""


class Filling:
    """A new library that is being filled. The clips must come in order of their numbers."""

    def __init__(self, folder: Path) -> None:
        self._desk = wiring.build(folder, Settings())
        self._page = self._desk.library.blobs.put(PAGE, compress=True)

    def add(self, clips: Sequence[MadeClip]) -> None:
        """Keep clips with their tags, collections, stars and read marks, in one act."""
        news = [new_clip(each, self._page) for each in clips]
        with self._desk.library.writing("import") as writing:
            kept = keep_many(writing, news, Ticket())
            pairs = [(number, each) for (number, _merged), each in zip(kept, clips, strict=True)]
            store_clips.star(writing, [number for number, each in pairs if each.starred], on=True)
            store_clips.mark_read(writing, [number for number, each in pairs if each.read], on=True)

    def finish(self) -> None:
        """Have everything in the index: a part of the cost of adding."""
        index.catch_up(self._desk.library, Ticket())

    def close(self) -> None:
        """Put the library down."""
        self._desk.close()


def new_clip(clip: MadeClip, raw_sha256: str) -> NewClip:
    """A made-up clip as it comes from the cleaner; `raw_sha256`: its page, which must be stored."""
    paragraphs = clip.text.split("\n")
    article = Article(
        title=clip.title,
        byline=clip.byline,
        published=clip.published.isoformat(timespec="seconds"),
        site=clip.site,
        section=clip.section,
        language=clip.language,
        direction="ltr",
        excerpt=paragraphs[0][:200],
        html="".join(f"<p>{escape(each, quote=False)}</p>" for each in paragraphs),
        text=clip.text,
        cleaner="made up",
    )
    page = Page(clip.url, clip.url, 200, (), PAGE, clip.captured)
    return NewClip(page, raw_sha256, article, (), Filing(clip.collections, clip.tags))
