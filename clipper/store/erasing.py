"""Take every row and file of clips out of the library, as if they had never been there.

No act is open meanwhile, so nothing is journalled; SQLite overwrites what is deleted (`engine.connect`).
What is to be done after the rows are gone stands in the fact PURGING, written with their deletion: whoever is
ended in the middle goes on from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from clipper.article.clip import ClipId
from clipper.store import facts
from clipper.store.addresses import address_key
from clipper.store.session import OpenLibrary, Reading, Writing

PURGING = "purging"
_MINE = "(SELECT value FROM json_each(:ids))"
_VERSIONS = (
    f"(SELECT id FROM version WHERE clip_id IN {_MINE} UNION SELECT json_extract(key, '$[0]') "  # noqa: S608
    f"FROM act_change WHERE name = 'version' AND clip_id IN {_MINE})"
)
_CAPTURES = (
    f"(SELECT id FROM capture WHERE clip_id IN {_MINE} UNION SELECT json_extract(key, '$[0]') "  # noqa: S608
    f"FROM act_change WHERE name = 'capture' AND clip_id IN {_MINE})"
)
_JOURNAL = (
    f"(clip_id IN {_MINE} "
    f"OR (name IN ('version_text', 'version_image') AND json_extract(key, '$[0]') IN {_VERSIONS}) "
    f"OR (name = 'capture_page' AND json_extract(key, '$[0]') IN {_CAPTURES}))"
)
_OF_CLIPS = (
    *("clip_tag", "clip_collection", "highlight", "edit", "address", "overlay", "overlay_text", "listed"),
    *("version", "capture"),
)
# Names of our own tables only.
_ERASE = (
    f"DELETE FROM version_image WHERE version_id IN {_VERSIONS}",  # noqa: S608
    f"DELETE FROM version_text WHERE version_id IN {_VERSIONS}",  # noqa: S608
    f"DELETE FROM capture_page WHERE capture_id IN {_CAPTURES}",  # noqa: S608
    f"DELETE FROM act_change WHERE {_JOURNAL}",  # noqa: S608
    "DELETE FROM act WHERE id NOT IN (SELECT act_id FROM act_change)",
    *(f"DELETE FROM {name} WHERE clip_id IN {_MINE}" for name in _OF_CLIPS),  # noqa: S608
    f"DELETE FROM clip WHERE id IN {_MINE}",  # noqa: S608
)
_PATHS = (("capture", "$.raw_sha256"), ("capture_page", "$.raw_sha256"), ("version_image", "$.sha256"))
_IMAGES = ("json_extract(before, '{}')", "json_extract(after, '{}')")
_BLOBS = " UNION ".join((
    f"SELECT raw_sha256 FROM capture WHERE clip_id IN {_MINE}",  # noqa: S608
    f"SELECT raw_sha256 FROM capture_page WHERE capture_id IN {_CAPTURES}",  # noqa: S608
    f"SELECT sha256 FROM version_image WHERE version_id IN {_VERSIONS}",  # noqa: S608
    *(
        f"SELECT {image.format(path)} FROM act_change WHERE name = '{name}' AND {_JOURNAL}"  # noqa: S608
        for name, path in _PATHS
        for image in _IMAGES
    ),
))  # fmt: skip
_MADE = (
    f"SELECT max(made) FROM (SELECT made FROM version WHERE clip_id IN {_MINE} UNION ALL "  # noqa: S608
    "SELECT json_extract(coalesce(after, before), '$.made') FROM act_change "
    f"WHERE name = 'version' AND clip_id IN {_MINE})"
)
_KEYS = (
    f"SELECT key FROM address WHERE clip_id IN {_MINE}",  # noqa: S608
    f"SELECT url FROM capture WHERE clip_id IN {_MINE} UNION "  # noqa: S608
    f"SELECT final_url FROM capture WHERE clip_id IN {_MINE}",
)
_NAMED = " UNION ".join((
    f"SELECT raw_sha256 FROM capture WHERE raw_sha256 IN {_MINE}",  # noqa: S608
    f"SELECT raw_sha256 FROM capture_page WHERE raw_sha256 IN {_MINE}",  # noqa: S608
    f"SELECT sha256 FROM version_image WHERE sha256 IN {_MINE}",  # noqa: S608
    *(
        f"SELECT {image.format(path)} FROM act_change WHERE name = '{name}'"  # noqa: S608
        for name, path in _PATHS
        for image in _IMAGES
    ),
))  # fmt: skip


@dataclass(slots=True)
class Left:
    """What is still to be done for clips whose rows are gone."""

    uids: list[str] = field(default_factory=list)
    blobs: dict[str, float] = field(default_factory=dict)
    """By hash, when the last version that named it was written: a file touched later is somebody else's."""


def left(reading: Reading) -> Left | None:
    """What an earlier deletion did not finish, or None."""
    said = facts.read(reading, PURGING)
    return None if said is None else Left(**json.loads(said))


def finished(writing: Writing, rest: Left) -> None:
    """All of this is done; what others noted meanwhile is still to be done."""
    now = left(writing) or Left()
    uids = [uid for uid in now.uids if uid not in set(rest.uids)]
    if uids:
        blobs = {sha256: made for sha256, made in now.blobs.items() if sha256 not in rest.blobs}
        facts.write(writing, PURGING, json.dumps({"uids": uids, "blobs": blobs}))
    else:
        facts.forget(writing, PURGING)


def erase(writing: Writing, ids: Sequence[ClipId]) -> None:
    """Delete all rows of these clips; those that are gone already do not matter."""
    run = writing.connection.exec_driver_sql
    run("PRAGMA defer_foreign_keys = ON")
    rest = left(writing) or Left()
    values = {"ids": json.dumps(ids)}
    rest.uids += run(f"SELECT uid FROM clip WHERE id IN {_MINE}", values).scalars()  # noqa: S608
    for each in ids:
        one = {"ids": json.dumps([each])}
        made = datetime.fromisoformat(run(_MADE, one).scalar() or "1970-01-01T00:00:00+00:00").timestamp()
        rest.blobs |= {sha256: made for sha256 in run(_BLOBS, one).scalars() if sha256}
    _erase_queue(writing.connection, values)
    for statement in _ERASE:
        run(statement, values)
    facts.write(writing, PURGING, json.dumps({"uids": rest.uids, "blobs": rest.blobs}))


def _erase_queue(connection: Connection, values: dict[str, Any]) -> None:
    keys, addresses = (connection.exec_driver_sql(query, values).scalars().all() for query in _KEYS)
    mine = json.dumps([*keys, *(address_key(url) for url in addresses)])
    connection.exec_driver_sql(f"DELETE FROM queue WHERE key IN {_MINE}", {"ids": mine})  # noqa: S608


def remove_blobs(library: OpenLibrary, rest: Left) -> bool:
    """Remove the files that no row names any more; answers whether all of these are gone."""
    whole = True
    with library.transaction() as writing:
        named = _named(writing, rest.blobs)
        for sha256, made in rest.blobs.items():
            if sha256 not in named:
                for file in library.blobs.files(sha256):
                    whole &= library.blobs.remove_untouched(file, made)
    return whole


def _named(reading: Reading, hashes: Iterable[str]) -> set[str]:
    run = reading.connection.exec_driver_sql
    return {sha256 for sha256 in run(_NAMED, {"ids": json.dumps(list(hashes))}).scalars() if sha256}
