"""A saved .html file -> a Page; and the pictures that lie beside it."""

from __future__ import annotations

import html
import os
import re
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from clipper.article.page import Page
from clipper.capture import choose, kinds
from clipper.errors import (
    BadAddress,
    EmptyPage,
    FileMissing,
    FileUnreadable,
    NotAPage,
    PageTooBig,
)
from clipper.settings import Settings

_HEAD = 300_000
"""Bytes in which a file says where it came from: browsers say it in the first line; a head may be long."""
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4,}\)(\S{1,4000})", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s{1,20}url:\s{0,20}(\S{1,4000})", re.IGNORECASE)
_TAG = re.compile(r"<(?:link|meta)\b[^<>]{1,4000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_PAGE_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_BLANK = b" \t\r\n\f\v\0\xa0\xef\xbb\xbf\xfe\xff"


def page(path: Path, settings: Settings, fetched: datetime, *, url: str | None = None) -> Page:
    """The saved page. `url` says where it came from; else the file itself may tell.

    Raises FileMissing, FileUnreadable, PageTooBig, NotAPage, EmptyPage, BadAddress (of `url`).
    """
    origin = choose.web_only(url) if url else None
    data = read(path, settings.max_page_bytes)
    if not data.strip(_BLANK):
        raise EmptyPage(str(path))
    _check(path, data)
    address = path.resolve().as_uri()
    return Page(address, origin or saved_from(data) or address, 200, (), data, fetched)


def read(path: Path, most: int) -> bytes:
    """The file's bytes. Raises FileMissing, FileUnreadable, PageTooBig."""
    try:
        if path.exists() and not path.is_file():
            raise FileUnreadable(str(path), os.strerror(21))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise FileMissing(str(path)) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise FileUnreadable(str(path), why) from error
    if len(data) > most:
        raise PageTooBig(str(path), most // 1_000_000)
    return data


def saved_from(data: bytes) -> str | None:
    """The address that a saved page says it came from: the browser's or SingleFile's remark, else what the
    page calls its own canonical address."""
    text = _head(data)
    for remark in (_SAVED_FROM, _SINGLE_FILE):
        found = remark.search(text)
        if found:
            return _web(found[1].removesuffix("-->"))
    named = {"canonical": "", "og:url": ""}
    for tag in _TAG.findall(text):
        values = {key.lower(): html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(tag)}
        if "canonical" in values.get("rel", "").lower().split():
            named["canonical"] = named["canonical"] or values.get("href", "")
        if values.get("property", values.get("name", "")).lower() == "og:url":
            named["og:url"] = named["og:url"] or values.get("content", "")
    return _web(named["canonical"]) or _web(named["og:url"])


def beside(url: str, page: Page) -> Path | None:
    """The file that a picture's address means beside a saved page, or None.

    Only inside the page's own folder, and no symbolic link leads out of it. Raises BadAddress for any other
    `file:` address.
    """
    is_file = choose.scheme(url) == "file"
    if choose.scheme(page.url) != "file":
        if is_file:
            raise BadAddress(url)
        return None
    saved = Path(url2pathname(urlsplit(page.url).path))
    relative = _below(url, page.url if is_file else page.final_url)
    found = _inside(saved.parent, relative) if relative else None
    if found is None and is_file:
        raise BadAddress(url)
    return found


def _below(url: str, base: str) -> str | None:
    """The path of `url` below the folder of `base`, decoded; None where it lies elsewhere."""
    try:
        wanted, start = urlsplit(url), urlsplit(base)
    except ValueError:
        return None
    folder = start.path.rpartition("/")[0] + "/"
    if (wanted.scheme, wanted.netloc) != (start.scheme, start.netloc) or not wanted.path.startswith(folder):
        return None
    return unquote(wanted.path[len(folder) :])


def _inside(folder: Path, relative: str) -> Path | None:
    if "\0" in relative or "\\" in relative or PurePosixPath(relative).is_absolute():
        return None
    try:
        found = (folder / relative).resolve()
        return found if found.is_relative_to(folder.resolve()) and found.is_file() else None
    except (OSError, ValueError):
        return None


def _check(path: Path, data: bytes) -> None:
    """Raise NotAPage unless it is a page by its content; mere text is one only under a page's name."""
    kinds.check(str(path), _said(path), data[: kinds.ENOUGH])
    if path.suffix.lower() not in _PAGE_NAMES and not kinds.is_page(data[:_HEAD]):
        raise NotAPage(str(path), "text/plain")


def _said(path: Path) -> str | None:
    """What the file's name says: only of endings that are surely no HTML."""
    endings = {".mht": "multipart/related", ".mhtml": "multipart/related", ".json": "application/json"}
    return endings.get(path.suffix.lower())


def _head(data: bytes) -> str:
    start = data[:_HEAD]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return start.decode("utf-16", "replace")
    return start.decode("utf-8", "replace")


def _web(text: str) -> str | None:
    try:
        return choose.web_only(text) if text else None
    except BadAddress:
        return None
