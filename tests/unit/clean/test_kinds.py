# ruff: noqa: E501 - markup is written as pages have it
"""What kind of page it is, and whether the article is whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from clipper.article.article import Removal
from clipper.clean.kinds import PageFacts, facts_of, flags_of
from clipper.clean.metadata import Metadata
from tests.unit.clean.kind_pages import CONSENT, HEADLINES, SENTENCES, article, listed, prose, section
from tests.unit.clean.reading import ADDRESS, read


def facts(markup: str, url: str = ADDRESS) -> PageFacts:
    """What the pipeline would know of this page."""
    made = read(markup, url)
    body = BeautifulSoup(f"<body>{made.html}</body>", "lxml").body
    assert body is not None
    return facts_of(body, made.text, made.removals, Metadata(), pictures=len(made.images), url=url)


def told(known: PageFacts) -> dict[str, str]:
    """The reason of each flag."""
    return {flag.code: dict(flag.values)["reason"] for flag in flags_of(known)}


@pytest.mark.parametrize("language", HEADLINES)
def test_a_list_of_headlines_is_no_article(language: str) -> None:
    assert told(facts(listed(language), "https://news.example/")) == {"index_page": "links"}
    assert told(facts(section(language), "https://news.example/harbour/")) == {"index_page": "links"}


def test_a_section_with_teasers_is_known_by_its_address_or_type() -> None:
    page = facts(section("en", teasers=True), "https://news.example/category/harbour/")
    assert "index_page" in told(page)
    page = replace(facts(section("en", teasers=True)), types=frozenset(("CollectionPage",)))
    assert "index_page" in told(page)


def test_an_article_with_many_links_beneath_is_an_article() -> None:
    links = "".join(
        f'<li><a href="/n/{at}">{each}</a></li>' for at, each in enumerate(HEADLINES["en"].split("|"))
    )
    assert told(facts(article(f"{prose(12)}<h2>What we saw</h2><ul>{links}</ul>"))) == {}


@pytest.mark.parametrize("language", CONSENT)
def test_a_page_that_only_asks_for_consent(language: str) -> None:
    assert "consent_wall" in told(facts(CONSENT[language], "https://news.example/a-story"))


def test_a_consent_box_above_an_article_is_no_wall() -> None:
    asked = "We value your privacy. We and our partners store cookies on a device and process personal data. Accept all."
    short = tuple(f"{each} Nobody had thought of that." for each in SENTENCES)
    assert told(PageFacts(lines=(asked, *short), words=130, prose=5, removed={"consent"})) == {}


def test_the_address_of_a_wall() -> None:
    assert told(PageFacts("https://consent.portal.example/m?continue=x", words=50)) == {
        "consent_wall": "address"
    }


def test_an_article_about_cookies_is_an_article() -> None:
    words = (
        "<p>We use cookies, says a line at the foot of nearly every page, and nobody reads it any more.</p>"
        "<p>The privacy policy of the ferry line has forty pages, and personal data is named on thirty of them.</p>"
        "<p>Those who press reject all are asked again on the next day; consent, the court found, is not worn out.</p>"
    )
    assert told(facts(article(words + prose(14)))) == {}


def test_a_live_blog() -> None:
    updates = "".join(f"<h3>{at + 8}:15</h3><p>{SENTENCES[at % 4]} Update {at}.</p>" for at in range(9))
    address = "https://news.example/harbour/live-blog-ship-comes-home"
    assert told(facts(article(updates), address)) == {"live_blog": "times"}
    assert told(facts(article(updates))) == {}
    typed = replace(facts(article(prose(5))), types=frozenset(("LiveBlogPosting",)))
    assert told(typed) == {"live_blog": "type"}


def test_a_gallery() -> None:
    pictures = "".join(
        f'<figure><img src="/p/{at}.jpg" width=900 height=600><figcaption>The ship, day {at}.</figcaption></figure>'
        for at in range(12)
    )
    assert told(facts(article(f"<p>{SENTENCES[0]}</p>{pictures}"))) == {"gallery": "pictures"}
    assert told(facts(article(prose(12) + pictures))) == {}
    few = "".join(f'<figure><img src="/p/{at}.jpg" width=900 height=600></figure>' for at in range(5))
    assert "gallery" in told(
        facts(article(f"<p>{SENTENCES[0]}</p>{few}"), "https://news.example/gallery/ship")
    )


@pytest.mark.parametrize(
    "last",
    [
        "Read the full story", "Continue reading", "Weiterlesen", "Den ganzen Artikel lesen", "Lire la suite", "Leer la nota completa",
        "Leia na íntegra", "Continua a leggere", "Lees verder", "Czytaj dalej", "Devamını oku", "Читать полностью", "Читати далі",
        "أكمل القراءة", "ادامه مطلب", "להמשך קריאה", "Διαβάστε τη συνέχεια", "पूरी खबर पढ़ें", "Baca selengkapnya", "阅读全文", "閱讀全文", "続きを読む", "기사 전문 보기",
    ],
)  # fmt: skip
def test_a_short_text_that_leads_on_is_a_teaser(last: str) -> None:
    short = PageFacts(lines=SENTENCES[:2], words=40, prose=2)
    assert told(replace(short, lines=(*SENTENCES[:2], last))) == {"teaser": "continued"}
    assert told(replace(short, after=(last,))) == {"teaser": "continued"}
    assert told(replace(short, lines=(*SENTENCES[:2], last), words=600)) == {}
    quoted = (
        f"{SENTENCES[0]} “{last}” stood on the door of the customs house for as long as anybody can remember."
    )
    assert told(replace(short, lines=(*SENTENCES[:2], quoted))) == {}


def test_a_short_text_that_breaks_off_is_a_teaser() -> None:
    page = facts(
        article(f"<p>{SENTENCES[0]}</p><p>For four decades she had lain in a side canal, first as a […]</p>")
    )
    assert told(page) == {"teaser": "cut"}
    assert told(facts(article(prose(2)))) == {}


@pytest.mark.parametrize(
    "asked",
    [
        "To continue reading, subscribe today", "Already a subscriber? Log in", "Weiterlesen mit Harbour plus", "Nur für Abonnenten",
        "Cet article est réservé aux abonnés", "Lire la suite réservée aux abonnés", "Exclusivo para suscriptores", "Exclusivo para assinantes",
        "Contenuto riservato agli abbonati", "Alleen voor abonnees", "Tylko dla subskrybentów", "Abonelere özel", "Только для подписчиков", "Лише для підписників",
        "للمشتركين فقط", "ویژه مشترکان", "למנויים בלבד", "Μόνο για συνδρομητές", "केवल सदस्यों के लिए", "Khusus pelanggan", "会员专享", "訂閱者專屬", "この記事は有料会員限定です", "유료회원 전용",
    ],
)  # fmt: skip
def test_a_short_text_above_an_offer_to_subscribe_is_behind_a_paywall(asked: str) -> None:
    short = PageFacts(lines=SENTENCES[:2], words=40, prose=2, after=(asked,))
    assert told(short)["paywall"] == "asks"
    assert told(short)["teaser"] in ("paywall", "continued")
    assert told(replace(short, words=900)) == {}


def test_what_the_page_declares_is_said() -> None:
    long = PageFacts(lines=SENTENCES, words=900, prose=20, paywall="declared")
    assert told(long) == {"paywall": "declared"}


def test_removals_below_the_text_are_looked_at() -> None:
    body = BeautifulSoup("<body><p>One.</p><p>Two.</p></body>", "lxml").body
    assert body is not None
    above, below = (Removal("lines", "request", "Subscribe to read", position=at) for at in (0, 2))
    known = facts_of(body, "One.\nTwo.", [above, below, below], Metadata(), pictures=0, url="")
    assert known.after == ("Subscribe to read", "Subscribe to read")
    assert known.removed == {"request"}


@given(
    st.lists(st.text(max_size=60), max_size=6), st.integers(0, 3000), st.integers(0, 40), st.text(max_size=40)
)
def test_any_facts_are_answered(lines: list[str], words: int, pictures: int, url: str) -> None:
    for flag in flags_of(PageFacts(url=f"https://{url}", lines=tuple(lines), words=words, pictures=pictures)):
        assert dict(flag.values)["reason"]
