"""Pages that only send their reader on are followed; pages that have something to say are kept."""

from __future__ import annotations

import pytest

from clipper.capture import Capture
from clipper.jobs import Ticket
from tests.servers import Site

STORY = "<!doctype html><title>Ferry</title><p>The ferry was late."


@pytest.mark.parametrize(
    "body",
    [
        '<meta http-equiv="refresh" content="0; url=/story?a=1&amp;b=2">',
        "<head><META content='2;URL=\"/story?a=1&b=2\"' HTTP-EQUIV=Refresh></head><p>One moment, please.",
        '<noscript><meta http-equiv="refresh" content="0;/story?a=1&b=2"></noscript><script>go()</script>',
    ],
)
def test_a_page_that_sends_its_reader_on(capture: Capture, site: Site, body: str) -> None:
    site.page("/story", STORY)
    url = site.page("/short", f"<!doctype html>{body}")
    page = capture.page(url, Ticket())
    assert (page.url, page.final_url) == (url, site.url("/story?a=1&b=2"))
    assert page.html == STORY.encode()


def test_a_header_that_sends_the_reader_on(capture: Capture, site: Site) -> None:
    site.page("/story", STORY)
    url = site.page("/short", "Moved", headers=(("Refresh", "0;url=story"),))
    assert capture.page(url, Ticket()).html == STORY.encode()


@pytest.mark.parametrize(
    "body",
    [
        '<meta http-equiv="refresh" content="0;url=/here">',
        '<meta http-equiv="refresh" content="0">',
        '<meta http-equiv="refresh" content="300;url=/story">',
        '<meta http-equiv="refresh" content="0;url=javascript:x()">',
        '<meta http-equiv="refresh" content="0;url=file:///etc/hostname">',
        '<meta name="refresh" content="0;url=/story">',
        '<meta http-equiv="refresh" content="5;url=/story">' + "<p>A whole article stands here. " * 20,
    ],
)
def test_a_page_that_is_read_itself(capture: Capture, site: Site, body: str) -> None:
    url = site.page("/here", f"<!doctype html>{body}")
    assert capture.page(url, Ticket()).final_url == url
    assert site.asked() == ["/here"]


def test_pages_that_send_their_readers_round_in_a_circle_are_shown(capture: Capture, site: Site) -> None:
    site.page("/a", '<!doctype html><meta http-equiv="refresh" content="0;url=/b">')
    site.page("/b", '<!doctype html><meta http-equiv="refresh" content="0;url=/a">')
    assert capture.page(site.url("/a"), Ticket()).final_url == site.url("/b")
    assert len(site.asked()) == 4
