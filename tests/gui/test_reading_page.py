"""The document of a clip, without an engine: what stands in it, and what never does."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from clipper.article.clip import ClipImage
from clipper.article.markup import TAGS
from clipper.gui.panes import wording
from clipper.gui.panes.details_parts import breakable
from clipper.gui.panes.reading_body import body
from clipper.gui.panes.reading_page import style_sheet
from clipper.gui.theme import DARK
from tests.webengine import hostile

KEPT = ClipImage("https://x.example/a.png", "A quay", None, "ab" * 32, "image/png", 640, 400)
GONE = ClipImage("https://x.example/b.png", None, None, None, None, None, None, "http_refused")
IMAGES = {each.url: each for each in (KEPT, GONE)}


def test_pictures_come_from_the_library() -> None:
    made = body(f"<p>a<img src='{KEPT.url}' srcset='https://x.example/c.png 2x'>b</p>", IMAGES)
    wanted = f'<img src="clip://picture/{KEPT.sha256}" alt="A quay" width="640" height="400">'
    assert wanted in made.html
    assert "srcset" not in made.html
    assert made.shown == {KEPT.url}


def test_a_picture_that_is_not_there_is_a_calm_word() -> None:
    made = body(f"<p>a<img src='{GONE.url}' alt='&lt;b&gt;'>b</p>", IMAGES)
    assert "<img" not in made.html
    assert "&lt;b&gt;" in made.html
    assert "the site refused it" in made.html


def test_tables_scroll_in_a_box_of_their_own() -> None:
    made = body("<p>a</p><table><tr><td colspan=2>x</td></tr></table>tail", {})
    assert re.search(r'<div class="wide" data-block="1"><table>.*</table></div>tail', made.html)
    assert 'colspan="2"' in made.html


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://x.example/?a=1&b=2", True),
        ("mailto:desk@x.example", True),
        (" JaVaScRiPt:alert(1)", False),
        ("\tjava\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("clip://article/2", False),
        ("//x.example/", False),
        ("http://[broken", False),
    ],
)
def test_links_lead_to_the_web_or_nowhere(address: str, kept: bool) -> None:
    made = body(f'<p><a href="{address.replace("&", "&amp;")}">x</a></p>', {})
    assert ("href" in made.html) == kept


def test_nothing_of_the_hostile_page_is_left_but_words() -> None:
    ways = "".join(way.format(base="http://out.example") for way in hostile.WAYS.values())
    assert "out.example" not in body(ways, {}).html


def test_very_deep_nesting_keeps_its_words() -> None:
    made = body("<div>" * 10_000 + "deep" + "</div>" * 10_000 + "<p>after</p>", {}, "deep & far\nafter")
    assert made.html == '<p data-block="0">deep &amp; far</p><p data-block="1">after</p>'


def test_the_blocks_of_a_body_are_numbered_and_no_page_numbers_its_own() -> None:
    made = body("loose<p data-block='7'>a</p><ul><li>b</ul>tail<figure><img></figure>", {})
    assert [re.findall(r'data-block="(\d+)"', block) for block in made.blocks] == [["0"], ["1"], ["2"]]
    assert made.blocks[0].startswith("loose<p")
    assert made.blocks[1].endswith("</ul>tail")


PIECES = """<p> </p> <table> <td> <img src=x> <a href='javascript:x'> <script> </script> <!-- -->
<svg onload=x> <math> <style> </style> <![CDATA[ ]]> <p onclick=x> &#0; &lt; < x"""
pieces = st.sampled_from(["\0", *re.findall(r"<[^>]*>|\S+", PIECES)])


@given(st.lists(pieces | st.text(max_size=5), max_size=30))
def test_any_body_becomes_closed_tags_of_the_set_only(parts: list[str]) -> None:
    made = body("".join(parts), IMAGES).html
    tags = set(re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", made))
    assert tags <= TAGS | {"div"}  # ours: around a table that scrolls
    assert not re.search(r"<[^>]*\son\w+=", made)
    assert body(made, IMAGES).html.count("<script") == 0


def test_a_date_is_said_as_the_page_gives_it() -> None:
    QLocale.setDefault(QLocale.c())
    assert wording.published_exactly("2026-01-28T14:05:00+03:00") == "28 Jan 2026, 14:05 +03"
    assert wording.published_exactly("2026-01-28T14:05:00-09:30") == "28 Jan 2026, 14:05 −09:30"
    assert wording.published_exactly("2026-01-28T14:05:00Z") == "28 Jan 2026, 14:05 UTC"
    assert wording.published_exactly("2026-01-28T14:05:00") == "28 Jan 2026, 14:05"
    assert wording.published_exactly("2026-01-28") == "28 Jan 2026"
    assert wording.published_exactly("2026") == "2026"
    assert wording.published_exactly(None) == ""
    assert wording.published_day("2026-01-28T23:59:00-12:00") == "28 January 2026"


@pytest.mark.parametrize("name", ["en_US", "de_DE", "fr_FR", "zh_CN", "ar_EG", "ru_RU", "ja_JP"])
def test_a_date_has_no_day_of_the_week_in_any_language(name: str) -> None:
    QLocale.setDefault(QLocale(name))
    try:
        said = wording.published_day("2026-01-28")
        assert QLocale(name).dayName(3) not in said
        assert said
    finally:
        QLocale.setDefault(QLocale.c())


def test_when_a_clip_was_made_is_said_from_today() -> None:
    now = datetime.now().astimezone().replace(hour=12)
    assert wording.captured(now.astimezone(UTC), now) == f"today, {now:%H:%M}"
    assert wording.captured(now - timedelta(days=1), now).startswith("yesterday, ")


def test_names_languages_and_minutes() -> None:
    assert wording.by(("Ada Winter", "Agencies"), "en-gb") == "By Ada Winter, Agencies"
    assert wording.by(("هيئة", "وكالات"), "ar") == "هيئة، وكالات"
    assert wording.language("zh-hans") == "Chinese"
    assert wording.language("zh-hant") == "Chinese (traditional)"
    assert wording.language("xx-unknown") == "xx-unknown"
    assert wording.minutes("word " * 2300) == 10
    assert wording.minutes("海" * 4500) == 10
    assert wording.minutes("") == 1


@given(st.text())
def test_words_made_breakable_are_the_same_words(words: str) -> None:
    assert breakable(words).replace("\u200b", "") == words.replace("\u200b", "")


def test_the_style_has_the_themes_colours() -> None:
    sheet = style_sheet(DARK, 125)
    assert "--read: #141517;" in sheet
    assert "--scale: 1.25;" in sheet
    assert "color-scheme: dark;" in sheet
