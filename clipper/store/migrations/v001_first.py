"""The first shape of a library."""

from __future__ import annotations

import sqlite3

TABLES = """
CREATE TABLE library (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE clip (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    version_id INTEGER REFERENCES version (id),
    added TEXT NOT NULL,
    captured TEXT NOT NULL,
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    trashed TEXT
) STRICT;
CREATE INDEX clip_newest ON clip (captured) WHERE trashed IS NULL;
CREATE INDEX clip_starred ON clip (captured) WHERE trashed IS NULL AND starred = 1;
CREATE INDEX clip_unread ON clip (captured) WHERE trashed IS NULL AND read = 0;
CREATE INDEX clip_trashed ON clip (trashed) WHERE trashed IS NOT NULL;

CREATE TABLE overlay (
    clip_id INTEGER NOT NULL PRIMARY KEY REFERENCES clip (id),
    title TEXT, byline TEXT, published TEXT, site TEXT, section TEXT, language TEXT, note TEXT
) STRICT;

CREATE TABLE address (
    key TEXT NOT NULL PRIMARY KEY,
    clip_id INTEGER NOT NULL REFERENCES clip (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX address_clip ON address (clip_id);

CREATE TABLE capture (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    clip_id INTEGER NOT NULL REFERENCES clip (id),
    url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    fetched TEXT NOT NULL
) STRICT;
CREATE INDEX capture_clip ON capture (clip_id);
CREATE INDEX capture_raw ON capture (raw_sha256);

CREATE TABLE version (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    clip_id INTEGER NOT NULL REFERENCES clip (id),
    capture_id INTEGER NOT NULL REFERENCES capture (id),
    made TEXT NOT NULL,
    cleaner TEXT NOT NULL,
    url TEXT NOT NULL,
    canonical_url TEXT,
    title TEXT,
    byline TEXT NOT NULL,
    published TEXT,
    site TEXT,
    section TEXT,
    keywords TEXT NOT NULL,
    language TEXT,
    direction TEXT,
    excerpt TEXT,
    lead_image TEXT,
    thumbnail TEXT,
    words INTEGER NOT NULL,
    flags TEXT NOT NULL
) STRICT;
CREATE INDEX version_clip ON version (clip_id);
CREATE INDEX version_capture ON version (capture_id);

CREATE TABLE version_text (
    version_id INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    removals TEXT NOT NULL
) STRICT;

CREATE TABLE version_image (
    version_id INTEGER NOT NULL REFERENCES version (id),
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    alt TEXT,
    caption TEXT,
    sha256 TEXT,
    media_type TEXT,
    width INTEGER,
    height INTEGER,
    problem TEXT,
    PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_image_sha256 ON version_image (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE tag (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    fold TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE clip_tag (
    clip_id INTEGER NOT NULL REFERENCES clip (id),
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (clip_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_tag_tag ON clip_tag (tag_id, clip_id);

CREATE TABLE collection (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    parent_id INTEGER REFERENCES collection (id),
    name TEXT NOT NULL,
    fold TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX collection_sibling ON collection (parent_id, fold);
CREATE UNIQUE INDEX collection_top ON collection (fold) WHERE parent_id IS NULL;

CREATE TABLE clip_collection (
    clip_id INTEGER NOT NULL REFERENCES clip (id),
    collection_id INTEGER NOT NULL REFERENCES collection (id),
    PRIMARY KEY (clip_id, collection_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_collection_collection ON clip_collection (collection_id, clip_id);

CREATE TABLE queue (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    collections TEXT NOT NULL,
    tags TEXT NOT NULL,
    added TEXT NOT NULL,
    owner TEXT,
    leased_until TEXT,
    problem TEXT,
    problem_values TEXT
) STRICT;

CREATE TABLE index_todo (
    turn INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    clip_id INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE act (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    made TEXT NOT NULL,
    undone INTEGER
) STRICT;

CREATE TABLE act_open (act_id INTEGER NOT NULL PRIMARY KEY REFERENCES act (id)) STRICT;

CREATE TABLE act_change (
    id INTEGER NOT NULL PRIMARY KEY,
    act_id INTEGER NOT NULL REFERENCES act (id),
    name TEXT NOT NULL,
    operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
    key TEXT NOT NULL,
    clip_id INTEGER,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX act_change_act ON act_change (act_id, name);
"""

FINDABLE = (
    ("clip", "INSERT", "new.id", ""),
    ("clip", "DELETE", "old.id", ""),
    ("clip", "UPDATE", "new.id", "WHEN old.version_id IS NOT new.version_id"),
    ("overlay", "INSERT", "new.clip_id", ""),
    ("overlay", "UPDATE", "new.clip_id", ""),
    ("overlay", "DELETE", "old.clip_id", ""),
)
"""What changes the words under which a clip is found: table, operation, which clip, when."""


def step(connection: sqlite3.Connection) -> None:
    """Make everything; the journal's triggers are made after every step by `journal.remake_triggers`."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    for table, operation, number, when in FINDABLE:
        connection.execute(
            f"CREATE TRIGGER todo_{table}_{operation.lower()} AFTER {operation} ON {table} {when} BEGIN "  # noqa: S608
            f"DELETE FROM index_todo WHERE clip_id = {number}; "
            f"INSERT INTO index_todo (clip_id) VALUES ({number}); END"
        )
