"""Another program on the screen: a small window from which a link can be dragged. Arguments: link, x, y."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Link(QLabel):
    """Is dragged as soon as the mouse moves with its button down."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            drag, data = QDrag(self), QMimeData()
            data.setUrls([QUrl(sys.argv[1])])
            data.setText(sys.argv[1])
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    link = Link("a link", None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    link.setGeometry(int(sys.argv[2]), int(sys.argv[3]), 120, 40)
    link.show()
    application.processEvents()
    print("shown", flush=True)
    application.exec()
