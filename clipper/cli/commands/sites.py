"""`site`: the rules of sites, readable files in the library that say what is article and what is not."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from clipper.cli.commands import again
from clipper.cli.endings import OK, TOLD
from clipper.cli.json_lines import Json
from clipper.cli.output import one_line, plain
from clipper.cli.session import Session, pass_session
from clipper.errors import BadSelector, SiteRuleBroken
from clipper.i18n import _, ngettext
from clipper.operations import site_rules
from clipper.operations.desk import Desk
from clipper.operations.site_rules import KEYS

_HOST = click.argument("host", metavar="HOST")
_JSON = click.option("--json", "as_json", is_flag=True, help=_("As JSON, one object a line."))
_PAIR = (click.Choice(KEYS), str)


@click.group(help=_("Rules of sites: what is article and what is not, in a readable file each."))
def site_command() -> None:
    """Everything about the rules of sites."""


@site_command.command("list", help=_("Sites that have a rule."))
@pass_session
def site_list(session: Session) -> None:
    """Print the sites."""
    with session.desk() as desk:
        for host in site_rules.sites(desk):
            session.output.line(host)


@site_command.command("show", help=_("Print a site's rule."))
@_HOST
@_JSON
@pass_session
def site_show(session: Session, host: str, as_json: bool) -> int:
    """Print the file as it stands, and say what is wrong with it."""
    with session.desk() as desk:
        if not as_json:
            session.output.text(plain(site_rules.text_of(desk, host) or ""))
        rule = site_rules.rule_of(desk, host)
        if as_json:
            said: Json = {"host": rule.host, "path": site_rules.path_of(desk, host)}
            session.output.json(said | {key: list(site_rules.selectors_of(rule, key)) for key in KEYS})
        return _tell_problems(session, desk, host)


@site_command.command(
    "edit", help=_("Change a site's rule in your editor (VISUAL or EDITOR), or by --add and --remove.")
)
@_HOST
@click.option(
    "--add", type=_PAIR, multiple=True, metavar="KEY SELECTOR", help=_("Add a selector: strip “div.promo”.")
)
@click.option("--remove", type=_PAIR, multiple=True, metavar="KEY SELECTOR", help=_("Take a selector out."))
@pass_session
def site_edit(
    session: Session, host: str, add: tuple[tuple[str, str], ...], remove: tuple[tuple[str, str], ...]
) -> int:
    """Change the file."""
    with session.desk() as desk:
        if add or remove:
            site_rules.change(desk, host, added=_by_key(add), gone=_by_key(remove))
        else:
            _in_editor(session, desk, host)
        if site_rules.text_of(desk, host) is not None:
            session.output.line(one_line(site_rules.path_of(desk, host)))
        return _tell_problems(session, desk, host)


@site_command.command("forget", help=_("Take a site's rule away."))
@_HOST
@pass_session
def site_forget(session: Session, host: str) -> None:
    """Delete the file; undo brings it back."""
    with session.desk() as desk:
        site_rules.forget(desk, host)
    session.output.line(_("The rule for {host} is gone; “clipper undo” brings it back.").format(host=host))


@site_command.command("test", help=_("What a site's rule would change in every clip of that site."))
@_HOST
@_JSON
@pass_session
def site_test(session: Session, host: str, as_json: bool) -> int:
    """Preview; nothing is written."""
    with session.desk(pages=again.MANY) as desk:
        site_rules.rule_of(desk, host)
        wrong = _tell_problems(session, desk, host)
        clips = site_rules.clips_of(desk, host)
        return max(wrong, again.run(session, desk, clips, preview=True, as_json=as_json))


@site_command.command("clean-again", help=_("Clean every clip of a site again, by its rule as it is now."))
@_HOST
@_JSON
@pass_session
def site_clean_again(session: Session, host: str, as_json: bool) -> int:
    """Clean again; one undo takes it back."""
    with session.desk(pages=again.MANY) as desk:
        clips = site_rules.clips_of(desk, host)
        return again.run(session, desk, clips, preview=False, as_json=as_json)


@site_command.command(
    "import", help=_("Add rules of the ftr-site-config collection: .txt files, or folders of them.")
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--host", metavar="HOST", help=_("The site, where the file's name does not tell."))
@_JSON
@pass_session
def site_import(session: Session, files: tuple[Path, ...], host: str | None, as_json: bool) -> None:
    """Import; what cannot be taken over is said."""
    every = [each for file in files for each in (sorted(file.glob("*.txt")) if file.is_dir() else [file])]
    if host and len(every) > 1:
        raise click.UsageError(_("--host says what one file is for; name one file with it."))
    with session.desk() as desk:
        done, _changes = site_rules.import_rules(desk, every, host)
    for each in done:
        count = sum(len(site_rules.selectors_of(each.rule, key)) for key in KEYS)
        if as_json:
            session.output.json({"host": each.host, "selectors": count, "left_out": list(each.left_out)})
            continue
        has = ngettext("{count} selector", "{count} selectors", count)
        session.output.line(f"{each.host}\t{has}")
        for line in each.left_out:
            session.output.line(f"    {_('left out')}: {one_line(line)}")


def _in_editor(session: Session, desk: Desk, host: str) -> None:
    if not sys.stdin.isatty() and not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        raise click.UsageError(_("There is no terminal for an editor: use --add and --remove."))
    before = site_rules.text_of(desk, host)
    written = click.edit(before or site_rules.beginning(host), extension=".toml")
    if written is None:
        session.status.say(_("Nothing was changed."))
    else:
        site_rules.save(desk, host, written)


def _tell_problems(session: Session, desk: Desk, host: str) -> int:
    """Say what is wrong with a rule; answers the exit code."""
    if site_rules.text_of(desk, host) is None:
        return OK
    try:
        wrong = site_rules.problems(site_rules.rule_of(desk, host))
    except SiteRuleBroken as error:
        session.status.tell(error)
        return TOLD
    for key, selector, why in wrong:
        session.status.tell(BadSelector(selector, why), key)
    return TOLD if wrong else OK


def _by_key(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, selector in pairs:
        found.setdefault(key, []).append(selector)
    return found
