"""Sentences are filled in, and never fail over a value that is missing or odd."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clipper import i18n
from clipper.clean import names, phrases
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
    assert "(" not in i18n.flag_sentence("teaser", [])


@given(st.text(), st.text())
@example("", ")0")
def test_braces_in_a_value_are_only_words(url: str, reason: str) -> None:
    said = i18n.flag_sentence("image_failed", [("url", url), ("reason", reason)])
    assert url in said
    assert reason in said


@pytest.mark.parametrize(("count", "words"), [(1, "1 clip"), (0, "0 clips"), (2000, "2000 clips")])
def test_counting(count: int, words: str) -> None:
    assert i18n.ngettext("{count} clip", "{count} clips", count) == words


def test_nothing_to_say_is_nothing() -> None:
    assert i18n._("") == ""


CLEANER = Path(i18n.__file__).parent / "clean"
TAKING = {"take", "add", "take_element"}
"""What the cleaner calls to say that it takes something out; the rule is the last or last but one word."""


def rules_of_the_cleaner() -> Iterator[str]:
    """Every rule that stands in the cleaner's code, as far as it can be read there."""
    yield from dict(names.PIECES)
    yield from phrases.RULES
    for file in CLEANER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from _taken(node)
            elif isinstance(node, ast.Dict):
                yield from _table(node)


def _taken(call: ast.Call) -> Iterator[str]:
    """The literal after the step, or after the list of removals."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    words = [
        each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    if name == "take" and len(call.args) == 3 and words:
        yield words[-1]
    elif name in TAKING and len(words) >= 2 and words[0] in STEPS:
        yield words[1]


def _table(table: ast.Dict) -> Iterator[str]:
    """The values of a table most of whose values are rules."""
    words = [each.value for each in table.values if isinstance(each, ast.Constant)]
    rules = {word for word in words if isinstance(word, str)}
    if rules and len(rules & i18n.REMOVALS.keys()) > len(rules) / 2:
        yield from rules


STEPS = {"furniture", "hidden", "body", "tidy", "lines", "pages", "edit", "site"}


def test_every_rule_of_the_cleaner_has_words() -> None:
    rules = set(rules_of_the_cleaner())
    assert {"share", "comments", "repeated_title", "icon_name"} <= rules
    assert sorted(rule for rule in rules if rule and rule not in i18n.REMOVALS) == []


def test_a_rule_of_a_newer_cleaner_still_says_something() -> None:
    assert i18n.removal_words("edit", "from_the_future") == "You took it out"
    assert i18n.removal_words("from_the_future", "from_the_future") == "No part of the article"


@pytest.mark.parametrize(
    "code",
    "teaser live_blog gallery index_page no_article paywall consent_wall not_logged_in".split(),  # noqa: SIM905
)
def test_every_kind_of_page_has_a_sentence_with_or_without_a_reason(code: str) -> None:
    bare = i18n.flag_sentence(code, [])
    assert bare != code
    assert bare.endswith(".")
    assert "()" not in bare
    assert i18n.flag_sentence(code, [("reason", "a_sign")]).endswith(".")


def test_every_sign_of_a_kind_of_page_has_words() -> None:
    signs = {
        node.value
        for name in ("kinds", "rights")
        for function in ast.walk(ast.parse((CLEANER / f"{name}.py").read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and ast.unparse(function.returns or function) == "str | None"
        for answer in ast.walk(function)
        if isinstance(answer, ast.Return) and answer.value is not None
        for node in (answer.value, *_branches(answer.value))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert {"cut", "type", "declared"} <= signs
    assert sorted(sign for sign in signs if sign not in i18n.REASONS) == []


def _branches(answer: ast.expr) -> list[ast.expr]:
    return [answer.body, answer.orelse] if isinstance(answer, ast.IfExp) else []
