"""Pages of which the rest is swallowed by something that was never closed: a script, a comment, the quote of
an attribute. Browsers show nothing of it; here the text is what counts.

Whether anything is missing is asked of the last paragraph alone, which costs next to nothing.
"""

from __future__ import annotations

import re

from lxml import etree

_RAW = frozenset(("script", "style", "iframe", "textarea", "title", "noembed", "noframes", "xmp"))
"""Elements in which the parser reads no markup."""
_UNSEEN = _RAW | {"noscript", "template"}
_LETTERS = 30
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|section|article|main|body)\b", re.IGNORECASE
)
_EARLY_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_OF_A_TAG = re.compile(r"=\s*$")
_LAST_PARAGRAPH = etree.XPath("(//p)[last()]")


def mended(raw: bytes, root: etree._Element) -> bytes | None:
    """The page with what was left open closed, or taken out; None where nothing is missing or can be done.

    `raw`: in UTF-8. `root`: the tree that was made of it.
    """
    end = raw.rfind(b"</p>")
    if _ends_in_table(raw, end, root):
        return _without_early_ends(raw)  # in a table nothing that follows is read
    last = _last_words(raw, end)
    if not last or _is_said(root, last):
        return None
    text = raw.decode("utf-8", "replace")
    closed = _without_code(text, root) or _without_comment(text) or _with_quote(text)
    return closed.encode() if closed else _without_early_ends(raw)


def lacks_end(raw: bytes, name: bytes) -> bool:
    """Does a page that has elements of this name close none of them?"""
    return re.search(b"</" + name, raw, re.IGNORECASE) is None


def _ends_in_table(raw: bytes, last: int, root: etree._Element) -> bool:
    """Does the page end before its last paragraph, while a table is open?"""
    if last < 0 or next(root.iter("table"), None) is None:
        return False
    early = _EARLY_END.search(raw, 0, last)
    return early is not None and (
        raw.count(b"<table", 0, early.start()) > raw.count(b"</table", 0, early.start())
    )


def _last_words(raw: bytes, end: int) -> str:
    """What the last paragraph says last; it ends at `end`."""
    if end < 0:
        return ""
    before = raw[max(0, end - 4 * _LETTERS) : end].decode("utf-8", "ignore")
    return before[-_LETTERS:].rpartition(">")[2].strip()


def _is_said(root: etree._Element, words: str) -> bool:
    paragraphs = _LAST_PARAGRAPH(root)
    if isinstance(paragraphs, list) and paragraphs:
        paragraph = paragraphs[0]
        if isinstance(paragraph, etree._Element) and words in "".join(map(str, paragraph.itertext())):
            return True
    return _in_references(words) or any(
        (each.tag not in _UNSEEN and words in (each.text or "")) or words in (each.tail or "")
        for each in root.iter()
    )


def _in_references(words: str) -> bool:
    """Words with an entity in them cannot be compared."""
    return "&" in words


def _without_code(text: str, root: etree._Element) -> str | None:
    """Without the code of a script that goes on to the end of the page, up to the first block in it."""
    element = root
    while len(element):
        element = element[-1]
    code = element.text or ""
    if element.tag not in _RAW or not code.strip() or not text.rstrip().endswith(code.rstrip()[-12:]):
        return None
    flat = text.replace("\r\n", "\n")
    start = flat.rfind(f"<{element.tag}", 0, len(flat) - len(code))
    if start < 0:
        start = flat.lower().rfind(f"<{element.tag}", 0, len(flat) - len(code))
    block = _BLOCK.search(flat, len(flat) - len(code))
    return None if block is None or start < 0 else flat[:start] + flat[block.start() :]


def _without_comment(text: str) -> str | None:
    """Without the signs that begin a comment which nothing ends."""
    start = text.find("<!--", text.rfind("-->") + 1)
    return None if start < 0 else text[:start] + text[start:].replace("<!--", "")


def _with_quote(text: str) -> str | None:
    """With a quote where a tag ends whose last attribute has one at its beginning only."""
    for quote in "\"'":
        at = text.rfind(quote)
        if at < 0 or text.rfind("<", 0, at) < text.rfind(">", 0, at):
            continue
        end = text.find(">", at)
        if end > 0 and _OF_A_TAG.search(text, max(0, at - 10), at):
            return text[:end] + quote + text[end:]
    return None


def _without_early_ends(raw: bytes) -> bytes | None:
    """Without an end of the page that stands in its midst."""
    first = _EARLY_END.search(raw)
    if first is None or not raw[first.end() :].strip():
        return None
    return _EARLY_END.sub(b"", raw)
