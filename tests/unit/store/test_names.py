"""Names and paths."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.errors import BadName
from clipper.store import names


@given(st.lists(st.text(st.sampled_from("ab/\\ é"), min_size=1), min_size=1))
def test_a_path_is_read_as_it_was_written(parts: list[str]) -> None:
    assert names.split(names.join(parts)) == parts


@given(st.text())
def test_any_text_is_a_path_of_names_or_refused(path: str) -> None:
    try:
        proper = names.proper_path(path)
    except BadName:
        return
    assert names.proper_path(names.join(proper)) == proper


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "empty"),
        (" \t", "empty"),
        ("\u200b", "empty"),
        ("a\0b", "control"),
        ("a\nb", "control"),
        ("\udcff", "control"),
        ("x" * 201, "too_long"),
    ],
)
def test_what_is_no_name(name: str, why: str) -> None:
    with pytest.raises(BadName) as refused:
        names.proper(name)
    assert refused.value.why == why


def test_names_are_trimmed_and_composed() -> None:
    assert names.proper("  Cafe\u0301 ") == "Café"
    assert names.fold("CAFE\u0301") == names.fold("café")


def test_a_hundred_levels_and_no_more() -> None:
    assert len(names.proper_path("/".join("a" * 100))) == 100
    with pytest.raises(BadName) as refused:
        names.proper_path("/".join("a" * 101))
    assert refused.value.why == "too_deep"


def test_alphabet_knows_no_case_and_accents_come_after() -> None:
    assert sorted(["zebra", "Éclair", "eclair", "Apple"], key=names.order) == [
        "Apple",
        "eclair",
        "Éclair",
        "zebra",
    ]


def test_examples() -> None:
    assert doctest.testmod(names).failed == 0
