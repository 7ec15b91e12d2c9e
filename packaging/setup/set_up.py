"""Set up what is missing, then do what was asked: `python3 packaging/setup/set_up.py run|test|check|bench`.

The Makefile calls it. The command's words come in the environment variable CLIPPER_ARGS, as they would be
typed after `clipper`. Needs nothing but Python's standard library. Ends with the exit code of what was asked;
1 where set-up fails, 2 where the words cannot be read.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import debian
import environment
import tasks
from words import SetUpFailed, end_line, say

OLDEST = (3, 11)
USAGE = 2


def main(arguments: list[str]) -> int:
    """Set up, then become the command."""
    if len(arguments) != 1 or arguments[0] not in ("run", "test", "check", "bench"):
        say("usage: set_up.py run|test|check|bench")
        return USAGE
    task = arguments[0]
    try:
        words = read_words(os.environ.get("CLIPPER_ARGS", ""))
    except ValueError as error:
        say(f"ARGS cannot be read ({error}): {os.environ['CLIPPER_ARGS']}")
        return USAGE
    try:
        set_up(tasks.plan(task, words))
        return tasks.perform(task, words)
    except SetUpFailed as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        end_line()
        say("stopped; the same command goes on from here")
        return 130


def read_words(line: str) -> list[str]:
    """Split as a shell does, quotes included; of its expansions only `~/` is done.

    >>> read_words('search "security guarantees" cost:$5 #1')
    ['search', 'security guarantees', 'cost:$5', '#1']
    """
    return [str(Path(word).expanduser()) if word[:2] == "~/" else word for word in shlex.split(line)]


def set_up(plan: tasks.Plan) -> None:
    """Everything that the plan needs; quick where it is there already."""
    if sys.version_info < OLDEST:
        raise SetUpFailed(f"Clipper needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    debian.provide(plan.packages, needed=plan.needed)
    environment.provide(plan.pins)
    if plan.peers:
        environment.provide_peers()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
