"""`clip` and `clean`: from addresses or files to clips, or only to clean text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import click

from clipper.article.article import Article
from clipper.article.clip import Clip, ClipId, Filing
from clipper.article.page import Page
from clipper.cli import json_lines, pieces
from clipper.cli.batch import Ended, distinct, each
from clipper.cli.endings import OK, TOLD, bug
from clipper.cli.interrupts import on_interrupt
from clipper.cli.output import one_line, plain
from clipper.cli.session import Session, pass_session
from clipper.cli.views import article_view
from clipper.errors import ClipperError
from clipper.i18n import _, flag_sentence
from clipper.jobs import Ticket
from clipper.operations import clip_page, export, find
from clipper.operations.blocks import blocks_of
from clipper.operations.clip_page import Result
from clipper.operations.desk import Desk

_SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
_URL = click.option("--url", metavar="URL", help=_("Where a saved file came from."))


@dataclass
class _Run:
    """One call over several sources: how it is told, and what came of it."""

    session: Session
    as_json: bool
    code: int = OK
    kept: dict[str, ClipId] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def failed(self, source: str, error: ClipperError) -> None:
        """Tell of a source that failed."""
        self.session.status.tell(error, source)
        self.code = max(self.code, TOLD)
        self.object(source, "failed", json_lines.reason_of(error))

    def broke(self, source: str, error: Exception) -> None:
        """Tell of a source over which Clipper itself broke; the others go on."""
        self.code = bug(self.session.status, error)
        self.object(source, "failed", json_lines.a_bug(error))

    def skipped(self, source: str) -> None:
        """Tell of a source that was named twice."""
        if not self.as_json:
            self.session.output.line(
                f"{_('skipped')}  {one_line(source)}: {json_lines.named_twice()['message']}"
            )
        self.object(source, "skipped", json_lines.named_twice())

    def stopped(self, sources: Sequence[str], error: ClipperError) -> None:
        """Tell of what stood in the way of them all; each source that was not tried says so too."""
        self.session.status.tell(error)
        self.code = max(self.code, TOLD)
        for source in sources:
            if source not in self.told:
                self.object(source, "failed", json_lines.reason_of(error))

    def object(
        self,
        source: str,
        status: str,
        reason: json_lines.Json | None = None,
        known: json_lines.Json | None = None,
    ) -> None:
        """The source's line of JSON, where that was asked for."""
        self.told.add(source)
        if self.as_json:
            self.session.output.json(json_lines.outcome(source, status, known, reason))


@click.command(help=_("Clip pages: addresses, or saved .html files."))
@_SOURCES
@click.option(
    "--collection", "collections", multiple=True, metavar="PATH", help=_("File into it: “Politics/Russia”.")
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("Give this tag."))
@_URL
@click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line for each source."))
@click.option(
    "--pdf", type=click.Path(path_type=Path), metavar="FILE", help=_("Bind what was clipped into a PDF.")
)
@pass_session
def clip_command(
    session: Session,
    sources: tuple[str, ...],
    collections: tuple[str, ...],
    tags: tuple[str, ...],
    url: str | None,
    as_json: bool,
    pdf: Path | None,
) -> int:
    """Clip every source; what fails is told, and the rest is kept."""
    _one_source_for(url, sources)
    run = _Run(session, as_json)
    try:
        if pdf:
            export.check_target(pdf)
        with session.desk(pages=len(sources)) as desk:
            _clip_all(desk, run, sources, Filing(collections, tags), url)
            if pdf:
                _bind(desk, run, sources, pdf)
    except ClipperError as error:
        run.stopped(sources, error)
    return run.code


def _clip_all(desk: Desk, run: _Run, sources: Sequence[str], filing: Filing, url: str | None) -> None:
    first, again = distinct(sources, _identity)
    for source in again:
        run.skipped(source)

    def work(source: str, ticket: Ticket) -> Result:
        return clip_page.clip(desk, source, filing, ticket, url=url)

    for ended in each(first, work, run.session.status):
        _tell_clipped(desk, run, ended)


def _tell_clipped(desk: Desk, run: _Run, ended: Ended[Result]) -> None:
    result = ended.value
    if ended.bug is not None:
        run.broke(ended.source, ended.bug)
    elif result is not None and result.error is not None:
        run.failed(ended.source, result.error)
    elif result is not None and result.clip is not None:
        run.kept[ended.source] = result.clip
        clip = find.open_clip(desk, result.clip)
        run.object(ended.source, result.status, known=json_lines.of_clip(clip))
        if not run.as_json:
            _print_clipped(run.session, result.status, clip)


def _print_clipped(session: Session, status: str, clip: Clip) -> None:
    words = {"kept": _("kept"), "merged": _("merged")}[status]
    session.status.clear()
    session.output.line(f"{words}  {clip.row.id}  {one_line(clip.row.title) or one_line(clip.row.url)}")
    for flag in clip.row.flags:
        session.output.line(f"    {one_line(flag_sentence(flag.code, flag.values))}")


def _bind(desk: Desk, run: _Run, sources: Sequence[str], pdf: Path) -> None:
    """One book of what was kept or merged, in the order the sources were named."""
    chosen = list(dict.fromkeys(run.kept[source] for source in sources if source in run.kept))
    if not chosen:
        run.session.status.say(_("clipper: Nothing was clipped, so there is no {path}.").format(path=pdf))
        return
    ticket = Ticket(run.session.status.progress)
    with on_interrupt(ticket.cancel):
        export.export(desk, chosen, "pdf", pdf, ticket)
    run.session.status.clear()
    if not run.as_json:
        run.session.output.line(f"PDF  {one_line(str(pdf))}")


@click.command(help=_("Clean pages and print them. Keeps nothing, needs no library."))
@_SOURCES
@_URL
@click.option("--json", "form", flag_value="json", help=_("One JSON object a line for each source."))
@click.option("--html", "form", flag_value="html", help=_("The body as an HTML fragment."))
@click.option("--text", "form", flag_value="text", help=_("The body as plain text."))
@click.option("--explain", is_flag=True, help=_("Tell what was taken out, where it stood, and why."))
@pass_session
def clean_command(
    session: Session,
    sources: tuple[str, ...],
    url: str | None,
    form: Literal["json", "html", "text"] | None,
    explain: bool,
) -> int:
    """Clean every source; what fails is told, and the rest is printed."""
    _one_source_for(url, sources)
    if explain and form not in (None, "json"):
        raise click.UsageError(_("--explain goes with --json only."))
    run = _Run(session, form == "json")
    first, again = distinct(sources, _identity)
    with session.outside(pages=len(first)) as outside:

        def work(source: str, ticket: Ticket) -> tuple[Page, Article] | ClipperError:
            try:
                pages, article = clip_page.read(outside, source, ticket, url=url)
            except ClipperError as error:
                return error
            return pages[0], article

        for ended in each(first, work, session.status):
            _tell_cleaned(run, ended, form, explain=explain)
    for source in again:
        run.skipped(source)
    return run.code


def _tell_cleaned(
    run: _Run,
    ended: Ended[tuple[Page, Article] | ClipperError],
    form: Literal["json", "html", "text"] | None,
    *,
    explain: bool,
) -> None:
    if ended.bug is not None:
        run.broke(ended.source, ended.bug)
    elif isinstance(ended.value, ClipperError):
        run.failed(ended.source, ended.value)
    elif ended.value is not None:
        page, article = ended.value
        run.session.status.clear()
        _PRINTS["explained json" if explain and form else "explained" if explain else form](
            run.session, ended.source, page, article
        )


def _print_json(session: Session, source: str, page: Page, article: Article) -> None:
    session.output.json(json_lines.outcome(source, "cleaned", json_lines.of_article(page, article)))


def _print_html(session: Session, _source: str, _page: Page, article: Article) -> None:
    session.output.line(plain(article.html) if session.output.terminal else article.html)


def _print_text(session: Session, _source: str, _page: Page, article: Article) -> None:
    session.output.line(plain(article.text))


def _print_view(session: Session, _source: str, page: Page, article: Article) -> None:
    article_view(session.output, page, article)


def _print_explained(session: Session, _source: str, page: Page, article: Article) -> None:
    article_view(session.output, page, replace(article, removals=()))
    pieces.removals_view(session.output, article.removals, len(blocks_of(article.html)))


def _print_explained_json(session: Session, source: str, page: Page, article: Article) -> None:
    blocks = len(blocks_of(article.html))
    removed = [pieces.of_removal(n, each, blocks) for n, each in enumerate(article.removals, 1)]
    known = json_lines.of_article(page, article)
    session.output.json(json_lines.outcome(source, "cleaned", known) | {"removals": removed})


_PRINTS: dict[str | None, Callable[[Session, str, Page, Article], None]] = {
    "json": _print_json,
    "html": _print_html,
    "text": _print_text,
    "explained": _print_explained,
    "explained json": _print_explained_json,
    None: _print_view,
}


def _one_source_for(url: str | None, sources: Sequence[str]) -> None:
    if url and len(sources) > 1:
        raise click.UsageError(_("--url says where one file came from; name one source with it."))


def _identity(source: str) -> str:
    """What makes two sources the same one."""
    return source.strip() if "://" in source else str(Path(source).absolute())
