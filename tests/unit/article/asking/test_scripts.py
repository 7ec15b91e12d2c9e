"""The signs of the language as keyboards for other scripts type them."""

from __future__ import annotations

import pytest

from clipper.article.asking import And, Length, Not, Or, Part, Phrase, Tagged, Word, parse, written
from tests.unit.article.asking.typing_queries import TODAY


def read(text: str) -> Part | None:
    """The text with a blank behind it: its last word is finished."""
    return parse(f"{text} ", today=TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        *[
            '"низкая вода"',
            "“низкая вода”",
            "„низкая вода“",
            "„низкая вода”",
            "”низкая вода”",
            '“низкая вода"',
        ],
        *[
            "«низкая вода»",
            "»низкая вода«",
            "»низкая вода»",
            "「низкая вода」",
            "『низкая вода』",
            "＂низкая вода＂",
        ],
    ],
)
def test_every_kind_of_quotation_mark_quotes(typed: str) -> None:
    assert read(typed) == Phrase("низкая вода")
    assert read(f"-{typed}") == Not(Phrase("низкая вода"))
    assert read(f"tag:{typed}") == Tagged("низкая вода")


@pytest.mark.parametrize("minus", list("-−–－"))
def test_every_minus_negates(minus: str) -> None:
    assert read(f"паром {minus}спорт") == And((Word("паром"), Not(Word("спорт"))))
    assert read(f"1990{minus}1995") == Word(f"1990{minus}1995")
    assert read(f"паром {minus} порт") == And((Word("паром"), Word("порт")))


def test_a_keyboard_for_chinese_needs_no_other() -> None:
    assert read("标签：海") == Word("标签：海")
    assert read("tag：海　（渡轮 OR 港） －体育") == And(
        (Tagged("海"), Or((Word("渡轮"), Word("港"))), Not(Word("体育")))
    )
    assert read("ｗｏｒｄｓ") == Word("ｗｏｒｄｓ")
    assert read("words：＞８００") == Length(801, None)
    assert read("渡轮＊") == Word("渡轮", is_prefix=True)


def test_a_script_without_blanks_needs_none_before_a_quotation_or_bracket() -> None:
    assert read("俄罗斯“体育”新闻") == And((Word("俄罗斯"), Phrase("体育"), Word("新闻")))
    assert read("フェリー「港」") == And((Word("フェリー"), Phrase("港")))
    assert read("北京（渡轮 OR 港）") == And((Word("北京"), Or((Word("渡轮"), Word("港")))))
    assert read("เรือ(ท่า)") == And((Word("เรือ"), Word("ท่า")))


def test_hebrew_abbreviations_are_words() -> None:
    assert read('צה"ל דו"ח') == And((Word('צה"ל'), Word('דו"ח')))
    assert read('"צה"ל נכנס"') == Phrase('צה"ל נכנס')
    assert read("צה״ל") == Word("צה״ל")
    assert read(written(Tagged('צה"ל'))) == Tagged('צה"ל')


@pytest.mark.parametrize(
    "words",
    [
        "عبّارة الميناء",
        "πλοίο λιμάνι",
        "паром порт",
        "渡轮 港口",
        "フェリー みなと",
        "페리 항구",
        "नौका बंदरगाह",
        "מעבורת נמל",
    ],
)
def test_every_script_has_words_phrases_and_beginnings(words: str) -> None:
    first, second = words.split()
    assert read(words) == And((Word(first), Word(second)))
    assert read(f'"{words}"') == Phrase(words)
    assert read(f"{first}* -{second}") == And((Word(first, is_prefix=True), Not(Word(second))))
    assert read(f"title:{first} OR tag:{second}") == Or((Word(first, "title"), Tagged(second)))


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0", "\t", "\n", "\u2009"])
def test_every_blank_is_one(blank: str) -> None:
    assert read(f"a{blank}OR{blank}b") == Or((Word("a"), Word("b")))


def test_a_mark_inside_a_quotation_is_doubled() -> None:
    assert read('tag:"5"" disk"') == Tagged('5" disk')
    assert read('tag:""""') == Tagged('"')
    assert read('"a ""b"" c"') == Phrase('a "b" c')
