"""The script of ours that runs in the reading view, in a world of its own, and the ear for what it says."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QFile, QIODevice, QObject, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from clipper.resources import resource

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
"""Where it runs: the page's own scripts are off, and would see nothing of it."""
WISHES = frozenset(("ghosts", "restore", "restore_always", "remove", "remove_always"))
"""All that it can ask for; anything else is not heard."""


class Listener(QObject):
    """Hears what the script says of the user's clicks and keys: a word of WISHES and a number."""

    wished = Signal(str, int)

    @Slot(str, int)
    def hear(self, what: str, number: int) -> None:
        """Called by the script."""
        if what in WISHES and number >= 0:
            self.wished.emit(what, number)


def listen_to(page: QWebEnginePage) -> Listener:
    """Give a page the script and answer its listener; both end with the page."""
    listener = Listener(page)
    channel = QWebChannel(page)
    channel.registerObject("listener", listener)
    page.setWebChannel(channel, WORLD)
    script = QWebEngineScript()
    script.setName("reader")
    script.setSourceCode(_source())
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setWorldId(WORLD)
    page.scripts().insert(script)
    return listener


@cache
def _source() -> str:
    file = QFile(":/qtwebchannel/qwebchannel.js")
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    channel = bytes(file.readAll().data()).decode()
    file.close()
    return f"{channel}\n{resource('reader', 'reader.js').read_text('utf-8')}"
