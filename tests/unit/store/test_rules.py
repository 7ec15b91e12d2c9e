"""Rules: on clips that arrive, and on those that are there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.article.clip import ClipId, ClipRow, Filing
from clipper.article.organising import Rule, RuleEffect, SmartCollection, Spot
from clipper.article.query import Scope
from clipper.errors import AsksNothing, BadName, NoSuchRule, RuleDoesNothing
from clipper.jobs import Stopped, Ticket
from clipper.store import Library, acts, clips, collections, judging, rules, smart, tags
from tests.unit.store.making import everything, found, keep, listed

PORTS = Rule("Ports", "harbour", ("News/Ports",), ("trade/ports",), starred=True)


def add(library: Library, *wanted: Rule) -> None:
    for rule in wanted:
        with library.writing("add_rule") as writing:
            rules.add(writing, rule)


def known(library: Library) -> list[Rule]:
    with library.reading() as reading:
        return rules.listed(reading)


def row(library: Library, number: ClipId) -> ClipRow:
    with library.reading() as reading:
        return clips.rows(reading, [number])[0]


def apply(library: Library, *names: str, scope: Scope = Scope()) -> list[RuleEffect]:  # noqa: B008
    with library.writing("apply_rules") as writing:
        return judging.apply(library, writing, rules.chosen(writing, names), scope, Ticket())


def tried(library: Library, *names: str) -> list[RuleEffect]:
    with library.transaction() as writing:
        return judging.rehearse(library, writing, rules.chosen(writing, names), Scope(), Ticket())


def test_a_clip_that_arrives_is_filed_tagged_and_starred(library: Library) -> None:
    add(library, PORTS)
    number = keep(library, text="The harbour was closed.", filing=Filing(("Inbox",), ("mine",)))
    other = keep(library, "https://news.example/b", text="Nothing of it.")
    mine = row(library, number)
    assert (mine.collections, mine.tags, mine.starred) == (
        ("Inbox", "News/Ports"),
        ("mine", "trade/ports"),
        True,
    )
    assert (row(library, other).tags, row(library, other).starred) == ((), False)


def test_it_is_one_act_with_keeping(library: Library) -> None:
    add(library, PORTS)
    before = everything(library)
    keep(library, text="The harbour was closed.")
    after = everything(library)
    acts.undo(library, None)
    assert everything(library) == before
    library.close()
    again = Library.open(library.folder)
    acts.redo(again)
    assert everything(again) == after
    again.close()


def test_what_is_clipped_again_does_not_arrive(library: Library) -> None:
    number = keep(library, text="The harbour was closed.")
    add(library, PORTS)
    assert keep(library, text="The harbour was closed.") == number
    assert row(library, number).tags == ()


def test_each_rule_sees_what_those_before_it_did(library: Library) -> None:
    add(
        library,
        Rule("late", "tag:ports", tags=("too late",)),
        Rule("one", "harbour", ("Sea",), ("ports/north",)),
        Rule("two", "tag:ports -is:unfiled", starred=True),
        Rule("three", "in:sea is:starred north", tags=("three",)),
    )
    number = keep(library, text="The harbour was closed.")
    assert (row(library, number).tags, row(library, number).starred) == (("ports/north", "three"), True)
    with library.writing("order_rule") as writing:
        rules.order(writing, "late", Spot("last"))
    assert writing.changes.rules
    number = keep(library, "https://news.example/b", text="The harbour was open.")
    assert row(library, number).tags == ("ports/north", "three", "too late")


def test_a_rule_that_is_off_does_nothing_but_can_be_tried(library: Library) -> None:
    add(library, Rule("off", "harbour", tags=("x",), enabled=False))
    number = keep(library, text="The harbour was closed.")
    assert row(library, number).tags == () and tried(library) == [] == apply(library)
    assert tried(library, "Off") == [RuleEffect(number, "off", tags=("x",))]
    with library.writing("edit_rule") as writing:
        rules.edit(writing, "off", enabled=True)
    assert row(library, keep(library, "https://news.example/b", text="A harbour.")).tags == ("x",)


QUERIES = (
    *("harbour", "harbours", "harb*", '"was closed"', "closed -ferry", "title:ferry", "title:harbour"),
    *("site:news.example", "url:/a", "lang:de", "words:>3", "published:2026", "clipped:2026-03-01"),
    *("tag:mine", "in:inbox", "mine", "-mine", "is:unfiled OR ferry", "-(mine OR ferry)", "has:image"),
    *("is:starred", "is:trashed", "is:untagged", "häfen", "hafen", "东京", "note:harbour", "by:jane"),
)
PAGES = (
    {"title": "Ferry", "text": "The harbours were closed."},
    {"title": "Häfen", "text": "Der Hafen war zu.", "language": "de"},
    {"title": "Tokyo", "text": "东京的港口关闭了。", "filing": Filing(("Inbox",), ("Mine",))},
    {
        "title": "A harbour",
        "text": "It was closed.",
        "byline": ("Jane Doe",),
        "filing": Filing((), ("mine/x",)),
    },
)


@pytest.mark.parametrize("about", PAGES, ids=lambda about: str(about["title"]))
def test_a_clip_that_arrives_is_judged_as_a_search_would(library: Library, about: dict[str, object]) -> None:
    """One rule a query, in turn alone, so that none sees what another did."""
    keep(library, "https://news.example/other", text="Something else.", filing=Filing(("Inbox",), ("mine",)))
    number = keep(library, "https://news.example/a", **about)
    expected = [query for query in QUERIES if number in found(library, query + " ")]
    assert expected
    acts.undo(library, None)
    judged: list[str] = []
    for query in QUERIES:
        add(library, Rule("it", query, tags=("judged",)))
        number = keep(library, "https://news.example/a", **about)
        judged += [query] if "judged" in row(library, number).tags else []
        acts.undo(library, None)
        acts.undo(library, None)
    assert judged == expected


def test_rules_are_tried_and_applied_to_clips_that_are_there(library: Library) -> None:
    a = keep(library, "https://news.example/a", text="The harbour.", filing=Filing((), ("Trade/Ports",)))
    b = keep(library, "https://news.example/b", text="The harbour.")
    c = keep(library, "https://news.example/c", text="The harbour.")
    keep(library, "https://news.example/d", text="Not that.")
    with library.writing("trash") as writing:
        clips.trash(writing, [c])
    add(library, PORTS, Rule("then", "tag:trade is:starred", tags=("x",)))
    before = everything(library)
    expected = [
        RuleEffect(b, "Ports", ("News/Ports",), ("trade/ports",), starred=True),
        RuleEffect(a, "Ports", ("News/Ports",), (), starred=True),
        RuleEffect(b, "then", tags=("x",)),
        RuleEffect(a, "then", tags=("x",)),
    ]
    assert tried(library) == expected and everything(library) == before
    assert apply(library) == expected
    assert row(library, a).tags == ("Trade/Ports", "x") and row(library, c).tags == ()
    after = everything(library)
    assert apply(library) == [] and everything(library) == after
    acts.undo(library, None)
    assert everything(library) == before
    acts.redo(library)
    assert everything(library) == after
    assert set(found(library, "tag:x")) == {a, b} and listed(library, "collection", "News") == [b, a]


def test_they_can_be_applied_to_a_place_alone(library: Library) -> None:
    a = keep(library, "https://news.example/a", text="The harbour.", filing=Filing(("A",)))
    keep(library, "https://news.example/b", text="The harbour.")
    add(library, PORTS)
    assert [each.clip for each in apply(library, "ports", scope=Scope("collection", "A"))] == [a]


def test_stopped_half_way_nothing_is_changed(library: Library) -> None:
    keep(library, text="The harbour.")
    add(library, PORTS, Rule("two", "harbour", tags=("x",)))
    before = everything(library)
    ticket = Ticket(lambda _progress: ticket.cancel())
    with pytest.raises(Stopped), library.writing("apply_rules") as writing:
        judging.apply(library, writing, rules.chosen(writing, ()), Scope(), ticket)
    assert everything(library) == before


def test_a_rule_follows_what_is_renamed_moved_and_merged(library: Library) -> None:
    keep(library, filing=Filing(("News/Ports", "Sea"), ("trade/ports", "trade")))
    add(library, PORTS, Rule("other", "x", ("Newspaper", "Sea"), ("trader", "trade", "trade/ports/x")))
    before = everything(library)
    with library.writing("rename_collection") as writing:
        collections.rename(writing, "news", "World")
        collections.move(writing, "World/Ports", "Sea")
        tags.rename(writing, "TRADE", "Economy")
        tags.tag(writing, [ClipId(1)], ["port"])
        tags.merge(writing, "economy/ports", "port")
    assert [(each.collections, each.tags) for each in known(library)] == [
        (("Sea/Ports",), ("port",)),
        (("Newspaper", "Sea"), ("trader", "Economy", "port/x")),
    ]
    with library.writing("merge_collection") as writing:
        collections.merge(writing, "Sea/Ports", "Sea")
    assert [each.collections for each in known(library)] == [("Sea",), ("Newspaper", "Sea")]
    acts.undo(library, None)
    acts.undo(library, None)
    assert everything(library) == before


def test_what_cannot_be_is_said(library: Library) -> None:
    add(library, PORTS)
    before = everything(library)
    for rule, error in (
        (Rule("ports ", "x", tags=("x",)), BadName),
        (Rule("new", "-", tags=("x",)), AsksNothing),
        (Rule("new", "x"), RuleDoesNothing),
        (Rule("new", "x", tags=("/",)), BadName),
        (Rule("new", "x", ("a//b",)), BadName),
    ):
        with pytest.raises(error):
            add(library, rule)
    with pytest.raises(RuleDoesNothing), library.writing("edit_rule") as writing:
        rules.edit(writing, "ports", collections=(), tags=(), starred=False)
    for call in (
        lambda w: rules.delete(w, "none"),
        lambda w: rules.chosen(w, ["none"]),
        lambda w: rules.order(w, "ports", Spot("after", "none")),
    ):
        with pytest.raises(NoSuchRule), library.writing("x") as writing:
            call(writing)
    assert everything(library) == before


edits = st.one_of(
    st.tuples(st.just("add"), st.sampled_from("abc"), st.sampled_from(["x", "y z", "tag:q"])),
    st.tuples(st.just("edit"), st.sampled_from("abc"), st.booleans()),
    st.tuples(st.just("order"), st.sampled_from("abc"), st.sampled_from(["up", "down", "first", "last"])),
    st.tuples(st.just("delete"), st.sampled_from("abc"), st.none()),
)


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(edits, min_size=2, max_size=8))
def test_every_change_of_rules_is_undone(
    steps: list[tuple[str, str, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    library = Library.open(tmp_path_factory.mktemp("rules") / "library")
    states = [everything(library)]
    for what, name, value in steps:
        try:
            with library.writing(what) as writing:
                if what == "add":
                    rules.add(writing, Rule(name, str(value), tags=(name,)))
                elif what == "edit":
                    rules.edit(writing, name, enabled=value, name=name.upper())
                elif what == "order":
                    rules.order(writing, name, Spot(value))  # type: ignore[arg-type]
                else:
                    rules.delete(writing, name)
        except (BadName, NoSuchRule):
            continue
        if writing.changes.act is not None:
            states.append(everything(library))
    for state in states[-2::-1]:
        acts.undo(library, None)
        assert everything(library) == state
    for state in states[1:]:
        acts.redo(library)
        assert everything(library) == state
    library.close()


def test_queries_follow_what_they_name(library: Library) -> None:
    keep(library, filing=Filing(("News/Ports", "Sea"), ("trade/ports",)))
    add(library, Rule("r", "tag:trade/ports in:news/ports clipped:today", tags=("x",)))
    with library.writing("make_smart") as writing:
        smart.add(writing, SmartCollection("by name", "in:ports OR in:News"))
        smart.add(writing, SmartCollection("tagged", 'ferry -tag:"Trade/Ports"'))
    before = everything(library)
    with library.writing("all") as writing:
        tags.rename(writing, "trade", "Foreign trade")
        collections.rename(writing, "News/Ports", "Harbours")
        collections.move(writing, "News/Harbours", "Sea")
    assert known(library)[0].query == 'tag:"Foreign trade/ports" in:Sea/Harbours clipped:today'
    with library.reading() as reading:
        queries = [each.query for each in smart.listed(reading)]
    assert queries == ["in:Sea/Harbours OR in:News", 'ferry -tag:"Foreign trade/Ports"']
    acts.undo(library, None)
    assert everything(library) == before
