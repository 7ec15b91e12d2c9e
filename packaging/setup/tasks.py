"""What comes after set-up: the command line, the window, the checks, the tests, a bench."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from places import ROOT, program
from screen import screen
from words import say

CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


@dataclass(frozen=True)
class Plan:
    """What a task needs before it can begin."""

    pins: str
    """`run` or `develop`."""
    packages: tuple[str, ...]
    """Sections of debian.txt."""
    needed: bool
    """Whether a missing system package ends it; else it is only said."""
    peers: bool = False
    """Whether a bench compares Clipper with other programs, which must be there then."""


def plan(task: str, words: Sequence[str]) -> Plan:
    """The command line and the demonstration can do without a window's libraries; window and tests cannot."""
    if task == "run":
        return Plan("run", ("window", "fonts"), needed=not words and has_display())
    peers = task == "bench" and any(word.partition("=")[0] == "--peers" for word in words)
    return Plan("develop", ("window", "fonts", "tests"), needed=task == "test", peers=peers)


def perform(task: str, words: Sequence[str]) -> int:
    """Do the task; its exit code. For `run` this process becomes Clipper."""
    if task == "run":
        return become(_clipper(words))
    os.chdir(ROOT)
    if task == "bench":
        return become([program("python"), "-m", "tests.bench", *words])
    failed = check()
    return failed or (test(words) if task == "test" else 0)


def check() -> int:
    """Every check, also after one has failed; the first failure's exit code."""
    codes = []
    for name, *words in CHECKS:
        say(f"{name} {' '.join(words)}".rstrip())
        codes.append(subprocess.run([program(name), *words], env=environment()).returncode)
    return next((code for code in codes if code), 0)


def test(words: Sequence[str]) -> int:
    """The test suite, on a screen of its own, so that windows open where nobody sees them."""
    with screen() as display:
        say(f"pytest on display {display}")
        variables = environment(DISPLAY=display)
        return subprocess.run([program("python"), "-m", "pytest", *words], env=variables).returncode


def has_display() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def environment(**more: str) -> dict[str, str]:
    """The caller's, without what make left in it and what would lead a window elsewhere."""
    ours = ("CLIPPER_ARGS", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES")
    away = (*ours, "WAYLAND_DISPLAY", "QT_QPA_PLATFORM") if more else ours
    return {**{name: value for name, value in os.environ.items() if name not in away}, **more}


def become(command: Sequence[str]) -> int:
    """Run the command in this process's place; where the system cannot do that, beside it."""
    if os.name != "nt":
        os.execve(command[0], list(command), environment())
    return subprocess.run(command, env=environment()).returncode


def _clipper(words: Sequence[str]) -> list[str]:
    if words or has_display():
        return [program("clipper"), *words]
    say("there is no display here for the window: showing what Clipper does instead")
    return [program("clipper"), "demo"]
