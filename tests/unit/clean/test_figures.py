# ruff: noqa: E501 - markup is written as pages have it
"""Pictures with caption and credit, galleries, lazy pictures and pictures in several sizes."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import PROSE, around, read
from tests.unit.clean.region import cleaned

IMG = '<img src="/ship.jpg">'
SHOWN = '<img src="https://news.example/ship.jpg">'
CAPTION, CREDIT = "The ship at the east quay", "Photo: Ada Winter/Reuters"


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure>{IMG}<figcaption>{CAPTION}<br>{CREDIT}</figcaption></figure>",
        f"<figure>{IMG}<figcaption><p>{CAPTION}</p><p>{CREDIT}</p></figcaption></figure>",
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption><div class='credit'>{CREDIT}</div></figure>",
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption><figcaption>{CREDIT}</figcaption></figure>",
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure><p>{CREDIT}</p>",
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure><p class='copyright'>{CREDIT}</p>",
        f"<figure><div>{IMG}<span class='credit'>{CREDIT}</span></div><figcaption>{CAPTION}</figcaption></figure>".replace(
            f"<span class='credit'>{CREDIT}</span></div><figcaption>{CAPTION}</figcaption>",
            f"</div><figcaption>{CAPTION}</figcaption><span class='credit'>{CREDIT}</span>",
        ),
        f"<div class='wp-caption'><a href='/ship.jpg'>{IMG}</a><p class='wp-caption-text'>{CAPTION}<br>{CREDIT}</p></div>",
        f"<div class='image'>{IMG}<div class='caption'>{CAPTION}</div><div class='credit'>{CREDIT}</div></div>",
        f"<p>{IMG}<br><em>{CAPTION}<br>{CREDIT}</em></p>",
    ],
)
def test_caption_and_credit_belong_to_the_picture(figure: str) -> None:
    html = read(around(figure)).html.replace("<em>", "").replace("</em>", "")
    assert f"<figure>{SHOWN}<figcaption>{CAPTION}<br>{CREDIT}</figcaption></figure>" in html.split("\n")


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Ada Winter",
        "(Photo by Ada Winter/Getty Images)",
        "© Ada Winter",
        "Foto: dpa",
        "Фото: РИА Новости",
        "Ada Winter/AFP",
        "写真：共同社",
        "צילום: עדה וינטר",
        "Crédit photo : Ada Winter",
    ],
)
def test_a_credit_alone_is_the_caption(credit: str) -> None:
    html = read(around(f"<figure>{IMG}</figure><p>{credit}</p>")).html
    assert f"<figure>{SHOWN}<figcaption>{credit}</figcaption></figure>" in html.split("\n")


@pytest.mark.parametrize(
    "words",
    [
        "Photographs of her first crew hang in the customs house, and nobody has ever counted them.",
        "The picture was taken by her second keeper in the winter in which the sea froze to the horizon.",
        "It was told to Reuters.",
    ],
)
def test_a_paragraph_beneath_a_picture_stays_a_paragraph(words: str) -> None:
    assert f"<p>{words}</p>" in read(around(f"<figure>{IMG}</figure><p>{words}</p>")).html.split("\n")


@pytest.mark.parametrize(
    "gallery",
    [
        "<ul class='gallery'><li><img src='/1.jpg'><p>One</p></li><li><img src='/2.jpg'><p>Two</p></li></ul>",
        "<ul><li><figure><img src='/1.jpg'><figcaption>One</figcaption></figure></li><li><figure><img src='/2.jpg'><figcaption>Two</figcaption></figure></li></ul>",
        "<figure class='wp-block-gallery'><figure><img src='/1.jpg'><figcaption>One</figcaption></figure><figure><img src='/2.jpg'><figcaption>Two</figcaption></figure></figure>",
        "<figure><ul><li><figure><img src='/1.jpg'><figcaption>One</figcaption></figure></li><li><figure><img src='/2.jpg'><figcaption>Two</figcaption></figure></li></ul></figure>",
        "<amp-carousel><figure><amp-img src='/1.jpg'></amp-img><figcaption>One</figcaption></figure><figure><amp-img src='/2.jpg'></amp-img><figcaption>Two</figcaption></figure></amp-carousel>",
    ],
)
def test_a_gallery_becomes_its_figures(gallery: str) -> None:
    html = read(around(gallery)).html
    for at, words in ((1, "One"), (2, "Two")):
        assert (
            f'<figure><img src="https://news.example/{at}.jpg"><figcaption>{words}</figcaption></figure>'
            in html
        )


def test_the_words_for_a_whole_gallery_are_kept() -> None:
    html = read(
        around(
            "<figure><figure><img src='/1.jpg'></figure><figure><img src='/2.jpg'></figure><figcaption>Both ships</figcaption></figure>"
        )
    ).html
    assert html.count("<figure>") == 2
    assert html.count("Both ships") == 1


@pytest.mark.parametrize(
    ("markup", "src"),
    [
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-lazy-srcset="/s.jpg 400w, /m.jpg 1600w, /l.jpg 3000w">', "m.jpg"),
        ('<img class="lazyload" data-hires="/big.jpg?x=1">', "big.jpg?x=1"),
        ('<div class="article-image" style="background-image: url(/b.jpg)"></div>', "b.jpg"),
        ("<figure style=\"background:#eee url('/b.jpg') no-repeat\"></figure>", "b.jpg"),
        ('<div class="lead-photo" data-bg="/b.jpg"></div>', "b.jpg"),
        ('<picture><source data-srcset="/w.webp 1200w" type="image/webp"><source data-srcset="/w.jpg 1200w"><img class="lazy" data-src="/one.jpg"></picture>', "one.jpg"),
        ('<img loading="lazy" src="/loading.gif" data-original="/o.jpg">', "o.jpg"),
        ('<img src="/a.jpg" srcset="/a-2x.jpg 2x">', "a-2x.jpg"),
    ],
)  # fmt: skip
def test_the_picture_behind_a_lazy_one_is_found(markup: str, src: str) -> None:
    assert f'src="https://news.example/{src}"' in read(around(markup)).html


@pytest.mark.parametrize(
    "box",
    [
        '<div style="background-image:url(/b.jpg)">Words on a ground of paper</div>',
        '<div class="content" style="background:url(/b.jpg)"></div>',
        '<div class="image" style="background:url(javascript:alert(1))"></div>',
        '<div class="image" style="background:url(data:image/svg+xml;base64,PHN2Zz4=)"></div>',
    ],
)
def test_a_background_that_is_no_picture_of_the_article_is_none(box: str) -> None:
    assert "<img" not in read(around(box)).html


@pytest.mark.parametrize(
    ("first", "again", "shown"),
    [
        ("/ship-640x400.jpg", "/ship-1200x750.jpg", "/ship-1200x750.jpg"),
        ("/ship.jpg", "/ship-1200x750.jpg", "/ship.jpg"),
        ("/ship.jpg?w=300", "/ship.jpg?w=900&q=80", "/ship.jpg?w=900&amp;q=80"),
        ("/c/w_300,h_200/ship.jpg", "/c/w_900,h_600/ship.jpg", "/c/w_900,h_600/ship.jpg"),
    ],
)
def test_one_picture_in_two_sizes_is_shown_once_in_the_larger(first: str, again: str, shown: str) -> None:
    article = read(
        around(f"<figure><img src='{first}'></figure>", after=f"<figure><img src='{again}'></figure>")
    )
    assert len(article.images) == 1
    assert f'src="https://news.example{shown}"' in article.html


def test_two_pictures_whose_addresses_differ_otherwise_are_two() -> None:
    markup = "".join(f"<figure><img src='/image.php?id={at}&w=600'></figure>" for at in (1, 2))
    assert len(read(around(markup)).images) == 2


def test_what_a_box_says_of_direction_and_language_its_paragraphs_say() -> None:
    html = cleaned(
        f"<div><p>{'One sentence is like the other here. ' * 3}</p><p>{'And this is another of that kind, too. ' * 3}</p>"
        "<div dir='rtl' lang='ar'><p>وصلت السفينة القديمة إلى مرفأ المدينة بعد أربعين عاما من الغياب عنها.</p></div></div>"
    )
    assert html.count("dir=") == 1
    assert '<p dir="rtl" lang="ar">' in html


def test_a_direction_of_the_whole_article_is_not_said_by_each_paragraph() -> None:
    arabic = "وصلت السفينة القديمة إلى مرفأ المدينة بعد أربعين عاما من الغياب عنها."
    assert "dir=" not in cleaned(f"<div dir='rtl'><p>{arabic}</p><p>{arabic} ثم رحلت.</p></div>")


@pytest.mark.parametrize(
    "phrase",
    [
        "<ruby>漢<rt>かん</rt></ruby>",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
        "<bdi>سفينة</bdi>",
        '<bdo dir="rtl">abc</bdo>',
        '<span dir="rtl">سفينة</span>',
    ],
)
def test_ruby_and_isolated_words_stay(phrase: str) -> None:
    assert (
        phrase
        in read(
            around(f"<p>The old name of the ship was {phrase}, and it can still be read on her bow.</p>")
        ).html
    )


def test_what_opens_on_a_click_is_open() -> None:
    article = read(
        around(
            "<details><summary>What the keepers ate</summary><p>Bread, cheese and fish on all days but one.</p></details>"
        )
    )
    assert "What the keepers ate\nBread, cheese and fish on all days but one." in article.text


def test_the_parts_of_a_table_stay() -> None:
    table = "<table><caption>Guests</caption><thead><tr><th colspan=2 scope=colgroup>Year and guests</th></tr></thead><tbody><tr><th scope=row>2018</th><td>1,200</td></tr></tbody></table>"
    html = read(around(table)).html
    for piece in (
        "<caption>Guests</caption>",
        '<th colspan="2" scope="colgroup">',
        '<th scope="row">2018</th>',
    ):
        assert piece in html


def test_code_with_a_box_of_tools_stays() -> None:
    tools = '<div class="toolbar"><span>Python</span></div>'
    html = cleaned(
        f'<p>{PROSE[0]}</p><div class="code-toolbar"><pre><code>ring(bell)</code></pre>{tools}</div>'
    )
    assert html.split("\n")[1:] == ["<pre><code>ring(bell)</code></pre>"]
