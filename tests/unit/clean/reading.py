# ruff: noqa: E501 - markup is written as pages have it
"""How these tests clean: markup in, an Article out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from clipper.article.article import Article, Guidance
from clipper.article.page import Page
from clipper.clean import clean

ROOT = Path(__file__).resolve().parents[3]
PAGES = ROOT / "tests" / "data" / "pages"
ADDRESS = "https://news.example/harbour/lightship.html"


def page(markup: str | bytes, url: str = ADDRESS, content_type: str | None = None) -> Page:
    """A page as it came off the wire."""
    raw = markup.encode() if isinstance(markup, str) else markup
    headers = (("content-type", content_type),) if content_type else ()
    return Page(url, url, 200, headers, raw, datetime(2024, 5, 20, tzinfo=UTC))


def read(markup: str | bytes, url: str = ADDRESS, guidance: Guidance = Guidance()) -> Article:  # noqa: B008
    """The article in this markup."""
    return clean([page(markup, url)], guidance)


PROSE = (
    "The last lightship of the northern sandbanks came back to her old harbour on Tuesday, pulled by two tugs.",
    "For four decades she had lain in a side canal two hundred miles to the south, first as a floating restaurant.",
    "Her keepers wrote down everything: the wind, the ships that passed, the birds that rested on the rail.",
    "The council will vote in the second week of June, and until then the ship lies at the east quay.",
)
"""Paragraphs that nothing could take for chrome."""


def around(middle: str, *, head: str = "", before: str = "", after: str = "") -> str:
    """A plain article page with `middle` between its second and third paragraph."""
    first, second, third, fourth = (f"<p>{each}</p>" for each in PROSE)
    return (
        f"<html lang=en><head><title>A ship comes home to its harbour</title>{head}</head><body>"
        f"<article><h1>A ship comes home to its harbour</h1>{before}{first}{second}{middle}{third}{fourth}{after}"
        "</article></body></html>"
    )


def rules(article: Article) -> set[str]:
    """The rules by which something was removed."""
    return {removal.rule for removal in article.removals}
