"""HTML allows `html`, `head` and `body` to be left out; the article is found all the same."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import PROSE, read

WORDS = "".join(f"<p>{words}</p>" for words in PROSE)
META = '<meta name="author" content="Inga Holm">'


@pytest.mark.parametrize(
    "markup",
    [
        f"<title>Lightship home</title>{META}<article><h1>Lightship home</h1>{WORDS}</article>",
        f"<!doctype html><title>Lightship home</title>{META}<main><h1>Lightship home</h1>{WORDS}</main>",
        f"<html><head><title>Lightship home</title>{META}<header><h1>Lightship home</h1></header>{WORDS}",
        f"<title>Lightship home</title>{META}<section><h1>Lightship home</h1><div>{WORDS}</div></section>"
        "<footer>All rights reserved</footer>",
        f"<title>Lightship home</title><main><h1>Lightship home</h1>{META}{WORDS}</main><body><p>Bye</p>",
    ],
)
def test_the_article_is_found(markup: str) -> None:
    article = read(markup)
    assert article.title == "Lightship home"
    assert article.byline == ("Inga Holm",)
    assert article.text.split("\n")[: len(PROSE)] == list(PROSE)
    assert article.flags == ()
