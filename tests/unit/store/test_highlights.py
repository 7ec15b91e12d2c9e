"""Highlights: what was marked stays marked, in the same words, whatever becomes of the text around."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.article.anchoring import anchor
from clipper.article.clip import ClipId
from clipper.article.fields import OwnText, Rewriting
from clipper.article.highlight import Highlight, HighlightId
from clipper.errors import BadField, NoSuchClip, NoSuchHighlight
from clipper.store import Library, acts, clips, highlights
from tests.unit.store.making import everything, found, keep
from tests.unit.store.test_overlay import clip_of, edit, set_text
from tests.unit.store.test_revising import revised

TEXT = "The harbour reopened on Saturday morning. Two dredging barges worked through the night. Nobody slept."


def mark(
    library: Library, clip: ClipId, words: str, colour: str = "yellow", note: str | None = None
) -> HighlightId:
    """Mark words of a clip."""
    with library.writing("highlight") as writing:
        text = clips.text_of(writing, clip)
        start = text.index(words)
        return highlights.add(writing, clip, anchor(text, start, start + len(words)), colour, note)


def only(library: Library, clip: ClipId) -> Highlight:
    """The one highlight of a clip."""
    (found,) = clip_of(library, clip).highlights
    return found


def test_a_mark_is_kept_found_and_undone(library: Library) -> None:
    clip = keep(library, text=TEXT)
    before = everything(library)
    mark(library, clip, "dredging barges", "green", "Whose?\n*Ask.*")
    made = only(library, clip)
    assert (made.anchor.quote, made.colour, made.note) == ("dredging barges", "green", "Whose?\n*Ask.*")
    assert (
        made.state == "anchored"
        and made.place
        and TEXT[made.place.start : made.place.end] == "dredging barges"
    )
    assert found(library, "has:highlight") == [clip] and found(library, "note:whose") == [clip]
    after = everything(library)
    acts.undo(library, None)
    assert everything(library) == before and found(library, "note:whose") == []
    acts.redo(library)
    assert everything(library) == after and only(library, clip) == made


def test_colour_and_note_change_for_many_in_one_act(library: Library) -> None:
    clip = keep(library, text=TEXT)
    numbers = [mark(library, clip, words) for words in ("barges", "harbour", "night")]
    before = everything(library)
    with library.writing("change_highlight") as writing:
        highlights.change(writing, numbers[:2], colour=" Blue", note="n")
    assert [(each.colour, each.note) for each in clip_of(library, clip).highlights] == [
        *(("blue", "n"), ("blue", "n"), ("yellow", None)),
    ]
    with library.writing("change_highlight") as writing:
        highlights.change(writing, numbers[:1], note=" ")
    acts.undo(library, None)
    acts.undo(library, None)
    assert everything(library) == before
    with library.writing("delete_highlight") as writing:
        highlights.delete(writing, numbers)
    assert clip_of(library, clip).highlights == () and found(library, "has:highlight") == []
    acts.undo(library, None)
    assert everything(library) == before


def test_what_cannot_be(library: Library) -> None:
    clip = keep(library, text=TEXT)
    number = mark(library, clip, "night")
    before = everything(library)
    with pytest.raises(BadField), library.writing("x") as writing:
        highlights.change(writing, [number], colour="red")
    with pytest.raises(BadField), library.writing("x") as writing:
        highlights.change(writing, [number], note="x" * 100_001)
    with pytest.raises(NoSuchHighlight), library.writing("x") as writing:
        highlights.delete(writing, [number, HighlightId(99)])
    with pytest.raises(NoSuchClip), library.writing("x") as writing:
        highlights.add(writing, ClipId(99), anchor(TEXT, 0, 3), "blue")
    with library.reading() as reading:
        assert highlights.resolve(reading, str(number)) == (number, clip)
        assert highlights.resolve(reading, only(library, clip).uid) == (number, clip)
        with pytest.raises(NoSuchHighlight):
            highlights.resolve(reading, "none")
    assert everything(library) == before


def test_it_survives_cleaning_again_and_editing(library: Library) -> None:
    clip = keep(library, text=TEXT)
    mark(library, clip, "Two dredging barges worked")
    revised(library, clip, "A new beginning. " + TEXT)
    moved = only(library, clip)
    assert moved.state == "moved" and moved.place and moved.place.start == 17 + moved.anchor.start
    revised(library, clip, TEXT.replace("barges", "barges from the south"))
    changed = only(library, clip)
    assert changed.state == "moved" and changed.place and not changed.place.is_exact
    set_text(library, clip, OwnText("<p>Nothing of it</p>", "Nothing of it"))
    assert (only(library, clip).state, only(library, clip).place) == ("lost", None)
    assert only(library, clip).anchor.quote == "Two dredging barges worked"
    edit(library, [clip], Rewriting(reset=frozenset(("text",))))
    revised(library, clip, TEXT)
    assert only(library, clip).state == "anchored"


def test_they_stand_in_the_order_of_the_text_and_the_lost_at_the_end(library: Library) -> None:
    clip = keep(library, text=TEXT)
    for words in ("Nobody slept", "harbour reopened", "barges"):
        mark(library, clip, words)
    revised(library, clip, "Nobody slept that night. The harbour is closed. Two barges.")
    said = [(each.anchor.quote, each.state) for each in clip_of(library, clip).highlights]
    assert said == [("Nobody slept", "moved"), ("barges", "moved"), ("harbour reopened", "lost")]


def test_clips_with_marks(library: Library) -> None:
    ids = [keep(library, f"https://news.example/{n}", text=TEXT, minute=n) for n in range(4)]
    for clip in ids[:3]:
        mark(library, clip, "night")
    with library.writing("trash") as writing:
        clips.trash(writing, ids[1:2])
    with library.reading() as reading:
        assert highlights.marked(reading) == [ids[2], ids[0]]


sentences = st.lists(st.sampled_from([*TEXT.split(". "), "A word.", "北京 港口", "Ships."]), max_size=6).map(
    " ".join
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(sentences, sentences, st.data())
def test_whatever_comes_before_and_behind_the_same_words_stay_marked(
    library: Library, before: str, behind: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    clip = keep(library, f"https://news.example/{start}-{end}", text=TEXT)
    with library.writing("highlight") as writing:
        highlights.add(writing, clip, anchor(TEXT, start, end), "pink")
    revised(library, clip, f"{before} {TEXT} {behind}")
    now = clip_of(library, clip)
    place = now.highlights[0].place
    assert place is not None and now.text[place.start : place.end] == TEXT[start:end]
    acts.undo(library, None)
    assert clip_of(library, clip).highlights[0].state == "anchored"
