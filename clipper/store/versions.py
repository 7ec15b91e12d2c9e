"""Versions: an article as rows, written once; and whether another one would say anything new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select

from clipper.article.article import Article
from clipper.article.clip import ClipId, ClipImage
from clipper.store import tables as t
from clipper.store.session import Reading, Writing
from clipper.store.words import count_words, storable

_OF_THE_MAKING = frozenset(("id", "clip_id", "capture_id", "version_id", "made", "cleaner"))
"""Columns that say who made a version when; the others are what it says."""


@dataclass(frozen=True, slots=True)
class Rows:
    """An article as it is stored: the row of `version`, that of `version_text`, those of `version_image`."""

    version: dict[str, Any]
    text: dict[str, Any]
    images: list[dict[str, Any]]


def rows_of(url: str, article: Article, images: Sequence[ClipImage]) -> Rows:
    """The rows, without the numbers that they get when they are written. `url`: the page's address."""
    version = _metadata(article) | {
        "url": url,
        "thumbnail": _thumbnail(article, images),
        "words": count_words(article.text),
    }
    removals = [[each.step, each.rule, each.text, each.place, each.position] for each in article.removals]
    text = {"html": article.html, "text": article.text, "removals": removals}
    return Rows(storable(version), storable(text), [storable(_image(each)) for each in images])


def write(writing: Writing, clip: ClipId, capture: int, rows: Rows) -> int:
    """Add a version, which is nobody's current one yet; answers its number."""
    row = rows.version | {"clip_id": clip, "capture_id": capture, "made": writing.now}
    made = writing.connection.execute(insert(t.version), row).inserted_primary_key
    assert made is not None
    version = int(made[0])
    writing.connection.execute(insert(t.version_text), rows.text | {"version_id": version})
    if rows.images:
        placed = [row | {"version_id": version, "position": at} for at, row in enumerate(rows.images)]
        writing.connection.execute(insert(t.version_image), placed)
    return version


def says_the_same(reading: Reading, version: int, rows: Rows) -> bool:
    """Whether a version says what these rows say, whoever made it."""
    head = select(t.version).where(t.version.c.id == version)
    text = select(t.version_text).where(t.version_text.c.version_id == version)
    pictures = select(t.version_image).where(t.version_image.c.version_id == version)
    run = reading.connection.execute
    return (
        _is(run(head).mappings().one(), rows.version)
        and _is(run(text).mappings().one(), rows.text)
        and [_said(each) for each in run(pictures.order_by(t.version_image.c.position)).mappings()]
        == rows.images
    )


def _is(stored: Any, row: dict[str, Any]) -> bool:
    return _said(stored) == {name: value for name, value in row.items() if name not in _OF_THE_MAKING}


def _said(stored: Any) -> dict[str, Any]:
    return {
        name: _placed(value) if name == "removals" else value
        for name, value in stored.items()
        if name not in _OF_THE_MAKING and name != "position"
    }


def _placed(removals: list[list[Any]]) -> list[list[Any]]:
    """Removals as they are written now: those of the first cleaner say no place."""
    return [[*each, "", 0][:5] if len(each) == 3 else each for each in removals]


def _metadata(article: Article) -> dict[str, object]:
    return {
        "cleaner": article.cleaner,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "byline": list(article.byline),
        "published": article.published,
        "site": article.site,
        "section": article.section,
        "keywords": list(article.keywords),
        "language": article.language,
        "direction": article.direction,
        "excerpt": article.excerpt,
        "lead_image": article.lead_image,
        "flags": [[flag.code, [list(pair) for pair in flag.values]] for flag in article.flags],
        "updated": article.updated,
        "agency": article.agency,
        "dateline": article.dateline,
        "licence": article.licence,
    }


def _image(image: ClipImage) -> dict[str, object]:
    return {
        "url": image.url,
        "alt": image.alt,
        "caption": image.caption,
        "sha256": image.sha256,
        "media_type": image.media_type,
        "width": image.width,
        "height": image.height,
        "problem": image.problem,
    }


def _thumbnail(article: Article, images: Sequence[ClipImage]) -> str | None:
    """The stored lead image; where the article names none, the first stored picture."""
    lead = article.lead_image
    return next((each.sha256 for each in images if each.sha256 and (lead is None or each.url == lead)), None)
