"""Mark passages of clips, with a colour and a note. Each function that changes something is one act."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.article.anchoring import anchor, passages
from clipper.article.changes import Changes
from clipper.article.clip import Clip, ClipId
from clipper.article.highlight import COLOURS, Highlight, HighlightId
from clipper.errors import BadRange, NoSuchPassage
from clipper.operations import find
from clipper.operations.desk import Desk
from clipper.store import Writing, clips, highlights

_SHOWN = 80
"""Letters of a passage that a message quotes."""


def add(
    desk: Desk, clip: ClipId, quote: str, *, occurrence: int = 1, colour: str = COLOURS[0], note: str = ""
) -> tuple[HighlightId, Changes]:
    """Mark these words, where they stand for the `occurrence`-th time, whatever white space parts them.

    Raises NoSuchClip, NoSuchPassage, BadField.
    """

    def range_in(text: str) -> tuple[int, int]:
        found = passages(text, quote)
        if not 1 <= occurrence <= len(found):
            raise NoSuchPassage(str(clip), " ".join(quote.split())[:_SHOWN])
        return found[occurrence - 1]

    made: list[HighlightId] = []

    def write(writing: Writing) -> None:
        text = clips.text_of(writing, clip)
        made.append(highlights.add(writing, clip, anchor(text, *range_in(text)), colour, note))

    changes = desk.act("highlight", write)
    return made[0], changes


def add_range(
    desk: Desk, clip: ClipId, start: int, end: int, *, colour: str = COLOURS[0], note: str = ""
) -> tuple[HighlightId, Changes]:
    """Mark the words of the clip's text from `start` up to `end`, blanks at their ends left out.

    Raises NoSuchClip, BadRange, BadField.
    """
    made: list[HighlightId] = []

    def write(writing: Writing) -> None:
        text = clips.text_of(writing, clip)
        words = text[start:end].strip() if 0 <= start < end <= len(text) else ""
        if not words:
            raise BadRange(str(clip), start, end, len(text))
        first = text.index(words, start)
        marked = anchor(text, first, first + len(words))
        made.append(highlights.add(writing, clip, marked, colour, note))

    changes = desk.act("highlight", write)
    return made[0], changes


def change(
    desk: Desk, numbers: Sequence[HighlightId], *, colour: str | None = None, note: str | None = None
) -> Changes:
    """Give another colour or note; a blank note takes it away. Raises NoSuchHighlight, BadField."""
    return desk.act("change_highlight", lambda w: highlights.change(w, numbers, colour=colour, note=note))


def delete(desk: Desk, numbers: Sequence[HighlightId]) -> Changes:
    """Take marks away; the text stays. Raises NoSuchHighlight."""
    return desk.act("delete_highlight", lambda w: highlights.delete(w, numbers))


def resolve(desk: Desk, words: str) -> tuple[HighlightId, ClipId]:
    """The highlight that a user names by its number or uid, and its clip. Raises NoSuchHighlight."""
    with desk.library.reading() as reading:
        return highlights.resolve(reading, words)


def marked(desk: Desk) -> list[ClipId]:
    """Clips with highlights that are not in the trash, the newest first."""
    with desk.library.reading() as reading:
        return highlights.marked(reading)


def of_clip(desk: Desk, clip: ClipId) -> tuple[Clip, tuple[Highlight, ...]]:
    """A clip and its highlights, in the order of its text. Raises NoSuchClip."""
    whole = find.open_clip(desk, clip)
    return whole, whole.highlights
