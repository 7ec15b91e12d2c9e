"""The colours of the window: paper, ink, one red; light and dark.

Every text token keeps a contrast of at least 4.5:1 on every ground that it may stand on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour tokens, as `#rrggbb`."""

    name: str
    win: str
    list: str
    side: str
    read: str
    line: str
    ink: str
    soft: str
    faint: str
    accent: str
    on_accent: str
    sel: str
    chip: str
    hit: str
    ghost: str
    ok: str
    warn: str

    @property
    def dark(self) -> bool:
        """Whether it is the dark one."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    win="#fbfaf8",
    list="#fbfaf8",
    side="#f1efea",
    read="#ffffff",
    line="#e4e0d8",
    ink="#1f2023",
    soft="#54575e",
    faint="#62656c",
    accent="#a8321b",
    on_accent="#ffffff",
    sel="#f6e4df",
    chip="#ebe8e1",
    hit="#ffe9a8",
    ghost="#f4f3f0",
    ok="#256a42",
    warn="#855400",
)

DARK = Theme(
    name="dark",
    win="#17181b",
    list="#17181b",
    side="#1c1e22",
    read="#141517",
    line="#2b2d32",
    ink="#e8e6e1",
    soft="#b2b4ba",
    faint="#9699a0",
    accent="#e8705a",
    on_accent="#1a0d0a",
    sel="#3a2723",
    chip="#2a2c31",
    hit="#5b4a12",
    ghost="#1b1d20",
    ok="#6fc48f",
    warn="#e0a94a",
)
