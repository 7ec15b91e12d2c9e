"""What names a day on a page: declared, marked, shown or in the address. Each source has a mark by which the
day is weighed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from clipper.clean import dates, names, structured
from clipper.clean.date_words import PUBLISHED, UPDATED
from clipper.clean.page_lines import Line
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import is_prose, word_list, word_set
from clipper.clean.visible import Visible

_NAMED_DATE = re.compile(r"date|datum|publi|posted|time|fecha|meta|byline|info")
_NAMED_UPDATED = re.compile(r"updat|modif|aktualis")
_NAMED_PUBLISHED = re.compile(r"publi|posted|entry-date|post-date|created|issued")
_METAS = word_list(
    """
    article:published_time og:article:published_time og:published_time datepublished parsely-pub-date
    sailthru.date dc.date.issued dcterms.created dcterms.date dc.date pubdate publish-date publishdate
    publish_date publication_date cxenseparse:recs:publishtime date originalpublicationdate article.published
    published rnews:datepublished citation_publication_date citation_date dc.date.created datecreated
    article:published published-date published_time publication-date pub_date og:pubdate dcterms.issued
    cxenseparse:publishtime bt:pubdate displaydate prism.publicationdate article:post_date
    release_date article_date_original
    """
)
"""Names of meta elements that hold it."""
_MODIFIED = word_list(
    """
    article:modified_time og:updated_time og:article:modified_time datemodified dcterms.modified
    dc.date.modified lastmod last-modified revised modified_date modified-date article:modified
    cxenseparse:recs:modifiedtime date_modified dc.modified article.updated bt:moddate
    """
)
OF_REVISIONS = word_set("modified time-updated label-updated")
"""Marks of sources that tell when the article was changed."""
_APART = frozenset(("aside", "nav", "footer"))
_IN_SCRIPT = re.compile(
    r"[\"'](?:datePublished|publishedAt|published_at|publishedDate|publishDate|publish_date|publicationDate|pubDate|"
    r"published_time|firstPublished|datePosted|createdAt)[\"']\s*:\s*[\"']([^\"']{8,40})[\"']"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where days are looked for."""

    said: Said
    visible: Visible
    head: Sequence[Line]
    url: str
    language: str | None


Told = Iterable[tuple[str, str | None]]
"""Marks and what was told in ISO 8601, or None where it was no date."""


def near(place: Place) -> Told:
    """What the page declares, and what stands near the headline."""
    yield from _declared(place.said)
    yield "url", dates.of_address(place.url)
    yield from _times(place.said, place.visible, place.head)
    yield from _in_lines(place.head, place.language, "head", place.visible)


def _declared(said: Said) -> Told:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from ((f"ld {key}", dates.iso(text)) for text in structured.texts(said.article.get(key))[:1])
    for text in structured.texts(said.article.get("dateModified"))[:1]:
        yield "modified", dates.iso(text)
    for node in said.nodes:
        if node is not said.article and node.get("datePublished"):
            yield "ld of another", dates.iso(node.get("datePublished"))
            break
    for key in [key for key in _METAS if key in said.metas]:
        yield f"meta {key}", dates.iso(said.metas[key][0])
    for key in [key for key in _MODIFIED if key in said.metas]:
        yield "modified", dates.iso(said.metas[key][0])
    for key in ("datepublished", "datecreated"):
        yield from (("property", dates.iso(text)) for text in said.properties.get(key, ())[:1])
    for text in said.properties.get("datemodified", ())[:1]:
        yield "modified", dates.iso(text)


def _times(said: Said, visible: Visible, head: Sequence[Line]) -> Told:
    """`time` elements that stand in no comment or teaser, by name, place and order."""
    near = (
        {each for line in head for each, _ in visible.marked(line) if each.tag == "time"}
        if said.times
        else set()
    )
    count = 0
    for element in said.times[:40]:
        if any(map(_stands_apart, element.iterancestors())):
            continue
        told = dates.iso(element.get("datetime") or text_of(element))
        if told is None:
            continue
        name = names.of(element)
        if _NAMED_UPDATED.search(name) and not _NAMED_PUBLISHED.search(name):
            yield "time-updated", told
            continue
        count += 1
        if element.get("pubdate") is not None or _NAMED_PUBLISHED.search(name):
            yield "time published", told
        if element in near:
            yield "time in head", told
        yield f"time {'first' if count == 1 else 'later'}", told


def _stands_apart(around: etree._Element) -> bool:
    """Does this hold comments or teasers rather than the article?"""
    tag = around.tag
    return tag in _APART or ("comment" in names.of(around) and tag != "body")


def _in_lines(
    lines: Sequence[Line], language: str | None, where: str, visible: Visible
) -> Iterable[tuple[str, str]]:
    """The dates that lines show, with the words before each of them."""
    before, count = "", 0
    for line in lines:
        text = line.text
        if len(text) > 200 or (len(text) > 110 and is_prose(text)):
            before = ""
            continue
        at = 0
        for found in dates.all_in(text, language):
            label = text[at : found.start] or (before if at == 0 and len(before) < 40 else "")
            at = found.end
            kind = "updated" if UPDATED.search(label) else "published" if PUBLISHED.search(label) else "plain"
            if kind == "updated":
                yield "label-updated", found.iso
                continue
            count += 1
            yield f"{where} {kind}", found.iso
            yield f"{where} {'first' if count == 1 else 'later'}", found.iso
            yield from ((f"{where} {trait}", found.iso) for trait in _traits(line, found, visible))
        before = text


def _traits(line: Line, found: dates.Found, visible: Visible) -> Iterable[str]:
    rest = len(line.text) - (found.end - found.start)
    yield "alone" if rest < 4 else "with little" if rest < 40 else "with much"
    if line.tag in ("h1", "h2", "h3", "li"):
        yield f"in {'list' if line.tag == 'li' else 'heading'}"
    if line.linked:
        yield "linked"
    name = next((name for _, name in visible.marked(line)), "")
    if _NAMED_DATE.search(name):
        yield "named"


def below(place: Place) -> Told:
    """Dates in lines far from the headline, where nothing else tells one."""
    known = set(map(id, place.head))
    others = [line for line in place.visible.lines[:600] if id(line) not in known and len(line.text) < 120]
    return islice(_in_lines(others, place.language, "below", place.visible), 12)


def in_scripts(place: Place) -> Told:
    """The first date of publication among the data of a page built by scripts."""
    for script in place.said.scripts:
        text = script.text or ""
        found = _IN_SCRIPT.search(text) if len(text) < 2_000_000 else None
        if found:
            yield "script", dates.iso(found[1])
            return
