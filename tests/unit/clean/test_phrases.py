"""The vocabulary of chrome: what is recognised in each language, and that prose which quotes it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.clean import lexicon, phrases
from tests.unit.clean.chrome_lines import QUOTED, ROWS

LANGUAGES = [language for languages in lexicon.SCRIPTS.values() for language in languages]
LINES = [
    pytest.param(line, kind, id=f"{language}-{line}")
    for language, kinds in ROWS.items()
    for kind, lines in kinds.items()
    for line in lines.split("|")
]


def written(language: str) -> list[tuple[str, str]]:
    """Each phrase of a language's file with its kind, numbers filled in."""
    return [
        (kind, each.replace("#", "3"))
        for kind, text in lexicon.phrases_of(language).items()
        for phrase in text.split("\n")
        for each in lexicon.written_out(phrase)
    ]


def test_every_language_has_a_row() -> None:
    assert set(ROWS) == set(QUOTED) == set(LANGUAGES)


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_a_line_of_chrome_is_known_by_its_kind(line: str, kind: str) -> None:
    assert phrases.kind_of(line) == kind
    assert phrases.rule_of(line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_holds_phrases_that_can_be_found(language: str) -> None:
    for kind, phrase in written(language):
        assert kind in lexicon.KINDS or kind in lexicon.BEGINNINGS
        if language not in lexicon.SCRIPTS["latin"] and kind in lexicon.KINDS:
            assert not (phrase.isascii() and phrase.isalpha()), f"{phrase} belongs into any.txt"
        if kind in lexicon.BEGINNINGS:
            assert lexicon.key(phrase).count(" ") < 8, phrase
        elif kind != "word" and lexicon.key(phrase) != "#" and len(phrase) <= phrases.LONGEST:
            known = phrases.kind_of(phrase)
            assert known or lexicon.key(phrase) in _words(language), phrase


def _words(language: str) -> set[str]:
    return {lexicon.key(word) for kind, word in written(language) if kind == "word"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_makes_chrome_of_a_sentence_that_quotes_it(language: str) -> None:
    for kind, phrase in written(language):
        sentence = QUOTED[language].format(phrase)
        assert phrases.rule_of(sentence) is None, (kind, sentence)
        assert not phrases.is_footnote(sentence), sentence


@given(st.sampled_from(LINES), st.sampled_from(sorted(QUOTED.values())), st.booleans())
def test_a_phrase_among_other_words_is_prose(line: object, sentence: str, before: bool) -> None:
    phrase = str(line.values[0])  # type: ignore[attr-defined]
    rest = sentence.replace("{}", "")
    mixed = f"{phrase} {rest}" if before else f"{rest} {phrase}"
    assert phrases.rule_of(mixed) is None


@given(st.text(max_size=170))
def test_any_line_is_answered(text: str) -> None:
    rule = phrases.rule_of(text)
    assert rule is None or rule in phrases.RULES
    phrases.is_footnote(text)
    phrases.asks(text)
    for kind in lexicon.BEGINNINGS:
        phrases.begins_with(text, kind)
        phrases.count_of(text, kind)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    once = lexicon.key(text)
    assert lexicon.key(once.replace("#", "7")) == once


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Share | Print (3) | Comments", "share"),
        ("👉 Read also:", "related"),
        ("\ue80d Share", "share"),
        ("Facebook Twitter WhatsApp Telegram", "share"),
        ("Tags: Share Print", "share"),
        ("World Business Sport Culture", "navigation"),
        ("Reading Time: 3 mins read", "reading_time"),
        ("0:00 / 3:25", "player"),
        ("12:30", None),
        ("12", None),
        ("2024", None),
        ("World", None),
        ("Politics", None),
        ("Share price", None),
        ("Teilen Share Partager", None),
        ("World Cup", None),
        ("Background", None),
        ("Results", None),
        ("Day 3", None),
    ],
)
def test_lines_of_several_phrases(line: str, rule: str | None) -> None:
    assert phrases.rule_of(line) == rule


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Follow us on Twitter for more.", True),
        ("Source: Harbour office", True),
        ("Quelle: Hafenamt", True),
        ("Sources close to the harbour said so.", False),
        ("Folgen hatte das für niemanden.", False),
        ("Join the two halves with a rope.", False),
        ("责任编辑：王小明", True),
        ("Напомним, корабль вернулся во вторник.", False),
    ],
)
def test_last_lines_that_speak_of_the_site(line: str, is_one: bool) -> None:
    assert phrases.is_footnote(line) is is_one
