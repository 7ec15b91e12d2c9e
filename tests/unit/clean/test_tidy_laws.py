# ruff: noqa: E501 - markup is written as pages have it
"""Laws of the blocks, whatever the region was: closed set, nothing empty, nothing from attributes, and cleaning
what is clean changes no word.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import Script
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.article.markup import ATTRIBUTES, EVERYWHERE, TAGS
from clipper.clean import finish, strip
from clipper.clean.lines import stands_alone
from clipper.clean.metadata import Metadata
from clipper.clean.removals import NUMBER, Removals
from clipper.clean.tidy import Tidier
from tests.unit.clean.reading import ADDRESS, PROSE
from tests.unit.clean.region import blocks, cleaned, soup

SECRET = "leaked"
"""Stands in attributes only."""
WORDS = st.sampled_from(
    [
        *PROSE, "Ada Winter/Reuters", "Photo: Ada Winter", "The east quay", "وصلت السفينة إلى المرفأ بعد غياب طويل.", "星期二，旧灯船回到了港口。", "x", "1", "[1]", "a  b\n  c", "&lt;b&gt;", "&amp;amp;", "\u200f", "&nbsp;",
    ]
)  # fmt: skip
_HOLDERS = [
    "p", "div", "section", "blockquote", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h4", "figure", "figcaption", "table", "tr", "td", "th",
    "caption", "pre", "code", "a", "b", "em", "span", "sup", "details", "summary", "ruby", "rt", "center", "font", "noscript", "math", "mfrac",
    "mi", "button", "aside", "picture", "bdo", "article", "q", "address", "label", "script", "video", "iframe", "embed", "object",
]  # fmt: skip
_SAYS = [
    "", f' id="{SECRET}"', f' class="{SECRET}"', f' title="{SECRET}"', ' class="footnotes"', ' class="caption"', ' class="highlight"', ' class="gutter"',
    ' class="katex"', ' class="MathJax"', ' class="twitter-tweet"', ' class="share"', ' class="image" style="background:url(/b.jpg)"', ' dir="rtl"',
    ' lang="ar"', ' hidden', ' href="#fn1"', ' href="/x"', ' id="fn1"', ' start="3"', ' colspan="2"', ' display="block"', f' onclick="{SECRET}()"',
    f' data-x="{SECRET}"', ' src="https://www.youtube.com/embed/abcdefghijk"', ' type="math/tex"', ' style="white-space: pre"', ' class="lineno"',
]  # fmt: skip
VOIDS = st.sampled_from(
    [
        "<br>", "<br><br>", "<hr>", '<img src="/a.jpg">', '<img src="/b-300x200.jpg" alt="The quay" width="300">', "<img>", "<!-- note -->", "\n",
        '<source srcset="/w.webp 900w">', '<input type="text">', '<img class="latex" alt="x^2" src="/x">',
    ]
)  # fmt: skip


def _held(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, says, parts: f"<{name}{says}>{''.join(parts)}</{name}>",
        st.sampled_from(_HOLDERS),
        st.sampled_from(_SAYS),
        st.lists(inside, max_size=4),
    )


REGIONS = st.lists(st.recursive(WORDS | VOIDS, _held, max_leaves=10), max_size=6).map("".join)
EASY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _tags(html: str) -> list[Tag]:
    return _parsed(html).find_all(lambda tag: tag.name not in ("html", "body"))


def _parsed(html: str) -> BeautifulSoup:
    # a reading over a ruby is text like any other
    return BeautifulSoup(
        f"<html><body>{html}</body></html>", "html.parser", string_containers={"script": Script}
    )


def _words(html: str) -> str:
    return "".join(_parsed(html).get_text().split())


@EASY
@given(REGIONS)
def test_only_the_closed_set_comes_out_and_nothing_of_attributes(markup: str) -> None:
    html = cleaned(markup)
    for tag in _tags(html):
        assert tag.name in TAGS
        assert set(tag.attrs) <= EVERYWHERE | ATTRIBUTES.get(tag.name, frozenset())
    assert SECRET not in re.sub(r"<[^>]*>", "", html)
    assert not re.search(r"data-|javascript|class=|style=", re.sub(r">[^<]*<", "><", html))


@EASY
@given(REGIONS)
def test_no_block_is_empty_and_none_stands_in_a_line(markup: str) -> None:
    for tag in _tags(cleaned(markup)):
        if tag.name in (
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "blockquote",
            "pre",
            "figcaption",
            "figure",
            "caption",
        ):
            assert tag.get_text(strip=True) or tag.find(["img", "hr", "table"])
        if tag.name in ("p", "h2", "h3", "h4", "h5", "h6", "figcaption", "pre", "caption"):
            assert not tag.find(
                ["p", "ul", "ol", "table", "figure", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"]
            )
        if tag.name in ("ul", "ol"):
            assert all(child.name == "li" for child in tag.find_all(recursive=False))
        if tag.name == "figure":
            assert not tag.find("figure")


@EASY
@given(REGIONS)
def test_cleaning_what_is_clean_changes_no_word(markup: str) -> None:
    prose = "".join(f"<p>{each}</p>" for each in PROSE)
    once = cleaned(prose + markup + prose)
    assert _words(tidied(once)) == _words(once)


def tidied(markup: str) -> str:
    """Without the rules for lines, which may take a second look at what the first pass uncovered."""
    region = soup(markup)
    strip.strip(region, Removals(), icon_font=lambda: False, paragraph=25)
    return finish.written(Tidier(ADDRESS, stands_alone(Metadata())).tidy(region)).html


@EASY
@given(REGIONS)
def test_the_tree_of_blocks_is_sound(markup: str) -> None:
    body = blocks(markup)
    chain = list(body.descendants)
    found: list[object] = []

    def gather(tag: Tag) -> None:
        for child in tag.contents:
            assert child.parent is tag
            found.append(child)
            if isinstance(child, Tag):
                gather(child)

    gather(body)
    assert [id(each) for each in chain] == [id(each) for each in found]


@EASY
@given(REGIONS)
def test_what_has_to_stay_stays(markup: str) -> None:
    region = soup(
        f'<div class="share" {NUMBER}="7"><p {NUMBER}="8">Nobody may take this away.</p></div>{markup}'
    )
    removals = Removals()
    removals.keep({8})
    strip.strip(region, removals, icon_font=lambda: False, paragraph=25)
    body = Tidier(ADDRESS, stands_alone(Metadata())).tidy(region)
    from clipper.clean.lines import strip_lines

    strip_lines(body, Metadata(), removals)
    kept = next(each for each in body.contents if isinstance(each, Tag) and "Nobody may" in each.get_text())
    assert kept.attrs[NUMBER] in ("7", "8")


def test_each_block_tells_which_element_it_was() -> None:
    markup = f'<div {NUMBER}="1"><p {NUMBER}="2">{PROSE[0]}</p><div {NUMBER}="3">{PROSE[1]}<ul {NUMBER}="4"><li {NUMBER}="5">{PROSE[2]}</li></ul></div><figure {NUMBER}="6"><img src="/a.jpg" {NUMBER}="7"></figure></div>'
    numbers = [each.attrs.get(NUMBER) for each in blocks(markup).contents if isinstance(each, Tag)]
    assert numbers == ["2", "3", "4", "6"]


def test_an_attribute_of_the_pages_own_is_no_number() -> None:
    markup = f'<p {NUMBER}="x²">{PROSE[0]}</p><div class="share" {NUMBER}="{"9" * 5000}">Tell your friends</div><p>{PROSE[1]}</p>'
    assert [line[:3] for line in cleaned(markup).split("\n")] == ["<p>", "<p>"]
