"""Sentences are filled in, and never fail over a value that is missing or odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper import i18n
from clipper.errors import HostUnknown, PageTooBig


def test_an_error_says_what_happened_and_what_can_be_done() -> None:
    assert "news.example" in i18n.sentence(HostUnknown("news.example"))
    assert "20 MB" in i18n.sentence(PageTooBig("http://a.example/", 20))
    assert i18n.hint(HostUnknown("news.example"))


def test_a_stored_error_says_the_same_as_the_living_one() -> None:
    error = PageTooBig("http://a.example/", 20)
    assert i18n.sentence_of(error.code, error.values) == i18n.sentence(error)
    assert i18n.hint_of(error.code, error.values) == i18n.hint(error)


def test_an_unknown_code_of_a_newer_clipper_still_says_something() -> None:
    assert i18n.sentence_of("from_the_future", [("x", "1")])
    assert i18n.flag_sentence("from_the_future", []) == "from_the_future"


def test_a_missing_value_becomes_nothing() -> None:
    assert "(404)" in i18n.flag_sentence("image_failed", [("reason", "404")])


@given(st.text(), st.text())
def test_braces_in_a_value_are_only_words(url: str, reason: str) -> None:
    said = i18n.flag_sentence("image_failed", [("url", url), ("reason", reason)])
    assert url in said
    assert reason in said


@pytest.mark.parametrize(("count", "words"), [(1, "1 clip"), (0, "0 clips"), (2000, "2000 clips")])
def test_counting(count: int, words: str) -> None:
    assert i18n.ngettext("{count} clip", "{count} clips", count) == words


def test_nothing_to_say_is_nothing() -> None:
    assert i18n._("") == ""
