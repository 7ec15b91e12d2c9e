"""What did the user give: an address of the web, or the path of a saved file?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NewType
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from clipper.credentials import is_this_computer, normal_host
from clipper.errors import BadAddress, FileMissing

WebAddress = NewType("WebAddress", str)
"""Begins with http:// or https://, has a host and no user name or password; not yet quoted for the wire."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?=:)")  # one letter is a drive of Windows
_HOST_AND_PORT = re.compile(r"[^/?#:@\\]+:\d{1,5}(?=[/?#]|$)")
_WEB = re.compile(r"(https?)://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_FILE_ENDINGS = re.compile(
    r"x?html?|xht|shtml|mhtml?|maff|pdf|txt|md|json|xml|csv|zip|gz|png|jpe?g|gif|webp|svg|docx?|odt|rtf|epub"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def choose(source: str) -> WebAddress | Path:
    """The web address or the existing file that `source` means. Raises BadAddress, FileMissing.

    A path that exists is a path; what looks like a host (`news.example/story`) is asked for over https,
    on this computer over http.
    """
    source = source.strip()
    if not source or _CONTROL.search(source):
        raise BadAddress(source)
    kind = scheme(source)
    if kind in ("http", "https"):
        return web_only(source)
    if kind == "file":
        return _file(source)
    path = _at_home(source)
    if _exists(path):
        return path
    if kind is not None:
        raise BadAddress(source)
    return _bare(source)


def _at_home(source: str) -> Path:
    """A path with `~` and `~user` opened; as it stands where there is no such user."""
    try:
        return Path(source).expanduser()
    except RuntimeError:
        return Path(source)


def scheme(text: str) -> str | None:
    """The scheme of an address in lower case, None for a path or a bare host.

    >>> scheme("HTTPS://a.example"), scheme("javascript:alert(1)")
    ('https', 'javascript')
    >>> scheme("localhost:8000/x"), scheme("C:\\\\x")
    (None, None)
    """
    found = _SCHEME.match(text.lstrip())
    if found is None or _HOST_AND_PORT.match(text.lstrip()):
        return None
    return found[0].lower()


def web_only(text: str) -> WebAddress:
    """`text` as a web address, without a user name and password in it. Raises BadAddress.

    >>> web_only("HTTPS://ann:secret@News.example:443/a b#c")
    'https://news.example:443/a b#c'
    """
    text = text.strip()
    parts = _WEB.fullmatch(text)
    if parts is None or "\\" in parts[2] or _CONTROL.search(text):
        raise BadAddress(_shown(text))
    authority = parts[2].rpartition("@")[2]
    try:
        address = urlsplit(f"//{authority}")
        host, port = normal_host(address.hostname or ""), address.port
    except ValueError as error:
        raise BadAddress(_shown(text)) from error
    if port == 0:
        raise BadAddress(_shown(text))
    shown = f"[{host}]" if ":" in host else host
    return WebAddress(f"{parts[1].lower()}://{shown}{'' if port is None else f':{port}'}{parts[3]}")


def _shown(text: str) -> str:
    """What may be repeated of a bad address: not what may be a password."""
    return re.sub(r"//[^/?#]*@", "//", text)[:500]


def _file(source: str) -> Path:
    address = urlsplit(source)
    if address.netloc not in ("", "localhost"):
        raise BadAddress(source)
    path = Path(url2pathname(address.path))
    if "\0" in unquote(address.path):
        raise BadAddress(source)
    if not _exists(path):
        raise FileMissing(str(path))
    return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long a name, or none at all: an address then
        return False


def _bare(source: str) -> WebAddress:
    """`news.example/story`, `//news.example/story`, `localhost:8000`. Raises FileMissing."""
    text = source.removeprefix("//")
    host = re.split(r"[/?#]", text, maxsplit=1)[0]
    name = host.rpartition("@")[2].rpartition(":")[0] if _HOST_AND_PORT.match(host) else host
    if not _looks_like_a_host(name, alone=text == host):
        raise FileMissing(source)
    return web_only(f"{'http' if is_this_computer(name) else 'https'}://{text}")


def _looks_like_a_host(name: str, *, alone: bool) -> bool:
    if is_this_computer(name):
        return True
    if "." not in name.strip(".") or name.startswith("."):
        return False
    try:
        last = normal_host(name).rpartition(".")[2]
    except ValueError:
        return False
    if re.fullmatch(r"\d+(\.\d+){3}", name):
        return True
    return not (alone and _FILE_ENDINGS.fullmatch(last)) and bool(
        re.fullmatch(r"[a-z]{2,}|xn--[a-z0-9-]+", last)
    )
