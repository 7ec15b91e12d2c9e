"""Days and lengths, as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.article.asking import Dated, DateField, Length, Word, parse, written
from tests.unit.article.asking.typing_queries import CALM

TODAY = date(2026, 3, 4)
"""A Wednesday."""
Days = tuple[date | None, date | None]


def day(text: str) -> date:
    """`2026-03-04` as a date."""
    return date.fromisoformat(text)


@pytest.mark.parametrize("field", ["published", "clipped", "updated"])
@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-03", "2026-03-01", "2026-03-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2026-03-04", "2026-03-04", "2026-03-04"),
        ("2026-3-4", "2026-03-04", "2026-03-04"),
        ("=2026-03", "2026-03-01", "2026-03-31"),
        ("today", "2026-03-04", "2026-03-04"),
        ("Yesterday", "2026-03-03", "2026-03-03"),
        ("this-week", "2026-03-02", "2026-03-08"),
        ("last-week", "2026-02-23", "2026-03-01"),
        ("this-month", "2026-03-01", "2026-03-31"),
        ("last-month", "2026-02-01", "2026-02-28"),
        ("this-year", "2026-01-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("2026-03-04..2026-04-01", "2026-03-04", "2026-04-01"),
        ("2025..2026-03", "2025-01-01", "2026-03-31"),
        ("last-month..today", "2026-02-01", "2026-03-04"),
        ("2026-04..2026-02", "2026-02-01", "2026-04-30"),
        ("2026-03…2026-04", "2026-03-01", "2026-04-30"),
        ("2026-03..", "2026-03-01", None),
        ("..2026-03", None, "2026-03-31"),
        (">=2026-03", "2026-03-01", None),
        (">2026-03", "2026-04-01", None),
        ("<=2026-03", None, "2026-03-31"),
        ("<2026-03", None, "2026-02-28"),
        ("≥2026", "2026-01-01", None),
        (">today", "2026-03-05", None),
        ("<last-week", None, "2026-02-22"),
        ("2026−03", "2026-03-01", "2026-03-31"),
        ("２０２６", "2026-01-01", "2026-12-31"),
        ("٢٠٢٦", "2026-01-01", "2026-12-31"),
    ],
)
def test_days(field: DateField, value: str, first: str | None, last: str | None) -> None:
    asked = Dated(field, day(first) if first else None, day(last) if last else None)
    assert parse(f"{field}:{value}", today=TODAY) == asked
    assert parse(f'{field}:"{value}"', today=TODAY) == asked


@pytest.mark.parametrize(
    "value",
    [
        *[
            "2026-02-30",
            "2026-00",
            "0000",
            "20260304",
            "2026-03-04-05",
            "2026/03",
            "tomorrow",
            "..",
            ">",
            ">..",
            "26",
        ],
        *["2026..soon", "soon..2026", ">9999", "<0001", "2026..2027..2028", "2026....2027", "last week"],
    ],
)
def test_days_that_do_not_exist_are_words(value: str) -> None:
    found = parse(f"published:{value} ", today=TODAY)
    assert found is not None
    assert "Dated" not in repr(found)


def test_no_day_is_too_early_or_too_late_for_the_calendar() -> None:
    assert parse("published:yesterday ", today=date.min) == Word("published:yesterday")
    assert parse("published:this-week ", today=date.max) == Word("published:this-week")
    assert parse("published:0001..9999", today=TODAY) == Dated("published", date.min, date.max)


def test_a_week_goes_from_monday_to_sunday() -> None:
    for today in (day("2026-03-02"), day("2026-03-08")):
        assert parse("clipped:this-week", today=today) == Dated(
            "clipped", day("2026-03-02"), day("2026-03-08")
        )


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        (">800", 801, None),
        (">=800", 800, None),
        ("<800", None, 799),
        ("<=800", None, 800),
        ("800", 800, 800),
        ("300..500", 300, 500),
        ("500..300", 300, 500),
        ("300..", 300, None),
        ("..500", None, 500),
        ("0", 0, 0),
        ("<1", None, 0),
        ("＞８００", 801, None),
    ],
)
def test_lengths(value: str, least: int | None, most: int | None) -> None:
    assert parse(f"words:{value}", today=TODAY) == Length(least, most)


@CALM
@given(st.sampled_from(["published", "clipped", "updated"]), st.none() | st.dates(), st.none() | st.dates())
def test_all_days_can_be_written(field: DateField, first: date | None, last: date | None) -> None:
    if first or last:
        if first and last:
            first, last = min(first, last), max(first, last)
        asked = Dated(field, first, last)
        assert parse(written(asked), today=TODAY) == asked


@CALM
@given(*[st.none() | st.integers(0, 999_999_999)] * 2)
def test_all_lengths_can_be_written(least: int | None, most: int | None) -> None:
    if least is not None or most is not None:
        if least is not None and most is not None:
            least, most = min(least, most), max(least, most)
        assert parse(written(Length(least, most)), today=TODAY) == Length(least, most)


@CALM
@given(st.text())
def test_any_value_is_legal(value: str) -> None:
    for field in ("published", "words", "after", "before", "is", "has"):
        parse(f"{field}:{value}", today=TODAY)
