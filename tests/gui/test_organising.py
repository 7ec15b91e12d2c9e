"""Find, read, star, tag, note, file, move, trash: with the mouse, by dragging, and with the keys alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from clipper.article.clip import ClipRow
from clipper.operations import find
from tests.gui.hands import Hands
from tests.gui.pages import publish, title
from tests.gui.user import User
from tests.servers import Site

Stories = Callable[[int], list[str]]
Drag = Callable[[str], QPoint]


def makes(user: User, collection: str) -> None:
    """Makes a collection with the keyboard, at the top."""
    user.chooses("All clips")
    user.hands.keys("ctrl+shift+n")
    user.waits(lambda: QApplication.activePopupWidget() is not None)
    user.hands.type(collection)
    user.hands.keys("Return")
    user.waits(lambda: user.sees_place(collection))


def test_words_search_while_they_are_typed(reader: User) -> None:
    reader.hands.keys("ctrl+f")
    reader.hands.type("light")
    reader.waits(lambda: reader.titles() == [title(1)])
    reader.hands.type("zzz")
    reader.waits(lambda: reader.titles() == [])
    reader.hands.keys("Escape")
    reader.waits(lambda: len(reader.titles()) == 3)


def test_a_search_stays_in_the_chosen_place_until_it_is_let_out(reader: User) -> None:
    reader.chooses("Starred")
    reader.hands.keys("ctrl+f")
    reader.hands.type("engineers")
    reader.waits(lambda: reader.parts.list.head.text() == "Starred" and reader.titles() == [])
    reader.hands.click(reader.parts.bar.field.everywhere)
    reader.waits(lambda: len(reader.titles()) == 3)


def test_a_clip_is_dragged_onto_a_collection(reader: User) -> None:
    makes(reader, "Harbour")
    reader.hands.drag(
        reader.clips.viewport(),
        reader.hands.row(reader.clips, 1).center(),
        reader.places.viewport(),
        reader.place("Harbour")[1],
    )
    reader.waits(lambda: reader.place("Harbour")[0] == 1)
    assert reader.toast() == "1 clip filed in Harbour"
    reader.chooses("Harbour")
    reader.waits(lambda: reader.titles() == [title(2)])


def test_several_clips_are_dragged_onto_a_tag(reader: User) -> None:
    reader.hands.click_row(reader.clips, 0)
    reader.hands.keys("t")
    reader.waits(lambda: QApplication.activePopupWidget() is not None)
    reader.hands.type("court")
    reader.hands.keys("Return")
    reader.waits(lambda: reader.sees_place("court"))
    reader.hands.click_row(reader.clips, 1)
    reader.hands.keys("shift+Down")
    reader.waits(lambda: len(reader.parts.list.ids) == 2)
    reader.hands.drag(
        reader.clips.viewport(),
        reader.hands.row(reader.clips, 2).center(),
        reader.places.viewport(),
        reader.place("court")[1],
    )
    reader.waits(lambda: reader.place("court")[0] == 3)


def test_a_link_is_dropped_from_another_program(user: User, stories: Stories, link_of: Drag) -> None:
    (address,) = stories(1)
    start = link_of(address)
    user.hands.drag_on_screen(start, user.clips.viewport().mapToGlobal(user.clips.viewport().rect().center()))
    user.waits(lambda: user.titles() == [title(1)])


def test_a_link_is_dropped_on_a_collection(user: User, stories: Stories, link_of: Drag) -> None:
    makes(user, "Harbour")
    (address,) = stories(1)
    start = link_of(address)
    user.hands.drag_on_screen(start, user.places.viewport().mapToGlobal(user.place("Harbour")[1]))
    user.waits(lambda: user.place("Harbour")[0] == 1)


def test_a_link_is_dropped_on_the_article_that_is_read(reader: User, site: Site, link_of: Drag) -> None:
    start = link_of(publish(site, 4))
    reader.hands.drag_on_screen(start, reader.parts.reader.mapToGlobal(QPoint(200, 300)))
    reader.waits(lambda: title(4) in reader.titles())


def test_trash_and_undo(reader: User) -> None:
    reader.reads(0)
    reader.hands.keys("shift+Down", "Delete")
    reader.waits(lambda: reader.titles() == [title(1)])
    assert reader.toast() == "2 clips moved to the trash"
    reader.waits(lambda: reader.place("Trash")[0] == 2)
    reader.hands.click(reader.parts.toast.button)
    reader.waits(lambda: reader.titles() == [title(3), title(2), title(1)])
    reader.hands.keys("ctrl+shift+z")
    reader.waits(lambda: reader.titles() == [title(1)])
    reader.hands.keys("ctrl+z")
    reader.waits(lambda: len(reader.titles()) == 3)
    reader.waits(lambda: reader.place("Trash")[0] == 0)


def test_after_a_clip_is_trashed_the_next_one_is_read(reader: User) -> None:
    reader.reads(1)
    reader.hands.keys("Delete")
    reader.waits(lambda: reader.titles() == [title(3), title(1)])
    reader.waits(lambda: reader.parts.list.ids == [reader.parts.list.rows.ids[1]])
    reader.hands.keys("Delete")
    reader.waits(lambda: reader.titles() == [title(3)])
    reader.waits(lambda: reader.parts.list.ids == [reader.parts.list.rows.ids[0]])


def test_a_clip_comes_back_from_the_trash(reader: User) -> None:
    reader.hands.click_row(reader.clips, 0)
    reader.hands.keys("Delete")
    reader.waits(lambda: len(reader.titles()) == 2)
    reader.chooses("Trash")
    reader.waits(lambda: reader.titles() == [title(3)])
    reader.hands.click_row(reader.clips, 0, button=3)
    reader.waits(lambda: QApplication.activePopupWidget() is not None)
    reader.hands.keys("Up", "Return")
    reader.waits(lambda: reader.titles() == [])
    reader.chooses("All clips")
    reader.waits(lambda: len(reader.titles()) == 3)


def test_star_note_and_read_state(reader: User) -> None:
    reader.hands.click_row(reader.clips, 1)
    reader.hands.keys("s")
    reader.waits(lambda: reader.place("Starred")[0] == 1)
    reader.hands.keys("n")
    reader.waits(lambda: reader.focus().accessibleName() == "Note")
    reader.hands.type("Quote for Monday")
    reader.hands.click_row(reader.clips, 0)
    reader.waits(lambda: [row.note for row in rows(reader)] == [None, "Quote for Monday", None])
    reader.waits(lambda: reader.seen(0).read)  # it has been shown for a moment
    reader.hands.keys("u")
    reader.waits(lambda: not rows(reader)[0].read and not reader.seen(0).read)
    reader.hands.keys("ctrl+z")
    reader.waits(lambda: rows(reader)[0].read)


def test_the_clip_that_is_read_stays_in_the_list_of_unread_ones(reader: User) -> None:
    reader.hands.click_row(reader.clips, 0)
    reader.hands.keys("ctrl+a", "u")
    reader.waits(lambda: reader.place("Unread")[0] == 0)
    reader.hands.keys("u")
    reader.chooses("Unread")
    reader.waits(lambda: len(reader.titles()) == 3)
    reader.hands.click_row(reader.clips, 1)
    reader.waits(lambda: reader.place("Unread")[0] == 2)
    reader.waits(lambda: len(reader.titles()) == 3)
    reader.hands.keys("Down")
    reader.waits(lambda: reader.place("Unread")[0] == 1)


def test_keyboard_only(reader: User) -> None:
    hands = reader.hands
    hands.keys("ctrl+f")
    hands.type("gates")
    reader.waits(lambda: len(reader.titles()) == 3 and reader.parts.bar.field.words == "gates")
    hands.keys("Down")
    reader.waits(lambda: reader.focus() is reader.clips and len(reader.parts.list.ids) == 1)
    hands.keys("Down", "s", "m")
    reader.waits(lambda: QApplication.activePopupWidget() is not None)
    hands.type("Politics")
    hands.keys("Return")
    reader.waits(lambda: reader.sees_place("Politics") and reader.place("Politics")[0] == 1)
    reader.waits(lambda: reader.place("Starred")[0] == 1)
    hands.keys("ctrl+f", "Escape")
    reader.waits(lambda: not reader.parts.bar.field.words)
    hands.keys("F1")
    reader.waits(lambda: (sheet := QApplication.activeModalWidget()) is not None and sheet.isActiveWindow())
    hands.keys("Escape")
    reader.waits(lambda: QApplication.activeModalWidget() is None)


def test_collections_are_renamed_nested_and_deleted(reader: User) -> None:
    makes(reader, "Politics")
    reader.chooses("Politics")
    reader.hands.keys("ctrl+shift+n")
    reader.waits(lambda: QApplication.activePopupWidget() is not None)
    reader.hands.type("Law/Court")
    reader.hands.keys("Return")
    reader.waits(lambda: reader.sees_place("Law/Court"))
    reader.chooses("Law/Court")
    reader.hands.keys("F2")
    reader.waits(lambda: QApplication.activePopupWidget() is not None)
    reader.hands.type("Courts")
    reader.hands.keys("Return")
    reader.waits(lambda: reader.sees_place("Courts") and not reader.sees_place("Law/Court"))
    assert [each.path for each in find.sidebar(reader.desk).collections] == ["Politics", "Politics/Courts"]
    assert reader.parts.sidebar.scope.name == "Politics/Courts"
    reader.chooses("Politics")
    reader.hands.keys("Delete")
    reader.waits(lambda: not reader.sees_place("Politics"))
    assert reader.parts.sidebar.scope.place == "all"
    reader.hands.keys("ctrl+z")
    reader.waits(lambda: reader.sees_place("Courts"))


def test_the_original_is_opened_in_the_browser(reader: User, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    reader.hands.click_row(reader.clips, 0)
    reader.hands.keys("o")
    reader.waits(lambda: opened == [rows(reader)[0].url])


def rows(user: User) -> list[ClipRow]:
    """What the library has of the clips in the list."""
    return find.rows(user.desk, list(user.parts.list.rows.ids))


@pytest.fixture
def link_of(hands: Hands) -> Iterator[Drag]:
    """Another program shows a link; answers where it is on the screen."""
    running: list[subprocess.Popen[str]] = []

    def show(link: str) -> QPoint:
        x, y = 1200, 500
        command = [sys.executable, str(Path(__file__).with_name("other_program.py")), link, str(x), str(y)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ}))
        said = running[-1].stdout
        assert said is not None and said.readline() == "shown\n"
        return QPoint(x + 40, y + 20)

    yield show
    for each in running:
        each.kill()
        each.wait()
        if each.stdout:
            each.stdout.close()
