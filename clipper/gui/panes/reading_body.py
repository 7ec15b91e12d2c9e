"""The body of a clip made ready for reading: stored pictures in, everything that might reach out gone.

The body has passed the cleaner's sanitiser; it is treated as hostile all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

import lxml.html
from lxml.etree import _Element

from clipper.article.clip import ClipImage
from clipper.article.markup import ATTRIBUTES, TAGS
from clipper.i18n import _, reason

DROPPED = frozenset(
    (  # noqa: SIM905
        "script style template iframe frame frameset object embed applet audio video source track svg math"
        " noscript head title base link meta form input button select textarea dialog portal map canvas"
    ).split()
)
"""What goes with its content."""
_NAME = re.compile(r"[A-Za-z0-9-]{1,35}")
_NUMBER = re.compile(r"-?\d{1,4}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Body:
    """A body to be shown and what it shows."""

    blocks: tuple[str, ...]
    """Its top-level blocks in order; each says its number, from 0, in `data-block`."""
    shown: frozenset[str]
    """Addresses of the images in it, as the page names them."""

    @property
    def html(self) -> str:
        """All of it."""
        return "".join(self.blocks)


def body(html: str, images: Mapping[str, ClipImage], text: str = "") -> Body:
    """Rewrite a body fragment; `images` are the clip's by address.

    One that is nested beyond what the parser follows is shown as `text`, block by block: no word is lost.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    source = f"<div>{_CONTROL.sub('', html)}</div>".encode("utf-8", "replace")
    root = lxml.html.document_fromstring(source, parser=parser).find("body")
    if any(problem.type_name == "ERR_RESOURCE_LIMIT" for problem in parser.error_log):
        lines = (escape(block) for block in text.split("\n") if block.strip())
        return Body(
            tuple(f'<p data-block="{number}">{line}</p>' for number, line in enumerate(lines)), frozenset()
        )
    if root is None:
        return Body((), frozenset())
    _dissolve(root)
    shown: set[str] = set()
    for element in list(root.iterdescendants()):
        _settle(element, images, shown)
    return Body(_blocks(root), frozenset(shown))


def picture(image: ClipImage | None, alt: str | None, classes: str = "") -> _Element:
    """The element that shows a stored image, or says calmly why it is not there."""
    alt = alt or (image.alt if image else None) or ""
    if image is None or not image.sha256:
        return _missing(image, alt)
    made: _Element = lxml.html.Element("img", src=f"clip://picture/{image.sha256}", alt=alt)
    if classes:
        made.set("class", classes)
    if image.width and image.height:
        made.set("width", str(image.width))
        made.set("height", str(image.height))
    return made


def _dissolve(root: _Element) -> None:
    """Take away the element that was put around the body for its parsing."""
    around = root[0] if len(root) else None
    if around is not None and around.tag == "div":
        around.drop_tag()  # type: ignore[attr-defined]  # lxml.html's own elements have it


def _blocks(root: _Element) -> tuple[str, ...]:
    found: list[str] = []
    for number, block in enumerate(root):
        block.set("data-block", str(number))
        found.append(lxml.html.tostring(block, encoding="unicode"))
    if root.text and root.text.strip():
        return (escape(root.text) + (found[0] if found else ""), *found[1:])
    return tuple(found)


def _settle(element: _Element, images: Mapping[str, ClipImage], shown: set[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in DROPPED:
        _take_out(element)
    elif element.tag not in TAGS:
        element.tag = "span"
        element.attrib.clear()
    elif element.tag == "img":
        address = element.get("src", "")
        shown.add(address)
        _replace(element, picture(images.get(address), element.get("alt")))
    else:
        _only_harmless(element)
        if element.tag == "table":
            _wrap(element)


def _only_harmless(element: _Element) -> None:
    allowed = ATTRIBUTES.get(str(element.tag), frozenset())
    for name, value in list(element.attrib.items()):
        if not (_plain(str(name), str(value)) or (name in allowed and _legal(str(name), str(value)))):
            del element.attrib[name]


def _plain(name: str, value: str) -> bool:
    return (name == "dir" and value in ("ltr", "rtl", "auto")) or (
        name == "lang" and bool(_NAME.fullmatch(value))
    )


def _legal(name: str, value: str) -> bool:
    if name == "href":
        return (
            urlsplit(value.strip()).scheme.lower() in ("http", "https", "mailto") if _splits(value) else False
        )
    if name in ("colspan", "rowspan", "start"):
        return bool(_NUMBER.fullmatch(value))
    return len(value) < 500


def _splits(address: str) -> bool:
    try:
        urlsplit(address.strip())
    except ValueError:
        return False
    return True


def _missing(image: ClipImage | None, alt: str) -> _Element:
    why = reason(image.problem) if image and image.problem else _("it was not fetched")
    made: _Element = lxml.html.Element("span", role="img")
    made.set("class", "missing")
    words = lxml.html.Element("span")
    words.set("class", "missing-alt")
    words.text = alt or _("Picture")
    said = lxml.html.Element("span")
    said.set("class", "missing-why")
    said.text = _("This picture is not in the library: {reason}").format(reason=why)
    made.append(words)
    made.append(said)
    made.set("aria-label", f"{words.text}. {said.text}")
    return made


def _take_out(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _replace(element: _Element, new: _Element) -> None:
    parent = element.getparent()
    assert parent is not None  # an image always stands in the body
    new.tail = element.tail
    parent.replace(element, new)


def _wrap(table: _Element) -> None:
    """A table wider than the column scrolls in a box of its own."""
    box = lxml.html.Element("div")
    box.set("class", "wide")
    _replace(table, box)
    table.tail = None
    box.append(table)
