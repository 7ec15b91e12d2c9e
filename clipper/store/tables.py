"""The tables of a library, as `migrations/` leaves them; private to `store`.

Capture (what came off the wire) -> Version (the article made of it) are never changed once written. Clip
names the
current version; Overlay is the user's and no cleaning ever writes it. What changes often (clip, filing) and
what is long (version_text) are different tables.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

from clipper.store.columns import Json, Moment

metadata = MetaData()

library = Table(
    "library",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about the library itself: `uid`, `index` (which generation of the text index is the current one),
`swept`."""

clip = Table(
    "clip",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("version_id", Integer, ForeignKey("version.id", use_alter=True)),
    Column("added", Moment, nullable=False),
    Column("captured", Moment, nullable=False),
    Column("starred", Integer, nullable=False, default=0),
    Column("read", Integer, nullable=False, default=0),
    Column("trashed", Moment),
    sqlite_autoincrement=True,
)
Index("clip_newest", clip.c.captured, sqlite_where=clip.c.trashed.is_(None))
Index("clip_starred", clip.c.captured, sqlite_where=(clip.c.trashed.is_(None)) & (clip.c.starred == 1))
Index("clip_unread", clip.c.captured, sqlite_where=(clip.c.trashed.is_(None)) & (clip.c.read == 0))
Index("clip_trashed", clip.c.trashed, sqlite_where=clip.c.trashed.is_not(None))

overlay = Table(
    "overlay",
    metadata,
    Column("clip_id", Integer, ForeignKey("clip.id"), primary_key=True),
    Column("title", Text),
    Column("byline", Json),
    Column("published", Text),
    Column("site", Text),
    Column("section", Text),
    Column("language", Text),
    Column("note", Text),
    Column("agency", Text),
    Column("updated", Text),
    Column("page", Text),
    Column("edition", Text),
    Column("medium", Text),
    Column("rights", Text),
    Column("custom", Json),
)
"""What the user changed or added; NULL is unchanged. `custom` holds pairs of name and value."""

overlay_text = Table(
    "overlay_text",
    metadata,
    Column("clip_id", Integer, ForeignKey("clip.id"), primary_key=True),
    Column("html", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("words", Integer, nullable=False),
)
"""The article as the user rewrote it; what the page said stays in the version."""

highlight = Table(
    "highlight",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("clip_id", Integer, ForeignKey("clip.id"), nullable=False),
    Column("quote", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("colour", Text, nullable=False),
    Column("note", Text),
    Column("made", Moment, nullable=False),
    sqlite_autoincrement=True,
)
"""Marked passages, anchored as W3C's Web Annotation does: the quotation, what stands around it, and where
in the text it began when it was made."""
Index("highlight_clip", highlight.c.clip_id)

edit = Table(
    "edit",
    metadata,
    Column("clip_id", Integer, ForeignKey("clip.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The overlay's edits: pieces of the raw page that the user brought back or took out, in order."""

site_file = Table(
    "site_file",
    metadata,
    Column("host", Text, primary_key=True),
    Column("content", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The files of `site_rules` as Clipper last wrote them; the files count, this is for undo."""

address = Table(
    "address",
    metadata,
    Column("key", Text, primary_key=True),
    Column("clip_id", Integer, ForeignKey("clip.id"), nullable=False),
    sqlite_with_rowid=False,
)
"""Under which addresses (as `addresses.address_key` writes them) a clip is known."""
Index("address_clip", address.c.clip_id)

capture = Table(
    "capture",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("clip_id", Integer, ForeignKey("clip.id"), nullable=False),
    Column("url", Text, nullable=False),
    Column("final_url", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", Json, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    Column("fetched", Moment, nullable=False),
    sqlite_autoincrement=True,
)
Index("capture_clip", capture.c.clip_id)
Index("capture_raw", capture.c.raw_sha256)

capture_page = Table(
    "capture_page",
    metadata,
    Column("capture_id", Integer, ForeignKey("capture.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("final_url", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", Json, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    Column("fetched", Moment, nullable=False),
    sqlite_with_rowid=False,
)
"""Further pages of a capture whose article goes on at other addresses, in order."""
Index("capture_page_raw", capture_page.c.raw_sha256)

version = Table(
    "version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("clip_id", Integer, ForeignKey("clip.id"), nullable=False),
    Column("capture_id", Integer, ForeignKey("capture.id"), nullable=False),
    Column("made", Moment, nullable=False),
    Column("cleaner", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("canonical_url", Text),
    Column("title", Text),
    Column("byline", Json, nullable=False),
    Column("published", Text),
    Column("site", Text),
    Column("section", Text),
    Column("keywords", Json, nullable=False),
    Column("language", Text),
    Column("direction", Text),
    Column("excerpt", Text),
    Column("lead_image", Text),
    Column("thumbnail", Text),
    Column("words", Integer, nullable=False),
    Column("flags", Json, nullable=False),
    Column("updated", Text),
    Column("agency", Text),
    Column("dateline", Text),
    Column("licence", Text),
    sqlite_autoincrement=True,
)
Index("version_clip", version.c.clip_id)
Index("version_capture", version.c.capture_id)

version_text = Table(
    "version_text",
    metadata,
    Column("version_id", Integer, ForeignKey("version.id"), primary_key=True),
    Column("html", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("removals", Json, nullable=False),
)

version_image = Table(
    "version_image",
    metadata,
    Column("version_id", Integer, ForeignKey("version.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("alt", Text),
    Column("caption", Text),
    Column("sha256", Text),
    Column("media_type", Text),
    Column("width", Integer),
    Column("height", Integer),
    Column("problem", Text),
    sqlite_with_rowid=False,
)
Index("version_image_sha256", version_image.c.sha256, sqlite_where=version_image.c.sha256.is_not(None))

tag = Table(
    "tag",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("fold", Text, nullable=False, unique=True),
    Column("colour", Text),
    sqlite_autoincrement=True,
)

clip_tag = Table(
    "clip_tag",
    metadata,
    Column("clip_id", Integer, ForeignKey("clip.id"), primary_key=True),
    Column("tag_id", Integer, ForeignKey("tag.id"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("clip_tag_tag", clip_tag.c.tag_id, clip_tag.c.clip_id)

collection = Table(
    "collection",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("parent_id", Integer, ForeignKey("collection.id")),
    Column("name", Text, nullable=False),
    Column("fold", Text, nullable=False),
    Column("position", Integer),
    Column("colour", Text),
    Column("icon", Text),
    sqlite_autoincrement=True,
)
"""`position` orders siblings where the user did; NULL: by name, behind those."""
Index("collection_sibling", collection.c.parent_id, collection.c.fold, unique=True)
Index("collection_top", collection.c.fold, unique=True, sqlite_where=collection.c.parent_id.is_(None))

clip_collection = Table(
    "clip_collection",
    metadata,
    Column("clip_id", Integer, ForeignKey("clip.id"), primary_key=True),
    Column("collection_id", Integer, ForeignKey("collection.id"), primary_key=True),
    Column("position", Integer),
    sqlite_with_rowid=False,
)
"""`position` is the user's own order of the clips in a collection; NULL: the newest first, before those."""
Index("clip_collection_collection", clip_collection.c.collection_id, clip_collection.c.clip_id)

smart = Table(
    "smart",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("fold", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False),
    Column("colour", Text),
    Column("icon", Text),
    sqlite_autoincrement=True,
)
"""Smart collections: a query with a name."""

rule = Table(
    "rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("fold", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False),
    Column("collections", Json, nullable=False),
    Column("tags", Json, nullable=False),
    Column("starred", Integer, nullable=False, default=0),
    Column("enabled", Integer, nullable=False, default=1),
    sqlite_autoincrement=True,
)
"""What is done to a clip that arrives and answers the query."""

backup_made = Table(
    "backup_made",
    metadata,
    Column("path", Text, primary_key=True),
    Column("made", Moment, nullable=False),
    sqlite_with_rowid=False,
)
"""Where backups of the library were written: deleting for good says which may still hold a clip."""

listed = Table(
    "listed",
    metadata,
    Column("clip_id", Integer, ForeignKey("clip.id"), primary_key=True),
    Column("trashed", Integer, nullable=False),
    Column("captured", Moment, nullable=False),
    Column("published", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("byline", Text, nullable=False),
    Column("site", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("teaser", Integer, nullable=False),
    Column("mark", Integer, nullable=False),
)
"""What lists are sorted and searches filtered by, one row a clip, derived: triggers keep it from the clip,
its version and its overlay. Texts are sort keys (`engine.sort_key`); `mark` is the same for the same text."""
SORTED = ("captured", "published", "title", "byline", "site", "section", "language", "words", "mark")
for _column in SORTED:
    Index(f"listed_{_column}", listed.c.trashed, listed.c[_column], listed.c.clip_id)

queue = Table(
    "queue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("collections", Json, nullable=False),
    Column("tags", Json, nullable=False),
    Column("added", Moment, nullable=False),
    Column("owner", Text),
    Column("leased_until", Moment),
    Column("problem", Text),
    Column("problem_values", Json),
    sqlite_autoincrement=True,
)

index_todo = Table(
    "index_todo",
    metadata,
    Column("turn", Integer, primary_key=True),
    Column("clip_id", Integer, nullable=False, unique=True),
    sqlite_autoincrement=True,
)
"""Clips whose findable words were changed and are not in the text index yet; filled by triggers. A turn is
never given twice, so striking off a turn never strikes off a later change."""

act = Table(
    "act",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("undone", Integer),
    sqlite_autoincrement=True,
)
"""The journal; `undone` numbers the undos, so that redo takes the latest."""

act_open = Table(
    "act_open",
    metadata,
    Column("act_id", Integer, ForeignKey("act.id"), primary_key=True),
)
"""The act that is being written: a row inside its transaction, never outside. Without it nothing is
journalled."""

act_change = Table(
    "act_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", Integer, ForeignKey("act.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("operation", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("clip_id", Integer),
    Column("before", Text),
    Column("after", Text),
)
"""Row images of an act, in order. `name` is the table, `key` its primary key as a JSON array, the images
JSON objects."""
Index("act_change_act", act_change.c.act_id, act_change.c.name)
