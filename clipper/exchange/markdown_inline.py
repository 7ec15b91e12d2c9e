"""Lines of Markdown in which a page's words mean nothing but themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from lxml.etree import _Element

from clipper.i18n import _

TOO_DEEP = 60
SKIPPED = frozenset(("script", "style", "template", "rp", "title"))
_MEANING = re.compile(r"[\\`*_\[\]<>&~|$#!]")
_BLANKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_LINE_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)](?: |$)))")
_STRONG = frozenset(("strong", "b"))
_EMPHASIS = frozenset(("em", "i", "cite"))
_CODE = frozenset(("code", "kbd", "samp"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; `delimiter` around it (`**`, `*` or none), or `code`, whose text is not escaped."""

    text: str
    delimiter: str = ""
    code: bool = False


def escaped(text: str) -> str:
    """Each sign that Markdown could take for its own gets a backslash."""
    return _MEANING.sub(lambda sign: "\\" + sign[0], _UNPRINTABLE.sub("", text))


def first_safe(line: str) -> str:
    """A line whose beginning is no list, no rule and no underline of a heading."""
    return _LINE_START.sub(lambda start: f"\\{start[0]}" if start[0] in "-+=:" else f"{start[0]}\\", line)


def address(url: str) -> str:
    """An address between the brackets of a link."""
    return quote(url, safe="/:?#@!$&*+,;=%~._-'").replace("'", "%27").replace("*", "%2A").replace("_", "%5F")


def lines_of(element: _Element, links: Mapping[str, str]) -> str:
    """An element's content as Markdown: one line, or several with hard breaks."""
    return settled(pieces_of(element, links, 0))


def settled(pieces: list[Piece]) -> str:
    """Pieces as they stand beside each other, blanks at ends gone, each line safe at its start."""
    lines = [_BLANKS.sub(" ", line).strip(" ") for line in _joined(pieces).split("\0")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\\\n".join(first_safe(line) for line in lines if line)


def pieces_of(element: _Element, links: Mapping[str, str], depth: int) -> list[Piece]:
    """What stands in an element. A NUL stands for a line break."""
    pieces = [text_piece(element.text)]
    for child in element:
        pieces += [*piece_of(child, links, depth + 1), text_piece(child.tail)]
    return pieces


def piece_of(element: _Element, links: Mapping[str, str], depth: int = 0) -> list[Piece]:
    """An element inside a line."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in SKIPPED or not tag:
        return []
    if depth > TOO_DEEP:
        return [text_piece("".join(str(part) for part in element.itertext()))]
    if tag == "br":
        return [Piece("\0")]
    if tag == "img":
        return [Piece(image(element, links))]
    if tag in _CODE:
        text = _BLANKS.sub(" ", _UNPRINTABLE.sub("", "".join(str(part) for part in element.itertext())))
        return [Piece(text, code=True)] if text.strip() else [text_piece(text)]
    inner = pieces_of(element, links, depth)
    if tag in _STRONG or tag in _EMPHASIS:
        return _emphasised(_joined(inner), "**" if tag in _STRONG else "*")
    if tag == "a":
        return _linked(element, _joined(inner))
    if tag in ("sup", "sub"):
        text = _joined(inner).replace("\0", " ")
        return [Piece(f"<{tag}>{text}</{tag}>")] if text.strip() else [Piece(text)]
    if tag == "rt":
        return [Piece("("), *inner, Piece(")")]
    if tag == "q":
        return [Piece("“"), *inner, Piece("”")]
    return inner


def image(element: _Element, links: Mapping[str, str]) -> str:
    """A picture; where there is none, a link to where it was."""
    url = element.get("src") or ""
    alt = escaped(" ".join((element.get("alt") or "").split()))
    if url in links:
        return f"![{alt}]({links[url]})"
    words = alt or escaped(_("This picture was not kept."))
    return f"[{words}]({address(url)})" if url.startswith(("http://", "https://")) else words


def text_piece(text: str | None) -> Piece:
    """Words of the page."""
    return Piece(escaped(_BLANKS.sub(" ", text or "")))


def _emphasised(inner: str, delimiter: str) -> list[Piece]:
    """Blanks go outside; across a line break or around nothing there is no emphasis."""
    bare = inner.strip(" ")
    if not bare or "\0" in bare or delimiter in bare.replace("\\*", ""):
        return [Piece(inner)]
    before = inner[: len(inner) - len(inner.lstrip(" "))]
    after = inner[len(inner.rstrip(" ")) :]
    return [Piece(before), Piece(bare, delimiter), Piece(after)]


def _linked(element: _Element, text: str) -> list[Piece]:
    href = (element.get("href") or "").strip()
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        scheme = ""
    bare = text.replace("\0", " ").strip(" ")
    if scheme not in ("http", "https", "mailto") or not bare or "](" in bare.replace("![", ""):
        return [Piece(text)]
    before = " " if text.startswith(" ") else ""
    after = " " if text.endswith(" ") else ""
    return [Piece(f"{before}[{bare}]({address(href)}){after}")]


def _joined(pieces: list[Piece]) -> str:
    """Delimiters only where they are certain to be read as such by every reader of Markdown."""
    pieces = _merged(pieces)
    line = ""
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else Piece("")
        if piece.code:
            line += _fenced(piece.text)
        elif piece.delimiter and _holds(line, piece, following):
            line += piece.delimiter + piece.text + piece.delimiter
        else:
            line += piece.text
    return line


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Without empty pieces; code beside code is one."""
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if merged and piece.code and merged[-1].code:
            merged[-1] = Piece(merged[-1].text + piece.text, code=True)
        else:
            merged.append(piece)
    return merged


def _holds(before: str, piece: Piece, following: Piece) -> bool:
    """Whether both delimiters stand where Markdown's rules let them open and close."""
    if following.delimiter or following.text.startswith("*") or before.endswith(("*", "\\")):
        return False
    opens = _is_letter(piece.text[0]) or not before or not _is_letter(before[-1])
    after = "`" if following.code else following.text[:1]
    closes = _is_letter(piece.text[-1]) or not after or not _is_letter(after)
    return opens and closes and not piece.text.startswith("*") and not piece.text.endswith(("*", "\\"))


def _is_letter(sign: str) -> bool:
    """Neither blank nor punctuation, as Markdown's rules have it."""
    return not sign.isspace() and sign != "\0" and unicodedata.category(sign)[0] not in "PSZ"


def _fenced(code: str) -> str:
    """Code between more backticks than stand in it."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if code.startswith(("`", " ")) or code.endswith(("`", " ")) else ""
    return f"{fence}{pad}{code}{pad}{fence}"
