"""Choose the pinned versions anew: `make pins`, after a change of the dependencies in pyproject.toml.

Needs uv. Writes run.txt, develop.txt and peers.txt beside this file, with the hash of every file of every
package. None names an address: pip asks whatever index the user's own settings name.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


OWN = ("pyproject.toml", "packaging/setup/build.in")
PEERS = "packaging/setup/peers.in"


def compile_pins(target: Path, *sources: str) -> None:
    """Resolve for every platform and every Python from 3.11 on, and write `target`."""
    how = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    silent = ["--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    place = str(target.relative_to(ROOT))
    command = ["uv", "pip", "compile", *sources, *how, *silent, "--output-file", place]
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> int:
    """The tests' pins first; those for running are the same versions, only fewer."""
    develop, run, peers = HERE / "develop.txt", HERE / "run.txt", HERE / "peers.txt"
    for old in (develop, run, peers) if "--newest" in sys.argv[1:] else ():
        old.unlink(missing_ok=True)
    compile_pins(develop, *OWN, "--extra", "develop")
    compile_pins(run, *OWN, "--constraint", str(develop.relative_to(ROOT)))
    compile_pins(peers, PEERS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
