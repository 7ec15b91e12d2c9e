"""The details of a clip: where it comes from, where it is filed, its note; of several, what they share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from clipper.article.clip import ClipId
from clipper.gui.background import Background, Done, Failed, Outcome
from clipper.gui.icons import icon
from clipper.gui.named import named
from clipper.gui.panes.chips import ChipRow
from clipper.gui.panes.details_parts import Address, Facts, Offered, Remarks, Section
from clipper.gui.panes.details_view import Details, read_details
from clipper.gui.panes.note_field import NoteField
from clipper.gui.panes.taken_list import TakenList
from clipper.gui.panes.taken_out import Piece, piece_wish
from clipper.gui.theme import Theme
from clipper.i18n import _, ngettext
from clipper.operations.desk import Desk


class DetailsPane(QScrollArea):
    """Emits what the user meant; shows what the library says."""

    tag_requested = Signal(list, str)
    untag_requested = Signal(list, str)
    file_requested = Signal(list, str)
    take_out_requested = Signal(list, str)
    note_changed = Signal(int, str)
    wished = Signal(object)
    """Wish: a piece that was taken out is to come back."""
    open_url = Signal(str)
    """The user wants the clip's original in the browser."""

    def __init__(self, background: Background, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName(_("Details"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._background, self._theme = background, theme
        self._desk: Desk | None = None
        self._ids: list[ClipId] = []
        self._number = 0
        self._waiting = False
        self._build()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._say(_("No clip is chosen."))

    @property
    def waiting(self) -> bool:
        """Whether what is shown is being read anew."""
        return self._waiting

    def set_desk(self, desk: Desk) -> None:
        """The library is open."""
        self._desk = desk
        self.refresh()

    def show_clips(self, ids: Sequence[ClipId]) -> None:
        """Show these clips."""
        if list(ids) != self._ids:
            self.note.save()
        self._ids = list(ids)
        self.refresh()

    def refresh(self) -> None:
        """The library changed: read anew."""
        self._number += 1
        number, desk, ids = self._number, self._desk, tuple(self._ids)
        self._waiting = bool(ids)
        if not ids:
            self.note.show_note(None, None)
            self._say(_("No clip is chosen."))
        elif desk is not None:
            self._background.read(
                lambda: read_details(desk, ids), lambda outcome: self._arrived(number, outcome)
            )

    def focus_note(self) -> None:
        """Let the user write the note."""
        if len(self._ids) == 1:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(self.note)

    def save_note(self) -> None:
        """Hand out a note that is being written, before the window closes."""
        self.note.save()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._inside.setStyleSheet(_style(theme))
        self.tags.set_theme(theme)
        self.collections.set_theme(theme)
        self.remarks.set_theme(theme)
        self.taken.set_theme(theme)
        self._open.setIcon(icon("open", theme.soft))
        self._copy.setIcon(icon("link", theme.soft))

    def _arrived(self, number: int, outcome: Outcome[Details]) -> None:
        if number != self._number:
            return
        self._waiting = False
        if isinstance(outcome, Failed):
            self._say(_("The details could not be read."))
            raise outcome.error
        if isinstance(outcome, Done):
            self._show(outcome.value)

    def _show(self, details: Details) -> None:
        if not details.ids:
            self.note.show_note(None, None)
            self._say(_("No clip is chosen."))
            return
        one = len(details.ids) == 1
        self._title.setText("" if one else ngettext("{count} clip", "{count} clips", len(details.ids)))
        self._title.setVisible(not one)
        self.facts.show_facts(details.facts)
        self.collections.show_chips(details.collections)
        self.collections.offer(details.known_collections)
        self.tags.show_chips(details.tags)
        self.tags.offer(details.known_tags)
        self.offered.show_names(details.keywords)
        self.note.show_note(details.ids[0] if one else None, details.note)
        self.remarks.show_remarks(details.remarks, self._theme)
        self.taken.show_pieces(details.taken)
        self.address.show_address(details.address or "")
        self._open.setEnabled((details.address or "").startswith(("http://", "https://")))
        shown = {"collections", "tags"} | ({"note", "address"} if one else set())
        shown |= {"offered"} if details.keywords else set()
        shown |= {"remarks"} if details.remarks else set()
        shown |= {"taken"} if details.taken else set()
        self._show_sections(shown)

    def _say(self, words: str) -> None:
        """Nothing but this sentence."""
        self._title.setText(words)
        self._title.show()
        self.facts.show_facts(())
        self._show_sections(set())

    def _show_sections(self, shown: set[str]) -> None:
        for name, section in self._sections.items():
            section.setVisible(name in shown)

    def _build(self) -> None:
        add, remove = _("Add a tag"), _("Take away the tag {name}")
        self.tags = ChipRow(self._theme, add=add, remove=remove, placeholder=_("Tag"))
        add, remove = _("File into one more collection"), _("Take out of {name}")
        self.collections = ChipRow(self._theme, add=add, remove=remove, placeholder=_("Collection"))
        self.note = NoteField()
        self.facts = Facts()
        self.offered = Offered()
        self.remarks = Remarks()
        self.taken = TakenList(self._theme)
        self.address = Address()
        self._title = named(QLabel(wordWrap=True), "details_title")
        self._open = named(QPushButton(_("Open")), "quiet", _("Open the original in the browser"))
        self._copy = named(QPushButton(_("Copy")), "quiet", _("Copy the address"))

    def _lay_out(self) -> None:
        self._sections = {
            "collections": Section(_("Collections"), self.collections),
            "tags": Section(_("Tags"), self.tags),
            "offered": Section(_("On the page"), self.offered),
            "note": Section(_("Note"), self.note),
            "remarks": Section(_("Remarks"), self.remarks),
            "taken": Section(_("What was taken out"), self.taken),
            "address": Section(_("Address"), self._source()),
        }
        self._inside = named(QWidget(), "details_inside")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 14, 14, 18)
        column.setSpacing(7)
        column.addWidget(named(QLabel(_("Details")), "section"))
        column.addWidget(self._title)
        column.addWidget(self.facts)
        for section in self._sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(self._inside)

    def _source(self) -> QWidget:
        source = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for each in (self._open, self._copy):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(source)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.address)
        column.addLayout(buttons)
        return source

    def _wish(self, piece: Piece, always: bool) -> None:
        if len(self._ids) == 1:
            self.wished.emit(piece_wish(self._ids[0], piece, always=always))

    def _connect(self) -> None:
        self.tags.add_requested.connect(lambda name: self.tag_requested.emit(list(self._ids), name))
        self.tags.remove_requested.connect(lambda name: self.untag_requested.emit(list(self._ids), name))
        self.collections.add_requested.connect(lambda path: self.file_requested.emit(list(self._ids), path))
        self.collections.remove_requested.connect(
            lambda path: self.take_out_requested.emit(list(self._ids), path)
        )
        self.offered.chosen.connect(lambda name: self.tag_requested.emit(list(self._ids), name))
        self.note.changed.connect(self.note_changed)
        self.taken.wished.connect(self._wish)
        self._open.clicked.connect(lambda: self.open_url.emit(self.address.address))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.address.address))


def _style(theme: Theme) -> str:
    return f"""
    #details_inside {{ background: {theme.side}; }}
    #details_title {{ color: {theme.soft}; }}
    #chip_frame, #chip_partly {{ background: {theme.chip}; border-radius: 4px;
        min-height: 22px; max-height: 22px; }}
    #chip_partly {{ background: transparent; border: 1px solid {theme.line}; }}
    #chip_frame QLabel {{ color: {theme.ink}; font-size: 12px; }}
    #chip_partly QLabel {{ color: {theme.soft}; font-size: 12px; }}
    #chip_cross {{ background: transparent; border: 1px solid transparent; border-radius: 3px;
        padding: 1px; }}
    #chip_cross:hover {{ background: {theme.sel}; }}
    #chip_cross:focus, #chip_plus:focus, #offer:focus {{ border: 1px solid {theme.accent}; }}
    #chip_plus {{ background: {theme.chip}; border: 1px solid transparent; border-radius: 4px;
        padding: 0 5px; min-height: 20px; max-height: 20px; }}
    #chip_plus:hover {{ background: {theme.sel}; }}
    #chip_field {{ font-size: 12px; padding: 0 6px; min-height: 20px; border-radius: 4px; }}
    #offer {{ background: transparent; color: {theme.soft}; border: 1px dashed {theme.faint};
        border-radius: 4px; padding: 0 7px; min-height: 20px; font-size: 12px; font-weight: 400; }}
    #offer:hover {{ background: {theme.chip}; color: {theme.ink}; }}
    #remark_words {{ color: {theme.soft}; font-size: 12px; }}
    #taken_list {{ background: {theme.ghost}; border: 1px solid {theme.line}; border-radius: 6px; }}
    #taken_list:focus {{ border: 1px solid {theme.accent}; }}
    QPlainTextEdit {{ color: {theme.ink}; }}
    """
