"""Change what clips say: any field, and the article's text. What the page said is kept beside it.

No cleaning touches what is changed here. Each function is one act, undone by one `undo`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from clipper.article.changes import Changes
from clipper.article.clip import ClipId
from clipper.article.fields import FieldName, OwnText, Rewriting
from clipper.errors import BadField
from clipper.operations import find
from clipper.operations.desk import Desk
from clipper.store import Writing, overlay

Form = Literal["html", "text"]
LONGEST = 5_000_000
"""Characters of a text."""


def edit(
    desk: Desk, ids: Sequence[ClipId], wanted: Rewriting, text: tuple[ClipId, OwnText] | None = None
) -> Changes:
    """Change fields of these clips, and the text of one of them. Raises NoSuchClip, BadField."""

    def write(writing: Writing) -> None:
        overlay.rewrite(writing, ids, wanted)
        if text is not None:
            overlay.set_text(writing, *text)

    return desk.act("edit", write)


def edit_text(desk: Desk, clip: ClipId, words: str, form: Form = "html") -> Changes:
    """Have a clip show this text. Where it is what the page says, nothing is changed.

    Raises NoSuchClip, BadField.
    """
    own = own_text(desk, clip, words, form)
    return edit(desk, [clip], Rewriting(), (clip, own))


def reset(desk: Desk, ids: Sequence[ClipId], names: Sequence[FieldName]) -> Changes:
    """Have these fields say again what the page says. Raises NoSuchClip."""
    return edit(desk, ids, Rewriting(reset=frozenset(names)))


def own_text(desk: Desk, clip: ClipId, words: str, form: Form = "html") -> OwnText:
    """What a clip would show: HTML or plain text of the user's, made of the blocks that any article is made
    of. Plain text changes the words of what the clip shows; its pictures, lists and links stay.

    Raises NoSuchClip, BadField.
    """
    from clipper.clean import own_text as gate  # parsing is loaded where it is needed

    if len(words) > LONGEST:
        raise BadField("text", f"{words[:60]}…", "too_long_value")
    page = find.open_clip(desk, clip, original=True)
    shown = find.open_clip(desk, clip)
    lines = frozenset(page.text.split("\n"))
    aside = {image.caption for image in page.images if image.caption and image.caption not in lines}
    url = page.row.url
    made = (
        gate.from_html(words, url, aside)
        if form == "html"
        else gate.from_lines(words, shown.html, url, aside)
    )
    if not made.html:
        raise BadField("text", words[:60].strip(), "no_words")
    if form == "text" and made.text == shown.text:
        return OwnText(shown.html, shown.text)
    return OwnText(made.html, made.text)
