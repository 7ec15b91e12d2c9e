"""Under which licence an article stands, and whether the page says that it is not to be read for free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from clipper.clean import addresses, names, structured
from clipper.clean.page_lines import Line
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import collapsed, word_list
from clipper.clean.visible import Visible

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
_WALLS = (
    "paywall",
    "pay-wall",
    "regwall",
    "subscriber-only",
    "subscription-required",
    "premium-wall",
    "metered",
)
_OFFERS = word_list(
    """
    subscri abonn suscri assin abbon prenumer предплат подпис abone συνδρομ اشترك اشتراك מנוי berlangganan
    सदस्य 订阅 訂閱 購読 会員 구독 sign log register premium member
    """
)
"""Parts of words with which a subscription is offered."""
_NEAR = 60
"""Lines from the beginning of the text on in which a wall stands."""
_NO = frozenset(("false", "no", "0"))


def licence(said: Said, base: str) -> str | None:
    """Address or short name of the article's licence; one that is said of a picture is not the article's."""
    for found in _declared(said):
        address = addresses.web(found, base) if "/" in found else None
        name = _NAMED.search(found)
        if address and "." in address and not _is_site_terms(address):
            return address
        if name:
            return collapsed(name[0]).strip(" .-")
    return next(iter(_linked(said, base)), None)


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


def _linked(said: Said, base: str) -> Iterable[str]:
    for link in said.links.get("commons", ())[:10]:
        address = addresses.web(link.get("href") or "", base)
        if address and _COMMONS.search(address) and not _is_of_a_picture(link):
            around = link.getparent()
            words = text_of(around)[:400] if around is not None else ""
            if _LICENSING.search(words) and not _OF_PICTURES.search(words):
                yield address


def _is_of_a_picture(link: etree._Element) -> bool:
    return any(
        above.tag in ("figure", "figcaption", "aside")
        or "caption" in names.of(above)
        or "credit" in names.of(above)
        for above in link.iterancestors()
    )


def paywall(said: Said, visible: Visible) -> str | None:
    """By what the page says that it is not free, as a short code: `declared`, `content_tier`, `box`."""
    tier = (said.meta("article:content_tier", "content_tier", "og:article:content_tier") or "").lower()
    for node in (said.article, *said.nodes[:50]):
        if "isAccessibleForFree" in node and str(node["isAccessibleForFree"]).lower() in _NO:
            return "declared"
    if tier in ("locked", "metered", "premium", "paid"):
        return "content_tier"
    near = visible.lines[visible.text_begins : visible.text_begins + _NEAR]
    return "box" if any(_offers(line.text) for line in _in_walls(near)) else None


def _offers(text: str) -> bool:
    return any(map(text.lower().__contains__, _OFFERS))


def _in_walls(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines of a sentence or less whose box, or one of the two around it, is named as a wall."""
    around: dict[etree._Element | None, bool | None] = {None: False}
    """Of the boxes around those of the lines: many stand in the same."""
    for line in lines:
        element = line.element
        if element is None or not 15 < len(line.text) < 200:
            continue
        is_wall = _is_wall(element)
        if is_wall is None:
            box = element.getparent()
            if box is not None and box not in around:
                told = _is_wall(box)
                around[box] = _is_wall(box.getparent()) if told is None else told
            is_wall = around[box]
        if is_wall:
            yield line


def _is_wall(box: etree._Element | None) -> bool | None:
    """Does its class name a wall? None where it says nothing of the kind."""
    if box is None or box.tag == "body":
        return None
    kind = box.get("class")
    if kind and ("wall" in kind or "subscri" in kind or "meter" in kind):
        return any(map(kind.lower().__contains__, _WALLS))
    return None
