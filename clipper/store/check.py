"""Look for damage in a library: the file, what its rows name, the blobs, the text index."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import select, union_all

from clipper.errors import BadSite, LibraryDamaged, SiteRuleBroken
from clipper.jobs import Progress, Ticket
from clipper.store import facts
from clipper.store import tables as t
from clipper.store.engine import connect, translated
from clipper.store.findables import waiting
from clipper.store.session import OpenLibrary, Reading
from clipper.store.sweep import named_blobs
from clipper.store.textindex import IndexDamaged


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: a code of `i18n.FINDINGS`, and values."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


def check(library: OpenLibrary, ticket: Ticket) -> list[Finding]:
    """Everything that is wrong; empty for a sound library. Changes nothing. Raises Stopped, LibraryError."""
    findings = list(_file(library))
    if findings:
        return findings
    with library.reading() as reading:
        findings += _clips(reading)
        findings += _blobs(library, reading, ticket)
        findings += _index(library, reading)
    return findings + list(_rules(library))


def _file(library: OpenLibrary) -> Iterator[Finding]:
    with translated(library.folder), closing(connect(library.file, query_only=True)) as connection:
        try:
            for (said,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
                if said != "ok":
                    yield Finding("file_damaged", (("what", said),))
            for table, row, parent, _number in connection.execute("PRAGMA foreign_key_check").fetchall():
                yield Finding("row_lost", (("table", table), ("row", str(row)), ("parent", parent)))
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            yield Finding("file_damaged", (("what", str(error)),))


def _clips(reading: Reading) -> Iterator[Finding]:
    texts = t.version_text.c.version_id
    joined = t.clip.outerjoin(t.version_text, texts == t.clip.c.version_id)
    for number in reading.connection.scalars(select(t.clip.c.id).select_from(joined).where(texts.is_(None))):
        yield Finding("clip_without_text", (("clip", str(number)),))


def _blobs(library: OpenLibrary, reading: Reading, ticket: Ticket) -> Iterator[Finding]:
    clips, named = _clips_of_blobs(reading), sorted(named_blobs(reading))
    for done, sha256 in enumerate(named):
        ticket.check()
        ticket.say(Progress(done, len(named), "checking"))
        if not library.blobs.has(sha256):
            yield _of_blob("missing", sha256, clips.get(sha256))
            continue
        content: bytes | None = None
        with contextlib.suppress(LibraryDamaged, OSError):
            content = library.blobs.get(sha256)
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            yield _of_blob("damaged", sha256, clips.get(sha256))


def _rules(library: OpenLibrary) -> Iterator[Finding]:
    for host in library.site_rules.hosts():
        try:
            library.site_rules.read(host)
        except (SiteRuleBroken, BadSite) as error:
            said = dict(error.values)
            values = (("path", str(said.get("path", host))), ("why", str(said.get("why", host))))
            yield Finding("rule_broken", values)


def _of_blob(what: str, sha256: str, clips: set[int] | None) -> Finding:
    if not clips:
        return Finding(f"old_blob_{what}", (("sha256", sha256),))
    return Finding(f"blob_{what}", (("sha256", sha256), ("clips", ", ".join(map(str, sorted(clips))))))


def _clips_of_blobs(reading: Reading) -> dict[str, set[int]]:
    """By hash, the clips that name it."""
    pages = select(t.capture.c.raw_sha256, t.capture.c.clip_id)
    further = select(t.capture_page.c.raw_sha256, t.capture.c.clip_id).join_from(t.capture_page, t.capture)
    pictures = select(t.version_image.c.sha256, t.version.c.clip_id).join_from(t.version_image, t.version)
    found: dict[str, set[int]] = {}
    for sha256, clip in reading.connection.execute(union_all(pages, further, pictures)):
        found.setdefault(sha256, set()).add(clip)
    return found


def _index(library: OpenLibrary, reading: Reading) -> Iterator[Finding]:
    """Compare ids. An index that is still to be made is no damage: its clips wait."""
    clips = set(reading.connection.scalars(select(t.clip.c.id)))
    unread = {clip for _turn, clip in waiting(reading)}
    generation = facts.read(reading, "index")
    if generation is None or not library.text_index.is_current(generation):
        return
    try:
        indexed = library.text_index.all_ids(generation)
    except IndexDamaged:
        yield Finding("index_damaged")
        return
    missing, surplus = clips - unread - indexed, indexed - clips - unread
    if missing or surplus:
        yield Finding("index_out_of_step", (("missing", str(len(missing))), ("surplus", str(len(surplus)))))
