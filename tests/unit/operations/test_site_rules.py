"""What the user teaches of a site holds for its clips; a rule that is broken is said and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipper import wiring
from clipper.errors import BadSelector, BadSite, NoSiteRule, SiteRuleBroken
from clipper.jobs import Ticket
from clipper.operations import clean_again, clip_page, organise, site_rules
from clipper.operations.desk import Desk
from clipper.settings import Settings
from tests.servers import Site
from tests.unit.operations.mending import BOX, FIRST, LAST, box, clip_of, clipped, lines, page, paragraph

HOST = "127.0.0.1"


def test_a_rule_holds_for_what_is_clipped_and_what_is_cleaned_again(plain: Desk, site: Site) -> None:
    before = clipped(plain, site)
    site_rules.change(plain, HOST, added={"keep": [".quay-letters"], "strip": ["p.ad"]})
    after = clipped(plain, site, "/after", page(paragraph(LAST), '<p class="ad">Buy!</p>', box()))
    assert lines(plain, after) == [LAST, BOX]
    assert lines(plain, before) == [FIRST, LAST]
    assert site_rules.clips_of(plain, HOST) == [before, after]
    told = clean_again.clean_again(plain, site_rules.clips_of(plain, HOST)).clips
    assert [(each.clip, each.status) for each in told] == [(before, "changed"), (after, "unchanged")]
    assert lines(plain, before) == [FIRST, BOX, LAST]
    organise.undo(plain)
    assert lines(plain, before) == [FIRST, LAST]


def test_a_broken_rule_is_said_on_the_clip_and_nothing_else_happens(plain: Desk, site: Site) -> None:
    site_rules.save(plain, HOST, "keep = [")
    number = clipped(plain, site)
    assert lines(plain, number) == [FIRST, LAST]
    (flag,) = clip_of(plain, number).row.flags
    assert (flag.code, dict(flag.values)["host"]) == ("rule_broken", HOST)
    with pytest.raises(SiteRuleBroken):
        site_rules.rule_of(plain, HOST)
    with pytest.raises(SiteRuleBroken):
        site_rules.change(plain, HOST, added={"strip": [".x"]})
    assert site_rules.text_of(plain, HOST) == "keep = ["


def test_a_selector_that_is_none_is_said_and_the_others_are_used(plain: Desk, site: Site) -> None:
    site_rules.save(plain, HOST, 'keep = ["div..x", ".quay-letters"]\nwait_for = "//["\nmine = 1')
    number = clipped(plain, site)
    assert lines(plain, number) == [FIRST, BOX, LAST]
    flags = clip_of(plain, number).row.flags
    assert [(flag.code, dict(flag.values)["key"]) for flag in flags] == [
        ("selector_bad", "keep"),
        ("selector_bad", "wait_for"),
    ]
    with pytest.raises(BadSelector):
        site_rules.change(plain, HOST, added={"strip": ["::"]})


def test_changes_of_rules_are_acts(plain: Desk) -> None:
    first = site_rules.change(plain, "https://News.example/x", added={"strip": [".a", ".b"]})
    assert first.act is not None
    assert site_rules.sites(plain) == ["news.example"]
    site_rules.change(plain, "news.example", gone={"strip": [".a"]})
    assert site_rules.rule_of(plain, "news.example").strip == (".b",)
    site_rules.forget(plain, "news.example")
    assert site_rules.sites(plain) == []
    for wanted in ([".b"], [".a", ".b"]):
        organise.undo(plain)
        assert list(site_rules.rule_of(plain, "news.example").strip) == wanted
    organise.undo(plain)
    assert site_rules.sites(plain) == []


def test_what_is_not_there_is_said(plain: Desk) -> None:
    for use in (site_rules.rule_of, site_rules.forget):
        with pytest.raises(NoSiteRule):
            use(plain, "news.example")
        with pytest.raises(BadSite):
            use(plain, "../news")
    assert "strip: what to take out" in site_rules.beginning("news.example")


def test_rules_of_another_program_are_added_in_one_act(plain: Desk, tmp_path: Path) -> None:
    (tmp_path / "news.example.txt").write_text("body: //article\nstrip: //[\nprune: no\nfind_string: x\n")
    (tmp_path / ".news.example.txt").write_text("strip: //aside\n")
    (tmp_path / "other.example.txt").write_text("test_url: http://other.example/\n")
    site_rules.change(plain, "news.example", added={"title": ["h1"]})
    files = [tmp_path / name for name in ("news.example.txt", ".news.example.txt", "other.example.txt")]
    done, changes = site_rules.import_rules(plain, files)
    assert [each.host for each in done] == ["news.example", "news.example", "other.example"]
    assert done[0].left_out == ("find_string: x", "strip: //[")
    rule = site_rules.rule_of(plain, "news.example")
    assert (rule.title, rule.body, rule.strip) == (("h1",), ("//article",), ("//aside",))
    assert site_rules.sites(plain) == ["news.example"]
    organise.undo(plain, changes.act)
    assert site_rules.rule_of(plain, "news.example").body == ()


def test_a_rule_is_used_without_opening_the_library(plain: Desk, site: Site, tmp_path: Path) -> None:
    site_rules.change(plain, HOST, added={"strip": ["p"]})
    address = site.page("/x", page(paragraph(FIRST)))
    outside = wiring.outside(Settings(), pages=1, library=plain.library.folder)
    assert outside.site_rules is not None
    assert outside.site_rules.rule_for(address) == site_rules.rule_of(plain, HOST)
    outside.close()
    nowhere = wiring.outside(Settings(), pages=1, library=tmp_path / "nowhere")
    _pages, article = clip_page.read(nowhere, address, Ticket())
    assert FIRST in article.text
    nowhere.close()
    assert not (tmp_path / "nowhere").exists()
