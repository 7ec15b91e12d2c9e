"""Under which licence an article stands, and whether the page says that it is not to be read for free."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from clipper.clean import addresses, names, structured
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import collapsed, words_in

_COMMONS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:CC[ -]?(?:BY|0|zero)\b[\w .-]{0,16}|public domain|open government licen[cs]e(?: v?\d(?:\.\d)?)?|"
    r"creative commons [\w -]{3,40})",
    re.IGNORECASE,
)
_LICENSING = re.compile(
    r"licen|lizen|лиценз|ліценз|ライセンス|许可|許可|授权|授權|رخصة|ترخيص|άδεια|lisan", re.IGNORECASE
)
_OF_PICTURES = re.compile(
    r"photo|picture|image|foto|bild|fotos?\b|imagen|immagin|zdjęci|фото|صورة|写真|图片", re.IGNORECASE
)
_METAS = (
    "dcterms.license",
    "dc.rights.license",
    "dcterms.rights",
    "dc.rights",
    "cc:license",
    "license",
    "rights",
    "copyright",
)
_LINKED = etree.XPath("//a[contains(@href, 'creativecommons.org/')]")
_WALLS = etree.XPath(
    "//*[contains(@class, 'paywall') or contains(@class, 'regwall') or contains(@class, 'subscriber-only')"
    " or contains(@id, 'paywall')]"
)
_NO = frozenset(("false", "no", "0"))


def licence(root: etree._Element, said: Said, raw: bytes, base: str) -> str | None:
    """Address or short name of the article's licence; one that is said of a picture is not the article's."""
    for found in _declared(said):
        address = addresses.web(found, base) if "/" in found else None
        name = _NAMED.search(found)
        if address and "." in address and not _is_site_terms(address):
            return address
        if name:
            return collapsed(name[0]).strip(" .-")
    return next(iter(_linked(root, raw, base)), None)


def _declared(said: Said) -> Iterable[str]:
    for link in said.links.get("license", ()):
        if not _is_of_a_picture(link):
            yield link.get("href") or ""
    yield from structured.addresses(said.article.get("license"))
    yield from structured.texts(said.article.get("license"))
    yield from said.properties.get("license", ())
    for key in _METAS:
        for value in said.metas.get(key, ())[:1]:
            if key == "license" or _COMMONS.search(value) or _NAMED.search(value):
                yield value


def _is_site_terms(address: str) -> bool:
    """A front page or the terms of use are no licence."""
    return address.rstrip("/").count("/") < 3


def _linked(root: etree._Element, raw: bytes, base: str) -> Iterable[str]:
    if b"creativecommons.org/" not in raw:
        return
    for link in _found(_LINKED(root)):
        address = addresses.web(link.get("href") or "", base)
        if address and _COMMONS.search(address) and not _is_of_a_picture(link):
            around = link.getparent()
            said = text_of(around)[:400] if around is not None else ""
            if _LICENSING.search(said) and not _OF_PICTURES.search(said):
                yield address


def _found(elements: object) -> list[etree._Element]:
    """The first elements of what an XPath gave."""
    found = elements[:10] if isinstance(elements, list) else []
    return [each for each in found if isinstance(each, etree._Element)]


def _is_of_a_picture(link: etree._Element) -> bool:
    return any(
        above.tag in ("figure", "figcaption", "aside")
        or "caption" in names.of(above)
        or "credit" in names.of(above)
        for above in link.iterancestors()
    )


def paywall(root: etree._Element, said: Said, raw: bytes) -> str | None:
    """By what the page says that it is not free, as a short code: `declared`, `content_tier`, `box`."""
    tier = (said.meta("article:content_tier", "content_tier", "og:article:content_tier") or "").lower()
    for node in (said.article, *said.nodes[:50]):
        if str(node.get("isAccessibleForFree", "")).lower() in _NO and node:
            return "declared"
    if tier in ("locked", "metered", "premium", "paid"):
        return "content_tier"
    if b"paywall" in raw or b"regwall" in raw or b"subscriber-only" in raw:
        return "box" if any(map(_is_shown, _found(_WALLS(root)))) else None
    return None


def _is_shown(element: etree._Element) -> bool:
    """Does a box that is named so say something short to the reader?"""
    if element.tag in ("script", "style", "link", "body", "html", "article", "main"):
        return False
    if any(map(names.is_hidden, (element, *element.iterancestors()))):
        return False
    return 4 <= words_in(text_of(element)) <= 80
