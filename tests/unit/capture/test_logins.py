"""What goes to whom: logins, cookies, and what one origin must never learn of another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import httpx
import pytest

from clipper.article.page import Page
from clipper.capture import Capture, login
from clipper.credentials import Login, Vault
from clipper.errors import HttpRefused, KeychainLocked, LoginNeeded, LoginRefused
from clipper.jobs import Ticket
from tests.servers import Site

STORY = "<!doctype html><title>Ferry</title><p>The ferry was late."


def authorizations(site: Site) -> list[str]:
    return [each.headers["authorization"] for each in site.requests if "authorization" in each.headers]


@pytest.mark.parametrize(
    ("scheme", "algorithm", "stale"),
    [("basic", "MD5", 0), ("digest", "MD5", 0), ("digest", "SHA-256", 0), ("digest", "SHA-256", 1)],
)
def test_a_login_that_is_kept_opens_the_page(
    capture: Capture,
    vault: Vault,
    site: Site,
    scheme: Literal["basic", "digest"],
    algorithm: str,
    stale: int,
) -> None:
    site.protect("/", "änn", "p:w ü", scheme, algorithm=algorithm, stale=stale)
    vault.add(Login(f"127.0.0.1:{site.port}", "änn", "p:w ü"))
    page = capture.page(site.page("/a", STORY), Ticket())
    assert page.html == STORY.encode()
    assert "authorization" not in site.requests[0].headers
    assert len(site.requests) == 2 + stale


def test_without_a_login_the_user_is_told_for_which_host_to_add_one(capture: Capture, site: Site) -> None:
    site.protect("/", "ann", "pw")
    with pytest.raises(LoginNeeded) as caught:
        capture.page(site.page("/a", STORY), Ticket())
    assert caught.value.host == f"127.0.0.1:{site.port}"


@pytest.mark.parametrize("scheme", ["basic", "digest"])
def test_a_wrong_login_is_said_and_not_tried_again_and_again(
    capture: Capture, vault: Vault, site: Site, scheme: Literal["basic", "digest"]
) -> None:
    site.protect("/", "ann", "right", scheme)
    vault.add(Login(f"127.0.0.1:{site.port}", "ann", "wrong"))
    with pytest.raises(LoginRefused) as caught:
        capture.page(site.page("/a", STORY), Ticket())
    assert "wrong" not in str(caught.value)
    assert len(site.requests) == 2


@pytest.mark.parametrize(
    "question", ["NTLM", "Negotiate", "Bearer realm=x", 'Digest realm="x"', "", "Digest =,,="]
)
def test_a_question_that_cannot_be_answered(
    capture: Capture, vault: Vault, site: Site, question: str
) -> None:
    vault.add(Login(f"127.0.0.1:{site.port}", "ann", "pw"))
    with pytest.raises(HttpRefused) as caught:
        capture.page(site.status("/a", 401, (("WWW-Authenticate", question),)), Ticket())
    assert caught.value.status == 401
    assert authorizations(site) == []


def test_a_login_is_sent_to_its_own_origin_only(capture: Capture, vault: Vault, site: Site) -> None:
    vault.add(Login(f"127.0.0.1:{site.port}", "ann", "pw"))
    site.protect("/asks", "ann", "pw")
    site.page("/asks", STORY)
    with pytest.raises(LoginNeeded):
        capture.page(site.url("/asks", host="localhost"), Ticket())
    assert authorizations(site) == []


def test_a_redirect_takes_no_login_and_no_cookie_to_another_origin(
    capture: Capture, vault: Vault, site: Site
) -> None:
    vault.add(Login(f"127.0.0.1:{site.port}", "ann", "pw"))
    site.protect("/members", "ann", "pw")
    site.redirect("/members", site.url("/landing", host="localhost"), headers=(("Set-Cookie", "session=1"),))
    site.redirect("/landing", site.url("/end"))
    site.page("/end", STORY)

    capture.page(site.url("/members"), Ticket())

    (landing,) = site.requests_of("/landing")
    assert "authorization" not in landing.headers
    assert "cookie" not in landing.headers
    (end,) = site.requests_of("/end")
    assert end.headers["cookie"] == "session=1"
    assert "authorization" not in end.headers


def test_each_origin_of_a_chain_gets_its_own_login(capture: Capture, vault: Vault) -> None:
    with Site() as short, Site() as paper:
        vault.add(Login(f"127.0.0.1:{paper.port}", "ann", "pw"))
        paper.protect("/", "ann", "pw")
        url = short.redirect("/x", paper.page("/a", STORY))
        assert capture.page(url, Ticket()).html == STORY.encode()
        assert authorizations(short) == []


def test_a_cookie_that_a_page_waits_for_is_given_back_and_then_forgotten(
    capture: Capture, site: Site
) -> None:
    def answer(to: object) -> None:
        from tests.serving import Exchange

        assert isinstance(to, Exchange)
        if to.request.headers.get("cookie") == "seen=yes":
            to.send(STORY.encode())
        else:
            cookies = ("seen=yes; Path=/", "foreign=1; Domain=evil.example", "bad", "old=1; Max-Age=0")
            headers = [("Location", "/wall"), *(("Set-Cookie", each) for each in cookies)]
            to.send(b"", status=302, headers=headers)

    url = site.answer("/wall", answer)
    for _again in range(2):
        assert capture.page(url, Ticket()).html == STORY.encode()
    assert [each.headers.get("cookie") for each in site.requests] == [None, "seen=yes"] * 2


def test_a_picture_is_logged_in_to_on_its_page_s_own_origin_only(
    capture: Capture, vault: Vault, page_at: Callable[..., Page]
) -> None:
    with Site() as paper, Site() as other:
        for each in (paper, other):
            each.protect("/", "ann", "pw")
            each.picture("/p.png")
            vault.add(Login(f"127.0.0.1:{each.port}", "ann", "pw"))
        page = page_at(paper.url("/a"))
        assert capture.picture(paper.url("/p.png"), page, Ticket()).width == 8
        with pytest.raises(LoginNeeded):
            capture.picture(other.url("/p.png"), page, Ticket())
        assert authorizations(other) == []


class LockedVault(Vault):
    def login_for(self, origin_or_host: str) -> Login | None:  # noqa: ARG002
        raise KeychainLocked


def test_a_locked_keychain_is_said_for_a_page_and_costs_only_the_picture(
    site: Site, page_at: Callable[..., Page]
) -> None:
    from clipper.settings import Settings
    from tests.unit.capture.conftest import NOW

    site.protect("/", "ann", "pw")
    capture = Capture(Settings(), LockedVault(), lambda: NOW)
    with pytest.raises(KeychainLocked):
        capture.page(site.page("/a", STORY), Ticket())
    with pytest.raises(LoginNeeded):
        capture.picture(site.picture("/p.png"), page_at(site.url("/a")), Ticket())
    capture.close()


@pytest.mark.parametrize(
    ("headers", "schemes"),
    [
        (['Basic realm="a"'], ["basic"]),
        (['Basic realm="a, b", Digest realm="c", nonce="1", qop="auth"'], ["digest", "basic"]),
        (["NTLM", 'Digest realm="a", nonce="1"', "Negotiate abc=="], ["digest"]),
        (
            ['Digest realm="a", nonce="1", algorithm=MD5', 'Digest realm="a", nonce="1", algorithm=SHA-256'],
            ["digest"] * 2,
        ),
        (['Digest realm="a", nonce="1", algorithm=TIGER'], []),
        (['Digest realm="a", nonce="1", qop="auth-int"'], []),
        (["", ",,,", '"', "Basic"], ["basic"]),
    ],
)
def test_the_best_of_what_a_server_offers_comes_first(headers: list[str], schemes: list[str]) -> None:
    assert [each.scheme for each in login.challenges(headers)] == schemes


def test_the_stronger_digest_is_preferred() -> None:
    weak, strong = (
        'Digest realm="a", nonce="1"',
        'Digest realm="a", nonce="2", algorithm="SHA-256", qop="auth"',
    )
    offered = login.challenges([f"{weak}, {strong}"])
    header = login.authorization(
        httpx.Request("GET", "http://a.example/x?y"), offered[0], Login("a", "u", "p")
    )
    assert header is not None
    assert 'nonce="2"' in header
    assert 'uri="/x?y"' in header
