"""The user's word on a piece is the last: no rule about what stands around it takes it away again."""

from __future__ import annotations

import pytest

from clipper.article.article import Edit, Guidance
from clipper.article.site_rule import SiteRule
from tests.unit.clean.reading import PROSE, around, read

COMMENT = "My father kept the light for nine years, and he would have stood on the quay all night."
REPLIES = (
    '<div class="talk"><h3>Comments</h3><div><b>Reader</b></div><div>3 months ago</div>'
    f'<p class="said">{COMMENT}</p></div>'
)
REQUEST = "Get our newsletter with the best stories of the harbour, every morning by e-mail."
BOX = f'<div class="box"><h4>Newsletter</h4><p class="wish">{REQUEST}</p><p>Subscribe</p></div>'


@pytest.mark.parametrize(
    ("page", "words", "place", "selector"),
    [
        (around("", after=REPLIES), COMMENT, "/html/body/article/div/p", "p.said"),
        (around("", after=BOX), REQUEST, "/html/body/article/div/p[1]", "p.wish"),
    ],
)
def test_what_is_brought_back_or_kept_by_a_rule_stays_under_its_heading(
    page: str, words: str, place: str, selector: str
) -> None:
    assert words not in read(page).text
    wished = Guidance(edits=(Edit("restore", place, words),))
    ruled = Guidance(rule=SiteRule("news.example", keep=(selector,)))
    for guidance in (wished, ruled):
        assert read(page, guidance=guidance).text.split("\n") == [*PROSE, words]


def test_the_body_of_a_rule_is_all_of_it_and_nothing_beside() -> None:
    page = around(f'<ul class="aside"><li>{PROSE[0]}</li></ul>', after=REPLIES)
    guidance = Guidance(rule=SiteRule("news.example", body=("p.said",)))
    assert read(page, guidance=guidance).text == COMMENT
