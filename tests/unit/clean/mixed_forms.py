# ruff: noqa: E501 - markup is written as pages have it
"""Page forms of other systems: icons in every dress, articles that stand twice, metadata that says little."""

from __future__ import annotations

from tests.unit.clean.page_forms import Form, Words, paragraphs

MIXED: dict[str, Form] = {}


def mixed(build: Form) -> Form:
    """Register a form under its function's name."""
    MIXED[build.__name__] = build
    return build


def _page(words: Words, body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>{words.title} - The {words.brand} Courier</title>{head}</head><body>{body}</body></html>"


def _copy(words: Words, before: str = "<p>", after: str = "</p>", last: int | None = None) -> str:
    """One of two copies, with a headline, a meta line and a heading of comments of its own."""
    part = Words(words.title, words.section, words.brand, words.paragraphs[:last])
    return f"""<h1>{words.title}</h1><div class="meta"><i class="icon">folder_open</i>{words.section} <i class="icon">access_time</i>2 years ago</div>
<div><i class="icon">star</i>Add to favorites</div><p class="b">By Staff, Agencies</p>{paragraphs(part, before, after)}<h3>Comments</h3>"""


def _more(words: Words) -> str:
    items = "".join(
        f'<li><a href="/n/{at}">{each} and what follows</a></li>' for at, each in enumerate(words.others)
    )
    return f'<div class="rel"><h4>Related News</h4><ul>{items}</ul></div>'


@mixed
def twice_with_everything(words: Words) -> str:
    """Both copies with headline, byline and comments; their classes hide one of them."""
    return _page(
        words,
        f'<div class="d-none d-md-block">{_copy(words)}</div><div class="d-md-none">{_copy(words)}</div>{_more(words)}',
    )


@mixed
def twice_without_classes(words: Words) -> str:
    """Nothing tells the copies apart, and links stand between them."""
    return _page(words, f"<div>{_copy(words)}</div>{_more(words)}<div>{_copy(words)}</div>")


@mixed
def twice_in_one_flow(words: Words) -> str:
    """Two copies without any box around them, the second of other elements."""
    return _page(words, _copy(words) + _copy(words, "<div>", "</div>"))


@mixed
def second_copy_shorter(words: Words) -> str:
    """The copy for phones ends after some paragraphs."""
    return _page(words, f"<div>{_copy(words)}</div><div>{_copy(words, '<div>', '</div>', last=6)}</div>")


@mixed
def first_copy_shorter(words: Words) -> str:
    """The copy for phones comes first and leaves the last paragraphs out."""
    return _page(words, f"<div>{_copy(words, '<div>', '</div>', last=6)}</div><div>{_copy(words)}</div>")


@mixed
def icons_in_microdata(words: Words) -> str:
    """Every marked value has an icon in it."""
    return _page(
        words,
        f"""<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline"><i class="mi">article</i>{words.title}</h1>
<div><span itemprop="author"><span class="x1">person</span>Staff</span>, <span itemprop="author"><i>person</i>Agencies</span>
<a itemprop="articleSection" href="/h"><i class="mi">folder_open</i>{words.section}</a></div><section itemprop="articleBody">{paragraphs(words)}</section></div>""",
    )


@mixed
def icons_in_declarations(words: Words) -> str:
    """Icon names cling to what meta elements say, and the author is an account."""
    head = f'<meta name="author" content="admin"><meta property="article:section" content="folder_open{words.section}"><meta name="keywords" content="folder_open {words.section}, local_offerLightships">'
    return _page(
        words, f"<main><h1>{words.title}</h1><p>By Staff, Agencies</p>{paragraphs(words)}</main>", head
    )


@mixed
def section_in_a_button(words: Words) -> str:
    """Section and favourites are buttons."""
    return _page(
        words,
        f"""<main><div role=heading aria-level=1>{words.title}</div><div><button aria-label="category"><span class="mdi">folder_open</span>{words.section}</button>
<button><span class="mdi">star</span>Add to favorites</button></div><address>By Staff, Agencies</address>{paragraphs(words, "<div>", "</div>")}</main>""",
    )


@mixed
def label_beside_its_value(words: Words) -> str:
    """Labels and values in boxes of their own, the label an icon's name."""
    return _page(
        words,
        f"""<div class="node"><h2 class="node__title"><a href="/self">{words.title}</a></h2><div class="field"><div class="field__label">folder_open</div>
<div class="field__item"><a href="/h">{words.section}</a></div></div><div class="field">access_time 2 years ago</div><div class="flag">star <a href="/f">Add to favorites</a></div>
<div class="field body"><p>By Staff, Agencies</p>{paragraphs(words)}</div></div><section class="comments"><h2 class="title">Comments</h2></section>""",
    )


@mixed
def account_of_the_system(words: Words) -> str:
    """The author for machines and in the meta line is the account; the byline opens the text."""
    return _page(
        words,
        f"""<article class="post"><h1 class="entry-title">{words.title}</h1><div class="entry-meta"><span class="author vcard"><a rel="author" href="/author/admin">admin</a></span></div>
<div class="entry-content"><p><strong>By Staff, Agencies</strong></p>{paragraphs(words)}</div></article>""",
        '<meta name="author" content="https://news.example/author/admin">',
    )


@mixed
def joomla(words: Words) -> str:
    """A definition list of details, icons drawn by style sheets."""
    return _page(
        words,
        f"""<noscript>No Script</noscript><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{words.title}</h2></div>
<dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Written by <span itemprop="name">Staff, Agencies</span></dd>
<dd class="category-name"><span class="icon-folder-open" aria-hidden="true"></span> Category: <a href="/h" itemprop="genre">{words.section}</a></dd><dd class="hits"><span class="icon-eye" aria-hidden="true"></span> Hits: 1204</dd></dl>
<ul><li>Print</li><li>Email</li></ul><div itemprop="articleBody">{paragraphs(words)}</div><ul class="pager"><li class="previous"><a href="/p" rel="prev">Prev</a></li></ul></div>""",
    )


@mixed
def icons_of_a_framework(words: Words) -> str:
    """Icon elements that no standard knows, each in a chip of its own."""
    return _page(
        words,
        f"""<div id="app" v-cloak><v-loading>Please wait…</v-loading><div><h2>{words.title}</h2><v-chip><v-icon>folder_open</v-icon>{words.section}</v-chip><v-chip><v-icon>access_time</v-icon>2 years ago</v-chip>
<v-btn><v-icon>star</v-icon>Add to favorites</v-btn><div><div>By Staff, Agencies</div>{paragraphs(words)}</div><div>Comments</div></div></div>""",
    )
