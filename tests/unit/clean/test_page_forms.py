# ruff: noqa: E501 - markup is written as pages have it
"""One article, many page forms: title once, byline, section, every paragraph in order, and nothing else."""

from __future__ import annotations

import re

import pytest

from tests.unit.clean.mixed_forms import MIXED
from tests.unit.clean.notice_forms import NOTICES
from tests.unit.clean.odd_forms import ODD
from tests.unit.clean.page_forms import FORMS, Words
from tests.unit.clean.rarer_forms import RARER
from tests.unit.clean.reading import PAGES, ROOT, page, read

ALL = FORMS | RARER | MIXED | ODD | NOTICES
WORDS = Words(
    "Old Lightship Comes Home to the Harbour After Forty Years",
    "Harbour",
    "Quayside",
    (
        "The last lightship of the northern sandbanks came back to her harbour on Tuesday, the harbour master said.",
        "However, the town will not pay for her alone, Mayor Inga Holm stressed.",
        'He added that talks with the fund are "not over".',
        '"I can’t say that it is decided, because now … well, the college and the pilots, as you know, have been '
        "studying the same ship for more than a month. We received their letters only the day before yesterday, "
        'which cast a shadow on the talks in many ways," the mayor said.',
        "According to the survey, the ship wants to be lived in, but the deck lets in rain and the wiring is "
        "“a museum of its own”.",
        "Holm stressed that if the fund does not change its mind, the town will not change its mind too.",
        "Commenting on the pilots’ wishes, she said that a ship which is lived in stays dry.",
        "“Well, let's see, in the next couple of weeks, there should be another meeting,” Holm said.",
        "The visit comes two days after the council had received a written answer from the fund. Holm said on "
        "Thursday that it had failed to answer the main questions.",
    ),
)


@pytest.mark.parametrize("form", ALL.values(), ids=ALL)
def test_every_form_gives_the_same_article(form: object) -> None:
    assert callable(form)
    markup = form(WORDS)
    article = read(markup)
    assert article.title == WORDS.title
    assert article.text.split("\n") == list(WORDS.paragraphs)
    assert article.language == "en"
    assert article.direction == "ltr"


@pytest.mark.parametrize("form", ALL.values(), ids=ALL)
def test_every_form_that_shows_byline_section_or_age_tells_them(form: object) -> None:
    assert callable(form)
    markup = form(WORDS)
    article = read(markup)
    codes = {flag.code for flag in article.flags}
    if "Staff" in markup:
        assert article.byline == ("Staff", "Agencies")
    if "folder_open" in markup or "article:section" in markup or "articleSection" in markup:
        assert article.section == WORDS.section
        assert article.keywords[0] == WORDS.section
    if "2 years ago" in markup:
        assert article.published is None
        assert codes == {"relative_date"}
        assert dict(article.flags[0].values) == {"words": "2 years ago"}
    else:
        assert codes == set()


def test_what_is_taken_out_is_listed() -> None:
    said = " ".join(removal.text for removal in read(FORMS["bare_divs"](WORDS)).removals)
    for piece in ("No Script", "Please Wait", "folder_open", "star", "Add to favorites", "Comments"):
        assert piece in said


def test_the_sample_page() -> None:
    folder = ROOT / "resources" / "sample"
    article = read((folder / "article.html").read_bytes(), "http://127.0.0.1:8000/article.html")
    assert article.title == "Old Lightship Comes Home to the Harbour After Forty Years"
    assert article.byline == ("Staff", "Agencies")
    assert article.published == "2024-05-14T09:20:00+02:00"
    assert article.site == "The Quayside Courier"
    assert article.keywords == ("Harbour", "lightship", "museum")
    assert [image.url.rpartition("/")[2] for image in article.images] == [
        "lightship.jpg",
        "lamp.jpg",
        "visitors.png",
    ]
    assert all(
        (folder / image.url.rpartition("/")[2]).is_file() and image.caption for image in article.images
    )
    assert article.lead_image == article.images[0].url
    assert article.html.count("<h2>") == 2
    for chrome in (
        "Please Wait",
        "No Script",
        "star",
        "folder_open",
        "Tweet",
        "Comments",
        "Read also",
        "cookie",
        "Tags",
    ):
        assert chrome not in article.text
    assert "“Please wait for the museum until the pumps have been paid for,”" in article.text


@pytest.mark.parametrize(
    ("name", "language", "direction", "byline", "section"),
    [
        ("arabic", "ar", "rtl", ("فريق التحرير", "وكالات"), "الميناء"),
        ("hebrew", "he", "rtl", ("דנה לוי",), "נמל"),
        ("russian", "ru", "ltr", ("Пётр Ильин",), "Гавань"),
        ("chinese", "zh-cn", "ltr", ("李文",), None),
        ("japanese", "ja", "ltr", ("服部一郎",), None),
    ],
)
def test_articles_in_other_scripts(
    name: str, language: str, direction: str, byline: tuple[str, ...], section: str | None
) -> None:
    raw = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    article = read(raw)
    assert (article.language, article.direction) == (language, direction)
    assert (article.byline, article.section) == (byline, section)
    lines = article.text.split("\n")
    assert len(lines) == 5
    assert all(line in re.sub(r"\s+", " ", raw) for line in lines)
    assert article.title is not None
    assert article.title not in article.text


def test_an_article_over_two_pages_is_joined_once() -> None:
    first, second = WORDS.paragraphs[:5], WORDS.paragraphs[5:]
    one = FORMS["material_icons"](Words(WORDS.title, WORDS.section, WORDS.brand, first))
    two = FORMS["material_icons"](Words(WORDS.title, WORDS.section, WORDS.brand, (first[0], *second)))
    from clipper.clean import clean

    article = clean([page(one), page(two, "https://news.example/harbour/lightship.html?page=2")])
    assert article.text.split("\n") == list(WORDS.paragraphs)
