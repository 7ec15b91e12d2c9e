"""What holds of every text that anybody can type."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.article.asking import (
    And,
    Not,
    Or,
    Part,
    Phrase,
    Tagged,
    Word,
    all_of,
    chips,
    finished,
    parse,
    quoted,
    with_part,
    without,
    written,
)
from tests.unit.article.asking.typing_queries import CALM, TODAY, TYPED


def read(text: str) -> Part | None:
    """The text as it is read on the day of these tests."""
    return parse(text, today=TODAY)


def walked(tree: Part | None, depth: int = 0) -> Iterator[tuple[Part, int]]:
    """Every part of the tree with its depth."""
    if tree is None:
        return
    yield tree, depth
    for part in tree.parts if isinstance(tree, And | Or) else [tree.part] if isinstance(tree, Not) else []:
        yield from walked(part, depth + 1)


@CALM
@given(TYPED)
def test_every_text_is_a_query_and_its_tree_is_simple(text: str) -> None:
    tree = read(text)
    assert pickle.loads(pickle.dumps(tree)) == tree
    for part, depth in walked(tree):
        assert depth <= 60
        if isinstance(part, Not):
            assert not isinstance(part.part, Not)
        if isinstance(part, And | Or):
            assert len(part.parts) > 1
            assert len(set(part.parts)) == len(part.parts)
            assert type(part) not in {type(each) for each in part.parts}
        if isinstance(part, Word):
            assert part.text.split() == [part.text]
        if isinstance(part, Phrase):
            assert " ".join(part.text.split()) == part.text != ""


@CALM
@given(TYPED)
def test_only_the_last_word_can_be_one_that_is_being_typed(text: str) -> None:
    leaves = [part for part, _depth in walked(read(text)) if isinstance(part, Word)]
    assert not any(word.is_open for word in leaves[:-1])
    assert all(not word.is_prefix for word in leaves if word.is_open)
    assert read(f"{text} ") == finished(read(text))


@CALM
@given(TYPED)
def test_what_was_read_can_be_written_and_read_again(text: str) -> None:
    tree = read(text)
    assert read(written(tree)) == tree


@CALM
@given(TYPED)
def test_the_chips_together_are_the_query(text: str) -> None:
    shown = chips(text, today=TODAY)
    assert all_of(chip.part for chip in shown) == read(text)
    assert all(text[chip.start : chip.end].strip() == text[chip.start : chip.end] != "" for chip in shown)
    starts = [chip.start for chip in shown]
    assert starts == sorted(set(starts))


@CALM
@given(TYPED, st.data())
def test_a_chip_taken_away_is_no_longer_asked(text: str, data: st.DataObject) -> None:
    shown = chips(text, today=TODAY)
    if shown:
        chip = data.draw(st.sampled_from(shown))
        assert read(without(text, chip)) == all_of(each.part for each in shown if each != chip)


@CALM
@given(TYPED, TYPED)
def test_a_part_that_is_added_is_asked_too_and_once(text: str, other: str) -> None:
    part = finished(read(other))
    if part is not None:
        longer = with_part(text, part)
        assert read(longer) == all_of((finished(read(text)), part))


@CALM
@given(TYPED, st.text(min_size=1).map(str.strip).filter(bool))
def test_a_facet_that_is_added_twice_stands_there_once(text: str, name: str) -> None:
    once = with_part(text, Tagged(name))
    assert with_part(once, Tagged(name)) == once


@CALM
@given(st.text().map(str.strip).filter(bool) | TYPED.map(str.strip).filter(bool))
def test_every_value_can_be_written(value: str) -> None:
    assert read(f"tag:{quoted(value)}") == Tagged(value)
    assert read(f"ferry -tag:({quoted(value)}) ") == And((Word("ferry"), Not(Tagged(value))))


@CALM
@given(st.lists(st.sampled_from(["ferry", "tag:a", '"low tide"', "OR", "NOT", "(a OR b)", "-x"]), max_size=8))
def test_how_many_blanks_there_are_does_not_matter(terms: list[str]) -> None:
    assert read("\u3000 \n".join(["", *terms, ""])) == read(" ".join([*terms, ""]))


@pytest.mark.parametrize(
    "half", ["(", "-(", "tag:(", "a OR (b ", "(a OR -(b ", "NOT (", '"', "“", "-", "a:(", "f(", "中(", '""']
)
def test_whatever_is_repeated_without_end_is_read(half: str) -> None:
    text = half * (10_000 // len(half))
    tree = read(text)
    assert pickle.loads(pickle.dumps(tree)) == tree
    assert hash(tree) == hash(read(text))
    assert read(written(tree)) == tree
    assert len(repr(tree)) < 3_000_000


def test_brackets_of_any_depth_leave_the_stack_alone() -> None:
    deep = "(" * 5_000 + "ferry" + ")" * 5_000 + " harbour "
    assert read(deep) == And((Word("ferry"), Word("harbour")))
    assert sys.getrecursionlimit() < 5_000
