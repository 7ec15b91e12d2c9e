"""Names of tags and collections: the rules, and collection paths.

A path joins names by `/`. Inside a name a slash is written `\\/` and a backslash `\\\\`; any other
backslash stands for itself.

>>> split("Politics/Russia")
['Politics', 'Russia']
>>> split(join(["AC/DC", "a\\\\"]))
['AC/DC', 'a\\\\']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from clipper.errors import BadName

MAX_NAME = 200
MAX_LEVELS = 100

_PIECE = re.compile(r"\\([/\\])|(/)|([^/\\]+|\\)", re.DOTALL)
_FORBIDDEN = {"Cc", "Cs", "Zl", "Zp"}
_UNSEEN = {"Cf", "Zs", "Mn"}


def proper(name: str) -> str:
    """The name as it is kept: NFC, trimmed. Raises BadName (empty, control, too_long)."""
    kept = unicodedata.normalize("NFC", name).strip()
    kinds = {unicodedata.category(letter) for letter in kept}
    if kinds & _FORBIDDEN:
        raise BadName(shown(name), "control")
    if kinds <= _UNSEEN:
        raise BadName(shown(name), "empty")
    if len(kept) > MAX_NAME:
        raise BadName(shown(name), "too_long")
    return kept


def proper_tag(name: str) -> str:
    """A tag's name as it is kept: levels joined by `/`, each as `proper`, empty ones left out.

    Raises BadName (empty, control, too_long).
    """
    levels = [proper(level) for level in _levels(name)]
    if not levels:
        raise BadName(shown(name), "empty")
    return proper("/".join(levels))


def fold_tag(name: str) -> str:
    """The same for tags: `Trade / Ports` is `trade/ports`."""
    return fold("/".join(level.strip() for level in _levels(name)) or name)


def _levels(name: str) -> list[str]:
    return [level for level in name.split("/") if level.strip()]


def fold(name: str) -> str:
    """What two spellings of one name have in common: equal folds are the same name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).strip().casefold())


def tree_order(name: str) -> list[tuple[str, str]]:
    """Sort key of a tag: each level alphabetical, what is nested right behind what it is nested in."""
    return [order(level) for level in name.split("/")]


def order(name: str) -> tuple[str, str]:
    """Sort key: alphabetical without regard to case, accents after that."""
    folded = fold(name)
    plain = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return plain, folded


def split(path: str) -> list[str]:
    """The names of a path, outermost first, not checked yet."""
    names = [""]
    for escaped, slash, plain in _PIECE.findall(path):
        if slash:
            names.append("")
        else:
            names[-1] += escaped or plain
    return names


def moved(path: str, old: str, new: str) -> str | None:
    """The path after one that it lies in, or that it is, was renamed from `old` to `new`; None if it is not
    concerned.

    >>> moved("Politics/russia/war", "politics/Russia", "East"), moved("Politics", "Politics/Russia", "East")
    ('East/war', None)
    """
    mine, theirs = split(path), split(old)
    if [fold(name) for name in mine[: len(theirs)]] != [fold(name) for name in theirs]:
        return None
    return join(split(new) + mine[len(theirs) :])


def join(names: Sequence[str]) -> str:
    """The path of these names."""
    return "/".join(name.replace("\\", "\\\\").replace("/", "\\/") for name in names)


def paths(rows: Iterable[tuple[int, str, int | None]]) -> dict[int, str]:
    """The path of each collection, from their numbers, names and parents."""
    known = {number: (name, parent) for number, name, parent in rows}
    found: dict[int, str] = {}
    for number in known:
        parts: list[str] = []
        at: int | None = number
        while at is not None:
            name, at = known[at]
            parts.append(name)
        found[number] = join(parts[::-1])
    return found


def proper_path(path: str) -> list[str]:
    """The names of a path as they are kept. Raises BadName, also for more than MAX_LEVELS (too_deep)."""
    names = [proper(name) for name in split(path)]
    if len(names) > MAX_LEVELS:
        raise BadName(shown(path), "too_deep")
    return names


def shown(name: str) -> str:
    """A bad name, fit to be shown in a sentence."""
    printable = "".join(letter if letter.isprintable() else "�" for letter in name)
    return printable if len(printable) <= 60 else printable[:59] + "…"
