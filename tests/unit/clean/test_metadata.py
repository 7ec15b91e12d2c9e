# ruff: noqa: E501 - markup is written as pages have it
"""What is known of an article beside its text."""

from __future__ import annotations

import json

import pytest

from clipper.clean import dates
from clipper.clean.bylines import byline_of, names_in
from clipper.clean.choice import Candidate
from clipper.clean.icon_names import PERSON_ICONS, SECTION_ICONS
from clipper.clean.wording import words_in_value
from tests.unit.clean.reading import ADDRESS, PROSE, around, read


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Staff, Agencies", ("Staff", "Agencies")),
        ("By Hanna Breck and Inga Holm", ("Hanna Breck", "Inga Holm")),
        ("Written by Hanna Breck | 14 May 2024", ("Hanna Breck",)),
        ("Von Hanna Breck und Inga Holm", ("Hanna Breck", "Inga Holm")),
        ("Par Jeanne Moreau et Luc Petit", ("Jeanne Moreau", "Luc Petit")),
        ("Por María de la Cruz", ("María de la Cruz",)),
        ("Di Anna Rossi", ()),
        ("Autor: Jan Kowalski", ("Jan Kowalski",)),
        ("Автор: Пётр Ильин", ("Пётр Ильин",)),
        ("بقلم: هناء برق", ("هناء برق",)),
        ("מאת דנה לוי", ("דנה לוי",)),
        ("作者：李文", ("李文",)),
        ("김민수 기자", ("김민수",)),
        ("By Friday, the water had gone.", ()),
        ("By the lake", ()),
        ("By Friday", ()),
        ("By and large the town was content", ()),
    ],
)
def test_visible_bylines(line: str, names: tuple[str, ...]) -> None:
    assert byline_of(line) == names


def test_a_declared_byline_loses_titles_and_handles() -> None:
    assert names_in("Hanna Breck, Senior Reporter @hbreck", sure=True)[0] == "Hanna Breck"
    assert names_in("hbreck", sure=True) == ("hbreck",)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-05-14T09:20:00+02:00", "2024-05-14T09:20:00+02:00"),
        ("2024-05-14T09:20:00Z", "2024-05-14T09:20:00+00:00"),
        ("2024-05-14T09:20:00.123-0530", "2024-05-14T09:20:00-05:30"),
        ("2024-05-14", "2024-05-14"),
        ("20240514", "2024-05-14"),
        ("Tue, 14 May 2024 09:20:00 +0200", "2024-05-14T09:20:00+02:00"),
        ("2024-13-45", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("2024-05-14T09:20:00+99:99", None),
    ],
)
def test_declared_dates_keep_their_own_offset(written: str | None, iso: str | None) -> None:
    assert dates.iso(written) == iso


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("Published on May 14, 2024", "en", "2024-05-14"),
        ("14 May 2024, 09:20", "en", "2024-05-14T09:20:00"),
        ("May 14th, 2024 at 3:05 p.m.", "en", "2024-05-14T15:05:00"),
        ("14. Mai 2024", "de", "2024-05-14"),
        ("14.05.2024 | 09:20 Uhr", "de", "2024-05-14T09:20:00"),
        ("le 14 mai 2024", "fr", "2024-05-14"),
        ("14 de mayo de 2024", "es", "2024-05-14"),
        ("14 мая 2024 г.", "ru", "2024-05-14"),
        ("١٤ أيار ٢٠٢٤", "ar", "2024-05-14"),
        ("14 مايو 2024", "ar", "2024-05-14"),
        ("14 במאי 2024", "he", "2024-05-14"),
        ("2024年5月14日", "zh", "2024-05-14"),
        ("05/14/2024", "en", "2024-05-14"),
        ("04/05/2024", "fr", "2024-05-04"),
        ("31 February 2024", "en", None),
        ("2 years ago", "en", None),
    ],
)
def test_visible_dates(line: str, language: str, iso: str | None) -> None:
    found = dates.first_in(line, language)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    "words",
    [
        "2 years ago",
        "vor 3 Tagen",
        "il y a 2 heures",
        "منذ سنتين",
        "2 года назад",
        "לפני שנתיים",
        "2年前",
        "hace 3 días",
    ],
)
def test_relative_times_are_known_and_never_dates(words: str) -> None:
    assert dates.is_relative(words)
    assert dates.iso(words) is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A Ship Comes Home | The Courier</title>", "A Ship Comes Home"),
        (
            "<title>The Courier - A Ship Comes Home</title><meta property='og:site_name' content='The Courier'>",
            "A Ship Comes Home",
        ),
        ("<title>A Ship Comes Home - news.example</title>", "A Ship Comes Home"),
        (
            "<meta property='og:title' content='A Ship Comes Home'><title>The Courier</title>",
            "A Ship Comes Home",
        ),
        ("<title>War and Peace - What the Keepers Wrote</title>", "War and Peace - What the Keepers Wrote"),
    ],
)
def test_the_title_is_without_the_sites_name(head: str, title: str) -> None:
    body = "<p>" + "She came in the morning, when nobody expected her, and lay at the quay. " * 6 + "</p>"
    assert read(f"<html><head>{head}</head><body>{body}</body></html>").title == title


def test_json_ld_in_arrays_and_graphs() -> None:
    node = {
        "@type": ["NewsArticle"],
        "headline": "A ship comes home to its harbour",
        "datePublished": "2024-05-14T09:20:00+02:00",
        "author": [{"@type": "Person", "name": "Hanna Breck"}, {"name": "AFP"}],
        "articleSection": ["Harbour", "Town"],
        "keywords": "ship, museum",
        "publisher": {"name": "The Courier"},
        "image": [{"url": "/lead.jpg"}],
        "inLanguage": "en-GB",
    }
    for data in ([node], {"@graph": [{"@type": "WebSite", "name": "X"}, node]}, [[node]]):
        article = read(around("", head=f'<script type="application/ld+json">{json.dumps(data)}</script>'))
        assert article.byline == ("Hanna Breck", "AFP")
        assert article.published == "2024-05-14T09:20:00+02:00"
        assert (article.section, article.site) == ("Harbour", "The Courier")
        assert article.keywords == ("Harbour", "ship", "museum")
        assert article.lead_image == "https://news.example/lead.jpg"
        assert article.language == "en"


@pytest.mark.parametrize(
    "broken", ["{", "[" * 5000, '{"@type": "NewsArticle", "headline": 5}', "null", '"x"']
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    article = read(around("", head=f'<script type="application/ld+json">{broken}</script>'))
    assert article.title == "A ship comes home to its harbour"


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("https://www.news.example/harbour/lightship", "https://www.news.example/harbour/lightship"),
        ("/harbour/lightship#top", "https://news.example/harbour/lightship"),
        ("https://news.example/", None),
        ("https://other.example/harbour/lightship", None),
        ("javascript:alert(1)", None),
        ("http://[bad", None),
    ],
)
def test_the_canonical_address_is_the_same_article_only(address: str, canonical: str | None) -> None:
    assert read(around("", head=f'<link rel="canonical" href="{address}">')).canonical_url == canonical


@pytest.mark.parametrize(
    ("links", "following"),
    [
        ('<a href="?page=2">2</a><a href="?page=3">3</a>', ("?page=2", "?page=3")),
        ('<a rel="next" href="?page=2">Next</a>', ("?page=2",)),
        ('<a href="?page=2"> <span> 2 </span> </a>', ("?page=2",)),
        ('<a href="?page=2"><i></i>2</a>', ("?page=2",)),
        ('<a href="?page=2"><span></span><b>2</b> </a>', ("?page=2",)),
        ('<a href="?page=2"><b>2</b> more</a>', ()),
        ('<a href="?page=2"><img src="/a.png"></a>', ()),
        ('<a href="?page=3">2</a>', ()),
        ('<a href="?page=3">3</a>', ()),
        ('<a rel="next" href="/harbour/ferry.html">Next article</a>', ()),
        ('<a href="?page=2#comments">2</a>', ()),
        ('<a href="https://other.example/harbour/lightship.html?page=2">2</a>', ()),
    ],
)
def test_next_pages_are_numbered_variants_of_the_same_address(links: str, following: tuple[str, ...]) -> None:
    assert read(around("", after=f"<div>{links}</div>")).next_pages == tuple(
        ADDRESS + each for each in following
    )


def test_the_language_of_the_text_wins_over_a_wrong_declaration() -> None:
    german = (
        "Das Schiff kam am Dienstag in den Hafen zurück, und die Leute standen auf der Mauer und sahen es an. "
        * 4
    )
    article = read(f"<html lang=en><body><p>{german}</p><p>{german}</p></body></html>")
    assert article.language == "de"


def test_unknown_is_none_or_empty() -> None:
    article = read(
        "<p>" + "She came in the morning, when nobody expected her, and lay at the quay. " * 4 + "</p>"
    )
    assert (article.title, article.byline, article.published, article.site, article.section) == (
        None,
        (),
        None,
        None,
        None,
    )
    assert (article.keywords, article.canonical_url, article.lead_image, article.next_pages) == (
        (),
        None,
        None,
        (),
    )


@pytest.mark.parametrize(
    ("title", "body", "site"),
    [
        ("A ship comes home to its harbour - The Quayside Courier", "", "The Quayside Courier"),
        ("The Quayside Courier | A ship comes home to its harbour", "", "The Quayside Courier"),
        ("A ship comes home to its harbour | Harbour | The Courier", "", "The Courier"),
        ("A ship comes home to its harbour - and stays for good, as it seems to all of us", "", None),
        ("A ship comes home to its harbour | News", "", None),
        ("A ship comes home to its harbour", "", None),
        ("Another headline altogether - The Quayside Courier", "", None),
    ],
)
def test_the_title_names_the_site_beside_a_visible_headline(title: str, body: str, site: str | None) -> None:
    markup = around(body).replace("<title>A ship comes home to its harbour<", f"<title>{title}<")
    assert read(markup).site == site


def test_a_declared_site_wins_over_the_title() -> None:
    head = "<meta property='og:site_name' content='The Courier'>"
    markup = around("", head=head).replace("harbour</title>", "harbour - Page Three</title>")
    assert read(markup).site == "The Courier"


ACCOUNTS = (
    "admin",
    "Administrator",
    "webmaster",
    "editor",
    "root",
    "user12",
    "4711",
    "https://news.example/author/7",
    "desk@news.example",
    "The Courier",
    "null",
)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_an_account_loses_to_a_visible_byline(account: str) -> None:
    head = f"<meta name='author' content='{account}'><meta property='og:site_name' content='The Courier'>"
    assert read(around("", head=head, before="<p>By Hanna Breck</p>")).byline == ("Hanna Breck",)
    assert read(around("", head=head, after="<p>By Hanna Breck</p>")).byline == ("Hanna Breck",)


def test_the_byline_under_the_headline_wins_over_another_person_in_a_meta_element() -> None:
    """Measured on known pages: the meta element often names who put the page in."""
    head = "<meta name='author' content='Inga Holm'>"
    assert read(around("", head=head, before="<p>By Hanna Breck</p>")).byline == ("Hanna Breck",)


def test_a_person_whom_the_page_declares_wins_over_one_named_far_below() -> None:
    head = "<meta name='author' content='Inga Holm'>"
    assert read(around("", head=head, after="<p>Illustrated by Hanna Breck</p>")).byline == ("Inga Holm",)


def test_several_links_to_authors_are_one_byline() -> None:
    links = "<div><a rel=author href=/a>Hanna Breck</a> <a rel=author href=/b>Inga Holm</a></div>"
    assert read(around("", before=links)).byline == ("Hanna Breck", "Inga Holm")


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("<span>folder_open</span><span>Harbour</span>", "Harbour"),
        ("<i class='material-icons-outlined'>category</i> Harbour", "Harbour"),
        ("<i class='fa-solid fa-folder-open'></i> Harbour", "Harbour"),
        ("<button><i>local_offer</i>Harbour</button>", "Harbour"),
        ("<table><tr><td>folder_open</td><td>Harbour</td></tr></table>", "Harbour"),
        ("<span>Category: Harbour</span>", "Harbour"),
        ("<span>Rubrik: Harbour</span>", "Harbour"),
        ("<i>bookmark</i>Add to favorites", None),
        ("<i>folder_open</i>12 files", None),
        ("<i>folder_open</i>2 years ago", None),
        ("<i>folder_open</i>The whole file of the harbour master", None),
        ("<i class='fa fa-user'></i></div><div>Harbour", None),
        ("Tags: Harbour", None),
        ("<button>Harbour</button>", None),
    ],
)
def test_the_word_beside_a_folder_is_the_section(line: str, section: str | None) -> None:
    assert read(around("", before=f"<div>{line}</div>")).section == section


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        ("folder_openHarbour", SECTION_ICONS, "Harbour"),
        ("folder_open Harbour", SECTION_ICONS, "Harbour"),
        ("labelHarbour", SECTION_ICONS, "Harbour"),
        ("labelHarbour", frozenset(), "labelHarbour"),
        ("label Harbour", SECTION_ICONS, "label Harbour"),
        ("webOS", SECTION_ICONS, "webOS"),
        ("personal matters", PERSON_ICONS, "personal matters"),
        ("Folder", SECTION_ICONS, "Folder"),
        ("star", SECTION_ICONS, "star"),
    ],
)
def test_icon_names_are_cut_off_values(value: str, kind: frozenset[str], words: str) -> None:
    assert words_in_value(value, kind) == words


def test_a_word_in_italics_stays_in_a_headline() -> None:
    markup = "<h1>The <i>star</i> of the northern sandbanks</h1>" + "".join(
        f"<p>{each}</p>" for each in PROSE
    )
    assert read(markup).title == "The star of the northern sandbanks"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("1715671200", "2024-05-14T07:20:00+00:00"),
        ("1715671200000", "2024-05-14T07:20:00+00:00"),
        ("1612101234", "2021-01-31T13:53:54+00:00"),
        ("2024051409", "2024-05-14"),
    ],
)
def test_seconds_since_1970_are_dates(written: str, iso: str) -> None:
    assert dates.iso(written) == iso


def test_the_name_of_an_icon_before_the_sites_is_none_of_it() -> None:
    head = (
        "<title>A ship comes home to its harbour - Quayside News</title>"
        '<meta property="og:site_name" content="public Quayside News">'
    )
    assert read(f"<head>{head}</head><h1>A ship comes home to its harbour</h1>").site == "Quayside News"
    kept = head.replace("- Quayside", "- public Quayside")
    assert (
        read(f"<head>{kept}</head><h1>A ship comes home to its harbour</h1>").site == "public Quayside News"
    )


def test_a_single_tag_is_the_section_where_nothing_else_tells_one() -> None:
    tag, other = '<a rel="tag" href="/t/1">Harbour</a>', '<a rel="tag" href="/t/2">Ships</a>'
    assert read(around("", after=f"<p>Labels: {tag}</p>")).section == "Harbour"
    assert read(around("", after=f"<p>Labels: {tag}, {other}</p>")).section is None


def test_agencies_keep_their_capitals() -> None:
    assert byline_of("BY ANNA BRECK, AFP") == ("Anna Breck", "AFP")
    assert byline_of("By Anna Breck, AFP") == ("Anna Breck", "AFP")


def test_the_order_of_marks_does_not_count() -> None:
    weights = {"a": 1e16, "b": 1.0, "c": -1e16}
    assert Candidate("Hanna Breck", {"a", "b", "c"}).score(weights) == 1.0


def test_of_several_sections_in_one_value_the_first_is_told() -> None:
    head = '<meta property="article:section" content="Crash and Rescue,Society,News">'
    assert read(around("", head=head)).section == "Crash and Rescue"
    head = '<meta property="article:section" content="Arts, Culture">'
    assert read(around("", head=head)).section == "Arts, Culture"
