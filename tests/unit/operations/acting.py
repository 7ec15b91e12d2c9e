"""Every act of the operations, as something that chance can do: what a new act needs is one line in `ACTS`.

An act is called with the desk and a `Chance`, by which it chooses clips and names. It may raise a
ClipperError or change nothing: then it was no act.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from clipper.article.article import Guidance
from clipper.article.clip import ClipId, Filing, NewClip
from clipper.article.fields import Rewriting
from clipper.article.highlight import HighlightId
from clipper.article.organising import Look, Rule, SmartCollection, Spot
from clipper.article.page import Page
from clipper.article.query import Scope
from clipper.jobs import Ticket
from clipper.operations import clean_again, editing, highlights, organise, parts, rules, site_rules, smart
from clipper.operations.desk import Desk
from clipper.store import clips
from clipper.store import tables as t
from tests.unit.operations.plain_cleaner import PlainCleaner

PAGE = (
    "<html><title>{title}</title><article><p>The harbour opens again.</p><p class='box'>Our letters</p>"
    "<p>Ships come in {title}.</p></article></html>"
)
NAMES = ("a", "A", "b", "a/b", "a/c", "b/a", "c\\/d")
_OUTSIDE_ACTS = {"index_todo", "act", "act_open", "act_change", "library", "backup_made", "queue"}
"""Tables that undo leaves alone."""


@dataclass
class Chance:
    """Chooses, the same for the same number."""

    desk: Desk
    random: random.Random

    def clip(self) -> ClipId:
        """One clip, in the trash or not; 999 where there is none."""
        with self.desk.library.reading() as reading:
            every = sorted({*clips.ids(reading, Scope("all")), *clips.ids(reading, Scope("trash"))})
        return self.random.choice(every) if every else ClipId(999)

    def clips(self) -> list[ClipId]:
        """Some clips."""
        return [self.clip() for _each in range(self.random.randint(1, 3))]

    def name(self) -> str:
        """A tag or path."""
        return self.random.choice(NAMES)

    def on(self) -> bool:
        """Yes or no."""
        return self.random.random() < 0.5

    def spot(self) -> Spot:
        """A place in an order."""
        return Spot(self.random.choice(("up", "down", "first", "last")))

    def highlight(self) -> HighlightId:
        """One of the first highlights."""
        return HighlightId(self.random.randint(1, 3))


def keep(desk: Desk, chance: Chance) -> Any:
    """Clip a page of four; often one that is there."""
    n = chance.random.randrange(4)
    title = f"Story {n} {chance.random.randrange(2)}"
    url = f"https://news{n % 2}.example/{n}"
    data = PAGE.format(title=title).encode()
    page = Page(url, url, 200, (("content-type", "text/html"),), data, desk.clock())
    cleaned = PlainCleaner().clean([page], Guidance(), Ticket())
    article = replace(cleaned, title=f"{title}, as an older cleaner had it")
    filing = Filing((chance.name(),), (chance.name(),))
    new = NewClip(page, desk.library.blobs.put(data, compress=True), article, (), filing)
    return desk.act("clip", lambda writing: clips.keep(writing, new))


ACTS: dict[str, Callable[[Desk, Chance], Any]] = {
    "clip": keep,
    "star": lambda d, c: organise.star(d, c.clips(), on=True),
    "unstar": lambda d, c: organise.star(d, c.clips(), on=False),
    "read": lambda d, c: organise.mark_read(d, c.clips(), on=True),
    "unread": lambda d, c: organise.mark_read(d, c.clips(), on=False),
    "trash": lambda d, c: organise.trash(d, c.clips()),
    "restore": lambda d, c: organise.restore(d, c.clips()),
    "note": lambda d, c: organise.note(d, c.clip(), c.random.choice(["", "one", "two"])),
    "tag": lambda d, c: organise.tag(d, c.clips(), [c.name(), "both"]),
    "untag": lambda d, c: organise.untag(d, c.clips(), [c.name()]),
    "rename_tag": lambda d, c: organise.rename_tag(d, c.name(), c.name()),
    "merge_tag": lambda d, c: organise.merge_tag(d, c.name(), c.name()),
    "delete_tag": lambda d, c: organise.delete_tag(d, c.name()),
    "show_tag": lambda d, c: organise.show_tag_as(d, c.name(), Look("red" if c.on() else "")),
    "file": lambda d, c: organise.file_into(d, c.clips(), c.name()),
    "take_out": lambda d, c: organise.take_out(d, c.clips(), c.name()),
    "move": lambda d, c: organise.move(d, c.clips(), c.name()),
    "make_collection": lambda d, c: organise.make_collection(d, c.name()),
    "rename_collection": lambda d, c: organise.rename_collection(d, c.name(), c.name()),
    "move_collection": lambda d, c: organise.move_collection(d, c.name(), c.name() if c.on() else None),
    "merge_collection": lambda d, c: organise.merge_collection(d, c.name(), c.name()),
    "show_collection": lambda d, c: organise.show_collection_as(d, c.name(), Look("blue", "⚓")),
    "order_collection": lambda d, c: organise.order_collection(d, c.name(), c.spot()),
    "order_clips": lambda d, c: organise.order_clips(d, c.name(), c.clips(), c.spot().where),
    "delete_collection": lambda d, c: organise.delete_collection(d, c.name()),
    "make_smart": lambda d, c: smart.make(d, SmartCollection(c.name(), "harbour", "red")),
    "edit_smart": lambda d, c: smart.edit(d, c.name(), new=c.name(), query="ships"),
    "delete_smart": lambda d, c: smart.delete(d, c.name()),
    "order_smart": lambda d, c: smart.order(d, c.name(), c.spot()),
    "add_rule": lambda d, c: rules.add(d, Rule(c.name(), "harbour", (c.name(),), (c.name(),), c.on())),
    "edit_rule": lambda d, c: rules.edit(d, c.name(), name=c.name(), enabled=c.on()),
    "delete_rule": lambda d, c: rules.delete(d, c.name()),
    "order_rule": lambda d, c: rules.order(d, c.name(), c.spot()),
    "apply_rules": lambda d, _c: rules.apply(d),
    "edit": lambda d, c: editing.edit(d, c.clips(), Rewriting((("title", c.name()), ("page", "3")))),
    "edit text": lambda d, c: editing.edit_text(d, c.clip(), f"<p>My own {c.name()} harbour</p>"),
    "edit reset": lambda d, c: editing.reset(d, c.clips(), ["title", "text"]),
    "highlight": lambda d, c: highlights.add(d, c.clip(), "harbour", note=c.name()),
    "change_highlight": lambda d, c: highlights.change(d, [c.highlight()], colour="green"),
    "delete_highlight": lambda d, c: highlights.delete(d, [c.highlight()]),
    "restore_part": lambda d, c: parts.restore_part(d, c.clip(), 1),
    "remove_part": lambda d, c: parts.remove_part(d, c.clip(), 1),
    "undo_edit": lambda d, c: parts.undo_edit(d, c.clip(), 1),
    "clean_again": lambda d, c: clean_again.clean_again(d, c.clips()),
    "site_rule": lambda d, c: site_rules.save(d, "news1.example", f"strip = '.{c.name()[0]}'\n"),
    "site_rule forgotten": lambda d, _c: site_rules.forget(d, "news1.example"),
}
"""By the code of the act; a second word tells two of one code apart."""


def images(desk: Desk) -> dict[str, Any]:
    """Every row that belongs to the user's library, and the files of sites' rules."""
    found: dict[str, Any] = {}
    with desk.library.reading() as reading:
        for name, table in t.metadata.tables.items():
            if name not in _OUTSIDE_ACTS:
                rows = map(tuple, reading.connection.execute(select(table)))
                found[name] = sorted(rows, key=repr)
    folder: Path = desk.library.site_rules.folder
    found["files"] = {f.name: f.read_text() for f in folder.glob("*.toml")} if folder.is_dir() else {}
    return found
