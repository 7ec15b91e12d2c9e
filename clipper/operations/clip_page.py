"""From a URL or file to a clip: capture, clean, fetch the pictures, keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clipper.article.article import Article, Flag
from clipper.article.changes import NOTHING, Changes
from clipper.article.clip import ClipId, ClipImage, Filing, NewClip
from clipper.article.page import Page
from clipper.errors import ClipperError, EmptyPage
from clipper.jobs import Progress, Ticket
from clipper.operations import pictures
from clipper.operations.desk import Desk, Outside
from clipper.operations.guiding import guided
from clipper.operations.writer import Lane
from clipper.store import clips

MAX_PAGES = 30
"""Most pages of one article that goes on over several addresses."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source."""

    source: str
    status: Literal["kept", "merged", "failed"]
    """`merged`: the article was there already; it got a new version, tags and collections were added."""
    clip: ClipId | None = None
    error: ClipperError | None = None
    article: Article | None = None
    changes: Changes = NOTHING


def clip(
    desk: Desk,
    source: str,
    filing: Filing = Filing(),  # noqa: B008 - frozen
    ticket: Ticket | None = None,
    *,
    url: str | None = None,
    lane: Lane = Lane.BATCH,
) -> Result:
    """Clip one address or saved file. What the user must know comes in the Result; Stopped goes through."""
    ticket = ticket or Ticket()
    try:
        pages, article = read(desk, source, ticket, url=url)
        article = _as_edited(desk, pages, article, ticket, url)
        get = pictures.fetched(desk, pages[0], ticket)
        article, images = pictures.with_pictures(desk, article, get, ticket)
        return _keep(desk, source, pages, article, images, filing, ticket, lane)
    except ClipperError as error:
        return Result(source, "failed", error=error)


def read(
    outside: Outside, source: str, ticket: Ticket, *, url: str | None = None
) -> tuple[list[Page], Article]:
    """Capture and clean, without keeping; joins pages that go on elsewhere. Raises ClipperError.

    A page that shows neither words nor pictures (a script may build them) is an EmptyPage.
    """
    ticket.say(Progress(0, 4, "fetching"))
    pages = [outside.sources.page(source, ticket, url=url)]
    ticket.check()
    ticket.say(Progress(1, 4, "cleaning"))
    by = guided(outside, pages[0], url=url)
    article = by.clean(outside, pages, ticket)
    if not article.text and not article.images:
        raise EmptyPage(source)
    while (address := next_address(article, pages)) is not None:
        try:
            pages.append(outside.sources.page(address, ticket, named_by=pages[-1]))
        except ClipperError as error:
            return pages, incomplete(article, address, error.code)
        article = by.clean(outside, pages, ticket)
    return pages, article


def next_address(article: Article, pages: Sequence[Page]) -> str | None:
    """The next page on which an article goes on, if it is not among these."""
    if len(pages) >= MAX_PAGES:
        return None
    seen = {page.url for page in pages} | {page.final_url for page in pages}
    return next((address for address in article.next_pages if address not in seen), None)


def incomplete(article: Article, address: str, reason: str) -> Article:
    """What there is of an article whose continuation could not be had, which is said on it."""
    flag = Flag("page_failed", (("url", address[:500]), ("reason", reason)))
    return replace(article, flags=(*article.flags, flag))


def _as_edited(
    desk: Desk, pages: Sequence[Page], article: Article, ticket: Ticket, url: str | None
) -> Article:
    """Where it is merged into a clip of whose pieces the user said something: by that once more."""
    with desk.library.reading() as reading:
        found = clips.find_article(reading, pages[0], article)
        edits = clips.edits(reading, found) if found else ()
    if not edits:
        return article
    again = guided(desk, pages[0], url=url, edits=edits).clean(desk, pages, ticket)
    failed = tuple(flag for flag in article.flags if flag.code == "page_failed")
    return replace(again, flags=(*again.flags, *failed))


def _keep(
    desk: Desk,
    source: str,
    pages: Sequence[Page],
    article: Article,
    images: tuple[ClipImage, ...],
    filing: Filing,
    ticket: Ticket,
    lane: Lane,
) -> Result:
    ticket.check()
    ticket.say(Progress(3, 4, "keeping"))
    raw = [(page, desk.library.blobs.put(page.html, compress=True)) for page in pages]
    new = NewClip(*raw[0], article, images, filing, tuple(raw[1:]))
    kept: list[tuple[ClipId, bool]] = []
    ticket.check()
    changes = desk.act("clip", lambda w: kept.append(clips.keep(w, new)), lane)
    number, merged = kept[0]
    return Result(source, "merged" if merged else "kept", number, article=article, changes=changes)
