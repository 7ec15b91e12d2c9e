"""Paste or drop, and it becomes an article; it can be watched, stopped and tried again."""

from __future__ import annotations

from collections.abc import Callable

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
