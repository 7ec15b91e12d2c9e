"""Saved pages: where they came from, and the pictures that lie beside them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from clipper.capture import Capture
from clipper.errors import (
    BadAddress,
    CaptureError,
    EmptyPage,
    FileMissing,
    FileUnreadable,
    NotAPage,
    PageTooBig,
)
from clipper.jobs import Ticket
from tests.servers import Site, png
from tests.unit.capture.conftest import NOW, NewCapture

STORY = "<!doctype html><title>Ferry</title><p>The ferry was late."


def saved(folder: Path, text: str | bytes = STORY, name: str = "story.html") -> Path:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_saved_page(capture: Capture, tmp_path: Path) -> None:
    file = saved(tmp_path, name="Fähre – spät.html")
    for source in (str(file), file.as_uri()):
        page = capture.page(source, Ticket())
        assert (page.url, page.final_url, page.status) == (file.as_uri(), file.as_uri(), 200)
        assert (page.html, page.headers, page.fetched) == (STORY.encode(), (), NOW)


@pytest.mark.parametrize(
    ("start", "origin"),
    [
        ("<!-- saved from url=(0031)https://news.example/ferry/late -->", "https://news.example/ferry/late"),
        ("<!--\n Page saved with SingleFile \n url: https://news.example/a?b=c \n saved date: Mon\n-->",
         "https://news.example/a?b=c"),
        ('<link href="https://news.example/a?b&amp;c" rel="stylesheet canonical">', "https://news.example/a?b&c"),
        ("<meta property='og:url' content='https://news.example/og'>", "https://news.example/og"),
        ('<link rel=canonical href=/relative><meta property="og:url" content="https://news.example/og">',
         "https://news.example/og"),
        ('<link rel="canonical" href="javascript:x()">', None),
        ("<!-- saved from url=(0016)about:srcdoc -->", None),
        ('<link rel="icon" href="https://news.example/icon.png">', None),
    ],
)  # fmt: skip
def test_where_it_came_from(capture: Capture, tmp_path: Path, start: str, origin: str | None) -> None:
    file = saved(tmp_path, f"{start}\n{STORY}")
    assert capture.page(str(file), Ticket()).final_url == (origin or file.as_uri())


def test_the_user_knows_better_where_it_came_from(capture: Capture, tmp_path: Path) -> None:
    file = saved(tmp_path, f"<!-- saved from url=(0025)https://news.example/late -->{STORY}")
    page = capture.page(str(file), Ticket(), url="https://ann:pw@other.example/x")
    assert page.final_url == "https://other.example/x"
    with pytest.raises(BadAddress):
        capture.page(str(file), Ticket(), url="not an address")


def test_a_page_saved_as_utf_16(capture: Capture, tmp_path: Path) -> None:
    text = f"<!-- saved from url=(0025)https://news.example/late -->{STORY}"
    page = capture.page(str(saved(tmp_path, text.encode("utf-16"))), Ticket())
    assert page.final_url == "https://news.example/late"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (STORY, "story"),
        (f"<!-- {'licence ' * 300} -->\n<HTML>{STORY}", "story.php"),
        ("<p>A fragment.", "fragment.htm"),
        ("Only words.", "words.HTML"),
    ],
)
def test_a_page_is_known_by_its_content_or_its_name(
    capture: Capture, tmp_path: Path, text: str, name: str
) -> None:
    assert capture.page(str(saved(tmp_path, text, name)), Ticket()).html == text.encode()


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "a.html", EmptyPage),
        (b" \n\0", "a.html", EmptyPage),
        (b"%PDF-1.4", "a.html", NotAPage),
        (png(), "a.htm", NotAPage),
        (b"From: <Saved by Blink>\nContent-Type: multipart/related", "a.mht", NotAPage),
        (b"x" * 1_000_001, "a.html", PageTooBig),
        (b"root:x:0:0:root:/root:/bin/bash\n", "passwd", NotAPage),
        (b"Notes about <p> and <div>.\n", "notes.txt", NotAPage),
    ],
)
def test_a_file_that_is_no_page(
    new_capture: NewCapture, tmp_path: Path, data: bytes, name: str, error: type[CaptureError]
) -> None:
    with pytest.raises(error):
        new_capture(max_page_mb=1).page(str(saved(tmp_path, data, name)), Ticket())


@pytest.mark.parametrize("name", ["gone.html", "folder/gone", "./news.example", "~/gone.htm", "story"])
def test_a_file_that_is_not_there(
    capture: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileMissing):
        capture.page(name, Ticket())
    with pytest.raises(FileMissing):
        capture.page((tmp_path / "gone").as_uri(), Ticket())


def test_what_is_no_file_is_not_read(capture: Capture, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        capture.page(str(tmp_path), Ticket())
    if sys.platform != "win32":
        with pytest.raises(FileUnreadable):
            capture.page("/dev/zero", Ticket())


@pytest.mark.parametrize("origin", ["", "<!-- saved from url=(0025)https://news.example/x/late -->"])
def test_pictures_beside_the_page(capture: Capture, tmp_path: Path, origin: str) -> None:
    page = capture.page(str(saved(tmp_path, origin + STORY)), Ticket())
    (tmp_path / "story_files").mkdir()
    (tmp_path / "story_files" / "a ü.png").write_bytes(png(3, 4))
    base = page.final_url.rpartition("/")[0]
    picture = capture.picture(f"{base}/story_files/a%20%C3%BC.png?w=800", page, Ticket())
    assert (picture.width, picture.height) == (3, 4)


def test_no_picture_from_outside_the_page_s_folder(capture: Capture, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    page = capture.page(str(saved(folder)), Ticket())
    base = folder.as_uri()
    for path in (
        "../secret.png",
        "%2e%2e/secret.png",
        "link.png",
        "/" + str(tmp_path / "secret.png"),
        "a%00.png",
    ):
        with pytest.raises(BadAddress):
            capture.picture(f"{base}/{path}", page, Ticket())
    with pytest.raises(BadAddress):
        capture.picture((tmp_path / "secret.png").as_uri(), page, Ticket())


def test_what_does_not_lie_beside_it_comes_from_the_web(capture: Capture, site: Site, tmp_path: Path) -> None:
    url = site.picture("/x/p.png")
    page = capture.page(str(saved(tmp_path)), Ticket(), url=site.url("/x/story.html"))
    assert capture.picture(url, page, Ticket()).data == png()
    assert site.asked() == ["/x/p.png"]
    (tmp_path / "p.png").write_bytes(png(3, 4))
    assert capture.picture(url, page, Ticket()).data == png(3, 4)
    assert site.asked() == ["/x/p.png"]
