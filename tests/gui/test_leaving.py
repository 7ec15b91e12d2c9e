"""What leaves the library, and what is found again: export with cancel, restart, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from clipper.gui.dialogs.export import ExportDialog
from clipper.gui.theme import DARK, LIGHT
from tests.gui.pages import article, title
from tests.gui.user import User
from tests.servers import Site

Stories = Callable[[int], list[str]]
Open = Callable[[], User]


def exports_to(user: User, file: Path) -> None:
    """Goes through the dialogs with keys and mouse."""
    user.hands.keys("e")
    user.waits(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
    user.hands.keys("Return")
    user.waits(lambda: file_dialog() is not None)
    dialog = file_dialog()
    assert dialog is not None
    name = dialog.findChild(QLineEdit)
    assert name is not None
    user.waits(name.isVisible)
    user.hands.click(name, times=3)
    user.hands.keys("ctrl+a")
    user.hands.type(str(file))
    user.waits(lambda: name.text() == str(file))
    user.hands.keys("Return")


def file_dialog() -> QFileDialog | None:
    """The dialog that asks for a file, if it is open."""
    return next((each for each in windows() if isinstance(each, QFileDialog)), None)


def windows() -> list[QWidget]:
    """What is open."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user keeps files."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(folder))
    return folder


def test_the_selection_becomes_a_pdf(reader: User, documents: Path) -> None:
    reader.hands.click_row(reader.clips, 0)
    reader.hands.keys("ctrl+a")
    reader.waits(lambda: len(reader.parts.list.ids) == 3)
    file = documents / "review.pdf"
    exports_to(reader, file)
    reader.waits(lambda: reader.toast() == "review.pdf is ready")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
    for number in (1, 2, 3):
        assert title(number).split(",")[0] in text
    assert not reader.parts.notice.isVisible()


def test_an_export_is_cancelled_and_leaves_nothing(reader: User, documents: Path) -> None:
    reader.hands.click_row(reader.clips, 0)
    reader.hands.keys("ctrl+a")
    exports_to(reader, documents / "review.pdf")
    reader.waits(reader.parts.notice.isVisible)
    reader.hands.click(reader.parts.notice.stop)
    reader.waits(lambda: not reader.parts.notice.isVisible())
    assert reader.toast() == "Export cancelled; no file was written"
    assert list(documents.iterdir()) == []


def test_a_target_that_cannot_be_written_is_said_in_the_window(reader: User, documents: Path) -> None:
    reader.hands.click_row(reader.clips, 0)
    (documents / "file").write_text("not a folder", "utf-8")
    exports_to(reader, documents / "file" / "review.pdf")
    reader.waits(lambda: "cannot be written" in reader.banner())
    reader.hands.keys("Escape")
    reader.waits(lambda: reader.banner() == "")


def test_after_a_restart_all_is_as_it_was(open_window: Open, reader: User, site: Site) -> None:
    reader.hands.click_row(reader.clips, 1)
    reader.hands.keys("m")
    reader.waits(lambda: QApplication.activePopupWidget() is not None)
    reader.hands.type("Harbour")
    reader.hands.keys("Return")
    reader.waits(lambda: reader.sees_place("Harbour"))
    reader.hands.click_row(reader.clips, 1)
    reader.hands.keys("t")
    reader.waits(lambda: QApplication.activePopupWidget() is not None)
    reader.hands.type("court")
    reader.hands.keys("Return")
    reader.waits(lambda: reader.sees_place("court"))
    reader.chooses("Harbour")
    reader.waits(lambda: reader.titles() == [title(2)])
    reader.hands.click_row(reader.clips, 0)
    reader.hands.keys("F9")
    reader.waits(lambda: not reader.parts.details.isVisible())
    handle = reader.parts.splitter.handle(2)
    middle = handle.rect().center()
    reader.hands.drag(handle, middle, handle, middle + QPoint(70, 0))
    reader.waits(lambda: reader.parts.splitter.sizes()[1] > 450)
    sizes = reader.parts.splitter.sizes()[:2]
    reader.close()

    again = open_window()
    again.waits(lambda: again.titles() == [title(2)])
    assert again.parts.sidebar.scope.name == "Harbour"
    again.waits(lambda: again.place("court")[0] == 1)
    again.waits(lambda: again.parts.list.ids == list(again.parts.list.rows.ids))
    assert not again.parts.details.isVisible()
    assert again.parts.splitter.sizes()[:2] == sizes


def test_what_waited_goes_on_after_a_restart(open_window: Open, user: User, site: Site) -> None:
    failed = site.status("/gone.html", 404)
    slow = site.hang("/slow.html")
    user.pastes(f"{failed} {slow}")
    site.wait_for("/slow.html")
    user.waits(lambda: [line.failed for line in user.queue()] == [True, False])
    user.close()

    site.page("/slow.html", article(1, site.picture("/a.png")))
    again = open_window()
    again.waits(lambda: again.titles() == [title(1)])
    assert [(line.waiting.source, line.failed) for line in again.queue()] == [(failed, True)]


def test_light_and_dark_at_once_and_after_a_restart(open_window: Open, user: User, library: Path) -> None:
    for look, theme in (("Dark", DARK), ("Light", LIGHT), ("Dark", DARK)):
        chooses_look(user, look)
        user.waits(lambda theme=theme: user.parts.theme is theme)  # type: ignore[misc]
        ground = user.window.grab().toImage().pixelColor(user.window.width() // 2, 4).name()
        assert ground == theme.win
    user.waits(lambda: "dark" in (library.parent / "config" / "settings.toml").read_text("utf-8"))
    user.close()
    again = open_window()
    assert again.parts.theme is DARK


def chooses_look(user: User, name: str) -> None:
    """Through the menu, with the mouse."""
    user.hands.click(user.parts.bar.more)
    user.waits(lambda: QApplication.activePopupWidget() is not None)
    menu = user.window.menus.more
    look = user.window.menus.look
    user.hands.click(menu, menu.actionGeometry(look.menuAction()).center())
    user.waits(look.isVisible)
    action = next(each for each in look.actions() if each.text() == name)
    user.hands.click(look, look.actionGeometry(action).center())
    user.waits(lambda: QApplication.activePopupWidget() is None)


def test_a_narrow_window_gives_the_reader_the_room(user: User) -> None:
    user.window.resize(1000, 700)
    user.waits(lambda: not user.parts.details.isVisible() and user.parts.sidebar.isVisible())
    user.window.resize(760, 600)
    user.waits(lambda: not user.parts.sidebar.isVisible())
    user.window.resize(1300, 800)
    user.waits(lambda: user.parts.details.isVisible() and user.parts.sidebar.isVisible())
