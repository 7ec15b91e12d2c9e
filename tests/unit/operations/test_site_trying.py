"""A rule is tried before it is saved: it says what would change, and changes nothing."""

from __future__ import annotations

import pytest

from clipper.errors import BadSelector, SiteRuleBroken
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import site_rules
from clipper.operations.desk import Desk
from clipper.operations.site_trying import home_of, read_rule, selectors, try_rule
from tests.servers import Site
from tests.unit.operations.mending import FIRST, LAST, clip_of, clipped, lines, page, paragraph

HOST = "127.0.0.1"


def test_what_a_rule_would_change_is_said_and_nothing_is_changed(plain: Desk, site: Site) -> None:
    one = clipped(plain, site)
    two = clipped(plain, site, "/other", page(paragraph("Something else."), title="Other"))
    before = lines(plain, one)
    told = {each.clip: each for each in try_rule(plain, HOST, "keep = '.box'\nstrip = 'p.text'")}
    assert told[one].gone == (FIRST, LAST) and len(told[one].added) == 1
    assert told[two].error is not None, "nothing would be left of it"
    assert lines(plain, one) == before
    assert site_rules.text_of(plain, HOST) is None


def test_the_text_that_is_tried_counts_and_not_the_rule_that_is_saved(plain: Desk, site: Site) -> None:
    one = clipped(plain, site)
    site_rules.save(plain, HOST, "keep = '.box'")
    (told,) = try_rule(plain, HOST, "")
    assert (told.clip, told.status) == (one, "unchanged")
    assert len(clip_of(plain, one).removals) == 1


def test_what_is_no_rule_is_said(plain: Desk) -> None:
    with pytest.raises(SiteRuleBroken):
        read_rule(plain, HOST, "strip = [")
    with pytest.raises(BadSelector):
        try_rule(plain, HOST, "strip = 'p['")


def test_a_rule_is_read_by_purpose(plain: Desk) -> None:
    rule = read_rule(plain, HOST, "keep = 'figure.map'\nbody = ['article', 'main']\nwait_for = '.story'")
    assert selectors(rule) == [
        ("body", ("article", "main")),
        ("keep", ("figure.map",)),
        ("wait_for", (".story",)),
    ]
    assert home_of(plain, "https://www.news.example/a") == "news.example"


def test_a_trial_says_how_far_it_is_and_stops_when_asked(plain: Desk, site: Site) -> None:
    for number in range(3):
        clipped(plain, site, f"/{number}")
    heard: list[Progress] = []
    ticket = Ticket(heard.append)
    try_rule(plain, HOST, "", ticket)
    assert [(each.done, each.total) for each in heard] == [(0, 3), (1, 3), (2, 3)]
    ticket = Ticket(lambda _progress: ticket.cancel())
    with pytest.raises(Stopped):
        try_rule(plain, HOST, "", ticket)
