"""A cleaner of a few lines for the tests of the window: it takes out what is called `share`, and obeys.

What a cleaner recognises is tested elsewhere; here it matters what the window does with its answers.
"""

from __future__ import annotations

from collections.abc import Sequence

import lxml.html
from lxml.etree import _Element

from clipper.article.article import Article, Guidance, Removal
from clipper.article.page import Page
from clipper.jobs import Ticket


class ObedientCleaner:
    """Satisfies `operations.ports.Cleaner`, at once and in this process."""

    def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
        """Every paragraph is a block of the article, or was taken out."""
        ticket.check()
        root = lxml.html.document_fromstring(pages[0].html)
        blocks: list[str] = []
        removals: list[Removal] = []
        for each in root.iter("p"):
            text = " ".join("".join(str(piece) for piece in each.itertext()).split())
            if _goes(each, text, guidance):
                place = root.getroottree().getpath(each)
                removals.append(Removal("furniture", "share", text, place, len(blocks)))
            else:
                blocks.append(text)
        html = "".join(f"<p>{text}</p>" for text in blocks)
        title = root.findtext(".//title")
        return Article(title, html=html, text="\n".join(blocks), removals=tuple(removals), cleaner="test")

    def close(self) -> None:
        """Nothing runs."""


def _goes(element: _Element, text: str, guidance: Guidance) -> bool:
    said = [each.kind for each in guidance.edits if each.text == text]
    if said:
        return said[-1] == "remove"
    rule = guidance.rule
    if rule is not None and any(_chosen(element, each) for each in rule.keep):
        return False
    if rule is not None and any(_chosen(element, each) for each in rule.strip):
        return True
    return element.get("class") == "share"


def _chosen(element: _Element, selector: str) -> bool:
    from clipper.clean import selectors

    root = element.getroottree().getroot()
    return element in selectors.elements(root, selector)
