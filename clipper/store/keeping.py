"""Keep what was captured and cleaned: a new clip, or a new version of one that is there."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from clipper.article.article import Article
from clipper.article.clip import ClipId, NewClip
from clipper.article.page import Page
from clipper.store import collections, judging, tags, versions
from clipper.store import tables as t
from clipper.store.addresses import address_key, keys_of
from clipper.store.engine import insert_new
from clipper.store.session import Reading, Writing
from clipper.store.uids import new_uid
from clipper.store.words import storable


def keep(writing: Writing, new: NewClip) -> tuple[ClipId, bool]:
    """Keep an article; answers its clip and whether that was there already (`merged`).

    Merging adds a capture, a version, tags and collections, takes the clip out of the trash and leaves the
    user's overlay alone. What the rules say is done to a new clip. Raises BadName.
    """
    keys = [storable(key) for key in keys_of(new.page, new.article)]
    found = _known(writing, keys)
    clip = found or _new_clip(writing, new)
    rows = versions.rows_of(new.page.final_url, new.article, new.images)
    version = versions.write(writing, clip, _capture(writing, clip, new), rows)
    current = update(t.clip).where(t.clip.c.id == clip)
    writing.connection.execute(current.values(version_id=version, captured=new.page.fetched, trashed=None))
    writing.connection.execute(insert_new(t.address), [{"key": key, "clip_id": clip} for key in keys])
    tags.tag(writing, [clip], new.filing.tags)
    for path in new.filing.collections:
        collections.file(writing, [clip], path)
    if found is None:
        judging.arrived(writing, clip)
    return clip, found is not None


def find(reading: Reading, url: str) -> ClipId | None:
    """The clip of an address, however it was passed on; one in the trash too."""
    return _known(reading, [storable(address_key(url))])


def find_article(reading: Reading, page: Page, article: Article) -> ClipId | None:
    """The clip that this article would be merged into, if there is one."""
    return _known(reading, [storable(key) for key in keys_of(page, article)])


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
    """The capture with every page of the article."""
    row = page_row(new.page, new.raw_sha256) | {"clip_id": clip}
    made = writing.connection.execute(insert(t.capture), row).inserted_primary_key
    assert made is not None
    capture = int(made[0])
    if new.further:
        rows = [
            page_row(*each) | {"capture_id": capture, "position": at} for at, each in enumerate(new.further)
        ]
        writing.connection.execute(insert(t.capture_page), rows)
    return capture


def page_row(page: Page, raw_sha256: str) -> dict[str, object]:
    """What `capture` and `capture_page` say of a page."""
    return {
        "url": storable(page.url),
        "final_url": storable(page.final_url),
        "status": page.status,
        "headers": storable([list(pair) for pair in page.headers]),
        "raw_sha256": raw_sha256,
        "fetched": page.fetched,
    }
