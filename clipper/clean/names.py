# ruff: noqa: E501
"""What class names, ids, roles and other attributes say an element is. Works on lxml and BeautifulSoup
elements.
"""

from __future__ import annotations

import re

from bs4 import Tag
from lxml import etree

from clipper.clean.removals import text_of
from clipper.clean.text import is_prose, word_set

Element = etree._Element | Tag

UNLIKELY = (
    "breadcrumb", "combx", "comment", "community", "consent", "cookie", "disqus", "footer", "gdpr", "legends", "menu", "newsletter", "outbrain",
    "pager", "pagination", "popup", "related", "remark", "replies", "rss", "shoutbox", "sidebar", "skyscraper", "sponsor",
    "supplemental", "taboola", "yom-remote", "agegate",
)  # fmt: skip
UNLIKELY_IF_SHORT = (
    "-ad-", "adbox", "ad-slot", "adslot", "adsense", "advert", "banner", "cover-wrap", "extra", "header", "loader",
    "paywall", "preload", "promo", "share", "sharing", "social", "subscri", "toolbar", "widget",
)  # fmt: skip
"""Parts of names of what is seldom the article ... """
MAYBE = ("and", "article", "body", "column", "content", "main", "shadow", "story", "post-")
"""... unless its name also has one of these."""
POSITIVE = (
    "article",
    "body",
    "content",
    "entry",
    "hentry",
    "h-entry",
    "main",
    "page",
    "post",
    "text",
    "blog",
    "story",
    "artikel",
)
NEGATIVE = (
    "-ad-", "hidden", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr", "masthead", "media", "meta", "outbrain",
    "promo", "related", "scroll", "share", "shoutbox", "sidebar", "skyscraper", "sponsor", "shopping", "tags", "widget", "newsletter",
    "footnote",
)  # fmt: skip
UNLIKELY_ROLES = word_set(
    """
    menu menubar complementary navigation alert alertdialog dialog banner contentinfo search toolbar
    tablist
    """
)

PIECES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(rf"(?:^|[\s_-])(?:{parts})(?:[\s_-]|s\b|$)"))
    for rule, parts in (
        ("share", r"share|sharing|sharedaddy|social|socials|shares|sharebar|addthis|addtoany|a2a|sharethis|share-?buttons?|follow"),
        ("comments", r"comment|comments|disqus|respond|commentlist|comment-?form|comment-?section"),
        ("related", r"related|relatedposts|recommended|recommendations?|read-?also|readalso|see-?also|more-?news|most-?read|popular|trending|outbrain|taboola|teaser-?list|onward|siblings|next-?prev|prev-?next|post-?navigation|ranking"),
        ("newsletter", r"newsletter|subscribe|subscription|signup|sign-?up|optin|mailchimp|paywall|donate|donation"),
        ("consent", r"cookie|cookies|cookie-?(?:bar|banner|notice|consent)|consent|gdpr"),
        ("navigation", r"breadcrumb|breadcrumbs|pagination|pager|navbar|menu|toolbar|tabs|skip-?link|back-?to-?top"),
        ("tags", r"tags|tag-?list|taglist|tagcloud|post-?tags|entry-?tags|keywords|topics"),
        ("advert", r"ad|ads|advert|advertisement|adbox|adslot|ad-?container|ad-?wrapper|adsbygoogle|dfp|gpt-?ad|sponsor|sponsored|promo"),
        ("print", r"print|noprint|no-?print|printfriendly|article-?tools|font-?size|text-?size|resizer"),
        ("loading", r"loader|loading|preloader|spinner"),
        ("author_box", r"author-?box|author-?bio|about-?author|author-?info|bio-?box"),
    )
)  # fmt: skip
"""Names of pieces of chrome, as whole words of a class or id; the rule they give."""

_ANY_PIECE = re.compile("|".join(pattern.pattern for _, pattern in PIECES))
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_NEVER_UNLIKELY = word_set("body html a article main table tbody tr td")
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")


def _tag(element: Element) -> str:
    return element.name if isinstance(element, Tag) else str(element.tag)


def _value(element: Element, key: str) -> str | None:
    value = element.get(key)
    return value if value is None or isinstance(value, str) else " ".join(value)


def of(element: Element) -> str:
    """Class and id in lower case between blanks; empty where there are none."""
    kind = _value(element, "class")
    # The id of a heading is a slug of its words: it says nothing of what the element is.
    ident = None if _tag(element) in _HEADINGS else _value(element, "id")
    if not kind and not ident:
        return ""
    return f" {kind or ''} {ident or ''} ".lower()


def is_hidden(element: Element) -> bool:
    """Not shown to a reader: by attribute or by its own style."""
    if element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" and "fallback-image" not in (_value(element, "class") or ""):
        return True
    style = _value(element, "style")
    return bool(style and _HIDING.search(style))


def is_unlikely(element: Element) -> bool:
    """By its name or role it is not the article. Asked of block elements and inline ones alike."""
    role = _value(element, "role")
    if role and role in UNLIKELY_ROLES:
        return True
    name = of(element)
    if not name or _tag(element) in _NEVER_UNLIKELY or any(map(name.__contains__, MAYBE)):
        return False
    if any(map(name.__contains__, UNLIKELY)):
        return True
    return any(map(name.__contains__, UNLIKELY_IF_SHORT)) and not _holds_paragraphs(element)


def _holds_paragraphs(element: Element) -> bool:
    """Several paragraphs of prose: a wrapper with a misleading name (`share-container`) or a part of the
    text.
    """
    if isinstance(element, Tag):
        return False
    if element.tag == "p" and is_prose(text_of(element)):
        return True
    lengths = [
        len(each.text or "") + sum(len(child.tail or "") for child in each) for each in element.iter("p")
    ]
    long = [length for length in lengths if length > 80]
    return len(long) >= 2 and sum(long) > 300


def weight(element: Element) -> int:
    """-50 to 50: 25 each for what class and id say for or against it."""
    total = 0
    for key in ("class", "id"):
        value = _value(element, key)
        if value:
            value = value.lower()
            if any(map(value.__contains__, NEGATIVE)):
                total -= 25
            if any(map(value.__contains__, POSITIVE)):
                total += 25
    return total


def piece_of(element: Element) -> str | None:
    """Which piece of chrome it is by its name, as a rule's code; None where the name says nothing."""
    name = of(element)
    if not name:
        return None
    if not _ANY_PIECE.search(name):
        return None
    return next((rule for rule, pattern in PIECES if pattern.search(name)), None)


def in_comments(element: etree._Element) -> bool:
    """Does it stand in the readers' comments?"""
    return any("comment" in of(above) and above.tag != "body" for above in element.iterancestors())
