"""Rules of sites: readable files, whose words stay as the user wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.article.site_rule import SiteRule
from clipper.errors import BadSite, SiteRuleBroken, SiteRuleUnwritable
from clipper.jobs import Ticket
from clipper.store import Library, SiteRules, acts, site_files
from clipper.store.backup import backup, check
from clipper.store.site_rules import site_of, with_selectors, without_selectors

MINE = """# my own words
colour = "blue"  # not Clipper's
strip = ".promo"
"""


@pytest.fixture
def rules(tmp_path: Path) -> SiteRules:
    """An empty folder of rules, not even made yet."""
    return SiteRules.of_library(tmp_path)


def test_a_rule_is_read_from_its_file(rules: SiteRules) -> None:
    rules.write("news.example", 'title = "h1"\nstrip = [".a", "//div"]\nwait_for = ".story"\nother = 7\n')
    assert rules.read("news.example") == SiteRule(
        "news.example", title=("h1",), strip=(".a", "//div"), wait_for=".story"
    )
    assert rules.read("other.example") is None
    assert rules.hosts() == ["news.example"]
    assert rules.file("news.example").name == "news.example.toml"


def test_no_folder_is_no_rules(rules: SiteRules) -> None:
    assert rules.hosts() == []
    assert rules.rule_for("https://news.example/a") is None
    assert not rules.folder.exists()


def test_a_rule_holds_for_subdomains_that_have_none_of_their_own(rules: SiteRules) -> None:
    rules.write("news.example", 'strip = ".a"')
    rules.write("sport.news.example", 'strip = ".b"')
    found = [rules.rule_for(f"https://{host}/x") for host in ("www.news.example", "live.sport.news.example")]
    assert [rule.strip for rule in found if rule] == [(".a",), (".b",)]
    assert rules.rule_for("https://othernews.example/") is None
    assert rules.rule_for("https://example/") is None
    assert rules.rule_for("file:///home/a/b.html") is None
    assert rules.rule_for("https://[broken/") is None


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://www.news.example:8080/a", "news.example"),
        ("http://127.0.0.1:99/a", "127.0.0.1"),
        ("http://[::1]:99/a", "::1"),
        ("https://sport.news.example/", "sport.news.example"),
    ],
)
def test_where_a_new_rule_is_kept(rules: SiteRules, url: str, home: str) -> None:
    assert rules.home_of(url) == home
    rules.write(home, 'keep = ".x"')
    assert rules.hosts() == [home]
    assert rules.rule_for(url) is not None


def test_a_rule_that_holds_already_is_added_to(rules: SiteRules) -> None:
    rules.write("news.example", MINE)
    assert rules.home_of("https://www.sport.news.example/a") == "news.example"


@pytest.mark.parametrize(
    ("named", "site"),
    [
        ("News.Example.", "news.example"),
        ("https://news.example/a/b", "news.example"),
        ("news.example/a", "news.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("localhost", "localhost"),
    ],
)
def test_what_is_a_site(named: str, site: str) -> None:
    assert site_of(named) == site


@pytest.mark.parametrize(
    "named", ["", "..", "../x", "/etc/passwd", "a b", "a..b", ".hidden", "x\0y", "C:\\x"]
)
def test_what_is_no_site(named: str, rules: SiteRules) -> None:
    for use in (rules.read, rules.file, lambda host: rules.write(host, "x")):
        with pytest.raises(BadSite):
            use(named)


@given(st.text(max_size=40))
def test_no_name_leads_out_of_the_folder(named: str) -> None:
    rules = SiteRules(Path("/library/sites"))
    try:
        file = rules.file(named)
    except BadSite:
        return
    assert file.parent == rules.folder
    assert file.suffix == ".toml"
    assert not file.name.startswith(".")


@pytest.mark.parametrize("text", ["strip = [", "strip = 7", "title = [1]", "wait_for = [{}]", "keep = true"])
def test_a_broken_file_is_said(rules: SiteRules, text: str) -> None:
    rules.write("news.example", text)
    for use, named in ((rules.read, "news.example"), (rules.rule_for, "https://news.example/")):
        with pytest.raises(SiteRuleBroken) as said:
            use(named)
        assert said.value.path == str(rules.file("news.example"))
    assert rules.text("news.example") == text


def test_bytes_that_are_no_text_are_said(rules: SiteRules) -> None:
    rules.write("news.example", "")
    rules.file("news.example").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SiteRuleBroken):
        rules.read("news.example")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "sites").write_text("a file in its place")
    with pytest.raises(SiteRuleUnwritable):
        SiteRules(tmp_path / "sites").write("news.example", "x = 1")


def test_selectors_are_added_and_the_users_words_stay() -> None:
    text = with_selectors("news.example", MINE, {"strip": (".ad", ".promo"), "keep": ("p.lead",)})
    assert text.startswith('# my own words\ncolour = "blue"  # not Clipper\'s\n')
    assert SiteRules(Path()).parse("news.example", text) == SiteRule(
        "news.example", strip=(".promo", ".ad"), keep=("p.lead",)
    )
    assert without_selectors("news.example", text, {"strip": (".ad", "no"), "keep": ("p.lead",)}) != text
    left = without_selectors("news.example", text, {"strip": (".ad",), "keep": ("p.lead",), "body": ("x",)})
    assert SiteRules(Path()).parse("news.example", left) == SiteRule("news.example", strip=(".promo",))
    assert "my own words" in left


def test_a_new_file_says_what_it_is_and_a_single_selector_is_replaced() -> None:
    text = with_selectors("news.example", None, {"wait_for": (".a",)})
    assert text.startswith("# What Clipper knows of the pages of news.example.")
    assert 'wait_for = ".b"' in with_selectors("news.example", text, {"wait_for": (".b",)})


def test_a_file_that_is_no_toml_is_not_written_over() -> None:
    with pytest.raises(SiteRuleBroken):
        with_selectors("news.example", "strip = [", {"strip": (".a",)})


SELECTOR = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1).filter(
    lambda text: bool(text.strip())
)


@given(st.lists(SELECTOR, min_size=1, max_size=4))
def test_whatever_is_written_is_read_again(selectors: list[str]) -> None:
    text = with_selectors("news.example", MINE, {"keep": tuple(selectors)})
    found = SiteRules(Path()).parse("news.example", text)
    assert found.keep == tuple(dict.fromkeys(each.strip() for each in dict.fromkeys(selectors)))


def test_an_act_writes_a_rule_and_undo_and_redo_follow(library: Library) -> None:
    def put(text: str | None) -> None:
        site_files.catch_up(library, "news.example")
        with library.writing("site_rule") as writing:
            site_files.put(writing, library.site_rules, "news.example", text)

    put("a = 1")
    put("a = 2")
    acts.undo(library, None)
    assert library.site_rules.text("news.example") == "a = 1"
    acts.redo(library)
    put(None)
    assert library.site_rules.hosts() == []
    acts.undo(library, None)
    assert library.site_rules.text("news.example") == "a = 2"
    library.site_rules.write("news.example", "by hand")
    put("a = 3")
    acts.undo(library, None)
    assert library.site_rules.text("news.example") == "by hand"


def test_a_backup_has_the_rules_and_a_check_finds_broken_ones(library: Library, tmp_path: Path) -> None:
    library.site_rules.write("news.example", MINE)
    library.site_rules.write("broken.example", "strip = [")
    backup(library, tmp_path / "backup", Ticket())
    copy = Library.open(tmp_path / "backup")
    assert copy.site_rules.text("news.example") == MINE
    for each in (library, copy):
        (finding,) = check(each, Ticket())
        assert finding.code == "rule_broken"
        assert "broken.example.toml" in dict(finding.values)["path"]
    copy.close()
