"""Where a selection goes: a title, a form, and a file that the system's own dialog asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from clipper.gui.named import named
from clipper.i18n import N_, _, ngettext
from clipper.operations.export import FORMATS, Format

ENDINGS: dict[Format, str] = {"pdf": "pdf", "html": "html", "markdown": "md", "json": "json"}
_FORMS: dict[Format, tuple[str, str]] = {
    "pdf": (N_("Press review (PDF)"), N_("Cover, contents and every article, to print or to send")),
    "html": (N_("Web page (HTML)"), N_("One page with its pictures, for every browser")),
    "markdown": (N_("Text (Markdown)"), N_("For note-taking and writing programs")),
    "json": (N_("Data (JSON)"), N_("Everything that is known, for other programs")),
}
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*\u2028\u2029]+')
"""What some system does not allow in the name of a file."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user wants."""

    form: Format
    path: Path
    title: str


def ask_target(
    parent: QWidget,
    count: int,
    suggested: str,
    then: Callable[[ExportChoice], None],
    folder: Path | None = None,
) -> None:
    """Ask for title, form and file, in the folder of last time; `then` is called where the user wants it."""
    dialog = ExportDialog(parent, count, suggested, folder or _last_folder(parent))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(then)
    dialog.open()


def file_name(title: str, form: Format) -> str:
    """A name for the file that every system allows: `Press review 2026-03-01.pdf`."""
    name = _UNFIT.sub(" ", title)
    name = " ".join(name.split())[:LONGEST_NAME].strip(" .")
    if not name or _RESERVED.fullmatch(name):
        name = f"{name} clips".strip()
    return f"{name}.{ENDINGS[form]}"


class ExportDialog(QDialog):
    """Title and form; its button leads on to the file dialog, which also asks before it overwrites."""

    chosen = Signal(object)
    """ExportChoice."""

    def __init__(self, parent: QWidget, count: int, suggested: str, folder: Path) -> None:
        super().__init__(parent)
        self._parent = parent
        self._folder = folder
        self.setWindowTitle(ngettext("Export {count} clip", "Export {count} clips", count))
        self.setMinimumWidth(440)
        self.title = QLineEdit(suggested)
        self.title.setAccessibleName(_("Title"))
        self.title.selectAll()
        self.forms = {form: QRadioButton(_(words)) for form, (words, _says) in _FORMS.items()}
        self.forms["pdf"].setChecked(True)
        self.cancel = QPushButton(_("Cancel"), autoDefault=False)
        self.cancel.clicked.connect(self.reject)
        self.go = QPushButton(_("Choose file…"), default=True)
        self.go.clicked.connect(self._ask_file)
        self._lay_out()
        self.title.setFocus()

    @property
    def form(self) -> Format:
        """The form that is chosen."""
        return next((form for form, button in self.forms.items() if button.isChecked()), FORMATS[0])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(6)
        label = named(QLabel(_("&Title")), "section")
        label.setBuddy(self.title)
        column.addWidget(label)
        column.addWidget(self.title)
        column.addSpacing(12)
        column.addWidget(named(QLabel(_("Form")), "section"))
        for form, button in self.forms.items():
            says = _(_FORMS[form][1])
            button.setAccessibleDescription(says)
            column.addWidget(button)
            line = named(QLabel(says), "faint")
            line.setContentsMargins(24, 0, 0, 6)
            column.addWidget(line)
        column.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column.addLayout(buttons)

    def _ask_file(self) -> None:
        title = self.title.text().strip()
        form = self.form
        asking = QFileDialog(self, _("Export to"), str(self._folder / file_name(title, form)))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setFileMode(QFileDialog.FileMode.AnyFile)
        asking.setDefaultSuffix(ENDINGS[form])
        asking.setNameFilter(f"{_(_FORMS[form][0])} (*.{ENDINGS[form]})")
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.fileSelected.connect(lambda name: self._chosen(form, Path(name), title))
        asking.open()

    def _chosen(self, form: Format, path: Path, title: str) -> None:
        self._parent.setProperty(_FOLDER, str(path.parent))
        self.accept()
        self.chosen.emit(ExportChoice(form, path, title))


_FOLDER = "export_folder"


def _last_folder(parent: QWidget) -> Path:
    """Where the last export of this window went, else the user's documents."""
    last = parent.property(_FOLDER)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(str(last) if last else documents or str(Path.home()))
