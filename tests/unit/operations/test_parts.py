"""A piece comes back, or one more goes; it stays so, and can be undone."""

from __future__ import annotations

import pytest

from clipper.article.article import Edit, Removal
from clipper.errors import ClipBusy, ClipperError, NoSelector, NoSuchClip, NoSuchPart, PagesMissing, PartStays
from clipper.operations import clip_page, organise, parts, site_rules
from clipper.operations.blocks import blocks_of
from clipper.operations.desk import Desk
from clipper.store import revising
from clipper.store.session import Writing
from tests.servers import Site
from tests.stories.story import PICTURE, photograph
from tests.unit.operations.mending import (
    BOX,
    FIGURE,
    FIRST,
    LAST,
    box,
    clip_of,
    clipped,
    lines,
    page,
    paragraph,
)


def test_a_piece_comes_back_where_it_stood_and_one_undo_takes_it_out(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    assert lines(plain, number) == [FIRST, LAST]
    site.stop()
    changes = parts.restore_part(plain, number, 1)
    assert changes.clips == {number}
    assert changes.act is not None
    assert lines(plain, number) == [FIRST, BOX, LAST]
    assert clip_of(plain, number).removals == ()
    organise.undo(plain)
    assert lines(plain, number) == [FIRST, LAST]
    assert clip_of(plain, number).edits == ()
    assert len(clip_of(plain, number).removals) == 1
    organise.redo(plain)
    assert lines(plain, number) == [FIRST, BOX, LAST]
    assert [each.kind for each in clip_of(plain, number).edits] == ["restore"]


def test_a_block_is_taken_out_and_brought_back(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    parts.remove_part(plain, number, 2)
    assert lines(plain, number) == [FIRST]
    taken = next(n for n, each in enumerate(clip_of(plain, number).removals, 1) if each.text == LAST)
    parts.restore_part(plain, number, taken)
    assert lines(plain, number) == [FIRST, LAST]
    assert clip_of(plain, number).edits == ()


def test_what_was_brought_back_can_be_taken_out_again(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    parts.restore_part(plain, number, 1)
    parts.remove_part(plain, number, 2)
    assert lines(plain, number) == [FIRST, LAST]
    assert clip_of(plain, number).edits == ()


def test_a_piece_without_a_place_is_found_by_what_it_says(plain: Desk, site: Site) -> None:
    """Clips of the first cleaner know no places."""
    number = clipped(plain, site)
    with plain.library.transaction() as writing:
        old = '[["furniture","newsletter",' + f'"{BOX}"]]'
        writing.connection.exec_driver_sql("UPDATE version_text SET removals = ?", (old,))
    assert clip_of(plain, number).removals == (Removal("furniture", "newsletter", BOX),)
    parts.restore_part(plain, number, 1)
    assert lines(plain, number) == [FIRST, BOX, LAST]


def test_an_edit_says_the_same_as_a_number(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    parts.restore_part(plain, number, Edit("restore", "", BOX))
    parts.remove_part(plain, number, Edit("remove", "", FIRST))
    assert lines(plain, number) == [BOX, LAST]


def test_one_edit_of_several_is_taken_back(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    parts.restore_part(plain, number, 1)
    parts.remove_part(plain, number, 1)
    assert lines(plain, number) == [BOX, LAST]
    parts.undo_edit(plain, number, 1)
    assert lines(plain, number) == [LAST]
    parts.undo_edit(plain, number, 1)
    assert lines(plain, number) == [FIRST, LAST]


def test_clipping_the_page_again_keeps_the_edits(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    parts.restore_part(plain, number, 1)
    parts.remove_part(plain, number, 1)
    more = page(paragraph(FIRST), box(), paragraph(LAST), paragraph("And the boats are out."))
    assert clip_page.clip(plain, site.page("/story", more)).status == "merged"
    assert lines(plain, number) == [BOX, LAST, "And the boats are out."]


def test_a_picture_that_comes_back_is_fetched(plain: Desk, site: Site) -> None:
    site.picture(PICTURE, photograph(), "image/jpeg")
    boxed = f'<div class="box">{FIGURE.format(src=site.url(PICTURE))}{BOX}</div>'
    number = clipped(plain, site, body=page(paragraph(FIRST), boxed))
    assert clip_of(plain, number).images == ()
    parts.restore_part(plain, number, 1)
    (image,) = clip_of(plain, number).images
    assert image.sha256 is not None
    assert clip_of(plain, number).row.thumbnail == image.sha256


def test_a_picture_without_words_is_taken_out_by_its_address(plain: Desk, site: Site) -> None:
    site.picture(PICTURE, photograph(), "image/jpeg")
    number = clipped(plain, site, body=page(paragraph(FIRST), FIGURE.format(src=site.url(PICTURE))))
    parts.remove_part(plain, number, 2)
    assert clip_of(plain, number).images == ()
    assert clip_of(plain, number).edits == (Edit("remove", "", site.url(PICTURE)),)


@pytest.mark.parametrize("wish", [0, 2, -1, 999])
def test_a_number_that_nothing_has(plain: Desk, site: Site, wish: int) -> None:
    number = clipped(plain, site)
    for refused in (parts.restore_part, parts.undo_edit, parts.always_for_site):
        with pytest.raises(NoSuchPart):
            refused(plain, number, wish)
    with pytest.raises(NoSuchPart):
        parts.remove_part(plain, number, wish if wish != 2 else 3)
    with pytest.raises(NoSuchClip):
        parts.restore_part(plain, type(number)(77), 1)
    assert lines(plain, number) == [FIRST, LAST]


def test_what_is_not_in_the_page_changes_nothing(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    before = clip_of(plain, number)
    with pytest.raises(PartStays):
        parts.restore_part(plain, number, Edit("restore", "", "Words that stand nowhere."))
    assert clip_of(plain, number) == before


def test_an_article_that_an_older_clipper_joined_is_not_cut_off(plain: Desk, site: Site) -> None:
    site.page("/2", page(paragraph(LAST * 3)))
    first = page(paragraph(FIRST), box()) + f'<a rel="next" href="{site.url("/2")}">2</a>'
    number = clipped(plain, site, body=first)
    with plain.library.transaction() as writing:
        writing.connection.exec_driver_sql("DELETE FROM capture_page")
    with pytest.raises(PagesMissing):
        parts.restore_part(plain, number, 1)
    assert lines(plain, number) == [FIRST, LAST * 3]


def test_every_page_of_an_article_is_kept_and_cleaned_again(plain: Desk, site: Site) -> None:
    site.page("/2", page(paragraph(LAST), box()))
    first = page(paragraph(FIRST)) + f'<a rel="next" href="{site.url("/2")}">2</a>'
    number = clipped(plain, site, body=first)
    site.stop()
    (removal,) = clip_of(plain, number).removals
    assert removal.place.endswith("#2")
    parts.restore_part(plain, number, 1)
    assert lines(plain, number) == [FIRST, LAST, BOX]


def test_who_was_overtaken_looks_again(plain: Desk, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    number = clipped(plain, site)
    is_current = revising.is_current
    answers = [False, True]
    monkeypatch.setattr(revising, "is_current", lambda w, s: answers.pop(0) and is_current(w, s))
    parts.restore_part(plain, number, 1)
    assert lines(plain, number) == [FIRST, BOX, LAST]


def test_who_is_always_overtaken_says_so(plain: Desk, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    number = clipped(plain, site)
    monkeypatch.setattr(revising, "is_current", lambda _writing, _standing: False)
    for deed in (parts.restore_part, parts.always_for_site):
        with pytest.raises(ClipBusy):
            deed(plain, number, 1)
    assert site_rules.sites(plain) == []


def test_always_keeps_such_pieces_by_a_rule_of_the_site(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    taught = parts.always_for_site(plain, number, 1)
    assert (taught.key, taught.selector) == ("keep", "div.quay-letters")
    assert lines(plain, number) == [FIRST, BOX, LAST]
    other = clipped(plain, site, "/other", page(paragraph(LAST), box("Another letter of his.")))
    assert lines(plain, other) == [LAST, "Another letter of his."]


def test_always_strips_what_the_user_took_out(plain: Desk, site: Site) -> None:
    body = page(paragraph(FIRST), '<p class="moored">Moored today: 12 ships</p>', paragraph(LAST))
    number = clipped(plain, site, body=body)
    parts.remove_part(plain, number, 2)
    taught = parts.always_for_site(plain, number, 1)
    assert (taught.key, taught.selector) == ("strip", "p.moored")
    other = clipped(plain, site, "/other", body.replace("12", "13"))
    assert lines(plain, other) == [FIRST, LAST]


def test_one_undo_takes_the_rule_back_too(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    taught = parts.always_for_site(plain, number, 1)
    assert site_rules.sites(plain) == [taught.host]
    organise.undo(plain)
    assert site_rules.sites(plain) == []
    assert lines(plain, number) == [FIRST, LAST]
    organise.redo(plain)
    assert site_rules.rule_of(plain, taught.host).keep == (taught.selector,)


def test_undo_leaves_a_rule_alone_that_was_changed_by_hand(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    host = parts.always_for_site(plain, number, 1).host
    plain.library.site_rules.write(host, 'strip = ".mine"\n')
    organise.undo(plain)
    assert lines(plain, number) == [FIRST, LAST]
    assert site_rules.text_of(plain, host) == 'strip = ".mine"\n'


def test_a_paragraph_like_all_others_makes_no_rule(plain: Desk, site: Site) -> None:
    number = clipped(plain, site, body=page(*(paragraph(f"{FIRST} {n}") for n in range(5))))
    with pytest.raises(NoSelector):
        parts.always_for_site(plain, number, Edit("remove", "", f"{FIRST} 3"))
    assert site_rules.sites(plain) == []


def test_a_failing_write_leaves_clip_and_rule_as_they_were(
    plain: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = clipped(plain, site)
    before = clip_of(plain, number)

    def full(_writing: Writing, *_rest: object) -> None:
        raise ClipperError

    monkeypatch.setattr(revising, "revise", full)
    with pytest.raises(ClipperError):
        parts.always_for_site(plain, number, 1)
    assert clip_of(plain, number) == before
    assert site_rules.sites(plain) == []


def test_blocks_are_counted_as_they_are_read() -> None:
    html = '<h2>A</h2><p>b <b>c</b></p><ul><li>d</li><li>e</li></ul><figure><img src="http://x.example/i"></figure>'
    blocks = [(each.number, each.kind, each.text) for each in blocks_of(html)]
    assert blocks == [
        (1, "h2", "A"),
        (2, "p", "b c"),
        (3, "ul", "d e"),
        (4, "figure", "http://x.example/i"),
    ]
    assert blocks_of("") == ()


def test_what_a_clip_is_cleaned_from_is_the_pages_not_the_users(plain: Desk, site: Site) -> None:
    number = clipped(plain, site)
    with plain.library.transaction() as writing:
        mine = "INSERT INTO overlay (clip_id, title) VALUES (?, 'Mine')"
        writing.connection.exec_driver_sql(mine, (number,))
        basis = revising.basis(writing, plain.library.blobs, number)
    assert (basis.clip.row.title, basis.article.title) == ("Mine", "Harbour reopens")
