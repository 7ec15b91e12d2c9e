"""What a page says of itself for machines: JSON-LD, meta elements, microdata, links. Reads only; decides
nothing.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from clipper.clean.icon_names import PERSON_ICONS, SECTION_ICONS
from clipper.clean.text import word_set
from clipper.clean.wording import words_of

_ARTICLE = re.compile(r"article|posting|reportage|newsitem|report$", re.IGNORECASE)
_ALIKE = re.compile(r"review|recipe|howto|podcastepisode|creativework$", re.IGNORECASE)
_PAGE = frozenset(("WebPage", "ItemPage", "VideoObject", "AboutPage"))
_MOST_NODES = 2000
_MOST_METAS = 3000
_MARKING = {"author": PERSON_ICONS, "creator": PERSON_ICONS, "articlesection": SECTION_ICONS}
"""Icons that may cling to a value."""
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
_CONTROL = re.compile(r"[\x00-\x1f]")
_UNFIT_ESCAPE = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u(?:00(?:0[0-8bBcCeEfF]|1[\da-fA-F]|7[fF])|[fF]{3}[eEfF]"
    r"|[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][\da-fA-F]{2}\\u)[dD][c-fC-F][\da-fA-F]{2})"
)
"""Escapes of control characters, and of halves of a character whose other half is missing."""
_TRAILING = re.compile(r",\s*([}\]])")
_MAY_BE_UNFIT = re.compile(r"\\u(?:00[017]|[fF]{3}|[dD][89a-fA-F])")
"""Where this is nowhere none of these is; found in a fraction of the time."""
_MARKED = ("a", "link", "meta", "script", "h1", "time", "title")
"""Elements that may say something."""
_ITEMS = etree.XPath("//@itemprop/..")
_COMMONS = "creativecommons.org/"
_META_KEYS = ("property", "name", "itemprop", "http-equiv")
_PROPERTIES = word_set(
    "headline datepublished datecreated datemodified author articlesection creator license"
)
_MICRODATA = re.compile(rb"itemprop\s*=\s*[\"']?\s*(?:author|creator|date|headline|articleSection|license)")
_COMMON = frozenset(("stylesheet", "nofollow", "noopener", "noopener noreferrer", "noreferrer", "preload"))
"""Values of `rel` that say nothing of where a link leads."""


@dataclass(frozen=True, slots=True)
class Said:
    """All of it, by name; names in lower case."""

    metas: Mapping[str, list[str]]
    article: Mapping[str, Any]
    """The JSON-LD node of the article; empty where there is none."""
    nodes: tuple[Mapping[str, Any], ...]
    properties: Mapping[str, list[str]] = field(default_factory=dict)
    """Microdata: itemprop and its value."""
    document: str | None = None
    """The `title` element's text."""
    links: Mapping[str, list[etree._Element]] = field(default_factory=dict)
    """Elements `a` and `link` by each word of their `rel`; those to Creative Commons as `commons`."""
    headings: Sequence[etree._Element] = ()
    """The `h1` elements."""
    times: Sequence[etree._Element] = ()
    """The `time` elements."""
    scripts: Sequence[etree._Element] = ()
    """The `script` elements that hold data or code."""
    anchors: Sequence[etree._Element] = ()
    """All elements `a` and `link`."""

    def meta(self, *names: str) -> str | None:
        """The first meta value of the first of these names that has one."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), None)

    def text(self, key: str) -> str | None:
        """A plain text of the article's JSON-LD node."""
        return next(iter(texts(self.article.get(key))), None)

    def named(self, value: object) -> list[str]:
        """The plain texts in a JSON-LD value, where it only names another node by `@id`, of that node."""
        found = texts(value)
        if found:
            return found
        wanted = [each.get("@id") for each in _listed(value) if isinstance(each, dict)]
        return [
            text
            for ident in wanted
            if ident
            for node in self.nodes
            if node.get("@id") == ident
            for text in texts(node)[:1]
        ]


def said(root: etree._Element, raw: bytes = b"itemprop=author") -> Said:
    """Everything that the page says of itself. `raw`: its bytes; what is not in them is not looked for."""
    found = _Found()
    anchors: list[etree._Element] = []
    for element in root.iter(*_MARKED):
        tag = element.tag
        if tag == "a" or tag == "link":  # ten times as many as all others together
            anchors.append(element)
            relation, address = element.get("rel"), element.get("href")
            if relation and relation not in _COMMON:
                found.link(relation.lower().split(), address, element)
            elif address and _COMMONS in address:
                found.link((), address, element)
        elif tag == "meta":
            found.meta(element)
        elif tag == "script":
            kind = element.get("type")
            if kind and "ld+json" in kind.lower():
                found.data.append(element.text or "")
            else:
                found.code.append(element)
        elif tag == "title":
            found.title(element)
        else:
            (found.headings if tag == "h1" else found.times).append(element)
    begins = raw.find(b"itemprop")
    if begins >= 0 and _MICRODATA.search(raw, begins):
        for element in cast("list[etree._Element]", _ITEMS(root)):
            if element.tag != "meta":
                found.property(element)
    nodes = tuple(_nodes(found.data))
    return Said(
        metas=found.metas,
        article=_article_of(nodes),
        nodes=nodes,
        properties=found.properties,
        document=found.document,
        links=found.links,
        headings=found.headings,
        times=found.times,
        scripts=found.code,
        anchors=anchors,
    )


class _Found:
    """What one pass over the page's marked elements collects."""

    def __init__(self) -> None:
        self.metas: dict[str, list[str]] = {}
        self.properties: dict[str, list[str]] = {}
        self.data: list[str] = []
        self.document: str | None = None
        self.links: dict[str, list[etree._Element]] = {}
        self.headings: list[etree._Element] = []
        self.times: list[etree._Element] = []
        self.code: list[etree._Element] = []
        self._count = 0

    def link(self, relations: Sequence[str], address: str | None, element: etree._Element) -> None:
        """Note a link that says what it leads to."""
        if address and _COMMONS in address:
            self.links.setdefault("commons", []).append(element)
        for word in relations:
            self.links.setdefault(word, []).append(element)

    def title(self, element: etree._Element) -> None:
        """The page's title is the first; drawings have titles too."""
        if self.document is None and element.text:
            self.document = " ".join(element.text[:4000].split()) or None

    def meta(self, meta: etree._Element) -> None:
        """Look at a meta element: its content under each of its names."""
        told: dict[str, str] = dict(meta.items())  # type: ignore[arg-type]
        content = told.get("content")
        self._count += 1
        if not content or self._count > _MOST_METAS:
            return
        content = " ".join(content[:6000].split())
        for key in _META_KEYS:
            name = told.get(key)
            if name and content and not (key == "itemprop" and _in_other_item(meta)):
                self.metas.setdefault(name.strip().lower(), []).append(content)

    def property(self, element: etree._Element) -> None:
        """Look at an element of microdata."""
        name = (element.get("itemprop") or "").lower()
        if name in _PROPERTIES and len(self.properties.get(name, ())) < 20 and not _in_other_item(element):
            value = _value(element, _MARKING.get(name, frozenset()))
            if value and len(value) < 300:
                self.properties.setdefault(name, []).append(" ".join(value.split()))


def texts(value: object) -> list[str]:
    """The plain texts in a JSON-LD value: a string, a list, or an object with a name."""
    if isinstance(value, str):
        flat = " ".join(html.unescape(value).split())
        return [flat] if flat else []
    if isinstance(value, list):
        return [text for each in value[:50] for text in texts(each)]
    if isinstance(value, dict):
        return texts(value.get("name") or value.get("@value") or value.get("headline"))
    return []


def addresses(value: object) -> list[str]:
    """The addresses in a JSON-LD value: a string, a list, an object with `url` or `@id`."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [address for each in value[:50] for address in addresses(each)]
    if isinstance(value, dict):
        return addresses(value.get("url") or value.get("contentUrl") or value.get("@id"))
    return []


def kinds(node: Mapping[str, Any]) -> list[str]:
    """The `@type` of a node, as a list."""
    value = node.get("@type")
    return [str(each) for each in value] if isinstance(value, list) else [str(value)] if value else []


def _listed(value: object) -> list[object]:
    return value[:50] if isinstance(value, list) else [value]


def _value(element: etree._Element, kind: frozenset[str]) -> str:
    declared = element.get("datetime") or element.get("content") or _named(element, kind)
    return declared or (element.get("href") if element.tag == "link" else None) or words_of(element, kind)


def _named(element: etree._Element, kind: frozenset[str]) -> str | None:
    inner = element.find(".//*[@itemprop='name']")
    if inner is None:
        return None
    return inner.get("content") or words_of(inner, kind)


def _in_other_item(element: etree._Element) -> bool:
    """Does it describe a comment or a teaser rather than the article?"""
    for above in element.iterancestors():
        kind = above.get("itemtype") or ""
        if kind:
            return not (_ARTICLE.search(kind) or _ALIKE.search(kind) or "WebPage" in kind or "Person" in kind)
    return False


def _nodes(scripts: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    count = 0
    for script in scripts:
        waiting = [_json(script)]
        while waiting and count < _MOST_NODES:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting = [*value[:200], *waiting]
            elif isinstance(value, dict):
                count += 1
                yield value
                waiting = [value.get("@graph"), value.get("mainEntity"), *waiting]


def _json(text: str) -> object:
    text = _UNFIT_ESCAPE.sub(r"\1", text) if _MAY_BE_UNFIT.search(text) else text
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass  # written by hand or by a template: mended below
    text = _COMMENT.sub("", text.strip()).strip().rstrip(";")
    for attempt in (text, _CONTROL.sub(" ", text), _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _article_of(nodes: tuple[Mapping[str, Any], ...]) -> Mapping[str, Any]:
    for pattern in (_ARTICLE, _ALIKE):
        for node in nodes:
            if any(map(pattern.search, kinds(node))) and (node.get("headline") or node.get("datePublished")):
                return node
    for node in nodes:
        if node.get("datePublished") and not _PAGE.isdisjoint(kinds(node)):
            return node
    return {}
