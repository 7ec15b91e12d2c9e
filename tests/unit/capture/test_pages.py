"""A page from the web: what is kept of it, and what the user is told where there is none."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clipper.capture import Capture
from clipper.errors import (
    BadAddress,
    CaptureError,
    ClipperError,
    ConnectionBroken,
    ConnectionRefused,
    EmptyPage,
    HostUnknown,
    HttpRefused,
    NotAPage,
    PageTooBig,
    TimedOut,
    TooManyRedirects,
)
from clipper.jobs import Stopped, Ticket
from tests.servers import Site, encode, png
from tests.serving import HTML, Exchange
from tests.unit.capture.conftest import NOW, NewCapture

STORY = "<!doctype html><title>Ferry</title><p>The ferry was late."


def test_a_page_as_it_came(capture: Capture, site: Site) -> None:
    url = site.page("/a", STORY, headers=(("X-Desk", "Foreign"), ("Set-Cookie", "session=1")))
    page = capture.page(f" {url} ", Ticket())
    assert (page.url, page.final_url, page.status, page.html, page.fetched) == (
        url,
        url,
        200,
        STORY.encode(),
        NOW,
    )
    assert page.header("X-Desk") == "Foreign"
    assert page.header("content-type") == HTML
    assert page.header("set-cookie") is None
    assert all(name == name.lower() for name, _value in page.headers)


def test_it_introduces_itself_honestly_or_as_the_user_wants(new_capture: NewCapture, site: Site) -> None:
    url = site.page("/a", STORY)
    new_capture().page(url, Ticket())
    new_capture(user_agent="Desk 7\r\nX-Evil: 1 ü").page(url, Ticket())
    own, chosen = site.requests
    assert own.headers["user-agent"].startswith("Clipper/")
    assert "Mozilla" not in own.headers["user-agent"]
    assert chosen.headers["user-agent"] == "Desk 7 X-Evil: 1"
    assert "x-evil" not in chosen.headers
    assert own.headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert "en" in own.headers["accept-language"]


def test_connections_are_used_again(capture: Capture, site: Site) -> None:
    for path in ("/a", "/b"):
        capture.page(site.page(path, STORY), Ticket())
    assert len({each.connection for each in site.requests}) == 1


def test_a_kept_connection_that_broke_is_tried_once_more(capture: Capture, site: Site) -> None:
    capture.page(site.page("/a", STORY), Ticket())
    first = site.requests[0].connection
    site.answer("/b", lambda to: to.end() if to.request.connection == first else to.send(STORY.encode()))
    assert capture.page(site.url("/b"), Ticket()).html == STORY.encode()
    assert len(site.requests_of("/b")) == 2


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, br"])
def test_every_encoding_is_undone(capture: Capture, site: Site, encoding: str) -> None:
    assert capture.page(site.encoded("/a", STORY * 50, encoding), Ticket()).html == STORY.encode() * 50


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "zstd, br"])
def test_a_bomb_is_stopped_while_it_unfolds(new_capture: NewCapture, site: Site, encoding: str) -> None:
    url = site.encoded("/bomb", b"<html>" + bytes(30_000_000), encoding)
    with pytest.raises(PageTooBig):
        new_capture(max_page_mb=1).page(url, Ticket())


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_half_of_an_encoded_page_is_no_page(capture: Capture, site: Site, encoding: str) -> None:
    data = encode((STORY + "".join(map(str, range(500)))).encode(), encoding)
    headers = (("Content-Encoding", encoding),)
    assert capture.page(site.page("/whole", data, headers=headers), Ticket())
    site.page("/half", data[: len(data) // 2], headers=headers)
    with pytest.raises(ConnectionBroken):
        capture.page(site.url("/half"), Ticket())


def test_what_is_not_compressed_although_it_says_so_is_read(capture: Capture, site: Site) -> None:
    url = site.page("/a", STORY, headers=(("Content-Encoding", "gzip"),))
    assert capture.page(url, Ticket()).html == STORY.encode()


@pytest.mark.parametrize("status", [400, 403, 404, 410, 418, 429, 451, 500, 503, 520, 304, 206, 300])
def test_a_status_that_is_no_page(capture: Capture, site: Site, status: int) -> None:
    with pytest.raises(HttpRefused) as caught:
        capture.page(site.status("/a", status, (("Retry-After", "3600"),)), Ticket())
    assert (caught.value.status, caught.value.host) == (status, "127.0.0.1")


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (b"%PDF-1.7 ...", "text/html", "application/pdf"),
        (b"%PDF-1.7 ...", "application/pdf", "application/pdf"),
        (png(), "image/png", "image/png"),
        (png(), None, "image/png"),
        (b"PK\x03\x04....", "application/octet-stream", "application/zip"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0"/>', "text/html", "application/rss+xml"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "application/xml", "application/atom+xml"),
        (b"\x00\x01\x02\x03", "application/octet-stream", "application/octet-stream"),
        (b"....ftypisom....", "video/mp4", "video/mp4"),
    ],
)
def test_what_is_no_page_is_named(
    capture: Capture, site: Site, body: bytes, content_type: str | None, kind: str
) -> None:
    with pytest.raises(NotAPage) as caught:
        capture.page(site.page("/a", body, content_type=content_type), Ticket())
    assert caught.value.media_type == kind


@pytest.mark.parametrize(
    "content_type",
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        None,
        ";;;charset=",
        "application/octet-stream",
        "image/png",
    ],
)
def test_a_page_is_known_by_its_first_bytes_whatever_the_server_says(
    capture: Capture, site: Site, content_type: str | None
) -> None:
    body = f"\ufeff\n<!-- a remark about <rss> --> {STORY}"
    assert capture.page(site.page("/a", body, content_type=content_type), Ticket()).html == body.encode()


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "windows-1251", "gb18030"])
def test_the_bytes_are_handed_on_whatever_their_charset(capture: Capture, site: Site, charset: str) -> None:
    body = "<!doctype html><p>Паром опоздал".encode(charset)
    url = site.page("/a", body, content_type=f"text/html; charset={charset}")
    assert capture.page(url, Ticket()).html == body


@pytest.mark.parametrize("body", [b"", b" \r\n\t", b"\xef\xbb\xbf \x00"])
def test_nothing_is_no_page(capture: Capture, site: Site, body: bytes) -> None:
    with pytest.raises(EmptyPage):
        capture.page(site.page("/a", body), Ticket())


def test_no_content_is_no_page(capture: Capture, site: Site) -> None:
    with pytest.raises(EmptyPage):
        capture.page(site.raw("/a", b"HTTP/1.1 204 No Content\r\n\r\n"), Ticket())


def test_the_limit_of_size(new_capture: NewCapture, site: Site) -> None:
    capture = new_capture(max_page_mb=1)
    just = STORY + "x" * (1_000_000 - len(STORY))
    assert len(capture.page(site.page("/just", just), Ticket()).html) == 1_000_000
    with pytest.raises(PageTooBig) as caught:
        capture.page(site.page("/over", just + "x"), Ticket())
    assert caught.value.megabytes == 1
    with pytest.raises(PageTooBig):
        capture.page(site.endless("/endless"), Ticket())


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nabcdefg",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p>\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    ],
)
def test_what_is_no_http_is_said(capture: Capture, site: Site, answer: bytes) -> None:
    with pytest.raises(ConnectionBroken) as caught:
        capture.page(site.raw("/a", answer), Ticket())
    assert caught.value.host == "127.0.0.1"


def test_half_a_page_is_no_page(capture: Capture, site: Site) -> None:
    with pytest.raises(ConnectionBroken):
        capture.page(site.cut("/a", STORY), Ticket())


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<p>"])
def test_silence_ends_after_the_time_set_for_it(new_capture: NewCapture, site: Site, start: bytes) -> None:
    with pytest.raises(TimedOut) as caught:
        new_capture(read_timeout_s=1).page(site.hang("/a", start), Ticket())
    assert (caught.value.host, caught.value.seconds) == ("127.0.0.1", 1)


def test_a_page_that_never_ends_is_given_up(new_capture: NewCapture, site: Site) -> None:
    with pytest.raises(TimedOut) as caught:
        new_capture(page_timeout_s=1).page(site.drip("/a"), Ticket())
    assert caught.value.seconds == 1


def test_nobody_listens_there(capture: Capture, site: Site) -> None:
    site.stop()
    with pytest.raises(ConnectionRefused):
        capture.page(site.url("/a"), Ticket())


def test_there_is_no_such_host(capture: Capture, offline: None) -> None:
    with pytest.raises(HostUnknown) as caught:
        capture.page("https://no-such-newspaper.invalid/story", Ticket())
    assert caught.value.host == "no-such-newspaper.invalid"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,<p>x", "ftp://news.example/x", "about:blank",
        "mailto:a@b.example", "view-source:https://news.example", "http://", "https:///path",
        "http:news.example", "http://a b.example/", "http://news.example:99999/", "http://news.example:0/",
        "http://news.example:port/", "http://[::1/", "http://-/", "http://good.example\\@evil.example/",
        "https://news.example/\0", "https://news.example/\nx", "", "file://server/share/x.html",
        "http://" + "a" * 70 + ".example/", "https://news.example/" + "x" * 70_000,
    ],
)  # fmt: skip
def test_what_is_no_address_is_said(capture: Capture, address: str) -> None:
    with pytest.raises(BadAddress):
        capture.page(address, Ticket())


def test_a_user_name_and_password_in_an_address_are_not_used_sent_or_kept(
    capture: Capture, site: Site
) -> None:
    url = site.page("/a", STORY)
    page = capture.page(url.replace("//", "//ann:hidden@"), Ticket())
    assert page.url == page.final_url == url
    assert "authorization" not in site.requests[0].headers
    with pytest.raises(CaptureError) as caught:
        capture.page("http://ann:hidden@news.example:99999/", Ticket())
    assert "hidden" not in str(caught.value)


def test_spaces_letters_and_fragments_in_an_address(capture: Capture, site: Site) -> None:
    site.page("/%C3%BC%20b", STORY)
    page = capture.page(site.url("/ü b?q=ж#part"), Ticket())
    assert site.asked() == ["/%C3%BC%20b?q=%D0%B6"]
    assert page.final_url == site.url("/%C3%BC%20b?q=%D0%B6#part")


def test_a_host_of_this_computer_without_a_scheme(capture: Capture, site: Site) -> None:
    site.page("/a", STORY)
    assert capture.page(f"127.0.0.1:{site.port}/a", Ticket()).final_url == site.url("/a")


def test_redirects_are_followed_to_the_page(capture: Capture, site: Site) -> None:
    site.page("/end", STORY)
    site.redirect("/1", "2?x#part", 301)
    site.redirect("/2", site.url("/3").removeprefix("http:"), 307)
    site.redirect("/3", "/end", 303)
    page = capture.page(site.url("/1"), Ticket())
    assert (page.url, page.final_url) == (site.url("/1"), site.url("/end#part"))


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "javascript:x()", "data:text/html,x", "ftp://127.0.0.1/", "http://["]
)
def test_a_redirect_leads_only_to_the_web(capture: Capture, site: Site, target: str) -> None:
    with pytest.raises(BadAddress):
        capture.page(site.redirect("/a", target), Ticket())


def test_a_redirect_to_nowhere(capture: Capture, site: Site) -> None:
    with pytest.raises(HttpRefused):
        capture.page(site.status("/a", 302), Ticket())


def test_redirects_in_a_circle_and_without_end(new_capture: NewCapture, site: Site) -> None:
    capture = new_capture(max_redirects=4)
    site.redirect("/ping", "/pong")
    site.redirect("/pong", "/ping")
    with pytest.raises(TooManyRedirects):
        capture.page(site.url("/ping"), Ticket())
    assert site.asked() == ["/ping", "/pong", "/ping"]
    site.answer("/grow", lambda to: to.send(b"", status=302, headers=(("Location", to.request.path + "?x"),)))
    with pytest.raises(TooManyRedirects):
        capture.page(site.url("/grow"), Ticket())
    assert len(site.requests_of("/grow")) == 5


@pytest.mark.parametrize("where", ["/silent", "/headers", "/body"])
def test_cancelling_ends_it_wherever_it_hangs(capture: Capture, site: Site, where: str) -> None:
    site.hang("/silent")
    site.hang("/headers", b"HTTP/1.1 200 OK\r\nX: y\r\n")
    site.hang("/body", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>")
    ticket = Ticket()
    _when_asked(site, where, ticket.cancel)
    with pytest.raises(Stopped):
        capture.page(site.url(where), ticket)


def test_closing_ends_what_runs_and_what_comes_later(capture: Capture, site: Site) -> None:
    site.hang("/a")
    _when_asked(site, "/a", capture.close)
    with pytest.raises(Stopped):
        capture.page(site.url("/a"), Ticket())
    with pytest.raises(Stopped):
        capture.page(site.url("/a"), Ticket())


def test_a_ticket_that_was_cancelled_asks_nobody(capture: Capture, site: Site) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Stopped):
        capture.page(site.page("/a", STORY), ticket)
    assert site.asked() == []


def test_six_connections_to_a_site_and_no_more(capture: Capture, site: Site) -> None:
    together, inside, most = threading.Barrier(6), [0], [0]
    lock = threading.Lock()

    def answer(to: Exchange) -> None:
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        together.wait(20)
        with lock:
            inside[0] -= 1
        to.send(STORY.encode())

    url = site.answer("/a", answer)
    with ThreadPoolExecutor(18) as pool:
        pages = list(pool.map(lambda _number: capture.page(url, Ticket()), range(18)))
    assert len(pages) == 18
    assert most == [6]


def _when_asked(site: Site, path: str, call: Callable[[], None]) -> None:
    """Do something as soon as the site was asked for a path."""

    def wait() -> None:
        site.wait_for(path)
        call()

    threading.Thread(target=wait).start()


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that knows no host but itself."""
    real = socket.getaddrinfo

    def look_up(host: str, *rest: Any, **more: Any) -> Any:
        if host != "127.0.0.1":
            raise socket.gaierror(socket.EAI_NONAME, "offline")
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=50),
        st.builds(
            "{}:{}".format, st.sampled_from(["http", "https", "file", "HTTP", "x"]), st.text(max_size=40)
        ),
        st.builds("http://127.0.0.1:1/{}".format, st.text(max_size=40)),
        st.builds("http://{}:1/".format, st.text(alphabet="[]:@\\/.%-_127xüあ☃ ", max_size=20)),
    )
)
@example("http://\ud800.example/")
@example("file:///%00")
@example("http://[fe80::1%25eth0]:1/")
@example("~0")
@example("~nobody-here/page.html")
def test_any_text_is_a_page_or_a_reason(capture: Capture, offline: None, source: str) -> None:
    try:
        capture.page(source, Ticket())
    except ClipperError as error:
        assert error.code
