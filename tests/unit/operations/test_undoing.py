"""Undo and redo of everything that the operations can do."""

from __future__ import annotations

import ast
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper import i18n, wiring
from clipper.article.organising import Rule, SmartCollection
from clipper.errors import CannotRedo, CannotUndo, ClipperError
from clipper.operations import editing, find, highlights, organise, parts, rules, site_rules, smart
from clipper.operations.desk import Desk
from clipper.settings import Settings
from clipper.store import Library
from tests.unit.operations.acting import ACTS, Chance, images, keep
from tests.unit.operations.plain_cleaner import PlainCleaner

OPERATIONS = Path(organise.__file__).parent
NO_ACTS = {"queue"}
"""Codes under which nothing is journalled: there is nothing to undo in the queue."""
ELSEWHERE = {"always_keep", "always_strip", "site_import"}
"""Acts that write nothing else than one in ACTS does, and need more of a page or file."""


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    """A desk, closed at the end; nothing is put into the search index."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Library, "care", lambda _library: None)
        made = wiring.build(folder, Settings(), pages=1)
        try:
            yield replace(made, cleaner=PlainCleaner())
        finally:
            made.close()


def codes() -> set[str]:
    """Every code that an operation gives an act, as far as it is written out."""
    found: set[str] = set()
    for file in OPERATIONS.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "act"
            ):
                found |= {
                    each.value
                    for each in ast.walk(node.args[0])
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    return found - NO_ACTS


def test_every_act_has_words_and_is_undone_here() -> None:
    assert codes() - set(i18n.ACTS) == set()
    assert codes() - {name.split()[0] for name in ACTS} - ELSEWHERE == set()


def act(desk: Desk, name: str, seed: int) -> bool:
    """Do it; whether it was an act."""
    before = find.done(desk, 1)
    try:
        ACTS[name](desk, Chance(desk, random.Random(seed)))
    except ClipperError:
        assert find.done(desk, 1) == before
    return find.done(desk, 1) != before


steps = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 50)), min_size=1, max_size=16)


@settings(max_examples=12, deadline=None)
@given(steps, st.integers(0, 16))
def test_any_acts_undone_to_the_start_and_done_again_to_the_end(
    sequence: list[tuple[str, int]], reopened: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "library"
        with opened(folder) as desk:
            states = [images(desk)]
            for step in [("clip", 0), ("clip", 1), *sequence]:
                if act(desk, *step):
                    states.append(images(desk))
                assert images(desk) == states[-1], step
            undo_to(desk, states, reopened)
        with opened(folder) as desk:
            undo_to(desk, states[: len(states) - min(reopened, len(states) - 1)], len(states))
            for state in states[1 : len(states) // 2]:
                organise.redo(desk)
                assert images(desk) == state
        with opened(folder) as desk:
            for state in states[max(1, len(states) // 2) :]:
                organise.redo(desk)
                assert images(desk) == state


def undo_to(desk: Desk, states: list[dict[str, Any]], most: int) -> None:
    """Undo one act after another."""
    for state in states[:-1][::-1][:most]:
        organise.undo(desk)
        assert images(desk) == state


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with something of everything."""
    folder = tmp_path_factory.mktemp("undoing") / "library"
    with opened(folder) as desk:
        for seed in range(12):
            act(desk, "clip", seed)
        own, edited, *others = sorted(find.listing(desk))
        editing.edit_text(desk, own, "<p>My own harbour</p>")
        parts.remove_part(desk, edited, 1)
        parts.restore_part(desk, edited, 2)
        organise.tag(desk, [own, edited], ["a", "b"])
        organise.star(desk, [own], on=True)
        organise.mark_read(desk, [own], on=True)
        organise.trash(desk, others[:1])
        for name in ("a", "b"):
            organise.file_into(desk, [own, edited], name)
            smart.make(desk, SmartCollection(name, "harbour"))
            rules.add(desk, Rule(name, "harbour", ("a/b",), ("both",), starred=True))
        highlights.add(desk, edited, "Ships")
        site_rules.save(desk, "news1.example", "strip = '.nothing'\n")
    return folder


@pytest.mark.parametrize("name", sorted(ACTS))
def test_each_act_alone(name: str, full: Path, tmp_path: Path) -> None:
    """In a library with something of everything, until chance has it change something."""
    folder = Path(shutil.copytree(full, tmp_path / "library"))
    with opened(folder) as desk:
        before = images(desk)
        assert any(act(desk, name, seed) for seed in range(100)), "chance never had it change anything"
        after = images(desk)
        organise.undo(desk)
        assert images(desk) == before != after
    with opened(folder) as desk:
        organise.redo(desk)
        assert images(desk) == after


def test_acts_are_told_in_words(desk: Desk) -> None:
    chance = Chance(desk, random.Random(1))
    keep(desk, chance)
    keep(desk, Chance(desk, random.Random(5)))
    number = find.listing(desk)[0]
    title = find.rows(desk, [number])[0].title
    organise.tag(desk, find.listing(desk), ["energy"])
    organise.rename_tag(desk, "energy", "power")
    organise.star(desk, [number], on=True)
    organise.delete_tag(desk, "power")
    told = [
        i18n.act_words(each.code, each.clips, each.title, each.names) for each in find.done(desk, limit=4)
    ]
    assert told[0] == "Tag deleted “power”: 2 clips"
    assert told[1] == f"Star given: {title}"
    assert told[2].startswith("Tag renamed “energy → power”")
    assert told[3] == "Tagged “energy”: 2 clips"


def test_an_act_by_number_is_undone_and_done_again(desk: Desk) -> None:
    keep(desk, Chance(desk, random.Random(1)))
    number = find.listing(desk)[0]
    star = organise.star(desk, [number], on=True).act
    note = organise.note(desk, number, "a note").act
    assert star and note
    organise.undo(desk, star)
    organise.undo(desk, note)
    assert [each.id for each in find.undone(desk)] == [note, star]
    organise.redo(desk, star)
    row = find.rows(desk, [number])[0]
    assert row.starred and row.note is None
    with pytest.raises(CannotRedo):
        organise.redo(desk, star)
    with pytest.raises(CannotUndo):
        organise.undo(desk, note)
    assert organise.redo(desk).act == note
