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
from clipper.clean.structured import Said
from clipper.clean.text import same, word_set
from clipper.clean.wording import words_in_value, words_of

_AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author|authors|author-?name|autor|auteur|writer|dateline-author)(?:[\s_-]|$)"
)

_ACCOUNTS = word_set(
    """
    admin admins administrator administrators webmaster siteadmin webadmin superadmin superuser editor root
    user guest author moderator manager publisher operator contributor anonymous test default wordpress
    wpadmin content system unknown
    """
)
"""Names of accounts under which pages are put in, as `text.same` gives them; they wrote nothing."""
_NO_NAMES = word_set("null none undefined nan false true na")


def byline(
    root: etree._Element, said: Said, head: Sequence[Line], site_names: frozenset[str]
) -> tuple[str, ...]:
    """People and agencies; an account or the site itself only where nobody else is named."""
    last_resort: tuple[str, ...] = ()
    for found in _bylines(root, said, head):
        found = tuple(name for name in found if same(name) not in _NO_NAMES)
        if not found:
            continue
        if are_accounts(found, site_names):
            last_resort = last_resort or found
        else:
            return found
    return last_resort


def are_accounts(found: tuple[str, ...], site_names: frozenset[str]) -> bool:
    """Do these names say who put the page in, and not who wrote it?"""
    return all(_is_account(name) or same(name) in site_names for name in found)


def _is_account(name: str) -> bool:
    flat = same(name).rstrip("0123456789_")
    return (
        flat in _ACCOUNTS or not any(map(str.isalpha, name)) or "://" in name or "www." in name or "@" in name
    )


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
    yield from _marked_authors(root)


def _joined(values: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        for name in bylines.names_in(words_in_value(value, PERSON_ICONS), sure=True):
            if not name.startswith("http") and "/" not in name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[: bylines.MOST_NAMES]


def _marked_authors(root: etree._Element) -> Iterable[tuple[str, ...]]:
    """By `rel` or class; several such links in one line are one byline."""
    beside: dict[etree._Element | None, tuple[str, ...]] = {}
    for element in root.iter():
        if not isinstance(element.tag, str) or not (element.get("rel") or element.get("class")):
            continue
        is_link = "author" in (element.get("rel") or "").split()
        if not (is_link or _AUTHOR_NAMES.search(names.of(element))):
            continue
        parent = element.getparent() if is_link else element
        found = () if parent not in beside and len(beside) == 3 else _names_of(element)
        if found:
            known = beside.get(parent, ())
            beside[parent] = (*known, *(name for name in found if name not in known))
    return list(beside.values())


def _names_of(element: etree._Element) -> tuple[str, ...]:
    if names.is_hidden(element) or names.in_comments(element):
        return ()
    text = words_of(element, PERSON_ICONS)
    return bylines.names_in(text) if 2 < len(text) < 120 else ()
