"""One page on its way through the steps: its tree, its layout, its addresses, what is wished of it."""

from __future__ import annotations

from functools import cached_property
from itertools import islice

from lxml import etree

from clipper.article.article import Guidance
from clipper.article.page import Page
from clipper.clean import addresses, layout, parse, structured
from clipper.clean.guided import Guided
from clipper.clean.layout import Layout
from clipper.errors import PageTooHard

MOST_ELEMENTS = 220_000
"""Elements of a page; the largest real article known has 9,000. Of pages that were built to be slow, those
with as many take up to 20 s and 850 MB.
"""


class PageReading:
    """What is known of one page before anything is judged."""

    def __init__(self, page: Page, guidance: Guidance, number: int) -> None:
        """`number`: which of the article's pages it is, from 0; only the first may have been renamed. Raises
        PageTooHard.
        """
        self.page, self.number = page, number
        self.root: etree._Element = parse.tree_of(page)
        self.url = (guidance.url if number == 0 else None) or page.final_url
        # As long as somebody holds them, lxml hands out the same objects on every way through the tree.
        self._elements = list(islice(self.root.iter(), MOST_ELEMENTS + 1))
        if len(self._elements) > MOST_ELEMENTS:
            raise PageTooHard(self.url, "size")
        self.base = addresses.base_of(self.root, self.url)
        # Now, while the whole tree is in the processor's cache: later it takes three times as long.
        self.said = structured.said(self.root, page.html)
        self.onward = list(addresses.leading_on(self.said.anchors))
        self.guided = Guided(self.root, guidance, number)

    @cached_property
    def layout(self) -> Layout:
        """Blocks and boxes."""
        return layout.read(self.root)
