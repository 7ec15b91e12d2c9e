"""A formula in MathML as one readable line: `x = (-b ± √(b^2 - 4ac)) / (2a)`."""

from __future__ import annotations

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean.text import word_set

_SPACED = frozenset("=+−-±∓×·÷<>≤≥≠≈≡∼→←↔⇒⇐⇔∈∉⊂⊆∪∩∧∨∝≪≫")
_UNSEEN = frozenset("\u2061\u2062\u2063\u2064\u200b")
_SKIPPED = word_set("annotation annotation-xml mphantom none mprescripts")
DEEPEST = 60


def readable(math: Tag) -> str:
    """The formula in one line."""
    return " ".join(_row(math, 0).split())


def _row(tag: Tag, depth: int) -> str:
    pieces: list[str] = []
    for child in tag.contents:
        if isinstance(child, Tag):
            pieces.append(_read(child, depth + 1))
        elif type(child) is NavigableString:
            pieces.append(child.strip())
    return "".join(pieces)


def _read(tag: Tag, depth: int) -> str:
    name = tag.name.rpartition(":")[2]
    if name in _SKIPPED or depth > DEEPEST:
        return ""
    if name == "mo":
        sign = "".join(c for c in _row(tag, depth) if c not in _UNSEEN)
        return f" {sign} " if sign in _SPACED else f"{sign} " if sign in (",", ";") else sign
    if name in ("mspace", "mtext"):
        return f" {_row(tag, depth)} "
    make = _FORMS.get(name)
    parts = [each for each in tag.contents if isinstance(each, Tag)]
    if make is None or len(parts) < _PARTS[name]:
        return _row(tag, depth)
    return make([_read(each, depth + 1).strip() for each in parts])


def _held(words: str) -> str:
    """In brackets where it is more than one sign or number."""
    return words if len(words) <= 1 or words.isalnum() else f"({words})"


def _fraction(parts: list[str]) -> str:
    return f"{_held(parts[0])}/{_held(parts[1])}"


def _raised(parts: list[str]) -> str:
    return f"{parts[0]}^{_held(parts[1])}"


def _lowered(parts: list[str]) -> str:
    return f"{parts[0]}_{_held(parts[1])}"


def _both(parts: list[str]) -> str:
    return f"{parts[0]}_{_held(parts[1])}^{_held(parts[2])}"


def _root(parts: list[str]) -> str:
    return f"√({''.join(parts)})"


def _nth_root(parts: list[str]) -> str:
    return f"{_held(parts[0])}^(1/{parts[1]})"


def _table(parts: list[str]) -> str:
    return f"[{'; '.join(parts)}]"


def _cells(parts: list[str]) -> str:
    return ", ".join(parts)


_FORMS = {
    "mfrac": _fraction,
    "msup": _raised,
    "mover": _raised,
    "msub": _lowered,
    "munder": _lowered,
    "msubsup": _both,
    "munderover": _both,
    "msqrt": _root,
    "mroot": _nth_root,
    "mtable": _table,
    "mtr": _cells,
}
_PARTS = dict.fromkeys(_FORMS, 1) | {
    "mfrac": 2,
    "msup": 2,
    "mover": 2,
    "msub": 2,
    "munder": 2,
    "msubsup": 3,
    "munderover": 3,
    "mroot": 2,
}
