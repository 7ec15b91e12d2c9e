"""Rules of the ftr-site-config collection are taken over, and what cannot be is given back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from clipper.article.site_rule import SiteRule
from clipper.errors import FileMissing, FileUnreadable
from clipper.exchange import ftr_site_config

RULE = """
# Author: somebody

title: //h1[@class='headline']
body: //div[@id='story']
body: //article
author: //meta[@name="author"]/@content
date: //time/@datetime
strip: //div[contains(@class, 'promo')] | //aside
strip: (//p)[last()]
strip_id_or_class: social-bar
strip_id_or_class: "quoted"
strip_image_src: /ads/
next_page_link: //a[@rel='next']
not_logged_in_xpath: //div[@class='gate']
single_page_link: //a[@id='whole']
find_string: <div
replace_string(<b>): <strong>
http_header(user-agent): x
if_page_contains: //x
title: substring-after(//title, ' - ')
tidy: no
prune: yes
test_url: https://news.example/a
test_contains: Some words
nonsense without a colon
body:
"""


def test_what_is_understood_and_what_is_not() -> None:
    rule, left_out = ftr_site_config.read("news.example", RULE)
    assert rule == SiteRule(
        "news.example",
        title=("//h1[@class='headline']",),
        body=("//div[@id='story']", "//article"),
        strip=(
            "//div[contains(@class, 'promo')] | //aside",
            "(//p)[last()]",
            "//*[contains(@class, 'social-bar') or contains(@id, 'social-bar')]",
            "//*[contains(@class, 'quoted') or contains(@id, 'quoted')]",
            "//img[contains(@src, '/ads/')]",
        ),
        byline=('//meta[@name="author"]/@content',),
        published=("//time/@datetime",),
        next_page=("//a[@rel='next']",),
        not_logged_in="//div[@class='gate']",
    )
    assert left_out == (
        "single_page_link: //a[@id='whole']",
        "find_string: <div",
        "replace_string(<b>): <strong>",
        "http_header(user-agent): x",
        "if_page_contains: //x",
        "title: substring-after(//title, ' - ')",
        "nonsense without a colon",
        "body:",
    )


def test_a_second_sign_of_strangers_is_given_back() -> None:
    rule, left_out = ftr_site_config.read("a.example", "not_logged_in_xpath: //a\nnot_logged_in_xpath: //b")
    assert rule.not_logged_in == "//a"
    assert left_out == ("not_logged_in_xpath: //b",)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool))
def test_a_name_with_any_quotation_marks_is_good_xpath(name: str) -> None:
    rule, _left_out = ftr_site_config.read("a.example", f"strip_id_or_class: {name}")
    for selector in rule.strip:
        etree.XPath(selector)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    ftr_site_config.read("a.example", text)


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("news.example.txt", "news.example"),
        (".news.example.txt", "news.example"),
        ("www.news.example.txt", "news.example"),
    ],
)
def test_the_name_tells_the_site(name: str, host: str) -> None:
    assert ftr_site_config.host_of(name) == host


def test_files_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        ftr_site_config.text_of(tmp_path / "none.txt")
    with pytest.raises(FileUnreadable):
        ftr_site_config.text_of(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbftitle: //h1 \xff")
    assert ftr_site_config.text_of(tmp_path / "a.txt").startswith("title: //h1")
