# ruff: noqa: E501 - markup is written as pages have it
"""One article in many page forms: the same words in the markups and the chrome that sites wrap around them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Words:
    """The words of one article and of its site."""

    title: str
    section: str
    brand: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...] = (
        "Ferry timetable changes in June",
        "School choir wins second prize",
        "New bakery opens at the old mill",
    )


Form = Callable[[Words], str]
FORMS: dict[str, Form] = {}


def form(build: Form) -> Form:
    """Register a form under its function's name."""
    FORMS[build.__name__] = build
    return build


def paragraphs(words: Words, before: str = "<p>", after: str = "</p>") -> str:
    """The paragraphs, each between two pieces of markup."""
    return "\n".join(f"{before}{escape(each, quote=False)}{after}" for each in words.paragraphs)


def _links(words: Words, before: str = "<li>", after: str = "</li>") -> str:
    return "".join(
        f'{before}<a href="/n/{at}">{escape(each)}</a>{after}' for at, each in enumerate(words.others)
    )


def _page(head: str, body: str, language: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def _title(words: Words) -> str:
    return f"<title>{escape(words.title)} | {escape(words.brand)}</title>"


@form
def material_icons(words: Words) -> str:
    """Material ligatures in `<i>`, everything with telling names."""
    return _page(
        _title(words) + '<link rel="stylesheet" href="https://fonts.example/icon?family=Material+Icons">',
        f"""<noscript><div class="nojs">No Script</div></noscript>
<div class="page-loader"><div class="spinner"></div><p>Please Wait...</p></div>
<div class="navbar"><a href="/">Home</a><a href="/world">World</a><a href="/local">{words.section}</a></div>
<div class="channel-strip"><a href="https://chat.example/x">{words.brand} Telegram</a></div>
<div class="crumbs"><h4>{words.title}</h4></div>
<div class="container"><div class="row"><div class="col s12 m8">
<h1 class="entry">{words.title}</h1>
<div class="meta"><i class="material-icons">folder_open</i><a href="/local">{words.section}</a> <i class="material-icons">access_time</i><span>2 years ago</span></div>
<div class="fav"><i class="material-icons">star</i><a href="#">Add to favorites</a></div>
<div class="share-bar"><a href="https://f.example">Facebook</a> <a href="https://t.example">Twitter</a> <a href="https://w.example">WhatsApp</a></div>
<div class="text"><p><strong>By Staff, Agencies</strong></p>
{paragraphs(words)}
</div>
<h5>Comments</h5>
<ul class="collection">{_links(words)}</ul>
</div></div></div>
<footer>All rights reserved 2024</footer>""",
    )


@form
def bare_divs(words: Words) -> str:
    """Nothing but `<div>`: no class, no heading, no paragraph element."""
    return _page(
        _title(words),
        f"""<div><noscript>No Script</noscript></div><div>Please Wait...</div><div>{words.brand} Telegram</div>
<div><div>{words.title}</div><div>{words.title}</div>
<div><span>folder_open</span>{words.section} <span>access_time</span>2 years ago</div><div><span>star</span>Add to favorites</div>
<div>By Staff, Agencies</div>
{paragraphs(words, "<div>", "</div>")}
<div>Comments</div></div><div>{_links(words, "<div>", "</div>")}</div>""",
    )


@form
def glued_text(words: Words) -> str:
    """The ligatures stand glued in the text, as a reader's copy shows them."""
    return _page(
        _title(words),
        f"""<div>No Script</div><div>Please Wait...</div><div>{words.brand} Telegram</div>
<div>{words.title}</div><div>{words.title}</div><div>folder_open{words.section} access_time2 years ago</div><div>starAdd to favorites</div>
<div>By Staff, Agencies</div>{paragraphs(words, "<div>", "</div>")}<div>Comments</div>""",
    )


@form
def layout_tables(words: Words) -> str:
    """Tables in tables, as around the year 2000, with a side column of links."""
    rows = paragraphs(words, "<tr><td>", "</td></tr>")
    return _page(
        _title(words),
        f"""<table width="100%"><tr><td colspan="2">No Script</td></tr><tr><td>Please Wait...</td><td>{words.brand} Telegram</td></tr>
<tr><td valign="top" width="150"><table>{_links(words, "<tr><td>", "</td></tr>")}</table></td>
<td><table><tr><td><font size="5"><b>{words.title}</b></font></td></tr><tr><td>{words.title}</td></tr>
<tr><td><i>folder_open</i>{words.section} <i>access_time</i>2 years ago</td></tr><tr><td><i>star</i>Add to favorites</td></tr>
<tr><td>By Staff, Agencies</td></tr>{rows}<tr><td>Comments</td></tr></table></td></tr></table>""",
    )


@form
def one_cell_with_breaks(words: Words) -> str:
    """All in one table cell, paragraphs parted by `<br><br>`."""
    return _page(
        _title(words),
        f"""<table><tr><td>{words.brand} Telegram<br>{words.title}<br><br>{words.title}<br><i>folder_open</i>{words.section} <i>access_time</i>2 years ago<br>
<i>star</i>Add to favorites<br><br>By Staff, Agencies<br><br>{"<br><br>".join(map(escape, words.paragraphs))}<br><br>Comments</td></tr></table>""",
    )


@form
def single_breaks(words: Words) -> str:
    """A single `<br>` after each paragraph, in one `<div>`."""
    return _page(
        _title(words),
        f"""<div class="top">{words.brand}</div><div><b>{words.title}</b><br>By Staff, Agencies<br>{"<br>".join(map(escape, words.paragraphs))}<br>Comments</div>""",
    )


@form
def json_ld(words: Words) -> str:
    """Metadata in JSON-LD with `@graph`; the visible page says little."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": words.brand},
            {
                "@type": "NewsArticle",
                "headline": words.title,
                "datePublished": "2022-01-28T14:05:00+02:00",
                "articleSection": words.section,
                "author": [
                    {"@type": "Organization", "name": "Staff"},
                    {"@type": "Organization", "name": "Agencies"},
                ],
                "publisher": {"@type": "Organization", "name": words.brand},
            },
        ],
    }
    return _page(
        f'<script type="application/ld+json">{json.dumps(data)}</script>' + _title(words),
        f"""<div id="overlay">Please Wait...</div><main><article><h2>{words.title}</h2><p>By Staff, Agencies</p>
{paragraphs(words)}<h3>Comments</h3><form><textarea>Your comment</textarea><button>Send</button></form></article></main>
<aside><h3>Most read</h3><ul>{_links(words)}</ul></aside>""",
    )


@form
def split_containers(words: Words) -> str:
    """The text lies in two containers with a promotion between them."""
    half = len(words.paragraphs) // 2
    first, second = (
        Words(words.title, words.section, words.brand, part)
        for part in (words.paragraphs[:half], words.paragraphs[half:])
    )
    return _page(
        _title(words),
        f"""<div>{words.brand} Telegram</div><div><div><h1>{words.title}</h1><div>{words.title}</div><div>By Staff, Agencies</div></div>
<div><div>{paragraphs(first)}</div></div><div><div>Subscribe to our newsletter</div>{_links(words, "<div>", "</div>")}</div>
<div><div>{paragraphs(second)}</div></div><div>Comments</div></div>""",
    )


@form
def split_far_apart(words: Words) -> str:
    """Two containers, each within wrappers of its own."""
    half = len(words.paragraphs) // 2
    first, second = (
        Words(words.title, words.section, words.brand, part)
        for part in (words.paragraphs[:half], words.paragraphs[half:])
    )
    return _page(
        _title(words),
        f"""<section><div><h1>{words.title}</h1></div><div><div><div>{paragraphs(first, "<div>", "</div>")}</div></div></div></section>
<section><ul>{_links(words)}</ul></section>
<section><div><div>{paragraphs(second, "<div>", "</div>")}</div></div><div>Comments</div></section>""",
    )


@form
def mobile_and_desktop(words: Words) -> str:
    """The article twice, once for phones; style sheets would hide one of them."""
    article = f"<h1>{words.title}</h1><div>By Staff, Agencies</div>{paragraphs(words)}<div>Comments</div>"
    return _page(
        _title(words),
        f'<div class="d-none d-md-block">{article}</div><div class="d-md-none">{article}</div><div>{_links(words, "<p>", "</p>")}</div>',
    )


@form
def amp(words: Words) -> str:
    """An AMP page: its own elements for pictures, consent and sharing."""
    return f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><link rel="canonical" href="https://news.example/a/1">{_title(words)}</head>
<body><amp-consent id="c"><div>We use cookies</div><button>Accept</button></amp-consent>
<amp-sidebar id="side"><ul>{_links(words)}</ul></amp-sidebar>
<header>{words.brand}</header><article><h1>{words.title}</h1><p>By Staff, Agencies</p>
<amp-social-share type="twitter">Tweet</amp-social-share>{paragraphs(words)}
<amp-list src="x"><div placeholder>Loading</div></amp-list></article><section><h4>Comments</h4></section></body></html>"""


@form
def web_form(words: Words) -> str:
    """Everything inside one `<form>`, as one old framework does."""
    return _page(
        _title(words),
        f"""<form method="post" action="./"><input type="hidden" name="state" value="x"><div id="ctl00_top">{words.brand}</div>
<div id="ctl00_body"><span id="ctl00_t">{words.title}</span><br><span id="ctl00_b">By Staff, Agencies</span>
<span id="ctl00_text">{paragraphs(words)}</span></div><div id="ctl00_c">Comments (0)<input type="submit" value="Send"></div></form>""",
    )


@form
def hidden_until_loaded(words: Words) -> str:
    """The text is hidden until a script takes the overlay away."""
    return _page(
        _title(words),
        f"""<div style="position:fixed">Please Wait...</div><div style="display: none" id="app"><h1>{words.title}</h1>
<p>By Staff, Agencies</p>{paragraphs(words)}<p>Comments</p></div>""",
    )


@form
def spans_and_icons_beside(words: Words) -> str:
    """Controls between the paragraphs' container and its neighbours, classless `<span>` icons, teasers with prose."""
    teaser = "The council said on Monday that the new timetable would begin in June, after two weeks of tests on the line."
    teasers = "".join(
        f'<div><a href="/n/{at}">{each}</a><div>{teaser}</div></div>' for at, each in enumerate(words.others)
    )
    return _page(
        _title(words),
        f"""<div><a href="/">Home</a> <a href="/l">{words.section}</a></div><div><div><div>{words.title}</div></div>
<div><span>folder_open</span> <span>{words.section}</span> <span>access_time</span> <span>2 years ago</span></div>
<div><span>star</span> <span>Add to favorites</span> <span>print</span> <span>Print</span> <span>share</span> <span>Share</span></div>
<div>A A A</div><div>By Staff, Agencies</div><div>{paragraphs(words, "<p><span>", "</span></p>")}</div>
<div>Tags: <a href="/t/1">Harbour</a>, <a href="/t/2">Council</a></div></div>
<div><div>Related News</div>{teasers}</div><div><div>Comments</div><div>Leave a comment</div></div><div>Copyright 2024 {words.brand}</div>""",
    )


@form
def microdata(words: Words) -> str:
    """Microdata and classes in another language; the headline stands in a `header` of the article."""
    return _page(
        f'<meta property="og:title" content="{escape(words.title)}"><meta property="og:site_name" content="{words.brand}"><meta property="article:section" content="{words.section}">'
        + _title(words),
        f"""<div itemscope itemtype="https://schema.org/NewsArticle"><header><h1 itemprop="headline">{words.title}</h1>
<div>By <span itemprop="author">Staff</span>, <span itemprop="author">Agencies</span></div></header>
<div itemprop="articleBody" class="inhalt">{paragraphs(words)}</div>
<div class="werkzeuge"><span>Print</span> <span>Share</span> <span>Add to favorites</span></div></div>
<div class="mehr"><h3>Read also</h3><ul>{_links(words)}</ul></div><div id="disqus_thread"><h3>Comments</h3></div>""",
    )


@form
def blocks_between(words: Words) -> str:
    """Advertisements, "read also" and buttons between the paragraphs."""
    between = (
        "<div>Advertisement</div>",
        f'<p>Read also: <a href="/n/1">{words.others[0]}</a></p>',
        "<div><button>Subscribe</button></div>",
        f"<div><b>Related</b><ul>{_links(words)}</ul></div>",
    )
    text = "".join(
        f"<p>{escape(each)}</p>{between[at % 4] if at else ''}"
        for at, each in enumerate(words.paragraphs[:-1])
    )
    return _page(
        _title(words),
        f'<div class="post"><h1>{words.title}</h1><p class="by">By Staff, Agencies</p>{text}<p>{escape(words.paragraphs[-1])}</p><p>Share</p><p>Comments</p></div>',
    )
