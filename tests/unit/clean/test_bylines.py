# ruff: noqa: E501 - markup is written as pages have it
"""Who wrote it, in many languages and forms."""

from __future__ import annotations

import json

import pytest

from clipper.clean.bylines import byline_beside, byline_of, is_bare_name, names_in
from tests.unit.clean.reading import around, read


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Staff, Agencies", ("Staff", "Agencies")),
        ("By Staff, with agencies", ("Staff", "agencies")),
        ("John Smith, Political Correspondent", ("John Smith",)),
        ("Keith Barry Senior Autos Reporter", ("Keith Barry",)),
        ("HARBOUR-Redakteurin Hanna Breck", ("Hanna Breck",)),
        ("By Dr. Ang Xiao, PhD and Jessica Pan, MPH", ("Ang Xiao", "Jessica Pan")),
        ("Hanna Breck, hbreck@news.example, @hbreck", ("Hanna Breck",)),
        ("Hanna Breck | Photos by Inga Holm", ("Hanna Breck",)),
        ("Text von Hanna Breck Illustration von Inga Holm", ("Hanna Breck",)),
        ("Hanna Breck und Inga Holm", ("Hanna Breck", "Inga Holm")),
        ("Jeanne Moreau et Luc Petit", ("Jeanne Moreau", "Luc Petit")),
        ("María Ruiz y Juan Pérez", ("María Ruiz", "Juan Pérez")),
        ("Anna Rossi e Marco Neri", ("Anna Rossi", "Marco Neri")),
        ("Jan Kowalski i Anna Nowak", ("Jan Kowalski", "Anna Nowak")),
        ("Пётр Ильин и Анна Белова", ("Пётр Ильин", "Анна Белова")),
        ("هناء برق وسامي نور", ("هناء برق", "سامي نور")),
        ("محمد وليد", ("محمد وليد",)),
        ("李文、王华", ("李文", "王华")),
        ("Ayşe Demir ve Ali Kaya", ("Ayşe Demir", "Ali Kaya")),
        ("Author", ()),
        ("Senior Reporter", ()),
        ("The Courier editors", ("The Courier editors",)),
    ],
)
def test_names_in_a_declared_byline(written: str, names: tuple[str, ...]) -> None:
    assert names_in(written, sure=True) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("14.05.2024 | Hanna Breck", ("Hanna Breck",)),
        ("Posted on May 14, 2024 by Hanna Breck", ("Hanna Breck",)),
        ("Veröffentlicht am 14. Mai 2024 von hbreck", ("hbreck",)),
        ("Hanna Breck / 14.05.2024 / 06:15", ("Hanna Breck",)),
        ("Hanna Breck | Senior Writer | May 14, 2024", ("Hanna Breck",)),
        ("14 May 2024", ()),
        ("Harbour | 14 May 2024", ()),
        ("On 14 May 2024 the ship came home", ()),
    ],
)
def test_names_beside_a_date(line: str, names: tuple[str, ...]) -> None:
    assert byline_beside(line, "en") == names


def test_labels_are_no_bare_names() -> None:
    assert is_bare_name("Hanna Breck")
    assert is_bare_name("Lisa D. Ellis")
    for label in (
        "Read More",
        "Contact Us",
        "Senior Reporter",
        "Friday Morning",
        "Hanna",
        "hanna breck",
        "About Hanna Breck",
    ):
        assert not is_bare_name(label)


def test_glued_words_before_the_name() -> None:
    assert byline_of("Written byHanna Breck") == ("Hanna Breck",)
    assert byline_of("ByHanna Breck") == ("Hanna Breck",)
    assert byline_of("Byron Smith") == ()


def test_an_author_named_by_reference_in_json_ld() -> None:
    nodes = [
        {"@type": "NewsArticle", "headline": "A ship comes home to its harbour", "author": {"@id": "#p7"}},
        {"@type": "Person", "@id": "#p7", "name": "Hanna Breck"},
    ]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'
    assert read(around("", head=head)).byline == ("Hanna Breck",)


def test_the_site_beside_people_is_no_author() -> None:
    head = "<meta property='og:site_name' content='The Courier'><meta name='author' content='Hanna Breck, The Courier'>"
    assert read(around("", head=head)).byline == ("Hanna Breck",)


def test_a_link_to_an_authors_page_near_the_headline() -> None:
    before = "<p><a href='/authors/hanna-breck'>Hanna Breck</a></p><p>14 May 2024</p>"
    assert read(around("", before=before)).byline == ("Hanna Breck",)


@pytest.mark.parametrize("label", ["Press Centre", "Latest Stories", "Harbour Museum"])
def test_words_that_only_look_like_a_name_are_no_byline(label: str) -> None:
    assert read(around("", before=f"<ul><li>{label}</li></ul>")).byline == ()
