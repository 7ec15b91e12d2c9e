# ruff: noqa: E501 - markup is written as pages have it
"""Page forms that hide paragraphs in unlikely elements, or set chrome among them that reads like prose."""

from __future__ import annotations

from tests.unit.clean.page_forms import Form, Words, paragraphs

ODD: dict[str, Form] = {}
HEAD = "<div>folder_open{section} access_time2 years ago</div><div>starAdd to favorites</div>"


def odd(build: Form) -> Form:
    """Register a form under its function's name."""
    ODD[build.__name__] = build
    return build


def _page(words: Words, body: str) -> str:
    return f"<!doctype html><html><head><title>{words.title} - The {words.brand} Courier</title></head><body>{body}</body></html>"


def _top(words: Words) -> str:
    return f"<div>NO SCRIPT</div><div>Please wait…</div><h1>{words.title}</h1>" + HEAD.format(
        section=words.section
    )


def _part(words: Words, first: int, last: int | None) -> str:
    return paragraphs(Words(words.title, words.section, words.brand, words.paragraphs[first:last]))


@odd
def all_in_pre(words: Words) -> str:
    """The whole page is one `pre`."""
    text = "\n\n".join(words.paragraphs)
    return _page(
        words,
        f"<pre>No Script\n\nPlease Wait...\n\n{words.title}\nfolder_open{words.section} access_time2 years ago\nstarAdd to favorites\n\nBy Staff, Agencies\n\n{text}\n\nComments</pre>",
    )


@odd
def paragraphs_as_headings(words: Words) -> str:
    """Each paragraph is an `h4`."""
    return _page(
        words, f"{_top(words)}<p>By Staff, Agencies</p>{paragraphs(words, '<h4>', '</h4>')}<p>Comments</p>"
    )


@odd
def table_for_each_paragraph(words: Words) -> str:
    """Every line of the page is a table."""
    tables = paragraphs(words, "<table><tr><td>", "</td></tr></table>")
    return _page(
        words,
        f"<table><tr><td>{words.title}</td></tr></table><table><tr><td>folder_open{words.section}</td><td>access_time2 years ago</td><td>starAdd to favorites</td></tr></table>"
        f"<table><tr><td>By Staff, Agencies</td></tr></table>{tables}<table><tr><td>Comments</td></tr></table>",
    )


@odd
def first_paragraph_with_the_headline(words: Words) -> str:
    """The first paragraph is set in bold above the container of the others."""
    return _page(
        words,
        f"<div class=top><h1>{words.title}</h1><div><i class='fas fa-folder'></i>{words.section}</div><div class=lead><b>{words.paragraphs[0]}</b></div></div>"
        f"<div class=bar><span class=byline>Staff, Agencies</span> <span>2 years ago</span></div><div class=body>{_part(words, 1, None)}</div><div>Comments</div>",
    )


@odd
def lead_said_twice(words: Words) -> str:
    """A summary above the byline is the first paragraph word for word."""
    return _page(
        words,
        f"<div>{_top(words)}<div class=summary>{words.paragraphs[0]}</div><p>By Staff, Agencies</p>{paragraphs(words)}<h3>Comments</h3></div>",
    )


@odd
def shadow_tree(words: Words) -> str:
    """The article stands in a declared shadow tree."""
    return _page(
        words,
        f"<news-page><template shadowrootmode=open><style>p{{}}</style>{_top(words)}<p>By Staff, Agencies</p>{paragraphs(words)}</template></news-page>",
    )


@odd
def noscript_only(words: Words) -> str:
    """A page built by scripts, with the article for browsers that have none."""
    return _page(
        words,
        f"<div id=root>Please Wait...</div><noscript>{_top(words)}<p>By Staff, Agencies</p>{paragraphs(words)}</noscript>",
    )


@odd
def invisible_letters(words: Words) -> str:
    """Soft hyphens, zero-width blanks and a drop cap."""
    text = paragraphs(words).replace("harbour", "har&shy;bour").replace("council", "coun&#8203;cil")
    return _page(
        words,
        f"{_top(words)}<p>By Staff, Agencies</p>{text.replace('<p>T', '<p><span class=dropcap>T</span>', 1)}<p>Comments</p>",
    )


@odd
def requests_that_read_like_prose(words: Words) -> str:
    """Subscription boxes between paragraphs, with and without a form; last lines that speak of the site."""
    return _page(
        words,
        f"""<div>{_top(words)}<p>By Staff, Agencies</p>{_part(words, 0, 3)}
<form action="/nl"><h4>Sign up for our newsletter</h4><p>Our best stories of the day, before breakfast, in your inbox.</p><input type=email><button>Subscribe</button><p>By signing up you agree to our terms.</p></form>{_part(words, 3, 6)}
<div><div>Sign up for our newsletter</div><div>Our best stories of the day, before breakfast, straight to your inbox.</div><div>Your email</div><div>Subscribe</div></div>{_part(words, 6, None)}
<p>Tags: Harbour, Lightships, Museum</p><p>Share this article with your friends and let us know what you think of it.</p><p>Copyright © 2024 The {words.brand} Courier. All rights reserved.</p>
<div>Previous: A word about something else in town</div><div>Next: Another thing in the news of the day</div><div>Views: 1,204</div><h4>Comments</h4></div>""",
    )


@odd
def long_teasers_beside(words: Words) -> str:
    """A column of popular articles whose teasers are longer than the paragraphs."""
    teaser = (
        "The council of the island met on Thursday, and its members said afterwards that they would meet again soon. "
        * 3
    )
    items = "".join(
        f"<div><h4><a href=/p{at}>{each} again</a></h4><p>{teaser}</p></div>"
        for at, each in enumerate(words.others * 2)
    )
    return _page(
        words,
        f"<div class=grid><div class=left><div>{_top(words)}</div><p>By Staff, Agencies</p>{paragraphs(words)}<h4>Comments</h4></div><div class=right><h3>Most Popular</h3>{items}</div></div>",
    )


@odd
def a_span_for_each_word(words: Words) -> str:
    """Every word is an element."""
    spans = "".join(
        f"<div>{' '.join(f'<span>{word}</span>' for word in each.split())}</div>" for each in words.paragraphs
    )
    return _page(
        words,
        f"<div>{words.title}</div><div><span>folder_open</span><span>{words.section}</span><span>access_time</span><span>2 years ago</span></div>"
        f"<div><span>By</span> <span>Staff,</span> <span>Agencies</span></div>{spans}<div><span>Comments</span></div>",
    )


@odd
def long_comments(words: Words) -> str:
    """What the readers wrote is longer than the article."""
    wrote = (
        "I have read all of this with great interest, and nobody in my street believes a word of it, because we remember. "
        * 4
    )
    comments = "".join(
        f"<div><div>Reader {at}</div><div>3 months ago</div><div>{wrote}</div><div>Reply</div></div>"
        for at in range(6)
    )
    return _page(
        words,
        f"<div>{_top(words)}<p>By Staff, Agencies</p>{paragraphs(words)}<h3>Comments</h3><div>{comments}</div></div>",
    )


@odd
def byline_within_the_first_paragraph(words: Words) -> str:
    """The byline is set in bold at the start of the first paragraph."""
    first, *others = words.paragraphs
    rest = paragraphs(Words(words.title, words.section, words.brand, tuple(others)))
    return _page(
        words, f"<div>{_top(words)}<p><strong>By Staff, Agencies</strong> {first}</p>{rest}<p>***</p></div>"
    )


@odd
def comments_in_the_same_flow(words: Words) -> str:
    """What the readers wrote follows in bare boxes; the meta line is of badges side by side."""
    badges = f"<span>folder_open{words.section}</span><span>access_time2 years ago</span><span>starAdd to favorites</span>"
    comments = "".join(
        f"<div>Reader</div><div>{at} months ago</div><div>{each} is all that I have to say to it, dear neighbours.</div><div>Reply</div>"
        for at, each in enumerate(words.others, 2)
    )
    return _page(
        words,
        f"<div><h1>{words.title}</h1><div>{badges}</div><p>By Staff, Agencies</p>{paragraphs(words)}<div>Comments</div>{comments}"
        "<div>Save my name, email, and website in this browser for the next time I comment.</div>"
        f"<div>The {words.brand} Courier - All rights reserved 2024</div><div>Contact us | About us | Archive</div></div>",
    )
