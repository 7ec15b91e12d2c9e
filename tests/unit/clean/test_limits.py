"""What was never closed, what is far too much of, and what a page says to the steps instead of its reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4.element import PageElement

from clipper.clean import elements, reading
from clipper.clean.elements import element, put, take_out, text, weave
from clipper.errors import PageTooHard
from tests.unit.clean.reading import PROSE, around, read

MANY = 1500

SWALLOWING = [
    "<script>",
    "<script src='//ads.example/a.js?<b>",
    "<script type='text/plain'>'<!-- <script> --'</script>",
    "<SCRIPT>var a = 1;",
    "<b><style>p { color: red }",
    "<iframe src='/frame.html'>",
    "<textarea>",
    "<template>",
    "--><!-- all that follows",
    '<img src="/a.jpg" alt=">',
    '<link rel=next href="/b.html ',
    "<table><colgroup></html>",
    "<table><tr><td></body></html>",
    "<embed src='/film.swf'>",
    "<track src='/words.vtt'>",
    "<bgsound src='/waves.wav'>",
    "<keygen>",
]


@pytest.mark.parametrize("opening", SWALLOWING)
def test_nothing_that_was_left_open_swallows_the_rest(opening: str) -> None:
    said = read(around(opening)).text
    assert PROSE[0] in said
    assert PROSE[-1] in said


def test_text_in_plain_boxes_behind_a_film_is_read() -> None:
    said = read(
        around("<embed src='/film.swf'><div>The tide turned at four, and the tugs let go.</div>")
    ).text
    assert "The tide turned at four, and the tugs let go." in said


def test_thousands_of_elements_without_end_lose_nothing() -> None:
    assert PROSE[-1] in read(around("<x-box><q>" * MANY)).text


def test_a_script_that_is_closed_stays_a_script() -> None:
    article = read(around("", after="<script>var a = '<p>A line that only scripts say here.</p>';</script>"))
    assert "only scripts" not in article.text


@pytest.mark.parametrize("sign", ["data-out", "data-in", "data-kept", "data-aside", "data-n", "DATA-OUT"])
def test_a_page_cannot_speak_to_the_steps(sign: str) -> None:
    plain = "<div class='share'{}><p{}>Share this</p></div><p hidden{}>Behind the curtain stands a line.</p>"
    signed = read(around(plain.replace("{}", f' {sign}="1"')).replace("<article", f'<article {sign}="1"'))
    assert signed.text == read(around(plain.replace("{}", ""))).text


@pytest.mark.parametrize(
    "shape",
    [
        lambda at: f"<h2>Watch {at}</h2>",
        lambda at: f"<p>Watch {at} was quiet, and the log says so.</p>",
        lambda at: f"word {at}<br><br>",
        lambda at: f"word {at}<div>box {at}</div>",
        lambda at: f"<a href='/{at}'>link {at}</a> ",
        lambda at: f"<noscript><img src='/{at}.jpg'></noscript>",
        lambda _: "<p>Read also</p>",
        lambda _: "<h3>Comments</h3>",
        lambda at: f"<div><img src='/{at}.jpg'><p>Ship {at}</p></div>",
        lambda at: "<ul><li>" if at < 120 else "item<li>",
        lambda at: "<span><b>" if at < 120 else "words<div>box</div>",
    ],
)
def test_a_page_of_very_many_of_a_kind_keeps_its_article(shape: Callable[[int], str]) -> None:
    said = read(around("".join(map(shape, range(MANY))))).text
    assert PROSE[0] in said


def test_what_follows_a_block_without_end_is_kept() -> None:
    assert PROSE[-1] in read(around("<p>" + "word " * 200_000 + "</p>")).text


def test_more_elements_than_any_article_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ELEMENTS", 500)
    with pytest.raises(PageTooHard):
        read(around("<i>x</i>" * 500))


def test_marks_lead_to_their_notes_however_many_there_are() -> None:
    notes = range(1, 400)
    marks = "".join(f"<p>{PROSE[2]} <a href='#n{at}'>[{at}]</a></p>" for at in notes)
    listed = "".join(f"<li id='n{at}'>Log book, sheet {at}.</li>" for at in notes)
    said = read(around(marks, after=f"<ol>{listed}</ol>")).text
    assert "Log book, sheet 1." in said
    assert "Log book, sheet 399." in said


def test_lines_that_go_one_after_the_other_are_each_looked_for_beside_the_last() -> None:
    box = element("div")
    for at in range(MANY):
        put(box, text(str(at)))
    weave(box)
    seen = Counting(box.contents)
    box.contents = seen
    for node in list(seen[10:]):
        take_out(node)
    assert [str(each) for each in box.contents] == [str(at) for at in range(10)]
    assert seen.asked < 10 * MANY


class Counting(list[PageElement]):
    """A list that counts how often one of its items is asked for."""

    asked = 0

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        self.asked += 1
        return super().__getitem__(at)


def test_what_stands_in_an_element_takes_its_place() -> None:
    box, inner = element("div"), element("i")
    for node in (text("a"), inner, text("d")):
        put(box, node)
    for node in (text("b"), text("c")):
        put(inner, node)
    weave(box)
    elements.dissolve(inner)
    assert [str(each) for each in box.contents] == ["a", "b", "c", "d"]
