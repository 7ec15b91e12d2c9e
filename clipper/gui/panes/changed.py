"""What cleaning a clip again changed or would change, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.i18n import N_, _, ngettext, sentence
from clipper.operations.comparing import Recleaned

MOST, LONGEST = 12, 120
"""Lines that are shown of a change, and characters of each."""
_FIELDS = {
    "title": N_("headline"),
    "byline": N_("byline"),
    "published": N_("date"),
    "updated": N_("date of revision"),
    "site": N_("site"),
    "section": N_("section"),
    "agency": N_("agency"),
    "dateline": N_("place"),
    "licence": N_("licence"),
}


def run_words(told: Sequence[Recleaned]) -> str:
    """What became of several clips: `12 clips cleaned again: 3 changed, 1 could not be cleaned`."""
    if len(told) == 1:
        return _("Cleaned again: {what}").format(what=clip_words(told[0]))
    changed = sum(each.status == "changed" for each in told)
    bad = sum(each.status == "failed" for each in told)
    said = [ngettext("{count} changed", "{count} changed", changed) if changed else _("nothing changed")]
    if bad:
        said.append(ngettext("{count} could not be cleaned", "{count} could not be cleaned", bad))
    count = ngettext("{count} clip cleaned again", "{count} clips cleaned again", len(told))
    return f"{count}: {', '.join(said)}"


def clip_words(told: Recleaned) -> str:
    """What became of one: `120 words more, 14 fewer, headline`."""
    if told.error is not None:
        return sentence(told.error)
    if told.status == "unchanged":
        return _("nothing changed")
    said = []
    if told.words_added:
        said.append(ngettext("{count} word more", "{count} words more", told.words_added))
    if told.words_gone:
        said.append(ngettext("{count} word fewer", "{count} words fewer", told.words_gone))
    said += [_("another {what}").format(what=_(_FIELDS.get(each.name, each.name))) for each in told.fields]
    return ", ".join(said) or _("the same words, set otherwise")


def changed_lines(told: Recleaned) -> str:
    """The lines that are new and those that are gone, the first of them, each with its sign."""
    lines = [*(f"+ {each}" for each in told.added), *(f"− {each}" for each in told.gone)]
    shown = [line if len(line) <= LONGEST else line[:LONGEST] + "…" for line in lines[:MOST]]
    return "\n".join([*shown, "…"] if len(lines) > MOST else shown)
