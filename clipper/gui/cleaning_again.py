"""Clips are cleaned again from their raw pages: beside everything else, with a word on what it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from clipper.article.changes import Changes
from clipper.article.clip import ClipId
from clipper.gui.background import Done, Outcome
from clipper.gui.dialogs.site_rule import RuleText
from clipper.gui.messages import Notice
from clipper.gui.panes.changed import run_words
from clipper.gui.session import Session
from clipper.i18n import _, ngettext
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import site_rules
from clipper.operations.clean_again import CleanedAgain, clean_again
from clipper.operations.desk import Desk


class CleaningAgain(QObject):
    """One run at a time; cancelled, it leaves all clips as they were."""

    done = Signal(str, tuple)
    """Words, and the numbers of the acts that undo takes back, the latest last."""

    def __init__(self, session: Session, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._ticket: Ticket | None = None

    def begin(self, ids: Sequence[ClipId]) -> None:
        """Clean these again."""
        if ids:
            count = ngettext("Cleaning {count} clip again", "Cleaning {count} clips again", len(ids))
            self._run(count, lambda desk, ticket: clean_again(desk, ids, ticket), ())

    def keep_rule(self, rule: RuleText) -> None:
        """Save a site's rule; where it is wanted, clean the site's clips again by it."""
        self._session.write(
            lambda desk: site_rules.save(desk, rule.host, rule.text),
            lambda changes: self._saved(rule, changes),
        )

    def cancel(self) -> None:
        """Stop."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _saved(self, rule: RuleText, changes: Changes) -> None:
        acts = (changes.act,) if changes.act is not None else ()
        if not rule.now:
            self.done.emit(_("The rule for {host} is saved").format(host=rule.host), acts)
            return
        self._run(
            _("Cleaning the clips of {host} again").format(host=rule.host),
            lambda desk, ticket: clean_again(desk, site_rules.clips_of(desk, rule.host), ticket),
            acts,
        )

    def _run(self, title: str, run: Callable[[Desk, Ticket], CleanedAgain], acts: tuple[int, ...]) -> None:
        if self._ticket is not None:
            self.done.emit(_("Clips are still being cleaned"), acts)
            return
        ticket = self._ticket = Ticket(self._listen)
        self._notice.begin(title, self.cancel)
        self._session.work(lambda desk: run(desk, ticket), lambda outcome: self._ended(outcome, acts))

    def _listen(self, progress: Progress) -> None:
        self._session.background.call(self._notice.progress, progress)

    def _ended(self, outcome: Outcome[CleanedAgain], acts: tuple[int, ...]) -> None:
        self._ticket = None
        self._notice.end()
        if isinstance(outcome, Done):
            changes = outcome.value.changes
            self._session.changed.emit(changes)
            made = (changes.act,) if changes.act is not None else ()
            self.done.emit(run_words(outcome.value.clips), (*acts, *made))
        elif isinstance(outcome, Stopped):
            self.done.emit(_("Cancelled; the clips are as they were"), acts)
