"""Ghosts in the reading view: shown on demand, by mouse and by keyboard, and never taken for the article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from clipper.article.article import Edit, Removal
from clipper.article.clip import ClipId
from clipper.gui.panes.taken_out import Wish
from tests.gui.stage import Stage, stage
from tests.gui.test_reader import Read

__all__ = ["stage"]

BODY = "".join(f"<p>Paragraph {number} of a long text about the quay.</p>" for number in range(60))
SHARE = Removal("furniture", "share", "Share this article", "/html/body/div[1]", 1)
COMMENTS = Removal("furniture", "comments", "A reader says: " + "so many words " * 30, "/html/div[2]", 2)
LINKS = tuple(Removal("body", "navigation", f"Menu {number}", f"/li[{number}]") for number in range(30))


class Ghosts(Read):
    """A reader in which a clip with removals is open."""

    def __init__(self, stage: Stage) -> None:
        """On the screen; remembers what the user wished."""
        super().__init__(stage)
        self.wishes: list[Wish] = []
        self.pane.wished.connect(self.wishes.append)

    def has(self, *removals: Removal, html: str = BODY, url: str = "https://harbour.example/1") -> ClipId:
        """Opens a clip of whose page this was taken out."""
        clip = self.stage.keeps("The quay opens", html, removals=removals, url=url, language="en")
        self.opens(clip)
        self.listens()
        return clip

    def shows(self) -> None:
        """Shows the ghosts, as the key does."""
        self.pane.show_ghosts(on=True)
        self.stage.waits(lambda: self.count(".ghost") > 0 or self.count(".fold") > 0)


def back(clip: ClipId, removal: Removal, *, always: bool = False) -> Wish:
    """The wish that this comes back."""
    return Wish(clip, Edit("restore", removal.place, removal.text), always)


def out(clip: ClipId, text: str, *, always: bool = False) -> Wish:
    """The wish that the block with this text goes."""
    return Wish(clip, Edit("remove", "", text), always)


@pytest.fixture
def ghosts(stage: Stage) -> Ghosts:
    """A reader on the screen."""
    return Ghosts(stage)


def test_what_was_taken_out_is_not_seen_until_it_is_asked_for(ghosts: Ghosts) -> None:
    ghosts.has(SHARE, COMMENTS)
    assert ghosts.count(".ghost") == 0 and "Share this article" not in ghosts.text()
    asked: list[bool] = []
    ghosts.pane.ghosts_shown.connect(asked.append)
    assert "2 taken out" in ghosts.text()
    ghosts.clicks(".switch")
    ghosts.waits(lambda: asked == [True] and ghosts.count(".ghost") == 2)
    assert "Buttons to share the article" in ghosts.text() and "Share this article" in ghosts.text()
    assert ghosts.sees("document.querySelector('.switch').getAttribute('aria-pressed')") == "true"
    ghosts.clicks(".switch")
    ghosts.waits(lambda: asked == [True, False] and ghosts.count(".ghost") == 0)


def test_a_ghost_stands_where_the_piece_stood(ghosts: Ghosts) -> None:
    ghosts.has(SHARE, COMMENTS)
    ghosts.shows()
    before = "document.querySelector('[data-number=\"{}\"]').nextElementSibling.innerText"
    assert str(ghosts.sees(before.format(1))).startswith("Paragraph 1 ")
    assert str(ghosts.sees(before.format(2))).startswith("Paragraph 2 ")


def test_a_click_brings_a_piece_back(ghosts: Ghosts) -> None:
    clip = ghosts.has(SHARE, COMMENTS)
    ghosts.shows()
    ghosts.clicks('[data-number="2"] .ghost-text')
    ghosts.waits(lambda: ghosts.wishes == [back(clip, COMMENTS)])
    ghosts.clicks('[data-number="2"] .ghost-text')  # it is on its way already
    ghosts.clicks('[data-number="1"] [data-deed="restore_always"]')
    ghosts.waits(lambda: ghosts.wishes[1:] == [back(clip, SHARE, always=True)])


def test_keys_reach_a_ghost_and_bring_it_back(ghosts: Ghosts) -> None:
    clip = ghosts.has(SHARE)
    ghosts.shows()
    ghosts.hands.click(ghosts.pane, QPoint(8, 8))
    ghosts.sees("document.querySelector('.switch').focus(), 0")
    ghosts.hands.keys("Tab")
    label = "document.activeElement.getAttribute('aria-label')"
    for _stop in range(6):
        if ghosts.sees("document.activeElement.className") == "ghost":
            break
        ghosts.hands.keys("Tab")
    assert ghosts.sees(label) == "Taken out: Buttons to share the article. Share this article"
    ghosts.hands.keys("Return")
    ghosts.waits(lambda: ghosts.wishes == [back(clip, SHARE)])


def test_a_long_ghost_opens_and_is_not_brought_back_by_it(ghosts: Ghosts) -> None:
    ghosts.has(COMMENTS)
    ghosts.shows()
    height = ghosts.sees("document.querySelector('.ghost').offsetHeight")
    ghosts.clicks('[data-deed="more"]')
    ghosts.waits(lambda: ghosts.sees("document.querySelector('.ghost').offsetHeight") != height)
    assert ghosts.wishes == []


def test_many_pieces_at_one_place_are_one_line_that_opens(ghosts: Ghosts) -> None:
    clip = ghosts.has(*LINKS)
    ghosts.shows()
    assert ghosts.count(".ghost") == 0 and "30 pieces before the article" in ghosts.text()
    ghosts.clicks("summary")
    ghosts.waits(lambda: ghosts.count(".ghost") == 30)
    ghosts.clicks('[data-number="3"]')
    ghosts.waits(lambda: ghosts.wishes == [back(clip, LINKS[2])])


def test_a_block_of_the_article_is_taken_out_by_mouse_and_by_key(ghosts: Ghosts) -> None:
    clip = ghosts.has(SHARE)
    ghosts.points('[data-block="3"]')
    assert ghosts.count(".deeds.there") == 0
    ghosts.shows()
    ghosts.points('[data-block="2"]')
    ghosts.waits(lambda: ghosts.count(".deeds.there") == 1)
    ghosts.clicks('[data-deed="remove"]')
    ghosts.waits(lambda: ghosts.wishes == [out(clip, "Paragraph 2 of a long text about the quay.")])
    ghosts.sees("document.querySelector('[data-block=\"4\"]').focus(), 0")
    ghosts.hands.keys("Tab", "Tab", "Return")
    fourth = out(clip, "Paragraph 4 of a long text about the quay.", always=True)
    ghosts.waits(lambda: ghosts.wishes[1:] == [fourth])


def test_what_is_copied_is_the_article_alone(ghosts: Ghosts) -> None:
    ghosts.has(SHARE, html="<p>Quayside</p><p>Harbour</p>")
    ghosts.shows()
    ghosts.hands.click(ghosts.pane, ghosts.place("h1"))
    ghosts.hands.keys("ctrl+a", "ctrl+c")
    ghosts.waits(lambda: "Harbour" in QGuiApplication.clipboard().text())
    assert "Share this article" not in QGuiApplication.clipboard().text()


def test_the_next_clip_shows_its_ghosts_too(ghosts: Ghosts) -> None:
    ghosts.has(SHARE)
    ghosts.shows()
    ghosts.has(COMMENTS, url="https://harbour.example/2")
    assert ghosts.count(".ghost") == 1
    assert ghosts.sees("document.querySelector('.text > [data-block]').tabIndex") == 0


def test_another_version_of_the_clip_keeps_the_place_the_folds_and_the_focus(ghosts: Ghosts) -> None:
    clip = ghosts.has(*LINKS, SHARE)
    ghosts.shows()
    ghosts.clicks("summary")
    ghosts.waits(lambda: ghosts.count(".ghost") == 31)
    ghosts.pane.scroll_page(True)
    ghosts.sees("document.querySelector('[data-number=\"20\"]').focus({preventScroll: true}), 0")
    place = ghosts.sees("window.scrollY")
    again = ghosts.stage.keeps(
        "The quay opens",
        f"{BODY}<p>Menu 19</p>",
        removals=(*LINKS[:19], *LINKS[20:], SHARE),
        url="https://harbour.example/1",
        language="en",
    )
    assert again == clip
    ghosts.pane.refresh()
    ghosts.waits(lambda: ghosts.count(".ghost") == 30)
    assert ghosts.sees("window.scrollY") == place
    assert ghosts.sees("document.activeElement.innerText.includes('Menu 20')")
    assert "Menu 19" in ghosts.text()


def test_showing_ghosts_leaves_the_text_where_it_is(ghosts: Ghosts) -> None:
    ghosts.has(*LINKS, SHARE, COMMENTS)
    for _turn in range(2):
        ghosts.pane.scroll_page(True)
    first = (
        "[...document.querySelectorAll('[data-block]')].map(each => each.getBoundingClientRect())"
        ".find(box => box.bottom > 0).top"
    )
    place = float(str(ghosts.sees(first)))
    ghosts.shows()
    assert abs(float(str(ghosts.sees(first))) - place) < 2
