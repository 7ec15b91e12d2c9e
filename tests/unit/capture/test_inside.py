"""Who may reach what: a page of the public web gets nothing of the user's own network."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest

from clipper.article.page import Page
from clipper.capture import Capture
from clipper.capture.wire import Zone, may_reach, zone
from clipper.errors import InsideNetwork
from clipper.jobs import Ticket
from tests.servers import Site

STORY = "<!doctype html><title>Ferry</title><p>The ferry was late."


@pytest.mark.parametrize(
    ("ip", "where"),
    [
        ("93.184.216.34", Zone.PUBLIC),
        ("2606:2800:220:1::1", Zone.PUBLIC),
        ("10.0.0.1", Zone.PRIVATE),
        ("192.168.1.1", Zone.PRIVATE),
        ("100.64.0.1", Zone.PRIVATE),
        ("fd00::1", Zone.PRIVATE),
        ("127.0.0.1", Zone.THIS_COMPUTER),
        ("0.0.0.0", Zone.THIS_COMPUTER),
        ("::1", Zone.THIS_COMPUTER),
        ("::", Zone.THIS_COMPUTER),
        ("::ffff:127.0.0.1", Zone.THIS_COMPUTER),
        ("2002:7f00:1::", Zone.THIS_COMPUTER),
        ("64:ff9b::10.0.0.1", Zone.PRIVATE),
        ("169.254.169.254", Zone.LINK_LOCAL),
        ("fe80::1%eth0", Zone.LINK_LOCAL),
        ("224.0.0.1", Zone.LINK_LOCAL),
    ],
)
def test_where_an_address_lies(ip: str, where: Zone) -> None:
    assert zone(ip) is where


def test_the_rule() -> None:
    """Who (rows: the user, then pages by zone) reaches what (public, private, this computer, link-local)."""
    table = {
        None: [True, True, True, True],
        Zone.PUBLIC: [True, False, False, False],
        Zone.PRIVATE: [True, True, False, False],
        Zone.THIS_COMPUTER: [True, True, True, False],
        Zone.LINK_LOCAL: [True, False, False, True],
    }
    assert {origin: [may_reach(origin, target) for target in Zone] for origin in table} == table


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A name server of the test's own: host -> IP address; what is asked again may have been changed."""
    table: dict[str, str] = {}
    real = socket.getaddrinfo

    def look_up(host: str, *rest: Any, **more: Any) -> Any:
        return real(table.get(host, host), *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return table


def test_a_redirect_to_a_link_local_address_asks_nobody(capture: Capture, site: Site) -> None:
    url = site.redirect("/a", "http://169.254.169.254/latest/")
    with pytest.raises(InsideNetwork) as caught:
        capture.page(url, Ticket())
    assert caught.value.host == "169.254.169.254"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::ffff:127.0.0.1]", "inside.example", "0.0.0.0"])
def test_a_picture_of_a_public_page_is_not_fetched_from_inside(
    capture: Capture, site: Site, names: dict[str, str], page_at: Callable[..., Page], host: str
) -> None:
    names.update({"news.example": "93.184.216.34", "inside.example": "127.0.0.1"})
    site.picture("/p.png")
    with pytest.raises(InsideNetwork):
        capture.picture(site.url("/p.png", host), page_at("https://news.example/a"), Ticket())
    assert site.asked() == []


def test_a_connection_opened_for_the_user_is_not_lent_to_a_public_page(
    capture: Capture, site: Site, names: dict[str, str], page_at: Callable[..., Page]
) -> None:
    names["news.example"] = "93.184.216.34"
    capture.page(site.page("/a", STORY), Ticket())
    site.picture("/p.png")
    with pytest.raises(InsideNetwork):
        capture.picture(site.url("/p.png"), page_at("https://news.example/a"), Ticket())
    assert site.asked() == ["/a"]


def test_a_name_that_changes_its_mind_does_not_help(
    capture: Capture, site: Site, names: dict[str, str], page_at: Callable[..., Page]
) -> None:
    """The page's host was public when it was asked for; that it points inside now gives it no rights."""
    names.update({"turn.example": "93.184.216.34", "other.example": "127.0.0.1"})
    page = page_at("https://turn.example/a")
    site.picture("/p.png")
    with pytest.raises(InsideNetwork):
        capture.picture(site.url("/p.png"), page, Ticket())
    names["turn.example"] = "127.0.0.1"
    with pytest.raises(InsideNetwork):
        capture.picture(site.url("/p.png"), page, Ticket())
    assert site.asked() == []


def test_a_page_of_this_computer_may_name_pictures_of_it(
    capture: Capture, site: Site, page_at: Callable[..., Page]
) -> None:
    with Site() as other:
        page = page_at(site.url("/a"))
        assert capture.picture(other.picture("/p.png"), page, Ticket()).media_type == "image/png"
        assert capture.picture(other.url("/p.png", host="localhost"), page, Ticket()).width == 8


def test_a_continuation_that_a_public_page_names_may_not_lead_inside(
    capture: Capture, site: Site, names: dict[str, str], page_at: Callable[..., Page]
) -> None:
    from clipper.errors import BadAddress

    names["news.example"] = "93.184.216.34"
    public = page_at("https://news.example/a")
    site.page("/2", STORY)
    with pytest.raises(InsideNetwork):
        capture.page(site.url("/2"), Ticket(), named_by=public)
    with pytest.raises(BadAddress):
        capture.page("file:///etc/hostname", Ticket(), named_by=public)
    assert capture.page(site.url("/2"), Ticket(), named_by=page_at(site.url("/1"))).html == STORY.encode()
