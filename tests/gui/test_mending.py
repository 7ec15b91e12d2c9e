"""A user mends what the cleaner did: brings back, takes out, teaches a site's rule, cleans again, undoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from clipper import wiring
from clipper.article.article import Article, Guidance
from clipper.article.clip import Clip
from clipper.article.page import Page
from clipper.gui import session
from clipper.gui.dialogs.site_rule import SiteRuleDialog
from clipper.gui.panes.reader import Shows
from clipper.jobs import Ticket
from clipper.operations import find, site_rules
from clipper.operations.desk import Desk
from tests.gui.conftest import Open
from tests.gui.paper import Paper
from tests.gui.user import User
from tests.servers import Site
from tests.unit.operations.plain_cleaner import PlainCleaner

SHARE, NOISE = "Share this article with your friends", "Read also what we wrote of the quay last year"
TEXT = ("The quay opens in the morning, says the harbour.", "It was closed for eleven years.")


class Mender(Paper):
    """A user who reads one article and mends it."""

    def __init__(self, user: User) -> None:
        """The article is open."""
        self.user = user
        super().__init__(user.parts.reader, user.hands, user.waits)

    def clip(self, row: int = 0) -> Clip:
        """The clip as the library has it."""
        return find.open_clip(self.user.desk, self.user.parts.list.rows.ids[row])

    def shows_ghosts(self) -> None:
        """Presses G."""
        self.user.hands.keys("g")
        self.waits(lambda: self.sees("document.documentElement.dataset.ghosts") == "on")

    def reads(self, *lines: str) -> None:
        """Waits until the article says these lines and no others."""
        blocks = (
            "[...document.querySelectorAll('.text > [data-block]')].map(each => each.innerText).join('|')"
        )
        self.waits(lambda: self.sees(blocks) == "|".join(lines))

    def undoes(self) -> None:
        """Presses the toast's button: `Undo`, or what it says instead."""
        self.user.hands.click(self.user.parts.toast.button)


@pytest.fixture
def mender(open_window: Open, site: Site, monkeypatch: pytest.MonkeyPatch) -> Mender:
    """Two clips of one site; the first is open."""
    monkeypatch.setattr(session, "build", _with_plain_cleaner)
    user = open_window()
    for number in (1, 2):
        lines = f"<p class=box>{SHARE}</p><p>{TEXT[0]}</p><p class=more>{NOISE}</p><p>{TEXT[1]}</p>"
        user.clips_all(
            [site.page(f"/{number}.html", f"<title>Article {number}</title><body><article>{lines}</article>")]
        )
    user.waits(lambda: user.titles() == ["Article 2", "Article 1"])
    user.reads(0)
    made = Mender(user)
    made.waits(lambda: made.sees("document.querySelector('h1')?.innerText") == "Article 2")
    made.listens()
    return made


def test_a_piece_comes_back_with_a_click_and_goes_again_with_undo(mender: Mender) -> None:
    mender.shows_ghosts()
    mender.clicks(".ghost-text")
    mender.reads(SHARE, TEXT[0], NOISE, TEXT[1])
    mender.waits(lambda: "Brought back: “Share this article" in mender.user.toast())
    assert not mender.clip().removals
    assert SHARE in mender.clip().text
    mender.undoes()
    mender.reads(TEXT[0], NOISE, TEXT[1])
    assert mender.sees("document.querySelector('.ghost-text').innerText") == SHARE


def test_a_piece_of_the_article_is_taken_out_and_is_a_ghost_then(mender: Mender) -> None:
    mender.shows_ghosts()
    mender.points('[data-block="1"]')
    mender.waits(lambda: mender.count(".deeds.there") == 1)
    mender.clicks('[data-deed="remove"]')
    mender.reads(*TEXT)
    mender.waits(lambda: "Taken out: “Read also" in mender.user.toast())
    why = "document.querySelector('[data-number=\"2\"] .ghost-why').innerText"
    assert mender.sees(why) == "You took it out"
    mender.user.hands.keys("ctrl+z")
    mender.reads(TEXT[0], NOISE, TEXT[1])


def test_always_for_this_site_becomes_a_rule_that_older_clips_follow_when_cleaned_again(
    mender: Mender,
) -> None:
    mender.shows_ghosts()
    mender.points('[data-block="1"]')
    mender.waits(lambda: mender.count(".deeds.there") == 1)
    mender.clicks('[data-deed="remove_always"]')
    mender.reads(*TEXT)
    mender.waits(lambda: "from now on" in mender.user.toast())
    assert site_rules.rule_of(mender.user.desk, "127.0.0.1").strip
    assert NOISE in mender.clip(1).text
    mender.user.hands.click_row(mender.user.clips, 1)
    mender.waits(lambda: mender.user.parts.list.ids == [mender.user.parts.list.rows.ids[1]])
    mender.user.hands.keys("ctrl+r")
    mender.waits(lambda: "Cleaned again: " in mender.user.toast())
    assert NOISE not in mender.clip(1).text


def test_what_cannot_be_done_is_said_and_the_piece_can_be_clicked_again(
    mender: Mender, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PlainCleaner.clean

    def deaf(cleaner: PlainCleaner, pages: Sequence[Page], _guidance: Guidance, ticket: Ticket) -> Article:
        return plain(cleaner, pages, Guidance(), ticket)

    monkeypatch.setattr(PlainCleaner, "clean", deaf)
    mender.shows_ghosts()
    mender.clicks(".ghost-text")
    mender.waits(lambda: "could not be found" in mender.user.banner())
    mender.waits(lambda: mender.count(".busy") == 0)


def test_who_reads_plainly_brings_back_from_the_list(mender: Mender) -> None:
    user = mender.user
    taken = user.parts.details.taken
    user.waits(taken.head.isVisible)
    user.hands.click(taken.head)
    user.waits(taken.view.isVisible)
    user.parts.details.ensureWidgetVisible(taken)
    user.hands.click_row(taken.view, 0)
    user.hands.keys("Return")
    mender.waits(lambda: SHARE in mender.clip().text)
    mender.reads(SHARE, TEXT[0], NOISE, TEXT[1])
    user.waits(lambda: not taken.isVisible())


def test_cleaning_again_that_changes_nothing_says_so(mender: Mender) -> None:
    mender.user.hands.keys("ctrl+a", "ctrl+r")
    mender.waits(lambda: mender.user.toast() == "2 clips cleaned again: nothing changed")
    assert not mender.user.parts.cleaning_notice.isVisible()


def test_a_rule_is_written_tried_applied_and_taken_back(mender: Mender) -> None:
    user = mender.user
    user.parts.actions["site_rule"].trigger()
    dialog = dialog_of(user)
    user.waits(lambda: not dialog.waiting)
    assert "127.0.0.1" in dialog.windowTitle() and "2 clips" in dialog.head.text()
    dialog.text.setFocus()
    user.hands.keys("ctrl+End")
    user.hands.type("strip = [[")
    user.waits(lambda: dialog.problem.isVisible() and not dialog.apply.isEnabled())
    user.hands.keys("BackSpace", "BackSpace")
    user.hands.type("'p.more'")
    user.waits(lambda: dialog.apply.isEnabled() and not dialog.problem.isVisible())
    user.hands.click(dialog.try_it)
    user.waits(dialog.list.isVisible)
    assert dialog.tried.text() == "2 of 2 clips would change"
    assert "words fewer" in dialog.list.model().index(0, 1).data()
    assert NOISE in mender.clip(1).text
    user.hands.click(dialog.apply)
    user.waits(lambda: user.toast() == "2 clips cleaned again: 2 changed")
    assert NOISE not in mender.clip(0).text and NOISE not in mender.clip(1).text
    assert site_rules.rule_of(user.desk, "127.0.0.1").strip == ("p.more",)
    mender.undoes()
    user.waits(lambda: user.toast() == "Undone")
    assert NOISE in mender.clip(0).text and NOISE in mender.clip(1).text
    assert site_rules.text_of(user.desk, "127.0.0.1") is None


def test_a_rule_that_is_closed_unsaved_can_be_saved_still(mender: Mender) -> None:
    user = mender.user
    user.parts.actions["site_rule"].trigger()
    dialog = dialog_of(user)
    user.waits(lambda: not dialog.waiting)
    dialog.text.setFocus()
    user.hands.keys("ctrl+End")
    user.hands.type("keep = 'p.box'")
    user.hands.keys("Escape")
    user.waits(lambda: "was not saved" in user.toast())
    assert site_rules.text_of(user.desk, "127.0.0.1") is None
    mender.undoes()
    user.waits(lambda: "is saved" in user.toast())
    assert site_rules.rule_of(user.desk, "127.0.0.1").keep == ("p.box",)


def test_g_says_on_the_menu_whether_ghosts_are_shown(mender: Mender) -> None:
    action = mender.user.parts.actions["ghosts"]
    assert not action.isChecked()
    mender.shows_ghosts()
    assert action.isChecked()
    mender.clicks(".switch")
    mender.waits(lambda: not action.isChecked())
    mender.user.hands.keys("g")  # the keys go to the article now
    mender.waits(action.isChecked)
    assert mender.pane.shows is Shows.CLIP


def dialog_of(user: User) -> SiteRuleDialog:
    """The dialog that is open."""
    user.waits(lambda: isinstance(QApplication.activeModalWidget(), SiteRuleDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SiteRuleDialog)
    user.waits(dialog.isActiveWindow)
    return dialog


def _with_plain_cleaner(library: Path | None) -> Desk:
    return replace(wiring.build(library), cleaner=PlainCleaner())
