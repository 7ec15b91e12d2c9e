"""Search: the same before and after indexing, and the same as reading everything."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.article.asking import And, Not, Or, Part, Phrase, Word, all_of, any_of, none_of, parse
from clipper.article.clip import ClipId, Filing
from clipper.article.query import Scope
from clipper.errors import NoSuchCollection
from clipper.jobs import Ticket
from clipper.store import Library, acts, clips, collections, index, lists, tags
from clipper.store.search import search, snippets
from tests.unit.store.making import START, found, keep

WAYS = ("waiting", "indexed")


@contextmanager
def seen(library: Library, way: str) -> Iterator[None]:
    """The library with all clips waiting, or all in the index."""
    if way == "indexed":
        index.catch_up(library, Ticket())
    yield


@pytest.fixture
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library whose caretaker sleeps, so that clips wait until the test indexes them."""
    monkeypatch.setattr(Library, "care", lambda _library: None)
    opened = Library.open(tmp_path / "quiet")
    yield opened
    opened.close()


@pytest.mark.parametrize("way", WAYS)
def test_words_are_all_needed_and_the_last_may_go_on(quiet: Library, way: str) -> None:
    a = keep(quiet, "https://news.example/1", text="The central bank raised rates.")
    b = keep(quiet, "https://news.example/2", text="A bank robbery in the centre.")
    with seen(quiet, way):
        assert set(found(quiet, "bank")) == {a, b}
        assert found(quiet, "bank central") == [a]
        assert set(found(quiet, "bank cent")) == {a, b}
        assert found(quiet, "cent bank") == []
        assert found(quiet, '"central bank"') == [a]
        assert found(quiet, "bank -robbery") == [a]
        assert found(quiet, 'bank -"bank robbery"') == [a]
        assert found(quiet, "-robbery") == [a]
        assert found(quiet, '"bank raise"') == [] and found(quiet, "bank-raise") == [a]
        assert found(quiet, "nothing") == []


@pytest.mark.parametrize("way", WAYS)
def test_title_above_byline_above_body_and_the_word_above_its_stem(quiet: Library, way: str) -> None:
    body = keep(quiet, "https://news.example/1", text="Calder, Calder and Calder. Economies.", language="en")
    byline = keep(quiet, "https://news.example/2", byline=("Calder",), text="The economy.", language="en")
    title = keep(
        quiet, "https://news.example/3", title="Calder speaks", text="Economics is other.", language="en"
    )
    with seen(quiet, way):
        assert found(quiet, "Calder") == [title, byline, body]
        assert found(quiet, "economies") == [body, byline]
        assert found(quiet, "economy") == [byline, body]
        assert found(quiet, '"economy"') == [byline]


@pytest.mark.parametrize("way", WAYS)
def test_every_script(quiet: Library, way: str) -> None:
    zh = keep(quiet, "https://news.example/1", text="中国外交部发言人在北京表示", language="zh")
    ar = keep(quiet, "https://news.example/2", text="قالت وزارة الخارجيّة إنّ الأُمم المتحدة", language="ar")
    ru = keep(quiet, "https://news.example/3", text="Ёлки на Красной площади", language="ru")
    fr = keep(quiet, "https://news.example/4", text="L’économie française", language="fr")
    ko = keep(quiet, "https://news.example/5", text="한국은 아름답다", language="ko")
    with seen(quiet, way):
        for words in ("京", "北京", "外交部", "中国 北京"):
            assert found(quiet, words) == [zh], words
        assert found(quiet, "京北") == []
        for words in ("الامم", "الأمم", "الخارجية", "الخارجيه"):
            assert found(quiet, words) == [ar], words
        for words in ("елки", "красная", "ЁЛКИ"):
            assert found(quiet, words) == [ru], words
        for words in ("economie", "économie", "l'économie", "FRANCAISE"):
            assert found(quiet, words) == [fr], words
        assert found(quiet, "한국") == [ko]


@pytest.mark.parametrize("way", WAYS)
def test_notes_tags_collections_and_sites(quiet: Library, way: str) -> None:
    a = keep(
        quiet, "https://paper.example/1", site="The Daily", filing=Filing(("Politik/Süd",), ("Große Lage",))
    )
    b = keep(quiet, "https://news.example/2", text="Lage und Süd")
    with quiet.writing("note") as writing:
        clips.set_note(writing, b, "Remember the zebra")
    with seen(quiet, way):
        assert found(quiet, "zebra") == [b]
        assert found(quiet, "daily") == [a] and found(quiet, "paper") == [a]
        assert found(quiet, "politik") == [a] and found(quiet, "grosse") == [a]
        assert found(quiet, '"grosse lage"') == [a]
        assert found(quiet, "sud lage") == [a, b]
        assert found(quiet, "lage -grosse") == [b]
        with quiet.writing("untag") as writing:
            tags.untag(writing, [a], ["große lage"])
            clips.set_note(writing, b, None)
        assert found(quiet, "grosse") == [] and found(quiet, "zebra") == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "words",
    [
        "",
        "!!! ---",
        '"" "',
        "-",
        "☂",
        "(",
        "zz AND",
        "title:x",
        "x*",
        "[a TO b]",
        "\\",
        "/.*/",
        "+ ~1 ^2",
        "\0\ud800",
        "y" * 10_000,
        "\U00010400" * 10_000,
        "y." * 5_000,
    ],
    ids=lambda words: ascii(words[:9]),
)
def test_any_text_is_a_legal_search(quiet: Library, way: str, words: str) -> None:
    keep(quiet, text="nothing of this kind")
    with seen(quiet, way):
        assert found(quiet, words) == []


def test_scopes(quiet: Library) -> None:
    a, b = keep(quiet, "https://news.example/1"), keep(quiet, "https://news.example/2")
    with quiet.writing("mixed") as writing:
        collections.file(writing, [a], "A/B")
        clips.trash(writing, [b])
    assert found(quiet, "title") == [a]
    assert found(quiet, "title", Scope("trash")) == [b]
    assert found(quiet, "title", Scope("collection", "A")) == [a]
    assert found(quiet, "title", Scope("unfiled")) == []
    with pytest.raises(NoSuchCollection):
        found(quiet, "title", Scope("collection", "C"))


def test_the_newest_of_equals_first_and_no_more_than_asked(quiet: Library) -> None:
    numbers = [keep(quiet, f"https://news.example/{n}", minute=n) for n in range(5)]
    index.catch_up(quiet, Ticket())
    numbers += [keep(quiet, f"https://news.example/{n}", minute=n) for n in range(5, 8)]
    assert sorted(found(quiet, "title")) == numbers
    assert found(quiet, "title", Scope())[:3] == [
        hit.id for hit in search(quiet, parse("title", today=START.date()), Scope(), 3)
    ]


def test_a_change_is_found_at_once_and_what_was_before_is_not(quiet: Library) -> None:
    number = keep(quiet, text="before")
    index.catch_up(quiet, Ticket())
    keep(quiet, text="after")
    assert found(quiet, "before") == [] and found(quiet, "after") == [number]
    acts.undo(quiet, None)
    assert found(quiet, "before") == [number] and found(quiet, "after") == []
    index.catch_up(quiet, Ticket())
    assert found(quiet, "before") == [number] and found(quiet, "after") == []
    acts.undo(quiet, None)
    assert found(quiet, "before") == []


@pytest.mark.parametrize("way", WAYS)
def test_snippets_show_and_mark_what_was_found(quiet: Library, way: str) -> None:
    long = "Word after word. " * 40
    text = f"{long}\nSoon the Économies of both, the economy\tand 北京市 follow. {long}"
    number = keep(quiet, text=text, language="en")
    with seen(quiet, way):
        for words, marked in (
            ("economy", ["Économies", "economy"]),
            ("econom", ["Économies", "economy"]),
            ("北京", ["北京"]),
            ('"of both"', ["of both"]),
            ("economies 京", ["Économies", "economy", "京"]),
        ):
            (hit,) = search(quiet, parse(words, today=START.date()), Scope())
            assert [hit.snippet[start:end] for start, end in hit.marks] == marked
            assert len(hit.snippet) <= 162 and "\n" not in hit.snippet
            assert hit.snippet[0] == hit.snippet[-1] == "…"
        (hit,) = search(quiet, parse("title", today=START.date()), Scope())
        assert hit.snippet.startswith("Word after word.") and hit.marks == ()
        assert snippets(quiet, parse("both", today=START.date()), [ClipId(number)])[number][1] != ()


ALPHABET = ["a", "ab", "abc", "b", "ba", "é", "北", "京", "北京", "a-b", "’", "\n"]
texts = st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=7).map(" ".join)


def plain(text: str) -> list[str]:
    """Terms by the simplest means: accents off, one CJK character or one run of letters a term."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    found = ""
    for letter in bare:
        found += f" {letter} " if letter in "北京" else letter if letter.isalnum() else " "
    return found.split()


words = st.builds(
    Word, st.sampled_from(ALPHABET[:-2]), st.sampled_from([None, "title", "text"]), st.booleans()
)
phrases = st.builds(
    Phrase,
    st.lists(st.sampled_from(ALPHABET[:-1]), min_size=1, max_size=3).map(" ".join).filter(plain),
    st.just(None),
)
parts = st.recursive(
    words | phrases,
    lambda inner: (
        inner.map(none_of)
        | st.lists(inner, min_size=1, max_size=3).map(all_of)
        | st.lists(inner, min_size=1, max_size=3).map(any_of)
    ),
    max_leaves=5,
)


def stands(terms: list[str], text: list[str], *, prefix: bool) -> bool:
    for place in range(len(text) - len(terms) + 1):
        here = text[place : place + len(terms)]
        last = here[-1].startswith(terms[-1]) if prefix else here[-1] == terms[-1]
        if here[:-1] == terms[:-1] and last:
            return True
    return False


def answers(part: Part, fields: dict[str, list[str]]) -> bool:
    """What a plain reading of a clip says."""
    match part:
        case Not(inner):
            return not answers(inner, fields)
        case And(inner):
            return all(answers(each, fields) for each in inner)
        case Or(inner):
            return any(answers(each, fields) for each in inner)
        case Word(text, field):
            terms, prefix = plain(text), part.is_prefix and plain(text)[-1] not in "北京"
        case Phrase(text, field):
            terms, prefix = plain(text), False
        case _:
            raise AssertionError(part)
    read = [fields[field]] if field else list(fields.values())
    return any(stands(terms, each, prefix=prefix) for each in read)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(texts, texts), min_size=1, max_size=5),
    st.lists(parts, min_size=1, max_size=12),
    st.integers(0, 5),
)
def test_the_same_as_reading_everything(
    pairs: list[tuple[str, str]], asked: list[Part], indexed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library")
        known: dict[int, dict[str, list[str]]] = {}
        for place, (title, text) in enumerate(pairs):
            number = keep(library, f"https://0.0/{place}", title=title, text=text, site="", language="xx")
            known[number] = {"title": plain(title), "text": plain(text), "site": ["0", "0"]}
            if place + 1 == indexed:
                index.catch_up(library, Ticket())
        for query in asked:
            wanted = {number for number, fields in known.items() if answers(query, fields)}
            assert {hit.id for hit in search(library, query, Scope())} == wanted, query
            assert {hit.id for hit in search(library, query, Scope(), 2)} <= wanted, query
        library.close()


def test_what_may_be_in_the_trash_is_not_looked_for_there_alone(
    quiet: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "SMALL", 1)
    here, gone = (keep(quiet, f"https://news.example/{n}", filing=Filing((), ("x",))) for n in range(2))
    with quiet.writing("trash") as writing:
        clips.trash(writing, [gone])
    index.catch_up(quiet, Ticket())
    tree = parse("is:trashed OR tag:x", today=START.date())
    assert {hit.id for hit in search(quiet, tree, Scope(), 5)} == {here, gone}
    assert [hit.id for hit in search(quiet, parse("tag:x", today=START.date()), Scope("trash"), 5)] == [gone]
    assert [hit.id for hit in search(quiet, parse("tag:x", today=START.date()), Scope(), 5)] == [here]
    mixed = parse("title is:trashed OR tag:x", today=START.date())
    assert {hit.id for hit in search(quiet, mixed, Scope(), 5)} == {here, gone}
