"""One page's part of the article: the blocks that are kept, cleaned and made plain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag
from bs4.element import Script, Stylesheet, TemplateString
from lxml import etree

from clipper.article.article import Guidance
from clipper.clean import container, lines, model, strip
from clipper.clean.elements import KEPT
from clipper.clean.features import Reading, Told
from clipper.clean.metadata import Metadata
from clipper.clean.reading import PageReading
from clipper.clean.region import Region
from clipper.clean.removals import NUMBER, Removals
from clipper.clean.smooth import smooth
from clipper.clean.text import is_spaceless
from clipper.clean.tidy import Tidier

_ICON_FONT = re.compile(r"material[\s+-]?(?:icons|symbols)|font-?awesome|icomoon|fontello", re.IGNORECASE)
_NO_TEXT = {"script": Script, "style": Stylesheet, "template": TemplateString}
"""Elements whose strings are no text; the readings over a `ruby` are."""
_CAPTIONS = ("p", "h4", "h5", "h6")
_PARAGRAPH = 25
"""Characters from which a run counts as a paragraph."""


class Body:
    """The cleaned part of one page."""

    def __init__(self, reading: PageReading, known: Metadata, guidance: Guidance) -> None:
        """Does all the work. Raises PageTooHard."""
        self.reading = reading
        self.removals = Removals()
        elements = self._region(known)
        reading.check_size(elements)
        soup = soup_of(elements)
        strip.strip(soup, self.removals, icon_font=loads_icon_font(reading.root), paragraph=_PARAGRAPH)
        tidier = Tidier(reading.base, lines.stands_alone(known), no_images=guidance.no_images)
        self.tag = tidier.tidy(soup)
        self._set_captions_aside()
        lines.strip_lines(self.tag, known, self.removals)
        self.blocks = [each for each in self.tag.contents if isinstance(each, Tag)]

    def _region(self, known: Metadata) -> list[etree._Element]:
        layout = self.reading.layout
        found = container.choose(layout, spaceless=is_spaceless(" ".join(layout.texts[:200])[:4000]))
        judge = model.current()
        told = Told(known.title or "", known.description or "", known.article_text)
        page = Reading(layout, found, told, judge.words)
        shares = judge.shares(page.rows())
        kept = [False] * len(layout.texts)
        verdicts = model.cut(shares, [page.words[at] for at in page.candidates])
        for at, verdict in zip(page.candidates, verdicts, strict=True):
            kept[at] = verdict
        kept = self.reading.guided.verdicts(layout, kept, self.removals)
        region = Region(layout, smooth(layout, kept), page.headline)
        elements = region.cut(self.removals)
        self._captioned = region.captioned
        return elements

    def _set_captions_aside(self) -> None:
        """A caption that is no part of the running text is shown under its picture and nowhere else."""
        figure: Tag | None = None
        for each in [each for each in self.tag.contents if isinstance(each, Tag)] if self._captioned else []:
            number = each.attrs.get(NUMBER)
            if number is None or not any(int(str(number)) in box for box in self._captioned):
                figure = None
            elif each.name == "figure":
                figure = each
                for caption in figure.find_all("figcaption"):
                    caption.attrs[KEPT] = "aside"
            elif figure is None or figure.find("figcaption") is not None or each.name not in _CAPTIONS:
                self.removals.take(each, "body", "caption")
            else:
                each.name = "figcaption"
                each.attrs[KEPT] = "aside"
                figure.append(each.extract())


def soup_of(elements: Sequence[etree._Element]) -> Tag:
    """BeautifulSoup's tree of these elements."""
    markup = "".join(
        etree.tostring(each, encoding="unicode", method="html", with_tail=False) for each in elements
    )
    soup = BeautifulSoup(
        f"<html><body><div>{markup}</div></body></html>",
        "lxml",
        multi_valued_attributes=None,
        string_containers=_NO_TEXT,
    )
    return soup.body or soup


def loads_icon_font(root: etree._Element) -> bool:
    """Does the page draw icons with letters?"""
    for link in root.iter("link", "style"):
        if _ICON_FONT.search(link.get("href") or "") or (link.text and _ICON_FONT.search(link.text[:20_000])):
            return True
    return False


def everything(reading: PageReading, guidance: Guidance) -> Tag:
    """The whole visible text, where no article was found: nothing is lost."""
    root = reading.root
    reading.check_size([root])
    for element in list(root.iter("script", "style", "noscript", "template", "head")):
        Removals().take_element(element, "", "")
    body = root.find("body")
    soup = soup_of([body if body is not None else root])
    return Tidier(reading.base, lambda _: True, no_images=guidance.no_images).tidy(soup)
