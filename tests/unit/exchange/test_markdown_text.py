"""No word of a page becomes markup, whatever it is, and the elements that Markdown has come through."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from clipper.exchange.markdown_text import markdown_of

READER = MarkdownIt("commonmark")
SIGNS = st.text(
    st.one_of(st.sampled_from("\\`*_[]<>&~|$#!-+=.:)( \n\t1a\"'/{}^%@"), st.characters(codec="utf-8")),
    min_size=1,
    max_size=40,
)


def tokens(markdown: str) -> list[Token]:
    """All tokens, those inside lines too."""
    found: list[Token] = []
    for token in READER.parse(markdown):
        found += [token, *(token.children or [])]
    return found


def said(markdown: str) -> str:
    """What a reader sees, blanks apart."""
    parts = [
        each.content for each in tokens(markdown) if each.type in ("text", "code_inline", "text_special")
    ]
    return "".join("".join(parts).split())


def letters(text: str) -> str:
    """A page's words as HTML shows them: no controls, blanks apart."""
    shown = "".join(sign for sign in text if sign == "\t" or sign == "\n" or not "\x00" <= sign < " ")
    return "".join("".join(s for s in shown if not "\x7f" <= s <= "\x9f" and s not in "\ufffe\uffff").split())


@given(SIGNS)
def test_words_of_a_page_are_only_words(words: str) -> None:
    markdown = markdown_of(f"<p>{escape(words)}</p>", {})
    assert {token.type for token in tokens(markdown)} <= {
        "paragraph_open",
        "inline",
        "text",
        "paragraph_close",
    }
    assert said(markdown) == letters(words)


@given(
    SIGNS, SIGNS, SIGNS, st.sampled_from(["b", "em", "code", "mark", "a href='https://x.example/_a_(b)*'"])
)
def test_words_stay_words_beside_and_inside_elements(before: str, inside: str, after: str, tag: str) -> None:
    name = tag.split()[0]
    fragment = f"<p>{escape(before)}<{tag}>{escape(inside)}</{name}>{escape(after)}</p>"
    markdown = markdown_of(fragment, {})
    kinds = {token.type for token in tokens(markdown)}
    assert not kinds & {"html_inline", "html_block", "fence", "code_block", "heading_open", "image", "hr"}
    assert said(markdown) == letters(before + inside + after)
    assert tag.startswith("a ") or "link_open" not in kinds


@given(SIGNS)
def test_code_is_exactly_its_code(words: str) -> None:
    code = letters(words)
    if code:
        (block,) = READER.parse(markdown_of(f"<pre>{escape(code)}\n x</pre>", {}))
        assert block.type == "fence"
        assert block.content == f"{code}\n x\n"


TREES = st.recursive(
    st.sampled_from(["word ", "(word)", "*word_", " "]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(
            ["p", "b", "i", "ul", "ol", "li", "blockquote", "h3", "pre", "code", "dl", "dd", "sup"]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(TREES)
def test_any_tree_of_tags_keeps_its_words(fragment: str) -> None:
    shown = tokens(markdown_of(fragment, {}))
    kinds = ("text", "code_inline", "text_special", "fence")
    words = "".join(token.content for token in shown if token.type in kinds)
    assert words.count("word") == fragment.count("word")
    assert {token.content for token in shown if token.type == "html_inline"} <= {"<sup>", "</sup>"}
    assert not [token for token in shown if token.type in ("html_block", "code_block", "link_open")]


@pytest.mark.parametrize(
    ("fragment", "markdown"),
    [
        ("<p>One</p><p>Two <b>bold</b> <i>it</i></p>", "One\n\nTwo **bold** *it*"),
        ("<p>a<b> x </b>b</p>", "a **x** b"),
        ("<h2>Head</h2><h3>Sub</h3>", "## Head\n\n### Sub"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol start='4'><li>a</li><li>b</li></ol>", "4. a\n5. b"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n\n  - b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<p>a<br>- b</p>", "a\\\n\\- b"),
        ("<p>1. May</p>", "1\\. May"),
        ("<hr>", "* * *"),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
        ("<p><code>a `b`</code></p>", "``  a `b`  ``".replace("  ", " ")),
        ("<pre>a\n```\nb</pre>", "````\na\n```\nb\n````"),
        ("<table><tr><th>A</th><th>B|</th></tr><tr><td>1</td><td>2</td></tr></table>",
         "| A | B\\| |\n| --- | --- |\n| 1 | 2 |"),
        ("<table><tr><td>only</td></tr></table>", "only"),
        ("<a href='javascript:alert(1)'>x</a>", "x"),
        ("<figure><img src='https://x.example/a.jpg' alt='A [b]'><figcaption>Cap</figcaption></figure>",
         "![A \\[b\\]](pics/a.jpg)\n\nCap"),
        ("<p><img src='https://x.example/gone.jpg' alt='Gone'></p>", "[Gone](https://x.example/gone.jpg)"),
        ("", ""),
    ],
)  # fmt: skip
def test_elements(fragment: str, markdown: str) -> None:
    assert markdown_of(fragment, {"https://x.example/a.jpg": "pics/a.jpg"}) == markdown


def test_a_thousand_tags_inside_each_other_lose_no_word() -> None:
    assert "deep" in markdown_of("<blockquote>" * 1000 + "deep", {})
    assert "deep" in markdown_of("<span>" * 1000 + "deep", {})
