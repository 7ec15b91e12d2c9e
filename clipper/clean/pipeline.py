"""The order of the steps, and what happens where one finds nothing.

bytes -> tree (`parse`) -> what the page says of itself (`metadata`) -> where the article stands
(`choose_body`) -> BeautifulSoup takes the chrome out (`strip`) -> plain blocks (`tidy`) -> lines of chrome
(`lines`) -> Article (`finish`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import Script, Stylesheet, TemplateString
from lxml import etree

from clipper.article.article import Article, ArticleImage, Flag, Guidance
from clipper.article.page import Page
from clipper.clean import (
    addresses,
    authors,
    bylines,
    choose_body,
    finish,
    languages,
    lines,
    metadata,
    names,
    page_lines,
    parse,
    strip,
)
from clipper.clean.metadata import Metadata
from clipper.clean.phrases import rule_of
from clipper.clean.removals import Removals, beginning_of, text_of
from clipper.clean.text import collapsed, is_prose, is_spaceless, same, words_in
from clipper.clean.tidy import Tidier
from clipper.errors import PageTooHard

CLEANER = "1"
"""Version of this cleaner: raised whenever the same page would give another article."""

_ICON_FONT = re.compile(r"material[\s+-]?(?:icons|symbols)|font-?awesome|icomoon|fontello", re.IGNORECASE)
_NO_TEXT = {"script": Script, "style": Stylesheet, "template": TemplateString}
"""Elements whose strings are no text; the readings over a `ruby` are."""
MOST_ELEMENTS = 60_000
"""Elements of a region; more take BeautifulSoup over 15 s. The largest real article known has 9,000."""
_EXCERPT = 300
_FEWEST_WORDS = 12
"""Words of prose below which nothing was recognised as an article."""


@dataclass(slots=True)
class _Reading:
    """One page on its way through the steps."""

    page: Page
    root: etree._Element
    url: str
    base: str


def clean(pages: Sequence[Page], guidance: Guidance = Guidance()) -> Article:  # noqa: B008 - frozen
    """The article of these pages (one, or all pages of one article in order). Pure; raises PageTooHard
    only.
    """
    removals = Removals()
    readings = [_read(page, guidance if at == 0 else Guidance()) for at, page in enumerate(pages)]
    first = readings[0]
    visible = page_lines.lines_of(first.root)
    if not any(is_prose(line.text) for line in visible):  # hidden until a script shows it
        visible = page_lines.lines_of(first.root, hidden=True)
    known = metadata.read(first.root, first.page, first.url, first.base, visible)
    bodies = [_body(reading, known, removals, guidance) for reading in readings]
    body = _joined(bodies, removals)
    flags: list[Flag] = []
    if not _is_article(body):
        body, found = _second_best(first, known, guidance)
        flags += [] if found else [Flag("no_article")]
    last = readings[-1]
    following = () if flags else addresses.next_pages(last.root, last.base, [each.url for each in readings])
    return _article(body, known, removals, flags, following, guidance)


def _read(page: Page, guidance: Guidance) -> _Reading:
    root = parse.parse(parse.decode(page))
    url = guidance.url or page.final_url
    return _Reading(page, root, url, addresses.base_of(root, url))


def _body(reading: _Reading, known: Metadata, removals: Removals, guidance: Guidance) -> Tag:
    root = reading.root
    icon_font = _loads_icon_font(root)
    region = choose_body.choose(root, spaceless=is_spaceless(beginning_of(root)))
    _report_outside(root, region, removals)
    for element, rule in region.left_out:
        if _is_inside(element, region.elements):
            removals.take_element(element, "body", rule)
    _check_size(reading, region.elements)
    soup = _soup(region.elements)
    paragraph = 25
    strip.strip(soup, removals, icon_font=icon_font, paragraph=paragraph)
    body = Tidier(reading.base, lines.stands_alone(known), no_images=guidance.no_images).tidy(soup)
    lines.strip_lines(body, known, removals)
    return body


def _check_size(reading: _Reading, elements: Sequence[etree._Element]) -> None:
    if sum(1 for element in elements for _ in element.iter()) > MOST_ELEMENTS:
        raise PageTooHard(reading.url, "size")


def _soup(elements: Sequence[etree._Element]) -> Tag:
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


def _loads_icon_font(root: etree._Element) -> bool:
    for link in root.iter("link", "style"):
        if _ICON_FONT.search(link.get("href") or "") or (link.text and _ICON_FONT.search(link.text[:20_000])):
            return True
    return False


def _is_inside(element: etree._Element, regions: Sequence[etree._Element]) -> bool:
    if element.getparent() is None:
        return False
    return any(above in regions for above in element.iterancestors())


def _report_outside(root: etree._Element, region: choose_body.Region, removals: Removals) -> None:
    """What stands beside the region and its ancestors, named piece by piece."""
    inside = set(region.elements)
    path = {above for element in region.elements for above in element.iterancestors()}
    body = root.find("body")
    waiting = [body] if body is not None else []
    while waiting:
        element = waiting.pop()
        if element in inside or not isinstance(element.tag, str):
            continue
        if element in path:
            waiting.extend(reversed(element))
        elif element.tag not in ("script", "style", "template", "link", "meta"):
            text = text_of(element)
            removals.add("body", _name_of(element, text), text)


def _name_of(element: etree._Element, text: str) -> str:
    """What a piece beside the article is, as far as its element, words or name tell."""
    known = strip.furniture_of(str(element.tag))
    return known or rule_of(text) or names.piece_of(element) or "outside"


def _joined(bodies: Sequence[Tag], removals: Removals) -> Tag:
    """The bodies of several pages as one; a block that an earlier page had is not said again."""
    first = bodies[0]
    seen = {same(child.get_text()) for child in first.children if isinstance(child, Tag)}
    for body in bodies[1:]:
        for child in list(body.children):
            if not isinstance(child, Tag):
                continue
            key = same(child.get_text())
            if key and key in seen:
                removals.take(child, "pages", "repeated")
                continue
            seen.add(key)
            first.append(child.extract())
    return first


def _is_article(body: Tag) -> bool:
    words = linked = 0
    has_prose = False
    for child in body.children:
        if isinstance(child, Tag):
            text = collapsed(child.get_text(" "))
            words += words_in(text)
            linked += sum(words_in(link.get_text()) for link in child.find_all("a"))
            has_prose = has_prose or is_prose(text)
    return words >= _FEWEST_WORDS and has_prose and linked < 0.7 * words


def _second_best(first: _Reading, known: Metadata, guidance: Guidance) -> tuple[Tag, bool]:
    """The text that the page keeps for machines; failing that everything visible, so that nothing is lost."""
    paragraphs = [collapsed(part) for part in re.split(r"\n+|<br\s*/?>|</p>", known.article_text)]
    if sum(map(words_in, paragraphs)) >= 3 * _FEWEST_WORDS:
        soup = BeautifulSoup("<div></div>", "lxml")
        for part in filter(None, paragraphs):
            tag = soup.new_tag("p")
            tag.string = BeautifulSoup(part, "lxml").get_text()
            (soup.div or soup).append(tag)
        return soup.div or soup, True
    return _everything(first, guidance), False


def _everything(reading: _Reading, guidance: Guidance) -> Tag:
    root = parse.parse(parse.decode(reading.page))
    _check_size(reading, [root])
    for element in list(root.iter("script", "style", "noscript", "template", "head")):
        Removals().take_element(element, "", "")
    body = root.find("body")
    soup = _soup([body if body is not None else root])
    return Tidier(reading.base, lambda _: True, no_images=guidance.no_images).tidy(soup)


def _article(
    body: Tag,
    known: Metadata,
    removals: Removals,
    flags: list[Flag],
    following: tuple[str, ...],
    guidance: Guidance,
) -> Article:
    finish.level_headings(body)
    text = finish.plain_text(body)
    pictures = finish.pictures_of(body)
    if known.relative:
        flags.append(Flag("relative_date", (("words", known.relative),)))
    title = known.title
    return Article(
        title=title,
        byline=_byline(known, removals),
        published=known.published,
        site=known.site,
        section=known.section,
        keywords=known.keywords,
        language=languages.language_of(text or title or "", known.language),
        direction=languages.direction_of(text or title or ""),
        canonical_url=known.canonical_url,
        lead_image=None if guidance.no_images else _lead(known.lead_image, pictures),
        excerpt=_excerpt(known.description, text),
        html=finish.safe_html(body),
        text=text,
        images=pictures,
        removals=removals.all(),
        flags=tuple(flags),
        next_pages=following,
        cleaner=CLEANER,
    )


def _byline(known: Metadata, removals: Removals) -> tuple[str, ...]:
    """What is known; where that is only an account, a byline that stood in the text comes first."""
    if known.byline and not authors.are_accounts(known.byline, known.site_names):
        return known.byline
    return _byline_in_text(removals) or known.byline


def _byline_in_text(removals: Removals) -> tuple[str, ...]:
    """The names of a byline that stood in the text, above it or below."""
    lines = (removal.text for removal in removals.all() if removal.rule == "byline")
    return next((names for names in map(bylines.byline_of, lines) if names), ())


def _lead(declared: str | None, pictures: Sequence[ArticleImage]) -> str | None:
    """The declared lead image, by the address of its twin in the text where it is shown there."""
    shown = [picture.url for picture in pictures]
    if not shown:
        return declared
    if declared is None:
        return shown[0]
    stem = _stem(declared)
    return next(
        (address for address in shown if address == declared or (stem and _stem(address) == stem)), declared
    )


def _stem(address: str) -> str:
    """A picture's name without size and extension: two renderings of one picture share it."""
    name = address.partition("?")[0].rstrip("/").rpartition("/")[2].rpartition(".")[0] or ""
    name = re.sub(r"[-_@](?:\d{2,4}x\d{2,4}|\d{2,4}w?|scaled|large|medium|small|thumb\w*)$", "", name)
    return name.lower() if len(name) > 5 and not address.startswith("data:") else ""


def _excerpt(description: str | None, text: str) -> str | None:
    if description:
        return description[:1000]
    first = next((line for line in text.split("\n") if is_prose(line)), "")
    if len(first) <= _EXCERPT:
        return first or None
    return first[:_EXCERPT].rpartition(" ")[0] + "…"
