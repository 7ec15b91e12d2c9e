"""System libraries, fonts and the tests' programs: found with dpkg, installed with apt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

from places import HERE
from words import SetUpFailed, say, say_once

Either = tuple[str, ...]
"""Names of one package, any of which will do."""


def listed(groups: Iterable[str]) -> list[Either]:
    """The packages of these sections of debian.txt, in order."""
    wanted, group, found = set(groups), "", []
    for line in (HERE / "debian.txt").read_text("utf-8").splitlines():
        line = line.strip()
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#") and group in wanted:
            found.append(tuple(name.strip() for name in line.split("|")))
    return found


def provide(groups: Iterable[str], *, needed: bool) -> None:
    """See that these packages are there: install them as root, else name the line that does.

    Where they are `needed` a missing one raises SetUpFailed; otherwise it is said.
    """
    if not sys.platform.startswith("linux"):
        return
    packages = listed(groups)
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        _tell_what_is_needed(packages)
        return
    lacking = missing(packages)
    if lacking and os.geteuid() == 0:
        _install(lacking)
        lacking = missing(packages)
    if lacking:
        _tell(lacking, needed=needed)


def missing(packages: Iterable[Either]) -> list[Either]:
    """Those of which no name is installed."""
    packages = list(packages)
    names = [name for each in packages for name in each]
    form = "${Package} ${db:Status-Status}\n"
    query = ["dpkg-query", "--show", "--showformat", form, *names]
    answer = subprocess.run(query, capture_output=True, text=True).stdout
    there = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [each for each in packages if not there.intersection(each)]


def _install(lacking: list[Either]) -> None:
    say(f"installing {len(lacking)} system packages (libraries, fonts): once, about a minute")
    _apt("update")
    result = _apt("install", "--yes", "--no-install-recommends", *(_known(each) for each in lacking))
    if result:
        say(f"apt-get ended with {result}; what it said stands above")


def _apt(*words: str) -> int:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "--quiet", "-o", "DPkg::Lock::Timeout=600", "-o", "Dpkg::Use-Pty=0", *words]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment).returncode


def _known(either: Either) -> str:
    """The name that this system's apt knows."""
    for name in either[1:]:
        show = ["apt-cache", "show", "--no-all-versions", name]
        if subprocess.run(show, capture_output=True).returncode == 0:
            return name
    return either[0]


def _tell(lacking: list[Either], *, needed: bool) -> None:
    names = " ".join(_known(each) for each in lacking)
    line = f"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {names}"
    if needed:
        raise SetUpFailed(f"system packages are missing; this installs them (as root: without sudo):\n{line}")
    say_once(
        "lacking",
        f"going on without packages that window and PDF need; this installs them:\n{line}",
    )


def _tell_what_is_needed(packages: list[Either]) -> None:
    names = ", ".join(each[0] for each in packages)
    say_once("needed", f"this system has no apt; see that it has what Debian calls: {names}")
