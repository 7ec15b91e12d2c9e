# ruff: noqa: E501 - markup is written as pages have it
"""When an article was published and when it was changed."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.clean import calendars, dates
from tests.unit.clean.reading import around, read


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("14 May 2024, 09:20 GMT", "en", "2024-05-14T09:20:00+00:00"),
        ("May 14th, 2024 at 3:05 p.m. EDT", "en", "2024-05-14T15:05:00-04:00"),
        ("8.Dezember 2010 um 09:43", "de", "2010-12-08T09:43:00"),
        ("1er mars 2024 à 18h05", "fr", "2024-03-01T18:05:00"),
        ("14 de maio de 2024", "pt", "2024-05-14"),
        ("14 maggio 2024", "it", "2024-05-14"),
        ("14 mei 2024 om 12.30", "nl", "2024-05-14T12:30:00"),
        ("5 sierpnia 2023, 12:00", "pl", "2023-08-05T12:00:00"),
        ("14 Mayıs 2024 Salı 12:30", "tr", "2024-05-14T12:30:00"),
        ("14 Μαΐου 2024", "el", "2024-05-14"),
        ("12:30, 14 мая 2024", "ru", "2024-05-14T12:30:00"),
        ("14 травня 2024", "uk", "2024-05-14"),
        ("14 مايو/أيار 2024", "ar", "2024-05-14"),
        ("14 كانون الثاني 2024", "ar", "2024-01-14"),
        ("5 ذو القعدة 1445 هـ الموافق 13 مايو 2024", "ar", "2024-05-13"),
        ("۲۵ اردیبهشت ۱۴۰۳ - ۱۲:۳۰", "fa", "2024-05-14T12:30:00"),
        ("1403/02/25", "fa", "2024-05-14"),
        ("ב-14 במאי 2024 בשעה 12:30", "he", "2024-05-14T12:30:00"),
        ("14 मई 2024", "hi", "2024-05-14"),
        ("Selasa, 14 Mei 2024 12:30 WIB", "id", "2024-05-14T12:30:00+07:00"),
        ("2024年5月14日 12:30", "zh", "2024-05-14T12:30:00"),
        ("令和6年5月14日", "ja", "2024-05-14"),
        ("2024年5月14日 午後3時05分", "ja", "2024-05-14T15:05:00"),
        ("입력 2024.05.14 오후 3:05", "ko", "2024-05-14T15:05:00"),
        ("19.1.2023, 10:00-11:30 Uhr", "de", "2023-01-19T10:00:00"),
        ("5 ذو القعدة 1445", "ar", None),
        ("Ships in 2024 and 2025", "en", None),
    ],
)
def test_dates_of_many_languages(line: str, language: str, iso: str | None) -> None:
    found = dates.first_in(line, language)
    assert (found.iso if found else None) == iso


def test_a_lunar_date_is_known_as_a_date_though_not_told_in_ours() -> None:
    assert dates.rest_without("5 ذو القعدة 1445 هـ", "ar") == ""


@given(st.dates(date(1921, 3, 21), date(2090, 1, 1)))
def test_every_day_has_one_name_in_the_persian_calendar(day: date) -> None:
    year = day.year - 621 - ((day.month, day.day) < (3, 19))
    names = [(y, m, d) for y in (year, year - 1) for m in range(1, 13) for d in range(1, 32)]
    assert sum(calendars.from_persian(*name) == day.isoformat() for name in names) == 1


@given(st.dates(date(1995, 1, 1), date(2024, 5, 1)))
def test_a_shown_day_is_read_back(day: date) -> None:
    shown = f"{day.day} {day.strftime('%B')} {day.year}"
    assert [each.iso for each in dates.all_in(f"Posted on {shown}", "en")] == [day.isoformat()]


def _head(**told: str) -> str:
    node = {"@type": "NewsArticle", "headline": "A ship comes home to its harbour", **told}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_a_later_revision_is_told_beside_the_publishing() -> None:
    head = _head(datePublished="2024-05-14T09:20:00+02:00", dateModified="2024-05-16T08:00:00+02:00")
    article = read(around("", head=head))
    assert (article.published, _updated(head)) == ("2024-05-14T09:20:00+02:00", "2024-05-16T08:00:00+02:00")


@pytest.mark.parametrize(
    ("modified", "told"),
    [
        ("2024-05-14T09:20:00+02:00", False),
        ("2024-05-14T09:40:00+02:00", False),
        ("2024-05-14T07:30:00Z", False),
        ("2024-05-14T12:40:00+02:00", True),
        ("2024-05-13T12:40:00+02:00", False),
        ("2024-05-15", True),
    ],
)
def test_a_revision_is_told_only_where_it_is_one(modified: str, told: bool) -> None:
    head = _head(datePublished="2024-05-14T09:20:00+02:00", dateModified=modified)
    assert (_updated(head) is not None) == told


def _updated(head: str, before: str = "") -> str | None:
    from clipper.clean import layout, metadata, page_lines, parse
    from tests.unit.clean.reading import page

    given = page(around("", head=head, before=before))
    root = parse.tree_of(given)
    return metadata.read(
        root, given, given.final_url, given.final_url, page_lines.lines_of(layout.read(root))
    ).updated


@pytest.mark.parametrize(
    "label",
    [
        "Updated:", "Aktualisiert am", "Zuletzt aktualisiert:", "Mis à jour le", "Actualizado el", "Atualizado em",
        "Aggiornato il", "Bijgewerkt op", "Zaktualizowano", "Güncelleme:", "Обновлено:", "Оновлено:", "آخر تحديث:",
        "عודכן:".replace("ع", "ע"), "更新：", "最終更新：", "수정",
    ],
)  # fmt: skip
def test_a_visible_revision_is_no_publishing(label: str) -> None:
    head = "<meta property='article:published_time' content='2024-05-01T09:20:00+02:00'>"
    before = f"<p>{label} 2024-05-14</p>"
    assert read(around("", head=head, before=before)).published == "2024-05-01T09:20:00+02:00"
    assert _updated(head, before) == "2024-05-14"


def test_a_moment_in_utc_is_told_with_the_offset_of_the_place_that_shows_its_clock() -> None:
    head = "<meta property='article:published_time' content='2024-05-14T22:04:00Z'>"
    article = read(around("", head=head, before="<p>15 May 2024, 00:04</p>"))
    assert article.published == "2024-05-15T00:04:00+02:00"


def test_no_article_is_younger_than_its_page() -> None:
    fetched = date(2024, 5, 20)
    late = fetched + timedelta(days=30)
    assert read(around("", before=f"<p>{late.isoformat()}</p><p>2024-05-14</p>")).published == "2024-05-14"


def test_a_date_among_the_data_of_a_page_that_scripts_build() -> None:
    script = '<script>window.state = {"post": {"publishedAt": "2024-05-14T09:20:00Z"}}</script>'
    assert read(around("", head=script)).published == "2024-05-14T09:20:00+00:00"
