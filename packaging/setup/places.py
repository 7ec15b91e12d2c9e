"""Where set-up finds and leaves things."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
NOTES = ROOT / ".setup"
"""Stamps, the log of pip, the lock: not part of the repository."""


def program(name: str) -> str:
    """The path of a program of the virtual environment."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))
