# ruff: noqa: E501 - markup is written as pages have it
"""More page forms: pages that use the wrong elements, or the right ones for the wrong thing."""

from __future__ import annotations

from tests.unit.clean.page_forms import Form, Words, paragraphs

RARER: dict[str, Form] = {}


def rarer(build: Form) -> Form:
    """Register a form under its function's name."""
    RARER[build.__name__] = build
    return build


def _page(words: Words, body: str, title: str = "{title} - {brand} News") -> str:
    head = title.format(title=words.title, brand=words.brand)
    return f"<html><head><title>{head}</title></head><body>{body}</body></html>"


@rarer
def custom_elements(words: Words) -> str:
    """Elements of a framework's own, unknown to any standard."""
    return _page(
        words,
        f"""<app-root><app-header><span>{words.brand} News</span><app-nav><a href=/1>Home</a><a href=/2>{words.section}</a></app-nav></app-header>
<app-article><span>{words.title}</span><app-meta><mat-icon>folder_open</mat-icon><span>{words.section}</span><mat-icon>access_time</mat-icon><span>2 years ago</span></app-meta>
<span>By Staff, Agencies</span><app-text>{paragraphs(words, "<div><span>", "</span></div>")}</app-text></app-article><app-comments><span>Comments</span></app-comments></app-root>""",
    )


@rarer
def headings_for_the_site(words: Words) -> str:
    """The only `h1` and the `title` are the site's name."""
    return _page(
        words,
        f"""<h1>{words.brand} News</h1><h3>{words.title}</h3><h2>{words.title}</h2><p><i class="fa fa-folder"></i> {words.section} <i class="fa fa-clock"></i> 2 years ago</p>
<p>By Staff, Agencies</p>{paragraphs(words)}<h3>Comments</h3><p>Your name</p><p>Your email</p>""",
        "{brand} News",
    )


@rarer
def everything_in_a_list(words: Words) -> str:
    """Headline, byline and paragraphs as items of one list."""
    items = f"<li>{words.title}</li><li>By Staff, Agencies</li>{paragraphs(words, '<li>', '</li>')}<li>Comments</li>"
    return _page(words, f"<ul><li>No Script</li><li>Please Wait...</li></ul><ul>{items}</ul>")


@rarer
def definition_list(words: Words) -> str:
    """Paragraphs as definitions of the headline."""
    return _page(
        words,
        f"<dl><dt>{words.title}</dt><dd>By Staff, Agencies</dd>{paragraphs(words, '<dd>', '</dd>')}<dt>Comments</dt></dl>",
    )


@rarer
def kept_line_ends(words: Words) -> str:
    """One text node; the style keeps its blank lines."""
    text = "\n\n".join(words.paragraphs)
    return _page(
        words,
        f'<div>{words.title}</div><div>By Staff, Agencies</div><div style="white-space: pre-wrap">{text}</div><div>Comments</div>',
    )


@rarer
def byline_below(words: Words) -> str:
    """Byline, source and tags stand under the text."""
    return _page(
        words,
        f"""<div><div>{words.title}</div>{paragraphs(words, "<div>", "</div>")}<div>By Staff, Agencies</div><div>Source: Agencies</div>
<div>Tags: <a href=/x>Ships</a> <a href=/y>Museum</a></div><div>Comments</div></div>""",
    )


@rarer
def boxes_of_prose(words: Words) -> str:
    """Consent and newsletter boxes whose words are whole sentences."""
    return _page(
        words,
        f"""<div>We value your privacy. We and our partners store and access information on a device, such as cookies, and process personal data.<div>Accept</div><div>Reject</div></div>
<div><div>Sign up for our newsletter</div><div>Get the latest news delivered to your inbox every morning.</div><div>Your email</div><div>Subscribe</div></div>
<div><div>{words.title}</div><div>By Staff, Agencies</div>{paragraphs(words, "<div>", "</div>")}<div>Share</div><div>Facebook</div><div>Twitter</div><div>Comments</div><div>0 Comments</div>
<div>Be the first to comment</div></div><div>Copyright © 2022 {words.brand}. All rights reserved.</div>""",
    )


@rarer
def copy_for_printing(words: Words) -> str:
    """Each paragraph in a box of its own, and the whole once more with `br` for printers."""
    boxes = paragraphs(words, "<div><p>", "</p></div>")
    copy = "<br><br>".join(words.paragraphs)
    return _page(
        words,
        f"<h1>{words.title}</h1><p>By Staff, Agencies</p>{boxes}<div class=print><h1>{words.title}</h1>{copy}</div>",
    )


@rarer
def teasers_in_articles(words: Words) -> str:
    """Every teaser is an `article` with a sentence of its own."""
    teaser = "The minister said in a long statement on Monday that the talks will go on, and that nothing has been decided so far."
    teasers = "".join(
        f"<article><h3><a href=/{at}>{each}</a></h3><p>{teaser}</p></article>"
        for at, each in enumerate(words.others * 3)
    )
    return _page(
        words,
        f"<article><h1>{words.title}</h1><div>By Staff, Agencies</div>{paragraphs(words)}</article>{teasers}",
    )


@rarer
def unclosed_paragraphs_in_tables(words: Words) -> str:
    """Tables in tables, and paragraphs that are never closed."""
    text = "<p>".join(words.paragraphs)
    return _page(
        words,
        f"""<table><tr><td><table><tr><td>Home</td><td>{words.section}</td><td>World</td></tr></table></td></tr><tr><td><table><tr><td><b>{words.title}</b></td></tr>
<tr><td>By Staff, Agencies<p>{text}</td></tr></table></td><td><table><tr><td><a href=/1>{words.others[0]}</a></td></tr></table></td></tr></table>""",
    )


@rarer
def chrome_in_another_language(words: Words) -> str:
    """An English article of an Arabic site."""
    return _page(
        words,
        f"""<div>يرجى الانتظار</div><div>قناتنا على تلغرام</div><div dir=ltr><div>{words.title}</div><div>{words.title}</div>
<div><i>folder_open</i>{words.section} <i>access_time</i>2 years ago</div><div><i>star</i>أضف إلى المفضلة</div><div>By Staff, Agencies</div>
{paragraphs(words, "<div>", "</div>")}<div>التعليقات</div></div>""",
    )
