"""Raw pages, versions and the user's edits: what cleaning a clip again starts from and leaves."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clipper.article.article import Article, Edit, Removal
from clipper.article.clip import Basis, ClipId, ClipImage, Revision
from clipper.article.page import Page
from clipper.errors import LibraryDamaged, NoSuchClip
from clipper.jobs import Ticket
from clipper.store import Library, acts, backup, clips, revising, sweep
from tests.unit.store.making import START, SetClock, everything, found, keep, new_clip

EDITS = (Edit("restore", "/html/body/p[2]", "Back"), Edit("remove", "", "Gone"))
WHOLE: dict[str, Any] = {
    "updated": "2026-03-02",
    "agency": "Reuters",
    "dateline": "BEIRUT",
    "licence": "CC BY 4.0",
    "byline": ("A", "B"),
    "removals": (Removal("furniture", "share", "Share", "/html/body/div", 3),),
}


def in_two_pages(library: Library) -> ClipId:
    """A clip of two pages."""
    new = new_clip(library, text="first", **WHOLE)
    html = b"<p>second</p>"
    page = Page("https://news.example/2", "https://news.example/2", 200, (("a", "b"),), html, START)
    new = replace(new, further=((page, library.blobs.put(html, compress=True)),))
    with library.writing("clip") as writing:
        return clips.keep(writing, new)[0]


def basis(library: Library, clip: ClipId) -> Basis:
    """What it is cleaned again from."""
    with library.reading() as reading:
        return revising.basis(reading, library.blobs, clip)


def revised(library: Library, clip: ClipId, text: str, edits: Sequence[Edit] = ()) -> None:
    """Give a clip a version that says this."""
    made = revision(library, clip, text)
    with library.writing("restore_part") as writing:
        revising.revise(writing, made, edits)


def revision(library: Library, clip: ClipId, text: str) -> Revision:
    """A version that says this."""
    return Revision(basis(library, clip), Article("T", html=f"<p>{text}</p>", text=text, cleaner="2"), ())


def test_the_basis_is_all_pages_and_what_the_version_says(library: Library) -> None:
    clip = in_two_pages(library)
    known = basis(library, clip)
    assert [page.url for page in known.pages] == ["https://news.example/a", "https://news.example/2"]
    assert known.pages[1] == Page(
        *("https://news.example/2", "https://news.example/2", 200, (("a", "b"),), b"<p>second</p>", START)
    )
    for name, value in WHOLE.items():
        assert getattr(known.article, name) == value
    assert (known.clip.row.agency, known.clip.row.licence) == ("Reuters", "CC BY 4.0")
    assert known.clip.removals == WHOLE["removals"]
    with pytest.raises(NoSuchClip):
        basis(library, ClipId(77))


def test_a_revision_is_found_and_undone_with_its_edits(library: Library) -> None:
    clip = keep(library, text="old words")
    before = everything(library)
    revised(library, clip, "new words", EDITS)
    assert found(library, "new") == [clip] and found(library, "old") == []
    assert basis(library, clip).clip.edits == EDITS
    acts.undo(library, None)
    assert everything(library) == before
    assert found(library, "old") == [clip]
    acts.redo(library)
    assert basis(library, clip).clip.edits == EDITS and found(library, "new") == [clip]


def test_what_says_the_same_is_no_news_whoever_made_it(library: Library) -> None:
    picture = ClipImage("https://news.example/p.png", None, "Dog", "0" * 64, "image/png", 640, 480)
    clip = keep(library, text="same", images=(picture,), **WHOLE)
    known = basis(library, clip)
    same = Revision(known, replace(known.article, cleaner="99"), (picture,))
    without: list[dict[str, Any]] = [
        {name: None} for name in ("title", "updated", "agency", "dateline", "licence")
    ]
    others = [replace(same, article=replace(known.article, **each)) for each in without]
    others += [
        replace(same, images=()),
        replace(same, images=(replace(picture, caption="Cat"),)),
        replace(same, article=replace(known.article, removals=())),
        replace(same, article=replace(known.article, html="<p>other</p>")),
    ]
    with library.reading() as reading:
        assert not revising.differs(reading, same)
        assert all(revising.differs(reading, other) for other in others)


def test_old_removals_without_places_are_no_news(library: Library) -> None:
    clip = keep(library, removals=(Removal("furniture", "share", "Share"),))
    with library.transaction() as writing:
        old = '[["furniture","share","Share"]]'
        writing.connection.exec_driver_sql("UPDATE version_text SET removals = ?", (old,))
    known = basis(library, clip)
    with library.reading() as reading:
        assert not revising.differs(reading, Revision(known, known.article, ()))


def test_versions_written_before_become_current_in_one_act(library: Library) -> None:
    ids = [keep(library, f"https://news.example/{n}", text=f"old {n}") for n in range(3)]
    made = [revision(library, clip, f"fresh {clip}") for clip in ids]
    with library.transaction() as writing:
        numbers = revising.write(writing, made)
    assert found(library, "fresh") == []
    revised(library, ids[0], "overtaking")
    pairs = [(each.basis.standing, number) for each, number in zip(made, numbers, strict=True)]
    with library.writing("clean_again") as writing:
        overtaken = revising.make_current(writing, pairs)
    assert overtaken == pairs[:1]
    with library.transaction() as discarding:
        revising.discard(discarding, numbers[:1])
    assert writing.changes.clips == set(ids[1:])
    assert sorted(found(library, "fresh")) == ids[1:]
    acts.undo(library, None)
    assert found(library, "fresh") == [] and sorted(found(library, "old")) == ids[1:]
    assert len(everything(library)["version"]) == 4
    acts.redo(library)
    assert sorted(found(library, "fresh")) == ids[1:]
    assert backup.check(library, Ticket()) == []


def test_what_a_killed_run_left_is_swept_after_a_day(library: Library, clock: SetClock) -> None:
    clip = keep(library, text="old")
    with library.transaction() as writing:
        revising.write(writing, [revision(library, clip, "left behind")])
    sweep.sweep(library)
    assert len(everything(library)["version"]) == 2
    clock.go_on(days=2)
    sweep.sweep(library)
    assert len(everything(library)["version"]) == 1
    assert found(library, "old") == [clip]


def test_further_pages_are_safe_from_the_sweep_and_in_backups(library: Library, tmp_path: Path) -> None:
    clip = in_two_pages(library)
    for _sha256, file in library.blobs.all():
        os.utime(file, (time.time() - 200_000, time.time() - 200_000))
    assert sweep.sweep(library) == 0
    backup.backup(library, tmp_path / "copy", Ticket())
    copy = Library.open(tmp_path / "copy")
    assert basis(copy, clip).pages == basis(library, clip).pages
    copy.close()
    acts.undo(library, None)
    assert sweep.sweep(library) == 0
    acts.redo(library)
    assert [page.html for page in basis(library, clip).pages][1] == b"<p>second</p>"


def test_a_further_page_that_is_missing_is_found(library: Library) -> None:
    clip = in_two_pages(library)
    sha256 = next(row[6] for row in _further(library))
    for file in library.blobs.files(sha256):
        file.unlink()
    (finding,) = backup.check(library, Ticket())
    assert (finding.code, dict(finding.values)["clips"]) == ("blob_missing", str(clip))
    with pytest.raises(LibraryDamaged):
        basis(library, clip)


def _further(library: Library) -> list[tuple[str, ...]]:
    with library.reading() as reading:
        return [tuple(row) for row in reading.connection.exec_driver_sql("SELECT * FROM capture_page")]


def test_the_pictures_of_every_version_are_known(library: Library) -> None:
    first = ClipImage("https://news.example/1.png", None, None, "1" * 64, "image/png", 1, 1)
    clip = keep(library, images=(first,))
    revised(library, clip, "without")
    assert basis(library, clip).pictures == (first,)


def test_clips_of_a_site(library: Library) -> None:
    hosts = ("news.example", "www.news.example", "othernews.example", "news.example:8080", "NEWS.example")
    ids = [keep(library, f"https://{host}/{n}", text=host) for n, host in enumerate(hosts)]
    with library.reading() as reading:
        assert revising.of_host(reading, "news.example") == [ids[0], ids[1], ids[3], ids[4]]
        assert revising.of_host(reading, "www.news.example") == [ids[1]]
    with library.writing("trash") as writing:
        clips.trash(writing, ids[:2])
    with library.reading() as reading:
        assert revising.of_host(reading, "news.example") == [ids[3], ids[4]]
