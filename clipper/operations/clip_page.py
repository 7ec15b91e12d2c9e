"""From a URL or file to a clip: capture, clean, fetch the pictures, keep."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal

from clipper.article.article import Article, ArticleImage, Flag, Guidance
from clipper.article.changes import NOTHING, Changes
from clipper.article.clip import ClipId, ClipImage, Filing, NewClip
from clipper.article.page import Page, Picture
from clipper.errors import CaptureError, ClipperError, EmptyPage
from clipper.jobs import Progress, Ticket
from clipper.operations.desk import Desk, Outside
from clipper.operations.writer import Lane
from clipper.store import clips

MAX_PAGES = 30
"""Most pages of one article that goes on over several addresses."""
PICTURE_THREADS = 4


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
        article, images = _with_pictures(desk, article, pages[0], ticket)
        return _keep(desk, source, pages[0], article, images, filing, ticket, lane)
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
    guidance = Guidance(url)
    article = outside.cleaner.clean(pages, guidance, ticket)
    if not article.text and not article.images:
        raise EmptyPage(source)
    while (address := _next_address(article, pages)) is not None:
        try:
            pages.append(outside.sources.page(address, ticket, named_by=pages[-1]))
        except ClipperError as error:
            return pages, _incomplete(article, address, error)
        article = outside.cleaner.clean(pages, guidance, ticket)
    return pages, article


def _next_address(article: Article, pages: Sequence[Page]) -> str | None:
    if len(pages) >= MAX_PAGES:
        return None
    seen = {page.url for page in pages} | {page.final_url for page in pages}
    return next((address for address in article.next_pages if address not in seen), None)


def _incomplete(article: Article, address: str, error: ClipperError) -> Article:
    """What there is of an article whose continuation could not be had, which is said on it."""
    flag = Flag("page_failed", (("url", address[:500]), ("reason", error.code)))
    return replace(article, flags=(*article.flags, flag))


def _with_pictures(
    desk: Desk, article: Article, page: Page, ticket: Ticket
) -> tuple[Article, tuple[ClipImage, ...]]:
    """Fetch the article's pictures into the library; what fails is named on the clip, which is kept."""
    wanted = _unique(article)[: desk.settings.max_pictures]
    images: list[ClipImage] = []
    flags = list(article.flags)
    addresses: dict[str, str] = {}
    with ThreadPoolExecutor(PICTURE_THREADS, "clipper-pictures") as pool:
        for done, (image, got) in enumerate(
            zip(wanted, pool.map(lambda each: _fetch(desk, each.url, page, ticket), wanted), strict=True)
        ):
            ticket.check()
            ticket.say(Progress(done, len(wanted), "pictures"))
            kept = _kept_image(desk, image, got)
            if image.url.startswith("data:") and kept.sha256:
                addresses[image.url] = f"clip://picture/{kept.sha256}"
                kept = replace(kept, url=addresses[image.url])
            images.append(kept)
            if isinstance(got, ClipperError):
                flags.append(Flag("image_failed", (("url", image.url[:500]), ("reason", got.code))))
    return _readdressed(replace(article, flags=tuple(flags)), addresses), tuple(images)


def _unique(article: Article) -> list[ArticleImage]:
    found = {image.url: image for image in reversed(article.images)}
    if article.lead_image and article.lead_image not in found:
        return [ArticleImage(article.lead_image), *reversed(found.values())]
    return list(reversed(found.values()))


def _fetch(desk: Desk, url: str, page: Page, ticket: Ticket) -> Picture | CaptureError:
    try:
        return desk.sources.picture(url, page, ticket)
    except CaptureError as error:
        return error


def _kept_image(desk: Desk, image: ArticleImage, got: Picture | CaptureError) -> ClipImage:
    if isinstance(got, CaptureError):
        return ClipImage(image.url, image.alt, image.caption, None, None, None, None, got.code)
    sha256 = desk.library.blobs.put(got.data)
    return ClipImage(image.url, image.alt, image.caption, sha256, got.media_type, got.width, got.height)


def _readdressed(article: Article, addresses: dict[str, str]) -> Article:
    """Pictures that came inside the page (data: addresses) are named by their hash from here on."""
    html = article.html
    for old, new in addresses.items():
        html = html.replace(old, new)
    lead = addresses.get(article.lead_image or "", article.lead_image)
    images = tuple(replace(each, url=addresses.get(each.url, each.url)) for each in article.images)
    return replace(article, html=html, images=images, lead_image=lead)


def _keep(
    desk: Desk,
    source: str,
    page: Page,
    article: Article,
    images: tuple[ClipImage, ...],
    filing: Filing,
    ticket: Ticket,
    lane: Lane,
) -> Result:
    ticket.check()
    ticket.say(Progress(3, 4, "keeping"))
    raw = desk.library.blobs.put(page.html, compress=True)
    new = NewClip(page, raw, article, images, filing)
    kept: list[tuple[ClipId, bool]] = []
    ticket.check()
    changes = desk.act("clip", lambda w: kept.append(clips.keep(w, new)), lane)
    number, merged = kept[0]
    return Result(source, "merged" if merged else "kept", number, article=article, changes=changes)
