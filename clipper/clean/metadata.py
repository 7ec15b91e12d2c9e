"""All that is known about an article beside its text: what the page says for machines first, what it
shows second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from clipper.article.page import Page
from clipper.clean import addresses, authors, languages, published, rights, sections, structured, titles
from clipper.clean.day_sources import Place
from clipper.clean.icon_names import ICON_NAMES
from clipper.clean.page_lines import Line
from clipper.clean.structured import Said
from clipper.clean.text import collapsed
from clipper.clean.visible import Visible
from clipper.clean.wording import words_in_value

_NO_LEAD = re.compile(r"logo|placeholder|default[-_.]|favicon|blank|avatar", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article; unknown is None or empty."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    relative: str | None = None
    """The words of a relative date, where the page gives no other."""
    site: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    """As declared."""
    lead_image: str | None = None
    description: str | None = None
    canonical_url: str | None = None
    licence: str | None = None
    """Address or short name."""
    paywall: str | None = None
    """By what the page says that it is not free: `declared`, `content_tier`, `box`."""
    site_names: frozenset[str] = frozenset()
    """Ways the site writes its name, as `text.same` gives them."""
    article_text: str = ""
    """JSON-LD's `articleBody`, for pages that are built by scripts."""
    types: frozenset[str] = frozenset()
    """What the page says in JSON-LD that it holds: `NewsArticle`, `ImageGallery` ..."""
    page_type: str = ""
    """`og:type`."""


def read(
    root: etree._Element, page: Page, url: str, base: str, lines: Sequence[Line], said: Said | None = None
) -> Metadata:
    """Everything the first page tells. `url`: the page's own address; `base`: what its relative ones mean;
    `said`: what it says for machines, where that has been read.
    """
    said = said or structured.said(root, page.html)
    visible = Visible(lines)
    site = site_of(said)
    site_names = titles.site_names(site, url)
    title = titles.choose(said, site_names, visible)
    if not site and (site := titles.site_in(said.document, title, visible)):
        site_names = titles.site_names(site, url)
    head = visible.head(title)
    language = language_of(root, said, page)
    section = sections.section(said, visible, head, site_names, title)
    times = published.read(Place(said, visible, head, url, language), page.fetched)
    return Metadata(
        title=title,
        byline=authors.byline(said, visible, head, site_names, language),
        published=times.published,
        updated=times.updated,
        relative=times.relative,
        site=site,
        section=section,
        keywords=sections.keywords(said, section, site_names),
        language=language,
        lead_image=_lead_image(said, base),
        description=_description(said),
        canonical_url=addresses.canonical(_canonicals(said), url),
        licence=rights.licence(said, base),
        paywall=rights.paywall(said, visible),
        site_names=site_names,
        article_text=next(iter(_body_texts(said)), ""),
        types=frozenset(kind for node in said.nodes for kind in structured.kinds(node)),
        page_type=said.meta("og:type") or "",
    )


def _body_texts(said: Said) -> Iterable[str]:
    for node in (said.article, *said.nodes):
        if isinstance(node.get("articleBody"), str):
            yield node["articleBody"]


def site_of(said: Said) -> str | None:
    """The site's name, as the page declares it."""
    publisher = structured.texts(said.article.get("publisher"))
    named = said.meta("og:site_name", "application-name", "al:android:app_name") or next(
        iter(publisher), None
    )
    if not named:
        for node in said.nodes:
            if any(kind in ("WebSite", "NewsMediaOrganization") for kind in structured.kinds(node)):
                named = next(iter(structured.texts(node)), None)
                break
    if not named or named.startswith(("http", "@")):
        return None
    return _without_icon(words_in_value(named), said.document or "")[:200]


def _without_icon(site: str, document: str) -> str:
    """A site's name without the name of an icon before it, where the page's title has it without."""
    first, _, rest = site.partition(" ")
    is_icon = first in ICON_NAMES and rest and rest in document and site not in document
    return rest if is_icon else site


def language_of(root: etree._Element, said: Said, page: Page) -> str | None:
    """The language that the page declares."""
    declared = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        next(iter(structured.texts(said.article.get("inLanguage"))), None),
        said.meta("og:locale", "content-language", "dc.language", "language"),
        page.header("content-language"),
    )
    return next((tag for tag in map(languages.tag, declared) if tag), None)


def _lead_image(said: Said, base: str) -> str | None:
    declared = (
        said.meta("og:image:secure_url", "og:image", "og:image:url"),
        *structured.addresses(said.article.get("image"))[:1],
        said.meta("twitter:image", "twitter:image:src", "thumbnail"),
    )
    for each in declared:
        address = addresses.web(each, base) if each else None
        if (
            address
            and not _NO_LEAD.search(address.rpartition("/")[2])
            and not address.lower().endswith(".svg")
        ):
            return address
    return None


def _description(said: Said) -> str | None:
    value = said.meta("og:description", "description", "twitter:description", "dc.description") or said.text(
        "description"
    )
    return collapsed(value) if value else None


def _canonicals(said: Said) -> Iterable[str | None]:
    yield from (link.get("href") for link in said.links.get("canonical", ()))
    yield said.meta("og:url")
    yield from structured.addresses(said.article.get("url"))[:1]
