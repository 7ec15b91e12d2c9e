"""Clips as one self-contained web page: pictures inside, no scripts, and nothing that asks the network."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path

import nh3
from lxml import etree, html
from lxml.etree import _Element

from clipper.article.clip import Clip, ClipImage, ClipRow
from clipper.article.markup import TAGS, allowed
from clipper.exchange.marking import mark_highlights
from clipper.exchange.writing import GetPicture, media_type, one_by_one, picture_of, writing
from clipper.i18n import _, date_words, flag_sentence, medium_words
from clipper.jobs import Ticket
from clipper.resources import resource

_LINKS = {"http", "https", "mailto"}
_PICTURES = {"clip", "file"}
"""How a body names pictures that came inside a page or lay beside it; none of them is left in the file."""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def export(clips: Sequence[Clip], pictures: GetPicture, target: Path, title: str, ticket: Ticket) -> None:
    """One page; with a list of contents where there are several clips."""
    several = len(clips) > 1
    with writing(target) as file:
        file.write(_head(clips, title if several else _title(clips[0].row)))
        if several:
            file.write(f"<header><h1>{escape(title)}</h1></header>\n{_contents(clips)}")
        file.write("<main>\n")
        for number, clip in enumerate(one_by_one(clips, ticket)):
            file.write(_article(clip, number, _Inside(clip, pictures, ticket), several=several))
        file.write("</main>\n</body>\n</html>\n")


class _Inside:
    """Puts a clip's pictures into its HTML."""

    def __init__(self, clip: Clip, pictures: GetPicture, ticket: Ticket) -> None:
        self._known = {image.url: image for image in clip.images}
        self._pictures, self._ticket = pictures, ticket

    def place(self, element: _Element) -> None:
        """Give an `img` its picture; where there is none, words stand in its place."""
        image = self._known.get(element.get("src") or "")
        source = self.address(image) if image else None
        if source:
            element.set("src", source)
            return
        words = element.get("alt") or (image.alt if image else None) or _("This picture was not kept.")
        tail = element.tail
        element.attrib.clear()
        element.tag, element.text, element.tail = "span", words, tail
        element.set("class", "missing")

    def address(self, image: ClipImage) -> str | None:
        """The picture itself as an address."""
        found = picture_of(image, self._pictures, self._ticket)
        if found is None:
            return None
        return f"data:{media_type(image, found)};base64,{base64.b64encode(found).decode('ascii')}"


def _head(clips: Sequence[Clip], title: str) -> str:
    languages = {clip.row.language for clip in clips}
    language = languages.pop() if len(languages) == 1 else None
    return (
        f'<!doctype html>\n<html lang="{escape(language or "en")}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="Clipper">\n'
        f"<title>{escape(title)}</title>\n<style>\n"
        f"{resource('exchange', 'page.css').read_text('utf-8')}</style>\n</head>\n<body>\n"
    )


def _contents(clips: Sequence[Clip]) -> str:
    lines = [
        f'<li{_spoken(clip.row)}><a href="#clip-{number}">{escape(_title(clip.row))}</a>'
        f" <span>{_joined([clip.row.site or '', _date(clip.row)])}</span></li>"
        for number, clip in enumerate(clips)
    ]
    return f'<nav aria-label="{escape(_("Contents"))}">\n<ol>\n' + "\n".join(lines) + "\n</ol>\n</nav>\n"


def _article(clip: Clip, number: int, inside: _Inside, *, several: bool) -> str:
    row, level = clip.row, 2 if several else 1
    site = f"<strong>{escape(row.site)}</strong>" if row.site else ""
    return (
        f'<article id="clip-{number}"{_spoken(row)}>\n'
        f'<p class="source">{_joined([site, escape(row.section or "")])}</p>\n'
        f"<h{level}>{escape(_title(row))}</h{level}>\n"
        f'<p class="byline">{_joined([escape(", ".join(row.byline)), _date(row)])}</p>\n'
        f"{_of_the_user(row)}"
        f'<p class="clipped">{_joined([_address(row), escape(_clipped(row))])}</p>\n'
        f"{_remarks(row)}{_lead(clip, inside)}{_body(clip, inside, several=several)}\n"
        f"{_marked(clip)}</article>\n"
    )


def _body(clip: Clip, inside: _Inside, *, several: bool) -> str:
    """The clip's HTML, cleaned once more: a page that leaves the library trusts nobody."""
    safe = nh3.clean(
        clip.html,
        tags=set(TAGS),
        attributes=allowed(),
        url_schemes=_LINKS | _PICTURES,
        link_rel="noopener noreferrer",
    )
    root = html.fragment_fromstring(safe, create_parent="div", parser=html.HTMLParser(huge_tree=True))
    for element in list(root.iter("img")):
        inside.place(element)
    for element in root.iter("a"):
        if element.get("href", "").partition(":")[0].lower() not in _LINKS:
            element.attrib.pop("href", None)
    mark_highlights(root, clip)
    if several:
        for element in root.iter("h2", "h3", "h4", "h5"):
            element.tag = f"h{int(str(element.tag)[1]) + 1}"
    return etree.tostring(root, encoding="unicode", method="html")


def _of_the_user(row: ClipRow) -> str:
    """What the user says of where it was printed or sent, and what may be done with it."""
    medium = medium_words(row.medium) if row.medium else ""
    page = _("p. {page}").format(page=row.page) if row.page else ""
    said = [
        medium,
        row.edition or "",
        page,
        *(f"{name}: {value}" for name, value in row.custom),
        row.rights or "",
    ]
    return f'<p class="byline">{_joined([escape(each) for each in said])}</p>\n' if any(said) else ""


def _marked(clip: Clip) -> str:
    """The user's highlights that have a note, or are not in the text any more."""
    told = [each for each in clip.highlights if each.note or each.place is None]
    if not told:
        return ""
    lines = [
        f'<li><q class="{each.colour}">{escape(each.anchor.quote)}</q>'
        f"{f'<p>{escape(each.note)}</p>' if each.note else ''}</li>"
        for each in told
    ]
    return (
        f'<aside aria-label="{escape(_("Highlights"))}">\n<ul>\n' + "\n".join(lines) + "\n</ul>\n</aside>\n"
    )


def _lead(clip: Clip, inside: _Inside) -> str:
    image = next((image for image in clip.images if image.url == clip.lead_image), None)
    if image is None or escape(image.url) in clip.html or image.url in clip.html:
        return ""
    source = inside.address(image)
    if source is None:
        return ""
    caption = f"<figcaption>{escape(image.caption)}</figcaption>" if image.caption else ""
    return f'<figure><img src="{source}" alt="{escape(image.alt or "")}">{caption}</figure>\n'


def _remarks(row: ClipRow) -> str:
    return "".join(
        f'<p class="remark">{escape(flag_sentence(flag.code, flag.values))}</p>\n' for flag in row.flags
    )


def _title(row: ClipRow) -> str:
    return row.title or row.canonical_url or row.url


def _date(row: ClipRow) -> str:
    if row.published is None:
        return ""
    return f'<time datetime="{escape(row.published)}" dir="auto">{escape(date_words(row.published))}</time>'


def _clipped(row: ClipRow) -> str:
    return _("Clipped {date}").format(date=date_words(row.captured.astimezone().date().isoformat()))


def _address(row: ClipRow) -> str:
    url = row.canonical_url or row.url
    if not url.startswith(("http://", "https://")):
        return ""
    return f'<a href="{escape(url)}" rel="noopener noreferrer" dir="ltr">{escape(url)}</a>'


def _spoken(row: ClipRow) -> str:
    language = f' lang="{escape(row.language)}"' if row.language else ""
    return f'{language} dir="{row.direction or "auto"}"'


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)
