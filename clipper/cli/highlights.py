"""How highlights are told: lines for people, an object each for programs."""

from __future__ import annotations

import shutil
import textwrap

from clipper.article.clip import Clip
from clipper.article.highlight import Highlight
from clipper.cli.json_lines import Json
from clipper.cli.output import Output, one_line
from clipper.exchange import highlight_as_json
from clipper.i18n import _

WIDEST = 100
_MARGIN = " " * 6
_COLOURS = {"yellow": 43, "green": 42, "blue": 44, "pink": 45, "purple": 45}
"""As a terminal numbers them."""


def highlights_view(output: Output, clip: Clip) -> None:
    """The highlights of a clip; on a terminal under its title."""
    if clip.highlights and output.terminal:
        title = one_line(clip.row.title or clip.row.url)
        output.line(f"\x1b[1m{clip.row.id:>4}  {title}\x1b[0m")
    for each in clip.highlights:
        highlight_view(output, clip, each)


def highlight_view(output: Output, clip: Clip, highlight: Highlight) -> None:
    """One highlight: number, clip, colour, state, words, note; a line with tabs in a pipe."""
    quote, note = one_line(highlight.anchor.quote), one_line(highlight.note)
    state = _words(highlight)
    if not output.terminal:
        fields = (str(highlight.id), str(clip.row.id), highlight.colour, state, quote, note)
        output.line("\t".join(fields))
        return
    width = min(WIDEST, shutil.get_terminal_size().columns)
    patch = f"\x1b[{_COLOURS[highlight.colour]}m  \x1b[0m"
    output.line(f"{highlight.id:>4} {patch} {highlight.colour}{f' · {state}' if state else ''}")
    for words in filter(None, (quote, f"— {note}" if note else "")):
        output.line(textwrap.fill(words, width, initial_indent=_MARGIN, subsequent_indent=_MARGIN))


def of_highlight(clip: Clip, highlight: Highlight) -> Json:
    """The same for programs."""
    return {"clip": clip.row.id} | highlight_as_json(clip, highlight)


def _words(highlight: Highlight) -> str:
    return {
        "anchored": "",
        "moved": _("the text has changed around it"),
        "lost": _("not in the text any more"),
    }[highlight.state]
