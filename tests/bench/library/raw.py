"""The yardstick: the same texts in a file of raw `sqlite3`, in a full-text table with its defaults."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from tests.bench.library.asking import Asked, apart
from tests.bench.library.clips import MadeClip

YARDSTICK = "raw FTS5, ORDER BY rank"
FIRST = 50
FILE = "raw.db"
_TABLES = (
    "CREATE VIRTUAL TABLE texts USING fts5(title, byline, body)",
    "CREATE TABLE clip_tag (tag TEXT, clip INTEGER, PRIMARY KEY (tag, clip)) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE chinese USING fts5(title, byline, body)",
)
_INSERT = "INSERT INTO texts (rowid, title, byline, body) VALUES (?, ?, ?, ?)"
_INSERT_CHINESE = "INSERT INTO chinese (rowid, title, byline, body) VALUES (?, ?, ?, ?)"
_SHOWN = "SELECT {0}.rowid, title, byline, snippet({0}, -1, '[', ']', '…', 24) FROM {0}"
_BEST = f"ORDER BY rank LIMIT {FIRST}"
_TAGGED = "CROSS JOIN clip_tag WHERE texts MATCH ? AND clip_tag.tag = ? AND clip_tag.clip = texts.rowid"
"""CROSS JOIN: the index is asked once. With the tag outside it would be asked once for each of its clips."""


class Raw:
    """The yardstick's file, opened."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE
        self._connection = sqlite3.connect(self.file)

    def begin(self) -> None:
        """The tables, and the one transaction in which everything is added."""
        for statement in (*_TABLES, "BEGIN"):
            self._connection.execute(statement)

    def add(self, clips: Sequence[MadeClip]) -> None:
        """What `adding` is measured against: `executemany` into the table of texts and that of tags."""
        rows = [(each.number, each.title, ", ".join(each.byline), each.text) for each in clips]
        links = [(tag, each.number) for each in clips for tag in each.tags]
        self._connection.executemany(_INSERT, rows)
        self._connection.executemany("INSERT INTO clip_tag VALUES (?, ?)", links)

    def add_chinese(self, clips: Sequence[MadeClip]) -> None:
        """What the yardstick needs to find Chinese at all; counts neither for `adding` nor for the size."""
        rows = [
            (each.number, apart(each.title), ", ".join(each.byline), apart(each.text))
            for each in clips
            if each.language == "zh"
        ]
        self._connection.executemany(_INSERT_CHINESE, rows)

    def commit(self) -> None:
        """End the transaction."""
        self._connection.commit()

    def frequencies(self) -> dict[str, int]:
        """In how many clips each word of letters stands, Chinese aside."""
        self._connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, texts, row)")
        rows = self._connection.execute("SELECT term, doc FROM temp.vocabulary WHERE term < ?", ("\u2e80",))
        return {term: count for term, count in rows if term.isalpha()}

    def search(self, asked: Asked) -> list[tuple[int, str, str, str]]:
        """The best fifty with their snippets."""
        table = "chinese" if asked.kind == "cjk" else "texts"
        shown = _SHOWN.format(table)
        if asked.tag is not None:
            return self._connection.execute(f"{shown} {_TAGGED} {_BEST}", (asked.match, asked.tag)).fetchall()
        return self._connection.execute(f"{shown} WHERE {table} MATCH ? {_BEST}", (asked.match,)).fetchall()

    def size(self) -> int:
        """Bytes of the texts and their index, those of the Chinese table left out."""
        count = "SELECT sum(pgsize) FROM dbstat WHERE name NOT LIKE 'chinese%'"
        try:
            return int(self._connection.execute(count).fetchone()[0])
        except sqlite3.OperationalError:  # a SQLite without that table
            return self.file.stat().st_size

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
