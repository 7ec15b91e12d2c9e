"""A selection leaves the library: whole, or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clipper.article.clip import ClipId
from clipper.errors import NoSuchClip, NothingToExport, TargetUnwritable
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import clip_page, export
from clipper.operations.desk import Desk
from clipper.operations.export import FORMATS, Format
from tests.servers import Site
from tests.stories.story import untold
from tests.stories.texts import ENGLISH


@pytest.fixture
def clip(desk: Desk, site: Site, story: str) -> ClipId:
    """The story, clipped; the site is gone."""
    result = clip_page.clip(desk, story)
    site.stop()
    assert result.clip is not None
    return result.clip


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_the_story_without_the_site(
    desk: Desk, clip: ClipId, tmp_path: Path, form: Format
) -> None:
    target = export.export(desk, [clip], form, tmp_path / "out")
    said = target.read_bytes()
    if form == "pdf":
        said = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, check=True).stdout
    assert untold(ENGLISH.paragraphs, said.decode()) == []


def test_a_book_carries_the_title_that_was_chosen(desk: Desk, clip: ClipId, tmp_path: Path) -> None:
    target = export.export(desk, [clip, clip], "pdf", tmp_path / "out.pdf", title="Harbours this week")
    assert (
        b"Harbours this week"
        in subprocess.run(["pdftotext", str(target), "-"], capture_output=True, check=True).stdout
    )


@pytest.mark.parametrize("form", FORMATS)
def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(
    desk: Desk, clip: ClipId, tmp_path: Path, form: Format
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    target = folder / "out"
    target.write_text("the old one", "utf-8")

    def stop(progress: Progress) -> None:
        if progress.what != "reading":
            ticket.cancel()

    ticket = Ticket(stop)
    with pytest.raises(Stopped):
        export.export(desk, [clip] * 3, form, target, ticket)
    assert [file.name for file in folder.iterdir()] == ["out"]
    assert target.read_text("utf-8") == "the old one"


@pytest.mark.parametrize("form", FORMATS)
def test_a_target_that_cannot_be_written_is_said(
    desk: Desk, clip: ClipId, tmp_path: Path, form: Format
) -> None:
    with pytest.raises(TargetUnwritable):
        export.export(desk, [clip], form, tmp_path / "nowhere" / "out")


def test_no_clips_and_clips_that_are_not_there(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NothingToExport):
        export.export(desk, [], "html", tmp_path / "out")
    with pytest.raises(NoSuchClip):
        export.export(desk, [ClipId(99)], "html", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_target_is_tried_before_long_work(tmp_path: Path) -> None:
    export.check_target(tmp_path / "new.pdf")
    assert list(tmp_path.iterdir()) == []
    for bad in (tmp_path, tmp_path / "nowhere" / "x.pdf"):
        with pytest.raises(TargetUnwritable) as caught:
            export.check_target(bad)
        assert caught.value.path == str(bad)
