"""How it is told what cleaning again changed, or would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from clipper.cli import json_lines
from clipper.cli.output import Output, fitted, one_line
from clipper.i18n import _, ngettext
from clipper.operations.comparing import Recleaned

SHOWN = 8
"""Lines of a clip that are shown as new, and as many as gone; `--json` has more."""
_COLUMNS = 100


def changed_view(output: Output, told: Recleaned, *, lines: bool) -> None:
    """One clip that changed, with how much; `lines`: and which lines. The others need no line."""
    if told.status != "changed":
        return
    output.line(f"{told.clip}\t{one_line(told.title)}\t{_amount(told)}")
    for each in told.fields:
        before, after = one_line(each.before) or "–", one_line(each.after) or "–"
        output.line(f"    {each.name}: {before} → {after}")
    if not lines:
        return
    for sign, some in (("-", told.gone), ("+", told.added)):
        for line in some[:SHOWN]:
            output.line(f"    {sign} {_cut(output, line)}")
        if len(some) > SHOWN:
            output.line(f"    {sign} … ({len(some) - SHOWN})")


def of_recleaned(told: Recleaned) -> json_lines.Json:
    """What became of a clip, for programs."""
    return {
        "id": told.clip,
        "status": told.status,
        "title": told.title,
        "words_added": told.words_added,
        "words_gone": told.words_gone,
        "added": list(told.added),
        "gone": list(told.gone),
        "fields": [{"name": each.name, "before": each.before, "after": each.after} for each in told.fields],
        "reason": None if told.error is None else json_lines.reason_of(told.error),
    }


def summary(told: Sequence[Recleaned], *, preview: bool) -> str:
    """How many of them changed, or would."""
    states = Counter(each.status for each in told)
    if preview:
        said = [ngettext("{count} clip would change", "{count} clips would change", states["changed"])]
    else:
        said = [ngettext("{count} clip changed", "{count} clips changed", states["changed"])]
    said.append(ngettext("{count} stays as it is", "{count} stay as they are", states["unchanged"]))
    if states["failed"]:
        said.append(ngettext("{count} failed", "{count} failed", states["failed"]))
    return ", ".join(said) + "."


def _amount(told: Recleaned) -> str:
    if not told.words_added and not told.words_gone:
        return _("the same words")
    return _("{added} words new, {gone} gone").format(added=told.words_added, gone=told.words_gone)


def _cut(output: Output, line: str) -> str:
    return fitted(one_line(line), _COLUMNS) if output.terminal else one_line(line)
