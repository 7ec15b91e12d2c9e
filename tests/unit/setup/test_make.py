"""What the user types after make reaches the command as it stands, and the command's exit code comes back."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from set_up import read_words

ROOT = Path(__file__).resolve().parents[3]
SET_UP = "packaging/setup/set_up.py"
STAND_IN = f"""#!/bin/sh
[ "$1" = {SET_UP} ] || exit 99
printf %s "$CLIPPER_ARGS"
exit "$CODE"
"""


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In place of Python: says what it was given, and ends with the exit code CODE."""
    program = tmp_path_factory.mktemp("stand_in") / "python"
    program.write_text(STAND_IN, "utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture(autouse=True)
def quit_signal_works() -> Iterator[None]:
    """As in a user's shell; whoever started the tests may have it ignored, and make would inherit that."""
    before = signal.signal(signal.SIGQUIT, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGQUIT, before)


def make(stand_in: Path, *words: str, code: int = 0, **variables: str) -> subprocess.CompletedProcess[str]:
    """A real make."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", f"PYTHON={stand_in}", *words],
        cwd=ROOT,
        env={**inherited, "CODE": str(code), **variables},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("code", [0, 1, 2])
def test_exit_code_comes_through(stand_in: Path, code: int) -> None:
    assert make(stand_in, "run", code=code).returncode == code


def test_exit_code_that_make_cannot_give_is_named_last(stand_in: Path) -> None:
    answer = make(stand_in, "run", code=70)
    assert answer.returncode != 0
    assert answer.stderr.splitlines()[-1].endswith("Error 70")


@pytest.mark.parametrize("code", [0, 1, 2, 70])
def test_stdout_is_the_command_s_alone(stand_in: Path, code: int) -> None:
    assert make(stand_in, "run", "ARGS=list", code=code).stdout == "list"
    assert make(stand_in, "--no-print-directory", "-C", ".", "run", "ARGS=list", code=code).stdout == "list"


@pytest.mark.parametrize(
    "line",
    [
        'search "security guarantees"',
        "clip http://127.0.0.1:8000/a?b=1&c=2#d;e --tag 'it''s'",
        "note 1 $HOME $(shell touch pwned) $$ ${PATH} `id` \\$5",
        "search наука 中文 العربية # not a comment",
        "  two  spaces  ",
    ],
)
def test_words_arrive_as_they_were_typed(stand_in: Path, line: str) -> None:
    assert make(stand_in, "run", f"ARGS={line}").stdout == line.lstrip()
    assert make(stand_in, "run", ARGS=line).stdout == line


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), min_size=1), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_that_a_shell_would_read_arrive(stand_in: Path, words: list[str]) -> None:
    line = " ".join("'" + word.replace("'", "'\"'\"'") + "'" for word in words)
    assert read_words(make(stand_in, "run", f"ARGS={line}").stdout) == words


def test_home_is_the_one_expansion() -> None:
    home = str(Path("~").expanduser())
    assert read_words('--library ~/clips "$HOME" *.html') == ["--library", f"{home}/clips", "$HOME", "*.html"]
