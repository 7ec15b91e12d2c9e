"""Keep what was captured and cleaned: a new clip, or a new version of one that is there."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from clipper.article.article import Article
from clipper.article.clip import ClipId, ClipImage, NewClip
from clipper.store import collections, tags
from clipper.store import tables as t
from clipper.store.addresses import address_key, keys_of
from clipper.store.engine import insert_new
from clipper.store.session import Reading, Writing
from clipper.store.uids import new_uid
from clipper.store.words import count_words, storable


def keep(writing: Writing, new: NewClip) -> tuple[ClipId, bool]:
    """Keep an article; answers its clip and whether that was there already (`merged`).

    Merging adds a capture, a version, tags and collections, takes the clip out of the trash and leaves the
    user's overlay alone. Raises BadName.
    """
    keys = [storable(key) for key in keys_of(new.page, new.article)]
    found = _known(writing, keys)
    clip = found or _new_clip(writing, new)
    version = _version(writing, clip, _capture(writing, clip, new), new)
    current = update(t.clip).where(t.clip.c.id == clip)
    writing.connection.execute(current.values(version_id=version, captured=new.page.fetched, trashed=None))
    writing.connection.execute(insert_new(t.address), [{"key": key, "clip_id": clip} for key in keys])
    tags.tag(writing, [clip], new.filing.tags)
    for path in new.filing.collections:
        collections.file(writing, [clip], path)
    return clip, found is not None


def find(reading: Reading, url: str) -> ClipId | None:
    """The clip of an address, however it was passed on; one in the trash too."""
    return _known(reading, [storable(address_key(url))])


def _known(reading: Reading, keys: list[str]) -> ClipId | None:
    """The clip known under one of these keys; the first key counts most."""
    query = select(t.address.c.key, t.address.c.clip_id).where(t.address.c.key.in_(keys))
    found = dict(reading.connection.execute(query).all())
    return next((ClipId(found[key]) for key in keys if key in found), None)


def _new_clip(writing: Writing, new: NewClip) -> ClipId:
    row = {"uid": new_uid(writing.now), "added": writing.now, "captured": new.page.fetched}
    made = writing.connection.execute(insert(t.clip), row).inserted_primary_key
    assert made is not None
    return ClipId(made[0])


def _capture(writing: Writing, clip: ClipId, new: NewClip) -> int:
    page = new.page
    row = {
        "clip_id": clip,
        "url": storable(page.url),
        "final_url": storable(page.final_url),
        "status": page.status,
        "headers": storable([list(pair) for pair in page.headers]),
        "raw_sha256": new.raw_sha256,
        "fetched": page.fetched,
    }
    made = writing.connection.execute(insert(t.capture), row).inserted_primary_key
    assert made is not None
    return int(made[0])


def _version(writing: Writing, clip: ClipId, capture: int, new: NewClip) -> int:
    article = new.article
    row = {"clip_id": clip, "capture_id": capture, "made": writing.now, "url": new.page.final_url}
    row |= _metadata(article) | {
        "thumbnail": _thumbnail(article, new.images),
        "words": count_words(article.text),
    }
    made = writing.connection.execute(insert(t.version), storable(row)).inserted_primary_key
    assert made is not None
    version = int(made[0])
    removals = [[each.step, each.rule, each.text] for each in article.removals]
    text = {"version_id": version, "html": article.html, "text": article.text, "removals": removals}
    writing.connection.execute(insert(t.version_text), storable(text))
    if new.images:
        rows = [storable(_image(version, place, each)) for place, each in enumerate(new.images)]
        writing.connection.execute(insert(t.version_image), rows)
    return version


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
    }


def _image(version: int, place: int, image: ClipImage) -> dict[str, object]:
    return {
        "version_id": version,
        "position": place,
        "url": image.url,
        "alt": image.alt,
        "caption": image.caption,
        "sha256": image.sha256,
        "media_type": image.media_type,
        "width": image.width,
        "height": image.height,
        "problem": image.problem,
    }


def _thumbnail(article: Article, images: tuple[ClipImage, ...]) -> str | None:
    """The stored lead image; where the article names none, the first stored picture."""
    lead = article.lead_image
    return next((each.sha256 for each in images if each.sha256 and (lead is None or each.url == lead)), None)
