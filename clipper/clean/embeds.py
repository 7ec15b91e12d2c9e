"""Embedded films, sounds and posts: each becomes a figure with its poster, or a quotation, with a plain link
to the original. What comes from nowhere known is an advertisement or a tracker and gets no form.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

from bs4 import Tag

from clipper.clean import players, walk
from clipper.clean.elements import KEPT, element, put, text
from clipper.clean.text import collapsed

_FILES = {"video": "video", "amp-video": "video", "audio": "audio", "amp-audio": "audio"}
ELEMENTS = frozenset(players.ELEMENTS) | frozenset(_FILES) | {"script"}
CLASSES = (
    "twitter-",
    "instagram-media",
    "tiktok-embed",
    "fb-",
    "reddit-",
    "bluesky-",
    "mastodon-",
    "text-post-",
    "youtube",
)
_POST = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|bluesky-embed|mastodon-embed|reddit-card|reddit-embed-bq)(?:$|\s|-)"
)
_HOSTS = re.compile(
    r"(?:https?:)?//(?:(?:www|m|mobile)\.)?(?:twitter\.com|x\.com|instagram\.com|threads\.(?:net|com)|tiktok\.com|facebook\.com|"
    r"reddit\.com|bsky\.app)/",
    re.IGNORECASE,
)
_PLAYERS = tuple(
    (re.compile(r"(?:https?:)?//" + address, re.IGNORECASE), link, poster)
    for address, link, poster in players.PLAYERS
)
_NAMED = tuple(
    (re.compile(r"(?:https?:)?//(?:" + address + ")", re.IGNORECASE), key, re.compile(link))
    for address, key, link in players.NAMED
)
_LAZY = (
    "data-src",
    "data-lazy-src",
    "data-litespeed-src",
    "data-cookieblock-src",
    "data-cmp-src",
    "data-original",
    "src",
)
_IDENTITY = (
    "data-id",
    "data-videoid",
    "data-video-id",
    "data-youtube-id",
    "data-yt",
    "data-embed",
    "data-vid",
)
_SAYS_NOTHING = re.compile(
    r"(?:youtube|vimeo|dailymotion|facebook|twitter|tiktok|spotify|video|audio|embedded?|post|player|iframe|embed|content|x|\W)+",
    re.IGNORECASE,
)
"""Titles such as "YouTube video player"."""
_TEXTS = frozenset(("p", "section"))
_LINKS = frozenset(("a",))
_SOURCES = frozenset(("source",))
_ASKS = re.compile(
    r"View this post on|Sieh dir diesen Beitrag|Ver esta publicación|Voir cette publication|"
    r"Посмотреть эту публикацию",
    re.I,
)
LONGEST = 500


def plain(tag: Tag) -> Tag | None:
    """The plain form of something embedded; None where `tag` is none or comes from nowhere known."""
    name, kind = tag.name, str(tag.attrs.get("class") or "")
    if name in _FILES:
        return _of_file(tag, _FILES[name])
    if name == "script":
        post = str(tag.attrs.get("data-telegram-post") or "")
        return _quotation(f"https://t.me/{post}", "") if re.fullmatch(r"\w+/\d+", post) else None
    if name == "blockquote":
        return _of_post(tag, kind)
    if name in players.ELEMENTS:
        return _of_player(tag)
    if "fb-" in kind and tag.attrs.get("data-href"):
        return _of_address(
            "https://www.facebook.com/plugins/post.php?href=" + quote(str(tag["data-href"])), ""
        )
    if "youtube" in kind:
        return _of_identity(tag)
    return None


def words_of(tag: Tag) -> str:
    """What is told of an embedded thing that is taken out: its title and where it comes from."""
    return collapsed(f"{tag.attrs.get('title') or ''} {_address_in(tag)}")[:LONGEST]


def _of_player(tag: Tag) -> Tag | None:
    key, address = players.ELEMENTS[tag.name]
    value = _address_in(tag) if address == "{}" else str(tag.attrs.get(key) or "").strip()
    return _of_address(address.format(value), _title_of(tag)) if value else None


def _address_in(tag: Tag) -> str:
    for key in (*_LAZY, "data", "data-href"):
        value = str(tag.attrs.get(key) or "").strip()
        if value and not value.startswith(("about:", "data:", "javascript:")):
            return value
    return ""


def _of_address(address: str, title: str) -> Tag | None:
    for pattern, link, poster in _PLAYERS:
        found = pattern.match(address)
        if found:
            return _shown(link.format(*found.groups()), title, poster.format(*found.groups()))
    for pattern, key, wanted in _NAMED:
        if pattern.match(address):
            original = next(iter(parse_qs(urlsplit(address).query).get(key, ())), "")
            if wanted.match(original):
                return _of_address(original, title) or _shown(
                    "https://" + original.partition("://")[2], title, ""
                )
    return None


def _of_identity(tag: Tag) -> Tag | None:
    """A box that a script turns into a film when it is clicked."""
    for key in _IDENTITY:
        value = str(tag.attrs.get(key) or "")
        if re.fullmatch(r"[\w-]{11}", value):
            return _of_address(f"https://www.youtube.com/embed/{value}", _title_of(tag))
    address = _address_in(tag)
    return _of_address(address, _title_of(tag)) if address else None


def _of_file(tag: Tag, kind: str) -> Tag | None:
    """A film or sound in a file of its own."""
    sources = [str(each.attrs.get(key) or "") for each in (tag, *walk.every(tag, _SOURCES)) for key in _LAZY]
    address = next(
        (each for each in sources if each and not each.startswith(("blob:", "data:", "javascript:"))), ""
    )
    poster = str(tag.attrs.get("poster") or tag.attrs.get("data-poster") or "") if kind == "video" else ""
    if not address:
        return _figure("", "", poster) if poster else None
    return _of_address(address, _title_of(tag)) or _shown(address, _title_of(tag), poster)


def _of_post(quotation: Tag, kind: str) -> Tag | None:
    """A post of a network: what it says stays a quotation; a link leads to it."""
    if _POST.search(kind):
        quotation.attrs[KEPT] = "post"
        return quotation
    if "instagram-media" in kind or "text-post-media" in kind:
        key = "data-instgrm-permalink" if "instagram" in kind else "data-text-post-permalink"
        return _of_permalink(quotation, str(quotation.attrs.get(key) or ""))
    if "tiktok-embed" in kind:
        return _of_permalink(quotation, str(quotation.attrs.get("cite") or ""))
    return None


def _of_permalink(quotation: Tag, address: str) -> Tag | None:
    if not address:
        links = [str(each.attrs.get("href") or "") for each in walk.every(quotation, _LINKS)]
        address = next((each for each in links if _HOSTS.match(each)), "")
    if not _HOSTS.match(address):
        return None
    said = [walk.text_of(each, " ") for each in walk.every(quotation, _TEXTS)] or [
        walk.text_of(quotation, " ")
    ]
    words = next((each for each in said if each and not _ASKS.match(each)), "")
    return _quotation(address.partition("?")[0], words)


def _title_of(tag: Tag) -> str:
    for key in ("title", "aria-label", "data-title", "alt"):
        title = collapsed(str(tag.attrs.get(key) or ""))
        if title and not _SAYS_NOTHING.fullmatch(title):
            return title[:LONGEST]
    return ""


def _shown(address: str, title: str, poster: str) -> Tag:
    return _figure(address, title, poster) if poster else _quotation(address, title)


def _figure(address: str, title: str, poster: str) -> Tag:
    figure = element("figure", {KEPT: "embed"})
    put(figure, element("img", {"src": poster, "alt": title} if title else {"src": poster}))
    if address:
        caption = element("figcaption")
        put(caption, _link(address, title))
        put(figure, caption)
    return figure


def _quotation(address: str, title: str) -> Tag:
    quotation = element("blockquote", {KEPT: "embed"})
    paragraph = element("p")
    put(paragraph, _link(address, title))
    put(quotation, paragraph)
    return quotation


def _link(address: str, title: str) -> Tag:
    if address.startswith("//"):
        address = "https:" + address
    elif _HOSTS.match(address):
        address = "https:" + address.partition(":")[2]
    link = element("a", {"href": address})
    put(link, text(title or address))
    return link
