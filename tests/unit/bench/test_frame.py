"""A bench shows a table, and writes its figures so that they can be compared later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench.figure import Figure
from tests.bench.processor import spent

FIGURES = [
    Figure("cleaned", 0.3, "cpu s", "parsed", 0.1, goal=4),
    Figure("fetched", 0.5, "cpu s", "asked", 0.1, goal=2),
    Figure("empty", 0.5, "cpu s", "nothing", 0.0),
    Figure("found", 0.9, "", "known", 1.0, least=1),
]


def test_the_file_has_every_figure(tmp_path: Path) -> None:
    bench.write(tmp_path / "figures.json", [("path", FIGURES)])
    written = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert written["bench"] == "path"
    assert written["figures"][0] == {
        "name": "cleaned",
        "value": 0.3,
        "unit": "cpu s",
        "yardstick": "parsed",
        "yardstick_value": 0.1,
        "ratio": 3.0,
        "goal": 4,
    }
    assert written["figures"][2]["ratio"] is None
    assert written["figures"][3]["least"] == 1


def test_a_goal_that_was_missed_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    bench.show("path", FIGURES)
    rows = capsys.readouterr().out.splitlines()
    assert "missed" not in next(row for row in rows if "cleaned" in row)
    assert "missed: <= 2" in next(row for row in rows if "fetched" in row)
    assert "missed: >= 1" in next(row for row in rows if "found" in row)


def test_without_a_name_it_tells_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([]) == 2
    assert bench.main(["no-such-bench"]) == 2
    assert "path" in capsys.readouterr().err
    assert "figure" not in bench.names()


@pytest.mark.parametrize("name", bench.names())
def test_every_bench_says_what_it_can_be_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        bench.main([name, "--help"])
    assert "--json FILE" in capsys.readouterr().out


def test_work_costs_what_it_costs() -> None:
    assert spent(lambda: sum(range(1_000_000))) > spent(lambda: None) >= 0
