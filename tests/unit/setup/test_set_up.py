"""Set-up does what is missing, once, also when two do it at once or one was interrupted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import debian
import environment
import pytest
import stamp
import tasks
import words

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of stamps of this test's own."""
    for module in (stamp, environment):
        monkeypatch.setattr(module, "NOTES", tmp_path)
    monkeypatch.setattr(environment, "UNFINISHED", tmp_path / "unfinished")
    return tmp_path


@pytest.fixture
def filled(notes: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done to the environment; the network is left out."""
    done: list[str] = []
    monkeypatch.setattr(environment, "_make_venv", lambda: done.append("made"))
    monkeypatch.setattr(environment, "_fill", lambda pins: done.append(pins.name))
    monkeypatch.setattr(environment, "_make", lambda venv: done.append(f"made {venv.name}"))
    monkeypatch.setattr(environment, "_fill_peers", lambda pins: done.append(pins.name))
    return done


def test_it_is_done_once(filled: list[str]) -> None:
    environment.provide("run")
    environment.provide("run")
    assert filled == ["made", "run.txt"]


def test_what_the_tests_have_is_enough_to_run(filled: list[str]) -> None:
    environment.provide("develop")
    environment.provide("run")
    assert filled == ["made", "develop.txt"]
    environment.provide("develop")
    assert filled == ["made", "develop.txt"]


def test_peers_live_apart_from_clipper(filled: list[str]) -> None:
    environment.provide("develop")
    environment.provide_peers()
    environment.provide_peers()
    assert filled == ["made", "develop.txt", "made peers-venv", "peers.txt"]


@pytest.mark.parametrize(
    ("task", "line", "needed"),
    [
        ("bench", "extraction --corpus DIR", False),
        ("bench", "extraction --corpus DIR --peers trafilatura", True),
        ("bench", "extraction --peers=trafilatura --corpus DIR", True),
        ("run", "search --peers", False),
    ],
)
def test_peers_are_fetched_only_for_a_bench_that_names_them(task: str, line: str, needed: bool) -> None:
    assert tasks.plan(task, line.split()).peers == needed


def test_changed_pins_are_set_up_again(filled: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    environment.provide("run")
    monkeypatch.setattr(stamp, "fingerprint", lambda: "other")
    environment.provide("run")
    assert filled == ["made", "run.txt", "made", "run.txt"]


@pytest.mark.usefixtures("filled")
def test_a_broken_off_set_up_is_not_trusted(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(pins: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "_fill", break_off)
    with pytest.raises(KeyboardInterrupt):
        environment.provide("run")
    assert (notes / "unfinished").exists()
    assert not environment._sound()
    assert not stamp.done("run")


def test_the_second_of_two_waits_and_finds_it_done(notes: Path) -> None:
    wait = (
        "import sys; sys.path.insert(0, 'packaging/setup'); import stamp; from pathlib import Path\n"
        f"stamp.NOTES = Path({str(notes)!r})\n"
        "with stamp.turn(): print(stamp.done('run'))\n"
    )
    with stamp.turn():
        other = subprocess.Popen(
            [sys.executable, "-c", wait], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert other.stderr is not None
        assert "waiting" in other.stderr.readline()
        stamp.note_done("run")
    said, _ = other.communicate()
    assert said == "True\n"


def test_packages_are_listed_by_what_needs_them() -> None:
    tests = debian.listed(["tests"])
    assert ("xvfb",) in tests
    assert ("libegl1",) not in tests
    assert ("libasound2", "libasound2t64") in debian.listed(["window", "tests"])


def test_a_missing_package_is_found() -> None:
    assert debian.missing([("libc6",), ("no-such-package-at-all", "libc6")]) == []
    assert debian.missing([("libc6",), ("no-such-package-at-all",)]) == [("no-such-package-at-all",)]


@pytest.fixture
def lacking(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian on which a package is missing, seen by an ordinary user."""
    monkeypatch.setattr(words, "NOTES", notes)
    monkeypatch.setattr(debian, "listed", lambda _: [("libc6",), ("no-such-package",)])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.mark.usefixtures("lacking")
def test_whoever_is_not_root_gets_the_exact_line() -> None:
    with pytest.raises(words.SetUpFailed, match=r"sudo apt-get install --yes .* no-such-package$"):
        debian.provide(["window"], needed=True)


@pytest.mark.usefixtures("lacking")
def test_where_it_goes_on_without_it_says_so_once(capsys: pytest.CaptureFixture[str]) -> None:
    debian.provide(["window"], needed=False)
    assert capsys.readouterr().err.endswith("--no-install-recommends no-such-package\n")
    debian.provide(["window"], needed=False)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("task", "asked", "display", "needed"),
    [
        ("run", ["list"], ":0", False),
        ("run", [], "", False),
        ("run", [], ":0", True),
        ("test", [], "", True),
        ("check", [], ":0", False),
        ("bench", ["path"], ":0", False),
    ],
)
def test_only_window_and_tests_insist_on_system_packages(
    task: str, asked: list[str], display: str, needed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert tasks.plan(task, asked).needed == needed
