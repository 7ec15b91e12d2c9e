"""The steps between the region and the article, alone: markup of a region in, blocks and removals out."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from bs4.element import Script, Stylesheet, TemplateString

from clipper.article.article import Removal
from clipper.clean import finish, lines, strip
from clipper.clean.metadata import Metadata
from clipper.clean.removals import Removals
from clipper.clean.tidy import Tidier
from tests.unit.clean.reading import ADDRESS

_NO_TEXT = {"script": Script, "style": Stylesheet, "template": TemplateString}


def soup(markup: str) -> Tag:
    """The region as the cleaner has it."""
    tree = BeautifulSoup(
        f"<html><body><div>{markup}</div></body></html>",
        "lxml",
        multi_valued_attributes=None,
        string_containers=_NO_TEXT,
    )
    assert tree.body is not None
    return tree.body


def blocks(markup: str, known: Metadata = Metadata(), removals: Removals | None = None) -> Tag:  # noqa: B008
    """The blocks that come of a region."""
    removals = removals or Removals()
    region = soup(markup)
    strip.strip(region, removals, icon_font=lambda: False, paragraph=25)
    body = Tidier(ADDRESS, lines.stands_alone(known)).tidy(region)
    lines.strip_lines(body, known, removals)
    return body


def cleaned(markup: str) -> str:
    """The HTML that comes of a region."""
    return finish.written(blocks(markup)).html


def removed(markup: str) -> tuple[Removal, ...]:
    """What was taken out of a region."""
    removals = Removals()
    blocks(markup, removals=removals)
    return tuple(Removal(step, rule, text) for step, rule, text, _ in removals.numbered())
