# ruff: noqa: E501 - markup is written as pages have it
"""Every rule that takes something out, and beside it the prose in which the same words stand and stay."""

from __future__ import annotations

import pytest

from clipper.clean.phrases import rule_of
from tests.unit.clean.reading import PROSE, around, read, rules

CHROME = {
    "noscript": "<noscript>Please turn on scripts to read our pages</noscript>",
    "hidden": '<div style="display:none">Only shown to the printer of this page</div>',
    "navigation": "<nav><a href='/a'>Harbour</a> <a href='/b'>Town</a></nav>",
    "footer": "<footer>The paper of the quay</footer>",
    "control": "<button>Send it to me</button>",
    "dialog": "<dialog>Do you want to see more of this?</dialog>",
    "aside": "<aside>Five things to do at the harbour</aside>",
    "icon_name": "<div><i class='material-icons'>folder_open</i><b>Files of the harbour master</b></div>",
    "share": "<div class='share-buttons'>Tell your friends of it</div>",
    "consent": "<div class='cookie-notice'>Biscuits are used here</div>",
    "newsletter": "<div class='newsletter'>Our letter comes on Sundays</div>",
    "advert": "<div>Advertisement</div>",
    "loading": "<div>Please wait...</div>",
    "favourites": "<p>Add to favorites</p>",
    "comments": "<p>3 Comments</p>",
    "related": "<p>Read also: <a href='/n/1'>Ferry timetable changes in June</a></p>",
    "link_line": "<p><a href='/n/1'>Ferry timetable changes in early June</a></p>",
    "repeated_title": "<h2>A ship comes home to its harbour</h2>",
    "request": "<div>Subscribe to our newsletter</div>",
}


@pytest.mark.parametrize("rule", CHROME)
def test_chrome_goes_and_is_named(rule: str) -> None:
    article = read(around(CHROME[rule]))
    assert article.text.replace("Files of the harbour master\n", "") == "\n".join(PROSE)
    assert rule in rules(article)


STAYS = (
    "<p>The method folder_open() returns a handle, and access_time is a field of the record that it fills.</p>",
    "<p>The name <span>star</span> was given to the ship by her first crew, who had never seen the stars so clear.</p>",
    "<p>Write <code>folder_open</code> there.</p>",
    "<p>Comments made by the mayor on Monday were not repeated by the council on Tuesday.</p>",
    "<p>Comments were closed by noon.</p>",
    "<p>Please wait, she said, until the pumps have been paid for.</p>",
    '<p>"Please wait..."</p>',
    "<p>Loading the ship took the men of the quay all night.</p>",
    "<p>No script could have told it better.</p>",
    "<p>Add to favorites like bread and cheese a glass of the island's wine, and the evening is complete.</p>",
    "<p>Share the bread, he said, and nobody will ask who baked it.</p>",
    "<p>Related news reached the town by way of the pilots, who had it from the ferry.</p>",
    "<p>Read also the book of her second keeper, which lies in the customs house.</p>",
    "<p>Subscribe to our newsletter, the sign on the empty house still said.</p>",
    "<p>Advertisement was unknown on the island until the ferry came.</p>",
    "<p>Two years ago nobody would have believed it.</p>",
    "<p>The cookies that were baked on board are sold at the <a href='/n/2'>museum's shop</a>.</p>",
    "<h3>Sources</h3><p>The books of the keepers lie in the town's archive.</p>",
    "<h2>Comments</h2><p>What the mayor said of the ship was taken down by three people who do not agree.</p>",
    "<ul><li>Share</li><li>of the fund</li><li>in crowns</li></ul>",
    "<p>On 14 May 2024 she passed the lock, and on the day after the bridge was opened for her.</p>",
    "<p>Copyright in the pictures was never settled between the two families.</p>",
    "<p>He wrote that <a href='/n/3'>nothing of the kind</a> had been seen.</p>",
    "<blockquote>Please wait, and do not shout.</blockquote>",
    "<p>A ship comes home to its harbour only once, people say here.</p>",
    "<p class='share-price'>The price of a share in the ship rose to forty crowns that week.</p>",
    "<p>The <span class='ad'>notice</span> in the window of the customs house was read by everybody who passed.</p>",
    "<pre>Please wait...</pre>",
    "<p><b>By the lake</b> stood the house of her second keeper, and nobody had lived in it since.</p>",
    "<pre>def ring(bell):\n    return bell.ring()\n\nring(old)</pre>",
    "<pre>The bell rings low\nacross the bay\nand nobody comes.</pre>",
    "<h4>What the keepers wrote of the winter in which the sea froze to the horizon.</h4><p>It was cold on board.</p>",
    "<p>Share this article of faith, the pilot said, and nobody laughed at him for it.</p>",
    "<p>Her letters by e-mail came once a week, and the town read them in the baker's shop.</p>",
    "<p>Next: the engine, which had not run since the year of the great storm.</p>",
    "<form><p>The fund had asked in writing who would pay for the deck.</p></form>",
    "<noscript><p>Turn on scripts.</p></noscript><p>Nobody turned the lamp on that night.</p>",
)


@pytest.mark.parametrize("prose", STAYS)
def test_the_same_words_in_prose_stay(prose: str) -> None:
    from bs4 import BeautifulSoup

    article = read(around(prose))
    soup = BeautifulSoup(prose, "lxml")
    for unseen in soup.find_all("noscript"):
        unseen.extract()
    words = " ".join(soup.get_text(" ").split())
    kept = " ".join(article.text.split())
    for word in words.split():
        assert word in kept
    assert set(PROSE) <= set(article.text.split("\n"))


@pytest.mark.parametrize(
    "first",
    [
        "By Friday, the water had gone.",
        "By Friday evening nobody on the quay would have bet a crown on the ship or on her bell.",
        "From Hanna Breck the town has a letter.",
        "Von Bremen aus fuhr das Schiff nach Norden.",
        "Por la tarde llegó el barco al puerto.",
        "Please wait, said the pilot.",
    ],
)
def test_a_first_paragraph_that_begins_like_a_byline_stays(first: str) -> None:
    article = read(around("", before=f"<p>{first}</p>"))
    assert article.text.split("\n")[0] == first
    assert article.byline == ()


@pytest.mark.parametrize(
    "last",
    [
        "The end came quietly.",
        "Comments from the fund are expected in June.",
        "“Then we wait,” she said.",
        "Follow the quay to its end and you will find her there, red and patient, with the bell that nobody rings.",
    ],
)
def test_a_last_paragraph_stays(last: str) -> None:
    assert read(around("", after=f"<p>{last}</p>")).text.split("\n")[-1] == last


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Share | Print (3)", "share"),
        ("12 Comments", "comments"),
        ("5 min read", "reading_time"),
        ("أضف إلى المفضلة", "favourites"),
        ("Комментарии (4)", "comments"),
        ("Bitte warten…", "loading"),
        ("3条评论", "comments"),
        ("Comments were closed by noon.", None),
        ("Share the bread", None),
        ("“Please wait”", None),
        ("", None),
    ],
)
def test_only_whole_lines_of_phrases_are_chrome(line: str, rule: str | None) -> None:
    assert rule_of(line) == rule


def test_a_section_of_its_own_under_a_heading_is_no_copy() -> None:
    middle = f"<h2>Again</h2><p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
    assert read(around(middle)).text.count(PROSE[0]) == 2


def test_a_repeated_sentence_between_new_paragraphs_stays() -> None:
    middle = f"<p>{PROSE[0]}</p><p>So it began, as everybody on the quay remembers, and so it was told to us again.</p>"
    assert read(around(middle)).text.count(PROSE[0]) == 2


def test_a_copy_that_has_more_is_the_one_that_stays() -> None:
    paragraphs = [
        f"Of her voyage number {at} the keepers wrote that the wind was fair, and that nobody fell ill."
        for at in range(9)
    ]
    short, whole = (
        "".join(f"<p>{each}</p>" for each in part) for part in (paragraphs[:3] + paragraphs[4:], paragraphs)
    )
    article = read(f"<h1>The voyages of a lightship</h1><div>{short}</div><div>{whole}</div>")
    assert article.text.split("\n") == paragraphs


def test_a_line_of_comments_takes_no_paragraph_along() -> None:
    told = "Two years ago nobody had asked for them, and nobody had given any."
    assert read(around(f"<p>Comments</p><p>{told}</p>")).text.split("\n") == [*PROSE[:2], told, *PROSE[2:]]


def test_comments_go_with_what_the_readers_wrote() -> None:
    readers = "".join(
        f"<div><p>Reader {at}</p><p>2 hours ago</p><p>I saw her from the ferry and could not believe my eyes, really.</p></div>"
        for at in range(3)
    )
    article = read(around("", after=f"<h3>Comments (3)</h3>{readers}"))
    assert article.text == "\n".join(PROSE)


def test_comments_without_a_heading_go_where_each_has_a_name_and_an_age() -> None:
    readers = "".join(
        f"<p>Reader {at}</p><p>{at + 2} hours ago</p><p>I saw her from the ferry and could not believe my eyes, really.</p>"
        for at in range(3)
    )
    assert read(around("", after=readers)).text == "\n".join(PROSE)


def test_reports_that_begin_with_their_age_are_no_comments() -> None:
    reports = [
        f"At {at} the tugs passed the lock, and the bridge was opened for them by hand." for at in range(3)
    ]
    markup = "".join(f"<p>{at + 2} hours ago</p><p>{words}</p>" for at, words in enumerate(reports))
    kept = read(around(markup)).text.split("\n")
    assert set(reports) <= set(kept)
