"""Addresses that begin at the root of a site."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.clean.joining import rooted

BASES = (
    "https://news.example/a/b.html?c=d#e",
    "http://news.example:8080",
    "HTTPS://News.Example/a",
    "https://[::1]/a",
    "https://somebody@news.example/",
    "file:///home/a/page.html",
    "nonsense",
)


@pytest.mark.parametrize("base", BASES)
@given(address=st.text(alphabet="/ab.;?#:@%&=-_~'()\"<>^é ", max_size=12).map("/".__add__))
def test_what_is_joined_is_joined_as_everywhere(base: str, address: str) -> None:
    assert rooted(base, address) in (None, urljoin(base, address))


def test_ordinary_addresses_are_joined() -> None:
    assert rooted(BASES[0], "/harbour/story-1.html?a=b&c=d#top") == (
        "https://news.example/harbour/story-1.html?a=b&c=d#top"
    )
    assert rooted(BASES[0], "story.html") is None
