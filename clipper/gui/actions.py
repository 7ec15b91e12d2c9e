"""Everything that a key or a menu entry does, in one table; menus, buttons and the sheet of keys read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from clipper.gui.icons import icon
from clipper.gui.theme import Theme
from clipper.i18n import N_, _

Needs = Literal[
    "nothing", "library", "clips", "one clip", "trashed", "untrashed", "in collection", "failures"
]
"""What must be there for an action to be possible."""
Group = Literal["Clip", "Selection", "Library", "View"]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done."""

    name: str
    words: str
    icon: str
    keys: tuple[str, ...]
    needs: Needs
    group: Group
    in_list: bool = False
    """Its keys work in the list and its neighbours only, because text has another use for them."""
    checkable: bool = False
    """It is on or off, and says which."""


DEEDS: tuple[Deed, ...] = (
    Deed("clip", N_("Clip a link…"), "clip", ("Ctrl+N",), "library", "Clip"),
    Deed(
        "paste", N_("Clip what is on the clipboard"), "paste", ("Ctrl+V", "Ctrl+Shift+V"), "library", "Clip"
    ),
    Deed("show_queue", N_("Show the queue"), "queue", ("Ctrl+J",), "library", "Clip"),
    Deed("retry_all", N_("Try all failed again"), "retry", (), "failures", "Clip"),
    Deed("open", N_("Open the original page"), "open", ("O",), "one clip", "Selection"),
    Deed("star", N_("Star"), "star", ("S",), "clips", "Selection"),
    Deed("read", N_("Mark as read or unread"), "unread", ("U",), "clips", "Selection"),
    Deed("tag", N_("Tag…"), "tag", ("T",), "clips", "Selection"),
    Deed("note", N_("Write a note"), "note", ("N",), "one clip", "Selection"),
    Deed("move", N_("Move to a collection…"), "move", ("M",), "clips", "Selection"),
    Deed("take_out", N_("Take out of this collection"), "close", (), "in collection", "Selection"),
    Deed("ghosts", N_("Show what was taken out"), "ghost", ("G",), "library", "Selection", checkable=True),
    Deed("export", N_("Press review or file…"), "book", ("E", "Ctrl+E"), "clips", "Selection"),
    Deed("clean_again", N_("Clean again"), "clean", ("Ctrl+R",), "clips", "Selection"),
    Deed("site_rule", N_("Site rule…"), "site-rule", (), "one clip", "Selection"),
    Deed("copy_link", N_("Copy the link"), "link", ("Ctrl+L",), "clips", "Selection"),
    Deed("restore", N_("Put back from the trash"), "undo", (), "trashed", "Selection"),
    Deed("trash", N_("Move to the trash"), "trash", ("Del",), "untrashed", "Selection", in_list=True),
    Deed("page_down", N_("Turn the page"), "read", ("Space",), "one clip", "Selection", in_list=True),
    Deed("page_up", N_("Turn it back"), "read", ("Shift+Space",), "one clip", "Selection", in_list=True),
    Deed("select_all", N_("Select all"), "select", ("Ctrl+A",), "library", "Selection", in_list=True),
    Deed("undo", N_("Undo"), "undo", ("Ctrl+Z",), "library", "Library"),
    Deed("redo", N_("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "library", "Library"),
    Deed("new_collection", N_("New collection…"), "new-collection", ("Ctrl+Shift+N",), "library", "Library"),
    Deed("logins", N_("Site logins…"), "login", (), "library", "Library"),
    Deed("find", N_("Search"), "search", ("Ctrl+F", "/"), "nothing", "View"),
    Deed("panel", N_("Show or hide the details"), "panel", ("F9",), "nothing", "View"),
    Deed("sidebar", N_("Show or hide the sidebar"), "sidebar", ("F10",), "nothing", "View"),
    Deed("keys", N_("Keys"), "keys", ("F1", "?"), "nothing", "View"),
    Deed("back", N_("Back to the list"), "chevron-left", ("Esc",), "nothing", "View"),
    Deed("quit", N_("Quit"), "quit", ("Ctrl+Q",), "nothing", "View"),
)

BAR: tuple[str, ...] = ("star", "tag", "move", "export")
"""The buttons of the bar, in order."""
MORE: tuple[str, ...] = (
    "paste",
    "show_queue",
    "retry_all",
    "",
    "open",
    "read",
    "note",
    "copy_link",
    "ghosts",
    "clean_again",
    "site_rule",
    "take_out",
    "restore",
    "trash",
    "",
    "undo",
    "redo",
    "new_collection",
    "logins",
    "",
    "sidebar",
    "panel",
    "keys",
    "quit",
)
"""The menu at the end of the bar; an empty name is a line."""
ON_CLIPS: tuple[str, ...] = (
    "open",
    "copy_link",
    "",
    "star",
    "read",
    "tag",
    "note",
    "move",
    "take_out",
    "",
    "export",
    "",
    "ghosts",
    "clean_again",
    "site_rule",
    "",
    "restore",
    "trash",
)
"""The context menu of clips."""

Actions = dict[str, QAction]


def deed(name: str) -> Deed:
    """The line of the table with that name."""
    return next(each for each in DEEDS if each.name == name)


def build(window: QWidget, lists: QWidget, do: Callable[[str], None]) -> Actions:
    """The table as QActions of the window (or of `lists`, where the keys are for lists only)."""
    made: Actions = {}
    for each in DEEDS:
        action = QAction(_(each.words), window)
        action.setShortcuts([QKeySequence(keys) for keys in each.keys])
        action.setObjectName(each.name)
        action.setCheckable(each.checkable)
        context = Qt.ShortcutContext
        action.setShortcutContext(
            context.WidgetWithChildrenShortcut if each.in_list else context.WindowShortcut
        )
        action.setAutoRepeat(False)
        action.setToolTip(tip(each))
        action.triggered.connect(lambda _checked=False, name=each.name: do(name))
        (lists if each.in_list else window).addAction(action)
        made[each.name] = action
    return made


def tint(actions: Actions, theme: Theme) -> None:
    """Give the actions their icons in the theme's colours."""
    for each in DEEDS:
        actions[each.name].setIcon(icon(each.icon, theme.soft, theme.line))


def allow(actions: Actions, there: set[Needs]) -> None:
    """Switch on what is possible now, and only that."""
    for each in DEEDS:
        actions[each.name].setEnabled(each.needs == "nothing" or each.needs in there)


def tip(what: Deed) -> str:
    """What a tool tip says: the words and the first key."""
    keys = QKeySequence(what.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if what.keys else ""
    words = _(what.words).rstrip("…")
    return f"{words} ({keys})" if keys else words
