"""The reader shows a clip as it is kept, says what it has not, and lets nothing out."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTextBrowser

from clipper.article.article import Flag
from clipper.article.clip import Clip, ClipId
from clipper.errors import LibraryBusy
from clipper.gui.panes.reader import ReaderPane, Shows
from clipper.gui.theme import DARK, LIGHT
from clipper.operations import find, organise
from clipper.operations.desk import Desk
from clipper.webengine.reading_view import WebReading
from tests.gui.paper import Paper
from tests.gui.stage import Stage, stage
from tests.gui.user import User
from tests.servers import Site, png
from tests.webengine import hostile

__all__ = ["stage"]

LONG = "".join(f"<p>Paragraph {number} of a long text about the quay.</p>" for number in range(150))


class Read(Paper):
    """A reader on its stage, and what a user sees in it."""

    def __init__(self, stage: Stage) -> None:
        """On the screen, with the library open."""
        self.stage = stage
        super().__init__(ReaderPane(stage.background, LIGHT), stage.hands, stage.waits)
        self.links: list[str] = []
        self.pane.open_url.connect(self.links.append)
        stage.show(self.pane)
        self.pane.set_desk(stage.desk)

    def opens(self, clip: ClipId) -> None:
        """Chooses a clip and waits until it is there."""
        with self.stage.qtbot.waitSignal(self.pane.clip_shown, timeout=20_000):
            self.pane.show_clip(clip)
        self.is_painted()

    def is_plain(self) -> bool:
        """Whether the words are shown alone."""
        return self.pane.plainly


@pytest.fixture
def read(stage: Stage) -> Read:
    """A reader on the screen."""
    return Read(stage)


def test_an_empty_library_says_what_to_do_first(read: Read) -> None:
    read.stage.waits(lambda: "Paste a link" in read.pane.said())
    assert not read.pane.findChildren(WebReading)


def test_with_clips_it_says_that_none_is_chosen(read: Read) -> None:
    read.stage.keeps()
    read.pane.show_clip(None)
    read.stage.waits(lambda: "No clip is chosen" in read.pane.said())
    read.pane.show_selection(12)
    assert "12 clips selected" in read.pane.said()


def test_a_clip_is_shown_with_its_source_headline_names_and_pictures(read: Read) -> None:
    lead = "https://harbour.example/lead.png"
    read.opens(
        read.stage.keeps(
            "The quay opens",
            "<p>First words.</p><h2>A heading</h2><p>Last words.</p>",
            pictures={lead: png(640, 400)},
            lead_image=lead,
            byline=("Ada Winter", "Agencies"),
            site="Harbour Post",
            section="Local",
            published="2026-01-28T14:05:00+03:00",
            language="en",
        )
    )
    assert read.sees("document.querySelector('h1').innerText") == "The quay opens"
    assert (
        read.sees("document.querySelector('.source').innerText")
        == "Harbour Post · Local · 28 January 2026 · 1 min"
    )
    assert read.sees("document.querySelector('.byline').innerText") == "By Ada Winter, Agencies"
    assert read.sees("document.querySelector('figure.lead img').naturalWidth") == 640
    assert (
        read.sees("document.querySelector('.text').innerText") == "First words.\n\nA heading\n\nLast words."
    )
    assert read.sees("getComputedStyle(document.querySelector('h1')).fontWeight") == "600"


def test_the_lead_picture_is_not_shown_twice(read: Read) -> None:
    lead = "https://harbour.example/lead.png"
    body = f"<p>Words.</p><figure><img src='{lead}' alt='Quay'></figure>"
    read.opens(read.stage.keeps(html=body, pictures={lead: png()}, lead_image=lead))
    assert read.sees("document.querySelectorAll('img').length") == 1
    assert read.sees("document.querySelector('img').naturalWidth") == 8


def test_a_picture_that_is_missing_says_why(read: Read) -> None:
    gone = "https://harbour.example/gone.png"
    body = f"<figure><img src='{gone}' alt='A crane at dawn'></figure>"
    read.opens(read.stage.keeps(html=body, missing={gone: "timed_out"}))
    assert read.sees("document.querySelectorAll('img').length") == 0
    assert "A crane at dawn" in read.text()
    assert "no answer in time" in read.text()


def test_right_to_left_is_right_to_left(read: Read) -> None:
    read.opens(
        read.stage.keeps(
            "عنوان", "<p>نص عن الميناء</p>", language="ar", direction="rtl", byline=("هيئة", "وكالات")
        )
    )
    assert read.sees("getComputedStyle(document.querySelector('.text p')).direction") == "rtl"
    assert read.sees("document.querySelector('article').lang") == "ar"
    assert read.sees("document.querySelector('.byline').innerText") == "هيئة، وكالات"


def test_a_page_without_an_article_is_not_passed_off(read: Read) -> None:
    read.opens(read.stage.keeps(flags=(Flag("no_article"),)))
    assert "No article was recognised" in read.text()


def test_a_hostile_body_changes_nothing_and_asks_for_nothing(read: Read, site: Site) -> None:
    ways = "".join(way.format(base=site.url("")) for way in hostile.WAYS.values())
    image = site.picture("/known.png")
    read.opens(
        read.stage.keeps(
            "<script>alert(1)</script>",
            f"</div></article>{ways}<base href='{site.url('/')}'><p onclick='x' style='color:red'>Words</p>"
            f"<img src='{image}'><img src='clip://picture/{'0' * 64}'><a href='javascript:x'>a</a>",
            missing={image: "timed_out"},
            byline=("<img src=x>",),
            site="<b>Site</b>",
        )
    )
    read.opens(read.stage.keeps("Another", url="https://harbour.example/another"))
    assert site.asked() == []


def test_what_a_body_may_not_have_is_taken_out_before_it_is_shown(read: Read) -> None:
    read.opens(
        read.stage.keeps(
            "<i>T</i>",
            "<section><p onclick='x' style='color:red' class=c id=i>Words</p></section>"
            "<iframe>inside</iframe><script>code</script><a href='javascript:x'>a</a>"
            "<svg><text>drawn</text></svg>tail",
        )
    )
    assert read.sees("document.querySelector('h1').innerText") == "<i>T</i>"
    left = ".text [onclick], .text [style], .text [id], .text [class], .text [href]"
    assert read.sees(f"document.querySelectorAll('{left}').length") == 0
    assert read.sees("document.querySelector('.text').innerText.replace(/\\s+/g, ' ')") == "Words atail"


def test_a_clip_cannot_ask_for_the_pictures_of_another(read: Read) -> None:
    url = "https://harbour.example/a.png"
    read.stage.keeps(pictures={url: png(9, 9)}, lead_image=url)
    sha = read.stage.desk.library.blobs.put(png(9, 9))
    read.opens(read.stage.keeps(html=f"<img src='clip://picture/{sha}'>", url="https://harbour.example/2"))
    assert read.sees("document.querySelectorAll('img').length") == 0


def test_a_clicked_link_is_for_the_browser(read: Read) -> None:
    read.opens(read.stage.keeps(html="<p><a href='https://far.example/x?a=1&amp;b=2'>far away</a></p>"))
    read.stage.hands.click(read.pane, read.place(".text a"))
    read.stage.waits(lambda: read.links == ["https://far.example/x?a=1&b=2"])
    read.stage.hands.click(read.pane, read.place(".source a"))
    read.stage.waits(lambda: read.links[-1] == "https://harbour.example/story")


def test_the_address_under_the_pointer_is_shown(read: Read) -> None:
    read.opens(read.stage.keeps(html="<p><a href='https://far.example/x'>far away</a></p>"))
    read.stage.hands.point(read.pane, read.place(".text a"))
    read.stage.waits(lambda: read.pane.pointed_at() == "https://far.example/x")
    read.stage.hands.point(read.pane, QPoint(5, 5))
    read.stage.waits(lambda: not read.pane.pointed_at())


def test_keys_change_the_size_and_the_place_is_kept(read: Read) -> None:
    sizes: list[int] = []
    read.pane.scale_changed.connect(sizes.append)
    read.opens(read.stage.keeps(html=LONG))
    read.stage.hands.click(read.pane)
    for key in ("ctrl+plus", "ctrl+plus", "ctrl+minus", "ctrl+0"):
        read.stage.hands.keys(key)
    read.stage.waits(lambda: sizes == [110, 125, 110, 100])
    read.stage.hands.keys("ctrl+equal")
    read.stage.waits(lambda: sizes[-1] == 110)
    size = read.sees("getComputedStyle(document.querySelector('.text p')).fontSize")
    assert size == "19.25px"


def test_the_theme_changes_in_place(read: Read) -> None:
    read.opens(read.stage.keeps(html=LONG))
    read.pane.scroll_page(True)
    place = read.sees("window.scrollY")
    assert place
    read.pane.set_theme(DARK)
    assert read.sees("getComputedStyle(document.documentElement).color") == "rgb(232, 230, 225)"
    assert read.sees("window.scrollY") == place


def test_the_next_clip_has_the_look_that_was_chosen_meanwhile(read: Read) -> None:
    read.opens(read.stage.keeps(html=LONG))
    read.pane.set_theme(DARK)
    read.pane.set_scale(200)
    read.opens(read.stage.keeps("Another", url="https://harbour.example/another"))
    assert read.sees("getComputedStyle(document.documentElement).color") == "rgb(232, 230, 225)"
    assert read.sees("getComputedStyle(document.documentElement).fontSize") == "35px"
    read.pane.set_theme(LIGHT)
    read.opens(read.stage.keeps("A third", url="https://harbour.example/third"))
    assert read.sees("getComputedStyle(document.documentElement).color") == "rgb(31, 32, 35)"


def test_a_change_that_the_text_does_not_show_leaves_it_where_it_is(read: Read) -> None:
    clip = read.stage.keeps(html=LONG)
    read.opens(clip)
    read.pane.scroll_page(True)
    place = read.sees("window.scrollY")
    organise.tag(read.stage.desk, [clip], ["harbour"])
    read.pane.refresh()
    read.stage.waits(lambda: not read.pane.waiting)
    assert read.sees("window.scrollY") == place


def test_the_clip_chosen_last_is_shown(read: Read) -> None:
    clips = [read.stage.keeps(f"Number {each}", url=f"https://harbour.example/{each}") for each in range(6)]
    for clip in clips:
        read.pane.show_clip(clip)
    read.stage.waits(lambda: read.pane.shows is Shows.CLIP and not read.pane.waiting)
    assert read.sees("document.querySelector('h1').innerText") == "Number 5"


def test_a_clip_that_is_gone_is_said(read: Read) -> None:
    read.pane.show_clip(ClipId(99))
    read.stage.waits(lambda: read.pane.shows is Shows.FAILED)
    assert "gone" in read.pane.said()


def test_a_clip_that_cannot_be_read_says_why_and_can_be_tried_again(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_desk: Desk, _clip: ClipId) -> Clip:
        raise LibraryBusy("/library")

    clip = read.stage.keeps("Kept after all")
    with monkeypatch.context() as held:
        held.setattr(find, "open_clip", busy)
        read.pane.show_clip(clip)
        read.stage.waits(lambda: read.pane.shows is Shows.FAILED)
    assert "in use by another program" in read.pane.said()
    button = next(each for each in read.pane.findChildren(QPushButton) if each.isVisible())
    read.stage.hands.click(button)
    read.stage.waits(lambda: read.pane.shows is Shows.CLIP)
    assert "Kept after all" in read.text()


def test_selected_words_are_copied_by_key(read: Read) -> None:
    read.opens(read.stage.keeps(html="<p>Quayside</p>"))
    QGuiApplication.clipboard().clear()
    read.stage.hands.click(read.pane, read.place(".text p"))
    read.stage.hands.keys("ctrl+a")
    read.stage.waits(lambda: "Quayside" in read.pane.selected_text())
    read.stage.hands.keys("ctrl+c")
    read.stage.waits(lambda: "Quayside" in QGuiApplication.clipboard().text())


def test_when_the_engine_dies_the_words_are_shown(read: Read) -> None:
    read.opens(read.stage.keeps("The quay opens", text="Some words about the quay.", byline=("Ada Winter",)))
    with read.stage.qtbot.waitSignal(read.pane.clip_shown, timeout=20_000):
        os.kill(read.web().view.page().renderProcessPid(), signal.SIGKILL)
    assert read.is_plain()
    browser = read.pane.findChild(QTextBrowser)
    assert browser is not None
    words = browser.toPlainText()
    assert "The quay opens" in words and "Some words about the quay." in words and "Ada Winter" in words
    read.opens(read.stage.keeps("The next one", url="https://harbour.example/next"))
    assert not read.is_plain()
    assert "The next one" in read.text()


def test_space_in_the_list_turns_the_page_of_the_article(user: User, site: Site) -> None:
    page = f"<html><title>A long story</title><body><article><h1>A long story</h1>{LONG}</article>"
    user.clips_all([site.page("/long.html", page)])
    shown = user.parts.reader.clip_shown
    with user.qtbot.waitSignal(shown, timeout=20_000):
        user.hands.click_row(user.clips, 0)
    view = user.parts.reader.findChild(WebReading)
    assert view is not None
    seen: list[object] = []

    def is_at(top: bool) -> bool:
        view.ask("window.scrollY", seen.append)
        return bool(seen) and (seen[-1] == 0) == top

    user.hands.keys("space")
    user.waits(lambda: is_at(top=False))
    user.hands.keys("shift+space")
    user.waits(lambda: is_at(top=True))
