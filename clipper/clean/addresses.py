"""Addresses: what a relative one means, whether two name the same article, which one continues it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import etree

from clipper.clean.text import word_set

MOST_PAGES = 30
_NO_ADDRESS = re.compile(r"[\s<>\"]")
_PAGE_KEYS = word_set("page p pg seite pagina paged pagenum pageno strona sayfa currentpage")
_ARTICLE_KEYS = word_set(
    "id p newsid storyid story_id articleid article_id aid nid news_id artid idarticle seq_code"
)
"""Keys of a query that say which article it is."""
_IN_PATH = re.compile(
    r"(?:/(?:page|seite|pagina|strona|p)[/-]?|[/_,-](?:page|p|seite)?)(\d{1,2})(/?|\.\w{2,5})$", re.IGNORECASE
)


def base_of(root: etree._Element, page_url: str) -> str:
    """What relative addresses are resolved against: the page's `base` where it is http(s), else its own
    address.
    """
    address = next((href for each in root.iter("base") if (href := each.get("href")) is not None), None)
    return (web(address, page_url) if address is not None else None) or page_url


def web(address: str, base: str) -> str | None:
    """The absolute http(s) address, or None."""
    address = address.strip()
    try:
        joined = address if address.startswith(("https://", "http://")) else urljoin(base, address)
        parts = urlsplit(joined)
        named = bool(parts.hostname)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and named and not _NO_ADDRESS.search(joined) else None


def canonical(candidates: Iterable[str | None], page_url: str) -> str | None:
    """The first candidate that is the same article: same site (or a local copy's origin), not the front
    page.
    """
    for candidate in candidates:
        address = web(candidate, page_url) if candidate else None
        if address and _may_be_same(address, page_url):
            return urlunsplit(urlsplit(address)._replace(fragment=""))
    return None


def _may_be_same(address: str, page_url: str) -> bool:
    theirs, ours = urlsplit(address), urlsplit(page_url)
    is_front = theirs.path.strip("/") == "" and not theirs.query
    host = ours.hostname or ""
    is_copy = ours.scheme == "file" or host in ("localhost", "127.0.0.1", "::1")
    is_copy = is_copy or host.endswith(
        ("web.archive.org", ".cdn.ampproject.org", "webcache.googleusercontent.com")
    )
    if is_front and (is_copy or ours.path.strip("/") or ours.query):
        return False
    if is_copy:
        return True
    return _domain(theirs.hostname or "") == _domain(host) and not _is_section(theirs, ours)


def _is_section(theirs: SplitResult, ours: SplitResult) -> bool:
    """Does the other address name a folder above the page, or the page without what tells it from others?"""
    folder, path = theirs.path.rstrip("/"), ours.path.rstrip("/")
    rest = path.removeprefix(f"{folder}/") if folder and path != folder else ""
    if rest and rest != path and any(len(part) > 15 or part.count("-") > 1 for part in rest.split("/")):
        return True
    told = {key.lower() for key, value in parse_qsl(ours.query) if value}
    return path == folder and not theirs.query and not told.isdisjoint(_ARTICLE_KEYS)


def _domain(host: str) -> str:
    """The registered domain, near enough: three labels where the last two are a country's `co.uk`."""
    labels = host.lower().split(".")
    if all(label.isdigit() for label in labels) or len(labels) < 3:
        return host.lower()
    second = labels[-2]
    keep = 3 if len(labels[-1]) == 2 and (len(second) <= 3 or second in ("info", "gouv", "asso")) else 2
    return ".".join(labels[-keep:])


_NUMBERS = frozenset(map(str, range(2, MOST_PAGES + 1)))
"""What a link to a page after the first may say."""
_LONGEST_NUMBER = 2
Onward = tuple[str, str | None]
"""The address of a link that says a number, and this; or of one that says by `rel` that it leads on, and
None.
"""


def next_pages(links: Sequence[Onward], base: str, seen: Iterable[str]) -> tuple[str, ...]:
    """Addresses on which the same article goes on, in order; conservative: only numbered variants of its
    own address. `links`: those that may lead there (`leading_on`).
    """
    if not links:
        return ()
    seen = list(seen)
    first, number = _numbered(seen[0])
    highest = max([number, *(_numbered(url)[1] for url in seen if _numbered(url)[0] == first)])
    found: dict[int, str] = {}
    for href, label in links:
        address = web(href, base)
        if address is None:
            continue
        stem, number = _numbered(address)
        if stem == first and highest < number <= MOST_PAGES and label in (None, str(number)):
            found.setdefault(number, address)
    return tuple(_consecutive(found, highest))


def leading_on(links: Iterable[etree._Element]) -> Iterator[Onward]:
    """Those of a page's links that may lead to the next page."""
    for link in links:
        relation = link.get("rel")
        if relation is not None and "next" in relation.lower().split():
            label = None
        elif link.tag == "link":
            continue
        else:
            label = (link.text or "").strip() or (_label(link) if len(link) else "")
            if label not in _NUMBERS:
                continue
        href = link.get("href")
        if href and "#" not in href:
            yield href, label


def _label(link: etree._Element) -> str:
    """The words of a link with elements in it, if they may be a number; those of any other (a headline, a
    picture) are not gathered.
    """
    child = link[0]
    begins = (child.text or "").strip()
    if not begins and not len(child) and len(link) == 1:
        return (child.tail or "").strip()
    if len(begins) > _LONGEST_NUMBER:
        return ""
    words = ""
    for each in link.itertext():
        words = f"{words}{each!s}".lstrip()
        if len(words.rstrip()) > _LONGEST_NUMBER:
            return ""
    return words.rstrip()


def _consecutive(found: dict[int, str], highest: int) -> Iterable[str]:
    while highest + 1 in found:
        highest += 1
        yield found[highest]


def _numbered(url: str) -> tuple[str, int]:
    """An address without its page number, and that number (1 where it names none)."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for key, value in query:
        if key.lower() in _PAGE_KEYS and value.isdigit() and len(value) < 3:
            rest = urlencode([each for each in query if each[0] != key])
            return _stem(parts.netloc, parts.path, rest), int(value)
    match = _IN_PATH.search(parts.path)
    if match and 2 <= int(match[1]) <= MOST_PAGES:
        tail = match[2] if match[2].startswith(".") else ""
        return _stem(parts.netloc, parts.path[: match.start()] + tail, parts.query), int(match[1])
    return _stem(parts.netloc, parts.path, parts.query), 1


def _stem(host: str, path: str, query: str) -> str:
    return f"{host.lower()}{path.rstrip('/')}?{query}"
