"""Scores are what their definitions say, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.corpus import Gold
from tests.bench.score import (
    Reading,
    byline_agreement,
    counts_of,
    day_agreement,
    marks,
    page_f1,
    reading_of,
    title_agreement,
)

SET = Path("set")


def whole(text: str, **known: str) -> Gold:
    """Gold of a whole text."""
    return Gold(SET, "1", text=text, **known)  # type: ignore[arg-type]


def test_texts_are_compared_by_runs_of_four_words() -> None:
    counts = counts_of(whole("one two three four five"), "two three four five six")
    assert (counts.precision(), counts.recall()) == (0.5, 0.5)


def test_a_text_of_fewer_words_is_one_run() -> None:
    assert page_f1(whole("Just three words"), "just three words") == 0
    assert page_f1(whole("Just three words"), "Just – three, words!") == 1


def test_a_run_counts_as_often_as_it_comes() -> None:
    counts = counts_of(whole("a b c d"), "a b c d. a b c d")
    assert counts.recall() == 1
    assert counts.precision() == pytest.approx(1 / 5)


def test_means_are_of_pages_and_f1_is_of_means() -> None:
    golds = [whole("a b c d"), whole("a b c d e"), whole("x y z")]
    found = marks(golds, [Reading("a b c d"), Reading("a b c d q"), Reading()])
    assert found.precision == pytest.approx((1 + 0.5) / 2)  # the empty page says nothing
    assert found.recall == pytest.approx((1 + 0.5 + 0) / 3)
    assert found.f1 == pytest.approx(0.6)
    assert (found.pages, found.empty) == (3, 1)


def test_pieces_are_added_up_over_the_set() -> None:
    golds = [
        Gold(SET, "1", wanted=("a  b", "c"), unwanted=("menu", "footer")),
        Gold(SET, "2", wanted=("d",), unwanted=()),
    ]
    found = marks(golds, [Reading("a\nb menu"), Reading("d")])
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("gold", "title", "agrees"),
    [
        ("A – Ship’s Way", "a ship s way", 1),
        ("Ｆull", "full", 1),
        ("A ship", "A ship | News", 0),
        ("A", None, 0),
    ],
)
def test_titles(gold: str, title: str | None, agrees: float) -> None:
    assert title_agreement(gold, title) == agrees


@pytest.mark.parametrize(
    ("gold", "byline", "share"),
    [
        ("By Ann Lee and Bo Ek", ("Bo Ek", "Ann Lee"), 1),
        ("Von Ann Lee", ("Ann",), 2 / 3),
        (("Ann Lee",), ("Ann Lee",), 1),
        ("Ann Lee", (), 0),
    ],
)
def test_bylines(gold: str | tuple[str, ...], byline: Sequence[str], share: float) -> None:
    assert byline_agreement(gold, byline) == pytest.approx(share)


@pytest.mark.parametrize(
    ("gold", "published", "agrees"),
    [
        ("2024-5-1", "2024-05-01T10:00", 1),
        ("2024-03-02", "2024-03-01T23:30:00-05:00", 1),
        ("2024-03-01", "2024-03-01T23:30:00-05:00", 1),
        ("2024-03-02", "2024-03-01T23:30:00", 0),
        ("2024-03-02", None, 0),
        ("last spring", "2024-03-02", None),
    ],
)
def test_days(gold: str, published: str | None, agrees: float | None) -> None:
    assert day_agreement(gold, published) == agrees


def test_what_no_page_has_gold_for_is_not_known() -> None:
    found = marks([whole("a b c d", title="T")], [Reading("a b c d", title="t")])
    assert (found.title, found.byline, found.day) == (1, None, None)


def test_a_byline_may_be_one_string_or_many() -> None:
    assert reading_of({"byline": "Ann Lee"}).byline == ("Ann Lee",)
    assert reading_of({"byline": ["Ann Lee", "Bo Ek"]}).byline == ("Ann Lee", "Bo Ek")
    assert reading_of({"text": None}) == Reading()


@given(st.lists(st.text(st.characters(categories=("L", "N")), min_size=1), min_size=1))
def test_a_text_agrees_with_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert page_f1(whole(text), text) == 1
