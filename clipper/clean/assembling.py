"""The Article at the end of the pipeline: what is known, the text, the pictures, what was taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4 import Tag

from clipper.article.article import Article, ArticleImage, Flag, Guidance, Removal
from clipper.clean import authors, bylines, dateline, finish, kinds, languages
from clipper.clean.metadata import Metadata
from clipper.clean.text import is_prose

_EXCERPT = 300


def article(
    body: Tag,
    known: Metadata,
    removals: tuple[Removal, ...],
    flags: list[Flag],
    following: tuple[str, ...],
    guidance: Guidance,
    cleaner: str,
    *,
    url: str,
) -> Article:
    """Everything put together. `body`: the flat row of blocks; `url`: the address of its first page."""
    made = finish.written(body)
    text, pictures = made.text, made.pictures
    if known.relative:
        flags.append(Flag("relative_date", (("words", known.relative),)))
    flags += kinds.flags_of(kinds.facts_of(body, text, removals, known, pictures=len(pictures), url=url))
    title, byline = known.title, _byline(known, removals)
    agency, place = dateline.read(text, byline)
    return Article(
        title=title,
        byline=byline,
        published=known.published,
        updated=known.updated,
        agency=agency,
        dateline=place,
        licence=known.licence,
        site=known.site,
        section=known.section,
        keywords=known.keywords,
        language=languages.language_of(text or title or "", known.language),
        direction=languages.direction_of(text or title or ""),
        canonical_url=known.canonical_url,
        lead_image=None if guidance.no_images else _lead(known.lead_image, pictures),
        excerpt=_excerpt(known.description, text),
        html=made.html,
        text=text,
        images=pictures,
        removals=removals,
        flags=tuple(flags),
        next_pages=following,
        cleaner=cleaner,
    )


def _byline(known: Metadata, removals: tuple[Removal, ...]) -> tuple[str, ...]:
    """What is known; where that is only an account, a byline that stood in the text comes first."""
    if known.byline and not authors.are_accounts(known.byline, known.site_names):
        return known.byline
    return _byline_in_text(removals) or known.byline


def _byline_in_text(removals: tuple[Removal, ...]) -> tuple[str, ...]:
    """The names of a byline that stood in the text, above it or below."""
    lines = (removal.text for removal in removals if removal.rule == "byline")
    return next((names for names in map(bylines.byline_of, lines) if names), ())


def _lead(declared: str | None, pictures: Sequence[ArticleImage]) -> str | None:
    """The declared lead image, by the address of its twin in the text where it is shown there."""
    shown = [picture.url for picture in pictures]
    if not shown:
        return declared
    if declared is None:
        return shown[0]
    stem = _stem(declared)
    return next(
        (address for address in shown if address == declared or (stem and _stem(address) == stem)), declared
    )


def _stem(address: str) -> str:
    """A picture's name without size and extension: two renderings of one picture share it."""
    name = address.partition("?")[0].rstrip("/").rpartition("/")[2].rpartition(".")[0] or ""
    name = re.sub(r"[-_@](?:\d{2,4}x\d{2,4}|\d{2,4}w?|scaled|large|medium|small|thumb\w*)$", "", name)
    return name.lower() if len(name) > 5 and not address.startswith("data:") else ""


def _excerpt(description: str | None, text: str) -> str | None:
    if description:
        return description[:1000]
    first = next((line for line in text.split("\n") if is_prose(line)), "")
    if len(first) <= _EXCERPT:
        return first or None
    return first[:_EXCERPT].rpartition(" ")[0] + "…"
