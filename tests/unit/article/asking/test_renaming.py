"""Queries that are kept follow the names in them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.article.asking import NamedField, parse, renamed

TODAY = date(2026, 11, 24)


def follow(name: str) -> str | None:
    return "new name" if name.casefold() == "old" else None


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("tag", "tag:old", 'tag:"new name"'),
        ("tag", 'ferry  -TAG:"OLD" OR x', 'ferry  -TAG:"new name" OR x'),
        ("tag", "(tag:old tag:other) clipped:today", '(tag:"new name" tag:other) clipped:today'),
        ("tag", "tag:(old OR b)", 'tag:"new name" OR tag:b'),
        ("tag", '"see tag:old" tag:old', '"see tag:old" tag:"new name"'),
        ("tag", '"see tag:old" tag:(old x) clipped:today', '"see tag:old" tag:(old x) clipped:today'),
        ("tag", "tag:older in:old old", "tag:older in:old old"),
        ("in", "in:old collection:old tag:old", 'in:"new name" collection:"new name" tag:old'),
        ("in", "ferry", "ferry"),
    ],
)
def test_only_what_is_concerned_is_written_anew(field: NamedField, before: str, after: str) -> None:
    assert renamed(before, field, follow) == after


words = st.sampled_from(
    ["tag:old", "-tag:OLD", "tag:(old OR x)", 'tag:"old"', "in:old", "old", '"tag:old"', "(", ")", "OR", "-"]
)


@given(st.lists(words, max_size=8))
def test_it_asks_the_same_by_the_new_name(pieces: list[str]) -> None:
    text = " ".join(pieces)
    asked = str(parse(text, today=TODAY)).replace("Tagged(name='OLD')", "Tagged(name='old')")
    made = renamed(text, "tag", lambda name: "young" if name.casefold() == "old" else None)
    expected = asked.replace("Tagged(name='old')", "Tagged(name='young')")
    assert str(parse(made, today=TODAY)) == expected or asked.count("Tagged(name='old')") > 1
    assert "Tagged(name='old')" not in str(parse(made, today=TODAY))
