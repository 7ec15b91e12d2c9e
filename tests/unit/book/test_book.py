"""Clips become a book: its facts, its words, its pictures."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from clipper.article.article import Flag
from clipper.article.clip import ClipImage
from clipper.book import press_review
from clipper.book.book import data
from clipper.book.nodes import every, plain
from tests.unit.book.samples import MADE, Shelf, clip


def test_importing_the_book_does_not_load_the_typesetter() -> None:
    code = "import sys, clipper.book; sys.exit('typst' in sys.modules or 'PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_book_travels_to_another_process() -> None:
    book = press_review([clip("<p>a</p>")] * 2, title="Review", made=MADE)
    assert pickle.loads(pickle.dumps(book)) == book
    assert json.loads(json.dumps(data(book)))["title"] == "Review"


def test_the_cover_counts_articles_and_sources() -> None:
    clips = [clip("", site=site) for site in ("B Post", "A Times", "B Post", None)]
    book = press_review(clips, title="Review", made=MADE)
    assert book.summary == "4 articles from 3 sources"
    assert book.sources == (("B Post", 2), ("A Times", 1), ("news.example", 1))
    assert press_review(clips[:1], title="Review", made=MADE).summary == "1 article from 1 source"


def test_a_source_line_says_what_the_page_says_and_no_more() -> None:
    (entry,) = press_review([clip("<p>a</p>")], title="R", made=MADE).entries
    assert (entry.site, entry.section, entry.byline) == ("News Example", "World", "Ann Reporter, Agencies")
    assert entry.published == "12 March 2026, 14:05 (UTC+03:00)"
    assert entry.url == "https://www.news.example/world/talks"
    assert "".join(map(plain, entry.shown_url)) == "news.example/world/talks"
    (printed,) = press_review([clip("", edition="Late", page="B 4")], title="R", made=MADE).entries
    assert (entry.printed, printed.printed) == ("", "Late, p. B 4")
    bare = clip(
        "", None, None, site=None, section=None, byline=(), published=None, url="file:///home/me/x/a.html"
    )
    (unknown,) = press_review([bare], title="R", made=MADE).entries
    assert (unknown.title, unknown.byline, unknown.published, unknown.url) == ("Untitled", "", "", "")
    assert "".join(map(plain, unknown.shown_url)) == "a.html"


@pytest.mark.parametrize(
    ("title", "language", "direction", "expected"),
    [
        ("المفاوضات تنتهي دون اتفاق", None, None, ("ar", "rtl")),
        ("השיחות נמשכות", None, None, ("he", "rtl")),
        ("部长会谈未达成协议", None, None, ("zh", "ltr")),
        ("閣僚会議、合意に至らずとのこと", None, None, ("ja", "ltr")),
        ("Words", None, None, ("und", "ltr")),
        ("Words", "pt-br", "rtl", ("pt-br", "rtl")),
    ],
)
def test_language_and_direction(
    title: str, language: str | None, direction: str | None, expected: object
) -> None:
    (entry,) = press_review([clip("", title, language, direction=direction)], title="R", made=MADE).entries
    assert (entry.language, entry.direction) == expected


def test_a_lead_picture_stands_above_a_body_that_does_not_show_it(tmp_path: Path) -> None:
    image = Shelf(tmp_path).picture((90, 60))
    without = clip("<p>a</p>", images=[image], lead=image.url)
    shown = clip(f"<p>a</p><img src='{image.url}'>", images=[image], lead=image.url)
    book = press_review([without, shown], title="R", made=MADE)
    assert [entry.lead is not None for entry in book.entries] == [True, False]
    assert [node.sha256 for node in every(book.entries[1].body) if node.kind == "picture"] == [image.sha256]


def test_a_picture_that_could_not_be_had_says_why() -> None:
    lost = ClipImage("https://x.example/a.jpg", "Chart", None, None, None, None, None, "timed_out")
    (entry,) = press_review([clip(f"<img src='{lost.url}'>", images=[lost])], title="R", made=MADE).entries
    (picture,) = [node for node in every(entry.body) if node.kind == "picture"]
    assert (picture.sha256, picture.alt) == (None, "Chart")
    assert picture.words == "This picture could not be had: no answer in time."


def test_a_page_without_an_article_is_not_passed_off_as_one() -> None:
    flags = (Flag("no_article"), Flag("image_failed", (("url", "u"), ("reason", "timed_out"))))
    (entry,) = press_review([clip("<p>a</p>", flags=flags)], title="R", made=MADE).entries
    assert entry.remarks == ("No article was recognised: the page's whole text is kept.",)
