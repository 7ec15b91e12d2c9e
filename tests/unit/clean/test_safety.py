# ruff: noqa: E501 - markup is written as pages have it
"""Whatever comes in: the HTML that comes out is of the closed set, loads nothing and runs nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.article.markup import TAGS
from tests.unit.clean.reading import PROSE, ROOT, around, read

ATTRIBUTES = frozenset(
    [
        "href",
        "src",
        "alt",
        "width",
        "height",
        "colspan",
        "rowspan",
        "scope",
        "datetime",
        "start",
        "dir",
        "lang",
        "title",
    ]
)


class Outline(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(html: str) -> None:
    outline = Outline()
    outline.feed(html)
    for tag, attributes in outline.found:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        assert re.match(r"https?://|mailto:", attributes.get("href") or "http://")
        assert re.match(
            r"https?://|data:image/(png|jpe?g|gif|webp);base64,", attributes.get("src") or "http://"
        )


PAYLOADS = (
    "<script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    "<svg onload=pwned()><use href='data:x'/></svg>",
    "<iframe srcdoc='<script>pwned()</script>'></iframe>",
    "<a href=' java\tscript:pwned()'>a long enough link text to be kept</a>",
    "<a href='vbscript:pwned()'>x</a>",
    "<p style='background:url(//evil.example)' id=document name=cookie class=x>Some words that stay here.</p>",
    "<img srcset='javascript:pwned() 1x, //evil.example/a 2x'>",
    "<form action=//evil.example><input name=x><button formaction='javascript:x'>Go</button></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=pwned()>",
    "<noscript><p title='</noscript><img src=x onerror=pwned()>'></noscript>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<object data=x></object><embed src=x><video poster=//evil.example></video>",
    "<table><tr>loose text<p>in a row</p></tr></table>",
    "<a><a href='#'><b><i><p>misnested</b></i>",
    "</body></html>",
    "<template><p>x</p></template>",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_markup_comes_out_harmless_and_the_article_stays(payload: str) -> None:
    article = read(around(payload))
    assert_harmless(article.html)
    assert PROSE[0] in article.text


PIECES = st.sampled_from(
    [
        "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<br>", "<br><br>",
        "<a href='/x'>", "</a>", "<b>", "</b>", "<h2>", "</h2>", "<figure>", "<img src='/a.png'>", "<figcaption>", "</figure>",
        "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<span>", "</span>", "<dl>", "<dt>", "<dd>", "</dl>", "<ruby>", "<rt>",
        "<script>", "</script>", "<!--", "-->", "<select>", "<form>", "</form>", "<noscript>", "</noscript>", "<caption>", "<th>",
        "<picture>", "<source srcset='/b.png 2x'>", "<time datetime='x'>", "<i>star</i>", "Comments", "By Staff, Agencies", "\x00", "&#0;",
        PROSE[0], PROSE[1], "مرحبا بالعالم", "星期二，旧灯船。", "2 years ago", "]]>", "<![CDATA[", "<svg>", "</svg>",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_jumble_of_markup_gives_an_article_of_the_closed_set(markup: str) -> None:
    article = read(markup)
    assert_harmless(article.html)
    assert all(line == line.strip() and line for line in article.text.split("\n") if article.text)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_article(raw: bytes) -> None:
    assert_harmless(read(raw).html)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_as_a_title(title: str) -> None:
    import html

    article = read(around("").replace("A ship comes home to its harbour", html.escape(title)))
    assert PROSE[0] in article.text


def test_the_program_holds_no_word_of_the_page_that_started_it() -> None:
    for file in (ROOT / "clipper").rglob("*.py"):
        words = file.read_text(encoding="utf-8").casefold()
        for name in ("lav" + "rov", "al-ah" + "ed", "alah" + "ed", "mos" + "cow doesn"):
            assert name not in words
