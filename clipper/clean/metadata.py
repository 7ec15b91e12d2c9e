"""All that is known about an article beside its text: what the page says for machines first, what it shows second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from clipper.article.page import Page
from clipper.clean import addresses, bylines, dates, languages, names, structured, titles
from clipper.clean.icon_names import PERSON_ICONS, SECTION_ICONS
from clipper.clean.page_lines import Line
from clipper.clean.phrases import normalised, rule_of, starts_with
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import collapsed, is_prose, same, words_in

HEAD_LINES = 30
"""Visible lines around the headline in which byline, section and date are looked for."""
MOST_KEYWORDS = 40
_AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author|authors|author-?name|autor|auteur|writer|dateline-author)(?:[\s_-]|$)"
)
_SECTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:category|categories|cat-links|section-?name|kicker|rubric|rubrik|entry-category|post-category|article-?section|eyebrow)(?:[\s_-]|$)"
)
_DATE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:date|published|pubdate|publish-?date|entry-date|post-?date|timestamp|time|datum|posted-on)(?:[\s_-]|$)"
)
_HOME = frozenset(
    "home start front page startseite accueil inicio início главная الرئيسية ראשי ホーム トップ top 首页 首頁 홈 ana sayfa strona główna".split()
)
_NO_LEAD = re.compile(r"logo|placeholder|default[-_.]|favicon|blank|avatar", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article; unknown is None or empty."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
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
    site_names: frozenset[str] = frozenset()
    """Ways the site writes its name, as `text.same` gives them."""
    article_text: str = ""
    """JSON-LD's `articleBody`, for pages that are built by scripts."""


def read(root: etree._Element, page: Page, url: str, base: str, lines: Sequence[Line]) -> Metadata:
    """Everything the first page tells. `url`: the page's own address; `base`: what its relative ones mean."""
    said = structured.said(root)
    site = _site(said)
    site_names = titles.site_names(site, url)
    title = _title(root, said, site_names, lines)
    head = _head(lines, title)
    language = _language(root, said, page)
    section = _section(root, said, head, site_names, title, lines)
    published, relative = _published(root, said, url, head, language)
    return Metadata(
        title=title,
        byline=_byline(root, said, head, site_names),
        published=published,
        relative=relative if published is None else None,
        site=site,
        section=section,
        keywords=_keywords(root, said, section),
        language=language,
        lead_image=_lead_image(said, base),
        description=_description(said),
        canonical_url=addresses.canonical(_canonicals(root, said), url),
        site_names=site_names,
        article_text=next(iter(_body_texts(said)), ""),
    )


def _body_texts(said: Said) -> Iterable[str]:
    for node in (said.article, *said.nodes):
        if isinstance(node.get("articleBody"), str):
            yield node["articleBody"]


def _site(said: Said) -> str | None:
    publisher = structured.texts(said.article.get("publisher"))
    named = said.meta("og:site_name", "application-name", "al:android:app_name") or next(
        iter(publisher), None
    )
    if not named:
        for node in said.nodes:
            if any(kind in ("WebSite", "NewsMediaOrganization") for kind in structured.kinds(node)):
                named = next(iter(structured.texts(node)), None)
                break
    return collapsed(named)[:200] if named and not named.startswith(("http", "@")) else None


def _title(root: etree._Element, said: Said, site_names: frozenset[str], lines: Sequence[Line]) -> str | None:
    headings = [text_of(each) for each in list(root.iter("h1"))[:10] if not names.is_hidden(each)]
    headline = said.text("headline") or next(iter(said.properties.get("headline", ())), None)
    document = root.find(".//title")
    return titles.choose(
        [each for each in headings if each and len(each) < titles.LONGEST],
        site_names,
        declared=[
            said.meta("og:title"),
            headline,
            said.meta("twitter:title", "dc.title", "parsely-title", "title"),
        ],
        document=collapsed("".join(document.itertext())[:2000]) if document is not None else None,
        lines=[line.text for line in lines[:400]],
    )


def _head(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines around the headline: a few before it, those after it up to the third paragraph."""
    wanted = same(title or "")
    at = next((n for n, line in enumerate(lines) if wanted and same(line.text) == wanted), None)
    if at is None:
        at = next((n for n, line in enumerate(lines) if is_prose(line.text) and words_in(line.text) >= 20), 0)
        at = max(0, at - HEAD_LINES // 2)
    head = list(lines[max(0, at - 6) : at])
    paragraphs = 0
    for line in lines[at : at + HEAD_LINES]:
        head.append(line)
        paragraphs += is_prose(line.text) and not line.linked and same(line.text) != wanted
        if paragraphs == 3:
            break
    return head


def _language(root: etree._Element, said: Said, page: Page) -> str | None:
    declared = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        next(iter(structured.texts(said.article.get("inLanguage"))), None),
        said.meta("og:locale", "content-language", "dc.language", "language"),
        page.header("content-language"),
    )
    return next((tag for tag in map(languages.tag, declared) if tag), None)


# byline


def _byline(
    root: etree._Element, said: Said, head: Sequence[Line], site_names: frozenset[str]
) -> tuple[str, ...]:
    last_resort: tuple[str, ...] = ()
    for found in _bylines(root, said, head):
        if not found:
            continue
        if all(same(name) in site_names for name in found):
            last_resort = last_resort or found
        else:
            return found
    return last_resort


def _bylines(root: etree._Element, said: Said, head: Sequence[Line]) -> Iterable[tuple[str, ...]]:
    yield _joined(structured.texts(said.article.get("author") or said.article.get("creator")))
    yield _joined(
        value
        for key in (
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "cxenseparse:author",
            "article:author_name",
        )
        for value in said.metas.get(key, ())[:10]
    )
    yield _joined(said.properties.get("author", []) or said.properties.get("creator", []))
    for line in head:
        yield bylines.byline_of(line.text)
        for icon, text in line.pieces:
            yield bylines.byline_of(text)
            if icon in PERSON_ICONS and not rule_of(text):
                yield bylines.names_in(text, sure=False)
    yield _marked_authors(root)


def _joined(values: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        for name in bylines.names_in(value, sure=True):
            if not name.startswith("http") and "/" not in name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[: bylines.MOST_NAMES]


def _marked_authors(root: etree._Element) -> tuple[str, ...]:
    for element in root.iter():
        if not isinstance(element.tag, str) or not (element.get("rel") or element.get("class")):
            continue
        is_author = "author" in (element.get("rel") or "").split() or _AUTHOR_NAMES.search(names.of(element))
        if is_author and not names.is_hidden(element) and not _in_comments(element):
            text = text_of(element)
            found = bylines.names_in(text) if 2 < len(text) < 120 else ()
            if found:
                return found
    return ()


def _in_comments(element: etree._Element) -> bool:
    return any("comment" in names.of(above) and above.tag != "body" for above in element.iterancestors())


# section and keywords


def _section(
    root: etree._Element,
    said: Said,
    head: Sequence[Line],
    site_names: frozenset[str],
    title: str | None,
    lines: Sequence[Line],
) -> str | None:
    for candidate in _sections(root, said, head, lines):
        flat = same(candidate)
        if (
            flat
            and flat not in site_names
            and flat != same(title or "")
            and len(candidate) <= 60
            and not rule_of(candidate)
        ):
            return collapsed(candidate)
    return None


def _sections(root: etree._Element, said: Said, head: Sequence[Line], lines: Sequence[Line]) -> Iterable[str]:
    yield from structured.texts(said.article.get("articleSection"))[:1]
    declared = said.meta(
        "article:section",
        "parsely-section",
        "section",
        "cxenseparse:section",
        "dc.subject.section",
        "og:section",
    )
    if declared:
        yield declared.rpartition("/")[2]
    yield from said.properties.get("articlesection", [])[:1]
    for line in head:
        yield from (text for icon, text in line.pieces if icon in SECTION_ICONS and words_in(text) <= 4)
    yield from _crumbs(said)
    yield from _marked_sections(root)
    links = {same(line.text) for line in lines[:400] if line.linked and words_in(line.text) <= 3}
    for line in head:
        if is_prose(line.text):
            continue
        if (
            line.linked
            and same(line.text) in links
            and sum(same(each.text) == same(line.text) for each in lines[:400]) > 1
        ):
            yield line.text
        relative = dates.relative_in(line.text)
        if relative and not bylines.byline_of(line.text):
            rest = collapsed(line.text.replace(relative, " ")).strip(" |·•,;-–—")
            if 0 < words_in(rest) <= 3 and not any(map(str.isdigit, rest)):
                yield rest


def _crumbs(said: Said) -> Iterable[str]:
    for node in said.nodes:
        if "BreadcrumbList" in structured.kinds(node) and isinstance(node.get("itemListElement"), list):
            items = [item for item in node["itemListElement"] if isinstance(item, dict)]
            found = [next(iter(structured.texts(item.get("name") or item.get("item"))), "") for item in items]
            for name in found[::-1]:
                if name and normalised(name) not in _HOME and words_in(name) <= 4 and name != found[0]:
                    yield name


def _marked_sections(root: etree._Element) -> Iterable[str]:
    for element in root.iter("a", "span", "div", "p"):
        rel = (element.get("rel") or "").split()
        if ("category" in rel or _SECTION_NAMES.search(names.of(element))) and not names.is_hidden(element):
            text = text_of(element)
            if 1 < len(text) <= 40 and words_in(text) <= 4:
                yield text
                return


def _keywords(root: etree._Element, said: Said, section: str | None) -> tuple[str, ...]:
    values: list[str] = [section] if section else []
    values += said.metas.get("article:tag", [])
    for key in ("news_keywords", "keywords", "parsely-tags", "sailthru.tags"):
        values += [part for value in said.metas.get(key, ())[:1] for part in re.split(r"[,;،、]", value)]
    for text in structured.texts(said.article.get("keywords")):
        values += re.split(r"[,;،、]", text)
    values += [text_of(link) for link in root.iter("a") if "tag" in (link.get("rel") or "").split()]
    found: dict[str, str] = {}
    for value in map(collapsed, values):
        if 1 < len(value) <= 60 and words_in(value) <= 6 and ":" not in value and value.casefold() != "null":
            found.setdefault(value.casefold(), value)
    return tuple(found.values())[:MOST_KEYWORDS]


# date


def _published(
    root: etree._Element, said: Said, url: str, head: Sequence[Line], language: str | None
) -> tuple[str | None, str | None]:
    found = [each for each in _declared_dates(root, said) if each]
    visible, relative = _visible_date(head, language)
    found += [each for each in (visible, dates.of_address(url)) if each]
    if not found:
        return None, relative
    day = found[0][:10]
    exact = next((each for each in found if each[:10] == day and len(each) > 10), None)
    return exact or found[0], relative


def _declared_dates(root: etree._Element, said: Said) -> Iterable[str | None]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from (dates.iso(text) for text in structured.texts(said.article.get(key))[:1])
    for key in (
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued",
        "dcterms.created", "dcterms.date", "dc.date", "pubdate", "publish-date", "publishdate", "publish_date", "publication_date", "cxenseparse:recs:publishtime",
        "date", "originalpublicationdate", "article.published", "published", "rnews:datepublished", "citation_publication_date", "citation_date", "dc.date.created", "datecreated",
    ):  # fmt: skip
        yield from (dates.iso(text) for text in said.metas.get(key, ())[:1])
    for key in ("datepublished", "datecreated"):
        yield from (dates.iso(text) for text in said.properties.get(key, ())[:1])
    yield from _time_elements(root)


def _time_elements(root: etree._Element) -> Iterable[str | None]:
    """`time` elements: one marked as published first, else the first that stands in no comment or teaser."""
    plain: list[str | None] = []
    for element in list(root.iter("time"))[:60]:
        value = element.get("datetime") or text_of(element)
        if _in_comments(element) or any(
            each.tag in ("aside", "nav", "footer") for each in element.iterancestors()
        ):
            continue
        if element.get("pubdate") is not None or _DATE_NAMES.search(names.of(element)):
            yield dates.iso(value)
        else:
            plain.append(dates.iso(value))
    yield from plain[:1]


def _visible_date(head: Sequence[Line], language: str | None) -> tuple[str | None, str | None]:
    """The first full date in a short line near the headline, and the first relative one."""
    date: str | None = None
    relative: str | None = None
    for line in head:
        if is_prose(line.text) and words_in(line.text) > 18:
            continue
        found = dates.first_in(line.text, language)
        date = date or (found.iso if found else None)
        relative = relative or next(
            (
                words
                for words in map(dates.relative_in, (*(text for _, text in line.pieces), line.text))
                if words
            ),
            None,
        )
    return date, relative


# addresses


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


def _canonicals(root: etree._Element, said: Said) -> Iterable[str | None]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield link.get("href")
    yield said.meta("og:url")
    yield from structured.addresses(said.article.get("url"))[:1]


def tagged(text: str) -> list[str]:
    """The tags of a visible line "Tags: a, b"; empty for any other line."""
    rest = starts_with(text, ("label",))
    return [collapsed(part) for part in re.split(r"[,،、|#]", rest)] if rest else []
