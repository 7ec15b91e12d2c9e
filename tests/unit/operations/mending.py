"""Clips whose pages have something to mend, for the tests of it."""

from __future__ import annotations

from clipper.article.clip import Clip, ClipId
from clipper.operations import clip_page, find
from clipper.operations.desk import Desk
from tests.servers import Site

FIRST = "The harbour reopened on Saturday morning, four days after the heaviest storm in years closed it."
BOX = "The harbour master writes every Friday about ships, tides and fish; letters reach him at the quay."
LAST = "Two dredging barges worked through the night to clear the channel, silted up to half its depth."
FIGURE = '<figure><img src="{src}"></figure>'


def page(*blocks: str, title: str = "Harbour reopens") -> str:
    """A page with these blocks in its article."""
    return f"<!doctype html><title>{title}</title><body><article>{''.join(blocks)}</article></body>"


def paragraph(words: str) -> str:
    """A paragraph of the article."""
    return f'<p class="text">{words}</p>'


def box(words: str = BOX, name: str = "quay-letters") -> str:
    """A box that the cleaner takes out."""
    return f'<div class="box {name}"><p>{words}</p></div>'


def clipped(desk: Desk, site: Site, path: str = "/story", body: str | None = None) -> ClipId:
    """A page of the site, clipped: two paragraphs with a box between them."""
    whole = page(paragraph(FIRST), box(), paragraph(LAST)) if body is None else body
    result = clip_page.clip(desk, site.page(path, whole))
    assert result.clip is not None, result.error
    return result.clip


def clip_of(desk: Desk, number: ClipId) -> Clip:
    """The clip as it is now."""
    return find.open_clip(desk, number)


def lines(desk: Desk, number: ClipId) -> list[str]:
    """The lines of its text."""
    return clip_of(desk, number).text.splitlines()
