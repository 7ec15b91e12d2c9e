"""Try a site's rule before it is saved: what it would change in the clips that are here."""

from __future__ import annotations

from clipper.article.clip import ClipId
from clipper.article.site_rule import SiteRule
from clipper.errors import BadSelector, ClipperError
from clipper.jobs import Progress, Ticket
from clipper.operations.clean_again import basis_of, revision
from clipper.operations.comparing import Recleaned, compared, failed
from clipper.operations.desk import Desk
from clipper.operations.guiding import by_rule, problems, selectors_of
from clipper.operations.site_rules import KEYS, clips_of


def home_of(desk: Desk, url: str) -> str:
    """The site under which a rule for this address is kept. Raises BadSite."""
    return desk.library.site_rules.home_of(url)


def read_rule(desk: Desk, host: str, text: str) -> SiteRule:
    """The rule that this text is. Raises SiteRuleBroken, BadSite; BadSelector for the first that is none."""
    rule = desk.library.site_rules.parse(host, text)
    for _key, selector, why in problems(rule):
        raise BadSelector(selector, why)
    return rule


def selectors(rule: SiteRule) -> list[tuple[str, tuple[str, ...]]]:
    """A rule's keys that say something, with their selectors, in order."""
    found = ((key, selectors_of(rule, key)) for key in KEYS)
    return [(key, several) for key, several in found if several]


def try_rule(desk: Desk, host: str, text: str, ticket: Ticket | None = None) -> list[Recleaned]:
    """What cleaning the site's clips again by this text would change; writes nothing, fetches nothing.

    Raises as `read_rule`, and Stopped.
    """
    ticket = ticket or Ticket()
    rule = read_rule(desk, host, text)
    ids = clips_of(desk, host)
    told: list[Recleaned] = []
    for done, clip in enumerate(ids):
        ticket.check()
        ticket.say(Progress(done, len(ids), "cleaning"))
        told.append(_tried(desk, clip, rule, ticket))
    return told


def _tried(desk: Desk, clip: ClipId, rule: SiteRule, ticket: Ticket) -> Recleaned:
    try:
        basis = basis_of(desk, clip)
        edits = basis.clip.edits
        made = revision(desk, basis, ticket, edits, by=by_rule(rule, edits=edits))
    except ClipperError as error:
        return failed(clip, error)
    return compared(clip, basis.article, made.article)
