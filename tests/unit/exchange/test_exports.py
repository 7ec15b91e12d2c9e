"""What leaves the library is whole and safe, or leaves nothing behind."""

from __future__ import annotations

import base64
import itertools
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from clipper.article.anchoring import Anchor, anchor, locate
from clipper.article.clip import Clip, ClipImage
from clipper.article.highlight import COLOURS, Highlight, HighlightId
from clipper.errors import TargetUnwritable
from clipper.exchange import EXPORTS, as_json
from clipper.jobs import Progress, Stopped, Ticket
from tests.unit.exchange.samples import LOST_URL, PNG, SHA256, clip, pictures, row, titled

FORMATS = tuple(EXPORTS)
LONG_TITLE = "Press <review> & more"


def write(form: str, target: Path, count: int = 1, ticket: Ticket | None = None) -> str:
    """Export `count` clips and read the file."""
    clips = [clip(number) for number in range(1, count + 1)]
    EXPORTS[form](clips, pictures, target, LONG_TITLE, ticket or Ticket())
    return target.read_text("utf-8")


def test_json_has_the_promised_keys_and_the_pictures(tmp_path: Path) -> None:
    found = json.loads(write("json", tmp_path / "a.json", 2))
    assert [each["id"] for each in found] == [1, 2]
    assert set(found[0]) == {
        *("id", "uid", "url", "canonical_url", "title", "site", "section", "language", "direction"),
        *("excerpt", "text", "html", "note", "byline", "tags", "keywords", "collections", "published"),
        *("captured", "starred", "read", "trashed", "images", "flags"),
        *("updated", "agency", "dateline", "licence", "rights", "medium", "edition", "page", "custom"),
        *("edited", "highlights"),
    }
    first, lost = found[0]["images"]
    assert base64.b64decode(first["data"]) == PNG
    assert set(first) == {"url", "alt", "caption", "sha256", "width", "height", "data"}
    assert (lost["url"], lost["sha256"], lost["data"]) == (LOST_URL, None, None)


def test_a_row_alone_has_neither_text_nor_pictures() -> None:
    said = as_json(row(), None)
    assert not {"text", "html", "images", "edited", "highlights"} & set(said)
    assert said["captured"] == "2026-11-24T12:00:05+00:00"
    assert said["section"] is None
    assert said["flags"] == [
        {"code": "relative_date", "message": "The page gives its date only as “2 days ago”."}
    ]
    assert json.loads(json.dumps(said)) == said


def test_html_is_one_file_that_asks_nobody_for_anything(tmp_path: Path) -> None:
    page = BeautifulSoup(write("html", tmp_path / "a.html"), "lxml")
    (picture,) = page.find_all("img")
    assert base64.b64decode(str(picture["src"]).removeprefix("data:image/png;base64,")) == PNG
    assert not page.find_all(["script", "link", "iframe", "object"])
    assert not re.search(r"url\(|@import|src=\"http", str(page))
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None and "default-src 'none'" in str(policy["content"])
    assert page.h1 is not None and page.h1.get_text() == "Ships <leave> & *return*"
    assert "This picture was not kept." in page.get_text()


@pytest.mark.parametrize("address", [f"clip://picture/{SHA256}", "file:///home/me/saved_files/harbour.png"])
@pytest.mark.parametrize("form", FORMATS)
def test_pictures_that_came_with_the_page_are_in_every_form(form: str, address: str, tmp_path: Path) -> None:
    body = (
        f'<p>Ships.</p><figure><img src="{address}" alt="Harbour"></figure><p><a href="{address}">it</a></p>'
    )
    image = ClipImage(address, "Harbour", None, SHA256, "image/png", 60, 40)
    target = tmp_path / "a.out"
    EXPORTS[form]([replace(clip(), html=body, images=(image,))], pictures, target, LONG_TITLE, Ticket())
    if form == "markdown":
        assert [each.read_bytes() for each in (tmp_path / "a_pictures").iterdir()] == [PNG]
    else:
        assert base64.b64encode(PNG).decode("ascii") in target.read_text("utf-8")
    assert form != "html" or f'href="{address}"' not in target.read_text("utf-8")


def test_html_of_several_has_contents_that_lead_to_each(tmp_path: Path) -> None:
    page = BeautifulSoup(write("html", tmp_path / "a.html", 3), "lxml")
    assert page.h1 is not None and page.h1.get_text() == LONG_TITLE
    leads = [str(link["href"]) for link in page.select("nav a")]
    assert [page.select_one(lead) is not None for lead in leads] == [True] * 3
    assert [heading.name for heading in page.select("article")[0].find_all(["h2", "h3"])] == ["h2", "h3"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script><p>Text</p>",
        '<p onclick="alert(1)" style="background:url(https://evil.example)">Text</p>',
        '<p>Text<a href="javascript:alert(1)">x</a><a href="data:text/html,x">y</a></p>',
        '<p>Text</p><img src="https://evil.example/pixel.gif"><iframe src="https://evil.example"></iframe>',
        '<p>Text</p><svg onload="alert(1)"><a xlink:href="javascript:alert(1)"></a></svg>',
    ],
)
def test_html_is_safe_whatever_the_library_holds(tmp_path: Path, hostile: str) -> None:
    EXPORTS["html"]([clip(html=hostile)], pictures, tmp_path / "a.html", "Book", Ticket())
    written = (tmp_path / "a.html").read_text("utf-8")
    body = written.partition("<body>")[2]
    assert "Text" in body
    assert not re.search(r"<script|<iframe|<svg|onclick|onload|javascript:|evil\.example|href=\"data:", body)


def test_markdown_of_one_has_its_facts_in_front_and_its_pictures_beside(tmp_path: Path) -> None:
    written = write("markdown", tmp_path / "my clip.md")
    front, _, body = written.removeprefix("---\n").partition("\n---\n")
    facts = dict(line.split(": ", 1) for line in front.split("\n"))
    assert json.loads(facts["title"]) == "Ships <leave> & *return*"
    assert json.loads(facts["note"]) == 'Ask "them":\nwhy?'
    assert json.loads(facts["tags"]) == ["sea"]
    (link,) = re.findall(r"!\[Harbour\]\((.+?)\)", body)
    assert link == f"my%20clip_pictures/{SHA256[:20]}.png"
    assert (tmp_path / "my clip_pictures" / f"{SHA256[:20]}.png").read_bytes() == PNG
    assert f"[This picture was not kept.]({LOST_URL})" in body


def test_markdown_of_several_is_a_section_each(tmp_path: Path) -> None:
    tokens = MarkdownIt("commonmark").parse(write("markdown", tmp_path / "a.md", 2))
    heads = [(t.tag, n.content) for t, n in itertools.pairwise(tokens) if t.type == "heading_open"]
    assert [tag for tag, _title in heads] == ["h1", "h2", "h3", "h2", "h3"]
    assert heads[1][1] == "Ships \\<leave\\> \\& \\*return\\*"


@pytest.mark.parametrize("form", FORMATS)
def test_a_clip_of_nothing_but_an_address_can_leave(form: str, tmp_path: Path) -> None:
    EXPORTS[form]([titled(None, "")], pictures, tmp_path / "a", "", Ticket())
    assert "https://news.example/a" in (tmp_path / "a").read_text("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_cancelled_it_leaves_what_was_there(form: str, tmp_path: Path) -> None:
    target = tmp_path / "a.out"
    target.write_text("before", "utf-8")
    reported: list[Progress] = []

    def listen(progress: Progress) -> None:
        reported.append(progress)
        if progress.done == 2:
            ticket.cancel()

    ticket = Ticket(listen)
    with pytest.raises(Stopped):
        write(form, target, 4, ticket)
    assert [each.name for each in tmp_path.iterdir()] == ["a.out"]
    assert target.read_text("utf-8") == "before"
    assert [(each.done, each.total, each.what) for each in reported] == [(n, 4, "writing") for n in range(3)]


@pytest.mark.parametrize("form", FORMATS)
def test_a_target_that_cannot_be_written_is_said(form: str, tmp_path: Path) -> None:
    with pytest.raises(TargetUnwritable) as caught:
        write(form, tmp_path / "no such folder" / "a.out")
    assert str(tmp_path) in caught.value.path
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(TargetUnwritable):
        write(form, folder)
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_a_failed_markdown_export_takes_only_its_own_pictures_away(tmp_path: Path) -> None:
    folder = tmp_path / "a_pictures"
    folder.mkdir()
    (folder / "mine.png").write_bytes(b"mine")
    target = tmp_path / "a.md"
    target.mkdir()
    with pytest.raises(TargetUnwritable):
        write("markdown", target)
    assert [each.name for each in folder.iterdir()] == ["mine.png"]


def marked(html: str, text: str, *words: str) -> Clip:
    """A clip with these words marked; what is not in its text is lost."""
    made = []
    for number, each in enumerate(words, 1):
        start = text.find(each)
        anchored = anchor(text, start, start + len(each)) if start >= 0 else Anchor(each, "", "", 0)
        colour, note = COLOURS[number % 5], f"Note <{number}>"
        made.append(
            Highlight(
                HighlightId(number), "u", anchored, colour, note, row().captured, locate(text, anchored)
            )
        )
    return replace(clip(html=html), text=text, highlights=tuple(made))


BODY = (
    "<p>Ships <b>left</b> the port. Ships left.</p><figure><figcaption>Ships left</figcaption></figure>"
    "<table><tbody><tr><td>One</td><td>Two</td></tr></tbody></table>"
)
TEXT = "Ships left the port. Ships left.\nOne\tTwo"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("left the", '<p>Ships <b><mark class="green">left</mark></b> <mark class="green">the</mark> port.'),
        ("Ships left.", '<b>left</b> the port. <mark class="green">Ships left.</mark></p>'),
        ("left.\nOne\tTwo", '<td><mark class="green">One</mark></td><td><mark class="green">Two</mark></td>'),
        ("no such words", "<p>Ships <b>left</b> the port. Ships left.</p>"),
    ],
)
def test_html_marks_what_was_marked(words: str, expected: str, tmp_path: Path) -> None:
    EXPORTS["html"]([marked(BODY, TEXT, words)], pictures, tmp_path / "a.html", "T", Ticket())
    written = (tmp_path / "a.html").read_text("utf-8")
    assert expected in written
    assert "<p>Note &lt;1&gt;</p>" in written


def test_marks_that_overlap_are_all_there_and_no_word_is_lost(tmp_path: Path) -> None:
    EXPORTS["html"](
        [marked(BODY, TEXT, "Ships left the", "left the port", "port", TEXT)],
        *(pictures, tmp_path / "a.html", "T", Ticket()),
    )
    page = BeautifulSoup((tmp_path / "a.html").read_text("utf-8"), "lxml")
    assert "Ships left the port. Ships left.Ships leftOneTwo" in page.get_text()
    for number, words in ((1, "Ships left the"), (2, "left the port"), (3, "port")):
        found = " ".join("".join(each.get_text() for each in page.select(f"mark.{COLOURS[number]}")).split())
        assert found.replace(" ", "") == words.replace(" ", "")


def test_markdown_lists_what_was_marked_with_the_notes(tmp_path: Path) -> None:
    EXPORTS["markdown"](
        [marked(BODY, TEXT, "left.\nOne", "# gone")], *(pictures, tmp_path / "a.md", "T", Ticket())
    )
    written = (tmp_path / "a.md").read_text("utf-8")
    assert "## Highlights\n\n> left.\n> One\n\nNote <1>\n\n> \\# gone\n\nNote <2>\n" in written


def test_what_the_user_says_of_a_clip_leaves_with_it(tmp_path: Path) -> None:
    said = replace(
        row(),
        medium="print",
        edition="Late <1>",
        page="B 4",
        rights="Once",
        custom=(("Desk", "Home & away"),),
    )
    for form, expected in (
        ("html", "Print · Late &lt;1&gt; · p. B 4 · Desk: Home &amp; away · Once"),
        ("markdown", 'medium: "print"\nedition: "Late <1>"\npage: "B 4"\ncustom: {"Desk": "Home & away"}\n'),
        ("json", '"custom": [{"name": "Desk", "value": "Home & away"}]'),
    ):
        EXPORTS[form]([replace(clip(), row=said)], pictures, tmp_path / form, "T", Ticket())
        assert expected in (tmp_path / form).read_text("utf-8")
