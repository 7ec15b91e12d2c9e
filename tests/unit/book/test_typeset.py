"""The PDF itself: what a reader sees and copies, what a reading machine is told, what it is made with."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from clipper.article.article import Flag
from clipper.article.clip import Clip, ClipImage
from clipper.book import press_review, typeset
from clipper.errors import TargetUnwritable
from tests.unit.book.samples import MADE, Shelf, clip

LITERAL = r'#read("/etc/passwd") $x^2$ *bold* _it_ \ <label> @ref `raw` // = /* #{} [x] ~ -- "q" ...'
ARABIC = "قال المتحدث باسم الحكومة إن الاجتماع لم يسفر عن اتفاق"
SCRIPTS = {
    "el": "Την Πέμπτη η επιτροπή συνεδρίασε",
    "ru": "В четверг комитет собрался",
    "he": "הממשלה הודיעה ביום חמישי",
    "hi": "समिति ने गुरुवार को बैठक की",
    "zh-hans": "周四委员会举行会议审议提案",
    "zh-hant": "週四委員會舉行會議審議提案",
    "ja": "木曜日、委員会は提案を審議した",
    "ko": "위원회는 목요일에 회의를 열었다",
    "fa": "این گزارش پنجشنبه منتشر شد",
}


def tool(*command: str | Path) -> str:
    """What one of poppler's programs says."""
    return subprocess.run([str(each) for each in command], check=True, capture_output=True, text=True).stdout


def text_of(pdf: Path, *options: str) -> str:
    """What is copied out of it, as one line."""
    return " ".join(tool("pdftotext", *options, pdf, "-").split())


def bound(target: Path, clips: list[Clip], shelf: Shelf | None = None, title: str = "Press review") -> int:
    """Make the PDF."""
    return typeset(press_review(clips, title=title, made=MADE), shelf.files if shelf else {}, target)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The library's pictures."""
    return Shelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory, shelf: Shelf) -> Path:
    """A review of a dozen articles in as many languages."""
    harbour = shelf.picture((900, 600), "JPEG")
    words = "The committee met on Thursday to consider the proposal. " * 80
    first = (
        f"<p>{LITERAL.replace('<', '&lt;')}</p><h4>Background</h4><p>{words}</p>"
        f"<figure><img src='{harbour.url}' alt='Harbour at dawn'><figcaption>Photo: A.</figcaption></figure>"
        "<p>See <a href='https://news.example/more'>more</a>.</p>"
    )
    clips = [clip(first, "Ministers leave talks without agreement", images=[harbour])]
    clips.append(clip(f"<p>{ARABIC} NATO 2026</p>", "المفاوضات تنتهي", "ar", site="الصحيفة"))
    clips += [clip(f"<p>{words} <b>{words}</b></p>", words, language) for language, words in SCRIPTS.items()]
    target = tmp_path_factory.mktemp("review") / "review.pdf"
    bound(target, clips, shelf)
    return target


def test_words_of_a_page_are_set_as_they_stand(review: Path) -> None:
    assert LITERAL in text_of(review).replace("“", '"').replace("”", '"')


def test_every_letter_has_a_font_and_every_font_is_inside(review: Path) -> None:
    lines = tool("pdffonts", review).splitlines()[2:]
    assert lines
    assert {re.split(r"\s+", line)[-5] for line in lines} == {"yes"}
    declared = PdfReader(review).xmp_metadata
    assert declared is not None
    assert "pdfuaid:part>1<" in str(declared.stream.get_data().decode("utf-8"))


@pytest.mark.parametrize("words", [ARABIC, *SCRIPTS.values()])
def test_every_script_is_copied_as_it_was_written(review: Path, words: str) -> None:
    copied = re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\s]", "", text_of(review))
    assert words.replace(" ", "") in copied


def test_right_to_left_begins_at_the_right(review: Path) -> None:
    page = tool("pdftotext", "-bbox", "-f", "6", "-l", "6", review, "-")
    found = re.findall(r'<word xMin="([\d.]+)"[^>]*>([^<]+)</word>', page)
    places = {drawn[::-1]: float(x) for x, drawn in found}  # poppler names a word as it is drawn
    assert places["المتحدث"] > places["الحكومة"] > places["الاجتماع"]


def test_contents_say_the_page_and_lead_there(review: Path) -> None:
    reader = PdfReader(review)
    contents = reader.pages[1].extract_text()
    assert "Ministers leave talks without agreement" in contents
    titles = [each for each in reader.outline if not isinstance(each, list)]
    page = reader.get_destination_page_number(titles[1])
    assert page is not None
    assert re.search(rf"\b{page + 1}\b", contents)
    assert "Ministers leave talks" in reader.pages[page].extract_text()


def test_the_outline_has_articles_and_their_headings(review: Path) -> None:
    outline = PdfReader(review).outline
    assert [each.title for each in outline if not isinstance(each, list)][:3] == [
        *("Contents", "Ministers leave talks without agreement", "المفاوضات تنتهي"),
    ]
    (inner,) = [each for each in outline if isinstance(each, list)]
    assert [each.title for each in inner if not isinstance(each, list)] == ["Background"]


def test_links_lead_to_the_web(review: Path) -> None:
    found = set()
    for page in PdfReader(review).pages:
        for note in page.get("/Annots", []):
            action = note.get_object().get("/A", {})
            found.add(action.get("/URI"))
    assert {"https://news.example/more", "https://www.news.example/world/talks"} <= found


def test_a_reading_machine_is_told_language_structure_and_pictures(review: Path) -> None:
    reader = PdfReader(review)
    root = reader.root_object
    assert "/MarkInfo" in root
    assert str(root["/Lang"]).startswith("en")
    alternatives: set[str] = set()

    def walk(node: object, depth: int = 0) -> None:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for each in node:
                walk(each, depth)
        elif isinstance(node, DictionaryObject) and depth < 40:
            if "/Alt" in node:
                alternatives.add(str(node["/Alt"]))
            walk(node.get("/K"), depth + 1)

    walk(root["/StructTreeRoot"])
    assert "Harbour at dawn" in alternatives


def test_metadata_and_running_heads(review: Path) -> None:
    reader = PdfReader(review)
    assert reader.metadata is not None
    assert reader.metadata.title == "Press review"
    assert "trade" in str(reader.metadata.get("/Keywords"))
    second_page_of_an_article = reader.pages[3].extract_text()
    assert "Press review" in second_page_of_an_article
    assert "Ministers leave talks without agreement" in second_page_of_an_article
    assert "4" in second_page_of_an_article.split()


def test_one_clip_is_that_article_alone(tmp_path: Path) -> None:
    target = tmp_path / "one.pdf"
    assert bound(target, [clip("<p>Only this.</p>")]) == 1
    said = text_of(target)
    assert "Contents" not in said
    assert "Press review" not in said
    for words in (
        "News Example",
        "Ministers leave talks",
        "Ann Reporter, Agencies",
        "12 March 2026, 14:05",
        "Clipped",
    ):
        assert words in said
    metadata = PdfReader(target).metadata
    assert metadata is not None
    assert metadata.title == "Ministers leave talks"


def test_the_same_book_is_the_same_file(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        bound(tmp_path / name, [clip("<p>Only this.</p>")])
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_nothing_of_what_a_page_may_bring_stops_the_press(tmp_path: Path, shelf: Shelf) -> None:
    wide = shelf.picture((3000, 300))
    tall = shelf.picture((30, 900))
    tiny = shelf.picture((1, 1))
    broken = shelf.bytes(b"no picture")
    lost = ClipImage("https://x.example/lost", None, None, None, None, None, None, "timed_out")
    images = [wide, tall, tiny, broken, lost]
    shown = "".join(f"<p>x <img src='{image.url}'></p>" for image in images)
    pictures = "".join(f"<img src={image.url}>" for image in images)
    gallery = f"<figure>{pictures}<figcaption>All</figcaption></figure>"
    lists = "<ul><li>a" * 30 + "<table><tr><td>x</td><td>y</td></tr></table>"
    table = (
        "<table><thead><tr><th rowspan=3>H</th><th>"
        + "W" * 80
        + "</th></tr></thead>"
        + ("<tr>" + "<td>7</td>" * 12 + "</tr>") * 60
        + "</table>"
    )
    code = f"<pre>{'z' * 500}\n\n  indented</pre>"
    tags = ("b", "i", "u", "s", "mark", "sup", "sub", "small", "q", "code")
    inner = "".join(f"<{tag}>" for tag in tags) + "deep" + "".join(f"</{tag}>" for tag in reversed(tags))
    odd = "😀 🇩🇪 \ufffd \u200f \u00ad \u2028 𓂀 ꙮ"
    clips = [
        clip(f"<p>{odd}</p>{shown}{gallery}{lists}", "W" * 300, images=images),
        clip(
            f"{table}{code}<p>{inner}</p><p dir='rtl' lang='he'>שלום</p>" * 2, "A “title”; " * 40, "x-klingon"
        ),
        clip("", None, None, site=None, byline=(), published=None, flags=(Flag("no_article"),)),
        clip(
            f"<p>{'https://news.example/' + 'a' * 900}</p>",
            "T",
            "de-at",
            url="https://x.example/" + "p" * 5000,
        ),
    ]
    target = tmp_path / "odd.pdf"
    pages = bound(
        target, clips, shelf, title="Ein Titel, der viel länger ist, als es einem Titel zusteht, " * 3
    )
    assert pages == len(PdfReader(target).pages)
    said = text_of(target)
    for words in (
        "No article was recognised",
        "This picture could not be had: no answer in time.",
        "indented",
        "deep",
    ):
        assert words in said
    right = max(float(x) for x in re.findall(r'xMax="([\d.]+)"', tool("pdftotext", "-bbox", target, "-")))
    assert right < 595


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(TargetUnwritable):
        bound(tmp_path / "nowhere" / "a.pdf", [clip("")])
    (tmp_path / "folder").mkdir()
    with pytest.raises(TargetUnwritable):
        bound(tmp_path / "folder", [clip("")])
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_an_address_reads_from_left_to_right_in_every_script(tmp_path: Path) -> None:
    target = tmp_path / "one.pdf"
    bound(target, [clip("<p>" + ARABIC + "</p>", ARABIC, "ar", url="http://127.0.0.1:8770/souk.html")])
    assert any("127.0.0.1:8770/souk.html" in word for word in _words(target))


def test_a_small_table_stays_on_one_page(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>Row {number} of it</td><td>{number}</td></tr>" for number in range(5))
    for lines in range(26, 44):
        target = tmp_path / f"{lines}.pdf"
        body = "<p>A line.</p>" * lines + f"<table><tr><th>Row</th><th>Number</th></tr>{rows}</table>"
        bound(target, [clip(body, "Rows")])
        pages = [page.extract_text() for page in PdfReader(target).pages]
        assert {sum("of it" in line for line in page.splitlines()) for page in pages} <= {0, 5}


def _words(pdf: Path) -> list[str]:
    """Words as they stand on the paper."""
    return re.findall(r"<word [^>]*>(.*?)</word>", tool("pdftotext", "-bbox", pdf, "-"))
