"""A page to a tree: nothing in it is swallowed by what was never closed, no nesting that breaks later.

The tree is lxml's: parsing a whole page with BeautifulSoup costs 28 ms. What only few pages need is asked of
the bytes by one rare byte, or of the tree by names, so that the others pay next to nothing for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from clipper.article.page import Page
from clipper.clean import unclosed
from clipper.clean.charset import utf8

DEEPEST = 150
"""Levels kept of a tree. Real articles have under 60 (deepest of the corpus); below it only the text is
kept.
"""
_UNFIT_NUMBER = (
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127|6553[45])(?!\d)"
    rb"|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|7[fF]|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)
"""Control characters by number: lxml reads them into the tree but takes them from nobody else."""
_UNFIT_REFERENCE = re.compile(_UNFIT_NUMBER)
_ODD_REFERENCE = re.compile(
    _UNFIT_NUMBER + rb"|&(?:shy|ZeroWidthSpace|#(?:173|8203|65279|[xX](?:[aA][dD]|200[bB])));"
)
"""These, and what `_INVISIBLE` takes out, in one search: most pages have neither."""
MOST_ATTRIBUTES = 2000
_HALF_LONG_TAG = 4000
_LONG_TAG = re.compile(rb"<([A-Za-z][\w-]{0,30})\s[^<>]{8000,}>")
_ATTEMPTS = 3
"""How often what was left open is closed; one thing may stand in the other."""
_NESTING = re.compile(
    rb"</?(?!(?:p|h[1-6]|br|hr|img|pre|html|head|body|title|meta|link|base|script|style)\b)[a-z][^<>]*>",
    re.IGNORECASE,
)
"""Whatever elements may stand in each other without end."""
_VOIDS = re.compile(rb"<((embed|track|keygen|bgsound)\b[^<>]*)>", re.IGNORECASE)
_NO_VOIDS = ("embed", "track", "keygen", "bgsound")
"""Elements that have no end, which libxml2 does not know: it takes all that follows for their content."""
OURS = ("data-n", "data-in", "data-out", "data-kept", "data-aside", "data-is-table", "data-fallback")
"""Attributes by which the steps tell each other what they found: no page may say it of itself."""
_INVISIBLE = re.compile("[\xad\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")
"""Soft hyphens, and zero-width blanks outside the scripts that part words with them."""
_WITH_SIGN = {
    sign.encode(): etree.XPath(f'//text()[contains(., "{sign}")]') for sign in ("\xad", "\ufeff", "\u200b")
}
"""Of each of these signs, in UTF-8, the texts that hold it."""
_IS_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")
_AROUND_PARAGRAPHS = etree.XPath("//p/ancestor::a")
_SELDOM = ("colgroup", "template", "noscript")
_OF_THE_HEAD = {"title", "meta", "link", "base", "script", "style", "noscript", "template"}


def tree_of(page: Page) -> etree._Element:
    """The page's tree of at most DEEPEST levels."""
    return parse(utf8(page))


def parse(raw: bytes) -> etree._Element:
    """A tree of at most DEEPEST levels. `raw` as of `charset.utf8`. An empty page gives an empty `html`
    element.
    """
    is_odd = _ODD_REFERENCE.search(raw) is not None
    if is_odd:
        raw = _UNFIT_REFERENCE.sub(b"", raw)
    raw = _without_attribute_floods(raw)
    root = _tree(raw)
    if root is not None and next(root.iter(*_NO_VOIDS), None) is not None:
        raw = _VOIDS.sub(rb"<\1></\2>", raw)
        root = _tree(raw)
    for _ in range(_ATTEMPTS):
        mended = unclosed.mended(raw, root) if root is not None else None
        if mended is None:
            break
        raw, root = mended, _tree(mended)
    if root is not None and _IS_DEEP(root) and _flatten(root) > 2000:
        # libxml2 stops at 2048 open elements and drops the rest of the page
        root = _tree(_NESTING.sub(b" ", raw))
        if root is not None:
            _flatten(root)
    if root is None:
        return etree.fromstring("<html><body/></html>", etree.HTMLParser())
    etree.strip_attributes(root, *OURS)
    seldom = _by_tag(root)
    _open_columns(seldom["colgroup"])
    _gather(root)
    _close_links(root)
    _show_what_scripts_would(root, raw, seldom)
    for sign in _WITH_SIGN:
        if is_odd or _holds(raw, sign):
            _drop_invisible(root, sign)
    return root


def _holds(raw: bytes, sign: bytes) -> bool:
    """Whether one byte is there is known forty times as fast as whether two in a row are."""
    return all(byte in raw for byte in sign) and sign in raw


def _by_tag(root: etree._Element) -> dict[str, list[etree._Element]]:
    """The elements that are looked for here, found on one way through the tree."""
    found: dict[str, list[etree._Element]] = {tag: [] for tag in _SELDOM}
    for element in root.iter(*_SELDOM):
        found[element.tag].append(element)
    return found


def _drop_invisible(root: etree._Element, sign: bytes) -> None:
    """Soft hyphens and the like stand between letters; searching and comparing stumble over them."""
    for words in cast("list[etree._ElementUnicodeResult]", _WITH_SIGN[sign](root)):
        element = words.getparent()
        if element is not None and words.is_tail:
            element.tail = _INVISIBLE.sub("", element.tail or "")
        elif element is not None:
            element.text = _INVISIBLE.sub("", element.text or "")


def _show_what_scripts_would(
    root: etree._Element, raw: bytes, seldom: dict[str, list[etree._Element]]
) -> None:
    """A shadow tree is shown by browsers; an article that stands in a `noscript` only is shown by none."""
    templates = seldom["template"]
    is_open = bool(templates) and unclosed.lacks_end(raw, b"template")
    for template in templates:
        if is_open or template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"
    noscripts = [each for each in seldom["noscript"][:5] if next(each.iter("p"), None) is not None]
    if not noscripts:
        return
    paragraphs = {each: beginning for each in root.iter("p") if len(beginning := _beginning(each)) == 80}
    for noscript in noscripts:
        inside = set(noscript.iter("p")) & paragraphs.keys()
        outside = {words for each, words in paragraphs.items() if each not in inside}
        if len(inside) >= 3 and outside.isdisjoint(paragraphs[each] for each in inside):
            noscript.tag = "div"


def _beginning(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())[:80]


def _open_columns(found: list[etree._Element]) -> None:
    """Paragraphs do not stand among a table's columns: browsers show them before it."""
    for columns in found:
        if next(columns.iter("p"), None) is not None:
            columns.tag = "div"


def _close_links(root: etree._Element) -> None:
    """A link around several paragraphs was never closed: its text is no link text."""
    for link in cast("list[etree._Element]", _AROUND_PARAGRAPHS(root)):
        if sum(len(each.text or "") > 80 for each in link.iter("p")) >= 3:
            link.tag = "div"
            link.attrib.pop("href", "")


def _gather(root: etree._Element) -> None:
    """What stands after `</body>`, in a second one, or in the head belongs to the page: browsers show it."""
    _begin_body(root)
    body = root.find("body")
    if body is None:
        return
    at = list(root).index(body)
    for element in list(root)[at + 1 :]:
        if element.tag == "body":
            element.tag = "div"
        if element.tag != "head":
            body.append(element)


def _begin_body(root: etree._Element) -> None:
    """`<body>` may be left out. libxml2 does not know that `main`, `article` and the like end the head."""
    head = root.find("head")
    astray = [] if head is None else [each for each in head if each.tag not in _OF_THE_HEAD]
    if head is None or not astray:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    body[:0] = astray


def _without_attribute_floods(raw: bytes) -> bytes:
    """libxml2 compares each attribute with all before it: an element with a million of them takes hours."""
    if not _may_hold_long_tag(raw) or raw.count(b"=") < 20 * MOST_ATTRIBUTES:
        return raw
    return _LONG_TAG.sub(
        lambda tag: b"<%b>" % tag[1] if tag[0].count(b"=") > MOST_ATTRIBUTES else tag[0], raw
    )


def _may_hold_long_tag(raw: bytes) -> bool:
    """Is a half of a long tag's length without `<`, and no tag's end between it and the last one?"""
    last = 0
    for at in range(0, len(raw), _HALF_LONG_TAG):
        begins = raw.rfind(b"<", at, at + _HALF_LONG_TAG)
        if begins >= 0:
            last = begins
        elif raw.find(b">", last, at) < 0:
            return True
    return False


def _tree(raw: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _flatten(root: etree._Element) -> int:
    """Below DEEPEST levels keep the text only; answers how deep it was. Never recurses."""
    deepest, depth = 0, 0
    too_deep: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        deepest = max(deepest, depth)
        if depth == DEEPEST:
            too_deep.append(element)
    for element in too_deep:
        if len(element):
            text = " ".join(_texts(element))
            tail = element.tail
            element.clear()
            element.text, element.tail = text, tail
    return deepest


def _texts(element: etree._Element) -> Iterator[str]:
    for each in element.iter():
        if each.tag not in ("script", "style", "noscript", "template") and each.text:
            yield each.text
        if each is not element and each.tail:
            yield each.tail
