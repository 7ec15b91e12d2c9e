"""What the reader shows of a clip: one HTML document, its pictures, and the variables of its style."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import lxml.html

from clipper.article.clip import Clip
from clipper.gui.panes.reading_body import body, picture
from clipper.gui.panes.wording import by, minutes, published_day
from clipper.gui.theme import Theme
from clipper.gui.words import host
from clipper.i18n import flag_sentence, ngettext
from clipper.webengine.scheme import POLICY

PICTURE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
"""Kinds of picture that are ever served."""
LOOK = "look.css"
"""Stands in the document for the sheet of the theme and text size that are chosen when it is opened."""


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A clip as a document."""

    html: str
    pictures: dict[str, str]
    """Media types of the pictures that may be asked for, by SHA-256."""


def reading_page(clip: Clip) -> ReadingPage:
    """The document of a clip. No style and no script stands in it; its addresses are `clip:` or links."""
    images = {image.url: image for image in clip.images}
    made = body(clip.html, images, clip.text)
    lead = _lead(clip) if clip.lead_image and clip.lead_image not in made.shown else ""
    pictures = {
        image.sha256: image.media_type if image.media_type in PICTURE_TYPES else "application/octet-stream"
        for image in clip.images
        if image.sha256
    }
    return ReadingPage(_document(clip, lead, made.html), pictures)


def style_variables(theme: Theme, scale: int) -> dict[str, str]:
    """Values of the variables in `resources/reader/reader.css`; `scale` in per cent."""
    colours = ("read", "line", "ink", "soft", "faint", "accent", "sel", "chip", "hit", "ghost")
    made = {f"--{name}": getattr(theme, name) for name in colours}
    return made | {"--scale": f"{scale / 100:.2f}", "color-scheme": theme.name}


def style_sheet(theme: Theme, scale: int) -> str:
    """The variables as a style sheet."""
    lines = "".join(f"{name}: {value};" for name, value in style_variables(theme, scale).items())
    return f":root {{{lines}}}"


def _document(clip: Clip, lead: str, text: str) -> str:
    row = clip.row
    language = escape(row.language or "", quote=True)
    direction = row.direction or "auto"
    title = escape(row.title or host(row.url))
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_in_page(POLICY), quote=True)}">'
        f"<title>{title}</title>"
        '<link rel="stylesheet" href="clip://style/reader.css">'
        f'<link rel="stylesheet" href="clip://style/{LOOK}"></head>'
        f'<body><article lang="{language}" dir="{direction}"><header>{_source(clip)}'
        f'<h1 dir="auto">{title}</h1>{_byline(clip)}</header>{lead}{_remarks(clip)}'
        f'<div class="text">{text}</div></article></body></html>'
    )


def _in_page(policy: str) -> str:
    """`frame-ancestors` counts in a header only."""
    return "; ".join(part for part in policy.split("; ") if not part.startswith("frame-ancestors"))


def _source(clip: Clip) -> str:
    """Site, section, day and reading time; the site leads to the original."""
    row = clip.row
    count = minutes(clip.text)
    site = f"<bdi>{escape(row.site or host(row.url))}</bdi>"
    address = row.canonical_url or row.url
    if address.startswith(("http://", "https://")):
        site = f'<a href="{escape(address, quote=True)}">{site}</a>'
    rest = (row.section, published_day(row.published), ngettext("{count} min", "{count} min", count))
    said = [site, *(f"<bdi>{escape(each)}</bdi>" for each in rest if each)]
    return f'<p class="source">{" · ".join(said)}</p>'


def _byline(clip: Clip) -> str:
    said = by(clip.row.byline, clip.row.language)
    return f'<p class="byline">{escape(said)}</p>' if said else ""


def _lead(clip: Clip) -> str:
    image = next((each for each in clip.images if each.url == clip.lead_image), None)
    if image is None:
        return ""
    shown = lxml.html.tostring(picture(image, image.alt), encoding="unicode")
    caption = f"<figcaption>{escape(image.caption)}</figcaption>" if image.caption else ""
    return f'<figure class="lead">{shown}{caption}</figure>'


def _remarks(clip: Clip) -> str:
    """What the reader must know before the text: that it may not be an article at all."""
    said = [flag_sentence(flag.code, flag.values) for flag in clip.row.flags if flag.code == "no_article"]
    return "".join(f'<p class="remark" dir="auto">{escape(each)}</p>' for each in said)
