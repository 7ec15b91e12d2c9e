"""Any text is a legal search."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.article import query
from clipper.article.query import Query, parse


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(query).failed == 0


@given(st.text())
def test_any_text_is_a_legal_search(text: str) -> None:
    found = parse(text)
    parts = (*found.words, *found.phrases, *found.excluded)
    assert all(part.strip() == part and part for part in parts)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=6))
def test_plain_words_are_the_words(words: list[str]) -> None:
    assert parse("  ".join(words)) == Query(words=tuple(words))


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ('"central bank"', Query(phrases=("central bank",))),
        ('-"central bank" rates', Query(words=("rates",), excluded=("central bank",))),
        ('an "unfinished phrase', Query(words=("an", "unfinished", "phrase"))),
        ("- --x", Query(words=("-",), excluded=("-x",))),
        ("俄罗斯 -体育", Query(words=("俄罗斯",), excluded=("体育",))),
        ('""', Query()),
    ],
)
def test_what_was_typed_is_what_is_meant(typed: str, query: Query) -> None:
    assert parse(typed) == query
