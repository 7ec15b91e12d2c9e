"""Figures: pictures with caption and credit, galleries taken apart, films with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import credits, walk
from clipper.clean.elements import KEPT, Attributes, element, put, take_out
from clipper.clean.shapes import IMG, join_paragraphs, trim, unlink_pictures

Flow = Callable[[Tag, Tag], None]
"""Puts the children of one element as blocks into another."""
_FIGURE = frozenset(("figure",))
_CAPTION = frozenset(("figcaption",))
_SHOWN = frozenset(("img", "table", "pre", "blockquote"))
_LINKS = frozenset(("a",))
_PICTURES = frozenset(("img", "amp-img", "picture", "video"))
_BACKGROUND = re.compile(
    r"background(?:-image)?\s*:[^;]*?url\(\s*(?:\"([^\"]+)\"|'([^']+)'|([^)\s]+))\s*\)", re.IGNORECASE
)
_LAZY_BACKGROUNDS = ("data-bg", "data-background", "data-background-image", "data-lazy-bg", "data-bg-url")
BACKGROUNDS = frozenset(("style", *_LAZY_BACKGROUNDS))
"""Attributes that may name a background."""
_PICTURE_BOX = re.compile(
    r"(?:^|[\s_-])(?:images?|img|photos?|pictures?|pic|figure|hero|lead|cover|featured?|slide|bild|foto)(?:$|[\s_-])",
    re.IGNORECASE,
)
LONGEST_TEXT = 300
"""Characters beside a picture in its own box that are taken for its caption."""


def is_gallery(tag: Tag) -> bool:
    """Does a figure hold other figures?"""
    return walk.has(tag, _FIGURE)


def is_list_of_pictures(tag: Tag) -> bool:
    """A list in which each item is a picture with no more words than a caption has, none of them a link."""
    items = [
        each
        for each in tag.contents
        if isinstance(each, Tag) and (walk.has(each, IMG) or walk.has_words(each))
    ]
    if not items or not all(walk.has(each, IMG) for each in items):
        return False
    return all(
        len(walk.text_of(each)) <= LONGEST_TEXT and not any(map(walk.has_words, walk.every(each, _LINKS)))
        for each in items
    )


def made_of(tag: Tag, flow: Flow, attrs: Attributes) -> list[Tag]:
    """The blocks that a figure of the page becomes: mostly one `figure`; what is no part of it follows."""
    words = _caption_of(tag, flow)
    inside = element("figure", attrs)
    flow(tag, inside)
    shown, beside = _sorted(inside)
    said = sum(len(walk.text_of(each)) for each in beside)
    if said <= LONGEST_TEXT and any(each.name in ("img", "figure") for each in shown):
        words = [*beside, *words]
        beside = []
    if not shown:
        for each in words:
            join_paragraphs(each)
            trim(each)
            each.name = "p"
        return [*beside, *(each for each in words if walk.has_words(each))]
    return [*_figure(shown, words, attrs), *beside]


def add_caption(figure: Tag, words: Tag) -> None:
    """More words for a figure, on a line of their own."""
    join_paragraphs(words)
    trim(words)
    if not walk.has_words(words):
        return
    caption = next(
        (each for each in figure.contents if isinstance(each, Tag) and each.name == "figcaption"), None
    )
    if caption is None:
        caption = element("figcaption")
        put(figure, caption)
    elif caption.contents:
        put(caption, element("br"))
    for each in words.contents:
        put(caption, each)  # type: ignore[arg-type]


def _caption_of(tag: Tag, flow: Flow) -> list[Tag]:
    """What the figure says of itself, out of the page's tree: captions, and credits beside them."""
    found: list[Tag] = []
    for each in _captions_in(tag):
        holder = element("figcaption")
        flow(each, holder)
        found.append(holder)
        take_out(each)
    return found


def _captions_in(tag: Tag) -> list[Tag]:
    found: list[Tag] = []
    for child in tag.contents:
        if not isinstance(child, Tag):
            continue
        if child.name == "figcaption" or (credits.is_named(child) and not walk.has(child, _SHOWN)):
            if not walk.has(child, _SHOWN):
                found.append(child)
            else:
                found += _captions_in(child)
        elif child.name not in ("figure", "table", "blockquote"):
            found += _captions_in(child)
    return found


def _sorted(inside: Tag) -> tuple[list[Tag], list[Tag]]:
    """What is shown, and the words beside it; pictures of inner figures are shown in this one."""
    shown: list[Tag] = []
    beside: list[Tag] = []
    for each in inside.contents:
        if not isinstance(each, Tag):
            continue
        if each.name == "figure" and KEPT not in each.attrs:
            shown += [part for part in each.contents if isinstance(part, Tag) and part.name == "img"]
            beside += [part for part in each.contents if isinstance(part, Tag) and part.name != "img"]
        elif each.name in _SHOWN or each.name == "figure":
            shown.append(each)
        else:
            beside.append(each)
    return shown, beside


def _figure(shown: list[Tag], words: list[Tag], attrs: Attributes) -> list[Tag]:
    if len(shown) == 1 and KEPT in shown[0].attrs:
        return [_embedded(shown[0], words)]
    figure = element("figure", attrs)
    for each in shown:
        put(figure, each)
    unlink_pictures(figure)
    for each in words:
        add_caption(figure, each)
    return [figure]


def _embedded(block: Tag, words: list[Tag]) -> Tag:
    """A film in a figure of the page's own."""
    for each in words:
        if block.name == "figure":
            add_caption(block, each)
        elif walk.has_words(each):
            each.name = "p"
            join_paragraphs(each)
            put(block, each)
    return block


def split_off(paragraph: Tag) -> Tag | None:
    """The picture that stands above the words of a paragraph, on a line of its own; None where none does."""
    contents = [each for each in paragraph.contents if isinstance(each, Tag) or not each.isspace()]  # type: ignore[attr-defined]
    if len(contents) < 3 or not isinstance(contents[1], Tag) or contents[1].name != "br":
        return None
    picture = contents[0]
    if isinstance(picture, Tag) and picture.name == "a" and not walk.has_words(picture):
        inner = [each for each in picture.contents if isinstance(each, Tag)]
        picture = inner[0] if len(inner) == 1 else picture
    if not isinstance(picture, Tag) or picture.name != "img":
        return None
    at = next(at for at, each in enumerate(paragraph.contents) if each is contents[1])
    del paragraph.contents[: at + 1]
    trim(paragraph)
    return picture


def is_set_off(paragraph: Tag) -> bool:
    """Are all its words in italics or small?"""
    return all(
        (isinstance(each, Tag) and each.name in ("em", "i", "small", "br"))
        or (type(each) is NavigableString and each.isspace())
        for each in paragraph.contents
    )


def background_of(box: Tag) -> Tag | None:
    """An `img` for the picture that a box made for one shows as its background; None where there is none."""
    attrs = box.attrs
    found = _BACKGROUND.search(str(attrs.get("style") or ""))
    address = (
        found[1] or found[2] or found[3]
        if found
        else next((attrs[key] for key in _LAZY_BACKGROUNDS if key in attrs), "")
    )
    if not address or not (box.name == "figure" or _PICTURE_BOX.search(str(attrs.get("class") or ""))):
        return None
    if walk.has(box, _PICTURES) or len(walk.text_of(box)) > LONGEST_TEXT:
        return None
    label = str(attrs.get("aria-label") or attrs.get("title") or "")
    return element("img", {"src": str(address), "alt": label} if label else {"src": str(address)})
