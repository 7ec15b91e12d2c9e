"""Twenty queries and more for each language, with the order that a reader would judge right: exact before
stem, title before body, newer before older at equal worth.

The clips and the queries stand in `tests/data/judged`, a file for each language. `query = "a b,c"`: these
clips and no other, `a` first, `b` and `c` in any order. A query that ends in a blank is finished: its last
word does not go on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clipper.article.clip import Filing
from clipper.jobs import Ticket
from clipper.store import Library, clips, index
from tests.unit.store.making import found, keep

DATA = Path(__file__).resolve().parents[2] / "data" / "judged"
WAYS = ("waiting", "indexed")
AT_LEAST_TWENTY = ("ar", "de", "en", "es", "fr", "ru", "zh")

Answered = dict[tuple[str, str], list[str]]
"""Way and query -> keys of the clips, best first."""


@cache
def judged(language: str) -> Any:
    """The clips and queries of a language."""
    return tomllib.loads((DATA / f"{language}.toml").read_text("utf-8"))


LANGUAGES = sorted(file.stem for file in DATA.glob("*.toml"))
ASKED = [(language, query) for language in LANGUAGES for query in judged(language)["queries"]]


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Answered]]:
    """What every query of a language finds, asked of one library: before it is indexed, and after."""

    @cache
    def answers(language: str) -> Answered:
        library = Library.open(tmp_path_factory.mktemp(language) / "library")
        keys = {_keep(library, about, judged(language)["language"]): about["key"]
                for about in judged(language)["clip"]}  # fmt: skip
        told: Answered = {}
        for way in WAYS:
            if way == "indexed":
                index.catch_up(library, Ticket())
            for query in judged(language)["queries"]:
                told[way, query] = [keys[number] for number in found(library, query)]
        library.close()
        return told

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Library, "care", lambda _library: None)
        yield answers


def _keep(library: Library, about: dict[str, Any], language: str) -> int:
    given: dict[str, Any] = {"site": "", "language": language} | about
    key, note = given.pop("key"), given.pop("note", None)
    filing = Filing(tuple(given.pop("tags", ())), tuple(given.pop("collections", ())))
    given["byline"] = tuple(given.pop("byline", ()))
    number = keep(library, f"https://0.0/{key}", filing=filing, **given)
    if note is not None:
        with library.writing("note") as writing:
            clips.set_note(writing, number, note)
    return number


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("language", "query"), ASKED)
def test_order(answered: Callable[[str], Answered], language: str, query: str, way: str) -> None:
    wanted = [group.split(",") for group in judged(language)["queries"][query].split()]
    told = answered(language)[way, query]
    order = {key: place for place, group in enumerate(wanted) for key in group}
    assert sorted(told) == sorted(order), told
    assert [order[key] for key in told] == sorted(order.values()), told


@pytest.mark.parametrize("language", AT_LEAST_TWENTY)
def test_there_are_enough(language: str) -> None:
    assert len(judged(language)["queries"]) >= 20
