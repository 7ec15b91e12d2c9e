"""An article's body as its reader wrote it: through the same gate as what comes of pages.

Nothing is taken out for being clutter: what the reader wrote is what the article says. But it is made of the
same blocks, and of no element, attribute or address that no body may have.
"""

from __future__ import annotations

import re
from collections.abc import Container

from bs4 import Tag

from clipper.clean import finish, line_editing, parse, soup, walk
from clipper.clean.elements import KEPT, element
from clipper.clean.finish import Written
from clipper.clean.text import collapsed
from clipper.clean.tidy import Tidier

_BEGINNING = "<!doctype html><body>"
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""What stands behind these would be lost."""
_CAPTIONS = frozenset(("figcaption",))


def from_html(html: str, base: str, aside: Container[str] = ()) -> Written:
    """The body that this HTML makes, a fragment or a whole page.

    `base` resolves addresses; `aside` are captions that stand under their pictures and are no part of the
    running text.
    """
    return finish.written(_body(html, base, aside))


def from_lines(text: str, html: str, base: str, aside: Container[str] = ()) -> Written:
    """The body of plain text as `clipper show --text` prints it, each line a paragraph: the body `html` with
    the words of these lines. What is the same line in both keeps its block, its pictures and its links."""
    wanted = ["\t".join(map(collapsed, line.split("\t"))).strip() for line in text.splitlines()]
    body = _body(html, base, aside)
    return finish.written(line_editing.with_lines(body, [line for line in wanted if line]))


def _body(html: str, base: str, aside: Container[str]) -> Tag:
    raw = (_BEGINNING + _ENDS.sub("", html)).encode("utf-8", "replace")
    read = parse.parse(raw).find("body")
    if read is None:
        return element("div")
    body = Tidier(base, lambda _: False).tidy(soup.region_of([soup.converted(read, {})]))
    for caption in walk.every(body, _CAPTIONS):
        if walk.text_of(caption, " ") in aside:
            caption.attrs[KEPT] = "aside"
    return body
