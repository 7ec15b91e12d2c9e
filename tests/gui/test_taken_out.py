"""What was taken out, as the reading view says it, without an engine."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from clipper.gui.panes.taken_out import CUT, FOLDED_FROM, LONG, Piece, ghosts, switch


def piece(number: int = 1, text: str = "Share this", position: int = 0, why: str = "Sharing") -> Piece:
    return Piece(number, why, text, position)


def test_a_ghost_says_why_and_what_and_carries_its_number() -> None:
    made = ghosts([piece(7, "Tweet & <b>share</b>", 2)], 5)
    assert list(made) == [2]
    assert 'data-number="7"' in made[2] and 'role="group"' in made[2] and 'tabindex="0"' in made[2]
    assert "Tweet &amp; &lt;b&gt;share&lt;/b&gt;" in made[2]
    assert 'aria-label="Taken out: Sharing. Tweet &amp; &lt;b&gt;' in made[2]
    assert "Show all" not in made[2]


def test_a_long_one_can_be_opened() -> None:
    assert "Show all" in ghosts([piece(text="word " * (LONG // 4))], 1)[0]


def test_many_at_one_place_are_one_line_that_names_the_reasons() -> None:
    whys = ["Navigation", "Sharing", "Sharing", "Tags", "Comments"]
    taken = [piece(number, why=why) for number, why in enumerate(whys, start=1)]
    before = ghosts(taken, 9)[0]
    assert "5 pieces before the article" in before and "Sharing, Navigation, Tags …" in before
    assert before.count('class="ghost"') == 5
    assert "pieces after the article" in ghosts([piece(n, position=99) for n in range(1, 6)], 9)[9]
    assert "pieces here" in ghosts([piece(n, position=4) for n in range(1, 6)], 9)[4]
    assert "<details" not in ghosts(taken[: FOLDED_FROM - 1], 9)[0]


def test_the_switch_counts_and_is_not_there_for_nothing() -> None:
    assert switch([]) == ""
    assert "1 taken out" in switch([piece()]) and "2 taken out" in switch([piece(), piece(2)])


texts = st.text(min_size=1, max_size=CUT)


@given(st.lists(st.tuples(texts, st.integers(-3, 40)), max_size=40), st.integers(0, 20))
def test_no_piece_is_lost_and_none_becomes_markup(found: list[tuple[str, int]], blocks: int) -> None:
    taken = [piece(number, text, position) for number, (text, position) in enumerate(found, start=1)]
    made = ghosts(taken, blocks)
    numbers = [int(each) for each in re.findall(r'data-number="(\d+)"', "".join(made.values()))]
    assert sorted(numbers) == list(range(1, len(found) + 1))
    assert all(0 <= position <= blocks for position in made)
    tags = set(re.findall(r"<([a-z]+)", "".join(made.values())))
    assert tags <= {"section", "div", "span", "button", "details", "summary", "bdi"}
