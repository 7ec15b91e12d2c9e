"""The nouns of the house: what travels between rooms is frozen, pickles and joins as promised."""

from __future__ import annotations

import dataclasses
import pickle
from datetime import UTC, datetime

import pytest

from clipper.article.article import Article, ArticleImage, Flag, Guidance, Removal
from clipper.article.changes import Changes
from clipper.article.clip import ClipId
from clipper.article.page import Page

PAGE = Page(
    "http://a.example/",
    "http://a.example/b",
    200,
    (("content-type", "text/html"), ("x-two", "1"), ("x-two", "2")),
    b"<p>",
    datetime(2026, 1, 2, tzinfo=UTC),
)
ARTICLE = Article(
    "Title",
    byline=("Ada",),
    images=(ArticleImage("http://a.example/i.png"),),
    removals=(Removal("furniture", "noscript", "No script"),),
    flags=(Flag("relative_date", (("words", "2 years ago"),)),),
)


def test_a_header_is_found_in_any_case_and_the_first_counts() -> None:
    assert PAGE.header("Content-Type") == "text/html"
    assert PAGE.header("X-Two") == "1"
    assert PAGE.header("etag") is None


@pytest.mark.parametrize("noun", [PAGE, ARTICLE, Guidance("http://a.example/", no_images=True)])
def test_what_goes_to_the_cleaning_process_and_back_is_the_same(noun: object) -> None:
    assert pickle.loads(pickle.dumps(noun)) == noun


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ARTICLE.title = "Other"  # type: ignore[misc]


def test_changes_join() -> None:
    one = Changes(frozenset({ClipId(1)}), tags=True, act=7)
    two = Changes(frozenset({ClipId(2)}), queue=True)
    assert one | two == Changes(frozenset({ClipId(1), ClipId(2)}), tags=True, queue=True, act=7)
    assert (two | one).act == 7


def test_nothing_changed_is_false() -> None:
    assert not Changes()
    assert Changes(queue=True)
