"""What the user's documentation gives as an example is understood as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clipper.article.asking import Part, Word, parse
from tests.unit.article.asking.typing_queries import TODAY

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "searching.md").read_text("utf-8")
FIELDS, REST = PAGE.replace("```", "").split("## What is not a field")
TYPED = sorted(
    {
        each
        for each in re.findall(r"`([^`]+)`", FIELDS)
        if re.match(r"[a-z]+:[^\s`]", each) and "\n" not in each
    }
)


def read(text: str) -> Part | None:
    """The text with a blank behind it: its last word is finished."""
    return parse(f"{text} ", today=TODAY)


@pytest.mark.parametrize("typed", TYPED)
def test_an_example_of_a_field_is_one(typed: str) -> None:
    assert read(typed) is not None
    assert read(typed) != Word(typed)


@pytest.mark.parametrize(
    "typed", ["12:30", "http://news.example/", "note2:x", "is:purple", "published:2026-02-30"]
)
def test_an_example_of_a_word_is_one(typed: str) -> None:
    assert f"`{typed}`" in REST
    assert read(typed) == Word(typed)


def test_what_is_said_to_be_the_same_is() -> None:
    assert len(TYPED) > 40
    assert read("ferry strike OR walkout") == read("(ferry strike) OR walkout")
    assert read("published:2026-03..") == read("published:>=2026-03")
    assert read("published:..2026-03") == read("published:<=2026-03")
