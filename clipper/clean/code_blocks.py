"""Code as programs that colour it build it: line numbers, tables of lines, labels around a `pre`."""

from __future__ import annotations

import re
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import walk
from clipper.clean.elements import element, nodes_after, nodes_before, put, text
from clipper.clean.removals import Removals
from clipper.clean.text import word_set

ELEMENTS = frozenset(("pre",))
CLASSES = ("highlight", "crayon", "hljs-ln", "rouge", "js-file-line", "code", "lang")
_NUMBERS = re.compile(
    r"(?:^|[\s_-])(?:gutter|lineno|linenos|line-?numbers?(?:-rows)?|line-?num|hljs-ln-(?:numbers|n)|blob-num"
    r"|crayon-nums?|lnt|lnum|ln|linenumbers?)(?:$|\s|-)",
    re.IGNORECASE,
)
_CONTAINER = re.compile(
    r"syntaxhighlighter|crayon-(?:syntax|table)|hljs-ln|highlighttable|rouge-table|js-file-line", re.I
)
_LABEL = re.compile(
    r"(?:^|[\s_-])(?:code-?lang(?:uage)?|code-?header|codeblock-?header|lang(?:uage)?-label)(?:$|\s)"
)
_DIGITS = re.compile(r"[\d\s.:|]*")
_LINES = word_set("div p li ol ul tr table tbody thead pre")
_TABLES = frozenset(("table",))
_CODE = frozenset(("code",))
_PRE = frozenset(("pre",))
_HEADER = 60
"""Characters of what stands above the code in its own box: a language, "Copy code"."""


def is_label(tag: Tag) -> bool:
    """The name of the language, or what can be done with the code, above it."""
    if tag.name in ("pre", "code", "td") or not _LABEL.search(str(tag.attrs.get("class") or "")):
        return False
    if walk.is_longer(tag, _HEADER):
        return False
    following = islice((each for each in nodes_after(tag) if isinstance(each, Tag)), 3)
    return any(each.name == "pre" or walk.has(each, _PRE) for each in following)


def plain(tag: Tag, removals: Removals) -> Tag | None:
    """A `pre` of nothing but the code; None where `tag` is no code or has this form."""
    kind = str(tag.attrs.get("class") or "")
    if tag.name != "pre" and not _CONTAINER.search(kind) and not _is_figure_of_code(tag, kind):
        return None
    numbers = _numbers_in(tag)
    if tag.name == "pre" and not numbers and not _is_built(tag):
        return None
    for each in numbers:
        removals.take(each, "furniture", "line_numbers")
    if tag.name == "pre" and not _is_built(tag):
        return None
    return _rebuilt(tag)


def _is_figure_of_code(tag: Tag, kind: str) -> bool:
    """`figure.highlight` around a table of numbers and lines."""
    if tag.name not in ("figure", "div", "table") or "highlight" not in kind:
        return False
    table = tag if tag.name == "table" else walk.first(tag, _TABLES)
    return table is not None and bool(_numbers_in(table))


def _is_built(pre: Tag) -> bool:
    """Are there lines or tables in it, rather than words and marks?"""
    return walk.has(pre, _LINES)


def _numbers_in(tag: Tag) -> list[Tag]:
    found: list[Tag] = []
    for child in tag.contents:
        if not isinstance(child, Tag):
            continue
        kind = str(child.attrs.get("class") or "")
        if _is_number(child, kind):
            found.append(child)
        else:
            found += _numbers_in(child)
    return found


def _is_number(tag: Tag, kind: str) -> bool:
    """The number of a line, or of all lines: nothing but digits, where a line begins."""
    if not _NUMBERS.search(kind) and "data-line-number" not in tag.attrs:
        return False
    before = next(nodes_before(tag), None)
    if isinstance(before, NavigableString) and before and not before.isspace() and not before.endswith("\n"):
        return False
    return _DIGITS.fullmatch(walk.all_text(tag)) is not None


def _rebuilt(tag: Tag) -> Tag | None:
    codes = walk.every(tag, _CODE)
    whole = walk.length_of(tag)
    source = codes[0] if len(codes) == 1 and whole - walk.length_of(codes[0]) <= _HEADER else tag
    pieces: list[str] = []
    _read(source, pieces)
    words = "".join(pieces).strip("\n")
    if not words.strip():
        return None
    pre = element("pre")
    put(pre, text(words))
    return pre


def _read(tag: Tag, pieces: list[str]) -> None:
    """The code in an element: each line, row and paragraph on a line of its own."""
    for child in tag.contents:
        if not isinstance(child, Tag):
            if type(child) is NavigableString and not (
                tag.name in _LINES - _PRE and child.isspace() and "\n" in child
            ):
                pieces.append(str(child))
        elif child.name == "br":
            pieces.append("\n")
        elif child.name in ("button", "style", "script"):
            continue
        elif child.name in _LINES:
            _end_line(pieces)
            before = len(pieces)
            _read(child, pieces)
            if len(pieces) == before and child.name not in ("table", "tbody"):
                pieces.append("\n")  # an empty line
            _end_line(pieces)
        else:
            _read(child, pieces)


def _end_line(pieces: list[str]) -> None:
    if pieces and not pieces[-1].endswith("\n"):
        pieces.append("\n")
