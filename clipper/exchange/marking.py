"""Highlights put into an article's HTML: where they stand in the text becomes `mark` elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html
from lxml.etree import _Element

from clipper.article.anchoring import CONTEXT, Anchor, locate
from clipper.article.clip import Clip
from clipper.article.highlight import Highlight

_Run = tuple[_Element, str, int, int]
"""A piece of a text node: the element, whether it is its `text` or `tail`, from where and up to where."""


def mark_highlights(root: _Element, clip: Clip) -> None:
    """Mark what the user marked, a class for each colour; what is lost is left out."""
    for highlight in clip.highlights:
        for element, where, start, end in reversed(list(_runs(root, clip, highlight))):
            _wrap(element, where, start, end, highlight.colour)


def _runs(root: _Element, clip: Clip, highlight: Highlight) -> Iterator[_Run]:
    """The pieces of text nodes that a highlight covers. Text and HTML differ in white space, and captions
    may stand in the HTML alone: so it is looked for among the letters."""
    if highlight.place is None:
        return
    start, end = highlight.place.start, highlight.place.end
    before = _letters(clip.text[max(0, start - 4 * CONTEXT) : start])[-CONTEXT:]
    behind = _letters(clip.text[end : end + 4 * CONTEXT])[:CONTEXT]
    anchor = Anchor(_letters(clip.text[start:end]), before, behind, len(_letters(clip.text[:start])))
    nodes = [(element, where, getattr(element, where) or "") for element, where in _nodes(root)]
    found = locate("".join(_letters(words) for _element, _where, words in nodes), anchor)
    if found is None:
        return
    passed = 0
    for element, where, words in nodes:
        first, last = max(found.start - passed, 0), found.end - passed
        inside = [at for at, letter in enumerate(words) if not letter.isspace()] if last > 0 else []
        passed += len(inside) if last > 0 else 0
        if inside[first:last]:
            yield element, where, inside[first:last][0], inside[first:last][-1] + 1


def _nodes(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Every text node, in order."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            yield element, "text"
        elif element is not root:
            yield element, "tail"


def _letters(text: str) -> str:
    return "".join(text.split())


def _wrap(element: _Element, where: str, start: int, end: int, colour: str) -> None:
    words = getattr(element, where)
    mark = html.Element("mark")
    mark.set("class", colour)
    mark.text, mark.tail = words[start:end], words[end:]
    setattr(element, where, words[:start])
    if where == "text":
        element.insert(0, mark)
        return
    parent = element.getparent()
    if parent is None:
        return
    # addnext() would carry the tail away with it.
    parent.insert(parent.index(element) + 1, mark)
