"""Paste or drop, and it becomes an article; it can be watched, stopped and tried again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from clipper.gui.models.queue_rows import state_words
from clipper.operations import find
from tests.gui.pages import article, title
from tests.gui.user import User
from tests.servers import Site

Stories = Callable[[int], list[str]]


def test_a_pasted_link_becomes_a_row_and_then_an_article(user: User, site: Site) -> None:
    page = article(1, site.picture("/a.png"))
    address = site.hold("/story.html", page)
    user.pastes(address)
    user.waits(lambda: [line.waiting.source for line in user.queue()] == [address])
    assert user.parts.list.queue.isVisible()
    site.wait_for("/story.html")
    user.waits(lambda: user.queue()[0].waiting.running)
    site.release("/story.html")
    user.waits(lambda: user.titles() == [title(1)])
    assert not user.queue()
    assert not user.parts.list.queue.isVisible()
    user.waits(lambda: user.place("All clips")[0] == 1)


def test_sixty_links_are_seen_in_order_and_all_become_articles(user: User, stories: Stories) -> None:
    addresses = stories(60)
    user.pastes(" and ".join(addresses))
    user.waits(lambda: len(user.queue()) > 40)
    seen = [line.waiting.source for line in user.queue()]
    assert seen == [each for each in addresses if each in seen]
    user.waits(lambda: len(user.parts.list.rows.ids) == 60 and not user.queue())
    user.waits(lambda: user.place("All clips")[0] == 60)


def test_one_of_sixty_is_cancelled_and_then_all(user: User, site: Site) -> None:
    addresses = [site.hang(f"/slow/{number}.html") for number in range(60)]
    user.pastes("\n".join(addresses))
    user.waits(lambda: len(user.queue()) == 60)
    user.waits(lambda: any(line.waiting.running for line in user.queue()))
    user.chooses("All clips")
    user.hands.click(user.parts.sidebar.foot)
    user.waits(lambda: user.parts.queue.view.isVisible())
    view = user.parts.queue.view
    user.hands.click(view.viewport(), view.part_place(1, "cancel"))
    user.waits(lambda: len(user.queue()) == 59)
    assert [line.waiting.source for line in user.queue()] == addresses[:1] + addresses[2:]
    user.hands.click(user.parts.queue.cancel_all)
    user.waits(lambda: not user.queue())
    user.waits(lambda: not user.parts.sidebar.foot.isVisible())
    user.waits(lambda: queue_on_disk(user) == [])


def test_a_cancelled_page_leaves_no_row_and_no_file(user: User, site: Site, tmp_path: Path) -> None:
    first = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The first words"
    user.pastes(site.hang("/hang.html", first))
    site.wait_for("/hang.html")
    user.waits(lambda: bool(user.queue()) and user.queue()[0].waiting.running)
    view = user.parts.list.queue
    user.hands.click(view.viewport(), view.part_place(0, "cancel"))
    user.waits(lambda: not user.queue() and queue_on_disk(user) == [])
    assert find.listing(user.desk) == []
    assert [each for each in (tmp_path / "tmp").rglob("*") if each.is_file()] == []
    assert [each for each in (tmp_path / "library" / "blobs").rglob("*") if each.is_file()] == []


def test_a_failure_keeps_the_address_with_the_reason_and_can_be_tried_again(user: User, site: Site) -> None:
    address = site.status("/later.html", 404)
    user.pastes(address)
    user.waits(lambda: bool(user.queue()) and user.queue()[0].failed)
    assert state_words(user.queue()[0]) == "127.0.0.1 refused the page (HTTP 404)."
    assert user.queue()[0].waiting.source == address
    site.page("/later.html", article(2, site.picture("/b.png")))
    view = user.parts.list.queue
    user.hands.click(view.viewport(), view.part_place(0, "retry"))
    user.waits(lambda: user.titles() == [title(2)] and not user.queue())


def test_a_failure_can_be_taken_away_with_the_keyboard(user: User, site: Site) -> None:
    user.pastes(site.status("/gone.html", 410))
    user.waits(lambda: bool(user.queue()) and user.queue()[0].failed)
    user.hands.click_row(user.parts.list.queue, 0)
    user.hands.keys("Delete")
    user.waits(lambda: not user.queue())


def test_a_link_typed_into_the_field_is_clipped_with_enter(user: User, stories: Stories) -> None:
    (address,) = stories(1)
    user.hands.keys("ctrl+f")
    user.hands.type(address)
    user.hands.keys("Return")
    user.waits(lambda: user.titles() == [title(1)])
    assert user.parts.bar.field.edit.text() == ""


def test_paste_inside_a_field_is_only_text(user: User, stories: Stories) -> None:
    (address,) = stories(1)
    user.hands.keys("ctrl+f")
    user.pastes(address)
    user.waits(lambda: user.parts.bar.field.edit.text() == address)
    assert user.queue() == []


def test_saved_pages_are_clipped_from_the_clipboard(user: User, tmp_path: Path) -> None:
    files = []
    for number in (1, 2):
        files.append(tmp_path / f"saved {number}.html")
        files[-1].write_text(article(number, "none.png"), "utf-8")
    user.has_copied_files(*files, tmp_path / "picture.png")
    user.hands.keys("ctrl+v")
    user.waits(lambda: sorted(user.titles()) == sorted([title(1), title(2)]))


def test_what_is_no_link_is_said(user: User) -> None:
    user.pastes("nothing but words")
    user.waits(lambda: user.toast() == "There is no link to clip there")
    assert user.queue() == []


def test_links_go_into_the_chosen_collection(user: User, stories: Stories) -> None:
    user.hands.keys("ctrl+shift+n")
    user.hands.type("Harbour")
    user.hands.keys("Return")
    user.waits(lambda: user.sees_place("Harbour"))
    user.chooses("Harbour")
    user.clips_all(stories(2))
    user.waits(lambda: user.place("Harbour")[0] == 2)
    assert user.place("Unfiled")[0] == 0


def test_the_dialog_takes_several_addresses(user: User, stories: Stories) -> None:
    addresses = stories(3)
    user.hands.keys("ctrl+n")
    user.waits(lambda: QApplication.activeModalWidget() is not None)
    for address in addresses:
        user.hands.type(address)
        user.hands.keys("shift+Return")
    user.hands.keys("Return")
    user.waits(lambda: sorted(user.titles()) == sorted(title(number) for number in (1, 2, 3)))


def test_the_same_article_again_makes_no_second_clip(user: User, stories: Stories) -> None:
    (address,) = stories(1)
    user.clips_all([address])
    user.pastes(address + "?utm_source=letter")
    user.waits(lambda: user.toast() == "This article was here already; it was brought up to date")
    assert user.titles() == [title(1)]


def queue_on_disk(user: User) -> list[str]:
    """What waits in the library."""
    return [each.source for each in find.sidebar(user.desk).queue]
