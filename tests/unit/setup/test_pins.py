"""The pins are whole: every dependency, every hash, no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "packaging" / "setup"
PINS = {name: (FOLDER / f"{name}.txt").read_text("utf-8") for name in ("run", "develop", "peers")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pinned(text: str) -> dict[str, str]:
    """Versions by name."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


def name_of(requirement: str) -> str:
    """`PySide6-Addons>=6` -> `pyside6-addons`."""
    return re.split(r"[^\w.-]", requirement)[0].lower()


def test_every_dependency_is_pinned() -> None:
    project, build = PROJECT["project"], PROJECT["build-system"]
    needed = {name_of(each) for each in (*project["dependencies"], *build["requires"])}
    assert needed <= pinned(PINS["run"]).keys()
    more = {name_of(each) for each in project["optional-dependencies"]["develop"]}
    assert needed | more <= pinned(PINS["develop"]).keys()


def test_tests_run_on_what_users_get() -> None:
    assert pinned(PINS["run"]).items() <= pinned(PINS["develop"]).items()


def test_every_peer_is_pinned() -> None:
    asked = [line for line in (FOLDER / "peers.in").read_text("utf-8").splitlines() if line[:1].isalnum()]
    assert {name_of(each) for each in asked} <= pinned(PINS["peers"]).keys()


@pytest.mark.parametrize("name", PINS)
def test_every_pin_has_hashes(name: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9])", PINS[name], flags=re.MULTILINE)[1:]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("name", PINS)
def test_no_pin_names_an_address(name: str) -> None:
    assert not re.search(r"://|--(extra-)?index|find-links|file:", PINS[name])
