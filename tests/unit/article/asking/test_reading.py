"""Every line of the language, as `docs/searching.md` tells it."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from clipper.article import asking
from clipper.article.asking import (
    And,
    Has,
    HasName,
    InCollection,
    InLanguage,
    InSection,
    Not,
    OfSite,
    Or,
    Part,
    Phrase,
    State,
    StateName,
    Tagged,
    TextField,
    WithUrl,
    Word,
    parse,
)
from tests.unit.article.asking.typing_queries import TODAY

A, B, C = Word("a"), Word("b"), Word("c")


def read(text: str) -> Part | None:
    """The text with a blank behind it: its last word is finished."""
    return parse(f"{text} ", today=TODAY)


@pytest.mark.parametrize("name", ["", *(f".{each.name}" for each in pkgutil.iter_modules(asking.__path__))])
def test_the_examples_of_the_documentation_hold(name: str) -> None:
    module = importlib.import_module(f"{asking.__name__}{name}")
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("ferry", Word("ferry")),
        ('"low  tide"', Phrase("low tide")),
        ("ferr*", Word("ferr", is_prefix=True)),
        ("fer*y", Word("fer*y")),
        ("*ferry", Word("*ferry")),
        ("ferry-boat AT&T C++ U.S.", And((Word("ferry-boat"), Word("AT&T"), Word("C++"), Word("U.S.")))),
        ("f(x) report(s)", And((Word("f(x)"), Word("report(s)")))),
        ('5" 10"', And((Word('5"'), Word('10"')))),
        ("⛴️ 🇺🇦", And((Word("⛴️"), Word("🇺🇦")))),
    ],
)
def test_words_phrases_and_beginnings(typed: str, tree: Part) -> None:
    assert read(typed) == tree


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a(b OR c)", And((A, Or((B, C))))),
        ("a or b", And((A, Word("or"), B))),
        ("-a b", And((Not(A), B))),
        ("NOT a b", And((Not(A), B))),
        ("NOT(a OR b)", Not(Or((A, B)))),
        ("-(a b)", Not(And((A, B)))),
        ('-"low tide"', Not(Phrase("low tide"))),
        ("-tag:x", Not(Tagged("x"))),
        ("a OR -b", Or((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("-(-a)", A),
        ("NOT NOT a", A),
        ("NOT -a", A),
        ("--a", A),
        ("((a) ((b)))", And((A, B))),
        ("a b a", And((A, B))),
        ("a OR b OR (a OR c)", Or((A, B, C))),
    ],
)
def test_and_or_not_and_brackets(typed: str, tree: Part) -> None:
    assert read(typed) == tree


@pytest.mark.parametrize("field", ["title", "by", "text", "note"])
def test_fields_of_text_take_words_phrases_and_beginnings(field: TextField) -> None:
    assert read(f"{field}:ferry") == Word("ferry", field)
    assert read(f"{field}:ferr*") == Word("ferr", field, is_prefix=True)
    assert read(f'{field}:"low tide"') == Phrase("low tide", field)
    assert read(f"{field}:(a OR -b)") == Or((Word("a", field), Not(Word("b", field))))


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("tag:energy", Tagged("energy")),
        ('tag:" Water board "', Tagged("Water board")),
        ('in:"Press/Water board"', InCollection("Press/Water board")),
        (r"in:Press\/Radio/2026", InCollection(r"Press\/Radio/2026")),
        ("site:Le_Monde", OfSite("Le_Monde")),
        ("url:https://x.example/a_(b)?c=d", WithUrl("https://x.example/a_(b)?c=d")),
        ("lang:pt-BR", InLanguage("pt-BR")),
        ("section:Культура", InSection("Культура")),
        ("tag:(a OR b)", Or((Tagged("a"), Tagged("b")))),
        ('tag:(a "b c" -d)', And((Tagged("a"), Tagged("b c"), Not(Tagged("d"))))),
        ("tag:(a OR title:b)", Or((Tagged("a"), Word("b", "title")))),
        ("tag:(a (b OR c))", And((Tagged("a"), Or((Tagged("b"), Tagged("c")))))),
        ("tag:-x", Tagged("-x")),
        ("tag:x*", Tagged("x*")),
        ("tag:a:b", Tagged("a:b")),
    ],
)
def test_fields_that_take_a_name(typed: str, tree: Part) -> None:
    assert read(typed) == tree


@pytest.mark.parametrize(
    "name", ["starred", "unread", "read", "trashed", "teaser", "duplicate", "unfiled", "untagged"]
)
def test_how_a_clip_stands(name: StateName) -> None:
    assert read(f"is:{name}") == read(f"IS:{name.upper()}") == State(name)


@pytest.mark.parametrize("name", ["note", "highlight", "image", "version", "tag"])
def test_what_a_clip_has(name: HasName) -> None:
    assert read(f"has:{name}") == read(f"has:{name}s") == Has(name)


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("author:x", "by:x"),
        ("body:x", "text:x"),
        ("collection:x", "in:x"),
        ("language:x", "lang:x"),
        ("captured:2026", "clipped:2026"),
        ("after:2026-01", "published:>=2026-01"),
        ("before:2026-01", "published:<2026-01"),
        ("TITLE:x", "title:x"),
        ("Tag:X", "tag:X"),
    ],
)
def test_other_names_of_a_field(alias: str, name: str) -> None:
    assert read(alias) == read(name) is not None


@pytest.mark.parametrize(
    "typed",
    [
        *["foo:bar", "http://x.example/", "12:30", r"C:\x", "a:b:c", "12:"],
        *[
            "is:purple",
            "has:foo",
            "published:soon",
            "published:2026-02-30",
            "published:2026-13",
            "clipped:..",
        ],
        *[
            "words:many",
            "words:<0",
            "words:..",
            "words:>",
            "after:2026..2027",
            "before:>2026",
            "words:9999999999",
        ],
    ],
)
def test_what_cannot_be_a_field_is_a_word(typed: str) -> None:
    assert read(typed) == Word(typed)


def test_what_a_field_cannot_have_is_looked_for_everywhere() -> None:
    assert read('is:"low tide"') == Phrase("low tide")
    assert read("is:(starred OR ferry)") == Or((State("starred"), Word("ferry")))
    assert read("tag:(is:purple)") == Tagged("is:purple")
    assert read('foo:"low tide"') == And((Word("foo:"), Phrase("low tide")))


@pytest.mark.parametrize(
    "typed",
    [
        *[
            "",
            "  ",
            "-",
            "--",
            "- -",
            '"',
            '""',
            "()",
            "((",
            ")",
            "*",
            "...",
            "!?",
            "、",
            "OR",
            "AND",
            "NOT",
            "NOT OR",
        ],
        *[
            "tag:",
            "title:",
            "tag:()",
            'tag:""',
            'title:"..."',
            "title:*",
            "is:",
            "-tag:",
            "NOT tag:",
            "-OR",
            "--OR",
        ],
    ],
)
def test_what_asks_nothing(typed: str) -> None:
    assert read(typed) is None
    assert read(f"a {typed}") == A
    assert parse(typed, today=TODAY) is None


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ('a "b', And((A, B))),
        ('tag:"b', B),
        ("a) b", And((A, B))),
        ("a OR", A),
        ("OR a", A),
        ("a OR OR b", Or((A, B))),
        ("a NOT", A),
        ("- a", A),
        ("tag: a", A),
        ("title: a", A),
    ],
)
def test_what_is_not_finished_is_no_mistake(typed: str, tree: Part) -> None:
    assert read(typed) == tree


def test_a_bracket_that_is_not_closed_yet_holds_what_follows() -> None:
    assert read("a (b OR c") == read("a (b OR c)")
    assert read("-(a b") == read("-(a b)")
    assert read("tag:(a OR b") == read("tag:(a OR b)")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("ferr", Word("ferr", is_open=True)),
        ("a ferr", And((A, Word("ferr", is_open=True)))),
        ("title:ferr", Word("ferr", "title", is_open=True)),
        ("a (b OR c", And((A, Or((B, Word("c", is_open=True)))))),
        ("title:(a OR b", Or((Word("a", "title"), Word("b", "title", is_open=True)))),
        ("published:202", Word("published:202", is_open=True)),
        ("ferr ", Word("ferr")),
        ("ferr*", Word("ferr", is_prefix=True)),
        ("(a)", A),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("b -(a", And((B, Not(A)))),
        ('"a"', Phrase("a")),
        ("tag:a", Tagged("a")),
    ],
)
def test_the_word_that_is_being_typed_is_open(typed: str, tree: Part) -> None:
    assert parse(typed, today=TODAY) == tree
