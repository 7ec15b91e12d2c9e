"""What a large library is organised by: order, colours, smart collections, rules, highlights, an edited
text, the fields of print; and `listed`, by which lists are sorted and searches filtered.
"""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    "ALTER TABLE collection ADD COLUMN position INTEGER",
    "ALTER TABLE collection ADD COLUMN colour TEXT",
    "ALTER TABLE collection ADD COLUMN icon TEXT",
    "ALTER TABLE clip_collection ADD COLUMN position INTEGER",
    "ALTER TABLE tag ADD COLUMN colour TEXT",
    "ALTER TABLE overlay ADD COLUMN agency TEXT",
    "ALTER TABLE overlay ADD COLUMN updated TEXT",
    "ALTER TABLE overlay ADD COLUMN page TEXT",
    "ALTER TABLE overlay ADD COLUMN edition TEXT",
    "ALTER TABLE overlay ADD COLUMN medium TEXT",
    "ALTER TABLE overlay ADD COLUMN rights TEXT",
    "ALTER TABLE overlay ADD COLUMN custom TEXT",
    """
CREATE TABLE overlay_text (
    clip_id INTEGER NOT NULL PRIMARY KEY REFERENCES clip (id),
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    words INTEGER NOT NULL
) STRICT
""",
    """
CREATE TABLE highlight (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    clip_id INTEGER NOT NULL REFERENCES clip (id),
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    colour TEXT NOT NULL,
    note TEXT,
    made TEXT NOT NULL
) STRICT
""",
    "CREATE INDEX highlight_clip ON highlight (clip_id)",
    """
CREATE TABLE smart (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    fold TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    colour TEXT,
    icon TEXT
) STRICT
""",
    """
CREATE TABLE rule (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    fold TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    collections TEXT NOT NULL,
    tags TEXT NOT NULL,
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1))
) STRICT
""",
    "CREATE TABLE backup_made (path TEXT NOT NULL PRIMARY KEY, made TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
CREATE TABLE listed (
    clip_id INTEGER NOT NULL PRIMARY KEY REFERENCES clip (id),
    trashed INTEGER NOT NULL,
    captured TEXT NOT NULL,
    published TEXT NOT NULL,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    site TEXT NOT NULL,
    section TEXT NOT NULL,
    language TEXT NOT NULL,
    words INTEGER NOT NULL,
    teaser INTEGER NOT NULL,
    mark INTEGER NOT NULL
) STRICT
""",
    *(
        f"CREATE INDEX listed_{column} ON listed (trashed, {column}, clip_id)"
        for column in (
            "captured", "published", "title", "byline", "site", "section", "language", "words", "mark",
        )
    ),
)  # fmt: skip

_COLUMNS = (
    "clip_id, trashed, captured, published, title, byline, site, section, language, words, teaser, mark"
)
_OF_CLIPS = f"""
INSERT INTO listed ({_COLUMNS})
SELECT clip.id, clip.trashed IS NOT NULL, clip.captured,
    coalesce(overlay.published, version.published, ''),
    clipper_key(coalesce(overlay.title, version.title, '')),
    clipper_key(coalesce(json_extract(coalesce(overlay.byline, version.byline), '$[0]'), '')),
    clipper_key(coalesce(overlay.site, version.site, '')),
    clipper_key(coalesce(overlay.section, version.section, '')),
    lower(coalesce(overlay.language, version.language, '')),
    coalesce(overlay_text.words, version.words),
    instr(version.flags, '["teaser"') > 0,
    clipper_mark(coalesce(overlay_text.text, version_text.text))
FROM clip
JOIN version ON version.id = clip.version_id
JOIN version_text ON version_text.version_id = version.id
LEFT JOIN overlay ON overlay.clip_id = clip.id
LEFT JOIN overlay_text ON overlay_text.clip_id = clip.id
WHERE clip.id = """  # noqa: S608 - constants
_AGAIN = " ON CONFLICT (clip_id) DO UPDATE SET " + ", ".join(
    f"{column} = excluded.{column}" for column in _COLUMNS.split(", ")[1:]
)
_SHOWN = ("title", "byline", "published", "site", "section", "language")

LISTING = (
    ("clip", "INSERT", "new.id", ""),
    ("clip", "UPDATE", "new.id", "WHEN old.version_id IS NOT new.version_id"),
    ("overlay", "INSERT", "new.clip_id", ""),
    ("overlay", "UPDATE", "new.clip_id", f"WHEN {' OR '.join(f'old.{c} IS NOT new.{c}' for c in _SHOWN)}"),
    ("overlay", "DELETE", "old.clip_id", ""),
    ("overlay_text", "INSERT", "new.clip_id", ""),
    ("overlay_text", "UPDATE", "new.clip_id", ""),
    ("overlay_text", "DELETE", "old.clip_id", ""),
)
"""What changes how a clip is listed: table, operation, which clip, when."""
FINDABLE = (
    ("overlay_text", "INSERT", "new.clip_id", ""),
    ("overlay_text", "UPDATE", "new.clip_id", ""),
    ("overlay_text", "DELETE", "old.clip_id", ""),
    ("highlight", "INSERT", "new.clip_id", ""),
    ("highlight", "UPDATE", "new.clip_id", ""),
    ("highlight", "DELETE", "old.clip_id", ""),
)
"""What more changes the words under which a clip is found, as in v001."""


def step(connection: sqlite3.Connection) -> None:
    """Only additions; `listed` is filled, and kept by triggers from then on."""
    for statement in STATEMENTS:
        connection.execute(statement)
    connection.execute(_OF_CLIPS + "clip.id")
    for table, operation, number, when in LISTING:
        _trigger(connection, f"listed_{table}", table, operation, when, f"{_OF_CLIPS}{number}{_AGAIN};")
    for table, operation, number, when in FINDABLE:
        waits = (
            f"DELETE FROM index_todo WHERE clip_id = {number}; "  # noqa: S608 - constants
            f"INSERT INTO index_todo (clip_id) VALUES ({number});"
        )
        _trigger(connection, f"todo_{table}", table, operation, when, waits)
    gone = "DELETE FROM listed WHERE clip_id = old.id;"
    _trigger(connection, "listed_gone", "clip", "DELETE", "", gone)
    moved = "UPDATE listed SET trashed = new.trashed IS NOT NULL, captured = new.captured"
    differs = "WHEN old.trashed IS NOT new.trashed OR old.captured IS NOT new.captured"
    _trigger(connection, "listed_moved", "clip", "UPDATE", differs, f"{moved} WHERE clip_id = new.id;")


def _trigger(connection: sqlite3.Connection, name: str, table: str, when: str, which: str, does: str) -> None:
    connection.execute(
        f"CREATE TRIGGER {name}_{when.lower()} AFTER {when} ON {table} {which} BEGIN {does} END"
    )
