"""Site logins: which there are, one more, one less; and where they are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from clipper.credentials import LoginName, VaultState
from clipper.errors import ClipperError
from clipper.gui.background import Background, Done, Failed, Outcome
from clipper.gui.named import named
from clipper.i18n import _, hint, sentence
from clipper.operations import logins
from clipper.operations.desk import Outside

T = TypeVar("T")


class LoginsDialog(QDialog):
    """The keychain may ask the user and wait: every call to it runs beside the window."""

    def __init__(self, desk: Outside, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Site logins"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(540, 500)
        self._desk, self._background = desk, background
        self._there = True
        self._asked = 0
        self._model = QStandardItemModel(0, 2, self)
        self._model.setHorizontalHeaderLabels([_("Site"), _("User name")])
        self.list = _list(self._model)
        self.none = named(QLabel(wordWrap=True), "soft")
        self.kept = named(QLabel(wordWrap=True), "faint")
        self.problem = named(QLabel(wordWrap=True), "problem")
        self.problem.hide()
        self.host = QLineEdit(placeholderText="news.example")
        self.host.setAccessibleName(_("Site"))
        self.user = QLineEdit()
        self.user.setAccessibleName(_("User name"))
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(_("Password"))
        self.add = QPushButton(_("Add login"), default=True)
        self.remove = QPushButton(_("Remove"), autoDefault=False)
        self.close_button = QPushButton(_("Close"), autoDefault=False)
        self._lay_out()
        self._connect()
        self._allow()
        self._look()
        self.host.setFocus()

    @property
    def waiting(self) -> bool:
        """Whether the keychain has been asked and has not answered."""
        return self._asked > 0

    def done(self, result: int) -> None:
        """Late answers of the keychain find nobody."""
        self._there = False
        self.password.clear()
        super().done(result)

    def _connect(self) -> None:
        for field in (self.host, self.user, self.password):
            field.textChanged.connect(self._allow)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.reject)
        self.list.selectionModel().selectionChanged.connect(lambda *_which: self._allow())

    def _look(self) -> None:
        self.kept.setText(_("Asking the keychain…"))
        self._ask(lambda: logins.vault_state(self._desk), self._say_kept)
        self._ask(lambda: logins.logins(self._desk), self._show)

    def _add(self) -> None:
        host, user, password = self.host.text().strip(), self.user.text(), self.password.text()
        self._ask(lambda: logins.add_login(self._desk, host, user, password), self._added)

    def _added(self, state: VaultState) -> None:
        for field in (self.host, self.user, self.password):
            field.clear()
        self.host.setFocus()
        self._say_kept(state)
        self._ask(lambda: logins.logins(self._desk), self._show)

    def _remove(self) -> None:
        host = self._chosen()
        if host is not None:
            self._ask(lambda: logins.remove_login(self._desk, host), lambda _there: self._look())

    def _ask(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        self._asked += 1
        self._allow()
        self._background.work(call, lambda outcome: self._answered(outcome, then))

    def _answered(self, outcome: Outcome[T], then: Callable[[T], None]) -> None:
        if not self._there:
            return
        self._asked -= 1
        self._allow()
        if isinstance(outcome, Failed):
            self._say_problem(outcome.error)
        elif isinstance(outcome, Done):
            self.problem.hide()
            then(outcome.value)

    def _say_problem(self, error: BaseException) -> None:
        if not isinstance(error, ClipperError):
            raise error
        self.problem.setText(f"{sentence(error)} {hint(error)}".strip())
        self.problem.show()

    def _say_kept(self, state: VaultState) -> None:
        if state.kept == "keychain":
            where = _("Passwords are kept in this computer’s keychain ({name}) and nowhere else.")
            said = (
                where.format(name=state.name)
                if state.name
                else _("Passwords are kept in this computer’s keychain.")
            )
            self.kept.setText(f"{said} {_('It is locked.')}" if state.why else said)
        else:
            said = _(
                "This computer has no keychain that can be used: logins are kept until Clipper is closed."
            )
            self.kept.setText(f"{said} ({state.why})" if state.why else said)

    def _show(self, names: Sequence[LoginName]) -> None:
        self._model.removeRows(0, self._model.rowCount())
        for each in names:
            self._model.appendRow([_item(each.host), _item(each.user)])
        self.none.setVisible(not names)
        self.list.setVisible(bool(names))
        self._allow()

    def _chosen(self) -> str | None:
        rows = self.list.selectionModel().selectedRows(0)
        return str(rows[0].data()) if rows else None

    def _allow(self) -> None:
        filled = all((self.host.text().strip(), self.user.text(), self.password.text()))
        self.add.setEnabled(filled and not self.waiting)
        self.remove.setEnabled(self._chosen() is not None and not self.waiting)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (_("&Site"), self.host),
            (_("&User name"), self.user),
            (_("&Password"), self.password),
        ):
            label = QLabel(words)
            label.setMinimumHeight(field.sizeHint().height())
            label.setBuddy(field)
            form.addRow(label, field)
        self.none.setText(
            _("No logins yet. A site that asks for a user name and a password can be clipped with one.")
        )
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.none, 1)
        column.addLayout(_row(self.remove, before=False))
        column.addWidget(named(QLabel(_("New login")), "section"))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(_row(self.add, before=True))
        column.addSpacing(6)
        column.addWidget(self.kept)
        column.addLayout(_row(self.close_button, before=True))
        self.list.hide()


def _list(model: QStandardItemModel) -> QTreeView:
    view = QTreeView()
    view.setAccessibleName(_("Logins"))
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.header().setSectionsClickable(False)
    view.setTabKeyNavigation(False)
    return view


def _item(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setToolTip(words)
    return item


def _row(button: QPushButton, *, before: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    if before:
        row.addStretch(1)
    row.addWidget(button)
    if not before:
        row.addStretch(1)
    return row
