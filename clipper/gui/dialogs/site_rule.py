"""The rule of a site: what it says, as words and as text; what it would change; and putting it to work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from clipper.errors import ClipperError
from clipper.gui.background import Background, Done, Failed, Outcome
from clipper.gui.named import named
from clipper.gui.panes.changed import changed_lines, clip_words
from clipper.gui.panes.details_parts import Facts
from clipper.i18n import N_, _, hint, ngettext, sentence
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import site_rules, site_trying
from clipper.operations.comparing import Recleaned
from clipper.operations.desk import Desk

PURPOSES: dict[str, str] = {
    "title": N_("Headline"),
    "body": N_("Article"),
    "strip": N_("Take out"),
    "keep": N_("Leave in"),
    "byline": N_("Byline"),
    "published": N_("Date"),
    "next_page": N_("Next page"),
    "wait_for": N_("Wait for"),
    "not_logged_in": N_("Only strangers see"),
}
"""What each key of a rule is for."""
READ_MS = 250
"""After the last key, before what was typed is read."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """A site and the text of its rule, as the user wants it; `now`: its clips are cleaned again by it."""

    host: str
    text: str
    now: bool


@dataclass(frozen=True, slots=True)
class _Found:
    host: str
    text: str
    clips: int


class SiteRuleDialog(QDialog):
    """Reads, tries and previews beside the window; what is to be done is handed out."""

    chosen = Signal(object)
    """RuleText."""
    dropped = Signal(object)
    """RuleText that was changed and not saved: the dialog was closed."""

    def __init__(self, desk: Desk, background: Background, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Site rule"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 640)
        self._desk, self._background = desk, background
        self._host = self._saved = ""
        self._there = True
        self._asked = 0
        self._ticket: Ticket | None = None
        self._model = QStandardItemModel(0, 2, self)
        self._soon = QTimer(self, singleShot=True, interval=READ_MS)
        self._soon.timeout.connect(self._read)
        self._build()
        self._lay_out()
        self._connect()
        self._background.read(lambda: _found(desk, url), self._show)

    @property
    def waiting(self) -> bool:
        """Whether something was asked that is not answered yet."""
        return self._asked > 0 or self._soon.isActive() or not self._host

    def done(self, result: int) -> None:
        """Late answers find nobody; a trial is stopped."""
        self._there = False
        if self._ticket is not None:
            self._ticket.cancel()
        super().done(result)

    def _build(self) -> None:
        self.head = named(QLabel(wordWrap=True), "soft")
        self.says = Facts()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("The rule as text"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setStyleSheet("font-family: 'JetBrains Mono', 'DejaVu Sans Mono', 'Menlo', monospace;")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.problem = named(QLabel(wordWrap=True), "problem")
        self.problem.hide()
        self.tried = named(QLabel(wordWrap=True), "section")
        self.list = _list(self._model)
        self.line = QProgressBar(textVisible=False)
        self.line.hide()
        self.try_it = QPushButton(_("Try on all clips of this site"), autoDefault=False)
        self.close_button = QPushButton(_("Close"), autoDefault=False)
        self.save = QPushButton(_("Save for new clips"), autoDefault=False)
        self.apply = QPushButton(_("Apply"), default=True)
        self.apply.setToolTip(_("Save, and clean all clips of this site again"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.says)
        column.addSpacing(6)
        column.addWidget(named(QLabel(_("As text")), "section"))
        column.addWidget(self.text, 3)
        column.addWidget(self.problem)
        column.addWidget(self.tried)
        column.addWidget(self.line)
        column.addWidget(self.list, 3)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.try_it)
        row.addStretch(1)
        for button in (self.close_button, self.save, self.apply):
            row.addWidget(button)
        column.addLayout(row)
        self.tried.hide()
        self.list.hide()

    def _connect(self) -> None:
        self.text.textChanged.connect(self._edited)
        self.try_it.clicked.connect(self._try)
        self.close_button.clicked.connect(self.reject)
        self.save.clicked.connect(lambda: self._choose(now=False))
        self.apply.clicked.connect(lambda: self._choose(now=True))
        self._allow()

    def reject(self) -> None:
        """Closed: what was written is not lost without a word."""
        left = RuleText(self._host, self.text.toPlainText(), now=False)
        super().reject()
        if left.text != self._saved:
            self.dropped.emit(left)

    def _choose(self, *, now: bool) -> None:
        choice = RuleText(self._host, self.text.toPlainText(), now)
        self.accept()
        self.chosen.emit(choice)

    def _show(self, outcome: Outcome[_Found]) -> None:
        if not self._there:
            return
        if isinstance(outcome, Failed):
            self._say_problem(outcome.error)
        elif isinstance(outcome, Done):
            found = outcome.value
            self._host = found.host
            self.setWindowTitle(_("Site rule: {host}").format(host=found.host))
            clips = ngettext("{count} clip", "{count} clips", found.clips)
            holds = _("Holds for every page of {host} ({clips} here).").format(host=found.host, clips=clips)
            self.head.setText(f"{holds} {_('Selectors are CSS, or XPath where they begin with /.')}")
            self._saved = found.text
            self.text.setPlainText(found.text)
            self._soon.stop()
            self._read()

    def _edited(self) -> None:
        self._soon.start()
        self._forget_trial()

    def _read(self) -> None:
        desk, host, text = self._desk, self._host, self.text.toPlainText()
        if host:
            self._ask()
            self._background.read(
                lambda: site_trying.selectors(site_trying.read_rule(desk, host, text)),
                lambda outcome: self._read_out(text, outcome),
            )

    def _read_out(self, text: str, outcome: Outcome[list[tuple[str, tuple[str, ...]]]]) -> None:
        if not self._answered() or text != self.text.toPlainText():
            return
        if isinstance(outcome, Failed):
            self._say_problem(outcome.error)
        elif isinstance(outcome, Done):
            self.problem.hide()
            facts = [(_(PURPOSES[key]), ",  ".join(several)) for key, several in outcome.value]
            self.says.show_facts(facts or [(_("Nothing yet"), _("The rule says nothing about this site."))])
        self._allow()

    def _try(self) -> None:
        desk, host, text = self._desk, self._host, self.text.toPlainText()
        ticket = self._ticket = Ticket(lambda told: self._background.call(self._progress, told))
        self._ask()
        self.line.setRange(0, 0)
        self.line.show()
        self._background.work(lambda: site_trying.try_rule(desk, host, text, ticket), self._was_tried)

    def _progress(self, progress: Progress) -> None:
        if self._there:
            self.line.setRange(0, progress.total)
            self.line.setValue(progress.done)

    def _was_tried(self, outcome: Outcome[list[Recleaned]]) -> None:
        self._ticket = None
        if not self._answered():
            return
        self.try_it.setFocus()  # it gave the focus away while it could not be pressed
        self.line.hide()
        if isinstance(outcome, Failed):
            self._say_problem(outcome.error)
        elif isinstance(outcome, Done):
            self._say_tried(outcome.value)
        elif isinstance(outcome, Stopped):
            self._forget_trial()

    def _say_tried(self, told: Sequence[Recleaned]) -> None:
        changed = [each for each in told if each.status != "unchanged"]
        all_of_them = ngettext("{count} clip", "{count} clips", len(told))
        self.tried.setText(_("{count} of {all} would change").format(count=len(changed), all=all_of_them))
        self.tried.show()
        self._model.removeRows(0, self._model.rowCount())
        for each in changed:
            self._model.appendRow([_item(each.title or _("Clip {id}").format(id=each.clip)), _change(each)])
        self.list.setVisible(bool(changed))

    def _forget_trial(self) -> None:
        self.tried.hide()
        self.list.hide()

    def _say_problem(self, error: BaseException) -> None:
        if not isinstance(error, ClipperError):
            raise error
        self.problem.setText(f"{sentence(error)} {hint(error)}".strip())
        self.problem.show()
        self._allow()

    def _ask(self) -> None:
        self._asked += 1
        self._allow()

    def _answered(self) -> bool:
        self._asked -= 1
        if self._there:
            self._allow()
        return self._there

    def _allow(self) -> None:
        sound = bool(self._host) and self.problem.isHidden() and not self.waiting
        for button in (self.try_it, self.save, self.apply):
            button.setEnabled(sound)


def _found(desk: Desk, url: str) -> _Found:
    host = site_trying.home_of(desk, url)
    text = site_rules.text_of(desk, host)
    return _Found(
        host, text if text is not None else site_rules.beginning(host), len(site_rules.clips_of(desk, host))
    )


def _change(told: Recleaned) -> QStandardItem:
    item = _item(clip_words(told))
    item.setToolTip(changed_lines(told))
    return item


def _item(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setToolTip(words)
    return item


def _list(model: QStandardItemModel) -> QTreeView:
    view = QTreeView()
    model.setHorizontalHeaderLabels([_("Clip"), _("What would change")])
    view.setAccessibleName(_("What would change"))
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    view.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.header().setSectionsClickable(False)
    view.setTabKeyNavigation(False)
    return view
