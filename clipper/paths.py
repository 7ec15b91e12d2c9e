"""Where things lie on this computer."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def default_library() -> Path:
    """`CLIPPER_LIBRARY`, else `Clipper Library` in the user's documents."""
    named = os.environ.get("CLIPPER_LIBRARY")
    if named:
        return Path(named).expanduser()
    return platformdirs.user_documents_path() / "Clipper Library"


def settings_file() -> Path:
    """The user's settings; `CLIPPER_CONFIG` names another folder for them."""
    named = os.environ.get("CLIPPER_CONFIG")
    folder = Path(named).expanduser() if named else platformdirs.user_config_path("clipper", appauthor=False)
    return folder / "settings.toml"
