"""Better cleaning later: from the raw pages, without the network, all of it or nothing, with one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from clipper.article.article import Article, Edit, Guidance
from clipper.article.clip import ClipId
from clipper.article.page import Page
from clipper.errors import ClipperError, NothingLeft, PageTooHard
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import clean_again, find, organise, parts, upkeep
from clipper.operations.clean_again import preview
from clipper.operations.desk import Desk
from tests.servers import Site
from tests.stories.story import PICTURE, photograph
from tests.unit.operations.mending import (
    BOX,
    FIGURE,
    FIRST,
    LAST,
    box,
    clip_of,
    clipped,
    lines,
    page,
    paragraph,
)
from tests.unit.operations.plain_cleaner import PlainCleaner


class Better(PlainCleaner):
    """The next version: it keeps every block that has more than three words."""

    def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
        """Cleaned with boxes in disguise."""
        self.version = "2"
        dressed = [replace(each, html=each.html.replace(b'class="box', b'class="b')) for each in pages]
        return super().clean(dressed, guidance, ticket)


class Hard(Better):
    """It fails over one page, breaks over another, and finds nothing in a third."""

    def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
        """As the address says."""
        if pages[0].url.endswith("/hard"):
            raise PageTooHard(pages[0].url, "time")
        if pages[0].url.endswith("/broken"):
            raise ZeroDivisionError
        made = super().clean(pages, guidance, ticket)
        return replace(made, text="", html="") if pages[0].url.endswith("/empty") else made


def again(desk: Desk, ids: list[ClipId], cleaner: PlainCleaner | None = None) -> clean_again.CleanedAgain:
    """Clean these again with the next version."""
    return clean_again.clean_again(replace(desk, cleaner=cleaner or Better()), ids)


def versions(desk: Desk) -> int:
    """How many versions the library has."""
    with desk.library.reading() as reading:
        return int(reading.connection.exec_driver_sql("SELECT count(*) FROM version").scalar_one())


def test_clips_get_what_the_next_cleaner_finds_and_one_undo_takes_it_back(plain: Desk, site: Site) -> None:
    ids = [clipped(plain, site, f"/{n}", page(paragraph(f"{FIRST} {n}"), box())) for n in range(5)]
    plain_one = clipped(plain, site, "/plain", page(paragraph(FIRST)))
    site.stop()
    done = again(plain, [*ids, plain_one])
    assert [each.status for each in done.clips] == ["changed"] * 5 + ["unchanged"]
    assert done.clips[0].added == (BOX,)
    assert (done.clips[0].words_added, done.clips[0].words_gone) == (len(BOX.split()), 0)
    assert done.changes.clips == set(ids)
    assert lines(plain, ids[3]) == [f"{FIRST} 3", BOX]
    assert clip_of(plain, ids[0]).cleaner == "2"
    assert [hit.id for hit in find.search(plain, "every Friday", limit=9)] != []
    organise.undo(plain)
    assert lines(plain, ids[3]) == [f"{FIRST} 3"]
    assert versions(plain) == 6
    organise.redo(plain)
    assert lines(plain, ids[3]) == [f"{FIRST} 3", BOX]
    assert upkeep.check(plain, Ticket()) == []


def test_an_equal_result_makes_no_new_version(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    done = clean_again.clean_again(plain, [number])
    assert [each.status for each in done.clips] == ["unchanged"]
    assert done.changes.act is None
    assert versions(plain) == 1


def test_a_preview_writes_nothing(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    (told,) = preview(replace(plain, cleaner=Better()), [number])
    assert (told.status, told.added) == ("changed", (BOX,))
    assert versions(plain) == 1
    assert lines(plain, number) == [FIRST, LAST]


def test_what_the_user_did_stays(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    parts.remove_part(plain, number, 1)
    organise.note(plain, number, "Mine")
    organise.tag(plain, [number], ["sea"])
    again(plain, [number])
    clip = clip_of(plain, number)
    assert clip.text.splitlines() == [BOX, LAST]
    assert clip.edits == (Edit("remove", "", FIRST),)
    assert (clip.row.note, clip.row.tags) == ("Mine", ("sea",))


def test_one_bad_page_stops_nothing(plain: Desk, site: Site) -> None:
    body = page(paragraph(FIRST), box())
    paths = ("/hard", "/broken", "/empty", "/good")
    ids = [clipped(plain, site, path, body.replace("Harbour", path)) for path in paths]
    done = again(plain, ids, Hard())
    assert [each.status for each in done.clips] == ["failed", "failed", "failed", "changed"]
    kinds = [type(each.error) for each in done.clips]
    assert kinds == [PageTooHard, ClipperError, NothingLeft, type(None)]
    assert [lines(plain, each) for each in ids[:3]] == [[FIRST]] * 3
    assert done.changes.clips == {ids[3]}


def test_a_page_that_is_missing_fails_its_clip_alone(plain: Desk, site: Site) -> None:
    ids = [clipped(plain, site, f"/{n}", page(paragraph(f"{FIRST} {n}"), box())) for n in range(2)]
    with plain.library.reading() as reading:
        query = "SELECT raw_sha256 FROM capture WHERE clip_id = ?"
        sha256 = str(reading.connection.exec_driver_sql(query, (ids[0],)).scalar_one())
    for file in plain.library.blobs.files(sha256):
        file.unlink()
    assert [each.status for each in again(plain, ids).clips] == ["failed", "changed"]


def test_pictures_that_are_here_are_used_and_others_are_named(plain: Desk, site: Site) -> None:
    site.picture(PICTURE, photograph(), "image/jpeg")
    boxed = f'<div class="box">{FIGURE.format(src=site.url("/new.jpg"))}{BOX}</div>'
    body = page(paragraph(FIRST), FIGURE.format(src=site.url(PICTURE)), boxed)
    number = clipped(plain, site, body=body)
    site.stop()
    again(plain, [number])
    here, new = clip_of(plain, number).images
    assert here.sha256 is not None
    assert (new.sha256, new.problem) == (None, "not_fetched")
    (flag,) = clip_of(plain, number).row.flags
    assert dict(flag.values) == {"url": site.url("/new.jpg"), "reason": "not_fetched"}
    assert [each.status for each in again(plain, [number]).clips] == ["unchanged"]


def test_a_picture_that_failed_when_it_was_clipped_says_the_same_reason(plain: Desk, site: Site) -> None:
    site.status(PICTURE, 410)
    body = page(paragraph(FIRST), FIGURE.format(src=site.url(PICTURE)), box())
    number = clipped(plain, site, body=body)
    again(plain, [number])
    assert [each.problem for each in clip_of(plain, number).images] == ["http_refused"]


def test_progress_is_told_and_cancelling_leaves_nothing(
    plain: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clean_again, "BATCH", 2)
    ids = [clipped(plain, site, f"/{n}", page(paragraph(f"{FIRST} {n}"), box())) for n in range(6)]
    told: list[Progress] = []

    def listen(progress: Progress) -> None:
        told.append(progress)
        if progress.done == 4:
            ticket.cancel()

    ticket = Ticket(listen)
    with pytest.raises(Stopped):
        clean_again.clean_again(replace(plain, cleaner=Better()), ids, ticket)
    assert [(each.done, each.total) for each in told] == [(n, 6) for n in range(1, 5)]
    assert versions(plain) == 6
    assert [lines(plain, each) for each in ids] == [[f"{FIRST} {n}"] for n in range(6)]
    assert upkeep.check(plain, Ticket()) == []


def test_a_clip_that_was_changed_meanwhile_stays_as_the_user_left_it(plain: Desk, site: Site) -> None:
    number, other = clipped(plain, site), clipped(plain, site, "/other", page(paragraph(LAST), box()))

    class Slow(Better):
        """The user takes a block out while it is at work."""

        def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
            """Cleaned, and overtaken."""
            made = super().clean(pages, guidance, ticket)
            if pages[0].url.endswith("/story"):
                parts.remove_part(plain, number, 1)
            return made

    done = again(plain, [number, other], Slow())
    assert [each.status for each in done.clips] == ["failed", "changed"]
    assert lines(plain, number) == [LAST]
    assert versions(plain) == 4


def test_no_clips_is_nothing(plain: Desk) -> None:
    assert clean_again.clean_again(plain, []).changes.act is None


def test_headline_and_byline_that_change_are_named(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)

    class Renaming(PlainCleaner):
        """It reads titles otherwise."""

        def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
            """With another title."""
            return replace(super().clean(pages, guidance, ticket), title="Other", byline=("A", "B"))

    (told,) = again(plain, [number], Renaming()).clips
    assert (told.status, told.words_added, told.words_gone) == ("changed", 0, 0)
    assert [(each.name, each.before, each.after) for each in told.fields] == [
        ("title", "Harbour reopens", "Other"),
        ("byline", None, "A, B"),
    ]
