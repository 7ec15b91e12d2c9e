"""What came: a page or something else? Its first bytes decide, then what the server says."""

from __future__ import annotations

import re

from clipper.errors import NotAPage

ENOUGH = 1024
"""Bytes that tell."""

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"MZ\x90\x00", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
)
_ROOT = re.compile(r"<(?![!?/])([a-z][\w:.-]*)", re.IGNORECASE)
_PROLOGUE = re.compile(r"(?:\s|<\?[^>]*>|<!--.*?-->|<!(?!--)[^>]*>)*", re.DOTALL)
_ROOTS = {
    "rss": "application/rss+xml",
    "feed": "application/atom+xml",
    "rdf:rdf": "application/rss+xml",
    "svg": "image/svg+xml",
    "opml": "text/x-opml",
    "urlset": "application/xml",
    "sitemapindex": "application/xml",
}
_PAGES = ("text/html", "application/xhtml+xml")


def media_type(content_type: str | None) -> str:
    """The type without its parameters, lower case; empty where the header is missing or nonsense.

    >>> media_type("Text/HTML; charset=utf-8"), media_type(";;;charset="), media_type(None)
    ('text/html', '', '')
    """
    found = (content_type or "").partition(";")[0].strip().lower()
    return found if re.fullmatch(r"[\w.+-]+/[\w.+-]+", found) else ""


def by_bytes(start: bytes) -> str | None:
    """The type that the first bytes give away: `text/html` for a page, None if they could be anything."""
    for signature, found in _SIGNATURES:
        if start.startswith(signature):
            return found
    if start[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(start[8:12])
    if start[4:8] == b"ftyp":
        return "image/avif" if start[8:12] in (b"avif", b"avis") else "video/mp4"
    if start.lstrip()[:5] == b"%PDF-":
        return "application/pdf"
    return _by_root(_text(start))


def is_page(start: bytes) -> bool:
    """Whether the bytes themselves say that they are a page, whatever its name and the server say."""
    return by_bytes(start) in _PAGES


def check(url: str, content_type: str | None, start: bytes) -> None:
    """Whether what begins with `start` is a page. Raises NotAPage with what it is."""
    found, said = by_bytes(start), media_type(content_type)
    if found in _PAGES or (found is None and said in _PAGES):
        return
    if found is not None:
        raise NotAPage(url, found)
    if said in ("", "text/plain", "application/xml", "text/xml") and _is_text(start):
        if said.endswith("xml"):
            raise NotAPage(url, said)
        return
    raise NotAPage(url, said or "application/octet-stream")


def _text(start: bytes) -> str:
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return start[: len(start) // 2 * 2].decode("utf-16", "replace").lstrip("\ufeff")
    return start.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").decode("latin-1")


def _by_root(text: str) -> str | None:
    """By the doctype or the first element."""
    if re.match(r"\s*<!doctype\s+html", text, re.IGNORECASE):
        return "text/html"
    prologue = _PROLOGUE.match(text)
    root = _ROOT.match(text, prologue.end() if prologue else 0)
    if root is None:
        return None
    name = root[1].lower()
    if name in _ROOTS:
        return _ROOTS[name]
    return "text/html" if name in ("html", "head", "body", "title", "meta", "script") else None


def _is_text(start: bytes) -> bool:
    return start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" not in start
