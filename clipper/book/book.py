"""Book: a selection of clips as a press review; pure data, every word of it ready to be set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from clipper.article.article import Direction
from clipper.article.clip import Clip, ClipImage, ClipRow
from clipper.book.language import guessed, tongue
from clipper.book.nodes import Node, every
from clipper.book.read import read
from clipper.book.words import breakable, direction_of, one_line, shortened
from clipper.i18n import _, date_words, flag_sentence, ngettext, reason

RUNNING_HEAD = 64
"""Characters of a running head; about what one line holds beside the book's title."""
SHOWN_URL = 160
SOURCES = 24
"""Sites that the cover names; the others are counted."""
_REMARKS = ("no_article", "relative_date")
"""Flags that a reader of the paper must know; a picture that is missing says so in its place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a book. Empty strings where the page does not say."""

    title: str
    running_head: str
    site: str
    section: str
    byline: str
    published: str
    day: str
    """The same without its time."""
    printed: str
    """Edition and page, where it was printed."""
    clipped: str
    url: str
    """Where it can be read; empty if nowhere."""
    shown_url: tuple[Node | str, ...]
    language: str
    direction: Direction
    remarks: tuple[str, ...]
    lead: Node | None
    """The lead picture's figure where the body does not show it."""
    body: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A press review; with one entry it is that article alone, without cover and contents."""

    title: str
    made: datetime
    date: str
    summary: str
    """How many articles from how many sources."""
    sources: tuple[tuple[str, int], ...]
    """Sites on the cover, the most frequent first."""
    more_sources: str
    language: str
    """What all entries are written in; where they differ, the language of Clipper's own words."""
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    """Clipper's own words in the book: `contents`, `missing`, `picture`."""
    entries: tuple[Entry, ...]


def press_review(clips: Sequence[Clip], *, title: str, made: datetime) -> Book:
    """The book of these clips, in their order."""
    entries = tuple(_entry(clip) for clip in clips)
    sites = Counter(entry.site for entry in entries if entry.site)
    ranked = sorted(sites.items(), key=lambda site: (-site[1], site[0].casefold()))
    articles = ngettext("{count} article", "{count} articles", len(entries))
    sources = ngettext("{count} source", "{count} sources", len(sites))
    left = len(ranked) - SOURCES
    return Book(
        title=one_line(title).strip(),
        made=made,
        date=date_words(made.astimezone().date().isoformat()),
        summary=_("{articles} from {sources}").format(articles=articles, sources=sources)
        if sites
        else articles,
        sources=tuple(ranked[:SOURCES]),
        more_sources=ngettext("and {count} other", "and {count} others", left) if left > 0 else "",
        language=_common({entry.language for entry in entries}),
        authors=clips[0].row.byline if len(clips) == 1 else (),
        keywords=_keywords(clips),
        words=_words(),
        entries=entries,
    )


def data(book: Book) -> dict[str, object]:
    """The book as JSON knows it."""
    return {
        **{name: getattr(book, name) for name in ("title", "date", "summary", "sources", "more_sources")},
        **{name: getattr(book, name) for name in ("authors", "keywords")},
        "language": tongue(book.language),
        "direction": direction_of(book.title),
        "words": dict(book.words),
        "entries": [_entry_data(entry) for entry in book.entries],
    }


def _entry_data(entry: Entry) -> dict[str, object]:
    said = (
        "title",
        "running_head",
        "site",
        "section",
        "byline",
        "published",
        "day",
        "printed",
        "clipped",
        "url",
    )
    return {
        **{name: getattr(entry, name) for name in (*said, "direction", "remarks")},
        "headline": [_node_data(node) for node in breakable(entry.title, 30, 20)],
        "shown_url": [_node_data(node) for node in entry.shown_url],
        "language": tongue(entry.language),
        "lead": entry.lead.data() if entry.lead else None,
        "body": [node.data() for node in entry.body],
    }


def _node_data(node: Node | str) -> object:
    return node if isinstance(node, str) else node.data()


def _words() -> tuple[tuple[str, str], ...]:
    return (
        ("contents", _("Contents")),
        ("missing", _("This picture was not kept.")),
        ("unreadable", _("This picture cannot be shown on paper.")),
        ("picture", _("Picture without a description")),
        ("code", "en"),
    )


def _entry(clip: Clip) -> Entry:
    row = clip.row
    body = read(clip.html, {image.url: _picture(image) for image in clip.images})
    title = one_line(row.title or "").strip() or _("Untitled")
    url = row.canonical_url or row.url
    text = f"{title}\n{clip.text}"
    return Entry(
        title=title,
        running_head=shortened(title, RUNNING_HEAD),
        site=one_line(row.site or _host(url)).strip(),
        section=one_line(row.section or "").strip(),
        byline=one_line(", ".join(row.byline)).strip(),
        published=date_words(row.published) if row.published else "",
        day=date_words(row.published[:10]) if row.published else "",
        printed=_printed(row),
        clipped=_("Clipped {date}").format(date=date_words(row.captured.astimezone().date().isoformat())),
        url=url if url.startswith(("http://", "https://")) and len(url) < SHOWN_URL * 10 else "",
        shown_url=tuple(breakable(_shown(url))),
        language=row.language or guessed(text) or "und",
        direction=row.direction or direction_of(text),
        remarks=tuple(flag_sentence(flag.code, flag.values) for flag in row.flags if flag.code in _REMARKS),
        lead=_lead(clip, body),
        body=body,
    )


def _printed(row: ClipRow) -> str:
    page = _("p. {page}").format(page=row.page) if row.page else ""
    return one_line(", ".join(part for part in (row.edition, page) if part)).strip()


def _lead(clip: Clip, body: tuple[Node, ...]) -> Node | None:
    shown = {node.url for node in every(body) if node.kind == "picture"}
    image = next((image for image in clip.images if image.url == clip.lead_image), None)
    if image is None or image.sha256 is None or image.url in shown:
        return None
    if image.sha256 in {node.sha256 for node in every(body)}:
        return None
    caption = one_line(image.caption or "").strip()
    return Node("figure", (_picture(image), *((Node("caption", (caption,)),) if caption else ())))


def _picture(image: ClipImage) -> Node:
    missing = _("This picture could not be had: {reason}.").format(reason=reason(image.problem or ""))
    return Node(
        "picture",
        url=image.url,
        sha256=image.sha256,
        alt=one_line(image.alt or image.caption or "").strip() or None,
        words=missing if image.sha256 is None and image.problem else None,
        width=image.width or 0,
        height=image.height or 0,
    )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _shown(url: str) -> str:
    """An address as people read it; of a saved file its name only: its folder is nobody's business."""
    readable = one_line(unquote(url)).strip()
    if readable.startswith("file:"):
        return PurePosixPath(readable).name
    bare = readable.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare if len(bare) <= SHOWN_URL else bare[: SHOWN_URL - 1] + "…"


def _common(languages: set[str]) -> str:
    return languages.pop() if len(languages) == 1 and languages != {"und"} else "en"


def _keywords(clips: Sequence[Clip]) -> tuple[str, ...]:
    """The users' tags first, then the pages' own by number; at most 30."""
    counted = Counter(word for clip in clips for word in clip.row.keywords)
    tags: Mapping[str, None] = dict.fromkeys(tag for clip in clips for tag in clip.row.tags)
    return tuple(dict.fromkeys([*tags, *(word for word, _count in counted.most_common(30))]))[:30]
