"""What the user teaches Clipper about sites: rules are shown, changed, tried, imported. Changes are acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clipper.article.changes import Changes
from clipper.article.clip import ClipId
from clipper.article.site_rule import SiteRule
from clipper.errors import BadSelector, NoSiteRule
from clipper.exchange import ftr_site_config
from clipper.operations.desk import Desk
from clipper.operations.guiding import problems, selectors_of
from clipper.store import Writing, revising, site_files, site_rules
from clipper.store.site_rules import KEYS, site_of

__all__ = ["KEYS", "Imported", "problems", "selectors_of"]

Selectors = Mapping[str, Sequence[str]]
"""Selectors by key of SiteRule."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of another program's rule for one site."""

    host: str
    rule: SiteRule
    """As it is now, with what it said before."""
    left_out: tuple[str, ...] = ()
    """Lines that say something which Clipper's rules cannot."""


def sites(desk: Desk) -> list[str]:
    """Sites that have a rule, sorted."""
    return _rules(desk).hosts()


def text_of(desk: Desk, host: str) -> str | None:
    """A site's file as it stands, or None. Raises BadSite, SiteRuleBroken (it cannot be read at all)."""
    return _rules(desk).text(host)


def rule_of(desk: Desk, host: str) -> SiteRule:
    """A site's own rule. Raises NoSiteRule, BadSite, SiteRuleBroken."""
    found = _rules(desk).read(host)
    if found is None:
        raise NoSiteRule(host)
    return found


def path_of(desk: Desk, host: str) -> str:
    """Where a site's file lies or would lie. Raises BadSite."""
    return str(_rules(desk).file(host))


def clips_of(desk: Desk, host: str) -> list[ClipId]:
    """Clips of a site and its subdomains, the oldest first. Raises BadSite."""
    with desk.library.reading() as reading:
        return revising.of_host(reading, site_of(host))


def beginning(host: str) -> str:
    """The text of a new file: what may stand in it. Raises BadSite."""
    return site_rules.with_selectors(site_of(host), None, {})


def save(desk: Desk, host: str, text: str) -> Changes:
    """Write a site's file as the user wrote it, even if it is broken: it is his. Raises BadSite."""
    return _write(desk, "site_rule", {host: text})


def forget(desk: Desk, host: str) -> Changes:
    """Take a site's rule away. Raises BadSite, NoSiteRule."""
    if _rules(desk).text(host) is None:
        raise NoSiteRule(host)
    return _write(desk, "site_rule", {host: None})


def change(
    desk: Desk, host: str, *, added: Selectors | None = None, gone: Selectors | None = None
) -> Changes:
    """Add selectors to a site's rule and take others out of it.

    Raises BadSelector, BadSite, SiteRuleBroken.
    """
    check(added or {})
    return _write(desk, "site_rule", {host: changed_text(desk, host, added=added, gone=gone)})


def changed_text(
    desk: Desk, host: str, *, added: Selectors | None = None, gone: Selectors | None = None
) -> str:
    """A site's file as it would be. Raises BadSite, SiteRuleBroken."""
    site = site_of(host)
    text = _rules(desk).text(site)
    if gone:
        text = site_rules.without_selectors(site, text, {key: tuple(each) for key, each in gone.items()})
    return site_rules.with_selectors(
        site, text, {key: tuple(each) for key, each in (added or {}).items() if each}
    )


def check(added: Selectors) -> None:
    """Raise BadSelector for the first that is no selector."""
    from clipper.clean import selectors

    for each in (selector for several in added.values() for selector in several):
        why = selectors.problem(each)
        if why is not None:
            raise BadSelector(each, why)


def import_rules(
    desk: Desk, files: Sequence[Path], host: str | None = None
) -> tuple[list[Imported], Changes]:
    """Add what ftr-site-config files say to the rules of their sites, which their names tell unless `host`
    does; one act. Raises FileMissing, FileUnreadable, BadSite, SiteRuleBroken.
    """
    texts: dict[str, str | None] = {}
    done: list[Imported] = []
    for file in files:
        site = site_of(host or ftr_site_config.host_of(file.name))
        rule, left_out = ftr_site_config.read(site, ftr_site_config.text_of(file))
        bad = [(key, selector) for key, selector, _why in problems(rule)]
        added = {key: tuple(s for s in selectors_of(rule, key) if (key, s) not in bad) for key in KEYS}
        before = texts[site] if site in texts else _rules(desk).text(site)
        if any(added.values()):
            texts[site] = site_rules.with_selectors(site, before, added)
        now = texts.get(site, before)
        whole = _rules(desk).parse(site, now) if now else SiteRule(site)
        done.append(Imported(site, whole, (*left_out, *(f"{key}: {each}" for key, each in bad))))
    return done, _write(desk, "site_import", texts)


def put(desk: Desk, writing: Writing, host: str, text: str | None) -> None:
    """Within an act of somebody else: write a site's file (`prepare` it before)."""
    site_files.put(writing, _rules(desk), host, text)


def prepare(desk: Desk, host: str) -> None:
    """Before an act that writes a site's file: take note of what the user wrote there by hand."""
    desk.writer.run(lambda: site_files.catch_up(desk.library, host))


def _write(desk: Desk, code: str, files: Mapping[str, str | None]) -> Changes:
    for host in files:
        prepare(desk, host)

    def write(writing: Writing) -> None:
        for host, text in files.items():
            put(desk, writing, host, text)

    return desk.act(code, write)


def _rules(desk: Desk) -> site_rules.SiteRules:
    return desk.library.site_rules
