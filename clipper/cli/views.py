"""How a clip, an article and a list look to people: coloured tables on a terminal, plain lines in a pipe."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clipper.article.article import Article, Flag
from clipper.article.clip import Clip, ClipId, ClipImage, ClipRow
from clipper.article.page import Page
from clipper.article.query import Hit
from clipper.cli.highlights import highlight_view
from clipper.cli.output import Output, one_line, plain
from clipper.i18n import _, date_words, flag_sentence, medium_words, ngettext

if TYPE_CHECKING:
    from rich.text import Text

WIDEST = 100
"""Columns of running text on a terminal, however wide it is."""
NARROW = 70
"""Columns of a terminal below which a table has no room beside the titles."""


def rows_view(output: Output, rows: Sequence[ClipRow], hits: Mapping[ClipId, Hit] | None = None) -> None:
    """A list of clips: a table on a terminal, tab-separated elsewhere; `hits` add where the words stand."""
    if output.terminal:
        _table(output, rows, hits or {})
        return
    for row in rows:
        fields = [str(row.id), _day(row), one_line(row.title), one_line(row.site), ", ".join(row.tags)]
        if hits is not None:
            fields.append(one_line(hits[row.id].snippet) if row.id in hits else "")
        output.line("\t".join(one_line(each) for each in fields))


def _table(output: Output, rows: Sequence[ClipRow], hits: Mapping[ClipId, Hit]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = shutil.get_terminal_size().columns
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column(_("No."), justify="right", style="cyan", no_wrap=True)
    table.add_column("", no_wrap=True, style="yellow")
    table.add_column(_("Date"), no_wrap=True)
    table.add_column(_("Title"), ratio=1)
    if width >= NARROW:
        table.add_column(_("Site"), max_width=24, no_wrap=True, overflow="ellipsis")
        table.add_column(_("Tags"), max_width=24, no_wrap=True, overflow="ellipsis", style="green")
    for row in rows:
        title = Text(one_line(row.title) or one_line(row.url), style="" if row.read else "bold")
        if row.id in hits and hits[row.id].snippet:
            title.append("\n").append_text(_snippet(hits[row.id]))
        beside = Text(one_line(row.site)), Text(", ".join(one_line(tag) for tag in row.tags))
        cells = (str(row.id), "★" if row.starred else "", _day(row), title, *beside)
        table.add_row(*cells[: len(table.columns)])
    console = Console(width=width)
    with console.capture() as drawn:
        console.print(table)
    output.text(drawn.get())


def _snippet(hit: Hit) -> Text:
    from rich.text import Text

    # Marks are positions in the snippet as it came: control characters are blanked, not taken out.
    text = Text(
        "".join(each if plain(each) and each not in "\n\t" else " " for each in hit.snippet), style="dim"
    )
    for start, end in hit.marks:
        text.stylize("bold not dim", start, end)
    return text


def clip_view(output: Output, clip: Clip, pictures: Mapping[str, Path]) -> None:
    """One clip: what it is, its text, its pictures with the files they lie in."""
    row = clip.row
    _heading(
        output,
        row.title or row.url,
        row.byline,
        _facts(row.site, row.section, _date(row.published), row.language),
    )
    for label, value in (
        (_("Address"), row.canonical_url or row.url),
        (_("Clip"), f"{row.id}  {row.uid}  {_('clipped')} {_moment(row.captured)}"),
        *_also(row),
        (_("Medium"), medium_words(row.medium) if row.medium else ""),
        (_("Edition"), row.edition),
        (_("Page"), row.page),
        (_("Rights"), row.rights),
        *row.custom,
        (_("Collections"), ", ".join(row.collections)),
        (_("Tags"), ", ".join(row.tags)),
        (_("Page’s own"), ", ".join(row.keywords)),
        (_("State"), ", ".join(_states(row))),
        (_("Note"), row.note or ""),
        (_("Edited"), ", ".join(clip.own)),
    ):
        if value:
            output.line(f"{one_line(label)}: {one_line(value)}")
    _body(output, clip.text)
    _highlights(output, clip)
    _pictures(output, clip.images, pictures)
    _flags(output, row.flags)


def article_view(output: Output, page: Page, article: Article) -> None:
    """An article that was cleaned and not kept."""
    facts = _facts(article.site, article.section, _date(article.published), article.language)
    _heading(output, article.title or page.final_url, article.byline, facts)
    for label, value in ((_("Address"), article.canonical_url or page.final_url), *_also(article)):
        if value:
            output.line(f"{label}: {one_line(value)}")
    _body(output, article.text)
    _flags(output, article.flags)
    if article.removals:
        count = len(article.removals)
        output.line(ngettext("{count} piece was stripped.", "{count} pieces were stripped.", count))
        output.line()


def _also(known: ClipRow | Article) -> tuple[tuple[str, str | None], ...]:
    return (
        (_("Updated"), _date(known.updated)),
        (_("Agency"), known.agency),
        (_("From"), known.dateline),
        (_("Licence"), known.licence),
    )


def _heading(output: Output, title: str, byline: Iterable[str], facts: str) -> None:
    shown = one_line(title)
    output.line(f"\x1b[1m{shown}\x1b[0m" if output.terminal else shown)
    for line in (", ".join(one_line(name) for name in byline), facts):
        if line:
            output.line(line)


def _body(output: Output, text: str) -> None:
    output.line()
    width = min(WIDEST, shutil.get_terminal_size().columns) if output.terminal else 0
    for block in plain(text).splitlines():
        output.line(textwrap.fill(block, width) if width else block)
        output.line()


def _pictures(output: Output, images: Sequence[ClipImage], files: Mapping[str, Path]) -> None:
    if images:
        output.line(f"{_('Pictures')}:")
    for image in images:
        file = files.get(image.sha256 or "")
        size = f" ({image.width} × {image.height})" if image.width and image.height else ""
        output.line(f"  {file or _('not fetched')}{size}  {one_line(image.url)[:200]}")
        words = one_line(image.caption) or one_line(image.alt)
        if words:
            output.line(f"    {words}")
    if images:
        output.line()


def _highlights(output: Output, clip: Clip) -> None:
    if clip.highlights:
        output.line(f"{_('Highlights')}:")
    for each in clip.highlights:
        highlight_view(output, clip, each)
    if clip.highlights:
        output.line()


def _flags(output: Output, flags: Sequence[Flag]) -> None:
    for flag in flags:
        output.line(f"! {one_line(flag_sentence(flag.code, flag.values))}")


def _facts(*facts: str | None) -> str:
    return " · ".join(one_line(fact) for fact in facts if fact)


def _date(published: str | None) -> str | None:
    return date_words(published) if published else None


def _states(row: ClipRow) -> list[str]:
    states = [(row.starred, _("starred")), (not row.read, _("unread")), (row.trashed, _("in the trash"))]
    return [words for holds, words in states if holds]


def _day(row: ClipRow) -> str:
    """The day it was published, else clipped."""
    return (row.published or row.captured.astimezone().isoformat())[:10]


def _moment(when: datetime) -> str:
    return when.astimezone().strftime("%Y-%m-%d %H:%M")
