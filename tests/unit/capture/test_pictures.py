"""Pictures: which are kept, and what becomes of the others."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from clipper.article.page import Page
from clipper.capture import Capture, images
from clipper.errors import BadAddress, CaptureError, HttpRefused, PageTooBig, PictureBad
from clipper.jobs import Stopped, Ticket
from tests.servers import Site, png
from tests.unit.capture.conftest import NewCapture


def drawn(kind: str, size: tuple[int, int] = (40, 30), **more: object) -> bytes:
    file = io.BytesIO()
    Image.effect_noise(size, 60).convert("L" if kind == "GIF" else "RGB").save(file, kind, **more)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_every_kind_of_the_web_is_kept_as_it_is(
    capture: Capture, site: Site, page_at: Callable[..., Page], kind: str
) -> None:
    data = drawn(kind)
    url = site.picture("/p", data, content_type="text/html")
    picture = capture.picture(url, page_at(site.url("/a")), Ticket())
    assert (picture.url, picture.data) == (url, data)
    assert (picture.media_type, picture.width, picture.height) == (f"image/{kind.lower()}", 40, 30)


def test_a_server_is_told_which_site_the_picture_is_for_and_not_which_page(
    capture: Capture, site: Site, page_at: Callable[..., Page]
) -> None:
    url = site.picture("/p.png")
    capture.picture(url, page_at("file:///a.html", site.url("/secret/story?token=1")), Ticket())
    capture.picture(url, page_at("file:///a.html"), Ticket())
    assert [each.headers.get("referer") for each in site.requests] == [f"{site.origin}/", None]
    assert "image/" in site.requests[0].headers["accept"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        b"\0\0\1\0\1\0\x10\x10",
        b"%PDF-1.7",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        png()[:40],
        drawn("PNG")[:-40],
        drawn("JPEG", (400, 300))[:4000],
        drawn("GIF")[:300],
        drawn("WEBP")[:300],
        drawn("BMP"),
        drawn("TIFF"),
        drawn("ICO"),
    ],
)
def test_what_is_no_picture_that_is_kept(
    capture: Capture, site: Site, page_at: Callable[..., Page], data: bytes
) -> None:
    with pytest.raises(PictureBad) as caught:
        capture.picture(site.picture("/p.png", data), page_at(site.url("/a")), Ticket())
    assert caught.value.url == site.url("/p.png")


def test_a_small_file_of_too_many_pixels_is_left_out(
    capture: Capture, site: Site, page_at: Callable[..., Page]
) -> None:
    file = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(file, "PNG")
    assert len(file.getvalue()) < 100_000
    with pytest.raises(PictureBad):
        capture.picture(site.picture("/p.png", file.getvalue()), page_at(site.url("/a")), Ticket())


def test_the_limit_of_size(new_capture: NewCapture, site: Site, page_at: Callable[..., Page]) -> None:
    url = site.endless("/p.png", start=png())
    with pytest.raises(PageTooBig) as caught:
        new_capture(max_picture_mb=1).picture(url, page_at(site.url("/a")), Ticket())
    assert caught.value.megabytes == 1


def test_a_picture_that_is_not_there(capture: Capture, site: Site, page_at: Callable[..., Page]) -> None:
    with pytest.raises(HttpRefused):
        capture.picture(site.url("/p.png"), page_at(site.url("/a")), Ticket())


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "javascript:x()", "p.png", "", "ftp://a.example/p.png"]
)
def test_an_address_that_is_none(capture: Capture, page_at: Callable[..., Page], address: str) -> None:
    with pytest.raises(BadAddress):
        capture.picture(address, page_at("http://127.0.0.1:1/a"), Ticket())


def test_a_picture_can_be_cancelled(capture: Capture, site: Site, page_at: Callable[..., Page]) -> None:
    import threading

    url, ticket = site.hang("/p.png"), Ticket()

    def cancel() -> None:
        site.wait_for("/p.png")
        ticket.cancel()

    threading.Thread(target=cancel).start()
    with pytest.raises(Stopped):
        capture.picture(url, page_at(site.url("/a")), ticket)


@pytest.mark.parametrize(
    "head",
    [
        "data:image/png;base64,",
        "data:;base64,",
        "DATA:text/html;charset=x;BASE64,",
        " data:image/png;base64, ",
    ],
)
def test_a_picture_inside_its_address(capture: Capture, page_at: Callable[..., Page], head: str) -> None:
    url = head + base64.b64encode(png(4, 5)).decode().rstrip("=")
    picture = capture.picture(url, page_at("http://127.0.0.1:1/a"), Ticket())
    assert (picture.url, picture.data, picture.width, picture.height) == (url, png(4, 5), 4, 5)


def test_other_spellings_of_a_picture_inside_its_address(
    capture: Capture, page_at: Callable[..., Page]
) -> None:
    page, data = page_at("http://127.0.0.1:1/a"), png()
    quoted = "data:image/png," + "".join(f"%{byte:02x}" for byte in data)
    for_urls = "data:image/png;base64," + base64.urlsafe_b64encode(data).decode().replace("=", "%3D")
    assert {capture.picture(each, page, Ticket()).data for each in (quoted, for_urls)} == {data}


@pytest.mark.parametrize(
    "rest", ["", "image/png;base64", "image/svg+xml,<svg/>", "image/png;base64,!!!", ",x"]
)
def test_an_address_with_no_picture_inside(capture: Capture, page_at: Callable[..., Page], rest: str) -> None:
    with pytest.raises(PictureBad):
        capture.picture(f"data:{rest}", page_at("http://127.0.0.1:1/a"), Ticket())


GOOD = [drawn(kind) for kind in ("PNG", "JPEG", "GIF", "WEBP")]


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150, deadline=None)
@given(st.sampled_from(GOOD), st.integers(0, 2000), st.binary(max_size=40), st.integers(0, 2000))
def test_whatever_is_done_to_a_picture_it_is_kept_or_left_out(
    data: bytes, where: int, put: bytes, end: int
) -> None:
    broken = (data[:where] + put + data[where + len(put) :])[: max(end, 1)]
    try:
        images.checked("http://a.example/p", broken)
    except CaptureError as error:
        assert error.code == "picture_bad"
