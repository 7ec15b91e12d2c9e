"""The pictures of an article come into the library; what cannot be had is named on the clip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from clipper.article.article import Article, ArticleImage, Flag
from clipper.article.clip import ClipImage
from clipper.article.page import Page
from clipper.errors import CaptureError
from clipper.jobs import Progress, Ticket
from clipper.operations.desk import Desk

PICTURE_THREADS = 4
NOT_FETCHED = "not_fetched"
"""Problem of a picture that nobody asked the network for."""

Get = Callable[[ArticleImage], ClipImage]
"""Has one picture: the library's, the network's, or its problem."""


def with_pictures(
    desk: Desk, article: Article, get: Get, ticket: Ticket
) -> tuple[Article, tuple[ClipImage, ...]]:
    """The article with its pictures in the library, and what became of each."""
    wanted = _unique(article)[: desk.settings.max_pictures]
    images: list[ClipImage] = []
    flags = list(article.flags)
    addresses: dict[str, str] = {}
    with ThreadPoolExecutor(PICTURE_THREADS, "clipper-pictures") as pool:
        for done, (image, kept) in enumerate(zip(wanted, pool.map(get, wanted), strict=True)):
            ticket.check()
            ticket.say(Progress(done, len(wanted), "pictures"))
            if image.url.startswith("data:") and kept.sha256:
                addresses[image.url] = f"clip://picture/{kept.sha256}"
                kept = replace(kept, url=addresses[image.url])
            images.append(kept)
            if kept.problem:
                flags.append(Flag("image_failed", (("url", image.url[:500]), ("reason", kept.problem))))
    return _readdressed(replace(article, flags=tuple(flags)), addresses), tuple(images)


def fetched(desk: Desk, page: Page, ticket: Ticket) -> Get:
    """From the page itself, from beside a saved file, or from the network."""

    def get(image: ArticleImage) -> ClipImage:
        try:
            got = desk.sources.picture(image.url, page, ticket)
        except CaptureError as error:
            return _without(image, error.code)
        sha256 = desk.library.blobs.put(got.data)
        return ClipImage(image.url, image.alt, image.caption, sha256, got.media_type, got.width, got.height)

    return get


def known(pictures: Sequence[ClipImage], otherwise: Get) -> Get:
    """Those that the library has by their address, with the words of the new article; else `otherwise`."""
    here = {each.url: each for each in pictures}
    here |= {each.url: each for each in pictures if each.sha256}

    def get(image: ArticleImage) -> ClipImage:
        found = here.get(image.url)
        if found is None or found.problem == NOT_FETCHED:
            return otherwise(image)
        return replace(found, alt=image.alt, caption=image.caption)

    return get


def inside_only(get: Get) -> Get:
    """Those that stand in the page itself (`data:`); no other is asked for."""
    return lambda image: get(image) if image.url.startswith("data:") else _without(image, NOT_FETCHED)


def _without(image: ArticleImage, problem: str) -> ClipImage:
    return ClipImage(image.url, image.alt, image.caption, None, None, None, None, problem)


def _unique(article: Article) -> list[ArticleImage]:
    found = {image.url: image for image in reversed(article.images)}
    if article.lead_image and article.lead_image not in found:
        return [ArticleImage(article.lead_image), *reversed(found.values())]
    return list(reversed(found.values()))


def _readdressed(article: Article, addresses: dict[str, str]) -> Article:
    """Pictures that came inside the page (data: addresses) are named by their hash from here on."""
    html = article.html
    for old, new in addresses.items():
        html = html.replace(old, new)
    lead = addresses.get(article.lead_image or "", article.lead_image)
    images = tuple(replace(each, url=addresses.get(each.url, each.url)) for each in article.images)
    return replace(article, html=html, images=images, lead_image=lead)
