# ruff: noqa: E501 - markup is written as pages have it
"""Footnotes: marks are raised, notes stay at the end, links back to the text go."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import PROSE, around, read, rules

NOTE = "The log of 1912, page 40"
MARKED = "<p>The ship had a second bell{mark}, and it was never rung in all the years that she lay at the quay.</p>"


def told(mark: str, notes: str) -> tuple[str, list[str]]:
    """The marked paragraph's HTML, and the lines of the text behind the last paragraph of prose."""
    article = read(around(MARKED.format(mark=mark), after=notes))
    paragraph = next(line for line in article.html.split("\n") if "second bell" in line)
    lines = article.text.split("\n")
    return paragraph, lines[lines.index(PROSE[-1]) + 1 :]


@pytest.mark.parametrize(
    ("mark", "notes"),
    [
        (
            '<sup id="fnref1"><a href="#fn1">1</a></sup>',
            f'<div class="footnotes"><hr><ol><li id="fn1">{NOTE} <a href="#fnref1">↩</a></li></ol></div>',
        ),
        (
            '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
            f'<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1" role="doc-endnote"><p>{NOTE}<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
        ),
        (
            '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">1</a></sup>',
            f'<div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">{NOTE}</span></li></ol></div>',
        ),
        (
            '<a href="#footnote-1">1</a>',
            f'<aside id="footnotes"><ol><li id="footnote-1">{NOTE} <a href="#ref-1" aria-label="Back to content">↑</a></li></ol></aside>',
        ),
        (
            '<a href="https://news.example/harbour/lightship.html#note-1" id="ref-1"><sup>1</sup></a>',
            f'<div class="media"><p id="note-1">{NOTE} <a href="#ref-1">↵</a></p></div>',
        ),
    ],
)
def test_a_note_stays_and_its_mark_is_raised(mark: str, notes: str) -> None:
    paragraph, after = told(mark, notes)
    assert "second bell<sup>1</sup>, and it" in paragraph
    assert after == [NOTE]


def test_a_note_keeps_its_number_where_no_list_counts() -> None:
    paragraph, after = told(
        '<a href="#_ftn1" name="_ftnref1">[1]</a>',
        f'<p><a href="#_ftnref1" name="_ftn1">[1]</a> {NOTE}</p>',
    )
    assert "second bell<sup>[1]</sup>," in paragraph
    assert after == [f"[1] {NOTE}"]


def test_a_number_in_a_box_of_its_own_joins_its_note() -> None:
    _, after = told(
        '<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>',
        f'<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>{NOTE}</p></div></div>',
    )
    assert after == [f"1 {NOTE}"]


def test_the_heading_of_notes_stays_with_them_and_lists_of_references_full_of_links_do() -> None:
    items = "".join(f'<li><a href="https://b.example/{at}">Log of 19{at}</a></li>' for at in range(10, 16))
    article = read(around("", after=f"<h2>References</h2><ol class='references'>{items}</ol>"))
    assert article.text.split("\n")[-7:] == ["References", *(f"Log of 19{at}" for at in range(10, 16))]


def test_what_stands_between_text_and_notes_goes_as_ever() -> None:
    notes = f'<div class="footnotes"><ol><li id="fn1">{NOTE}</li></ol></div>'
    _, after = told('<sup><a href="#fn1">1</a></sup>', f"<p>Share this article</p>{notes}")
    assert after == [NOTE]


def test_links_back_are_told_among_what_was_taken_out() -> None:
    notes = f'<ol><li id="fn1">{NOTE} <a href="#fnref1">↩</a></li></ol>'
    article = read(around(MARKED.format(mark='<sup id="fnref1"><a href="#fn1">1</a></sup>'), after=notes))
    assert "back_link" in rules(article)


def test_a_link_within_the_page_is_no_mark() -> None:
    article = read(
        around(
            '<p>Of this <a href="#later">the end of the story</a> tells more than can be said here now.</p>'
        )
    )
    assert "<sup>" not in article.html
    assert "the end of the story" in article.text
