"""What the reading view is served, and by which rules; known without loading the browser engine."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt

SCHEME = "clip"
"""Our scheme: `clip://article/7`, `clip://picture/<sha256>`, `clip://style/reader.css`, `clip://font/<file>`."""
POLICY = (
    "default-src 'none'; img-src clip:; style-src clip:; font-src clip:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Content security policy of all of it. Nothing inline: a page's own style does not count."""


@dataclass(frozen=True, slots=True)
class Served:
    """What one address of ours stands for."""

    media_type: str
    data: bytes


Answer = Callable[[Served | None], None]
"""Called on the GUI thread, at once or later; None where there is no such thing."""


class Shelf(Protocol):
    """Where the reading view takes everything from."""

    def fetch(self, kind: str, name: str, answer: Answer) -> None:
        """Answer what `clip://<kind>/<name>` is."""


def register_scheme() -> None:
    """Make the engine's later use possible; called before the QApplication is made, and often is harmless.

    The engine itself is not loaded for it: the scheme is made known to it with the first profile.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    # The reader is a native window; what stands beside it need not become one, and loses drops if it does.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontCreateNativeWidgetSiblings)
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # Chromium refuses to run its sandbox as root
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
