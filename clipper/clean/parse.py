"""Bytes to a tree: the right charset, no characters that break later, no nesting that breaks later.

The order is that of browsers (BOM, HTTP header, meta), then detection; a declaration that the bytes
contradict is not believed. The tree is lxml's: parsing a whole page with BeautifulSoup costs 28 ms.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import cast

import chardet
from lxml import etree

from clipper.article.page import Page
from clipper.clean import unclosed

DEEPEST = 150
"""Levels kept of a tree. Real articles have under 60 (deepest of the corpus); below it only the text is
kept.
"""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READ_AS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "iso-8859-8-i": "iso-8859-8",
    "x-user-defined": "cp1252",
    "unicode": "utf-8",
    "utf8": "utf-8",
}
"""Labels that browsers read as a wider or other encoding than their name says."""
_NEVER = {"utf-7", "hz", "hz-gb-2312", "iso-2022-kr", "iso-2022-cn", "utf-32", "idna", "punycode", "rot13"}
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_CONTENT_TYPE = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
"""NULs, control characters and non-characters: never part of a text, and lxml refuses some of them."""
_CONTROLS = bytes([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])
_UNFIT_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127|6553[45])(?!\d)"
    r"|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|7[fF]|[fF]{3}[eEfF])(?![\da-fA-F]));?",
    re.ASCII,  # of numbers too: other scripts' digits end them
)
"""The same by number: lxml reads them into the tree but takes them from nobody else."""
MOST_ATTRIBUTES = 2000
_ATTEMPTS = 3
"""How often what was left open is closed; one thing may stand in the other."""
_LONG_TAG = re.compile(r"<([A-Za-z][\w-]{0,30})\s[^<>]{8000,}>")
_NESTING = re.compile(
    r"</?(?!(?:p|h[1-6]|br|hr|img|pre|html|head|body|title|meta|link|base|script|style)\b)[a-z][^<>]*>",
    re.IGNORECASE,
)
"""Whatever elements may stand in each other without end."""
_VOIDS = re.compile(r"<(embed|track|keygen|bgsound)\b[^<>]*>", re.IGNORECASE)
"""Elements that have no end, which libxml2 does not know: it takes all that follows for their content."""
_NO_VOIDS = ("embed", "track", "keygen", "bgsound")
"""Elements that hold nothing, which libxml2 does not know."""
OURS = ("data-n", "data-in", "data-out", "data-kept", "data-aside", "data-is-table", "data-fallback")
"""Attributes by which the steps tell each other what they found: no page may say it of itself."""
_INVISIBLE = re.compile("[\xad\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")
"""Soft hyphens, and zero-width blanks outside the scripts that part words with them."""
_INVISIBLE_SIGNS = tuple(sign.encode() for sign in "\xad\ufeff\u200b")
_MAY_HOLD_INVISIBLE = re.compile("&(?:shy|ZeroWidthSpace|#(?:173|8203|65279|[xX](?:[aA][dD]|200[bB])));")
_IS_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")
_WRAPPING_LINKS = etree.XPath("//a[count(.//p) >= 3]")
_OF_THE_HEAD = {"title", "meta", "link", "base", "script", "style", "noscript", "template"}


def decode(page: Page) -> str:
    """The page's text, whatever charset it is in; without NULs and control characters."""
    text, is_utf8 = _decoded(page)
    if not is_utf8 or _may_be_unfit(page.html):
        text = _UNFIT.sub("", text)
    if "&#" in text:
        text = _UNFIT_REFERENCE.sub("", text)
    return text.replace("\x0c", " ")


def _may_be_unfit(raw: bytes) -> bool:
    """Of UTF-8: a look at the bytes is twenty times as fast as one at the characters."""
    return len(raw.translate(None, _CONTROLS)) != len(raw) or b"\xef\xb7" in raw or b"\xef\xbf" in raw


def parse(text: str) -> etree._Element:
    """A tree of at most DEEPEST levels. An empty page gives an empty `html` element."""
    text = _without_attribute_floods(text)
    raw = text.encode("utf-8", "replace")
    root = _tree(raw)
    if root is not None and next(root.iter(*_NO_VOIDS), None) is not None:
        text = _VOIDS.sub(lambda tag: f"{tag[0]}</{tag[1]}>", text)
        root = _tree(text.encode("utf-8", "replace"))
    for _ in range(_ATTEMPTS):
        mended = unclosed.mended(text, root) if root is not None else None
        if mended is None:
            break
        text, root = mended, _tree(mended.encode("utf-8", "replace"))
    if root is None:
        return etree.fromstring("<html><body/></html>", etree.HTMLParser())
    etree.strip_attributes(root, *OURS)
    if (
        _IS_DEEP(root) and _flatten(root) > 2000
    ):  # libxml2 stops at 2048 open elements and drops the rest of the page
        root = _tree(_NESTING.sub(" ", text).encode("utf-8", "replace"))
        if root is None:
            return etree.fromstring("<html><body/></html>", etree.HTMLParser())
        etree.strip_attributes(root, *OURS)
        _flatten(root)
    if "<colgroup" in text:
        _open_columns(root)
    _gather(root)
    _close_links(root)
    _show_what_scripts_would(root, text)
    if (not text.isascii() and any(sign in raw for sign in _INVISIBLE_SIGNS)) or _MAY_HOLD_INVISIBLE.search(
        text
    ):
        _drop_invisible(root)
    return root


def _drop_invisible(root: etree._Element) -> None:
    """Soft hyphens and the like stand between letters; searching and comparing stumble over them."""
    for element in root.iter():
        if element.text and isinstance(element.tag, str):
            element.text = _INVISIBLE.sub("", element.text)
        if element.tail:
            element.tail = _INVISIBLE.sub("", element.tail)


def _show_what_scripts_would(root: etree._Element, text: str) -> None:
    """A shadow tree is shown by browsers; an article that stands in a `noscript` only is shown by none."""
    templates = list(root.iter("template"))
    is_open = bool(templates) and unclosed.lacks_end(text, "template")
    for template in templates:
        if is_open or template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"
    noscripts = [each for each in list(root.iter("noscript"))[:5] if each.find(".//p") is not None]
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


def _open_columns(root: etree._Element) -> None:
    """Paragraphs do not stand among a table's columns: browsers show them before it."""
    for columns in list(root.iter("colgroup")):
        if next(columns.iter("p"), None) is not None:
            columns.tag = "div"


def _close_links(root: etree._Element) -> None:
    """A link around several paragraphs was never closed: its text is no link text."""
    for link in cast("list[etree._Element]", _WRAPPING_LINKS(root)):
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


def _without_attribute_floods(text: str) -> str:
    """libxml2 compares each attribute with all before it: an element with a million of them takes hours."""
    if text.count("=") < 20 * MOST_ATTRIBUTES:
        return text
    return _LONG_TAG.sub(lambda tag: f"<{tag[1]}>" if tag[0].count("=") > MOST_ATTRIBUTES else tag[0], text)


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


def _decoded(page: Page) -> tuple[str, bool]:
    """The text, and whether it was UTF-8."""
    raw = page.html
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(name, "replace"), name == "utf-8"
    for name in _declared(page):
        text = _tried(raw, name)
        if text is not None:
            return text, name == "utf-8"
    return _detected(raw), False


def _declared(page: Page) -> Iterator[str]:
    found = _CONTENT_TYPE.search(page.header("content-type") or "")
    if found:
        yield _codec(found[1])
    # A declaration after the first kilobyte counts as well: pages have long heads.
    meta = _META.search(page.html, 0, 200_000) or _XML.match(page.html[:400])
    if meta:
        name = _codec(meta[1].decode("ascii"))
        yield "utf-8" if name.startswith("utf-16") else name


def _codec(label: str) -> str:
    label = label.strip().lower()
    return _READ_AS.get(label, label)


def _tried(raw: bytes, name: str) -> str | None:
    """Decoded as declared, unless the codec is unknown or the bytes plainly are something else."""
    if not name or name in _NEVER:
        return None
    try:
        if codecs.lookup(name).name != "utf-8" and _is_utf8(raw):
            return raw.decode("utf-8")
        text = raw.decode(name, "replace")
    except (LookupError, ValueError, AssertionError):
        return None
    if not isinstance(text, str) or text.count("\ufffd") > 5 + len(raw) // 200:
        return None
    return text


def _is_utf8(raw: bytes) -> bool:
    """Valid UTF-8 with several characters beyond ASCII is nothing else, whatever was declared."""
    if raw.isascii():
        return False
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(raw) - len(text) >= 4


def _detected(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    name = str(chardet.detect(raw[:100_000]).get("encoding") or "utf-8")
    try:
        return raw.decode(_codec(name), "replace")
    except (LookupError, ValueError):
        return raw.decode("utf-8", "replace")
