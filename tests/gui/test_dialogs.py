"""Dialogs: logins in a real keychain, where an export goes, and clipping by typing."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from pathlib import Path

import keyring.core
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backends import fail
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QWidget

from clipper.credentials import LoginName
from clipper.gui.dialogs.clip import ClipChoice, ClipDialog
from clipper.gui.dialogs.export import ExportChoice, ExportDialog, ask_target, file_name
from clipper.gui.dialogs.logins import LoginsDialog
from clipper.operations import logins
from clipper.operations.export import FORMATS
from tests.gui.stage import Stage, stage
from tests.keychain import Keychain, keychain

__all__ = ["keychain", "stage"]


@pytest.fixture
def own_keychain(keychain: Keychain, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keychain]:
    """A keychain that this process uses; `secretstorage` leaves its sockets to the garbage collector."""
    keychain.use(monkeypatch)
    yield keychain
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def parent(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """The window that dialogs belong to; the file dialog is Qt's own, which hands can reach."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    stage.show(QWidget())
    return stage.window


def dialog_of(stage: Stage, kind: type[QDialog]) -> QDialog:
    """The open dialog of that kind, with the focus in it."""

    def there() -> bool:
        modal = QApplication.activeModalWidget()
        return isinstance(modal, kind) and modal.isActiveWindow()

    stage.waits(there)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


class Logins:
    """The dialog of logins, and what a user does in it."""

    def __init__(self, stage: Stage) -> None:
        """Opens it and waits until the keychain has answered."""
        self.stage = stage
        self.dialog = LoginsDialog(stage.desk, stage.background, stage.window)
        self.dialog.open()
        dialog_of(stage, LoginsDialog)
        stage.waits(lambda: "Asking" not in self.dialog.kept.text() and not self.dialog.waiting)

    def rows(self) -> list[tuple[str, str]]:
        """Site and user name of each line."""
        model = self.dialog.list.model()
        return [
            (str(model.index(row, 0).data()), str(model.index(row, 1).data()))
            for row in range(model.rowCount())
        ]

    def types(self, host: str, user: str, password: str) -> None:
        """Fills the fields, by keys alone, and presses Enter."""
        self.stage.hands.click(self.dialog.host)
        for index, words in enumerate((host, user, password)):
            if index:
                self.stage.hands.keys("Tab")
            self.stage.hands.type(words)
        self.stage.hands.keys("Return")


def test_a_login_is_added_shown_and_removed(stage: Stage, parent: QWidget, own_keychain: Keychain) -> None:
    opened = Logins(stage)
    assert opened.rows() == []
    assert opened.dialog.none.isVisible()
    assert "keychain" in opened.dialog.kept.text()
    opened.types("news.example", "ada", "open sesame")
    stage.waits(lambda: opened.rows() == [("news.example", "ada")])
    assert opened.dialog.password.text() == ""
    assert logins.logins(stage.desk) == [LoginName("news.example", "ada")]
    stage.hands.click_row(opened.dialog.list, 0)
    stage.hands.click(opened.dialog.remove)
    stage.waits(lambda: opened.rows() == [])
    assert logins.logins(stage.desk) == []
    stage.hands.keys("Escape")
    stage.waits(lambda: QApplication.activeModalWidget() is None)


def test_a_login_that_cannot_be_kept_is_said_in_the_dialog(
    stage: Stage, parent: QWidget, own_keychain: Keychain
) -> None:
    opened = Logins(stage)
    opened.types("no host at all", "ada", "secret")
    stage.waits(opened.dialog.problem.isVisible)
    assert "cannot be kept" in opened.dialog.problem.text()
    assert opened.dialog.password.text() == "secret"
    opened.dialog.close()


def test_a_locked_keychain_is_said(stage: Stage, parent: QWidget, own_keychain: Keychain) -> None:
    own_keychain.lock()
    opened = Logins(stage)
    stage.waits(opened.dialog.problem.isVisible)
    assert "locked" in opened.dialog.problem.text()
    opened.dialog.close()


def test_without_a_keychain_it_says_that_logins_are_kept_for_now(
    stage: Stage, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", fail.Keyring())  # type: ignore[no-untyped-call]
    opened = Logins(stage)
    assert "until Clipper is closed" in opened.dialog.kept.text()
    opened.types("news.example", "ada", "open sesame")
    stage.waits(lambda: opened.rows() == [("news.example", "ada")])
    opened.dialog.close()


class Exporting:
    """The dialog of an export, and what a user does in it."""

    def __init__(self, stage: Stage) -> None:
        """Nothing is open yet."""
        self.stage = stage
        self.choices: list[ExportChoice] = []

    def opens(self, folder: Path | None) -> ExportDialog:
        """Opens the dialog."""
        ask_target(self.stage.window, 3, "Press review: harbour?", self.choices.append, folder)
        dialog = dialog_of(self.stage, ExportDialog)
        assert isinstance(dialog, ExportDialog)
        return dialog

    def chooses_file(self, *, overwrite: bool | None = None) -> None:
        """Goes on to the file dialog, and takes the name that it offers."""
        dialog = dialog_of(self.stage, ExportDialog)
        assert isinstance(dialog, ExportDialog)
        self.stage.hands.click(dialog.go)
        dialog_of(self.stage, QFileDialog)
        if overwrite is not None:
            self._will_answer(overwrite=overwrite)
        self.stage.hands.keys("Return")

    def _will_answer(self, *, overwrite: bool) -> None:
        """The question runs a loop of its own inside the press of the key: it is answered from in there."""
        asked = QTimer(self.stage.window, interval=20)

        def answer() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox) and box.isActiveWindow():
                asked.stop()
                said = QMessageBox.StandardButton.Yes if overwrite else QMessageBox.StandardButton.No
                self.stage.hands.click(box.button(said))

        asked.timeout.connect(answer)
        asked.start()


@pytest.fixture
def exporting(stage: Stage, parent: QWidget) -> Exporting:
    """Ready to export."""
    return Exporting(stage)


def test_an_export_asks_for_title_form_and_file(exporting: Exporting, tmp_path: Path) -> None:
    dialog = exporting.opens(tmp_path)
    exporting.stage.hands.type("My review")
    exporting.stage.hands.click(dialog.forms["markdown"], QPoint(30, 8))
    exporting.chooses_file()
    exporting.stage.waits(lambda: bool(exporting.choices))
    assert exporting.choices == [ExportChoice("markdown", tmp_path / "My review.md", "My review")]
    assert QApplication.activeModalWidget() is None


def test_the_folder_of_last_time_is_offered_again(exporting: Exporting, tmp_path: Path) -> None:
    for folder in (tmp_path, None):
        exporting.opens(folder)
        exporting.chooses_file()
        exporting.stage.waits(lambda: QApplication.activeModalWidget() is None)
    wanted = ExportChoice("pdf", tmp_path / "Press review harbour.pdf", "Press review: harbour?")
    assert exporting.choices == [wanted, wanted]


def test_a_file_that_is_there_is_overwritten_when_the_user_says_so(
    exporting: Exporting, tmp_path: Path
) -> None:
    (tmp_path / "Press review harbour.pdf").write_text("old")
    exporting.opens(tmp_path)
    exporting.chooses_file(overwrite=True)
    exporting.stage.waits(lambda: bool(exporting.choices))


def test_a_file_that_is_there_stays_when_the_user_says_so(exporting: Exporting, tmp_path: Path) -> None:
    (tmp_path / "Press review harbour.pdf").write_text("old")
    dialog = exporting.opens(tmp_path)
    exporting.chooses_file(overwrite=False)
    exporting.stage.waits(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    files = dialog.findChild(QFileDialog)
    assert files is not None
    buttons = files.findChild(QDialogButtonBox)
    assert buttons is not None
    exporting.stage.hands.click(buttons.button(QDialogButtonBox.StandardButton.Cancel))
    exporting.stage.waits(lambda: QApplication.activeModalWidget() is dialog)
    exporting.stage.hands.click(dialog.cancel)
    exporting.stage.waits(lambda: QApplication.activeModalWidget() is None)
    assert not exporting.choices


@given(st.text(), st.sampled_from(FORMATS))
def test_every_title_makes_a_file_name_that_every_system_allows(title: str, form: str) -> None:
    name = file_name(title, form)  # type: ignore[arg-type]
    stem = name.rpartition(".")[0]
    assert stem and stem.strip(" .") == stem
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert len(name) <= 100
    assert stem.upper().split(".")[0] not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


class Clipping:
    """The dialog of clipping by typing."""

    def __init__(self, stage: Stage, copied: str = "") -> None:
        """Opens it, with something on the clipboard."""
        QGuiApplication.clipboard().setText(copied)
        self.stage = stage
        self.accepted: list[bool] = []
        self.dialog = ClipDialog(stage.window, ("Economy", "Politics/Russia"), "Politics/Russia")
        self.dialog.accepted.connect(lambda: self.accepted.append(True))
        self.dialog.open()
        dialog_of(stage, ClipDialog)


def test_typed_addresses_are_clipped_by_enter(stage: Stage, parent: QWidget) -> None:
    clipping = Clipping(stage)
    assert not clipping.dialog.go.isEnabled()
    stage.hands.type("https://news.example/a")
    stage.hands.keys("shift+Return")
    stage.hands.type("news.example/b c")
    stage.hands.keys("shift+Return")
    stage.hands.type("other.example/x?y=1")
    assert "left out" in clipping.dialog.hint.text()
    stage.hands.keys("Return")
    stage.waits(lambda: bool(clipping.accepted))
    wanted = ("https://news.example/a", "https://other.example/x?y=1")
    assert clipping.dialog.choice() == ClipChoice(wanted, "Politics/Russia")


def test_a_copied_link_is_offered(stage: Stage, parent: QWidget) -> None:
    clipping = Clipping(stage, "Look: https://news.example/a.")
    assert clipping.dialog.sources() == ["https://news.example/a"]
    stage.hands.keys("Return")
    stage.waits(lambda: bool(clipping.accepted))


def test_saved_pages_are_chosen_in_a_file_dialog(stage: Stage, parent: QWidget, tmp_path: Path) -> None:
    page = tmp_path / "saved page.html"
    page.write_text("<p>x")
    clipping = Clipping(stage)
    stage.hands.click(clipping.dialog.files)
    dialog_of(stage, QFileDialog)
    stage.hands.type(str(page))
    stage.hands.keys("Return")
    stage.waits(lambda: clipping.dialog.sources() == [str(page)])
    stage.hands.click(clipping.dialog.go)
    stage.waits(lambda: bool(clipping.accepted))


def test_clipping_can_be_given_up(stage: Stage, parent: QWidget) -> None:
    clipping = Clipping(stage, "https://news.example/a")
    stage.hands.keys("Escape")
    stage.waits(lambda: QApplication.activeModalWidget() is None)
    assert not clipping.accepted
