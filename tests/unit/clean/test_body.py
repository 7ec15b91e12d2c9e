# ruff: noqa: E501 - markup is written as pages have it
"""What the body is made of: blocks, headings, lists, tables, pictures; and what becomes of broken pages."""

from __future__ import annotations

import base64
import pickle

import pytest

from clipper.article.article import Guidance
from clipper.clean import CLEANER, clean
from tests.unit.clean.reading import PROSE, around, page, read

PICTURE = "data:image/png;base64," + base64.b64encode(bytes(600)).decode()


@pytest.mark.parametrize(
    ("markup", "src"),
    [
        ('<img src="a.jpg">', "https://news.example/harbour/a.jpg"),
        ('<img src="blank.gif" data-src="/a.jpg">', "https://news.example/a.jpg"),
        ('<img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg">', "https://news.example/a.jpg"),
        ('<img srcset="/s.jpg 320w, /m.jpg 1200w, /l.jpg 4000w">', "https://news.example/m.jpg"),
        ('<picture><source srcset="/w.webp 900w"><img></picture>', "https://news.example/w.webp"),
        (
            '<img class="lazy" src="/spacer.gif"><noscript><img src="/a.jpg"></noscript>',
            "https://news.example/a.jpg",
        ),
        ('<amp-img src="/a.jpg" width="600" height="400"></amp-img>', "https://news.example/a.jpg"),
        (f'<img src="{PICTURE}">', PICTURE),
        ('<img src="/with space.jpg">', "https://news.example/with%20space.jpg"),
    ],
)
def test_pictures_are_named_by_their_real_address(markup: str, src: str) -> None:
    article = read(around(f"<figure>{markup}<figcaption>The ship at the quay</figcaption></figure>"))
    assert [(image.url, image.caption) for image in article.images] == [(src, "The ship at the quay")]
    assert f'src="{src}"' in article.html
    assert "<figcaption>The ship at the quay</figcaption>" in article.html


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="javascript:alert(1)">',
        '<img src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<img src="/count.gif" width="1" height="1">',
        '<img src="file:///etc/passwd">',
        '<img src="blob:https://news.example/1">',
        "<img>",
    ],
)
def test_what_is_no_picture_of_the_article_is_left_out(markup: str) -> None:
    assert read(around(f"<p>{markup}</p>")).images == ()


def test_a_saved_page_keeps_pictures_beneath_its_own_folder_only() -> None:
    names = ("ship_files/a.jpg", "../secret.jpg", "/etc/passwd", "ship_files/%2e%2e/%2e%2e/secret.jpg")
    markup = around("".join(f'<figure><img src="{name}"></figure>' for name in names))
    article = read(markup, "file:///home/user/saved/ship.html")
    assert [image.url for image in article.images] == ["file:///home/user/saved/ship_files/a.jpg"]


def test_no_images_where_none_are_wanted() -> None:
    markup = around('<img src="/a.jpg">', head='<meta property="og:image" content="/a.jpg">')
    article = read(markup, guidance=Guidance(no_images=True))
    assert (article.images, article.lead_image) == ((), None)
    assert "<img" not in article.html


def test_the_users_address_overrides_the_pages() -> None:
    article = read(
        around('<img src="a.jpg">'), "file:///x/y.html", Guidance(url="https://paper.example/d/e.html")
    )
    assert article.images[0].url == "https://paper.example/d/a.jpg"


def test_headings_skip_no_level() -> None:
    middle = "".join(
        f"<h{level}>Part {level}</h{level}><p>{PROSE[0]} Part {level}.</p>" for level in (4, 6, 2, 5)
    )
    html = read(around(middle)).html
    assert [line[:4] for line in html.split("\n") if line.startswith("<h")] == [
        "<h2>",
        "<h3>",
        "<h2>",
        "<h3>",
    ]


def test_a_table_of_data_stays_and_one_for_layout_dissolves() -> None:
    data = "<table><tr><th>Year</th><th>Guests</th></tr><tr><td>2018</td><td>1,200</td></tr></table>"
    layout = f"<table><tr><td><p>{PROSE[0]} In a cell.</p></td></tr></table>"
    article = read(around(data + layout))
    assert "<th>Year</th>" in article.html
    assert "Year\tGuests\n2018\t1,200" in article.text
    assert article.html.count("<table>") == 1


def test_lists_quotations_code_and_definitions_stay() -> None:
    middle = (
        "<ol start=3><li>the bow</li><li>the stern<ul><li>the rudder</li></ul></li></ol>"
        "<blockquote><p>We had given her up.</p></blockquote><pre>a  b\n  c</pre>"
        "<dl><dt>Shoal</dt><dd>A shallow place.</dd></dl>"
    )
    article = read(around(middle))
    for piece in (
        '<ol start="3">',
        "<ul><li>the rudder</li></ul>",
        "<blockquote>",
        "<pre>a  b\n  c</pre>",
        "<dt>Shoal</dt>",
    ):
        assert piece in article.html
    assert "the bow\nthe stern\nthe rudder" in article.text


def test_two_breaks_part_paragraphs_and_one_does_not_part_verse() -> None:
    article = read(
        around(
            "<p>The bell rings low<br>across the bay<br>and nobody comes.<br><br>So it was told to us by the pilots of that year.</p>"
        )
    )
    assert "<p>The bell rings low<br>across the bay<br>and nobody comes.</p>" in article.html
    assert "<p>So it was told" in article.html


def test_addresses_are_absolute_and_harmless() -> None:
    links = '<a href="/x">here</a> <a href="mailto:a@b.example">mail</a> <a href="javascript:x()">no</a> <a href="data:text/html,x">no</a>'
    html = read(
        around(f"<p>The plan of the ship can be seen {links} on every day of the week but Monday.</p>")
    ).html
    assert 'href="https://news.example/x"' in html
    assert 'href="mailto:a@b.example"' in html
    assert "javascript" not in html
    assert "data:" not in html


def test_the_lead_image_is_the_first_of_the_text_where_it_is_shown_there() -> None:
    head = '<meta property="og:image" content="https://cdn.example/i/lightship-1200x630.jpg">'
    article = read(around('<figure><img src="/i/lightship-640x400.jpg"></figure>', head=head))
    assert article.lead_image == article.images[0].url


def test_a_page_without_an_article_is_kept_whole() -> None:
    links = "".join(f'<li><a href="/{at}">Harbour news number {at}</a></li>' for at in range(30))
    article = read(
        f"<html><head><title>Front page</title></head><body><nav>Town</nav><ul>{links}</ul><p>Imprint</p></body></html>"
    )
    assert [flag.code for flag in article.flags] == ["no_article", "index_page"]
    for at in range(30):
        assert f"Harbour news number {at}" in article.text
    assert "Town" in article.text
    assert "Imprint" in article.text


@pytest.mark.parametrize(
    "markup", ["", "   ", "\0", "<!-- x -->", "<html></html>", "plain words only", "<script>x()</script>"]
)
def test_next_to_nothing_is_no_article_and_no_crash(markup: str) -> None:
    assert [flag.code for flag in read(markup).flags] == ["no_article"]


def test_a_page_built_by_scripts_gives_the_text_it_keeps_for_machines() -> None:
    import json

    data = json.dumps({"@type": "NewsArticle", "headline": "A ship", "articleBody": "\n\n".join(PROSE)})
    article = read(
        f'<head><script type="application/ld+json">{data}</script></head><body><div id="app"></div></body>'
    )
    assert article.text.split("\n") == list(PROSE)
    assert article.flags == ()


def test_articles_pickle_and_say_which_cleaner_made_them() -> None:
    article = clean([page(around(""))])
    assert pickle.loads(pickle.dumps(article)) == article
    assert article.cleaner == CLEANER


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        ("Пристань и маяк".encode("cp1251"), "text/html; charset=windows-1251"),
        (b"\xef\xbb\xbf" + "Пристань и маяк".encode(), "text/html; charset=iso-8859-1"),
        ("Пристань и маяк".encode(), "text/html; charset=iso-8859-1"),
        ("Пристань и маяк".encode("utf-16"), None),
        (b'<meta charset="koi8-r">' + "Пристань и маяк".encode("koi8-r"), None),
        (b" " * 5000 + b'<meta charset="windows-1251">' + "Пристань и маяк".encode("cp1251"), None),
    ],
)
def test_charsets(raw: bytes, content_type: str | None) -> None:
    from clipper.clean.charset import utf8

    assert "Пристань и маяк" in utf8(page(raw, content_type=content_type)).decode()


def test_a_charset_is_found_where_none_is_declared() -> None:
    from clipper.clean.charset import utf8

    words = "Старый плавучий маяк во вторник вернулся в городскую гавань после сорока лет отсутствия. " * 5
    assert utf8(page(words.encode("cp1251"))).decode() == words


@pytest.mark.parametrize("depth", [500, 3000, 100_000])
def test_deep_nesting_neither_crashes_nor_loses_the_text(depth: int) -> None:
    deep = "<div>" * depth + f"<p>{PROSE[0]} Deep down.</p>" + "</div>" * depth
    assert "Deep down." in read(around(deep)).text


def test_links_of_a_file_without_origin_still_tell_what_announces_others() -> None:
    article = read(
        around("<p>Read also: <a href='/ferry'>Ferry timetable changes</a></p>"), "file:///home/a.html"
    )
    assert "Ferry" not in article.text
    assert (
        "<a" not in read(around("<p>She saw <a href='/ship'>the ship</a>.</p>"), "file:///home/a.html").html
    )
