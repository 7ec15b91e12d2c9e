"""One page on its way through the steps: its tree, its layout, its addresses, what is wished of it."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from clipper.article.article import Guidance
from clipper.article.page import Page
from clipper.clean import addresses, layout, parse
from clipper.clean.guided import Guided
from clipper.clean.layout import Layout
from clipper.errors import PageTooHard

MOST_ELEMENTS = 60_000
"""Elements of a region; more take BeautifulSoup over 15 s. The largest real article known has 9,000."""


class PageReading:
    """What is known of one page before anything is judged."""

    def __init__(self, page: Page, guidance: Guidance, number: int) -> None:
        """`number`: which of the article's pages it is, from 0; only the first may have been renamed."""
        self.page, self.number = page, number
        self.root: etree._Element = parse.parse(parse.decode(page))
        self.url = (guidance.url if number == 0 else None) or page.final_url
        self.base = addresses.base_of(self.root, self.url)
        self.guided = Guided(self.root, guidance, number)

    @cached_property
    def layout(self) -> Layout:
        """Blocks and boxes."""
        return layout.read(self.root)

    def check_size(self, elements: list[etree._Element]) -> None:
        """Raises PageTooHard where BeautifulSoup would take too long."""
        if sum(1 for element in elements for _ in element.iter()) > MOST_ELEMENTS:
            raise PageTooHard(self.url, "size")
