# ruff: noqa: E501 - markup is written as pages have it
"""Films, sounds and posts of other sites: a poster or a quotation with a plain link; all other frames go."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import PROSE, around, read

FILM = "https://www.youtube.com/watch?v=abcdefghijk"
POSTER = "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg"


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="The bell is rung"></iframe>',
        '<iframe src="//www.youtube-nocookie.com/embed/abcdefghijk" title="The bell is rung" allowfullscreen></iframe>',
        '<iframe src="about:blank" data-src="https://www.youtube.com/embed/abcdefghijk" title="The bell is rung"></iframe>',
        '<div class="video-wrapper media"><iframe src="https://www.youtube.com/embed/abcdefghijk" title="The bell is rung"></iframe></div>',
        '<p><iframe src="https://www.youtube.com/embed/abcdefghijk" title="The bell is rung"></iframe></p>',
        '<amp-youtube data-videoid="abcdefghijk" title="The bell is rung" layout="responsive"></amp-youtube>',
        '<lite-youtube videoid="abcdefghijk" title="The bell is rung"></lite-youtube>',
        '<div class="rll-youtube-player" data-id="abcdefghijk" title="The bell is rung"></div>',
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper"><iframe title="The bell is rung" src="https://www.youtube.com/embed/abcdefghijk?feature=oembed"></iframe></div></figure>',
    ],
)
def test_a_film_becomes_its_poster_with_a_link(markup: str) -> None:
    article = read(around(markup))
    assert (
        f'<figure><img alt="The bell is rung" src="{POSTER}"><figcaption><a href="{FILM}">The bell is rung</a></figcaption></figure>'
        in article.html
    )
    assert "iframe" not in article.html
    assert article.text.split("\n") == list(PROSE)


@pytest.mark.parametrize(
    ("markup", "link"),
    [
        ('<iframe src="https://player.vimeo.com/video/12345"></iframe>', "https://vimeo.com/12345"),
        ('<iframe src="https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk"></iframe>', "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk"),
        ('<iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fvideos%2F1%2F&amp;show_text=0"></iframe>', "https://www.facebook.com/harbour/videos/1/"),
        ('<div class="fb-post" data-href="https://www.facebook.com/harbour/posts/1"></div>', "https://www.facebook.com/harbour/posts/1"),
        ('<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=false&amp;id=123456"></iframe>', "https://twitter.com/i/status/123456"),
        ('<amp-twitter data-tweetid="123456"></amp-twitter>', "https://twitter.com/i/status/123456"),
        ('<amp-instagram data-shortcode="CabcD"></amp-instagram>', "https://www.instagram.com/p/CabcD/"),
        ('<iframe src="https://rutube.ru/play/embed/a1b2c3"></iframe>', "https://rutube.ru/video/a1b2c3/"),
        ('<iframe src="//player.bilibili.com/player.html?bvid=BV1xx411c7mD&amp;page=1"></iframe>', "https://www.bilibili.com/video/BV1xx411c7mD/"),
        ('<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="harbour/12"></script>', "https://t.me/harbour/12"),
        ('<audio controls src="https://news.example/bell.mp3"></audio>', "https://news.example/bell.mp3"),
        ('<amp-audio src="/bell.mp3"></amp-audio>', "https://news.example/bell.mp3"),
        ('<video><source src="/bell.mp4" type="video/mp4"></video>', "https://news.example/bell.mp4"),
        ('<iframe title="Interactive chart" src="https://datawrapper.dwcdn.net/aB3dE/1/"></iframe>', "https://datawrapper.dwcdn.net/aB3dE/"),
    ],
)  # fmt: skip
def test_what_has_no_poster_becomes_a_quotation_with_a_link(markup: str, link: str) -> None:
    html = read(around(markup)).html
    line = next(line for line in html.split("\n") if line.startswith("<blockquote>"))
    assert f'<a href="{link}">' in line


def test_a_film_in_a_file_shows_its_poster() -> None:
    html = read(
        around('<video poster="/bell.jpg" src="/bell.mp4" aria-label="The bell is rung"></video>')
    ).html
    assert '<img alt="The bell is rung" src="https://news.example/bell.jpg">' in html
    assert '<a href="https://news.example/bell.mp4">The bell is rung</a>' in html


def test_a_post_stays_a_quotation_with_its_link() -> None:
    post = '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">She is home. <a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Harbour (@harbour) <a href="https://twitter.com/harbour/status/1?ref_src=twsrc">May 14, 2024</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>'
    for html in (read(around(post)).html, read(around("", after=post)).html):
        line = next(line for line in html.split("\n") if line.startswith("<blockquote>"))
        assert "She is home." in line
        assert 'href="https://twitter.com/harbour/status/1?ref_src=twsrc"' in line


@pytest.mark.parametrize(
    ("post", "link", "words"),
    [
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/CabcD/?utm_source=ig_embed"><div><a href="https://www.instagram.com/p/CabcD/">View this post on Instagram</a><p><a href="https://www.instagram.com/p/CabcD/">A post shared by Harbour (@harbour)</a></p></div></blockquote>',
            "https://www.instagram.com/p/CabcD/",
            "A post shared by Harbour (@harbour)",
        ),
        (
            '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@harbour/video/123" data-video-id="123"><section><a href="https://www.tiktok.com/@harbour">@harbour</a> <p>She is home</p></section></blockquote>',
            "https://www.tiktok.com/@harbour/video/123",
            "@harbour She is home",
        ),
    ],
)
def test_a_shell_of_a_post_becomes_its_words_and_link(post: str, link: str, words: str) -> None:
    assert f'<blockquote><p><a href="{link}">{words}</a></p></blockquote>' in read(around(post)).html


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="https://ads.example/slot?id=1" title="3rd party ad content"></iframe>',
        '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe>',
        '<iframe src="https://consent.example/wall"></iframe>',
        '<iframe src="https://evil.example/?https://www.youtube.com/embed/abcdefghijk"></iframe>',
        '<object data="https://evil.example/x.swf"></object>',
        '<embed src="https://evil.example/x.swf">',
    ],
)
def test_any_other_frame_goes_and_is_told(frame: str) -> None:
    article = read(around(frame))
    assert article.text.split("\n") == list(PROSE)
    assert "example/" not in article.html.replace("news.example/", "")
    assert [
        removal.rule for removal in article.removals if "example" in removal.text or "google" in removal.text
    ] == ["embed"]


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="javascript:alert(1)"></iframe>',
        '<video src="javascript:alert(1)" poster="javascript:alert(1)"></video>',
        '<video src="blob:https://news.example/1"></video>',
        '<iframe src="https://www.facebook.com/plugins/post.php?href=javascript:alert(1)"></iframe>',
        "<iframe srcdoc='<script>x</script>'></iframe>",
    ],
)
def test_nothing_that_runs_comes_of_a_frame(frame: str) -> None:
    article = read(around(frame))
    assert "javascript" not in article.html
    assert "blob:" not in article.html
    assert article.text.split("\n") == list(PROSE)


def test_without_pictures_the_link_stays() -> None:
    from clipper.article.article import Guidance

    html = read(
        around(f'<iframe src="{FILM.replace("watch?v=", "embed/")}"></iframe>'),
        guidance=Guidance(no_images=True),
    ).html
    assert f'<a href="{FILM}">' in html
    assert "<img" not in html


def test_the_same_film_twice_is_shown_once() -> None:
    frame = '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
    html = read(around(frame, after=frame)).html
    assert html.count("<figure>") == 1


def test_a_film_keeps_what_the_page_says_beneath_it() -> None:
    figure = '<figure><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><figcaption>The bell on the day of her return</figcaption></figure>'
    article = read(around(figure))
    assert article.html.count("<figure>") == 1
    assert "The bell on the day of her return" in article.html
    assert FILM in article.html
