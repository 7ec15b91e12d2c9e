"""Pages that only send the reader on, as link shorteners do: `<meta http-equiv="refresh">`, `Refresh:`."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

from clipper.capture.choose import WebAddress, web_only
from clipper.errors import BadAddress

MOST = 3
"""Pages of this kind in a row."""
_SMALL = 32_000
"""Bytes: a page that is larger has something to say itself."""
_SOON_S = 10
"""A page that waits longer than this wants to be read, and is perhaps only a live ticker."""
_FEW_LETTERS = 300
"""Of visible text: "You are being redirected, click here if nothing happens" in any language."""
_META = re.compile(r"<meta\b[^<>]{1,4000}>", re.IGNORECASE)
_IS_REFRESH = re.compile(r"""http-equiv\s*=\s*["']?\s*refresh\b""", re.IGNORECASE)
_CONTENT = re.compile(r"""content\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_WHERE = re.compile(
    r"""\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?(.*?)["']?\s*""", re.IGNORECASE | re.DOTALL
)
_UNSEEN = re.compile(
    r"<(script|style|noscript|title|svg)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)|<[^<>]*>", re.I | re.S
)


def sent_on(url: str, header: str | None, body: bytes) -> WebAddress | None:
    """Where a page sends its reader at once, None for one that is to be read itself."""
    if len(body) > _SMALL:
        return None
    text = body.decode("latin-1")
    where = _where(header) or next(filter(None, map(_in_meta, _META.findall(text))), None)
    if where is None or len("".join(_UNSEEN.sub(" ", text).split())) > _FEW_LETTERS:
        return None
    try:
        target = web_only(urljoin(url, html.unescape(where)))
    except (BadAddress, ValueError):
        return None
    return None if target == url else target


def _in_meta(tag: str) -> str | None:
    content = _CONTENT.search(tag) if _IS_REFRESH.search(tag) else None
    return _where(html.unescape(content[1] or content[2] or content[3] or "")) if content else None


def _where(content: str | None) -> str | None:
    found = _WHERE.fullmatch(content or "")
    return found[2] if found and found[2] and int(found[1]) <= _SOON_S else None
