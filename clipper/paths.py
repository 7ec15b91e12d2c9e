"""Where things lie on this computer."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A new path beside `target`: what is written there becomes `target` at the end, or is gone if it failed.

    Raises OSError. What stood at `target` stays until the new file is whole.
    """
    part = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        yield part
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
