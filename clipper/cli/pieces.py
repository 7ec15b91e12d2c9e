"""How the pieces of an article are told: what was taken out and why, its blocks, the user's edits."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence

from clipper.article.article import Edit, Removal
from clipper.cli.json_lines import Json
from clipper.cli.output import Output, one_line
from clipper.i18n import _, removal_words
from clipper.operations.blocks import Block

WIDEST = 100
_NUMBER = 4
"""Columns of the number before each piece."""


def removals_view(output: Output, removals: Sequence[Removal], blocks: int) -> None:
    """What was taken out, numbered; `blocks`: how many blocks the article has."""
    _view(
        output,
        (
            (removal_words(each.step, each.rule), _where_words(each, blocks), each.place, each.text)
            for each in removals
        ),
    )


def blocks_view(output: Output, blocks: Sequence[Block]) -> None:
    """The blocks of an article, numbered."""
    _view(output, ((each.kind, "", "", each.text) for each in blocks))


def edits_view(output: Output, edits: Sequence[Edit]) -> None:
    """What the user brought back and took out, numbered."""
    words = {"restore": _("brought back"), "remove": _("taken out")}
    _view(output, ((words[each.kind], "", each.place, each.text) for each in edits))


def of_removal(number: int, removal: Removal, blocks: int) -> Json:
    """A removal for programs; `where` is before, inside or after the article, or null where not known."""
    return {
        "n": number,
        "step": removal.step,
        "rule": removal.rule,
        "reason": removal_words(removal.step, removal.rule),
        "where": _where(removal, blocks),
        "position": removal.position,
        "place": removal.place or None,
        "text": removal.text,
    }


def of_block(block: Block) -> Json:
    """A block for programs."""
    return {"n": block.number, "kind": block.kind, "text": block.text}


def of_edit(number: int, edit: Edit) -> Json:
    """An edit for programs."""
    return {"n": number, "kind": edit.kind, "place": edit.place or None, "text": edit.text}


def _view(output: Output, pieces: Iterable[tuple[str, str, str, str]]) -> None:
    """Kind, where, place and text of each: some lines on a terminal, one line with tabs elsewhere."""
    for number, (kind, where, place, text) in enumerate(pieces, 1):
        if not output.terminal:
            output.line("\t".join([str(number), *map(one_line, (kind, where, place, text))]))
            continue
        width = min(WIDEST, shutil.get_terminal_size().columns)
        about = " · ".join(each for each in (one_line(kind), where) if each)
        output.line(f"\x1b[1m{number:>{_NUMBER}}\x1b[0m  {about}")
        margin = " " * (_NUMBER + 2)
        said = textwrap.fill(one_line(text), width, initial_indent=margin, subsequent_indent=margin)
        for line in (*said.splitlines(), f"\x1b[2m{margin}{one_line(place)}\x1b[0m" if place else ""):
            if line:
                output.line(line)


def _where(removal: Removal, blocks: int) -> str | None:
    if not removal.place and removal.position == 0:
        return None
    if removal.position <= 0:
        return "before"
    return "after" if removal.position >= blocks else "inside"


def _where_words(removal: Removal, blocks: int) -> str:
    words = {
        None: "",
        "before": _("before the article"),
        "inside": _("in the article, before block {number}").format(number=removal.position + 1),
        "after": _("after the article"),
    }
    return words[_where(removal, blocks)]
