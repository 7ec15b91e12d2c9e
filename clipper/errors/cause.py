"""ClipperError: what every cause has, and all causes by code."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
@dataclass(eq=False)
class ClipperError(Exception):
    """Something the user must know. Every subclass is a dataclass by itself, of plain values (str or int).

    Of itself: a mistake of ours where a batch goes on. `sentence` and `hint` are templates and msgids."""

    sentence: ClassVar[str] = "Clipper itself made a mistake here."
    hint: ClassVar[str] = "Try again; if it happens again, report it with the lines that Clipper printed."

    def __init_subclass__(cls) -> None:
        dataclass(cls, eq=False)

    @property
    def code(self) -> str:
        """Stable name of the cause, for JSON and for storing: `host_unknown`."""
        return code_of(type(self))

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """The fields as pairs, for storing."""
        return tuple((f.name, str(getattr(self, f.name))) for f in fields(self))

    def __str__(self) -> str:
        return f"{self.code} {dict(self.values)}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), tuple(getattr(self, f.name) for f in fields(self))


def code_of(kind: type[ClipperError]) -> str:
    """`HostUnknown` -> `host_unknown`."""
    name = kind.__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def every_error() -> dict[str, type[ClipperError]]:
    """All causes by code."""
    found: dict[str, type[ClipperError]] = {}
    kinds: list[type[ClipperError]] = [ClipperError]
    while kinds:
        kind = kinds.pop()
        found[code_of(kind)] = kind
        kinds += kind.__subclasses__()
    return found
