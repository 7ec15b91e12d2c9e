"""What a page says of itself for machines: JSON-LD, meta elements, microdata. Reads only; decides nothing."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from clipper.clean.icon_names import PERSON_ICONS, SECTION_ICONS
from clipper.clean.wording import words_of

_ARTICLE = re.compile(r"article|posting|reportage|review|newsitem|report$", re.IGNORECASE)
_MOST_NODES = 2000
_MARKING = {"author": PERSON_ICONS, "creator": PERSON_ICONS, "articlesection": SECTION_ICONS}
"""Icons that may cling to a value."""
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
_CONTROL = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Said:
    """All of it, by name; names in lower case."""

    metas: Mapping[str, list[str]]
    article: Mapping[str, Any]
    """The JSON-LD node of the article; empty where there is none."""
    nodes: tuple[Mapping[str, Any], ...]
    properties: Mapping[str, list[str]] = field(default_factory=dict)
    """Microdata: itemprop and its value."""

    def meta(self, *names: str) -> str | None:
        """The first meta value of the first of these names that has one."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), None)

    def text(self, key: str) -> str | None:
        """A plain text of the article's JSON-LD node."""
        return next(iter(texts(self.article.get(key))), None)


def said(root: etree._Element) -> Said:
    """Everything that the page says of itself."""
    nodes = tuple(_nodes(root))
    return Said(_metas(root), _article_of(nodes), nodes, _properties(root))


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


def _metas(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for count, meta in enumerate(root.iter("meta")):
        if count > 3000:
            break
        content = " ".join((meta.get("content") or "").split())[:5000]
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(key)
            if name and not (key == "itemprop" and _in_other_item(meta)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _properties(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    wanted = {
        "headline",
        "datepublished",
        "datecreated",
        "datemodified",
        "author",
        "articlesection",
        "creator",
    }
    for element in root.iter():
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        if name and name.lower() in wanted and element.tag != "meta" and not _in_other_item(element):
            kind = _MARKING.get(name.lower(), frozenset())
            declared = element.get("datetime") or element.get("content") or _named(element, kind)
            value = declared or words_of(element, kind)
            if value and len(value) < 300:
                found.setdefault(name.lower(), []).append(" ".join(value.split()))
    return found


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
            return not (
                _ARTICLE.search(kind) or "WebPage" in kind or "Person" in kind or "CreativeWork" in kind
            )
    return False


def _nodes(root: etree._Element) -> Iterator[Mapping[str, Any]]:
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        waiting = [_json(script.text)]
        while waiting and count < _MOST_NODES:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting = [*value[:200], *waiting]
            elif isinstance(value, dict):
                count += 1
                yield value
                waiting = [value.get("@graph"), value.get("mainEntity"), *waiting]


def _json(text: str) -> object:
    text = _COMMENT.sub("", text.strip()).strip().rstrip(";")
    for attempt in (text, _CONTROL.sub(" ", text), re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _article_of(nodes: tuple[Mapping[str, Any], ...]) -> Mapping[str, Any]:
    for node in nodes:
        if any(_ARTICLE.search(kind) for kind in kinds(node)) and (
            node.get("headline") or node.get("datePublished")
        ):
            return node
    for node in nodes:
        if any(kind in ("WebPage", "ItemPage", "VideoObject") for kind in kinds(node)) and node.get(
            "datePublished"
        ):
            return node
    return {}
