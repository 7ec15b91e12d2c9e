"""The closed set of markup that an article's body is made of: whoever writes or shows one reads it here."""

from __future__ import annotations

from collections.abc import Mapping

TAGS = frozenset(
    (
        *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"),
        *("figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
        *("a", "em", "strong", "b", "i", "u", "s", "sub", "sup", "small", "mark", "del", "ins", "abbr", "br"),
        *("q", "cite", "code", "kbd", "samp", "time", "ruby", "rt", "rp", "bdi", "bdo", "span"),
    )
)
"""Elements of `Article.html`."""

EVERYWHERE = frozenset(("dir", "lang"))
"""Attributes of any element."""

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset(("href",)),
    "img": frozenset(("src", "alt", "width", "height")),
    "td": frozenset(("colspan", "rowspan", "scope")),
    "th": frozenset(("colspan", "rowspan", "scope")),
    "time": frozenset(("datetime",)),
    "del": frozenset(("datetime",)),
    "ins": frozenset(("datetime",)),
    "ol": frozenset(("start",)),
    "abbr": frozenset(("title",)),
}
"""Attributes of one element, besides those."""


def allowed() -> dict[str, set[str]]:
    """Both as a sanitiser takes them; `*` stands for any element. A new dict each time."""
    return {"*": set(EVERYWHERE), **{tag: set(names) for tag, names in ATTRIBUTES.items()}}
