"""The order of the steps, and what happens where one finds nothing.

bytes -> tree (`parse`) -> blocks and boxes (`layout`, the one walk over the page) -> what the page says of
itself (`metadata`) -> which blocks are the article (`container`, `features`, `model`; `guided` has the
last word) -> a copy of these (`region`) -> BeautifulSoup takes the rest of the chrome out (`strip`) ->
plain blocks (`tidy`) -> lines of chrome (`lines`) -> Article (`assembling`).
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from bs4 import BeautifulSoup, Tag

from clipper.article.article import Article, Flag, Guidance
from clipper.article.page import Page
from clipper.clean import addresses, assembling, guided, metadata, page_lines, placing, walk
from clipper.clean.blocks import Block
from clipper.clean.body import Body, everything
from clipper.clean.elements import append, element, put, text, weave
from clipper.clean.metadata import Metadata
from clipper.clean.reading import PageReading
from clipper.clean.text import collapsed, is_prose, same, words_in

CLEANER = "2"
"""Version of this cleaner: raised whenever the same page would give another article."""
_FEWEST_WORDS = 12
"""Words of prose below which nothing was recognised as an article."""


def clean(pages: Sequence[Page], guidance: Guidance = Guidance()) -> Article:  # noqa: B008 - frozen
    """The article of these pages (one, or all pages of one article in order). Pure; raises PageTooHard
    only.
    """
    with _undisturbed():
        return _clean(pages, guidance)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """While trees grow Python looks for circles of dead objects again and again: once is enough."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _clean(pages: Sequence[Page], guidance: Guidance) -> Article:
    readings = [PageReading(page, guidance, at) for at, page in enumerate(pages)]
    first, last = readings[0], readings[-1]
    lines = page_lines.lines_of(first.layout)
    known = metadata.read(first.root, first.page, first.url, first.base, lines, first.said)
    known = guided.known(first.root, guidance.rule, known)
    bodies = [Body(reading, known, guidance) for reading in readings]
    body = _joined(bodies)
    flags: list[Flag] = []
    left = [block for each in bodies for block in each.lines if block.tag.parent is body]
    if not _is_article(left) and not any(each.reading.guided.is_sure for each in bodies):
        body, found = _second_best(first, known, guidance)
        flags += [] if found else [Flag("no_article")]
    if guided.not_logged_in(first.root, guidance.rule):
        flags.append(Flag("not_logged_in"))
    for each in bodies:
        each.reading.guided.finish(body, each.removals)
    following = () if flags else _next_pages(last, readings, guidance)
    removals = placing.placed(bodies, body)
    article = assembling.article(body, known, removals, flags, following, guidance, CLEANER, url=first.url)
    for each in bodies:
        each.let_go()
    return article


def _next_pages(last: PageReading, readings: Sequence[PageReading], guidance: Guidance) -> tuple[str, ...]:
    known = [each.url for each in readings]
    ruled = [addresses.web(each, last.base) for each in guided.next_pages(last.root, guidance.rule)]
    wanted = tuple(each for each in ruled if each and each not in known)
    return wanted or addresses.next_pages(last.onward, last.base, known)


def _joined(bodies: Sequence[Body]) -> Tag:
    """The bodies of several pages as one; a block that an earlier page had is not said again."""
    first = bodies[0].tag
    seen = (
        {same(walk.all_text(child)) for child in first.contents if isinstance(child, Tag)}
        if bodies[1:]
        else set()
    )
    for body in bodies[1:]:
        for child in body.blocks:
            key = same(walk.all_text(child))
            if key and key in seen:
                body.removals.take(child, "pages", "repeated")
                continue
            seen.add(key)
            append(first, child)
    return first


def _is_article(blocks: Iterable[Block]) -> bool:
    words = linked = 0
    has_prose = False
    for block in blocks:
        words += block.words
        linked += sum(map(words_in, block.links))
        has_prose = has_prose or is_prose(block.text)
    return words >= _FEWEST_WORDS and has_prose and linked < 0.7 * words


def _second_best(first: PageReading, known: Metadata, guidance: Guidance) -> tuple[Tag, bool]:
    """The text that the page keeps for machines; failing that everything visible, so that nothing is lost."""
    paragraphs = [collapsed(part) for part in re.split(r"\n+|<br\s*/?>|</p>", known.article_text)]
    if sum(map(words_in, paragraphs)) >= 3 * _FEWEST_WORDS:
        body = element("div")
        for part in filter(None, paragraphs):
            paragraph = element("p")
            put(paragraph, text(collapsed(BeautifulSoup(part, "lxml").get_text())))
            put(body, paragraph)
        weave(body)
        return body, True
    return everything(first, guidance), False
