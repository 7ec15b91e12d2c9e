"""What the reader shows of a clip: one HTML document, its pictures, and the variables of its style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import lxml.html

from clipper.article.clip import Clip
from clipper.gui.panes.reading_body import Body, body, picture
from clipper.gui.panes.taken_out import deeds, ghosts, pieces, switch
from clipper.gui.panes.wording import by, minutes, published_day
from clipper.gui.theme import Theme
from clipper.gui.words import host
from clipper.i18n import flag_sentence, ngettext
from clipper.webengine.scheme import POLICY

PICTURE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
"""Kinds of picture that are ever served."""
LOOK = "look.css"
"""Stands in the document for the sheet of the theme and text size that are chosen when it is opened."""
GHOSTS_OFF, GHOSTS_ON = '<html data-ghosts="off"', '<html data-ghosts="on"'
"""How the document begins: what was taken out is in it either way, and seen or not."""
SHOWN_FLAGS = frozenset(
    (
        *("no_article", "teaser", "paywall", "consent_wall", "not_logged_in"),
        *("live_blog", "gallery", "index_page"),
    )
)
"""Flags that the reader must know before the text: it may be no article, or not all of it."""


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
    return ReadingPage(_document(clip, lead, made), pictures)


def style_variables(theme: Theme, scale: int) -> dict[str, str]:
    """Values of the variables in `resources/reader/reader.css`; `scale` in per cent."""
    colours = ("read", "line", "ink", "soft", "faint", "accent", "sel", "chip", "hit", "ghost", "warn")
    made = {f"--{name}": getattr(theme, name) for name in colours}
    return made | {"--scale": f"{scale / 100:.2f}", "color-scheme": theme.name}


def style_sheet(theme: Theme, scale: int) -> str:
    """The variables as a style sheet."""
    lines = "".join(f"{name}: {value};" for name, value in style_variables(theme, scale).items())
    return f":root {{{lines}}}"


def _document(clip: Clip, lead: str, made: Body) -> str:
    row = clip.row
    taken = pieces(clip)
    text = _with_ghosts(made.blocks, ghosts(taken, len(made.blocks)))
    language = escape(row.language or "", quote=True)
    direction = row.direction or "auto"
    title = escape(row.title or host(row.url))
    return (
        "<!DOCTYPE html>\n"
        f'{GHOSTS_OFF} lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_in_page(POLICY), quote=True)}">'
        f"<title>{title}</title>"
        '<link rel="stylesheet" href="clip://style/reader.css">'
        f'<link rel="stylesheet" href="clip://style/{LOOK}"></head>'
        f'<body><article lang="{language}" dir="{direction}"><header>'
        f'{_source(clip)}<h1 dir="auto">{title}</h1><div class="under">{_byline(clip)}{switch(taken)}</div>'
        f"</header>{_remarks(clip)}{lead}"
        f'<div class="text">{text}</div>{deeds()}</article></body></html>'
    )


def _with_ghosts(blocks: Sequence[str], at: Mapping[int, str]) -> str:
    shown = "".join(at.get(number, "") + block for number, block in enumerate(blocks))
    return shown + at.get(len(blocks), "")


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
    """What the reader must know before the text: that it may be no article, or not all of one."""
    said = [flag_sentence(flag.code, flag.values) for flag in clip.row.flags if flag.code in SHOWN_FLAGS]
    if not said:
        return ""
    lines = "".join(f'<p dir="auto">{escape(each)}</p>' for each in said)
    return f'<aside class="remarks" role="note">{_WARNING}<div>{lines}</div></aside>'


_WARNING = (
    '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.4 14.2 13H1.8z"/>'
    '<path d="M8 6.4v3.2M8 11.2v.3"/></svg>'
)
