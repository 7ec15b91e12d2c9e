"""When the article was published: declared, marked, visible, or in the address; never a time relative to
now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from clipper.clean import dates, names, structured
from clipper.clean.page_lines import Line
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import is_prose, word_list, words_in

_DATE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:date|published|pubdate|publish-?date|entry-date|post-?date|timestamp|time|datum|posted-on)(?:[\s_-]|$)"
)

_METAS = word_list(
    """
    article:published_time og:article:published_time og:published_time datepublished parsely-pub-date
    sailthru.date dc.date.issued dcterms.created dcterms.date dc.date pubdate publish-date publishdate
    publish_date publication_date cxenseparse:recs:publishtime date originalpublicationdate article.published
    published rnews:datepublished citation_publication_date citation_date dc.date.created datecreated
    """
)
"""Names of meta elements that hold it, best first."""


def published(
    root: etree._Element, said: Said, url: str, head: Sequence[Line], language: str | None
) -> tuple[str | None, str | None]:
    """The date of publication in ISO 8601, and the words of a relative time; None where there is none."""
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
    for key in _METAS:
        yield from (dates.iso(text) for text in said.metas.get(key, ())[:1])
    for key in ("datepublished", "datecreated"):
        yield from (dates.iso(text) for text in said.properties.get(key, ())[:1])
    yield from _time_elements(root)


def _time_elements(root: etree._Element) -> Iterable[str | None]:
    """`time` elements: one marked as published first, else the first that stands in no comment or teaser."""
    plain: list[str | None] = []
    for element in list(root.iter("time"))[:60]:
        value = element.get("datetime") or text_of(element)
        if names.in_comments(element) or any(
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
