"""Choose the pinned versions anew: `make pins`, after a change of the dependencies in pyproject.toml.

Needs uv. Writes run.txt and develop.txt beside this file, with the hash of every file of every package.
Neither names an address: pip asks whatever index the user's own settings name.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def compile_pins(target: Path, *more: str) -> None:
    """Resolve for every platform and every Python from 3.11 on, and write `target`."""
    sources = ["pyproject.toml", "packaging/setup/build.in"]
    how = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    silent = ["--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    command = ["uv", "pip", "compile", *sources, *more, *how, *silent, "--output-file", str(target)]
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> int:
    """The tests' pins first; those for running are the same versions, only fewer."""
    develop, run = HERE / "develop.txt", HERE / "run.txt"
    for old in (develop, run) if "--newest" in sys.argv[1:] else ():
        old.unlink(missing_ok=True)
    compile_pins(develop.relative_to(ROOT), "--extra", "develop")
    compile_pins(run.relative_to(ROOT), "--constraint", str(develop.relative_to(ROOT)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
