"""What class names and ids say, in the languages that content systems speak."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from lxml import html

from clipper.clean import layout, names, parse, scoring
from clipper.clean.icon_names import GLUED_COMPOUND, GLUED_SIMPLE, ICON_NAMES


def element(markup: str) -> names.Element:
    """The only element of this markup, as lxml has it."""
    found: names.Element = html.fragment_fromstring(markup)
    return found


def soup(markup: str) -> Tag:
    """The same, as BeautifulSoup has it."""
    found = BeautifulSoup(markup, "lxml", multi_valued_attributes=None).find("div")
    assert isinstance(found, Tag)
    return found


def unlikely(markup: str) -> bool:
    """Whether the first element in a page's body is seldom the article."""
    return scoring.is_unlikely(layout.read(parse.parse(f"<html><body>{markup}</body></html>".encode())), 1)


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("share-buttons", "share"),
        ("post__sharebar", "share"),
        ("sharedaddy sd-block", "share"),
        ("boton-compartir", "share"),
        ("bloc partage", "share"),
        ("social_teilen", "share"),
        ("leserkommentare", "comments"),
        ("wp-comments", "comments"),
        ("lista_comentarios", "comments"),
        ("noticias-relacionadas", "related"),
        ("a-lire-aussi", "related"),
        ("read-also", "related"),
        ("box podobne", "related"),
        ("ilgili-haberler", "related"),
        ("you-may-like", "related"),
        ("werbung", "advert"),
        ("td-ad-slot", "advert"),
        ("blok-reklama", "advert"),
        ("publicidad lateral", "advert"),
        ("cookie-notice", "consent"),
        ("fil-ariane", "navigation"),
        ("back-to-top", "navigation"),
        ("tag-cloud", "tags"),
        ("mots-cles", "tags"),
        ("about-the-author", "author_box"),
        ("newsletter-signup", "newsletter"),
        ("article-body", None),
        ("anzeigenhauptmeister", None),
        ("broad-road", None),
        ("a-d", None),
        ("adverb-list", None),
        ("", None),
    ],
)
def test_the_piece_of_chrome_that_a_name_tells(name: str, piece: str | None) -> None:
    markup = f'<div class="{name}">x</div>'
    assert names.piece_of(element(markup)) == names.piece_of(soup(markup)) == piece


@pytest.mark.parametrize(
    "name",
    ["sidebar", "leserkommentare", "kasten-werbung", "banner-reklama", "noticias-relacionadas", "outbrain"],
)
def test_names_that_are_seldom_an_article(name: str) -> None:
    assert unlikely(f'<div class="{name}">x</div>')
    assert unlikely(f'<div id="{name}">x</div>')
    assert not unlikely(f'<div class="{name} article-content">x</div>')
    assert not unlikely(f'<table class="{name}"><tr><td>x</td></tr></table>')


def test_a_wrapper_with_a_misleading_name_holds_paragraphs() -> None:
    long = "<p>" + "The ship came home on Tuesday, and nobody had thought that she would. " * 3 + "</p>"
    assert unlikely('<div class="share">Tell your friends</div>')
    assert not unlikely(f'<div class="share">{long}{long}</div>')


def test_a_role_tells_as_well() -> None:
    assert unlikely('<div role="navigation">x</div>')


@pytest.mark.parametrize(
    ("markup", "weight"),
    [
        ('<div class="article-body" id="content">x</div>', 50),
        ('<div class="sidebar" id="promo">x</div>', -50),
        ('<div class="article-comments">x</div>', 0),
        ('<div class="contenido">x</div>', 25),
        ("<div>x</div>", 0),
    ],
)
def test_a_name_weighs(markup: str, weight: int) -> None:
    assert names.weight(element(markup)) == names.weight(soup(markup)) == weight


def test_parts_of_names_are_all_found_where_they_overlap() -> None:
    facts = names.facts_of(" contentheader ")
    assert facts & names.IS_POSITIVE
    assert facts & names.IS_UNLIKELY_IF_SHORT
    assert names.facts_of(" xyz ") == 0


def test_names_of_icons_are_those_that_fonts_have() -> None:
    assert {"folder_open", "star", "thumb_up_off_alt", "arrow-left", "share-alt"} <= ICON_NAMES
    assert not {"water", "key", "cake", "max_length", "#"} & ICON_NAMES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("folder_openHarbour", ["folder_open"]),
        ("access_time2 years ago", ["access_time"]),
        ("schedule_sendمنذ", ["schedule_send"]),
        ("my_variableName", []),
        ("folder_opened", []),
        ("folder_open()", []),
        ("`folder_open`", []),
    ],
)
def test_a_name_of_several_words_is_found_where_it_is_glued(text: str, found: list[str]) -> None:
    assert [each[1] for each in GLUED_COMPOUND.finditer(text)] == found


def test_a_simple_name_is_found_before_a_capital_only() -> None:
    assert GLUED_SIMPLE.match("starAdd to favorites")
    assert not GLUED_SIMPLE.match("stardust")
