"""What the user says of a clip goes before what the page says, is never lost, and can be taken back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.article.clip import Clip, ClipId
from clipper.article.fields import FIELDS, OF_THE_USER, SINGLE, FieldName, OwnText, Rewriting
from clipper.errors import BadField, NoSuchClip
from clipper.store import Library, acts, clips, overlay
from tests.unit.store.making import SetClock, everything, found, keep
from tests.unit.store.test_revising import WHOLE, basis, revised

OWN = OwnText("<p>Words of mine</p>", "Words of mine")
FILLED = Rewriting(
    values=(
        *(("title", "Mine"), ("published", "2026-03-12"), ("updated", "2026-03-13T10:00+01:00")),
        *(("site", "The Courier"), ("section", "Harbour"), ("language", "pt_BR"), ("agency", "AFP")),
        *(("rights", "Once.\nAsk again."), ("medium", "Print"), ("edition", "Late"), ("page", "B 4")),
    ),
    byline=("A. Writer", " ", "B.  Writer", "A. Writer"),
    custom=(("Desk", "Foreign"), ("Rating", "5")),
)


def clip_of(library: Library, clip: int, *, original: bool = False) -> Clip:
    """The clip as it is now."""
    with library.reading() as reading:
        return clips.load(reading, ClipId(clip), original=original)


def edit(library: Library, ids: list[ClipId], wanted: Rewriting) -> None:
    """Change fields in an act."""
    with library.writing("edit") as writing:
        overlay.rewrite(writing, ids, wanted)


def set_text(library: Library, clip: ClipId, own: OwnText = OWN) -> None:
    """Change the text in an act."""
    with library.writing("edit") as writing:
        overlay.set_text(writing, clip, own)


def with_values(**values: str) -> Rewriting:
    """A wish for fields of one value."""
    return Rewriting(values=tuple(values.items()))  # type: ignore[arg-type]


def test_every_field_is_shown_as_the_user_wrote_it(library: Library) -> None:
    clip = keep(library, section="World", language="en", **WHOLE)
    edit(library, [clip], FILLED)
    row = clip_of(library, clip).row
    assert (row.title, row.byline, row.site, row.section) == (
        *("Mine", ("A. Writer", "B. Writer"), "The Courier", "Harbour"),
    )
    assert (row.published, row.updated) == ("2026-03-12", "2026-03-13T10:00:00+01:00")
    assert (row.language, row.agency, row.rights) == ("pt-br", "AFP", "Once.\nAsk again.")
    assert (row.medium, row.edition, row.page) == ("print", "Late", "B 4")
    assert row.custom == (("Desk", "Foreign"), ("Rating", "5"))
    assert clip_of(library, clip).own == FIELDS[:-1]
    assert found(library, 'by:"b writer"') == [clip] and found(library, "title:mine") == [clip]


def test_what_the_page_said_is_kept_and_comes_back(library: Library) -> None:
    clip = keep(library, section="World", language="en", **WHOLE)
    before = clip_of(library, clip)
    edit(library, [clip], FILLED)
    set_text(library, clip)
    assert clip_of(library, clip, original=True).row == before.row
    assert clip_of(library, clip, original=True).text == before.text
    edit(library, [clip], Rewriting(reset=frozenset(FIELDS)))
    assert clip_of(library, clip) == before


@pytest.mark.parametrize("name", SINGLE)
def test_empty_sets_to_nothing_and_reset_takes_back(library: Library, name: FieldName) -> None:
    clip = keep(library, section="World", language="en", site="Site", published="2026-01-02", **WHOLE)
    page = getattr(clip_of(library, clip).row, name)
    edit(library, [clip], with_values(**{name: "  "}))
    now = clip_of(library, clip)
    assert getattr(now.row, name) is None
    assert (name in now.own) == (name not in OF_THE_USER)
    edit(library, [clip], Rewriting(reset=frozenset((name,))))
    assert getattr(clip_of(library, clip).row, name) == page and clip_of(library, clip).own == ()


def test_nobody_wrote_it_and_the_page_is_believed_again(library: Library) -> None:
    clip = keep(library, byline=("Ann", "Bob"))
    edit(library, [clip], Rewriting(byline=("",)))
    assert clip_of(library, clip).row.byline == () and found(library, "by:ann") == []
    edit(library, [clip], Rewriting(reset=frozenset(("byline",))))
    assert clip_of(library, clip).row.byline == ("Ann", "Bob") and found(library, "by:ann") == [clip]


def test_custom_fields_are_set_by_name_in_their_order(library: Library) -> None:
    clip = keep(library)
    for custom in (
        (("Desk", "Foreign"), ("Rating", "5")),
        (("DESK", "Home"), ("Colour", "red")),
        (("rating", ""),),
    ):
        edit(library, [clip], Rewriting(custom=custom))
    assert clip_of(library, clip).row.custom == (("Desk", "Home"), ("Colour", "red"))
    edit(library, [clip], Rewriting(custom=(("Only", "this"),), reset=frozenset(("custom",))))
    assert clip_of(library, clip).row.custom == (("Only", "this"),)
    edit(library, [clip], Rewriting(custom=(("only", " "),)))
    assert clip_of(library, clip).row.custom == () and clip_of(library, clip).own == ()


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (with_values(published="yesterday"), "no_date"),
        (with_values(updated="2026-02-30"), "no_date"),
        (with_values(language="no language"), "no_language"),
        (with_values(title="x" * 2001), "too_long_value"),
        (with_values(rights="x" * 100_001), "too_long_value"),
        (Rewriting(custom=((" ", "x"),)), "empty"),
        (Rewriting(custom=(("x" * 201, "x"),)), "too_long"),
        (Rewriting(byline=tuple(map(str, range(201)))), "too_many"),
        (Rewriting(custom=tuple((str(n), "x") for n in range(201))), "too_many"),
    ],
)
def test_what_a_field_cannot_be_changes_nothing(library: Library, wanted: Rewriting, why: str) -> None:
    clip = keep(library)
    before = everything(library)
    with pytest.raises(BadField) as raised:
        edit(library, [clip], wanted)
    assert raised.value.why == why
    assert everything(library) == before


def test_no_character_that_cannot_be_kept_or_seen_gets_in(library: Library) -> None:
    clip = keep(library)
    edit(library, [clip], with_values(title="a\0b\x1b[1m\n c\ud800 می‌خواهم", rights="\0x"))
    assert clip_of(library, clip).row.title == "ab[1m c می‌خواهم"
    assert clip_of(library, clip).row.rights == "x"


def test_many_clips_are_one_act(library: Library) -> None:
    ids = [keep(library, f"https://news.example/{n}") for n in range(5)]
    edit(library, ids[:1], Rewriting(custom=(("Desk", "Home"),)))
    before = everything(library)
    wanted = Rewriting(values=(("section", "Ports"),), custom=(("Rating", "1"),), note="Read me")
    edit(library, ids, wanted)
    assert found(library, "section:ports") == ids[::-1]
    assert [clip_of(library, each).row.custom for each in ids[:2]] == [
        (("Desk", "Home"), ("Rating", "1")),
        (("Rating", "1"),),
    ]
    after = everything(library)
    acts.undo(library, None)
    assert everything(library) == before
    acts.redo(library)
    assert everything(library) == after
    with pytest.raises(NoSuchClip):
        edit(library, [ids[0], ClipId(99)], Rewriting(values=(("section", "No"),)))
    assert everything(library) == after


def test_the_users_text_is_found_counted_and_shown_and_the_pages_is_kept(library: Library) -> None:
    clip = keep(library, text="what the page said at length")
    before = everything(library)
    set_text(library, clip)
    now = clip_of(library, clip)
    assert (now.html, now.text, now.row.words, now.own) == (OWN.html, OWN.text, 3, ("text",))
    assert found(library, "mine") == [clip] and found(library, "length") == []
    assert found(library, "words:<4") == [clip]
    acts.undo(library, None)
    assert everything(library) == before
    assert found(library, "mine") == [] and found(library, "length") == [clip]
    acts.redo(library)
    assert clip_of(library, clip).text == OWN.text and found(library, "mine") == [clip]


def test_a_text_that_is_the_pages_is_not_the_users(library: Library) -> None:
    clip = keep(library, text="old")
    set_text(library, clip, OwnText("<p>old</p>", "old"))
    assert clip_of(library, clip).own == ()
    set_text(library, clip)
    set_text(library, clip, OwnText("<p>old</p>", "old"))
    assert clip_of(library, clip).own == ()
    with pytest.raises(NoSuchClip):
        set_text(library, ClipId(7))


def test_cleaning_again_neither_writes_nor_loses_it(library: Library, clock: SetClock) -> None:
    clip = keep(library, text="first")
    edit(library, [clip], FILLED)
    set_text(library, clip)
    assert basis(library, clip).article.text == "first"
    mine = {name: rows for name, rows in everything(library).items() if name.startswith("overlay")}
    revised(library, clip, "second")
    assert {name: rows for name, rows in everything(library).items() if name in mine} == mine
    now = clip_of(library, clip)
    assert (now.text, now.row.title) == (OWN.text, "Mine")
    assert clip_of(library, clip, original=True).text == "second"


def test_a_lead_picture_that_was_taken_out_of_the_text_is_not_shown_above_it(library: Library) -> None:
    url = "https://news.example/p.png?a=1&b=2"
    clip = keep(library, lead_image=url)
    set_text(library, clip)
    assert clip_of(library, clip).lead_image == url
    with library.transaction() as writing:
        html = '<figure><img src="https://news.example/p.png?a=1&amp;b=2"></figure>'
        writing.connection.exec_driver_sql("UPDATE version_text SET html = ?", (html,))
    assert clip_of(library, clip).lead_image is None
    assert clip_of(library, clip, original=True).lead_image == url


def test_it_is_there_when_the_library_is_opened_again(library: Library) -> None:
    clip = keep(library)
    edit(library, [clip], FILLED)
    set_text(library, clip)
    before, shown = everything(library), clip_of(library, clip)
    library.close()
    again = Library.open(library.folder)
    assert clip_of(again, clip) == shown
    acts.undo(again, None)
    acts.undo(again, None)
    assert clip_of(again, clip).own == ()
    acts.redo(again)
    acts.redo(again)
    assert everything(again) == before
    again.close()


EMPTY = Rewriting(reset=frozenset(FIELDS))


def test_two_who_edit_one_clip_at_once_lose_nothing(library: Library) -> None:
    clip, other = keep(library), Library.open(library.folder)

    def write(opened: Library, name: str) -> None:
        for number in range(8):
            edit(opened, [clip], Rewriting(custom=((f"{name} {number}", "x"),)))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, (library, other), ("one", "two")))
    other.close()
    assert {name for name, _value in clip_of(library, clip).row.custom} == {
        f"{name} {number}" for name in ("one", "two") for number in range(8)
    }


PAIRS: tuple[tuple[FieldName, str], ...] = (
    *(("title", "x"), ("title", ""), ("published", "2026-03-12"), ("section", "Ports"), ("section", "")),
    *(("language", "de"), ("medium", "Print"), ("rights", "Once"), ("page", ""), ("agency", "AFP")),
)
CUSTOM = (("Desk", "1"), ("desk", "ü"), ("DESK", ""), ("Rating", "5"), ("Rating", " "))
wishes = st.builds(
    Rewriting,
    values=st.lists(st.sampled_from(PAIRS), max_size=3).map(tuple),
    byline=st.none() | st.lists(st.sampled_from(["Ann", "Bob", ""]), max_size=2).map(tuple),
    custom=st.lists(st.sampled_from(CUSTOM), max_size=3).map(tuple),
    note=st.none() | st.sampled_from(["", "*n*"]),
    reset=st.frozensets(st.sampled_from(FIELDS), max_size=2),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(st.lists(st.tuples(wishes, st.booleans()), min_size=1, max_size=4))
def test_whatever_is_edited_undo_and_redo_lead_there_and_back(
    library: Library, wanted: list[tuple[Rewriting, bool]]
) -> None:
    ids = [keep(library, f"https://news.example/{n}", section="World", byline=("C",)) for n in range(2)]
    before, acted = everything(library), 0
    for wish, with_text in wanted:
        with library.writing("edit") as writing:
            overlay.rewrite(writing, ids, wish)
            if with_text:
                overlay.set_text(writing, ids[0], OWN)
        acted += writing.changes.act is not None
    after, shown = everything(library), [clip_of(library, clip) for clip in ids]
    for _act in range(acted):
        acts.undo(library, None)
    assert everything(library) == before
    for _act in range(acted):
        acts.redo(library)
    assert everything(library) == after and [clip_of(library, clip) for clip in ids] == shown
    edit(library, ids, EMPTY)
    assert [clip_of(library, clip).own for clip in ids] == [(), ()]


def test_rows_say_the_same_as_the_whole(library: Library) -> None:
    clip = keep(library, **WHOLE)
    edit(library, [clip], FILLED)
    set_text(library, clip)
    with library.reading() as reading:
        rows: list[Any] = clips.rows(reading, [clip])
    assert rows == [clip_of(library, clip).row]
