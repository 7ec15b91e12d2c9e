"""What a page says beside its text, every page of an article, the user's edits, and sites' rules for undo."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    "ALTER TABLE version ADD COLUMN updated TEXT",
    "ALTER TABLE version ADD COLUMN agency TEXT",
    "ALTER TABLE version ADD COLUMN dateline TEXT",
    "ALTER TABLE version ADD COLUMN licence TEXT",
    """
CREATE TABLE capture_page (
    capture_id INTEGER NOT NULL REFERENCES capture (id),
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    fetched TEXT NOT NULL,
    PRIMARY KEY (capture_id, position)
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX capture_page_raw ON capture_page (raw_sha256)",
    """
CREATE TABLE edit (
    clip_id INTEGER NOT NULL REFERENCES clip (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('restore', 'remove')),
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (clip_id, position)
) STRICT, WITHOUT ROWID
""",
    "CREATE TABLE site_file (host TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID",
)


def step(connection: sqlite3.Connection) -> None:
    """Only additions: what was there stays as it is."""
    for statement in STATEMENTS:
        connection.execute(statement)
