"""A cleaner of few rules, for tests of what is done with an article: it says what it takes out and where it
stood, and obeys the user's edits and the site's rule, as the real one does.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree, html

from clipper.article.article import Article, ArticleImage, Edit, Guidance, Removal
from clipper.article.page import Page
from clipper.article.site_rule import SiteRule
from clipper.clean import selectors
from clipper.clean.parse import tree_of
from clipper.jobs import Ticket
from clipper.operations.blocks import letters


class PlainCleaner:
    """The children of `article` are the blocks; those of class `box` are taken out."""

    def __init__(self) -> None:
        self.version = "1"
        self.cleaned: list[Guidance] = []

    def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
        """The article of these pages."""
        ticket.check()
        self.cleaned.append(guidance)
        kept: list[etree._Element] = []
        removals: list[Removal] = []
        for at, page in enumerate(pages):
            root = tree_of(page)
            for block in root.findall(".//article/*"):
                place = block.getroottree().getpath(block) + (f"#{at + 1}" if at else "")
                reason = _reason(root, block, place, guidance)
                if reason is None:
                    kept.append(block)
                else:
                    removals.append(Removal(*reason, text=said(block), place=place, position=len(kept)))
        return self._article(tree_of(pages[-1]), kept, removals, pages)

    def _article(
        self, last: etree._Element, kept: list[etree._Element], removals: list[Removal], pages: Sequence[Page]
    ) -> Article:
        pictures = tuple(ArticleImage(each.get("src") or "") for block in kept for each in block.iter("img"))
        return Article(
            selectors.texts(tree_of(pages[0]), "title")[0],
            html="".join(html.tostring(block, encoding="unicode", with_tail=False) for block in kept),
            text="\n".join(filter(None, map(said, kept))),
            images=pictures,
            removals=tuple(removals),
            next_pages=tuple(selectors.texts(last, "//a[@rel='next']/@href")),
            cleaner=self.version,
        )

    def close(self) -> None:
        """Nothing to end."""


def said(block: etree._Element) -> str:
    """What a block says."""
    return " ".join(" ".join(map(str, block.itertext())).split())


def _reason(
    root: etree._Element, block: etree._Element, place: str, guidance: Guidance
) -> tuple[str, str] | None:
    """Step and rule that take it out, or None; the user's last word counts most, then the site's rule."""
    for edit in reversed(guidance.edits):
        if _is_meant(edit, block, place):
            return ("edit", "edit") if edit.kind == "remove" else None
    rule = guidance.rule or SiteRule("")
    if any(block in selectors.elements(root, each) for each in rule.keep):
        return None
    if any(block in selectors.elements(root, each) for each in rule.strip):
        return "site", "site_rule"
    return ("furniture", "newsletter") if "box" in (block.get("class") or "") else None


def _is_meant(edit: Edit, block: etree._Element, place: str) -> bool:
    if edit.place:
        return edit.place == place
    picture = next((each.get("src") for each in block.iter("img")), None)
    return letters(edit.text) == letters(said(block)) or (not said(block) and edit.text == picture)
