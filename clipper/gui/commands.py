"""What each action of the table does: it asks what must be asked, and hands on to deeds, queue or export."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QDate, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from clipper.article.clip import ClipId
from clipper.article.query import Scope
from clipper.gui import links
from clipper.gui.dialogs.clip import ClipDialog
from clipper.gui.dialogs.logins import LoginsDialog
from clipper.gui.dialogs.site_rule import RuleText, SiteRuleDialog
from clipper.gui.panes.bar import place_words
from clipper.gui.panes.choice import Choice, new_words
from clipper.gui.panes.keys import KeysSheet
from clipper.gui.parts import Parts
from clipper.gui.words import shown_path
from clipper.i18n import _
from clipper.operations.find import Sidebar


class Commands(QObject):
    """The actions' other end."""

    panel_asked = Signal()
    note_asked = Signal()
    sidebar_asked = Signal()
    quit_asked = Signal()
    sources_given = Signal(list)
    """To be clipped into the chosen place."""
    clip_asked = Signal(object)
    """ClipChoice."""

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._calls = self._table()
        self.contents: Sidebar | None = None
        """The places of the library, as last seen: what may be chosen."""

    def do(self, name: str) -> None:
        """Carry out the action of that name."""
        self._calls[name]()

    def to_list(self) -> None:
        """The keys go to the list; where nothing is selected, to its first clip."""
        parts = self._parts
        parts.middle.setCurrentWidget(parts.list)
        parts.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not parts.list.ids and parts.list.rows.ids:
            parts.list.choose(parts.list.rows.ids[0])

    def open_url(self, url: str) -> None:
        """Open an address in the browser; only what a browser is for."""
        if QUrl(url).scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(QUrl(url))

    def new_collection_in(self, under: Scope) -> None:
        """Ask for a name, and make a collection there."""
        deeds = self._parts.deeds
        title = _("Name of the new collection")
        if under.name:
            title = _("Name of the new collection in {place}").format(place=place_words(under))
        self._ask_name(title, "", lambda name: deeds.new_collection(under, name))

    def rename(self, scope: Scope) -> None:
        """Ask for another name of a collection or tag."""
        old = place_words(scope)
        title = _("New name of {name}").format(name=old)
        self._ask_name(title, old, lambda name: self._parts.deeds.rename(scope, name))

    def _table(self) -> Mapping[str, Callable[[], None]]:
        parts = self._parts
        return {
            "clip": self._clip,
            "paste": self._paste,
            "show_queue": lambda: parts.show_queue(on=parts.middle.currentWidget() is parts.list),
            "retry_all": lambda: parts.session.retry(
                [each.id for each in parts.queue_rows.lines if each.failed]
            ),
            "open": self._open,
            "star": lambda: self._flip(parts.deeds.star, "starred"),
            "read": lambda: self._flip(parts.deeds.mark_read, "read"),
            "tag": self._tag,
            "note": self._note,
            "move": self._move,
            "take_out": lambda: parts.deeds.take_out(parts.list.ids, parts.sidebar.scope.name or ""),
            "ghosts": lambda: parts.reader.show_ghosts(on=not parts.reader.ghosts),
            "clean_again": lambda: parts.cleaning_again.begin(parts.list.ids),
            "site_rule": self._site_rule,
            "export": self._export,
            "copy_link": self._copy_link,
            "restore": lambda: parts.deeds.restore(parts.list.ids),
            "trash": lambda: parts.deeds.trash(parts.list.ids),
            "page_down": lambda: parts.reader.scroll_page(True),
            "page_up": lambda: parts.reader.scroll_page(False),
            "select_all": parts.list.view.selectAll,
            "undo": lambda: parts.deeds.undo(),
            "redo": parts.deeds.redo,
            "new_collection": lambda: self.new_collection_in(self._here()),
            "logins": self._logins,
            "find": self._find,
            "panel": self.panel_asked.emit,
            "sidebar": self.sidebar_asked.emit,
            "keys": lambda: KeysSheet(self._window).open(),
            "back": self._back,
            "quit": self.quit_asked.emit,
        }

    def _clip(self) -> None:
        paths = [each.path for each in self.contents.collections] if self.contents else []
        dialog = ClipDialog(self._window, paths, self._here().name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.clip_asked.emit(dialog.choice()))
        dialog.open()

    def _paste(self) -> None:
        self.sources_given.emit(links.sources(QGuiApplication.clipboard().mimeData()))

    def _open(self) -> None:
        row = self._parts.list.rows.row_of(self._parts.list.current)
        if row is not None:
            self.open_url(row.url)

    def _flip(self, deed: Callable[..., None], field: str) -> None:
        """On where one of them is off, else off."""
        ids = self._parts.list.ids
        rows = [self._parts.list.rows.row_of(each) for each in ids]
        deed(ids, on=not all(row is None or getattr(row, field) for row in rows))

    def _tag(self) -> None:
        names = [(each.name, each.name) for each in self.contents.tags] if self.contents else []
        ids = self._parts.list.ids
        self._choose("tag", _("Tag"), names, new_words("tag"), lambda name: self._parts.deeds.tag(ids, name))

    def _move(self) -> None:
        nodes = self.contents.collections if self.contents else ()
        names = [(shown_path(each.path), each.path) for each in nodes]
        ids = self._parts.list.ids
        self._choose(
            "move",
            _("Move to"),
            names,
            new_words("collection"),
            lambda path: self._parts.deeds.move(ids, path),
        )

    def _note(self) -> None:
        self.note_asked.emit()
        self._parts.details.focus_note()

    def _export(self) -> None:
        ids: list[ClipId] = self._parts.list.ids
        row = self._parts.list.rows.row_of(ids[0]) if len(ids) == 1 else None
        scope = self._parts.sidebar.scope
        name = place_words(scope) if scope.place in ("collection", "tag") else _("Press review")
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        self._parts.exporting.ask(ids, (row.title or "") if row and row.title else f"{name} {day}")

    def _copy_link(self) -> None:
        rows = [self._parts.list.rows.row_of(each) for each in self._parts.list.ids]
        QGuiApplication.clipboard().setText("\n".join(row.url for row in rows if row))
        self._parts.toast.say(_("Link copied") if len(rows) == 1 else _("Links copied"))

    def _logins(self) -> None:
        desk = self._parts.session.desk
        if desk is not None:
            LoginsDialog(desk, self._parts.session.background, self._window).open()

    def _site_rule(self) -> None:
        parts = self._parts
        desk, row = parts.session.desk, parts.list.rows.row_of(parts.list.current)
        if desk is not None and row is not None:
            dialog = SiteRuleDialog(desk, parts.session.background, row.url, self._window)
            dialog.chosen.connect(parts.cleaning_again.keep_rule)
            dialog.dropped.connect(self._rule_dropped)
            dialog.open()

    def _rule_dropped(self, rule: RuleText) -> None:
        parts = self._parts
        words = _("The rule for {host} was not saved").format(host=rule.host)
        parts.toast.say(words, _("Save"), lambda: parts.cleaning_again.keep_rule(rule))

    def _find(self) -> None:
        self._parts.bar.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._parts.bar.field.edit.selectAll()

    def _back(self) -> None:
        parts = self._parts
        edit = parts.bar.field.edit
        if edit.hasFocus() and edit.text():
            edit.clear()
        elif parts.toast.isVisible():
            parts.toast.hide()
        elif parts.banner.isVisible():
            parts.banner.hide()
        else:
            parts.show_queue(on=False)

    def _here(self) -> Scope:
        scope = self._parts.sidebar.scope
        return scope if scope.place == "collection" else Scope("collection", None)

    def _choose(
        self,
        button: str,
        title: str,
        options: list[tuple[str, str]],
        new: str,
        taken: Callable[[str], None],
    ) -> None:
        beside = self._parts.bar.buttons[button]
        if not beside.isVisible():
            beside = self._parts.bar.buttons["export"]
        Choice(self._window, title, taken, options, new=new).open_at(
            beside.mapToGlobal(QPoint(0, beside.height() + 6))
        )

    def _ask_name(self, title: str, text: str, taken: Callable[[str], None]) -> None:
        view = self._parts.sidebar.view
        where = view.visualRect(view.currentIndex())
        point = view.viewport().mapToGlobal(QPoint(16, where.bottom() + 4))
        Choice(self._window, title, taken, text=text).open_at(point)
