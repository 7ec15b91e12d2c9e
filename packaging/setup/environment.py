"""The virtual environment: made, filled with the pinned packages, and Clipper itself put into it.

The peers of benches have one of their own: their packages and Clipper's want other versions of each other.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import stamp
from places import HERE, NOTES, PEERS, ROOT, VENV, program
from words import SetUpFailed, end_line, say, say_again

UNFINISHED = NOTES / "unfinished"
"""There while packages are being put in place: what an interrupted call left is not trusted."""
LOG = NOTES / "pip.log"


def provide(pins: str) -> None:
    """Have an environment with the packages of `run` or `develop`; at once where it is there."""
    enough = (pins,) if pins == "develop" else ("run", "develop")
    if stamp.done(*enough):
        return
    with stamp.turn():
        if stamp.done(*enough):  # another call did it meanwhile
            return
        _make_venv()
        UNFINISHED.touch()
        _fill(HERE / f"{pins}.txt")
        UNFINISHED.unlink()
        stamp.note_done(pins)
    say("done")


def provide_peers() -> None:
    """Have the environment with the peers; at once where it is there, else all anew: it is small."""
    if stamp.done("peers"):
        return
    with stamp.turn():
        if stamp.done("peers"):
            return
        _make(PEERS)
        _fill_peers(HERE / "peers.txt")
        stamp.note_done("peers")
    say("done")


def _make_venv() -> None:
    if _sound():
        return
    say(f"making the virtual environment {VENV.name}")
    _make(VENV)
    (NOTES / "place").write_text(str(ROOT), "utf-8")


def _make(venv: Path) -> None:
    command = [sys.executable, "-m", "venv", "--clear", str(venv)]
    made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if made.returncode:
        reason = made.stdout.decode(errors="replace").strip()
        raise SetUpFailed(
            f"{reason}\nPython cannot make a virtual environment (Debian: package python3-venv)."
        )


def _sound() -> bool:
    """Whether the environment that is there can be built upon."""
    place = NOTES / "place"
    if UNFINISHED.exists() or (place.exists() and place.read_text("utf-8") != str(ROOT)):
        return False
    ask = "import sys, pip; print(sys.version)"
    try:
        answer = subprocess.run([program("python"), "-c", ask], capture_output=True, text=True)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def _fill(pins: Path) -> None:
    total = _count(pins)
    say(f"fetching Clipper's {total} Python packages: once, about two minutes")
    LOG.write_text("", "utf-8")
    _pip(VENV, total, "--require-hashes", "--requirement", str(pins))
    _pip(VENV, 0, "--no-build-isolation", "--no-deps", "--no-index", "--editable", str(ROOT))


def _fill_peers(pins: Path) -> None:
    total = _count(pins)
    say(f"fetching the {total} Python packages of the peers: once, about half a minute")
    LOG.write_text("", "utf-8")
    # The pins are complete; an older pip (23.2, of Python 3.11) stumbles over the dependencies: it takes
    # `lxml[html-clean]` of one peer and `lxml[html_clean]` of the other for two things.
    _pip(PEERS, total, "--require-hashes", "--no-deps", "--requirement", str(pins))


def _count(pins: Path) -> int:
    return sum(line[:1].isalnum() for line in pins.read_text("utf-8").splitlines())


def _pip(venv: Path, total: int, *words: str) -> None:
    """Run pip install; its words go to the log, how far it is to the terminal."""
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", "PYTHONUNBUFFERED": "1"}
    python = program("python", venv)
    command = [python, "-m", "pip", "install", "--no-input", "--progress-bar", "off", *words]
    with (
        LOG.open("a", encoding="utf-8") as log,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={**os.environ, **quiet},
        ) as pip,
    ):
        assert pip.stdout is not None
        count = 0
        for line in pip.stdout:
            log.write(line)
            if line.startswith("Collecting "):
                count += 1
                say_again(f"{count}/{total} {line.split()[1]}")
    end_line()
    if pip.returncode:
        _explain()


def _explain() -> None:
    tail = "".join(LOG.read_text("utf-8").splitlines(keepends=True)[-8:])
    raise SetUpFailed(
        f"{tail}pip could not install the packages (all it said: {LOG.relative_to(ROOT)}).\n"
        "Check the network and pip's own settings, then call the same command again."
    )
