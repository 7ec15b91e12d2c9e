"""A reader's own text goes through the gate that every article goes through."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.clean import own_text
from tests.stories.texts import ENGLISH
from tests.unit.clean.reading import read
from tests.unit.clean.test_safety import assert_harmless

BASE = "https://news.example/a"


def test_an_article_passes_as_it_is() -> None:
    article = read(ENGLISH.page("https://courier.example/story"))
    aside = {image.caption or "" for image in article.images} - set(article.text.split("\n"))
    again = own_text.from_html(article.html, BASE, aside)
    assert (again.html, again.text, again.pictures) == (article.html, article.text, article.images)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("plain words", "<p>plain words</p>"),
        ("<p>one<p>two<br>three<br><br>four", "<p>one</p>\n<p>two<br>three</p>\n<p>four</p>"),
        ("<h1>Big</h1>text", "<h2>Big</h2>\n<p>text</p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<html><body><p>a</p></body></html><p>b", "<p>a</p>\n<p>b</p>"),
        ("<nav>Menu</nav><p>Share this</p>", "<p>Menu</p>\n<p>Share this</p>"),
        (
            '<p class="x" onclick="y()">a <a href="/b">b</a></p>',
            '<p>a <a href="https://news.example/b">b</a></p>',
        ),
        ('<p>a<script>alert(1)</script><a href="javascript:x">b</a></p>', "<p>ab</p>"),
        ('<img src="p.png" alt="P">', '<figure><img alt="P" src="https://news.example/p.png"></figure>'),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("", ""),
        (" <p> </p> <!-- --> ", ""),
    ],
)
def test_what_becomes_of_html(html: str, expected: str) -> None:
    assert own_text.from_html(html, BASE).html == expected


def test_each_line_of_plain_text_is_a_paragraph() -> None:
    made = own_text.from_lines("One & <b>two</b>\n\n  Three\nfour", "", BASE)
    assert made.text == "One & <b>two</b>\nThree\nfour"
    assert made.html == "<p>One &amp; &lt;b&gt;two&lt;/b&gt;</p>\n<p>Three</p>\n<p>four</p>"


def test_a_caption_stands_in_the_text_only_where_it_stood_there() -> None:
    html = '<figure><img src="/p.png"><figcaption>The  quay</figcaption></figure><p>Words.</p>'
    assert own_text.from_html(html, BASE).text == "The quay\nWords."
    made = own_text.from_html(html, BASE, {"The quay"})
    assert made.text == "Words." and "The quay</figcaption>" in made.html
    assert made.pictures[0].caption == "The quay"


PIECES = (
    *("<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<table><tr><td>", "</table>", "<h3>", "</h3>"),
    *("<script>", "</script>", "<img src=x onerror=y>", "<a href=javascript:z>", "</a>", "<!--", "-->", "\0"),
    *("<figure>", "<figcaption>", "</figure>", "<pre>", "</pre>", "<blockquote>", "<br>", "<svg>", "\ud800"),
    *("a", " ", "北", "&#1;"),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_jumble_comes_out_harmless_and_passes_again_as_it_is(pieces: list[str]) -> None:
    made = own_text.from_html("".join(pieces), BASE)
    assert_harmless(made.html)
    assert own_text.from_html(made.html, BASE).text == made.text
