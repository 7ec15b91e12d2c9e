"""What the cleaner is told beforehand: the site's rule, and what the user said of the page's pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from clipper.article.article import Article, Edit, Flag, Guidance
from clipper.article.page import Page
from clipper.article.site_rule import SiteRule
from clipper.errors import SiteRuleBroken
from clipper.jobs import Ticket
from clipper.operations.desk import Outside


@dataclass(frozen=True, slots=True)
class Guided:
    """Guidance, and what must be said of it on the clip: a rule that could not be read."""

    guidance: Guidance
    flags: tuple[Flag, ...] = ()

    def clean(self, outside: Outside, pages: Sequence[Page], ticket: Ticket) -> Article:
        """The article of these pages, by this guidance. Raises CleanError, Stopped."""
        article = outside.cleaner.clean(pages, self.guidance, ticket)
        return replace(article, flags=(*article.flags, *self.flags)) if self.flags else article


def guided(outside: Outside, page: Page, *, url: str | None = None, edits: Sequence[Edit] = ()) -> Guided:
    """Guidance for a page: the rule of its site, if the library has one that can be read, and these edits."""
    try:
        rule = outside.site_rules.rule_for(url or page.final_url) if outside.site_rules else None
    except SiteRuleBroken as error:
        # The site and not the file: a flag goes out with exports, and a path of this computer should not.
        said = Flag("rule_broken", (("host", Path(error.path).stem), ("why", error.why)))
        return Guided(Guidance(url, edits=tuple(edits)), (said,))
    return by_rule(rule, url=url, edits=edits)


def by_rule(rule: SiteRule | None, *, url: str | None = None, edits: Sequence[Edit] = ()) -> Guided:
    """Guidance by this rule, without what is no selector in it."""
    if rule is None:
        return Guided(Guidance(url, edits=tuple(edits)))
    bad = problems(rule)
    flags = tuple(
        Flag("selector_bad", (("host", rule.host), ("key", key), ("selector", selector), ("why", why)))
        for key, selector, why in bad
    )
    sound = _without(rule, {selector for _key, selector, _why in bad})
    return Guided(Guidance(url, sound, tuple(edits)), flags)


def problems(rule: SiteRule) -> list[tuple[str, str, str]]:
    """What is no selector in a rule: key, selector, why."""
    from clipper.clean import selectors  # parsing is loaded where a site has a rule

    every = ((key, each) for key in _keys() for each in selectors_of(rule, key))
    return [(key, each, why) for key, each in every if (why := selectors.problem(each)) is not None]


def selectors_of(rule: SiteRule, key: str) -> tuple[str, ...]:
    """The selectors of one key, none, one or several."""
    value = getattr(rule, key)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _keys() -> list[str]:
    return [each.name for each in fields(SiteRule) if each.name != "host"]


def _without(rule: SiteRule, bad: set[str]) -> SiteRule:
    left: dict[str, object] = {}
    for key in _keys():
        good = tuple(each for each in selectors_of(rule, key) if each not in bad)
        single = not isinstance(getattr(rule, key), tuple)
        left[key] = (good[0] if good else None) if single else good
    return SiteRule(rule.host, **left)  # type: ignore[arg-type]
