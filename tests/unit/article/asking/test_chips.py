"""What a window shows beneath the field, and what it does to the text."""

from __future__ import annotations

import pytest

from clipper.article.asking import (
    And,
    Chip,
    ChipKind,
    Not,
    Or,
    Part,
    Phrase,
    Tagged,
    Word,
    chips,
    parse,
    quoted,
    with_part,
    without,
    written,
)
from tests.unit.article.asking.typing_queries import TODAY


def shown(text: str) -> list[tuple[str, ChipKind, tuple[str, ...], bool]]:
    """Each chip: its source, kind, values, and whether it is negated."""
    return [(text[c.start : c.end], c.kind, c.values, c.is_negated) for c in chips(text, today=TODAY)]


@pytest.mark.parametrize(
    ("typed", "kind", "values"),
    [
        ("ferry", "word", ("ferry",)),
        ("ferr*", "word", ("ferr",)),
        ('"low tide"', "phrase", ("low tide",)),
        ("title:ferry", "title", ("ferry",)),
        ('author:"Jane Doe"', "by", ("Jane Doe",)),
        ("tag:energy", "tag", ("energy",)),
        ("in:Press/Water", "in", ("Press/Water",)),
        ("site:x", "site", ("x",)),
        ("url:x", "url", ("x",)),
        ("lang:pt", "lang", ("pt",)),
        ("section:x", "section", ("x",)),
        ("published:2026-03", "published", ("2026-03-01", "2026-03-31")),
        ("clipped:2026-03-04..", "clipped", ("2026-03-04", "")),
        ("updated:<2026", "updated", ("", "2025-12-31")),
        ("is:starred", "is", ("starred",)),
        ("has:images", "has", ("image",)),
        ("words:>800", "words", ("801", "")),
        ("words:<=800", "words", ("", "800")),
        ("(a OR b)", "any", ("a OR b",)),
        ("(a b)", "all", ("a b",)),
    ],
)
def test_every_kind_of_chip(typed: str, kind: ChipKind, values: tuple[str, ...]) -> None:
    assert shown(f"x {typed} y")[1] == (typed, kind, values, False)
    assert shown(f"x -{typed} y")[1] == (f"-{typed}", kind, values, True)
    assert shown(f"x NOT {typed} y")[1] == (f"NOT {typed}", kind, values, True)


def test_a_bracket_or_alternatives_are_one_chip() -> None:
    assert shown("  a b OR -c  ") == [("a b OR -c", "any", ("a b OR -c",), False)]
    assert [source for source, *_ in shown("a tag:(b OR c) (d e) -(f OR g)")] == [
        *["a", "tag:(b OR c)", "(d e)", "-(f OR g)"]
    ]
    assert [source for source, *_ in shown("a (b OR c ")] == ["a", "(b OR c"]


def test_what_means_nothing_has_no_chip() -> None:
    assert shown('a AND - "b tag: ) OR') == [("a", "word", ("a",), False), ("b", "word", ("b",), False)]
    assert chips(" - ", today=TODAY) == ()


def test_the_same_asked_twice_is_one_chip_and_goes_at_once() -> None:
    text = "tag:a ferry TAG:a -sport tag:a"
    tagged = chips(text, today=TODAY)[0]
    assert tagged == Chip(0, 5, Tagged("a"), "tag", ("a",), False, ((12, 17), (25, 30)))
    assert without(text, tagged) == "ferry -sport"


@pytest.mark.parametrize(
    ("typed", "place", "rest"),
    [
        ("ferry  tag:sport   low", 1, "ferry low"),
        ("ferry AND tag:sport", 0, "tag:sport"),
        ("ferry harbour", 1, "ferry "),
        ("ferry harb", 0, "harb"),
        ("ferry harbour ", 0, "harbour "),
        ("a OR b", 0, ""),
        ("a (b OR c", 0, "(b OR c"),
        ("a (b OR c ", 0, "(b OR c "),
        ('a "b c', 1, "a c"),
        ("北京“渡轮”港 ", 1, "北京 港 "),
        ('x title:"low tide" NOT y', 0, 'title:"low tide" NOT y'),
    ],
)
def test_a_chip_is_taken_away(typed: str, place: int, rest: str) -> None:
    assert without(typed, chips(typed, today=TODAY)[place]) == rest


def test_a_chip_of_another_text_takes_nothing_away() -> None:
    assert without("  ferry", chips("tag:x tag:y", today=TODAY)[1]) == "  ferry"


@pytest.mark.parametrize(
    ("typed", "part", "longer"),
    [
        ("", Tagged("energy"), "tag:energy"),
        ("ferry", Tagged("water board"), 'ferry tag:"water board"'),
        ("ferry tag:x", Tagged("x"), "ferry tag:x"),
        ("tag:x ferry", Tagged("x"), "tag:x ferry "),
        ("a OR b", Not(Tagged("x")), "(a OR b) -tag:x"),
        ("a", Or((Tagged("x"), Tagged("y"))), "a (tag:x OR tag:y)"),
        ("a (b OR c", Tagged("x"), "a (b OR c) tag:x"),
        ("published:today", Tagged("x"), "published:today tag:x"),
        ('a "b', Phrase("c d"), 'a b "c d"'),
        ("a", Word("ferry"), "a ferry "),
        ("a", And((Word("b"), Tagged("c"))), "a b tag:c"),
    ],
)
def test_a_part_is_added(typed: str, part: Part, longer: str) -> None:
    assert with_part(typed, part) == longer


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("energy", "energy"),
        ("渡轮", "渡轮"),
        ("Press/Water", "Press/Water"),
        ("pt-BR", "pt-BR"),
        ("water board", '"water board"'),
        ('5" disk', '"5"" disk"'),
        ("-x", '"-x"'),
        ("(x)", '"(x)"'),
        ("x*", '"x*"'),
        ("a:b", '"a:b"'),
        ("OR", '"OR"'),
        ("“x”", '"“x”"'),
        ("", '""'),
    ],
)
def test_a_value_is_quoted_where_it_must_be(value: str, text: str) -> None:
    assert quoted(value) == text


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (None, ""),
        (Word("ferry"), "ferry "),
        (Word("ferr", is_open=True), "ferr"),
        (Word("ferr", is_prefix=True), "ferr*"),
        (Not(Word("ferry", "title")), "-title:ferry"),
        (Or((Word("a"), And((Word("b"), Not(Or((Word("c"), Word("d")))))))), "a OR b -(c OR d)"),
        (And((Word("a"), Or((Word("b"), Word("c", is_open=True))))), "a (b OR c"),
        (Not(And((Word("a"), Word("b")))), "-(a b)"),
    ],
)
def test_a_tree_is_written(tree: Part | None, text: str) -> None:
    assert written(tree) == text
    assert parse(text, today=TODAY) == tree


@pytest.mark.parametrize("word", ["OR", "two words", "-x", "(x)", "tag:x", '"', "x*"])
def test_a_word_that_nobody_can_type_is_written_as_a_phrase(word: str) -> None:
    assert parse(written(Word(word)), today=TODAY) in {Phrase(word), None}
