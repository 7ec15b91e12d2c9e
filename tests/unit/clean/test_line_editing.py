"""Plain text changes the words of an article and no more than it must."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.clean import own_text
from clipper.clean.finish import Written

BASE = "https://news.example/a"
BODY = (
    '<p>The <a href="https://news.example/h">harbour</a> reopened on <b>Saturday</b> morning.</p>\n'
    '<figure><img src="https://news.example/p.png"><figcaption>The quay</figcaption></figure>\n'
    "<h2>Ships</h2>\n<ul><li>A freighter with fruit</li><li>A tug</li></ul>\n"
    "<table><tbody><tr><th>Day</th><th>Ships</th></tr><tr><td>One</td><td>12</td></tr></tbody></table>\n"
    "<pre>first\n  second</pre>\n<p>one line<br>two lines</p>\n"
    "<blockquote><p>He said so.</p><p>Twice.</p></blockquote>"
)
TEXT = own_text.from_html(BODY, BASE).text


def changed(old: str, new: str, text: str = TEXT) -> Written:
    """The body with one piece of its text changed."""
    assert old in text
    return own_text.from_lines(text.replace(old, new), BODY, BASE)


def test_the_same_lines_change_nothing() -> None:
    assert own_text.from_lines(TEXT, BODY, BASE).html == BODY
    assert own_text.from_lines(f"\n{TEXT.replace(chr(10), '  ' + chr(10) * 2)}\n", BODY, BASE).html == BODY


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("reopened", "opened", "reopened", "opened"),
        ("harbour", "port", ">harbour</a>", ">port</a>"),
        ("Saturday morning", "Sunday", "<b>Saturday</b> morning", "<b>Sunday</b>"),
        ("The quay", "A quay", "<figcaption>The quay", "<figcaption>A quay"),
        ("A tug", "Two tugs", "<li>A tug</li>", "<li>Two tugs</li>"),
        ("A tug\n", "", "<li>A tug</li>", ""),
        ("A tug", "A barge\nA tug", "<li>A tug", "<li>A barge</li><li>A tug"),
        ("One\t12", "One\t13", "<td>12</td>", "<td>13</td>"),
        ("second", "third", "<pre>first\n  second</pre>", "<pre>first\nthird</pre>"),
        ("two lines", "2 lines", "two lines", "2 lines"),
        ("Twice.", "Three times.", "<p>Twice.</p>", "<p>Three times.</p>"),
        ("Ships\nA", "Ships and men\nA", "<h2>Ships", "<h2>Ships and men"),
        ("Ships\nA", "New.\nShips\nA", "<h2>", "<p>New.</p>\n<h2>"),
        ("He said so.\nTwice.", "He said so.", "<p>Twice.</p></blockquote>", "</blockquote>"),
    ],
)
def test_only_what_was_changed_is_changed(old: str, new: str, before: str, after: str) -> None:
    made = changed(old, new)
    if new == "He said so.":
        assert made.html == BODY.replace(
            "<blockquote><p>He said so.</p><p>Twice.</p></blockquote>", "<p>He said so.</p>"
        )
    else:
        assert made.html == BODY.replace(before, after)


def test_a_block_whose_lines_went_is_gone_and_a_picture_without_words_stays() -> None:
    rest = '<figure><img src="https://news.example/p.png"></figure>\n<hr>\n<p>Another one.</p>'
    made = own_text.from_lines("Another one.", f"<p>One line of words.</p>\n{rest}", BASE)
    assert made.html == rest
    assert own_text.from_lines("x\n& <b>", "", BASE).html == "<p>x</p>\n<p>&amp; &lt;b&gt;</p>"


def test_a_line_without_blanks_is_known_again_among_others() -> None:
    link = '<a href="https://news.example/h">港口</a>'
    body = f"<p>{link}在星期六早上重新开放。</p>\n<p>两艘挖泥船整夜工作。</p>\n<p>同样。</p>"
    made = own_text.from_lines("港口在星期六清晨重新开放。\n别的。\n又。", body, BASE)
    assert made.html == f"<p>{link}在星期六清晨重新开放。</p>\n<p>别的。</p>\n<p>又。</p>"


LINES = st.lists(
    st.sampled_from([*TEXT.split("\n"), "New words.", "A tug boat", "One\t14", "北京"]), max_size=14
)


@settings(deadline=None)
@given(LINES)
def test_whatever_lines_are_wanted_are_the_lines(wanted: list[str]) -> None:
    made = own_text.from_lines("\n".join(wanted), BODY, BASE)
    said = [" ".join(line.split()) for line in made.text.split("\n") if line]
    assert said == [" ".join(line.split()) for line in wanted]
    assert own_text.from_html(made.html, BASE).text == made.text
