"""What a user makes of a clip's fields and text, and the passages that he marks, on a real library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clipper.article.clip import ClipId
from clipper.article.fields import FIELDS, Rewriting
from clipper.errors import BadField, BadRange, NoSuchClip, NoSuchPassage, TextIsOwn
from clipper.operations import clean_again, editing, export, find, highlights, organise, parts
from clipper.operations.desk import Desk
from tests.servers import Site
from tests.unit.operations.mending import BOX, FIRST, LAST, clip_of, clipped, lines, page, paragraph

MINE = f"<p>Mine, not theirs.</p><script>x</script><p onclick='y'>{LAST}</p>"


def test_an_edited_text_is_read_found_and_exported_and_the_pages_is_kept(
    plain: Desk, site: Site, tmp_path: Path
) -> None:
    clip = clipped(plain, site)
    before = clip_of(plain, clip)
    changes = editing.edit_text(plain, clip, MINE)
    assert changes.clips == {clip} and changes.act is not None
    now = clip_of(plain, clip)
    assert now.html == f"<p>Mine, not theirs.</p>\n<p>{LAST}</p>"
    assert now.text == f"Mine, not theirs.\n{LAST}" and now.own == ("text",) and now.removals == ()
    assert [hit.id for hit in find.search(plain, "theirs")] == [clip] and find.search(
        plain, "reopened storm"
    ) == []
    for form in ("html", "markdown", "json"):
        written = export.export(plain, [clip], form, tmp_path / form).read_text("utf-8")
        assert "Mine, not theirs." in written and FIRST not in written
    original = find.open_clip(plain, clip, original=True)
    assert (original.html, original.text, original.removals) == (before.html, before.text, before.removals)
    organise.undo(plain)
    assert clip_of(plain, clip) == before
    organise.redo(plain)
    editing.reset(plain, [clip], ["text"])
    assert clip_of(plain, clip) == before


def test_plain_text_changes_words_alone(plain: Desk, site: Site) -> None:
    clip = clipped(plain, site)
    before = clip_of(plain, clip)
    assert not editing.edit_text(plain, clip, before.text + "\n", "text")
    assert clip_of(plain, clip) == before
    editing.edit_text(plain, clip, f"{FIRST}\n\n{LAST} <b>", "text")
    assert lines(plain, clip) == [FIRST, f"{LAST} <b>"]
    assert not editing.edit_text(plain, clip, clip_of(plain, clip).html)


def test_cleaning_again_leaves_it_and_pieces_of_the_page_are_not_meant(plain: Desk, site: Site) -> None:
    clip = clipped(plain, site)
    editing.edit_text(plain, clip, MINE)
    before = clip_of(plain, clip)
    assert [each.status for each in clean_again.clean_again(plain, [clip]).clips] == ["unchanged"]
    assert clip_of(plain, clip) == before
    for act in (
        parts.restore_part,
        parts.remove_part,
        parts.undo_edit,
        parts.always_for_site,
        parts.restoring,
    ):
        with pytest.raises(TextIsOwn):
            act(plain, clip, 1)
    editing.reset(plain, [clip], FIELDS)
    parts.restore_part(plain, clip, 1)
    assert lines(plain, clip) == [FIRST, BOX, LAST]


def test_fields_and_text_are_one_act(plain: Desk, site: Site) -> None:
    clip = clipped(plain, site)
    before = clip_of(plain, clip)
    wanted = Rewriting(values=(("title", "Mine"), ("medium", "print")), note="Ask *him*")
    editing.edit(plain, [clip], wanted, (clip, editing.own_text(plain, clip, MINE)))
    now = clip_of(plain, clip)
    assert (now.row.title, now.row.note, now.own) == ("Mine", "Ask *him*", ("title", "medium", "text"))
    editing.reset(plain, [clip], FIELDS)
    assert clip_of(plain, clip).row.note == "Ask *him*"
    organise.undo(plain)
    organise.undo(plain)
    assert clip_of(plain, clip) == before


@pytest.mark.parametrize(("words", "why"), [("", "no_words"), ("<p> </p><script>x</script>", "no_words")])
def test_a_text_without_words_changes_nothing(plain: Desk, site: Site, words: str, why: str) -> None:
    clip = clipped(plain, site)
    before = clip_of(plain, clip)
    with pytest.raises(BadField) as raised:
        editing.edit_text(plain, clip, words)
    assert raised.value.why == why
    with pytest.raises(BadField):
        editing.edit_text(plain, clip, "x" * (editing.LONGEST + 1))
    with pytest.raises(NoSuchClip):
        editing.edit_text(plain, ClipId(99), "words")
    assert clip_of(plain, clip) == before


def test_passages_are_marked_by_words_or_positions(plain: Desk, site: Site) -> None:
    body = page(
        paragraph(FIRST), paragraph(LAST), paragraph("The ships and the tides and the fish are back today.")
    )
    clip = clipped(plain, site, body=body)
    text = clip_of(plain, clip).text
    first, changes = highlights.add(plain, clip, "the heaviest  storm\nin years", colour="pink", note="When?")
    assert changes.clips == {clip}
    second, _changes = highlights.add(plain, clip, "and the", occurrence=2)
    start = text.index("Two dredging")
    highlights.add_range(plain, clip, start - 1, start + 4)
    said = [(each.anchor.quote, each.colour, each.state) for each in clip_of(plain, clip).highlights]
    assert said == [
        ("the heaviest storm in years", "pink", "anchored"),
        ("Two", "yellow", "anchored"),
        ("and the", "yellow", "anchored"),
    ]
    assert clip_of(plain, clip).highlights[2].anchor.start == text.rindex("and the")
    assert highlights.marked(plain) == [clip]
    assert highlights.resolve(plain, str(second)) == (second, clip)
    highlights.change(plain, [first, second], colour="blue", note="")
    assert (clip_of(plain, clip).highlights[0].colour, clip_of(plain, clip).highlights[0].note) == (
        "blue",
        None,
    )
    highlights.delete(plain, [first, second])
    assert len(clip_of(plain, clip).highlights) == 1
    for _act in range(5):
        organise.undo(plain)
    assert clip_of(plain, clip).highlights == ()


def test_what_does_not_stand_there_is_not_marked(plain: Desk, site: Site) -> None:
    clip = clipped(plain, site)
    length = len(clip_of(plain, clip).text)
    for quote, occurrence in (("no such words", 1), ("harbour", 9), ("", 1), (" \n", 1)):
        with pytest.raises(NoSuchPassage):
            highlights.add(plain, clip, quote, occurrence=occurrence)
    for start, end in ((5, 5), (7, 3), (-1, 4), (0, length + 1), (length, length + 3), (3, 4)):
        with pytest.raises(BadRange):
            highlights.add_range(plain, clip, start, end)
    assert clip_of(plain, clip).highlights == ()


def test_exports_carry_them(plain: Desk, site: Site, tmp_path: Path) -> None:
    clip = clipped(plain, site)
    highlights.add(plain, clip, "heaviest storm in years", colour="green", note="Check <this>")
    highlights.add(plain, clip, "barges")
    editing.edit_text(plain, clip, f"<p>{FIRST}</p>")
    (found,) = json.loads(export.export(plain, [clip], "json", tmp_path / "a.json").read_text("utf-8"))
    assert [(each["quote"], each["state"], each["text"]) for each in found["highlights"]] == [
        ("heaviest storm in years", "anchored", "heaviest storm in years"),
        ("barges", "lost", None),
    ]


def test_what_the_user_added_is_found(plain: Desk, site: Site) -> None:
    clip = clipped(plain, site)
    editing.edit(plain, [clip], Rewriting(custom=(("Desk", "Zanzibar"),)))
    assert [hit.id for hit in find.search(plain, "zanzibar")] == [clip]
