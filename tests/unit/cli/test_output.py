"""What reaches a terminal or a program is whole and harmless, whatever a page says."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.cli.output import fitted, json_line, one_line, plain

ANY = st.text(st.characters(exclude_categories=()))
"""Any text, control characters and lone surrogates included."""


@given(ANY)
def test_no_control_character_of_a_page_reaches_the_terminal(text: str) -> None:
    shown = plain(text)
    assert not [each for each in shown if unicodedata.category(each) in ("Cc", "Cs") and each not in "\n\t"]
    shown.encode()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("\x1b]0;owned\x07Harbour", "]0;ownedHarbour"),
        ("\x1b[2JGone\x9b31m", "[2JGone31m"),
        ("user\u202egpj.exe", "usergpj.exe"),
        ("two\r\nlines\tand tabs", "two lines and tabs"),
        ("\u200fعنوان", "\u200fعنوان"),
    ],
)
def test_titles_that_try_to_drive_the_terminal(title: str, shown: str) -> None:
    assert one_line(title) == shown


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(st.dictionaries(ANY, ANY | st.none() | st.lists(ANY)))
def test_every_object_is_one_line_of_valid_utf8_json(value: dict[str, object]) -> None:
    line = json_line(value)
    assert len(line.decode().splitlines()) == 1
    read = json.loads(line)
    assert len(read) <= len(value)


@given(st.dictionaries(st.text(), st.text() | st.none()))
def test_sound_text_comes_back_from_json_unchanged(value: dict[str, object]) -> None:
    assert json.loads(json_line(value)) == value


def test_words_stay_readable_in_json() -> None:
    assert json_line({"title": "港口 الميناء"}) == '{"title": "港口 الميناء"}\n'.encode()


@given(st.text(), st.integers(4, 60))
def test_a_fitted_text_never_leaves_its_width(text: str, width: int) -> None:
    wide = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in fitted(text, width))
    marks = sum(1 for each in text if unicodedata.combining(each))
    assert wide - marks <= width


def test_fitted_counts_wide_characters_twice() -> None:
    assert fitted("港口开放", 8) == "港口开放"
    assert fitted("港口开放了", 8) == "港口开…"
