"""What can be clipped of a clipboard, a drop or typed words: addresses and saved pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

PAGES = {".html", ".htm", ".xhtml"}
"""Endings of saved pages."""
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_WWW = re.compile(r"www\.[\w-]+\.[^\s<>\"“”«»]+", re.IGNORECASE)
_TAIL = ".,;:!?'’)]}>…"


def sources(data: QMimeData) -> list[str]:
    """Addresses and saved pages of a clipboard or a drop, in order, each once."""
    if data.hasUrls():
        found = [each for url in data.urls() if (each := _source(url.toLocalFile(), url.toString()))]
        if found:
            return _once(found)
    return links(data.text()) if data.hasText() else []


def links(text: str) -> list[str]:
    """The addresses in a text, in order, each once, without the full stop of the sentence they end."""
    found = [_trimmed(match) for match in _ADDRESS.findall(text)]
    if not found:
        found = ["https://" + _trimmed(match) for match in _WWW.findall(text)]
    return _once(found)


def is_links(text: str) -> bool:
    """Whether a text is nothing but addresses, so that Enter clips it instead of searching."""
    words = text.split()
    return bool(words) and all(len(links(word)) == 1 and not _rest(word) for word in words)


def _source(file: str, address: str) -> str | None:
    if file:
        path = Path(file)
        return str(path) if path.suffix.lower() in PAGES else None
    return address if address.lower().startswith(("http://", "https://")) else None


def _rest(word: str) -> str:
    return (_ADDRESS.sub("", word, count=1) if _ADDRESS.match(word) else _WWW.sub("", word, count=1)).strip()


def _trimmed(address: str) -> str:
    while address and address[-1] in _TAIL:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _once(found: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(found))
