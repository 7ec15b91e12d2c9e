"""Selectors choose elements and do nothing else; one made of an element finds its like on other pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from clipper.article.page import Page
from clipper.clean import selectors
from clipper.clean.parse import tree_of
from clipper.clean.removals import text_of
from clipper.clean.selector_making import selector_for

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
STORY = "The harbour reopened on Saturday morning, four days after the heaviest storm in years closed it."
BOX = "Letters from the quay, every Friday."
HTML = f"""<!doctype html><html><head><title>Harbour</title>
<meta name="author" content="Anna Berg"></head><body>
<nav id="main-menu">Home</nav>
<div class="css-1x9a story__body"><h1>Harbour <b>reopens</b></h1>
<time datetime="2026-03-14">Saturday</time>
<p class="text">{STORY}</p>
<div class="quay-letters mt-4" id="block-4711"><p>{BOX}</p></div>
<p class="text">{STORY} Twice.</p>
<aside>Beside it</aside></div>
<div class="col-6"><div><span>Only a span</span></div></div></body></html>"""


def page(html: str = HTML) -> Page:
    """A page with this markup."""
    return Page("http://a.example/", "http://a.example/", 200, (), html.encode(), WHEN)


def tree(html: str = HTML) -> etree._Element:
    """Its tree."""
    return tree_of(page(html))


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("h1", ["Harbour reopens"]),
        ("//h1", ["Harbour reopens"]),
        (" (//p[@class='text'])[1] ", [STORY]),
        ("meta[name=author]", ["Anna Berg"]),
        ("//meta[@name='author']/@content", ["Anna Berg"]),
        ("time", ["2026-03-14"]),
        ("p.none, aside", ["Beside it"]),
        ("//h1/b/text()", ["reopens"]),
        ("//nothing", []),
        ("DIV.quay-letters > P", [BOX]),
    ],
)
def test_what_a_selector_says(selector: str, texts: list[str]) -> None:
    assert selectors.problem(selector) is None
    assert selectors.texts(tree(), selector) == texts
    assert selectors.matches([page()], selector) == texts


@pytest.mark.parametrize(
    "selector",
    [
        *("", "div..x", "//div[", "/html[@x=", "p:no-such", "a::after", "//x:y", "(", "/", "> p"),
        *("//p[re:test(., 'x')]", "//p[document('/etc/passwd')]", "//p[$x]", "//p[unknown()]"),
    ],
)
def test_what_is_no_selector_chooses_nothing(selector: str) -> None:
    assert selectors.elements(tree(), selector) == []
    assert selectors.texts(tree(), selector) == []


@pytest.mark.parametrize("selector", ["", "div..x", "//div[", "/html[@x=", "p:no-such"])
def test_why_it_is_none_is_said(selector: str) -> None:
    assert selectors.problem(selector)


@given(st.text(max_size=30))
def test_any_text_is_a_selector_or_is_none(selector: str) -> None:
    found = selectors.elements(tree(), selector)
    assert found == [] or selectors.problem(selector) is None


@given(st.text(st.sampled_from("/()[]@*.:|p div'\"=1$,"), max_size=20))
def test_nothing_like_xpath_breaks_it(tail: str) -> None:
    selectors.texts(tree(), "/" + tail)


def test_a_number_is_no_element() -> None:
    assert selectors.elements(tree(), "/html/body/@class") == []
    assert selectors.texts(tree(), "(1 + 1)") == []


def test_a_place_is_found_by_its_words_and_by_its_path() -> None:
    pages = [page("<html><body><p>One</p></body></html>"), page()]
    place = selectors.place_of(pages, f"  {BOX[:10]}\n{BOX[10:]}")
    assert place.endswith("#2")
    element = selectors.element_at(pages, place)
    assert element is not None
    assert element.tag == "p"
    for other in ("", "/html/body/p[7]", "nonsense", "/html/body/p#3", "/html/body/p#0", "//["):
        assert selectors.element_at(pages, other) is None
    assert selectors.place_of(pages, "") == ""
    assert selectors.place_of(pages, "Nobody says this.") == ""


def test_the_beginning_of_a_long_piece_finds_it() -> None:
    long = page(f"<html><body><p>First.</p><div>{STORY * 9}</div></body></html>")
    assert selectors.place_of([long], (STORY * 9)[:500]) == "/html/body/div"


@pytest.mark.parametrize(
    ("words", "selector"),
    [
        (BOX, "div.quay-letters"),
        ("Home", "#main-menu"),
        ("Beside it", "aside"),
        ("Only a span", None),
        ("Harbour reopens", "div.story__body > h1"),
    ],
)
def test_a_selector_is_made_of_names_that_people_gave(words: str, selector: str | None) -> None:
    place = selectors.place_of([page()], words)
    assert selector_for([page()], place, STORY) == selector


def test_what_the_article_says_is_spared() -> None:
    place = selectors.place_of([page()], f"{STORY} Twice.")
    assert selector_for([page()], place) == "p.text"
    assert selector_for([page()], place, STORY) is None


def test_names_of_tools_numbers_and_layout_are_left_alone() -> None:
    names = (
        "css-1x9a sc-bdVaJa post-4711 kXzRtQ col-6 mt-4 is-active clearfix _3xYz widget-2 jsx-123 promo-box"
    )
    html = f'<html><body><div class="{names}">{BOX}</div><p>{STORY}</p></body></html>'
    assert selector_for([page(html)], "/html/body/div") == "div.promo-box"


def test_the_whole_page_is_no_piece() -> None:
    assert selector_for([page()], "/html/body") is None
    assert selector_for([page()], "/html/body/p[99]") is None


@given(st.integers(0, 40))
def test_a_selector_chooses_what_it_was_made_of(at: int) -> None:
    root = tree()
    every = list(root.iter(etree.Element))
    element = every[at % len(every)]
    place = root.getroottree().getpath(element)
    made = selector_for([page()], place)
    if made is not None:
        assert text_of(element) in [text_of(each) for each in selectors.elements(root, made)]
