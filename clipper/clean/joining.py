"""An address made absolute as `urljoin` does it, but in a tenth of the time, where nothing has to be thought
about: so for most links of a page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_ROOTED = re.compile(
    r"(?:/[\w%+,:@!$'()*~=&-][\w.%+,:@!$'()*~=&-]*)+/?(?:\?[!\"$-~]+)?(?:#[!-~]+)?", re.ASCII
)
"""From the root of a site, without dots, empty parts and parameters."""
_HOST = re.compile(r"[\w.-]+(?::\d+)?", re.ASCII)


def rooted(base: str, address: str) -> str | None:
    """The absolute address of one that begins at the root of its site; None where that needs `urljoin`."""
    origin = _origin_of(base) if address[:1] == "/" else ""
    return origin + address if origin and _ROOTED.fullmatch(address) else None


@lru_cache(maxsize=64)
def _origin_of(base: str) -> str:
    """Scheme and host; empty where they are unusual."""
    parts = urlsplit(base)
    is_usual = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc)
    return f"{parts.scheme}://{parts.netloc}" if is_usual else ""
