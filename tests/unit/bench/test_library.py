"""The bench of a large library, on a small one: asks what it says, keeps what it built, counts right."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from clipper.article.clip import ClipId
from clipper.operations import find
from tests.bench import library
from tests.bench.library import asking, ours
from tests.bench.library.asking import CLASSES, apart
from tests.bench.library.clips import MadeClip, clips
from tests.bench.library.folder import Built, built
from tests.bench.library.measured import GOALS, Measured, growth
from tests.bench.library.measuring import Class, percentile, recall
from tests.bench.library.raw import Raw
from tests.bench.options import CannotMeasure

CLIPS, SEED = 200, 3


@pytest.fixture(scope="module")
def above(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where folders are built; two queries of a class are asked, drawn from few clips."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asking, "EACH", 2)
        patch.setattr(asking, "SAMPLED", 60)
        yield tmp_path_factory.mktemp("library")


@pytest.fixture(scope="module")
def small(above: Path) -> Built:
    """A whole folder."""
    return built(above, CLIPS, SEED)


def asked_for(above: Path, *, only_raw: bool = False, sizes: Sequence[int] = ()) -> argparse.Namespace:
    """As the command line gives it."""
    return argparse.Namespace(clips=CLIPS, seed=SEED, folder=above, sizes=sizes, only_raw=only_raw)


def test_the_yardstick_finds_what_is_asked(small: Built) -> None:
    queries = small.queries()
    assert {each.kind for each in queries} == set(CLASSES)
    with closing(Raw(small.folder)) as raw:
        assert all(raw.search(each) for each in queries if each.kind != "not")


def test_the_library_holds_the_made_clips(small: Built) -> None:
    expected = {each.url: each for each in clips(CLIPS, SEED)}
    with ours.opened(small.library) as desk:
        numbers = find.listing(desk)
        rows = find.rows(desk, numbers)
        text = find.open_clip(desk, ClipId(7)).text
    assert len(rows) == CLIPS
    for row in rows:
        one = expected[row.url]
        assert (row.title, row.language, row.site, row.byline) == (
            one.title,
            one.language,
            one.site,
            one.byline,
        )
        assert (set(row.tags), set(row.collections)) == (set(one.tags), set(one.collections))
        assert (row.starred, row.read, row.captured) == (one.starred, one.read, one.captured)
    assert text == next(clips(1, SEED, first=7)).text


def test_every_figure_of_the_issue_is_there(
    above: Path, small: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = {each.name: each for each in library.figures(asked_for(above))}
    assert set(figures) >= {f"{kind} p{share}" for kind in CLASSES for share in (50, 95)}
    assert set(figures) >= {"first page", "adding", "one clip", "bytes on disk", "slowest key", "recall rare"}
    assert {kind: figures[f"{kind} p95"].goal for kind in CLASSES} == GOALS
    assert figures["bytes on disk"].value > figures["bytes on disk"].yardstick_value > 4000
    assert small.library.is_dir()
    shown = capsys.readouterr().out
    assert all(kind in shown for kind in CLASSES)
    with ours.opened(small.library) as desk:
        assert len(find.listing(desk)) == CLIPS, "what was measured is taken back"


def test_a_folder_is_built_once(above: Path, small: Built) -> None:
    before = (small.folder / "built.json").stat().st_mtime_ns
    assert built(above, CLIPS, SEED) == small
    assert (small.folder / "built.json").stat().st_mtime_ns == before


def test_another_version_is_built_anew(above: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = built(above, 60, SEED, only_raw=True)
    (one.folder / "old").touch()
    monkeypatch.setattr("tests.bench.library.folder.GENERATOR", 0)
    assert built(above, 60, SEED, only_raw=True).folder == one.folder
    assert not (one.folder / "old").exists()


def test_a_build_that_is_stopped_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_raw: Raw, _clips: Sequence[MadeClip]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Raw, "add", stopped)
    with pytest.raises(KeyboardInterrupt):
        built(tmp_path, CLIPS, SEED)
    assert list(tmp_path.iterdir()) == []


def test_sizes_stand_side_by_side(above: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = [each.name for each in library.figures(asked_for(above, sizes=(60, CLIPS)))]
    assert {"growth rare", "growth first page", "rare p95", "rare p95 at 60"} <= set(figures)
    assert len(figures) == len(set(figures))
    assert "p95 at each size" in capsys.readouterr().out


def test_the_yardstick_can_be_measured_alone(above: Path) -> None:
    figures = {each.name: each for each in library.figures(asked_for(above, only_raw=True))}
    assert figures["common p95"].value > 0
    assert figures["adding"].value > 0


def test_too_few_clips_are_told() -> None:
    with pytest.raises(CannotMeasure, match="too few"):
        asking.queries(1, SEED, {"a": 1})


def test_equals_of_the_last_are_as_good() -> None:
    everything = [(number, 2.0) for number in range(40)] + [(number, 1.0) for number in range(40, 90)]
    assert recall([*range(40), *range(80, 90)], everything) == 1
    assert recall(range(40, 50), everything) == 0.2
    assert recall(range(25), everything) == 0.5
    assert recall([1], [(1, 0.5)]) == 1


def test_percentiles() -> None:
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile(range(1, 41), 0.95) == 38
    assert percentile([7], 0.95) == 7


def test_growth_is_beside_that_of_the_library() -> None:
    figures = {each.name: each for each in growth([sized(1000, 2.0), sized(10_000, 6.0)])}
    assert figures["growth rare"].value == 3
    assert figures["growth rare"].yardstick_value == 10
    assert figures["growth rare"].reached


def test_chinese_is_set_apart_for_the_yardstick() -> None:
    assert apart("他说hello。市场") == "他 说 hello。 市 场"


def sized(count: int, milliseconds: float) -> Measured:
    """What a size gave that took so long for everything."""
    cost = Class()
    cost.raw.add(1, 1, 50)
    cost.ours.add(milliseconds, milliseconds, 50)
    of = Built(Path(), count, 1, 5000 * count, 1, 1, 1, 1)
    return Measured(of, {"rare": cost}, {"all": [milliseconds]}, [1.0], 10, None)
