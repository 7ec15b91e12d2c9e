# ruff: noqa: E501 - markup is written as pages have it
"""The picture between headline and text is the article's; what only stands near it is not."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import PROSE, read

TITLE = "Old Lightship Comes Home"
TEXT = "".join(f"<p>{each}</p>" for each in PROSE)
CAPTION = "The ship at the quay. Photo: Courier"
AT_HEAD = f"<h1>{TITLE}</h1><p>14 May 2024</p>"


def page_with(between: str, *, text: str = TEXT, head: str = AT_HEAD) -> str:
    """Headline, something, and the text in a container of its own."""
    return (
        f"<html><head><title>{TITLE}</title></head><body><nav><a href=/>Home</a></nav><article>"
        f'<header>{head}</header>{between}<div class="entry">{text}</div></article><footer>Imprint</footer></body></html>'
    )


@pytest.mark.parametrize(
    "between",
    [
        f'<figure><img src="/ship.jpg" width="900"><figcaption>{CAPTION}</figcaption></figure>',
        f'<figure><amp-img src="/ship.jpg" width="900" height="600"><noscript><img src="/ship.jpg"></noscript></amp-img><figcaption>{CAPTION}</figcaption></figure>',
    ],
)
def test_the_picture_below_the_headline_is_kept_with_its_caption(between: str) -> None:
    article = read(page_with(between))
    assert [image.url for image in article.images] == ["https://news.example/ship.jpg"]
    assert article.text.split("\n") == [CAPTION, *PROSE]


def test_so_is_one_without_a_caption() -> None:
    article = read(
        page_with('<div class="post-image"><div><img data-src="/ship.jpg" src="/blank.gif"></div></div>')
    )
    assert [image.url for image in article.images] == ["https://news.example/ship.jpg"]
    assert article.text.split("\n") == list(PROSE)


def test_so_is_one_in_the_headlines_own_box() -> None:
    figure = f'<figure><img src="/ship.jpg"><figcaption>{CAPTION}</figcaption></figure>'
    article = read(page_with("", head=AT_HEAD + figure))
    assert [image.caption for image in article.images] == [CAPTION]


@pytest.mark.parametrize(
    "between",
    [
        '<div><img src="/face.jpg" width="80"> Ada Winter writes about ships</div>',
        '<div class="author-box"><img src="/face.jpg"> Ada Winter</div>',
        '<div><h3>Read next</h3><img src="/other.jpg"><p>Ferry timetable changes</p></div>',
        '<div><img src="/a.jpg"><img src="/b.jpg"><img src="/c.jpg"></div>',
        '<div class="ad-banner"><img src="/buy.jpg"></div>',
    ],
)
def test_faces_teasers_and_boxes_are_not_taken_for_it(between: str) -> None:
    article = read(page_with(between))
    assert article.images == ()
    assert article.text.split("\n") == list(PROSE)


def test_a_picture_that_the_text_has_too_is_shown_once() -> None:
    figure = '<figure><img src="/ship.jpg?w=900"></figure>'
    article = read(page_with(figure, text='<p><img src="/ship.jpg?w=600"></p>' + TEXT))
    assert len(article.images) == 1
