"""The user's choices: a frozen dataclass, and one TOML file whose unknown keys are kept."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import tomlkit
import tomlkit.exceptions

from clipper.errors import SettingsBroken


def _says(default: Any, says: str, *, least: int = 1) -> Any:
    return field(default=default, metadata={"says": says, "least": least})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may choose; the preferences and the documentation are built from `says`."""

    user_agent: str = _says("", "How Clipper introduces itself to sites; empty: its own name and version.")
    connect_timeout_s: int = _says(10, "Seconds to wait for a connection.")
    read_timeout_s: int = _says(30, "Seconds to wait for the next piece of an answer.")
    page_timeout_s: int = _says(120, "Seconds a whole page may take.")
    max_page_mb: int = _says(20, "Largest page, in megabytes of HTML.")
    max_picture_mb: int = _says(25, "Largest picture, in megabytes.")
    max_pictures: int = _says(200, "Most pictures of one article.", least=0)
    max_redirects: int = _says(10, "Most redirects that are followed.", least=0)
    theme: str = _says("system", "Look of the window: system, light or dark.")
    text_scale: int = _says(100, "Size of the article text, in per cent.")
    trash_days: int = _says(
        30, "Days after which clips in the trash are deleted for good; 0: never.", least=0
    )
    book_title: str = _says("Press review", "Title on the cover of a book.")

    @property
    def max_page_bytes(self) -> int:
        """`max_page_mb` in bytes (1 MB = 1,000,000)."""
        return self.max_page_mb * 1_000_000


def load(path: Path) -> tuple[Settings, SettingsBroken | None]:
    """Read the file; a missing one gives the defaults, a broken one is set aside and said."""
    try:
        document = tomlkit.parse(path.read_text("utf-8"))
        return _from(document.unwrap()), None
    except FileNotFoundError:
        return Settings(), None
    except OSError:
        return Settings(), SettingsBroken(str(path), str(path))
    except (tomlkit.exceptions.TOMLKitError, UnicodeDecodeError, TypeError, ValueError):
        return Settings(), SettingsBroken(str(path), str(_set_aside(path)))


def _set_aside(path: Path) -> Path:
    """Rename a broken file; where the folder cannot be written it stays as it is."""
    aside = path.with_name(path.name + ".broken")
    try:
        return path.replace(aside)
    except OSError:
        return path


def save(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults; keys that are not ours, comments and order stay."""
    try:
        document = tomlkit.parse(path.read_text("utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    defaults = Settings()
    for each in fields(Settings):
        value = getattr(settings, each.name)
        if value != getattr(defaults, each.name):
            document[each.name] = value
        elif each.name in document:
            del document[each.name]
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(tomlkit.dumps(document))
    Path(name).replace(path)


def _from(values: dict[str, Any]) -> Settings:
    settings = Settings()
    for each in fields(Settings):
        if each.name in values:
            value = values[each.name]
            if type(value) is not type(getattr(settings, each.name)):
                raise TypeError(each.name)
            if isinstance(value, int) and value < each.metadata["least"]:
                raise ValueError(each.name)
            settings = replace(settings, **{each.name: value})
    return settings
