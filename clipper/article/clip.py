"""Clip: what the user kept. ClipRow is what a list shows; Clip is the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from clipper.article.article import Article, Direction, Edit, Flag, Removal
from clipper.article.fields import FieldName
from clipper.article.highlight import Highlight
from clipper.article.page import Page

ClipId = NewType("ClipId", int)
CollectionId = NewType("CollectionId", int)
TagId = NewType("TagId", int)
QueueId = NewType("QueueId", int)


@dataclass(frozen=True, slots=True)
class ClipRow:
    """A clip as a list shows it: everything but text, html and images."""

    id: ClipId
    uid: str
    url: str
    canonical_url: str | None
    title: str | None
    site: str | None
    section: str | None
    language: str | None
    direction: Direction | None
    excerpt: str | None
    note: str | None
    byline: tuple[str, ...]
    tags: tuple[str, ...]
    keywords: tuple[str, ...]
    collections: tuple[str, ...]
    """Full paths, parts joined by `/`: `Politics/Russia`. A `/` inside a name is written `\\/`."""
    published: str | None
    captured: datetime
    """Aware, UTC."""
    starred: bool
    read: bool
    trashed: bool
    flags: tuple[Flag, ...]
    thumbnail: str | None
    """SHA-256 of the stored lead image, or None."""
    words: int
    """Of the text; for the reading time."""
    updated: str | None = None
    agency: str | None = None
    dateline: str | None = None
    licence: str | None = None
    """These four as in `Article`."""
    rights: str | None = None
    """The user's note on what may be done with it."""
    medium: str | None = None
    """One of `fields.MEDIA`, or what the user calls it."""
    edition: str | None = None
    page: str | None = None
    """As print gives it: `4`, `B 2`, `12–14`."""
    custom: tuple[tuple[str, str], ...] = ()
    """Fields of the user's own making, names and values, in his order."""


@dataclass(frozen=True, slots=True)
class ClipImage:
    """An image of a clip. `sha256` is None where it could not be had (`problem` is then an error's code)."""

    url: str
    alt: str | None
    caption: str | None
    sha256: str | None
    media_type: str | None
    width: int | None
    height: int | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Clip:
    """One clip, whole."""

    row: ClipRow
    html: str
    """Body as `Article.html`; image addresses are the page's own: match them with `images`."""
    text: str
    lead_image: str | None
    images: tuple[ClipImage, ...]
    removals: tuple[Removal, ...]
    cleaner: str
    edits: tuple[Edit, ...] = ()
    """What the user brought back and took out, in the order in which it was done."""
    own: tuple[FieldName, ...] = ()
    """Fields that are the user's own; what the page said of them is kept. With `text` among them, html and
    text are his, and `removals`, which tell of the page's, are empty."""
    highlights: tuple[Highlight, ...] = ()
    """In the order of the text; those that stand there no more at the end."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Where a new clip goes."""

    collections: tuple[str, ...] = ()
    """Collection paths, made where they do not exist yet."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewClip:
    """What `store` keeps in one act: what was captured and what was made of it. Blobs are already written."""

    page: Page
    raw_sha256: str
    """Blob of `page.html`."""
    article: Article
    images: tuple[ClipImage, ...]
    filing: Filing
    further: tuple[tuple[Page, str], ...] = ()
    """The pages on which the article goes on, each with its blob, in order."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a clip stood when somebody began to clean it again: whoever finds it otherwise was overtaken."""

    clip: ClipId
    version: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a clip is cleaned again from: it as it stands, and the pages its current version was made of."""

    clip: Clip
    article: Article
    """What its current version says, without what the user changed of it."""
    version: int
    capture: int
    pages: tuple[Page, ...]
    """With their raw bytes, in order; never empty."""
    pictures: tuple[ClipImage, ...]
    """Of all its versions, the latest last: those that are here need not be fetched."""

    @property
    def standing(self) -> Standing:
        """How the clip stands."""
        return Standing(self.clip.row.id, self.version, self.clip.edits)


@dataclass(frozen=True, slots=True)
class Revision:
    """What cleaning a clip again gave: becomes a new version."""

    basis: Basis
    article: Article
    images: tuple[ClipImage, ...]


@dataclass(frozen=True, slots=True)
class CollectionNode:
    """A collection with its place in the tree; `count` is of untrashed clips filed in it directly."""

    id: CollectionId
    parent: CollectionId | None
    name: str
    path: str
    count: int
    colour: str | None = None
    icon: str | None = None
    """Both as in `organising.Look`."""


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """How many clips each fixed place of the sidebar holds."""

    all: int = 0
    unfiled: int = 0
    starred: int = 0
    unread: int = 0
    trash: int = 0


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many untrashed clips carry it. One that only others are nested in counts 0."""

    name: str
    """With those it is nested in: `trade/ports`."""
    count: int
    total: int = 0
    """How many carry it or one nested in it, each once."""
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the capture queue. `problem` set: it failed, and waits for "try again"."""

    id: QueueId
    source: str
    filing: Filing
    added: datetime
    running: bool
    """Leased by some process right now."""
    problem: str | None
    """An error's code."""
    values: tuple[tuple[str, str], ...] = ()
    """That error's values."""
