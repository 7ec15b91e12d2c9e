"""The details say where a clip comes from, and take tags, collections and notes; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from clipper.article.article import Edit, Flag, Removal
from clipper.article.changes import Changes
from clipper.article.clip import ClipId, Filing
from clipper.gui.background import Done, Outcome
from clipper.gui.panes.details import DetailsPane
from clipper.gui.panes.taken_out import Wish
from clipper.gui.theme import DARK, LIGHT
from clipper.operations import find, organise
from tests.gui.stage import Stage, stage

__all__ = ["stage"]


class Panel:
    """The details on their stage; what they ask for is carried out, as the window does it."""

    def __init__(self, stage: Stage) -> None:
        """On the screen, with the library open."""
        self.stage, desk = stage, stage.desk
        self.pane = DetailsPane(stage.background, LIGHT)
        self.pane.setFixedWidth(264)
        self.pane.tag_requested.connect(lambda ids, name: self._do(lambda: organise.tag(desk, ids, [name])))
        self.pane.untag_requested.connect(
            lambda ids, name: self._do(lambda: organise.untag(desk, ids, [name]))
        )
        self.pane.file_requested.connect(
            lambda ids, path: self._do(lambda: organise.file_into(desk, ids, path))
        )
        self.pane.take_out_requested.connect(
            lambda ids, path: self._do(lambda: organise.take_out(desk, ids, path))
        )
        self.pane.note_changed.connect(lambda clip, text: self._do(lambda: organise.note(desk, clip, text)))
        stage.show(self.pane, QWidget())
        self.pane.set_desk(desk)

    def shows(self, *clips: ClipId) -> None:
        """The user has selected these clips."""
        self.pane.show_clips(list(clips))
        self.stage.waits(lambda: not self.pane.waiting)
        self.settles()

    def settles(self) -> None:
        """Waits until it says the same for three turns: what is new is laid out a turn later."""
        seen: list[list[str]] = []

        def rests() -> bool:
            seen.append(self.says())
            return len(seen) >= 3 and seen[-1] == seen[-2] == seen[-3]

        self.stage.waits(rests)

    def says(self) -> list[str]:
        """All words that can be read."""
        return [
            each.text().replace("\u200b", "") for each in self.pane.findChildren(QLabel) if each.isVisible()
        ]

    def button(self, name: str) -> QToolButton | QPushButton:
        """The button of that name."""
        kinds: tuple[type[QToolButton], type[QPushButton]] = (QToolButton, QPushButton)
        found = [each for kind in kinds for each in self.pane.findChildren(kind)]
        return next(each for each in found if each.isVisible() and each.accessibleName() == name)

    def presses(self, name: str) -> None:
        """Clicks the button of that name."""
        self.clicks(lambda: self.button(name))

    def clicks(self, widget: Callable[[], QWidget]) -> None:
        """Clicks it, once it has been in one place for three turns of the window."""
        seen: list[QPoint] = []

        def rests() -> bool:
            seen.append(widget().mapToGlobal(QPoint()))
            return len(seen) >= 3 and seen[-1] == seen[-2] == seen[-3]

        self.stage.waits(rests)
        self.stage.hands.click(widget())

    def waits_for(self, words: str) -> None:
        """Waits until these words can be read."""
        self.stage.waits(lambda: words in self.says())

    def tags(self, clip: ClipId) -> tuple[str, ...]:
        """The clip's tags, by the library."""
        return find.rows(self.stage.desk, [clip])[0].tags

    def note(self, clip: ClipId) -> str | None:
        """The clip's note, by the library."""
        return find.rows(self.stage.desk, [clip])[0].note

    def _do(self, act: Callable[[], Changes]) -> None:
        def done(outcome: Outcome[Changes]) -> None:
            assert isinstance(outcome, Done), outcome
            self.pane.refresh()

        self.stage.background.write(act, done)


@pytest.fixture
def panel(stage: Stage) -> Panel:
    """The details on the screen."""
    return Panel(stage)


def test_a_clip_says_where_it_comes_from(panel: Panel) -> None:
    panel.shows(
        panel.stage.keeps(
            byline=("Ada Winter", "Agencies"),
            site="Harbour Post",
            section="Local",
            published="2026-01-28T14:05:00+03:00",
            language="en",
        )
    )
    said = panel.says()
    for words in ("Harbour Post", "Local", "Ada Winter, Agencies", "28 Jan 2026, 14:05 +03", "English"):
        assert words in said
    assert any(each.startswith("today, ") for each in said)
    assert "harbour.example/story" in said


def test_nothing_is_said_of_what_is_not_known(panel: Panel) -> None:
    panel.shows(panel.stage.keeps())
    for label in ("Byline", "Published", "Language", "Section", "Remarks", "On the page"):
        assert label not in panel.says()


def test_remarks_say_what_the_user_should_know(panel: Panel) -> None:
    flags = (
        Flag("relative_date", (("words", "2 years ago"),)),
        Flag("image_failed", (("url", "https://harbour.example/gone.png"), ("reason", "timed_out"))),
    )
    panel.shows(panel.stage.keeps(flags=flags))
    assert "The page gives its date only as “2 years ago”." in panel.says()
    words = "A picture could not be fetched: https://harbour.example/gone.png (no answer in time)"
    assert words in panel.says()


def test_a_tag_is_typed_and_taken_away(panel: Panel) -> None:
    clip = panel.stage.keeps()
    panel.shows(clip)
    panel.presses("Add a tag")
    panel.stage.hands.type("harbour")
    panel.stage.hands.keys("Return")
    panel.waits_for("harbour")
    assert panel.tags(clip) == ("harbour",)
    panel.stage.hands.type("dredging")
    panel.stage.hands.keys("Return", "Escape")
    panel.waits_for("dredging")
    panel.presses("Take away the tag harbour")
    panel.stage.waits(lambda: "harbour" not in panel.says())
    assert panel.tags(clip) == ("dredging",)


def test_known_tags_are_completed(panel: Panel) -> None:
    panel.stage.keeps(url="https://harbour.example/other", filing=Filing(tags=("diplomacy", "sanctions")))
    clip = panel.stage.keeps()
    panel.shows(clip)
    panel.presses("Add a tag")
    panel.stage.hands.type("plom")
    popup = panel.pane.tags.field.completer().popup()
    assert popup is not None
    panel.stage.waits(popup.isVisible)
    panel.stage.hands.keys("Down", "Return")
    panel.stage.waits(lambda: panel.tags(clip) == ("diplomacy",))
    assert panel.pane.tags.field.text() == ""


def test_the_pages_own_keywords_become_tags_by_a_click(panel: Panel) -> None:
    clip = panel.stage.keeps(keywords=("Local", "harbour"))
    panel.shows(clip)
    panel.presses("Add the tag harbour")
    panel.waits_for("harbour")
    assert panel.tags(clip) == ("harbour",)

    def offered() -> list[str]:
        return [each.text() for each in panel.pane.offered.findChildren(QPushButton) if each.isVisible()]

    panel.stage.waits(lambda: offered() == ["+ Local"])


def test_a_clip_is_filed_and_taken_out(panel: Panel) -> None:
    clip = panel.stage.keeps(filing=Filing(("Politics/Russia",)))
    panel.shows(clip)
    assert "Politics / Russia" in panel.says()
    panel.presses("File into one more collection")
    panel.stage.hands.type("Economy/Ports")
    panel.stage.hands.keys("Return")
    panel.waits_for("Economy / Ports")
    panel.presses("Take out of Politics / Russia")
    panel.stage.waits(lambda: "Politics / Russia" not in panel.says())
    assert find.rows(panel.stage.desk, [clip])[0].collections == ("Economy/Ports",)


def test_of_several_clips_it_says_what_all_and_what_some_have(panel: Panel) -> None:
    one = panel.stage.keeps(filing=Filing(tags=("port", "news")))
    two = panel.stage.keeps(url="https://harbour.example/2", filing=Filing(tags=("port",)))
    panel.shows(one, two)
    assert {"2 clips", "port", "news, 1 of 2"} <= set(panel.says())
    assert "Note" not in panel.says()
    panel.presses("Add a tag")
    panel.stage.hands.type("both")
    panel.stage.hands.keys("Return")
    panel.waits_for("both")
    assert "both" in panel.tags(one) and "both" in panel.tags(two)


def test_a_note_is_saved_after_a_pause(panel: Panel) -> None:
    clip = panel.stage.keeps()
    panel.shows(clip)
    panel.clicks(lambda: panel.pane.note)
    panel.stage.hands.type("Check the wording")
    panel.stage.waits(lambda: panel.note(clip) == "Check the wording")
    assert panel.pane.note.hasFocus()
    panel.stage.hands.type(" twice")
    panel.stage.waits(lambda: panel.note(clip) == "Check the wording twice")
    assert panel.pane.note.toPlainText() == "Check the wording twice"


def test_a_note_is_saved_before_another_clip_is_shown(panel: Panel) -> None:
    one, two = panel.stage.keeps(), panel.stage.keeps(url="https://harbour.example/2")
    panel.shows(one)
    panel.pane.focus_note()
    panel.stage.hands.type("For Monday")
    panel.shows(two)
    assert panel.pane.note.toPlainText() == ""
    panel.stage.waits(lambda: panel.note(one) == "For Monday")
    assert panel.note(two) is None
    panel.shows(one)
    assert panel.pane.note.toPlainText() == "For Monday"


@pytest.mark.parametrize("way", ["leaves the field", "the panel is folded", "nothing is selected any more"])
def test_a_note_is_saved_when(way: str, panel: Panel) -> None:
    clip = panel.stage.keeps()
    panel.shows(clip)
    panel.pane.focus_note()
    panel.stage.hands.type("Quote")
    if way == "leaves the field":
        panel.stage.hands.keys("Tab")
    elif way == "the panel is folded":
        panel.pane.hide()
    else:
        panel.pane.show_clips([])
    panel.stage.waits(lambda: panel.note(clip) == "Quote")


def test_a_note_that_is_taken_back_elsewhere_is_shown(panel: Panel) -> None:
    clip = panel.stage.keeps()
    panel.shows(clip)
    panel.pane.focus_note()
    panel.stage.hands.type("Quote")
    panel.stage.hands.keys("Tab")
    panel.stage.waits(lambda: panel.note(clip) == "Quote")
    organise.undo(panel.stage.desk)
    panel.pane.refresh()
    panel.stage.waits(lambda: panel.pane.note.toPlainText() == "")
    assert panel.note(clip) is None


def test_the_address_is_opened_and_copied(panel: Panel) -> None:
    opened: list[str] = []
    panel.pane.open_url.connect(opened.append)
    panel.shows(
        panel.stage.keeps(url="https://harbour.example/a/very/long/address/that/does/not/fit/the/panel")
    )
    panel.presses("Open the original in the browser")
    panel.presses("Copy the address")
    address = "https://harbour.example/a/very/long/address/that/does/not/fit/the/panel"
    panel.stage.waits(lambda: QGuiApplication.clipboard().text() == address)
    assert opened == [address]


def test_it_fits_its_width_whatever_the_words(panel: Panel) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherungsanstalt" * 2
    panel.shows(
        panel.stage.keeps(
            site=long,
            byline=(long,),
            keywords=(long,),
            filing=Filing((long,), (long,)),
            flags=(
                Flag("image_failed", (("url", "https://x.example/" + "a" * 200), ("reason", "timed_out"))),
            ),
        )
    )
    inside, room = panel.pane.widget(), panel.pane.viewport().width()
    assert inside is not None
    seen = [each for each in inside.findChildren(QWidget) if each.isVisible()]
    rights = [each.mapTo(panel.pane, each.rect().topRight()).x() for each in seen]
    assert inside.width() <= room
    assert max(rights) <= room


def test_everything_can_be_reached_by_key(panel: Panel) -> None:
    panel.shows(panel.stage.keeps(keywords=("Local",), filing=Filing(("Politics",), ("port",))))
    panel.pane.note.setFocus()
    seen: list[str] = []
    for _step in range(12):
        panel.stage.hands.keys("Tab")
        focus = panel.stage.window.focusWidget()
        seen.append(focus.accessibleName() if focus is not None else "")
    wanted = {"Take out of Politics", "File into one more collection", "Take away the tag port", "Add a tag"}
    assert wanted | {
        "Add the tag Local",
        "Note",
        "Open the original in the browser",
        "Copy the address",
    } <= set(seen)


def test_nothing_is_chosen(panel: Panel) -> None:
    panel.shows()
    assert "No clip is chosen." in panel.says()
    panel.pane.set_theme(DARK)
    assert panel.pane.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_agency_place_revision_and_licence_are_said_where_they_are_known(panel: Panel) -> None:
    panel.shows(
        panel.stage.keeps(
            agency="Reuters",
            dateline="BEIRUT",
            published="2026-01-28",
            updated="2026-01-29",
            licence="https://creativecommons.org/licenses/by/4.0/",
        )
    )
    panel.waits_for("Reuters")
    for words in ("BEIRUT", "28 Jan 2026", "29 Jan 2026", "creativecommons.org/licenses/by/4.0"):
        assert words in panel.says()
    panel.shows(panel.stage.keeps(url="https://harbour.example/2"))
    assert not {"Agency", "From", "Updated", "Licence"} & set(panel.says())


def test_what_was_taken_out_is_listed_and_can_be_wished_back(panel: Panel) -> None:
    wishes: list[Wish] = []
    panel.pane.wished.connect(wishes.append)
    taken = [Removal("furniture", "share", f"Share {number}") for number in range(30)]
    clip = panel.stage.keeps(removals=tuple(taken))
    panel.shows(clip)
    view = panel.pane.taken.view
    assert not view.isVisible()
    panel.presses("What was taken out: 30 pieces")
    panel.stage.waits(view.isVisible)
    assert view.model().index(1, 0).data() == "Buttons to share the article. Share 1"
    panel.pane.ensureWidgetVisible(panel.pane.taken)
    panel.stage.hands.click_row(view, 1)
    panel.stage.hands.keys("Down", "Return")
    panel.stage.waits(lambda: wishes == [Wish(clip, Edit("restore", "", "Share 2"))])
    panel.clicks(lambda: panel.pane.taken.always)
    panel.stage.waits(lambda: wishes[1:] == [Wish(clip, Edit("restore", "", "Share 2"), always=True)])
    panel.shows(panel.stage.keeps(url="https://harbour.example/2"))
    assert not panel.pane.taken.isVisible()
