"""Which addresses are the same article."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.article.article import Article
from clipper.article.page import Page
from clipper.store import addresses
from clipper.store.addresses import TRACKING, address_key, keys_of
from tests.unit.store.making import START

SAME = [
    "https://news.example/a/story?id=7",
    "http://news.example/a/story?id=7",
    "HTTPS://NEWS.Example:443/a/story/?id=7",
    "http://news.example:80/a/story?id=7#comments",
    "https://news.example./a/story?utm_source=x&utm_medium=y&id=7",
    "https://news.example/a/story?id=7&fbclid=abc&gclid=&mc_cid=1&MC_EID=2",
    "https://user@news.example/a/%73tory?id=7&",
    "  https://news.example/a/story?id=7\n",
]
OTHERS = [
    "https://news.example/a/story?id=8",
    "https://news.example/a/story",
    "https://news.example/A/story?id=7",
    "https://news.example:8080/a/story?id=7",
    "https://old.news.example/a/story?id=7",
    "https://news.example/a/story?id=7#!/part/2",
    "https://news.example/a/story?id=7&page=2",
]

part = st.text(st.sampled_from("abzAZ019-._~%2Fé北 +&=;:@!$'()*,"), max_size=12)
urls = st.builds(
    "{}://{}{}/{}?{}#{}".format,
    st.sampled_from(["http", "https", "HTTP", "ftp", "file", ""]),
    st.sampled_from(["news.example", "News.Example.", "[::1]", "пример.example", "a@b", "", "[bad"]),
    st.sampled_from(["", ":80", ":443", ":8080", ":x", ":99999"]),
    part,
    st.one_of(part, st.sampled_from(["utm_source=x", "a=1&fbclid=2&b=3", "&&a=1&"])),
    st.one_of(part, st.sampled_from(["!/route", "/route"])),
)


@pytest.mark.parametrize("url", SAME)
def test_spellings_of_one_address_have_one_key(url: str) -> None:
    assert address_key(url) == "https://news.example/a/story?id=7"


@pytest.mark.parametrize("url", OTHERS)
def test_other_articles_have_other_keys(url: str) -> None:
    assert address_key(url) != address_key(SAME[0])


@given(st.one_of(urls, st.text(max_size=40)))
def test_a_key_is_its_own_key(url: str) -> None:
    assert address_key(address_key(url)) == address_key(url)


@given(
    st.sampled_from(["http://news.example", "https://News.Example:8080", "https://[::1]"]),
    part,
    st.one_of(part, st.sampled_from(["a=1&fbclid=2&b=3", "&&a=1&"])),
    st.sampled_from(sorted(TRACKING)),
)
def test_a_tracking_parameter_changes_nothing(site: str, path: str, query: str, name: str) -> None:
    path, query = path.replace("#", ""), query.strip()
    assert address_key(f"{site}/{path}?{query}&{name}=x#top") == address_key(f"{site}/{path}?{query}")


def keys(url: str, final: str | None = None, canonical: str | None = None) -> list[str]:
    page = Page(url, final or url, 200, (), b"", START)
    return keys_of(page, Article("t", canonical_url=canonical))


def test_the_canonical_address_counts_most_then_the_final_one() -> None:
    found = keys("https://t.example/x", "https://news.example/a?s=1", "https://news.example/a")
    assert found == ["https://news.example/a", "https://news.example/a?s=1", "https://t.example/x"]


def test_a_front_page_as_canonical_address_of_an_article_is_a_mistake_of_the_site() -> None:
    assert keys("https://news.example/a", canonical="https://news.example/") == ["https://news.example/a"]
    assert keys("https://news.example/", canonical="https://news.example") == ["https://news.example"]


def test_a_files_path_counts_only_where_its_origin_is_unknown() -> None:
    assert keys("file:///tmp/page.html", "https://news.example/a") == ["https://news.example/a"]
    assert keys("file:///tmp/page.html#x") == ["file:///tmp/page.html"]


def test_examples() -> None:
    assert doctest.testmod(addresses).failed == 0
