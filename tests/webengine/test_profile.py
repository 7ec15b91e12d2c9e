"""Whatever a page tries: nothing leaves, nothing runs, nothing is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipper.webengine import profile
from clipper.webengine.scheme import Served
from tests.servers import Site
from tests.webengine import hostile
from tests.webengine.conftest import Reader, Things


def asked(site: Site) -> set[str]:
    """The ways that led out."""
    return {path.lstrip("/") for path in site.asked()} - {"page", "favicon.ico"}


def look_again(reader: Reader) -> None:
    """Two turns of the engine's own clock after the page is there: what it wanted to do, it has tried."""
    reader.finds("1")
    reader.opens("<p>Another page")


def test_the_hostile_page_does_get_out_of_an_ordinary_engine(
    qtbot: QtBot, qapp: QApplication, site: Site
) -> None:
    ordinary = QWebEngineProfile()
    page = QWebEnginePage(ordinary)
    page.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, False)
    ways = {name: way for name, way in hostile.WAYS.items() if name != "refresh"}
    address = site.page("/page", hostile.page(site.url(""), ways))
    page.load(QUrl(address))
    qtbot.waitUntil(lambda: asked(site) >= hostile.CERTAIN, timeout=20_000)
    page.deleteLater()
    qtbot.waitSignal(page.destroyed)
    ordinary.deleteLater()


@pytest.mark.parametrize("defence", ["all", "without a policy in the headers"])
def test_nothing_leaves_the_reading_profile(
    defence: str, reader: Reader, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    if defence != "all":
        monkeypatch.setattr(profile, "_HEADERS", {})
    reader.opens(hostile.page(site.url("")))
    look_again(reader)
    assert site.asked() == []


def test_the_policy_alone_refuses_what_is_not_ours(reader: Reader, things: Things, site: Site) -> None:
    reader.opens('<p style="color: rgb(1, 2, 3)">x</p><style>p { color: rgb(4, 5, 6) }</style>')
    assert reader.finds("getComputedStyle(document.querySelector('p')).color") == "rgb(0, 0, 0)"


def test_no_script_of_a_page_runs(reader: Reader) -> None:
    reader.opens(
        "<p>before</p><script>document.querySelector('p').textContent = 'changed'</script>"
        "<img src='clip://picture/none' onerror=\"document.querySelector('p').textContent = 'changed'\">"
    )
    assert reader.finds("document.querySelector('p').textContent") == "before"


def test_pictures_style_and_fonts_come_from_the_shelf(reader: Reader, things: Things) -> None:
    things.there["style/reader.css"] = Served(
        "text/css",
        b"@font-face { font-family: Own; src: url('clip://font/own.ttf') }"
        b" p { color: rgb(7, 8, 9); font-family: Own }",
    )
    things.there["picture/abc"] = Served("image/gif", GIF)
    reader.opens("<link rel=stylesheet href='clip://style/reader.css'><p>x</p><img src='clip://picture/abc'>")
    assert reader.finds("getComputedStyle(document.querySelector('p')).color") == "rgb(7, 8, 9)"
    assert reader.finds("document.querySelector('img').naturalWidth") == 1
    assert "font/own.ttf" in things.asked


def test_what_the_shelf_has_not_is_simply_missing(reader: Reader) -> None:
    reader.opens("<img src='clip://picture/none' alt='A quay'><p>words</p>")
    assert reader.finds("document.querySelector('img').naturalWidth") == 0


def test_every_ability_is_off_but_those_that_reading_needs(reader: Reader) -> None:
    settings = reader.view.view.page().settings()
    names = QWebEngineSettings.WebAttribute
    on = {each.name for each in names if settings.testAttribute(each)}
    assert on == {
        "AutoLoadImages",
        "ShowScrollBars",
        "LinksIncludedInFocusChain",
        "PlaybackRequiresUserGesture",
        "WebRTCPublicInterfacesOnly",
    }


def test_nothing_is_kept_on_disk(reader: Reader) -> None:
    used = reader.view.view.page().profile()
    assert used.isOffTheRecord()
    assert used.httpCacheType() == QWebEngineProfile.HttpCacheType.NoCache
    assert used.persistentCookiesPolicy() == QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies


GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
