"""Related clips, and what may have been meant."""

from __future__ import annotations

import pytest

from clipper.article.asking import parse
from clipper.article.clip import ClipId
from clipper.errors import NoSuchClip
from clipper.jobs import Ticket
from clipper.store import Library, clips, index
from clipper.store.related import related
from clipper.store.suggesting import distance, suggestion
from tests.unit.store.making import START, keep

FERRY = "The ferry company will dredge the harbour channel before the summer timetable begins."
BANK = "Interest rates rose again, said the governor of the central bank in a speech on inflation."


def filled(library: Library) -> list[ClipId]:
    texts = [FERRY, BANK, f"{FERRY} Residents of the island welcome it.", f"Markets fell. {BANK}", "Nothing."]
    made = [keep(library, f"https://news.example/{n}", text=text) for n, text in enumerate(texts)]
    index.catch_up(library, Ticket())
    return made


def test_clips_about_the_same_are_related(library: Library) -> None:
    ferry, bank, island, markets, nothing = filled(library)
    assert related(library, ferry, 10) == [island] and related(library, bank, 10) == [markets]
    assert related(library, nothing, 10) == []
    with library.writing("trash") as writing:
        clips.trash(writing, [island])
    assert related(library, ferry, 10) == []
    with pytest.raises(NoSuchClip):
        related(library, ClipId(99), 10)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbor ", "harbour"),
        ("fery -markets", "ferry -markets"),
        ("title:ferry inflaton ", "title:ferry inflation"),
        ("frery ", "ferry"),
        ("harbour ", None),
        ("qqqqqq ", None),
        ("", None),
        ('"harbor" ', None),
    ],
)
def test_the_nearest_known_word_is_suggested(library: Library, typed: str, meant: str | None) -> None:
    filled(library)
    assert suggestion(library, parse(typed, today=START.date())) == meant


def test_distance() -> None:
    assert distance("ferry", "ferry", 2) == 0 and distance("ferry", "frery", 2) == 1
    assert distance("harbor", "harbour", 2) == 1 and distance("abc", "xyz", 2) == 3
