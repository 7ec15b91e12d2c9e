"""Files that are shipped with Clipper: style sheets, templates, icons, fonts, the sample page."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, in a wheel and in a checkout alike."""
    inside = _HERE / "_resources"
    root = inside if inside.is_dir() else _HERE.parent / "resources"
    return root.joinpath(*parts)
