"""What the details say: of one clip, or of several together. No widgets: words only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from clipper.article.article import Flag
from clipper.article.clip import ClipId, ClipRow
from clipper.errors import NoSuchClip
from clipper.gui.panes.chips import Chip
from clipper.gui.panes.taken_out import Piece, pieces
from clipper.gui.panes.wording import captured, language, names, published_exactly
from clipper.gui.words import host, shown_path
from clipper.i18n import _, flag_sentence, medium_words, ngettext
from clipper.operations import find
from clipper.operations.desk import Desk

MOST_KEYWORDS = 12
MOST_FLAGS = 6


@dataclass(frozen=True, slots=True)
class Details:
    """Everything that the pane shows."""

    ids: tuple[ClipId, ...]
    facts: tuple[tuple[str, str], ...]
    """Pairs of a label and what stands there."""
    address: str | None
    collections: tuple[Chip, ...]
    tags: tuple[Chip, ...]
    keywords: tuple[str, ...]
    """The page's own that are not tags yet."""
    note: str | None
    remarks: tuple[str, ...]
    taken: tuple[Piece, ...]
    """What was taken out of the page of a single clip."""
    known_tags: tuple[str, ...]
    known_collections: tuple[str, ...]


def read_details(desk: Desk, ids: Sequence[ClipId]) -> Details:
    """Look these clips up."""
    rows = find.rows(desk, ids)
    places = find.sidebar(desk)
    one = rows[0] if len(rows) == 1 else None
    return Details(
        ids=tuple(row.id for row in rows),
        facts=_facts(one) if one else (),
        address=(one.canonical_url or one.url) if one else None,
        collections=_chips(rows, lambda row: row.collections, shown_path),
        tags=_chips(rows, lambda row: row.tags, str),
        keywords=_keywords(one) if one else (),
        note=one.note if one else None,
        remarks=_remarks(one.flags) if one else (),
        taken=_taken(desk, one) if one else (),
        known_tags=tuple(tag.name for tag in places.tags),
        known_collections=tuple(node.path for node in places.collections),
    )


def _facts(row: ClipRow) -> tuple[tuple[str, str], ...]:
    all_facts = (
        (_("Site"), row.site or host(row.url)),
        (_("Section"), row.section or ""),
        (_("Byline"), names(row.byline, row.language)),
        (_("Agency"), row.agency or ""),
        (_("From"), row.dateline or ""),
        (_("Published"), published_exactly(row.published)),
        (_("Updated"), published_exactly(row.updated)),
        (_("Clipped"), captured(row.captured)),
        (_("Language"), language(row.language)),
        (_("Medium"), medium_words(row.medium) if row.medium else ""),
        (_("Edition"), row.edition or ""),
        (_("Page"), row.page or ""),
        (_("Rights"), row.rights or ""),
        *row.custom,
        (_("Licence"), (row.licence or "").removeprefix("https://").removeprefix("http://").rstrip("/")),
    )
    return tuple((label, said) for label, said in all_facts if said)


def _taken(desk: Desk, row: ClipRow) -> tuple[Piece, ...]:
    try:
        return pieces(find.open_clip(desk, row.id))
    except NoSuchClip:  # it went just now
        return ()


def _chips(
    rows: Sequence[ClipRow], of: Callable[[ClipRow], Iterable[str]], words: Callable[[str], str]
) -> tuple[Chip, ...]:
    """What all of the clips have first, in order; then what only some have, with how many."""
    counts = Counter(name for row in rows for name in of(row))
    everyone = [Chip(name, words(name)) for name, count in counts.items() if count == len(rows)]
    some = [
        Chip(
            name,
            _("{name}, {count} of {all}").format(name=words(name), count=count, all=len(rows)),
            partly=True,
        )
        for name, count in counts.most_common()
        if count < len(rows)
    ]
    return (*everyone, *some)


def _keywords(row: ClipRow) -> tuple[str, ...]:
    taken = {tag.casefold() for tag in row.tags}
    return tuple(word for word in row.keywords if word.casefold() not in taken)[:MOST_KEYWORDS]


def _remarks(flags: Sequence[Flag]) -> tuple[str, ...]:
    said = [flag_sentence(flag.code, flag.values) for flag in flags[:MOST_FLAGS]]
    more = len(flags) - MOST_FLAGS
    if more > 0:
        said.append(ngettext("{count} more like this", "{count} more like these", more))
    return tuple(said)
