"""One page's part of the article: the blocks that are kept, cleaned and made plain."""

from __future__ import annotations

import re
from functools import partial

from bs4 import Tag
from lxml import etree

from clipper.article.article import Guidance
from clipper.clean import container, lines, model, soup, strip, walk
from clipper.clean.elements import KEPT, append, elements_of, unravel
from clipper.clean.features import Reading
from clipper.clean.metadata import Metadata
from clipper.clean.reading import PageReading
from clipper.clean.region import Region
from clipper.clean.removals import NUMBER, Removals
from clipper.clean.smooth import smooth
from clipper.clean.text import is_spaceless
from clipper.clean.tidy import Tidier

_ICON_FONT = re.compile(r"material[\s+-]?(?:icons|symbols)|font-?awesome|icomoon|fontello", re.IGNORECASE)
_ICON_FONTS = ("aterial", "wesome", "como", "ontello", "ATERIAL", "WESOME")
"""Parts of these names that can be looked for quickly."""
_CAPTION = frozenset(("figcaption",))
_CAPTIONS = ("p", "h4", "h5", "h6")
_PARAGRAPH = 25
"""Characters from which a run counts as a paragraph."""


class Body:
    """The cleaned part of one page."""

    def __init__(self, reading: PageReading, known: Metadata, guidance: Guidance) -> None:
        """Does all the work."""
        self.reading = reading
        self.removals = Removals()
        region = soup.region_of(self._region(known))
        self._elements = elements_of(region)
        strip.strip(
            region, self.removals, icon_font=partial(loads_icon_font, reading.root), paragraph=_PARAGRAPH
        )
        tidier = Tidier(reading.base, lines.stands_alone(known), no_images=guidance.no_images)
        self.tag = tidier.tidy(region)
        self._elements += tidier.elements
        self._set_captions_aside()
        self.lines = lines.strip_lines(self.tag, known, self.removals)
        self.blocks = [each.tag for each in self.lines]

    def let_go(self) -> None:
        """Nobody needs this any more."""
        unravel(self._elements)

    def _region(self, known: Metadata) -> list[Tag]:
        layout = self.reading.layout
        found = container.choose(layout, spaceless=is_spaceless(" ".join(layout.texts[:200])[:4000]))
        judge = model.current()
        page = Reading(layout, found, known.title or "", judge.words)
        shares = judge.shares(page.rows())
        kept = [False] * len(layout.texts)
        verdicts = model.cut(shares, [page.words[at] for at in page.candidates])
        for at, verdict in zip(page.candidates, verdicts, strict=True):
            kept[at] = verdict
        kept = self.reading.guided.verdicts(layout, smooth(layout, kept), self.removals)
        region = Region(layout, kept, page.headline)
        parts = region.cut(self.removals)
        self._captioned = region.captioned
        return parts

    def _set_captions_aside(self) -> None:
        """A caption that is no part of the running text is shown under its picture and nowhere else."""
        figure: Tag | None = None
        for each in [each for each in self.tag.contents if isinstance(each, Tag)] if self._captioned else []:
            number = each.attrs.get(NUMBER)
            if number is None or int(str(number)) not in self._captioned:
                figure = None
            elif each.name == "figure":
                figure = each
                for caption in walk.every(figure, _CAPTION):
                    caption.attrs[KEPT] = "aside"
            elif figure is None or walk.has(figure, _CAPTION) or each.name not in _CAPTIONS:
                self.removals.take(each, "body", "caption")
            else:
                each.name = "figcaption"
                each.attrs[KEPT] = "aside"
                append(figure, each)


def loads_icon_font(root: etree._Element) -> bool:
    """Does the page draw icons with letters?"""
    for link in root.iter("link", "style"):
        told = link.get("href") if link.tag == "link" else (link.text or "")[:20_000]
        if told and any(map(told.__contains__, _ICON_FONTS)) and _ICON_FONT.search(told):
            return True
    return False


def everything(reading: PageReading, guidance: Guidance) -> Tag:
    """The whole visible text, where no article was found: nothing is lost."""
    body = reading.layout.boxes[0]
    etree.strip_elements(body, "noscript", with_tail=False)
    region = soup.region_of([soup.converted(body, {})])
    return Tidier(reading.base, lambda _: True, no_images=guidance.no_images).tidy(region)
