"""Changes: what every write answers with, so that a face knows what to show anew."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.article.clip import ClipId


@dataclass(frozen=True, slots=True)
class Changes:
    """What one act changed. Panes decide whether they care."""

    clips: frozenset[ClipId] = frozenset()
    tags: bool = False
    collections: bool = False
    queue: bool = False
    act: int | None = None
    """Number in the journal, for undo; None where nothing was changed or it cannot be undone."""
    smart: bool = False
    rules: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.clips | other.clips,
            self.tags or other.tags,
            self.collections or other.collections,
            self.queue or other.queue,
            other.act if other.act is not None else self.act,
            self.smart or other.smart,
            self.rules or other.rules,
        )

    def __bool__(self) -> bool:
        named = self.tags or self.collections or self.smart or self.rules
        return bool(self.clips) or named or self.queue


NOTHING = Changes()
"""Nothing was changed."""
