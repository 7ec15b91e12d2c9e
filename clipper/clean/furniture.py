"""What can never be article by its element, and what says by its name what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OPENERS = frozenset(("h2", "h3", "h4", "h5", "h6", "summary", "dt"))
_FIELDS = frozenset(("email", "text", "search", "password", "tel"))
_INLINE = word_set("a abbr b bdi cite code em font i mark q s small span strong sub sup time u")
_NEVER_BY_NAME = word_set("p img a h1 h2 code pre figcaption")
_PROSE = 60
"""Characters of a line; around a named element in a longer one stands prose."""
_LONG = 600
"""Characters of a piece; what is longer and not made of links is text, whatever it is called."""
_MOST_LINKED = 0.25
_LARGE_PART = 2.5
"""What has a larger part of the region than one of so many stays."""
_LINKS = frozenset(("a",))
_TOOLS = frozenset(("navigation", "print", "share", "loading"))
_IMG = frozenset(("img",))
_CODE_BLOCKS = frozenset(("pre",))
"""Code has a box of tools around it."""


def rule_of_name(name: str) -> str | None:
    """The rule of an element that by its very name is no article; None for any other."""
    return _FURNITURE.get(name)


class Whole:
    """How many characters the region has; it is read no further than an answer needs."""

    def __init__(self, region: Tag) -> None:
        self._region: Tag | None = region
        self._texts: Iterator[str] = iter(())
        self._read = -1

    def has(self, length: float) -> bool:
        """Has it so many characters, blanks collapsed? Of its texts as they were when it was first asked,
        which is before most of what goes is gone. An empty one has one.
        """
        if self._region is not None:
            self._texts, self._region = iter(walk.texts(self._region)), None
        while self._read < length:
            text = next(self._texts, None)
            if text is None:
                return length <= max(1, self._read)
            if not text.isspace():
                self._read += len(" ".join(text.split())) + 1
        return True


def rule_of(tag: Tag, whole: Whole) -> str | None:
    """Why an element goes, whatever it holds; None where it may stay. `whole`: the region: what has a large
    part of its characters is the article itself under a misleading name.
    """
    name, attrs = tag.name, tag.attrs
    rule = _FURNITURE.get(name) or ("request" if name == "form" and _asks(tag) else None)
    if rule is None:
        if _may_be_hidden(attrs) and _is_hidden(tag):
            rule = "hidden"
        elif "role" in attrs:
            rule = _ROLES.get(str(attrs["role"]))
    if rule is None:
        return None if name in _NEVER_BY_NAME else _rule_by_name(tag, whole)
    if rule in (CODE, NOSCRIPT) or name in _UNSEEN:
        return rule
    if rule == "control" and _reads_on(tag):
        return None
    return rule if whole.has(_LARGE_PART * length_of(tag)) else None


def _may_be_hidden(attrs: Mapping[str, object]) -> bool:
    """Quick: most styles set a colour or a width."""
    if "hidden" in attrs or "aria-hidden" in attrs:
        return True
    style = str(attrs["style"]).lower() if "style" in attrs else ""
    return "none" in style or "hidden" in style


def is_only_picture(noscript: Tag) -> bool:
    """Text for browsers without scripts goes; a picture that stands there for a lazy one takes its place."""
    pictures = walk.every(noscript, _IMG)
    if len(pictures) != 1 or walk.has_words(noscript):
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


def _rule_by_name(tag: Tag, whole: Whole) -> str | None:
    kind, ident = tag.attrs.get("class"), tag.attrs.get("id")
    if ident and tag.name in _HEADINGS:
        ident = None  # a slug of its words
    if kind:
        rule = names.piece_named(f" {kind} {ident} ".lower() if ident else f" {kind} ".lower())
    elif ident:
        rule = names.piece_named(f" {ident} ".lower())
    else:
        return None
    if rule is None or (rule in _TOOLS and walk.has(tag, _CODE_BLOCKS)):
        return None
    if rule != "comments" and _reads_like_the_article(tag):
        return None
    size = length_of(tag)
    above = tag.parent
    if tag.name in _INLINE and above is not None and walk.is_longer(above, max(2 * size, _PROSE)):
        return None  # in the midst of prose
    return rule if whole.has((2 if rule in ("comments", "related") else 4) * size + 1) else None
