"""Clean HTML becomes nodes: nothing is lost, nothing is left that paper cannot show."""

from __future__ import annotations

import json
import pickle
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.book.nodes import Node, every, plain
from clipper.book.read import read

PICTURE = "https://news.example/a.jpg"
KNOWN = {
    PICTURE: Node("picture", url=PICTURE, sha256="aa", width=800, height=600),
    "icon": Node("picture", url="icon", sha256="bb", width=16, height=16),
}


def shape(html: str) -> list[object]:
    """Kinds and texts, nested as the nodes are."""

    def drawn(node: Node | str) -> object:
        return node if isinstance(node, str) else (node.kind, *map(drawn, node.children))

    return [drawn(node) for node in read(html, KNOWN)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p> One \n two </p>three", [("paragraph", "One two"), ("paragraph", "three")]),
        ("<p>a <b> b</b> c<br></p>", [("paragraph", "a ", ("strong", "b"), " c")]),
        ("a<br><br>b", [("paragraph", "a"), ("paragraph", "b")]),
        (f"<b>a<figure><img src='{PICTURE}'></figure>b</b>",
         [("paragraph", ("strong", "a")), ("figure", ("picture",)), ("paragraph", ("strong", "b"))]),
        ("<b>a<strong>b</strong></b>", [("paragraph", ("strong", "a", "b"))]),
        ("<p></p><p> </p><ul><li></li></ul><blockquote></blockquote><h2></h2>", []),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>",
         [("list", ("item", ("paragraph", "a"), ("list", ("item", ("paragraph", "b")))))]),
        ("<a href='javascript:x'>a</a><script>b</script>", [("paragraph", "a")]),
        ("<a href='https://news.example'>a</a>", [("paragraph", ("link", "a"))]),
        (f"<figure><img src='{PICTURE}'><figcaption>c</figcaption></figure>",
         [("figure", ("picture",), ("caption", "c"))]),
        (f"<p>a<img src='{PICTURE}'>b</p>",
         [("paragraph", "a"), ("figure", ("picture",)), ("paragraph", "b")]),
        ("<p>a <img src='icon'> b</p>", [("paragraph", "a ", ("picture",), " b")]),
        (f"<figure><img src='{PICTURE}'><img src='{PICTURE}'></figure>",
         [("gallery", ("picture",), ("picture",))]),
        ("<figure><pre>x</pre><figcaption>c</figcaption></figure>", [("code", "x"), ("caption", "c")]),
        ("<pre>a\n\tb</pre>", [("code", "a", ("break",), "    b")]),
        ("<dl><dt>t</dt><dd>d</dd></dl>", [("term", "t"), ("definition", ("paragraph", "d"))]),
        ("<ruby>東<rt>とう</rt></ruby>", [("paragraph", ("ruby", "東"))]),
        ("<table><tr><td>a</td></tr></table>", [("paragraph", "a")]),
        ("<p>\ue0bf\x07a\ufffe</p>", [("paragraph", "a")]),
    ],
)  # fmt: skip
def test_elements(html: str, expected: list[object]) -> None:
    assert shape(html) == expected


def test_headings_have_no_gaps_and_begin_below_the_headline() -> None:
    nodes = read("<h4>a</h4><h6>b</h6><h2>c</h2><h5>d</h5><h5>e</h5>", {})
    assert [node.level for node in nodes] == [2, 3, 2, 3, 3]


def test_what_is_too_long_for_a_line_may_break_and_reads_the_same() -> None:
    address = "https://news.example/" + "x" * 90 + "?a=1&b=2"
    (paragraph,) = read(f"<p>see {escape(address)} now</p>", {})
    assert plain(paragraph) == f"see {address} now"
    assert [part for part in paragraph.children if isinstance(part, str)] == ["see ", " now"]
    (address_node,) = [node for node in paragraph.children if isinstance(node, Node)]
    assert max(len(plain(part)) for part in address_node.children) <= 24
    (words,) = read("<p>Rindfleischetikettierungsüberwachung 很长的中文句子没有任何空格可以换行</p>", {})
    assert len(words.children) == 1


def test_a_table_is_a_grid_without_collisions() -> None:
    html = (
        "<table><tr><th rowspan='9'>a</th><th colspan='100'>b</th></tr><tr><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td>4</td><td>5</td></tr></table>"
    )
    (table,) = read(html, {})
    taken = [
        (node.x + right, node.y + below)
        for node in every(table.children)
        if node.kind == "cell"
        for right in range(node.across)
        for below in range(node.down)
    ]
    assert len(taken) == len(set(taken))
    assert max(x for x, _y in taken) < len(table.columns) == 4
    assert max(y for _x, y in taken) == 2
    assert table.heads == 1


def test_a_piece_keeps_its_language_and_direction() -> None:
    first, second = read("<p dir='rtl' lang='ar'>a</p><p>b <span lang='FR'>c</span></p>", {})
    assert (first.language, first.direction) == ("ar", "rtl")
    assert [node.language for node in every(second.children)] == ["fr"]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_words_come_through_whatever_they_are(words: str) -> None:
    nodes = read(f"<p>{escape(words)}</p>", {})
    printed = {sign for sign in words if sign.isprintable() and not sign.isspace() and sign < "\ue000"}
    assert [sign for sign in "".join(map(plain, nodes)) if sign in printed] == [
        sign for sign in words if sign in printed
    ]


TAGS = st.sampled_from(
    [
        *(
            "p",
            "b",
            "i",
            "a",
            "span",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "blockquote",
            "figure",
            "br",
        ),
        *("figcaption", "img", "hr", "h2", "h4", "pre", "code", "dl", "dt", "dd", "q"),
    ]
)
TREES = st.recursive(
    st.sampled_from(["word ", " ", "x" * 90, "ﷺ"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@given(TREES)
def test_any_tree_of_tags_becomes_nodes_that_travel(html: str) -> None:
    nodes = read(html, KNOWN)
    assert pickle.loads(pickle.dumps(nodes)) == nodes
    assert json.loads(json.dumps([node.data() for node in nodes])) is not None
    assert "".join(map(plain, nodes)).count("word") == html.count("word")


def test_hundreds_of_tags_inside_each_other_lose_no_word_and_nest_no_deeper_than_paper_allows() -> None:
    def depth(nodes: tuple[Node | str, ...]) -> int:
        return max((1 + depth(node.children) for node in nodes if isinstance(node, Node)), default=0)

    for tag in ("blockquote", "ul><li", "b", "span dir=rtl", "table><tr><td>x</td><td"):
        nodes = read(f"<{tag}>" * 300 + "deep", {})
        assert "deep" in "".join(map(plain, nodes))
        assert depth(nodes) <= 26
