# ruff: noqa: E501 - markup is written as pages have it
"""Licence, paywall marks, canonical address and keywords."""

from __future__ import annotations

import json

import pytest

from clipper.clean import addresses, layout, metadata, page_lines, parse
from clipper.clean.metadata import Metadata
from tests.unit.clean.reading import around, page, read

COMMONS = "https://creativecommons.org/licenses/by/4.0/"


def known(markup: str) -> Metadata:
    """What is known of the article in this markup beside its text."""
    given = page(markup)
    root = parse.tree_of(given)
    return metadata.read(
        root, given, given.final_url, given.final_url, page_lines.lines_of(layout.read(root))
    )


@pytest.mark.parametrize(
    ("head", "after", "licence"),
    [
        (f"<link rel=license href='{COMMONS}'>", "", COMMONS),
        ("", f"<p>This text is under a <a rel=license href='{COMMONS}'>licence</a>.</p>", COMMONS),
        ("", f"<footer>Licensed under <a href='{COMMONS}'>CC BY 4.0</a></footer>", COMMONS),
        ("<meta name='dc.rights' content='CC BY-SA 4.0'>", "", "CC BY-SA 4.0"),
        ("<meta name='dc.rights' content='All rights reserved'>", "", None),
        ("<meta name='copyright' content='The Courier 2024'>", "", None),
        ("", f"<figure><img src=a.jpg><figcaption>Photo under <a rel=license href='{COMMONS}'>licence</a></figcaption></figure>", None),
        ("", f"<p>Photo: Inga Holm, <a href='{COMMONS}'>CC BY</a></p>", None),
        ("", "<p>The council spoke of a licence for the ship.</p>", None),
    ],
)  # fmt: skip
def test_the_licence_is_the_articles_own(head: str, after: str, licence: str | None) -> None:
    assert known(around("", head=head, after=after)).licence == licence


def test_a_licence_in_json_ld() -> None:
    node = {"@type": "NewsArticle", "headline": "A ship", "license": COMMONS}
    assert (
        known(around("", head=f'<script type="application/ld+json">{json.dumps(node)}</script>')).licence
        == COMMONS
    )


@pytest.mark.parametrize(
    ("head", "after", "code"),
    [
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A ship", "isAccessibleForFree": "False"}</script>', "", "declared"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A ship", "isAccessibleForFree": false}</script>', "", "declared"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A ship", "isAccessibleForFree": true}</script>', "", None),
        ("<meta property='article:content_tier' content='metered'>", "", "content_tier"),
        ("<meta property='article:content_tier' content='free'>", "", None),
        ("", "<div class=paywall-box><p>Subscribe to read the whole article today.</p></div>", "box"),
        ("", "<div class=paywall-box style='display:none'><p>Subscribe to read the whole article today.</p></div>", None),
        ("<style>.paywall {}</style>", "", None),
    ],
)  # fmt: skip
def test_paywall_marks(head: str, after: str, code: str | None) -> None:
    assert known(around("", head=head, after=after)).paywall == code


@pytest.mark.parametrize(
    ("canonical", "url", "same"),
    [
        ("https://n.example/a/the-long-way-home", "https://n.example/a/the-long-way-home/amp", True),
        (
            "https://n.example/a/the-long-way-home",
            "https://m.n.example/a/the-long-way-home?utm_source=x",
            True,
        ),
        ("https://n.example/story", "https://n.example/story?page=2", True),
        ("https://n.example/a/", "https://n.example/a/the-long-way-home", False),
        ("https://n.example/", "https://n.example/a/the-long-way-home", False),
        ("https://n.example/news.php", "https://n.example/news.php?id=42", False),
        ("https://n.example/", "http://localhost/saved.html", False),
        ("https://n.example/a/the-long-way-home", "http://localhost/saved.html", True),
    ],
)
def test_the_canonical_address_is_neither_front_nor_section(canonical: str, url: str, same: bool) -> None:
    assert (addresses.canonical([canonical], url) is not None) == same


def test_keywords_are_the_publishers_own_and_no_labels() -> None:
    head = (
        "<meta property='og:site_name' content='The Courier'>"
        "<meta name='keywords' content='ship, museum, The Courier, null, site_section=3, 2024, Ship'>"
        "<meta property='article:tag' content='harbour'>"
    )
    assert read(around("", head=head)).keywords == ("harbour", "ship", "museum")
