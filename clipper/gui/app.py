"""The window as a program: colours, fonts and the library come to it here, and it ends here."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from clipper import paths, settings
from clipper.gui import style, window_state
from clipper.gui.background import Refresher
from clipper.gui.interrupts import Interrupts
from clipper.gui.main_window import MainWindow
from clipper.gui.session import Session
from clipper.resources import resource
from clipper.webengine.scheme import register_scheme


def main() -> int:
    """Open the window on the user's library; answers the exit code."""
    register_scheme()  # these two before there is a QApplication
    style.announce_fonts()
    application = QApplication(sys.argv[:1])
    shown = Shown(application, None)
    shown.window.ended.connect(application.quit)
    Interrupts(application).asked.connect(shown.window.close)
    shown.window.show()
    shown.begin()
    return application.exec()


class Shown(QObject):
    """The application with its one window."""

    def __init__(self, application: QApplication, library: Path | None) -> None:
        super().__init__(application)
        prepare(application)
        self._library = library
        self._file = paths.settings_file()
        self._settings, self._broken = settings.load(self._file)
        self.session = Session(self)
        self._saving = Refresher(
            self.session.background, lambda: settings.save(self._file, self._settings), lambda _saved: None
        )
        theme = style.chosen(self._settings.theme)
        self.window = MainWindow(self.session, theme, self._settings.theme, window_state.load())
        self.window.parts.reader.set_scale(self._settings.text_scale)
        self.window.parts.reader.scale_changed.connect(lambda scale: self._keep(text_scale=scale))
        self.window.menus.theme_chosen.connect(self._choose_theme)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._dress())

    def begin(self) -> None:
        """The window is shown: open the library."""
        self.session.open(self._library)
        if self._broken is not None:
            self.window.parts.banner.show_error(self._broken)

    def _choose_theme(self, name: str) -> None:
        self._keep(theme=name)
        self._dress()

    def _keep(self, **choices: Any) -> None:
        self._settings = replace(self._settings, **choices)
        self._saving.ask()

    def _dress(self) -> None:
        self.window.set_theme(style.chosen(self._settings.theme))


def prepare(application: QApplication) -> None:
    """Name, fonts and manners of the application; the window may close without ending it."""
    application.setApplicationName("clipper")
    application.setApplicationDisplayName("Clipper")
    application.setDesktopFileName("org.clipper.Clipper")
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    application.setWindowIcon(QIcon(str(resource("icons", "clipper.svg"))))
    style.load_fonts()
    application.setFont(style.sans(13))
