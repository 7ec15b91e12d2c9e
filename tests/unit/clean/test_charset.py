"""A page's bytes as clean UTF-8, and what its references and tags may not bring into the tree."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.clean.charset import utf8
from clipper.clean.parse import MOST_ATTRIBUTES, parse
from tests.unit.clean.reading import page

WORDS = "Old harbour, Größe, Пристань, 港の灯台, 🚢 "


def test_what_is_utf8_stays_as_it_is() -> None:
    raw = (WORDS * 3000).encode()
    assert utf8(page(raw, content_type="text/html; charset=utf-8")) == raw
    assert utf8(page(raw)) == raw
    assert utf8(page(codecs.BOM_UTF8 + raw)) == raw


@pytest.mark.parametrize("cut", range(16_378, 16_390))
def test_characters_are_whole_wherever_the_bytes_are_cut(cut: int) -> None:
    raw = b"a" * cut + "🚢 港".encode()
    assert utf8(page(raw, content_type="text/html; charset=iso-8859-1")) == raw


def test_a_character_that_breaks_off_makes_it_no_utf8() -> None:
    raw = b"Gr\xf6\xdfe des Schiffs" * 2000
    assert utf8(page(raw, content_type="text/html; charset=utf-8")).decode("utf-8").startswith("Größe")


@given(st.text(st.characters(codec="utf-8")))
def test_control_characters_and_non_characters_are_gone(said: str) -> None:
    unfit = {*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF}
    wanted = "".join(" " if sign == "\x0c" else sign for sign in said if ord(sign) not in unfit)
    assert utf8(page(f"a{said}", content_type="text/html; charset=utf-8")).decode() == f"a{wanted}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("har&#1;bour", "harbour"),
        ("har&#x0B;bour", "harbour"),
        ("har&#65535;bour", "harbour"),
        ("har&#xFFFE;bour", "harbour"),
        ("har&shy;bour", "harbour"),
        ("har&#xAD;bour", "harbour"),
        ("har\u00adbour", "harbour"),
        ("har\ufeffbour", "harbour"),
        ("har&ZeroWidthSpace;bour", "harbour"),
        ("ท่า\u200bเรือ", "ท่า\u200bเรือ"),
        ("har&#39;bour &#13; &amp;#1;", "har'bour \r &#1;"),
        ("harbour í ‹ﬁ»", "harbour í ‹ﬁ»"),
    ],
)
def test_signs_that_nobody_sees(written: str, read: str) -> None:
    root = parse(f"<html><body><p>{written}<b>-</b>{written}</p></body></html>".encode())
    paragraph = root.find("body/p")
    assert paragraph is not None and (paragraph.text, paragraph[0].tail) == (read, read)


@pytest.mark.parametrize("around", ["", "<p>" + "words " * 3000 + "</p>"])
def test_only_a_flood_of_attributes_is_taken_from_its_tag(around: str) -> None:
    def count(attributes: int) -> int:
        flood = " ".join(f"a{at}=1" for at in range(attributes))
        root = parse(f"<html><body>{around}<div {flood}>words</div></body></html>".encode())
        return len(next(root.iter("div")).attrib)

    assert count(MOST_ATTRIBUTES) == MOST_ATTRIBUTES
    assert count(20 * MOST_ATTRIBUTES) == 0
