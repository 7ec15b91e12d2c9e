"""Marked passages are found again: in the same text at the same place, in a changed one by their words."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clipper.article.anchoring import CONTEXT, Anchor, Place, anchor, locate, occurrences, passages

STORY = (
    "The harbour reopened on Saturday morning, four days after the heaviest storm in years closed it.\n"
    "Two dredging barges worked through the night to clear the channel, silted up to half its depth.\n"
    "The harbour master writes every Friday about ships, tides and fish; letters reach him at the quay.\n"
    "“We had given up on Saturday,” he said. “Nobody could have cleared it sooner.”"
)
CHINESE = "港口在星期六早上重新开放，四天前多年来最强烈的风暴将其关闭。两艘挖泥船整夜工作以清理航道。"
LONG = "\n".join(
    f"Paragraph {number} tells of ship {number * 7} that came from port {number * 13} with {number} bales."
    for number in range(1, 1500)
)

texts = st.text(alphabet="ab é北\n.", min_size=1, max_size=200)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a passage of it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def mark(text: str, words: str, nth: int = 0) -> Anchor:
    """The anchor of words in a text."""
    start = occurrences(text, words)[nth]
    return anchor(text, start, start + len(words))


def found(text: str, wanted: Anchor) -> str | None:
    """The words that are found."""
    place = locate(text, wanted)
    return None if place is None else text[place.start : place.end]


@settings(deadline=None)
@given(marked())
def test_an_unchanged_text_has_it_in_the_same_place(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    assert locate(text, anchor(text, start, end)) == Place(start, end)


@settings(deadline=None)
@given(marked(), texts, texts)
def test_words_before_and_behind_move_it_and_nothing_else(
    passage: tuple[str, int, int], before: str, behind: str
) -> None:
    """The same words, unless the very same surroundings stand nearer to the old place."""
    text, start, end = passage
    wanted = anchor(text, start, end)
    changed = before + text + behind
    place = locate(changed, wanted)
    assert place is not None
    assert changed[place.start : place.end] == wanted.quote
    assert place.is_exact
    whole = wanted.prefix + wanted.quote + wanted.suffix
    assume(len(occurrences(changed, whole)) == 1)
    assert place.start == len(before) + start


@settings(deadline=None)
@given(texts, st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.integers(0, 500))
def test_whatever_is_looked_for_the_answer_is_a_passage(
    text: str, prefix: str, quote: str, suffix: str, start: int
) -> None:
    place = locate(text, Anchor(quote, prefix, suffix, start))
    if place is not None:
        assert 0 <= place.start < place.end <= len(text)
        assert place.is_exact == (text[place.start : place.end] == quote)
    else:
        assert quote not in text or not quote


def test_of_equal_words_those_with_the_same_surroundings_count() -> None:
    wanted = mark(STORY, "Saturday", 1)
    place = locate("On Saturday, on Saturday. " + STORY, wanted)
    assert place == Place(wanted.start + 26, wanted.start + 34)
    without_first = STORY.replace("on Saturday morning", "on Sunday morning")
    assert locate(without_first, wanted) is not None
    assert found(STORY.replace("given up on Saturday", "lost"), wanted) == "Saturday"


def test_of_places_with_nothing_around_them_the_nearest_counts() -> None:
    text = "ship " * 200
    wanted = Anchor("ship", "no such words before ", " nor behind", 500)
    assert locate(text, wanted) == Place(500, 504)


@pytest.mark.parametrize(
    ("words", "old", "new", "expected"),
    [
        ("reopened on Saturday morning", "Saturday", "Sunday", "reopened on Sunday morning"),
        (
            "Two dredging barges worked",
            "dredging barges",
            "large dredging barges",
            "Two large dredging barges worked",
        ),
        ("harbour master", "harbour", "harbor", "harbor master"),
        ("clear the channel, silted up", "the channel,", "the\nchannel,", "clear the\nchannel, silted up"),
    ],
)
def test_changed_words_are_found_by_their_likeness(words: str, old: str, new: str, expected: str) -> None:
    wanted = mark(STORY, words)
    changed = "Corrected.\n" + STORY.replace(old, new)
    place = locate(changed, wanted)
    assert place is not None
    assert not place.is_exact
    assert changed[place.start : place.end] == expected


def test_what_is_gone_is_lost_and_not_guessed() -> None:
    lines = STORY.split("\n")
    wanted = mark(STORY, "Two dredging barges worked through the night")
    assert locate("\n".join(lines[:1] + lines[2:]), wanted) is None
    assert locate(STORY.replace("channel", "port"), mark(STORY, "channel")) is None
    assert locate("", wanted) is None
    assert locate(STORY, Anchor("", "", "", 0)) is None
    assert locate(STORY, Anchor("\n \n", "", "", 0)) is None


def test_a_like_passage_elsewhere_is_another_one() -> None:
    text = f"{STORY}\nIn other news. Two fishing barges worked in the rain. Nothing else."
    wanted = mark(text, "Two dredging barges worked")
    without = "\n".join(line for line in text.split("\n") if "dredging" not in line)
    assert "Two fishing barges worked" in without
    assert locate(without, wanted) is None


def test_without_blanks_between_words_it_is_the_same() -> None:
    wanted = mark(CHINESE, "星期六早上重新开放")
    assert found("新闻。" + CHINESE, wanted) == "星期六早上重新开放"
    assert found(CHINESE.replace("早上", "清晨"), wanted) == "星期六清晨重新开放"


def test_a_long_passage_is_known_by_its_beginning_and_end() -> None:
    start, end = LONG.index("Paragraph 300 "), LONG.index("\nParagraph 340 ")
    wanted = anchor(LONG, start, end)
    changed = "Beginning.\n" + LONG.replace("from port 4173", "from a far port")
    assert found(changed, wanted) == wanted.quote.replace("from port 4173", "from a far port")
    assert locate(LONG[:start] + LONG[end:], wanted) is None


def test_text_without_variety_costs_no_more() -> None:
    """100,000 letters of which every piece stands everywhere: an answer, not a search without end."""
    text = "ab" * 50_000
    for words in ("ab" * 40, "ab" * 300, "ba" * 2000):
        wanted = anchor(text, 1000, 1000 + len(words))
        assert locate(text.replace("ab", "abc"), wanted) is None
        assert locate("x" + text, wanted) is not None
    assert locate("a" * 100_000, Anchor("a", "b" * CONTEXT, "b" * CONTEXT, 700)) == Place(700, 701)


def test_passages_are_found_whatever_blanks_part_their_words() -> None:
    assert passages("one two\nthree one two", "one two") == [(0, 7), (14, 21)]
    assert passages("one two\nthree", " two  three ") == [(4, 13)]
    assert passages("one", "") == [] and passages("", "one") == []
