"""Old libraries open; tables.py and the steps say the same."""

from __future__ import annotations

import shutil
import sqlite3
import warnings
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.types import TypeEngine

from clipper.article.article import Edit
from clipper.errors import LibraryDamaged
from clipper.jobs import Ticket
from clipper.store import Library, acts, clips, collections, migrations, queue, revising, rules, smart, tags
from clipper.store import tables as t
from clipper.store.check import check
from tests.unit.store.making import found, listed

LIBRARIES = sorted((Path(__file__).parents[2] / "data" / "libraries").glob("v*"))


def test_every_version_has_its_library() -> None:
    assert [folder.name for folder in LIBRARIES] == [f"v{n + 1:03}" for n in range(len(migrations.STEPS))]


@pytest.mark.parametrize("kept", LIBRARIES, ids=lambda folder: str(folder.name))
def test_a_kept_library_opens_with_everything(kept: Path, tmp_path: Path) -> None:
    library = Library.open(Path(shutil.copytree(kept, tmp_path / "library")))
    assert listed(library) == [3, 1] and listed(library, "trash") == [2]
    with library.reading() as reading:
        clip = clips.load(reading, clips.resolve(reading, "1"))
        assert clip.row.title == "Harbour opens again" and clip.row.note == "Ask the harbour master"
        assert clip.row.collections == ("Politics/Ports",) and clip.row.tags == ("harbour", "Trade")
        assert clip.row.starred and clip.images[0].sha256 is not None
        assert library.blobs.get(clip.images[0].sha256) and library.blobs.get(
            clips.raw_sha256(reading, clip.row.id)
        )
        assert [node.path for node in collections.tree(reading)] == ["Politics", "Politics/Ports"]
        assert [each.name for each in tags.counts(reading)] == ["harbour", "Trade"]
        assert [line.problem for line in queue.waiting(reading)] == [None, "timed_out"]
    assert found(library, "harbour master") == [1] and found(library, "港口") == [3]
    acts.undo(library, None)
    assert listed(library) == [3, 2, 1]
    assert check(library, Ticket()) == []
    library.close()


def test_what_the_second_version_added_comes_back(tmp_path: Path) -> None:
    library = Library.open(Path(shutil.copytree(LIBRARIES[1], tmp_path / "library")))
    with library.reading() as reading:
        basis = revising.basis(reading, library.blobs, clips.resolve(reading, "1"))
    row = basis.clip.row
    assert (row.updated, row.agency, row.dateline, row.licence) == (
        *("2026-03-02", "Reuters", "BEIRUT", "CC BY 4.0"),
    )
    assert basis.clip.edits == (Edit("remove", "/html/body/p[2]", "Sign up for our letters"),)
    assert [page.url for page in basis.pages] == [
        *("https://news.example/harbour", "https://news.example/harbour?page=2"),
    ]
    assert b"second page" in basis.pages[1].html
    assert library.site_rules.hosts() == ["news.example"]
    library.close()


def test_what_the_third_version_added_comes_back(tmp_path: Path) -> None:
    library = Library.open(Path(shutil.copytree(LIBRARIES[2], tmp_path / "library")))
    with library.reading() as reading:
        ports, asia = (clips.load(reading, clips.resolve(reading, each)) for each in ("1", "3"))
        (marked,) = ports.highlights
        assert (marked.anchor.quote, marked.colour, marked.note) == ("harbour", "green", "Look **here**")
        assert (asia.row.agency, asia.row.page, asia.row.edition) == ("Xinhua", "7", "Morning")
        assert (asia.row.medium, asia.row.rights) == ("print", "Quote only")
        assert asia.row.custom == (("Desk", "Asia"),) and asia.text.endswith("My own line.")
        (saved,) = smart.listed(reading)
        assert (saved.name, saved.query) == ("Ports lately", "tag:harbour clipped:this-year")
        (rule,) = rules.listed(reading)
        assert (rule.name, rule.query) == ("Harbours", "harbour")
        assert [node.colour for node in collections.tree(reading)] == [None, "green"]
        assert {each.name: each.colour for each in tags.counts(reading)} == {"harbour": "red", "Trade": None}
    assert found(library, "line") == [3]
    library.close()


@pytest.mark.parametrize("kept", LIBRARIES, ids=lambda folder: str(folder.name))
def test_an_old_file_and_a_new_one_have_the_same_shape(kept: Path, tmp_path: Path, library: Library) -> None:
    old = Library.open(Path(shutil.copytree(kept, tmp_path / "old")))
    old.close()
    with closing(sqlite3.connect(old.file)) as one, closing(sqlite3.connect(library.file)) as other:
        shape = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
        assert one.execute(shape).fetchall() == other.execute(shape).fetchall()


def test_tables_and_steps_do_not_drift(library: Library) -> None:
    with library.reading() as reading, warnings.catch_warnings():
        context = MigrationContext.configure(reading.connection, opts={"compare_type": _other_type})
        assert compare_metadata(context, t.metadata) == []
        declared = {index.name for table in t.metadata.tables.values() for index in table.indexes}
        query = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        assert set(reading.connection.exec_driver_sql(query).scalars()) == declared


def _other_type(
    _context: Any, _inspected: Any, _column: Any, found_type: TypeEngine[Any], wanted: TypeEngine[Any]
) -> bool:
    """STRICT tables know few types: compare what a type of ours is made of."""
    made_of = getattr(wanted, "impl_instance", wanted)
    return not isinstance(made_of, type(found_type)) and not isinstance(found_type, type(made_of))


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE library ADD COLUMN more TEXT")


def test_a_step_is_taken_once_with_a_copy_before(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.close()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, add_column))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    for _time in range(2):
        Library.open(library.folder).close()
    with closing(sqlite3.connect(library.file)) as file:
        assert file.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION
        assert file.execute("SELECT more FROM library").fetchall() != []
    (copy,) = library.folder.glob("library-before-*.db")
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION - 1


def spoil(connection: sqlite3.Connection) -> None:
    add_column(connection)
    connection.execute("INSERT INTO clip_tag VALUES (77, 77)")


def test_a_step_that_spoils_something_is_not_taken(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.close()
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", (*migrations.STEPS, spoil))
        patched.setattr(migrations, "VERSION", migrations.VERSION + 1)
        with pytest.raises(LibraryDamaged):
            Library.open(library.folder)
    again = Library.open(library.folder)
    assert check(again, Ticket()) == []
    again.close()
