"""clipping.feature: from an address to a press review."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from pytest_bdd import parsers, scenarios, then, when

from tests.stories.reader import Reader, one_object
from tests.stories.story import CLUTTER, untold

scenarios("clipping.feature")

FORMATS = ("html", "markdown", "json", "pdf")


@when(parsers.parse('she clips the story into "{path}" with the tag "{tag}"'))
def she_files_it(reader: Reader, path: str, tag: str) -> None:
    reader.clips("--collection", path, "--tag", tag)


@then(parsers.parse('the list shows "{title}"'))
def the_list_shows(reader: Reader, title: str) -> None:
    assert reader.lists("list") == [title]
    assert title in reader.types("list").text


@then("the list is empty")
def the_list_is_empty(reader: Reader) -> None:
    assert reader.lists("list") == []


@then(parsers.parse('the list of the {place} "{name}" shows "{title}"'))
def the_list_of_a_place_shows(reader: Reader, place: str, name: str, title: str) -> None:
    assert reader.lists("list", f"--{place}", name) == [title]


@then(parsers.parse('searching for "{words}" finds "{title}"'))
def searching_finds(reader: Reader, words: str, title: str) -> None:
    assert reader.lists("search", *words.split()) == [title]


@then("the clip has its picture in the library")
def the_picture_is_kept(reader: Reader) -> None:
    image = one_object(reader.clip()["images"])
    assert (image["width"], image["height"]) == (640, 360)
    (stored,) = reader.library.glob(f"blobs/*/{image['sha256'][2:]}*")
    assert str(stored) in reader.types("show", "1").text


@then("the clip's own page shows its picture without the network")
def the_page_is_self_contained(reader: Reader) -> None:
    page = reader.types("show", "1", "--html").text
    assert "data:image/jpeg;base64," in page
    assert not re.search(r"<img[^>]*src=.http", page)
    assert all(paragraph in page for paragraph in reader.story.paragraphs)


@then("she can export it as html, markdown, json and pdf")
def she_can_export(reader: Reader) -> None:
    for form in FORMATS:
        said = reader.types("export", "1", "--format", form, "-o", str(exported(reader, form)))
        assert (said.code, exported(reader, form).exists()) == (0, True), said.err


@then("every export tells the whole story")
def every_export_is_whole(reader: Reader) -> None:
    for form in ("html", "markdown"):
        assert all(words in exported(reader, form).read_text("utf-8") for words in reader.story.paragraphs)
    told = json.dumps(json.loads(exported(reader, "json").read_text("utf-8")), ensure_ascii=False)
    assert all(words in told for words in reader.story.paragraphs)
    assert_pdf_tells(exported(reader, "pdf"), reader.story.paragraphs)


@then("the html export has the picture inside")
def the_html_has_the_picture(reader: Reader) -> None:
    assert "data:image/jpeg;base64," in exported(reader, "html").read_text("utf-8")


@then("the pdf export has the picture inside")
def the_pdf_has_the_picture(reader: Reader) -> None:
    command = ["pdfimages", "-list", str(exported(reader, "pdf"))]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert re.search(r"\b640\s+360\b", listed)


@then(parsers.parse('the clip\'s byline is "{one}" and "{two}"'))
def the_byline(reader: Reader, one: str, two: str) -> None:
    assert reader.clip()["byline"] == [one, two]


@then("the title stands once")
def the_title_stands_once(reader: Reader) -> None:
    clip = reader.clip()
    assert clip["title"] == reader.story.title
    assert reader.story.title not in clip["text"]
    assert reader.types("show", "1").text.count(reader.story.title) == 1


@then("none of the site's clutter is in the text")
def no_clutter(reader: Reader) -> None:
    clip = reader.clip()
    assert [words for words in CLUTTER if words in clip["text"] + clip["html"]] == []
    assert clip["section"] == "Ports"
    assert clip["published"] == "2026-03-14T09:26:53+03:00"


@then("the page as it came can still be shown")
def the_raw_page(reader: Reader) -> None:
    assert reader.types("show", "1", "--raw").out == reader.story.page(reader.address)


@then("the PDF tells the whole story")
def the_pdf_tells_it(reader: Reader) -> None:
    assert_pdf_tells(reader.pdf, reader.story.paragraphs)


@when("she cleans the story")
def she_cleans(reader: Reader) -> None:
    reader.types("clean", reader.address, "--json")


@then(parsers.parse('standard output is one object that says "{status}"'))
def one_object_says(reader: Reader, status: str) -> None:
    said = one_object(reader.said.objects)
    assert (said["status"], said["title"], said["id"]) == (status, reader.story.title, None)
    assert said["source"] == reader.address


@then("no library was made")
def no_library(reader: Reader) -> None:
    assert not reader.library.exists()


@when(parsers.parse('she stars it, notes "{note}" and puts it into the trash'))
def she_marks_it(reader: Reader, note: str) -> None:
    for words in (["star", "1"], ["note", "1", note], ["trash", "1"]):
        assert reader.types(*words).code == 0, reader.said.err


@then(parsers.parse('the clip is starred and carries the note "{note}"'))
def starred_with_note(reader: Reader, note: str) -> None:
    clip = reader.clip()
    assert (clip["starred"], clip["note"], clip["trashed"]) == (True, note, False)


@when("she backs the library up")
def she_backs_up(reader: Reader) -> None:
    assert reader.types("backup", str(reader.home / "backup")).code == 0, reader.said.err


@then("the backup holds the same clips")
def the_backup_is_the_same(reader: Reader) -> None:
    here = reader.types("list", "--json", "--full").objects
    assert reader.types("--library", str(reader.home / "backup"), "list", "--json", "--full").objects == here
    assert here


@then("both libraries are sound")
def both_are_sound(reader: Reader) -> None:
    assert reader.types("check").code == 0, reader.said.err
    assert reader.types("--library", str(reader.home / "backup"), "check").code == 0, reader.said.err


def exported(reader: Reader, form: str) -> Path:
    """Where an export of this form lies."""
    return reader.home / f"export.{form}"


def assert_pdf_tells(pdf: Path, paragraphs: tuple[str, ...]) -> None:
    """Every paragraph is in the PDF's text, however its lines are broken."""
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    assert untold(paragraphs, text) == []
