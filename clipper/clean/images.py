"""Pictures of an article: the real address behind lazy loading, the largest of several, none that are no
pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import Tag

from clipper.clean import walk
from clipper.clean.joining import rooted
from clipper.clean.removals import NUMBER

_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-original-src",
    "data-lazy",
    "data-url",
    "data-img-src",
    "data-full-src",
    "data-hi-res-src",
    "data-image",
    "data-echo",
    "data-actualsrc",
    "data-load-src",
    "nitro-lazy-src",
)
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset", "data-original-set")
_ADDRESS = re.compile(r"[\s,]*(\S+)")
_SIZE = re.compile(r"\s*([\d.]{1,10})([wxh])\b")
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|placeholder|transparent|pixel|1x1|loading|loader|grey|lazy|clear|empty)(?:[_.-]|$)",
    re.IGNORECASE,
)
_SOURCE = frozenset(("source",))
_PLAIN_KEYS = frozenset(("src", "alt", "width", "height", "class", "id", "title", "style", "loading", NUMBER))
"""Attributes that name no other address."""
_PICTURE_FILE = re.compile(r"^(?!data:)\S{4,2000}\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?$", re.IGNORECASE)
_PLAIN_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?/[\w./?=&%+,;:@!$'()*~#\[\]-]*", re.ASCII)
"""An address with nothing in it that would have to be made right."""
SMALLEST_DATA = 400
"""Characters of a data: picture; a shorter one is a placeholder."""
LARGEST_DATA = 8_000_000
WIDEST = 2000
"""Pixels; the widest candidate up to this is taken, a press review needs no more."""


def address_of(picture: Tag, base: str) -> str | None:
    """The absolute address of the picture an `img` (or `amp-img`) shows, or None where it shows none."""
    for candidate in _candidates(picture):
        address = absolute(candidate, base) if candidate else None
        if address and not _is_placeholder(address):
            return address
    return None


def absolute(address: str, base: str) -> str | None:
    """A picture's address as we keep it: http(s), a data: picture of sensible size, or a file beside a
    saved page.
    """
    address = "".join(address.split()) if address.lstrip()[:5].lower() == "data:" else address.strip()
    if address[:5].lower() == "data:":
        fits = SMALLEST_DATA <= len(address) <= LARGEST_DATA and _DATA.fullmatch(address)
        return address if fits else None
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    whole = rooted(base, address)
    if whole is not None:
        return _encoded(whole)
    try:
        whole = urljoin(base, address)
        parts = urlsplit(whole)
    except ValueError:
        return None
    if parts.scheme in ("http", "https") and parts.hostname:
        return _encoded(whole)
    if parts.scheme == "file" and _is_beneath(parts.path, base):
        return _encoded(whole)
    return None


def _encoded(address: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    return "".join(c if c.isprintable() and c not in ' "<>\\^`{|}' else _percent(c) for c in address)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def _is_beneath(path: str, base: str) -> bool:
    """A saved page may name pictures in its own folder and below it, nothing else on the disk."""
    origin = urlsplit(base)
    if origin.scheme != "file" or origin.netloc:
        return False
    folder = unquote(origin.path).rpartition("/")[0] + "/"
    wanted = unquote(path)
    return wanted.startswith(folder) and len(folder) > 1 and "/../" not in wanted and "\\" not in wanted


def _candidates(picture: Tag) -> Iterator[str | None]:
    """Addresses in the order in which they are believed: by script, by size, the plain one, any other."""
    attrs = picture.attrs
    plain = str(attrs.get("src") or "")
    around = _picture_around(picture)
    if around is None and _PLAIN_KEYS.issuperset(attrs):
        yield plain
        return
    lazy = [str(attrs[key]) for key in _LAZY if attrs.get(key)]
    yield from lazy
    sets = [str(attrs[key]) for key in _LAZY_SETS if attrs.get(key)]
    if around is not None:
        for source in walk.every(around, _SOURCE):
            sets += [str(source.attrs[key]) for key in ("data-srcset", "srcset") if source.attrs.get(key)]
    yield from map(_best, sets)
    yield plain
    for key, value in attrs.items():
        if key[:5] == "data-" and _PICTURE_FILE.search(str(value)):
            yield str(value)


def _picture_around(picture: Tag) -> Tag | None:
    at = picture.parent
    for _level in range(3):
        if at is None or at.name == "picture":
            return at
        at = at.parent
    return None


def _best(srcset: str) -> str | None:
    """The widest candidate up to WIDEST pixels, or the narrowest where all are wider."""
    if len(srcset) > 20_000:
        return None
    found = list(_sized(srcset))
    fitting = [each for each in found if each[0] <= WIDEST]
    if fitting:
        return max(fitting, key=lambda each: each[0])[1]
    return min(found, key=lambda each: each[0])[1] if found else None


def _sized(srcset: str) -> Iterator[tuple[float, str]]:
    """Each candidate with its width in pixels (a density counts as a thousand, nothing as one). An address
    may hold commas but not end with one; each character is looked at once, however long a set is.
    """
    at = 0
    while match := _ADDRESS.match(srcset, at):
        address, at = match[1].rstrip(","), match.end()
        size = None
        if address == match[1]:
            end = srcset.find(",", at)
            size = _SIZE.match(srcset, at)
            at = end + 1 if end >= 0 else len(srcset)
        if address:
            width = _number(size[1]) if size else 0.0
            yield (width * 1000 if size and size[2] == "x" else width or 1.0), address


def _number(text: str | None) -> float:
    try:
        return float(text) if text else 0.0
    except ValueError:
        return 0.0


def _is_placeholder(address: str) -> bool:
    if address.startswith("data:"):
        return False
    path = address.partition("#")[0].partition("?")[0]
    return path.endswith(".svg") or bool(_PLACEHOLDER.search(path.rpartition("/")[2]))


_SIZES_IN_NAME = re.compile(
    r"(?:[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}w|scaled|[1-4]x|thumb(?:nail)?|small|medium|large))+(?=\.[a-z]{3,4}$)",
    re.IGNORECASE,
)
_SIZES_IN_PATH = re.compile(r"/(?:(?:[whcqf]|ar|dpr)_[\w.:]+,?)+(?=/)|/\d{2,4}x\d{2,4}(?=/)")
_SIZES_IN_QUERY = re.compile(
    r"(?:^|&)(?:w|h|q|s|wid|hei|width|height|size|resize|quality|fit|crop|auto|format|fm|dpr|ssl|strip|zoom|sharp|im\w*)=[^&]*"
)
_WIDTH = re.compile(
    r"[-_](\d{2,4})x\d{2,4}(?=\.[a-z]{3,4}$)|[-_](\d{3,4})w(?=\.)|[?&](?:w|width|resize|wid|im[wW]idth)=(\d{2,4})"
    r"|/w_(\d{2,4})|/(\d{2,4})x\d{2,4}/"
)
WHOLE = 100_000
"""Pixels that stand for the width of a picture whose address names no size."""
_PROXY = re.compile(r"^i\d\.wp\.com/")


def key_of(address: str) -> str:
    """What the addresses of one picture in several sizes have in common."""
    if address.startswith("data:"):
        return address
    path, _, query = address.partition("#")[0].partition("?")
    path = _PROXY.sub("", path.partition("://")[2] or path)
    path = _SIZES_IN_PATH.sub("", _SIZES_IN_NAME.sub("", path))
    return f"{path}?{_SIZES_IN_QUERY.sub('', query).strip('&')}"


def is_pixel(picture: Tag) -> bool:
    """A counter or spacer: declared smaller than anything that is looked at."""
    for key in ("width", "height"):
        value = str(picture.attrs.get(key) or "").strip().removesuffix("px")
        if value.isdecimal() and len(value) < 5 and int(value) < 24:
            return True
    return False


def width_of(address: str) -> int:
    """The width that an address names; that of the whole picture where it names none."""
    found = _WIDTH.search(address)
    return int(next(filter(None, found.groups()))) if found else WHOLE
