"""Broken pages get an answer or a sentence; the bench `mutations` does the same a thousand times as often."""

from __future__ import annotations

import pytest

from clipper.article.article import Guidance
from clipper.clean import clean, structured
from clipper.errors import ClipperError
from tests.bench.pages import Original, originals
from tests.mutating import CHANGES, Mutant, broken_law, mutate
from tests.unit.clean.reading import around, read

SEED = 5
PER_PAGE = 6
PAGES = originals(None)


def mutant(original: Original, number: int) -> Mutant:
    """As the bench makes them."""
    seed = f"{SEED}/{original.name}/{number}"
    return mutate(original.html(), original.charset, seed, lambda number: PAGES[number % len(PAGES)].html())


@pytest.mark.parametrize("original", PAGES, ids=lambda original: original.name)
def test_a_broken_page_gets_an_answer_or_a_sentence(original: Original) -> None:
    for number in range(PER_PAGE):
        broken = mutant(original, number)
        try:
            article = clean([original.page(broken.html, broken.charset)], Guidance())
        except ClipperError:
            continue
        assert broken_law(article) is None, broken.changes


def test_a_mutant_can_be_made_again() -> None:
    assert [mutant(PAGES[0], number) for number in range(20)] == [
        mutant(PAGES[0], number) for number in range(20)
    ]


def test_every_way_of_breaking_breaks_something() -> None:
    done = {change for page in PAGES for number in range(PER_PAGE) for change in mutant(page, number).changes}
    assert done == {*CHANGES, "claim_charset"}


@pytest.mark.parametrize("size", ["9" * 5000, "²", "1e3", ""])
def test_a_picture_of_impossible_size_is_kept(size: str) -> None:
    picture = f"<img src='/ship.jpg' width='{size}' height='{size}' alt='The ship'>"
    assert [each.alt for each in read(around(picture)).images] == ["The ship"]


@pytest.mark.parametrize("number", ["0", "8", "11", "012", "31", "127", "65534", "x0", "xB", "X1f", "xfffe"])
def test_characters_that_are_none_do_not_come_by_number(number: str) -> None:
    article = read(
        around(f"<p>A rope\xad that holds{'&#' + number + ';'} in every wind we know of here.</p>")
    )
    assert "A rope that holds in every wind we know of here." in article.text.split("\n")


def test_a_number_ends_where_another_script_begins() -> None:
    assert "holds٣ in" in read(around("<p>A rope that holds&#14٣ in every wind here.</p>")).text


@pytest.mark.parametrize(("number", "sign"), [("8217", "’"), ("x2019", "’"), ("113", "q"), ("x11F", "ğ")])
def test_other_characters_do(number: str, sign: str) -> None:
    assert f"holds{sign} in" in read(around(f"<p>A rope that holds&#{number}; in every wind here.</p>")).text


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (
            r"A ship\u0000 comes\ud800 home\udfff to\u001f her har\ufffebour",
            "A ship comes home to her harbour",
        ),
        (r"A ship \ud83d\ude00 comes home to her harbour", "A ship 😀 comes home to her harbour"),
        (r"A ship comes home to \\\ud800her harbour", "A ship comes home to \\her harbour"),
        (r"A ship comes home to \\ud800 harbour", r"A ship comes home to \ud800 harbour"),
    ],
)
def test_characters_that_are_none_do_not_come_in_linked_data(written: str, title: str) -> None:
    assert structured._json(f'{{"headline": "{written}"}}') == {"headline": title}
