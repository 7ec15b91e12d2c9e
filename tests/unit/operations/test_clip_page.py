"""From an address to a clip, on real parts; and what is left when it is stopped half-way: nothing."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from clipper.article.clip import Clip, Filing
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import clip_page, find
from clipper.operations.desk import Desk
from tests.servers import Site
from tests.stories.story import PICTURE, photograph
from tests.stories.texts import ENGLISH

PARAGRAPHS = "".join(f"<p>{words}</p>" for words in ENGLISH.paragraphs)


def kept(desk: Desk, source: str, filing: Filing = Filing()) -> Clip:  # noqa: B008 - frozen
    """Clip it, and open the clip."""
    result = clip_page.clip(desk, source, filing)
    assert result.error is None
    assert result.clip is not None
    return find.open_clip(desk, result.clip)


def test_a_clip_is_whole(desk: Desk, site: Site, story: str) -> None:
    result = clip_page.clip(desk, story, Filing(("Politics/Ports",), ("energy",)))
    assert (result.status, result.error) == ("kept", None)
    assert result.clip is not None
    assert result.changes.clips == {result.clip}
    site.stop()
    clip = find.open_clip(desk, result.clip)
    assert [words for words in ENGLISH.paragraphs if words not in clip.text] == []
    assert (clip.row.collections, clip.row.tags) == (("Politics/Ports",), ("energy",))
    (image,) = clip.images
    assert image.sha256 is not None
    assert find.picture(desk, image.sha256) == photograph()
    assert find.raw_page(desk, result.clip) == ENGLISH.page(story)


def test_the_same_article_again_is_merged_and_filed_too(desk: Desk, site: Site, story: str) -> None:
    first = kept(desk, story, Filing(("One",), ("a",)))
    again = clip_page.clip(desk, f"{story}?utm_campaign=x", Filing(("Two",), ("b",)))
    assert (again.status, again.clip) == ("merged", first.row.id)
    assert len(find.listing(desk)) == 1
    row = find.open_clip(desk, first.row.id).row
    assert (set(row.collections), set(row.tags)) == ({"One", "Two"}, {"a", "b"})


def test_a_picture_that_fails_is_named_and_the_clip_is_kept(desk: Desk, site: Site, story: str) -> None:
    site.status(PICTURE, 410)
    clip = kept(desk, story)
    (image,) = clip.images
    assert (image.sha256, image.problem) == (None, "http_refused")
    (flag,) = [flag for flag in clip.row.flags if flag.code == "image_failed"]
    assert dict(flag.values) == {"url": site.url(PICTURE), "reason": "http_refused"}


def test_a_picture_inside_the_page_is_kept_as_a_file(desk: Desk, site: Site) -> None:
    inside = "data:image/jpeg;base64," + base64.b64encode(photograph()).decode()
    body = f"<title>T</title><body><article><h1>Harbour news</h1><img src='{inside}'>{PARAGRAPHS}</article>"
    site.page("/inside", body)
    clip = kept(desk, site.url("/inside"))
    (image,) = clip.images
    assert image.sha256 is not None
    assert image.url == f"clip://picture/{image.sha256}"
    assert image.url in clip.html
    assert "data:" not in clip.html
    assert find.picture(desk, image.sha256) == photograph()


@pytest.mark.parametrize(
    "body", ["", "<div id='app'></div><script>show()</script><noscript>Turn scripts on.</noscript>"]
)
def test_a_page_that_shows_nothing_is_an_empty_page(desk: Desk, site: Site, body: str) -> None:
    address = site.page("/shell", f"<!doctype html><title>App</title><body>{body}</body>")
    result = clip_page.clip(desk, address)
    assert (result.status, result.clip) == ("failed", None)
    assert result.error is not None
    assert result.error.values == (("url", address),)
    assert find.listing(desk) == []


def test_a_page_that_shows_little_is_kept_with_all_of_it(desk: Desk, site: Site) -> None:
    clip = kept(
        desk, site.page("/short", "<!doctype html><title>T</title><body><h1>Closed today</h1></body>")
    )
    assert "Closed today" in (clip.text or clip.row.title or "")
    assert [flag.code for flag in clip.row.flags] == ["no_article"]


def test_no_more_pictures_than_the_setting_says(desk: Desk, site: Site) -> None:
    images = "".join(
        f"<figure><img src='/pictures/harbour.jpg?{n}' width=640 height=360></figure>" for n in range(9)
    )
    body = f"<title>T</title><body><article><h1>Harbour news today</h1>{images}{PARAGRAPHS}</article>"
    site.page("/many", body)
    clip = kept(desk, site.url("/many"))
    assert len(clip.images) == desk.settings.max_pictures
    assert len([path for path in site.asked() if path.startswith("/pictures")]) == desk.settings.max_pictures


def test_an_article_that_goes_on_elsewhere_is_joined(desk: Desk, site: Site) -> None:
    half = len(ENGLISH.paragraphs) // 2
    following = '<nav class="pagination"><a rel="next" href="/report/page/2">Next page</a></nav>'
    for path, part, below in (
        ("/report", ENGLISH.paragraphs[:half], following),
        ("/report/page/2", ENGLISH.paragraphs[half:], ""),
    ):
        words = "".join(f"<p>{each}</p>" for each in part)
        head = f"<title>{ENGLISH.title}</title><body><h1>{ENGLISH.title}</h1>"
        site.page(path, f"{head}<article>{words}</article>{below}")
    clip = kept(desk, site.url("/report"))
    assert [words for words in ENGLISH.paragraphs if words not in clip.text] == []


@pytest.mark.parametrize("phase", ["fetching", "cleaning", "pictures", "keeping"])
def test_stopped_half_way_leaves_nothing(desk: Desk, story: str, tmp_path: Path, phase: str) -> None:
    def stop(progress: Progress) -> None:
        if progress.what == phase:
            ticket.cancel()

    ticket = Ticket(stop)
    with pytest.raises(Stopped):
        clip_page.clip(desk, story, ticket=ticket)
    assert find.listing(desk) == []
    assert [file.name for file in (tmp_path / "library" / "blobs").rglob("*") if "tmp" in file.name] == []


def test_a_saved_file_knows_where_it_came_from(desk: Desk, site: Site, story: str, tmp_path: Path) -> None:
    file = tmp_path / "saved.html"
    file.write_bytes(ENGLISH.page(story))
    result = clip_page.clip(desk, str(file), url="https://courier.example/story")
    assert result.clip is not None
    assert find.open_clip(desk, result.clip).row.url == "https://courier.example/story"


def test_reading_keeps_nothing_and_needs_no_library(site: Site, story: str) -> None:
    from clipper import wiring

    outside = wiring.outside(pages=1)
    try:
        pages, article = clip_page.read(outside, story, Ticket())
    finally:
        outside.close()
    assert article.title == ENGLISH.title
    assert pages[0].final_url == story


def test_a_continuation_that_cannot_be_had_is_named_and_the_rest_is_kept(desk: Desk, site: Site) -> None:
    following = '<nav class="pagination"><a rel="next" href="/report/page/2">Next page</a></nav>'
    head = f"<title>{ENGLISH.title}</title><body><h1>{ENGLISH.title}</h1>"
    site.page("/report", f"{head}<article>{PARAGRAPHS}</article>{following}")
    site.status("/report/page/2", 503)
    clip = kept(desk, site.url("/report"))
    assert [words for words in ENGLISH.paragraphs if words not in clip.text] == []
    (flag,) = clip.row.flags
    assert flag.code == "page_failed"
    assert dict(flag.values) == {"url": site.url("/report/page/2"), "reason": "http_refused"}
