"""Agency and place of a report, as its first line, its last line or its byline names them."""

from __future__ import annotations

import pytest

from clipper.clean.dateline import read


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        ("BEIRUT (Reuters) - The port was closed.", "Reuters", "BEIRUT"),
        ("(AFP) — The port was closed.", "AFP", None),
        ("BERLIN, 3. März (dpa) - Der Hafen ist zu.", "dpa", "BERLIN"),
        ("Berlin (dpa/lno) - Der Hafen ist zu.", "dpa", "Berlin"),
        ("WASHINGTON, May 3 (Reuters) - The port was closed.", "Reuters", "WASHINGTON"),
        ("SANTA FE, N.M. (AP) — The port was closed.", "AP", "SANTA FE, N.M."),
        ("МОСКВА, 4 мар — РИА Новости. Порт закрыт.", "РИА Новости", "МОСКВА"),
        ("МОСКВА, 4 марта. /ТАСС/. Порт закрыт.", "ТАСС", "МОСКВА"),
        ("Москва. 4 марта. INTERFAX.RU - Порт закрыт.", "INTERFAX.RU", "Москва"),
        ("بيروت (رويترز) - أغلق الميناء.", "رويترز", "بيروت"),
        ("القاهرة - رويترز: أغلق الميناء.", "رويترز", "القاهرة"),
        ("تهران - ایرنا - بندر بسته شد.", "ایرنا", "تهران"),
        ("(ANSA) - ROMA, 03 MAR - Il porto è chiuso.", "ANSA", "ROMA"),
        ("Madrid, 3 mar (EFE).- El puerto está cerrado.", "EFE", "Madrid"),
        ("Lisboa, 03 mar 2024 (Lusa) - O porto fechou.", "Lusa", "Lisboa"),
        ("ANKARA (AA) - Liman kapatıldı.", "AA", "ANKARA"),
        ("ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) - Το λιμάνι έκλεισε.", "ΑΠΕ-ΜΠΕ", "ΑΘΗΝΑ"),
        ("नई दिल्ली (भाषा) बंदरगाह बंद है।", "भाषा", "नई दिल्ली"),
        ("Jakarta (ANTARA) - Pelabuhan ditutup.", "ANTARA", "Jakarta"),
        ("新华社北京3月4日电（记者李文）港口关闭。", "新华社", "北京"),
        ("【ロンドン共同】港は閉鎖された。", "共同", "ロンドン"),
        ("(서울=연합뉴스) 김민수 기자 = 항구가 닫혔다.", "연합뉴스", "서울"),
        ("LONDON — The port was closed.", None, "LONDON"),
        ("JERUSALEM, Israel -- The port was closed.", None, "JERUSALEM"),
        ("The port was closed.\nIt opens again in June.\n(dpa)", "dpa", None),
        ("The port was closed. It opens again in June. (AP)", "AP", None),
        ("The port was closed.\nQuelle: dpa", "dpa", None),
    ],
)
def test_datelines_and_credits(text: str, agency: str | None, place: str | None) -> None:
    assert read(text) == (agency, place)


@pytest.mark.parametrize(
    "text",
    [
        "Beirut is a town by the sea.",
        "The Reuters report (Reuters) said that the port was closed.",
        "UPDATE — The port was closed.",
        "She came in the morning - nobody expected her.",
        "In May, AP. We saw her.",
        "I (John) went down to the quay.",
        "Tips (2024) - what the keepers wrote.",
        "",
        "— — —",
        "不幸的是，对于我们许多人来说，港口（AFP）是关闭的。",
    ],
)
def test_prose_names_neither(text: str) -> None:
    assert read(text) == (None, None)


def test_an_agency_in_the_byline_is_the_agency() -> None:
    assert read("The port was closed.", ("Hanna Breck", "AFP")) == ("AFP", None)
    assert read("The port was closed.", ("Staff", "Agencies")) == (None, None)
