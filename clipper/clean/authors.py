"""Who wrote the article: what the page says for machines, then its visible lines, then what it marks as
author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from clipper.clean import bylines, names, structured
from clipper.clean.icon_names import PERSON_ICONS
from clipper.clean.page_lines import Line
from clipper.clean.phrases import rule_of
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import same

_AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author|authors|author-?name|autor|auteur|writer|dateline-author)(?:[\s_-]|$)"
)


def byline(
    root: etree._Element, said: Said, head: Sequence[Line], site_names: frozenset[str]
) -> tuple[str, ...]:
    """People and agencies; the site itself only where nobody else is named."""
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
        if is_author and not names.is_hidden(element) and not names.in_comments(element):
            text = text_of(element)
            found = bylines.names_in(text) if 2 < len(text) < 120 else ()
            if found:
                return found
    return ()
