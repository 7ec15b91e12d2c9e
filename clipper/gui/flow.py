"""Which signal of which part goes where: the library's news to the panes, the panes' wishes to the deeds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from clipper.article.changes import Changes
from clipper.article.clip import ClipId, Filing, QueueId
from clipper.article.query import Scope
from clipper.gui import actions
from clipper.gui.background import Refresher
from clipper.gui.browsing import Look
from clipper.gui.commands import Commands
from clipper.gui.dialogs.clip import ClipChoice
from clipper.gui.exporting import open_file
from clipper.gui.models.queue_rows import QueueCounts
from clipper.gui.parts import Parts
from clipper.gui.window_state import WindowState
from clipper.i18n import _
from clipper.jobs import Progress
from clipper.operations import find
from clipper.operations.clip_page import Result
from clipper.operations.clip_queue import QueueEvent
from clipper.operations.desk import Desk

READ_MS = 1200
"""A clip that was shown this long has been opened, not passed over."""


class Flow(QObject):
    """Joins the parts; holds nothing itself but the timer of reading."""

    def __init__(self, parts: Parts, commands: Commands, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._commands = commands
        self._state = state
        self._fresh: Refresher[find.Sidebar] | None = None
        self._read_soon = QTimer(self, singleShot=True, interval=READ_MS)
        self._read_soon.timeout.connect(self._has_been_read)
        self._connect_library()
        self._connect_queue()
        self._connect_places()
        self._connect_clips()
        self.allow()

    def clip(self, sources: Sequence[str], scope: Scope | None = None) -> None:
        """Clip these, into the chosen collection or with the chosen tag."""
        if sources:
            self._parts.session.enqueue(sources, filing(scope or self._parts.sidebar.scope))
        else:
            self._parts.toast.say(_("There is no link to clip there"))

    def _clip_into(self, choice: ClipChoice) -> None:
        collections = (choice.collection,) if choice.collection else ()
        self._parts.session.enqueue(choice.sources, Filing(collections=collections))

    def allow(self) -> None:
        """Switch on what can be done now."""
        parts = self._parts
        ids, scope = parts.list.ids, parts.sidebar.scope
        there: set[actions.Needs] = {"library"} if parts.session.desk else set()
        if ids:
            there |= {"clips"} if len(ids) > 1 else {"clips", "one clip"}
            there |= {"trashed"} if scope.place == "trash" else {"untrashed"}
            there |= {"in collection"} if scope.place == "collection" else set()
        there |= {"failures"} if any(line.failed for line in parts.queue_rows.lines) else set()
        actions.allow(parts.actions, there)
        rows = [parts.list.rows.row_of(each) for each in ids]
        parts.bar.show_starred(parts.theme, starred=bool(rows) and all(row and row.starred for row in rows))

    def _connect_library(self) -> None:
        parts = self._parts
        parts.session.opened.connect(self._opened)
        parts.session.changed.connect(self._changed)
        for voice in (parts.session, parts.browsing, parts.exporting, parts.list.rows):
            voice.failed.connect(parts.banner.show_error)
        parts.deeds.done.connect(self._say_done)
        for worker in (parts.mending, parts.cleaning_again):
            worker.done.connect(self._say_worked)
        parts.mending.rested.connect(parts.reader.rest)
        parts.exporting.done.connect(self._say_exported)

    def _connect_queue(self) -> None:
        parts = self._parts
        parts.session.queue_news.connect(self._queue_news)
        parts.queue_rows.counted.connect(self._counted)
        parts.sidebar.queue_asked.connect(lambda: parts.show_queue(on=True))
        parts.queue.closed.connect(lambda: parts.show_queue(on=False))
        for pane in (parts.queue, parts.list.queue):
            pane.cancel_asked.connect(self._cancel)
            pane.retry_asked.connect(parts.session.retry)

    def _connect_places(self) -> None:
        parts, commands = self._parts, self._commands
        field, view = parts.bar.field, parts.sidebar.view
        parts.sidebar.chosen.connect(lambda scope: self._go(Look(scope, field.words)))
        parts.sidebar.lift_asked.connect(lambda scope: parts.deeds.hang_collection(scope.name, None))
        parts.sidebar.new_asked.connect(commands.new_collection_in)
        parts.sidebar.rename_asked.connect(commands.rename)
        parts.sidebar.delete_asked.connect(parts.deeds.delete)
        parts.deeds.renamed.connect(self._renamed)
        view.clips_dropped.connect(lambda ids, to, moved: parts.deeds.drop(ids, to, moved=moved))
        view.sources_dropped.connect(self.clip)
        view.collection_dropped.connect(parts.deeds.hang_collection)
        field.searched.connect(lambda words: self._go(Look(parts.sidebar.scope, words)))
        field.everywhere_asked.connect(self._everywhere)
        field.links_given.connect(self.clip)
        field.left.connect(commands.to_list)
        commands.sources_given.connect(self.clip)
        commands.clip_asked.connect(self._clip_into)

    def _connect_clips(self) -> None:
        parts = self._parts
        parts.list.selected.connect(self._selected)
        parts.list.opened.connect(lambda _clip: parts.reader.setFocus())
        parts.list.rows.rows_came.connect(self.allow)
        parts.reader.ghosts_shown.connect(parts.actions["ghosts"].setChecked)
        parts.reader.wished.connect(parts.mending.wish)
        parts.details.wished.connect(parts.mending.wish)
        parts.reader.open_url.connect(self._commands.open_url)
        parts.details.open_url.connect(self._commands.open_url)
        parts.details.tag_requested.connect(parts.deeds.tag)
        parts.details.untag_requested.connect(parts.deeds.untag)
        parts.details.file_requested.connect(parts.deeds.file)
        parts.details.take_out_requested.connect(parts.deeds.take_out)
        parts.details.note_changed.connect(parts.deeds.note)

    def _opened(self, desk: Desk) -> None:
        parts = self._parts
        for each in (parts.list.rows, parts.list.thumbnails, parts.reader, parts.details):
            each.set_desk(desk)
        self._fresh = Refresher(parts.session.background, lambda: find.sidebar(desk), self._show_sidebar)
        self._fresh.ask()
        parts.list.expect(self._state.clip, self._state.scroll)
        self._go(Look(parts.sidebar.scope, parts.bar.field.words))

    def _show_sidebar(self, contents: find.Sidebar) -> None:
        self._commands.contents = contents
        self._parts.sidebar.show_contents(contents)
        self._parts.queue_rows.show_waiting(contents.queue)

    def _changed(self, changes: Changes) -> None:
        parts = self._parts
        if self._fresh is not None:
            self._fresh.ask()
        if changes.clips or changes.tags or changes.collections:
            parts.list.rows.refetch(changes.clips or parts.list.rows.ids)
            parts.browsing.refresh()
            if not changes.clips or not changes.clips.isdisjoint(parts.list.ids):
                parts.reader.refresh()
                parts.details.refresh()

    def _queue_news(self, event: QueueEvent) -> None:
        if isinstance(event.news, Progress):
            self._parts.queue_rows.progress(event.id, event.news)
            return
        if isinstance(event.news, Result) and event.news.clip is not None:
            self._arrived(event.news.clip, merged=event.news.status == "merged")
            self._changed(event.news.changes)
        elif self._fresh is not None:
            self._fresh.ask()

    def _arrived(self, clip: ClipId, *, merged: bool) -> None:
        if not self._parts.list.ids:
            self._parts.list.expect(clip)
        if merged:
            self._parts.toast.say(_("This article was here already; it was brought up to date"))

    def _counted(self, counts: QueueCounts) -> None:
        for each in (self._parts.list, self._parts.queue, self._parts.sidebar.foot):
            each.show_counts(counts)
        self.allow()

    def _cancel(self, ids: Sequence[QueueId]) -> None:
        self._parts.queue_rows.take_away(ids)
        self._parts.session.cancel(ids)

    def _go(self, look: Look) -> None:
        self._parts.middle.setCurrentWidget(self._parts.list)
        self._parts.browsing.go(look)
        self.allow()

    def _renamed(self, old: Scope, new: Scope) -> None:
        if self._parts.sidebar.scope == old:
            self._parts.sidebar.expect(new)
            self._go(Look(new, self._parts.bar.field.words))

    def _everywhere(self) -> None:
        self._parts.sidebar.select(Scope())
        self._go(Look(Scope(), self._parts.bar.field.words))

    def _selected(self, ids: list[ClipId]) -> None:
        self._read_soon.stop()
        if len(ids) > 1:
            self._parts.reader.show_selection(len(ids))
        else:
            self._parts.reader.show_clip(ids[0] if ids else None)
        self._parts.details.show_clips(ids)
        if len(ids) == 1:
            self._read_soon.start()
        self.allow()

    def _has_been_read(self) -> None:
        ids = self._parts.list.ids
        row = self._parts.list.rows.row_of(ids[0]) if len(ids) == 1 else None
        if row is not None and not row.read and not row.trashed:
            self._parts.deeds.has_been_read(row.id)

    def _say_done(self, words: str, act: int | None) -> None:
        if act is None:
            self._parts.toast.say(words)
        else:
            self._parts.toast.say(words, _("Undo"), lambda: self._parts.deeds.undo(act))

    def _say_worked(self, words: str, acts: tuple[int, ...]) -> None:
        deeds = self._parts.deeds
        deeds.remember(acts)
        if acts:
            self._parts.toast.say(words, _("Undo"), lambda: deeds.undo(*acts))
        else:
            self._parts.toast.say(words)

    def _say_exported(self, words: str, file: object) -> None:
        if file is None:
            self._parts.toast.say(words)
        else:
            self._parts.toast.say(words, _("Open"), lambda: open_file(file))  # type: ignore[arg-type]


def filing(scope: Scope) -> Filing:
    """Where what is clipped while this place is chosen is filed."""
    if scope.place == "collection" and scope.name:
        return Filing(collections=(scope.name,))
    return Filing(tags=(scope.name,)) if scope.place == "tag" and scope.name else Filing()
