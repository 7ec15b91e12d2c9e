"""What can never be article by its element, and what says by its name what it is."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import Tag

from clipper.clean import names, walk
from clipper.clean.elements import dissolve
from clipper.clean.text import word_set
from clipper.clean.walk import length_of

CODE = "script"
NOSCRIPT = "noscript"
EMBED = "embed"
_FURNITURE = {
    "script": CODE,
    "style": CODE,
    "template": CODE,
    "link": CODE,
    "meta": CODE,
    "nav": "navigation",
    "footer": "footer",
    "dialog": "dialog",
    "button": "control",
    "input": "control",
    "select": "control",
    "textarea": "control",
    "datalist": "control",
    "label": "control",
    "svg": "drawing",
    "canvas": "drawing",
    "menu": "navigation",
    "object": EMBED,
    "embed": EMBED,
    "iframe": EMBED,
    "audio": EMBED,
    "video": EMBED,
    "aside": "aside",
    "noscript": NOSCRIPT,
    "amp-ad": "advert",
    "amp-embed": "advert",
    "amp-social-share": "share",
    "amp-sidebar": "navigation",
    "amp-consent": "consent",
    "amp-user-notification": "consent",
    "amp-analytics": CODE,
}
_UNSEEN = frozenset(("iframe", "audio", "video"))
"""Words in these are for browsers that cannot show them."""
ELEMENTS = frozenset((*_FURNITURE, "form"))
"""Elements that may go by their name alone."""
TELLING = frozenset(("class", "id", "role", "style", "hidden", "aria-hidden"))
"""Attributes that may tell that an element goes."""
_ROLES = dict.fromkeys(
    names.UNLIKELY_ROLES | {"tooltip", "status", "progressbar", "button", "form"}, "control"
)
_OPENERS = frozenset(("h2", "h3", "h4", "h5", "h6", "summary", "dt"))
_FIELDS = frozenset(("email", "text", "search", "password", "tel"))
_INLINE = word_set("a abbr b bdi cite code em font i mark q s small span strong sub sup time u")
_NEVER_BY_NAME = word_set("p img a h1 h2 code pre figcaption")
_PROSE = 60
"""Characters of a line; around a named element in a longer one stands prose."""
_LONG = 600
"""Characters of a piece; what is longer and not made of links is text, whatever it is called."""
_MOST_LINKED = 0.25
_LINKS = frozenset(("a",))
_TOOLS = frozenset(("navigation", "print", "share", "loading"))
_CODE_BLOCKS = frozenset(("pre",))
"""Code has a box of tools around it."""


def rule_of_name(name: str) -> str | None:
    """The rule of an element that by its very name is no article; None for any other."""
    return _FURNITURE.get(name)


def rule_of(tag: Tag, whole: Callable[[], int]) -> str | None:
    """Why an element goes, whatever it holds; None where it may stay. `whole`: characters of the region: what
    has a large part of them is the article itself under a misleading name.
    """
    attrs = tag.attrs
    rule = _FURNITURE.get(tag.name) or ("request" if tag.name == "form" and _asks(tag) else None)
    if rule is None and attrs:
        if ("style" in attrs or "hidden" in attrs or "aria-hidden" in attrs) and _is_hidden(tag):
            rule = "hidden"
        elif "role" in attrs:
            rule = _ROLES.get(str(attrs["role"]))
    if rule is None:
        return _rule_by_name(tag, whole) if "class" in attrs or "id" in attrs else None
    if rule in (CODE, NOSCRIPT) or tag.name in _UNSEEN:
        return rule
    if rule == "control" and _reads_on(tag):
        return None
    return rule if length_of(tag) <= 0.4 * whole() else None


def is_only_picture(noscript: Tag) -> bool:
    """Text for browsers without scripts goes; a picture that stands there for a lazy one takes its place."""
    pictures = noscript.find_all("img")
    if len(pictures) != 1 or noscript.get_text(strip=True):
        return False
    pictures[0]["data-fallback"] = "1"
    dissolve(noscript)
    return True


def _is_hidden(tag: Tag) -> bool:
    """What a search on the page would open is text like any other (an accordion)."""
    return tag.attrs.get("hidden") != "until-found" and names.is_hidden(tag)


def _asks(form: Tag) -> bool:
    """A small form to be filled in: a subscription, a search, a comment. Some systems put the page in one."""
    if length_of(form) > 500:
        return False
    return form.find("textarea") is not None or any(
        (each.get("type") or "text") in _FIELDS for each in form.find_all("input")
    )


def _reads_on(tag: Tag) -> bool:
    """A heading or question that opens what stands beneath it (an accordion) is built as a button."""
    if tag.name not in ("button", "label"):
        return tag.name not in _FURNITURE and length_of(tag) > 400
    return tag.parent is not None and tag.parent.name in _OPENERS


def _reads_like_the_article(tag: Tag) -> bool:
    """Long, and few links in it: a part of the text with a misleading name (`ad-content`, `popular-list`)."""
    if not walk.is_longer(tag, _LONG):
        return False
    linked = sum(map(length_of, walk.every(tag, _LINKS)))
    return linked < _MOST_LINKED * length_of(tag)


def _rule_by_name(tag: Tag, whole: Callable[[], int]) -> str | None:
    if tag.name in _NEVER_BY_NAME:
        return None
    rule = names.piece_of(tag)
    if rule is None or (rule in _TOOLS and walk.has(tag, _CODE_BLOCKS)):
        return None
    if rule != "comments" and _reads_like_the_article(tag):
        return None
    size = length_of(tag)
    above = tag.parent
    if tag.name in _INLINE and above is not None and walk.is_longer(above, max(2 * size, _PROSE)):
        return None  # in the midst of prose
    return rule if size < (0.5 if rule in ("comments", "related") else 0.25) * whole() else None
