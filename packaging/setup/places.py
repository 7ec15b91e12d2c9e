"""Where set-up finds and leaves things."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VENV = ROOT / ".venv"
NOTES = ROOT / ".setup"
"""Stamps, the log of pip, the lock: not part of the repository."""
PEERS = NOTES / "peers-venv"
"""The virtual environment of the programs that benches compare Clipper with."""


def program(name: str, venv: Path = VENV) -> str:
    """The path of a program of a virtual environment."""
    return str(venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name)
