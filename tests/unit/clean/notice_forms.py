# ruff: noqa: E501 - markup is written as pages have it
"""Page forms with notices and wishes among the paragraphs, and with icons that nobody is shown."""

from __future__ import annotations

from functools import partial

from tests.unit.clean.page_forms import Form, Words, paragraphs

NOTICES: dict[str, Form] = {}
_HEAD = "<div>folder_open{section} access_time2 years ago</div><div>starAdd to favorites</div><p>By Staff, Agencies</p>"
_COOKIES = {
    "english": (
        "We use cookies and similar technologies to measure our audience and to show you advertising that fits.",
        "Accept all",
        "Reject all",
    ),
    "german": (
        "Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen zu personalisieren. Sie können Ihre Einwilligung jederzeit widerrufen.",
        "Alle akzeptieren",
        "Ablehnen",
    ),
    "french": (
        "Nous et nos partenaires utilisons des cookies pour mesurer l’audience et vous proposer des publicités adaptées.",
        "Tout accepter",
        "Continuer sans accepter",
    ),
    "spanish": (
        "Utilizamos cookies propias y de terceros para analizar nuestros servicios y mostrarte publicidad.",
        "Aceptar todo",
        "Rechazar",
    ),
    "russian": (
        "Мы используем файлы cookie, чтобы сделать сайт удобнее и анализировать посещаемость.",
        "Принять",
        "Отклонить",
    ),
    "arabic": (
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا وتحليل حركة الزيارات وعرض الإعلانات المناسبة لك.",
        "قبول الكل",
        "رفض",
    ),
}


def notice(build: Form) -> Form:
    """Register a form under its function's name."""
    NOTICES[build.__name__] = build
    return build


def _page(words: Words, body: str, title: str = "{title} - The {brand} Courier") -> str:
    said = f"<title>{title.format(title=words.title, brand=words.brand)}</title>" if title else ""
    return f"<!doctype html><html><head>{said}</head><body>{body}</body></html>"


def _top(words: Words) -> str:
    return f"<h1>{words.title}</h1>" + _HEAD.format(section=words.section)


def _part(words: Words, first: int, last: int | None) -> str:
    return paragraphs(Words(words.title, words.section, words.brand, words.paragraphs[first:last]))


def _consent(language: str, words: Words) -> str:
    """A notice about cookies as paragraphs of the article's own box."""
    said, yes, no = _COOKIES[language]
    return _page(words, f"<div>{_top(words)}{paragraphs(words)}<p>{said}</p><p>{yes}</p><p>{no}</p></div>")


NOTICES |= {f"consent_in_{language}": partial(_consent, language) for language in _COOKIES}


@notice
def letters_among_paragraphs(words: Words) -> str:
    """A wish for subscribers, with two lines of its form beneath it, parts the text."""
    return _page(
        words,
        f"<div>{_top(words)}{_part(words, 0, 5)}<div><p>Sign up for our newsletter and get the day’s news in your inbox every morning.</p><p>Your email address</p><p>Subscribe</p></div>{_part(words, 5, None)}</div>",
    )


@notice
def note_on_the_author(words: Words) -> str:
    """A box that tells who wrote it ends the article."""
    return _page(
        words,
        f"<div>{_top(words)}{paragraphs(words)}<div><h4>About the author</h4><p>Staff is the desk of the paper that writes the news of the day from the wires of the agencies.</p></div><h3>Comments</h3></div>",
    )


@notice
def free_articles_left(words: Words) -> str:
    """A counter of free articles parts the text."""
    return _page(
        words,
        f"<div>{_top(words)}{_part(words, 0, 4)}<div><p>You have 2 free articles left this month.</p><p>Subscribe now for unlimited access.</p></div>{_part(words, 4, None)}</div>",
    )


@notice
def comments_longer_than_the_article(words: Words) -> str:
    """What readers wrote is longer than what they wrote about."""
    said = (
        "I have read all of this with interest, and nobody in my street believes that the pumps will last. "
        * 6
    )
    comments = "".join(
        f"<div><div>Reader {at}</div><div>3 months ago</div><div>{said}</div><div>Reply</div></div>"
        for at in range(9)
    )
    return _page(words, f"<div>{_top(words)}{paragraphs(words)}<h3>Comments</h3><div>{comments}</div></div>")


@notice
def paragraphs_of_own_elements(words: Words) -> str:
    """Each line is an element of a framework's own."""
    return _page(
        words,
        f"<app-root><app-wait>Please Wait...</app-wait><app-article><app-title>{words.title}</app-title><app-meta><mat-icon>folder_open</mat-icon>{words.section} <mat-icon>access_time</mat-icon>2 years ago</app-meta>"
        f"<app-by>By Staff, Agencies</app-by>{paragraphs(words, '<app-line>', '</app-line>')}<app-comments>Comments</app-comments></app-article></app-root>",
    )


@notice
def icons_hidden_from_readers_aloud(words: Words) -> str:
    """The ligatures are `aria-hidden`, in classes that say nothing."""
    return _page(
        words,
        f"<div class=c-1><div class=c-2>{words.title}</div><div class=c-3><span aria-hidden=true class=c-4>folder_open</span><span>{words.section}</span><span aria-hidden=true class=c-4>access_time</span><span>2 years ago</span></div>"
        f"<div class=c-5>By Staff, Agencies</div>{paragraphs(words, '<div class=c-5>', '</div>')}<div>Comments</div></div>",
    )


@notice
def headline_in_one_line_with_icons(words: Words) -> str:
    """Headline, section, age and star are one run of text."""
    return _page(
        words,
        f"<div>{words.title} folder_open{words.section} access_time2 years ago starAdd to favorites</div><div>By Staff, Agencies</div>{paragraphs(words, '<div>', '</div>')}<div>Comments</div>",
    )


@notice
def no_title_at_all(words: Words) -> str:
    """No `title`, no heading: the headline is the line that stands twice."""
    return _page(
        words,
        f"<p>Please Wait...<p>{words.title}<p>{words.title}<br>folder_open{words.section} access_time2 years ago<br>starAdd to favorites<p>By Staff, Agencies{paragraphs(words)}<p>Comments",
        "",
    )


@notice
def everything_in_capitals(words: Words) -> str:
    """Byline and labels are typed in capitals."""
    return _page(
        words,
        f"<div>PLEASE WAIT…</div><h1>{words.title}</h1><div>folder_open{words.section} access_time2 years ago</div><div>BY STAFF, AGENCIES</div>{paragraphs(words, '<div>', '</div>')}<div>COMMENTS</div>",
    )


@notice
def byline_section_and_date_in_one_line(words: Words) -> str:
    """Icons part the names from the section in a line that ends with the day."""
    return _page(
        words,
        f"<div><h1>{words.title}</h1><div><i>person</i>Staff, <i>person</i>Agencies <span class=a1>folder_open</span>{words.section} <i>event</i>2024-05-14</div>{paragraphs(words)}</div>",
    )


@notice
def last_update_in_a_list(words: Words) -> str:
    """A label of a date, written like a name, beside it."""
    return _page(
        words,
        f"<div><h1>{words.title}</h1><ul><li>folder_open{words.section}</li><li>access_timeLast Update: 14-05-2024 | 14:05</li></ul><p>By Staff, Agencies</p>{paragraphs(words)}</div>",
    )


_TEASER = "The harbour master said on Monday that the work would go on until the end of the month."


@notice
def teasers_beneath_the_text(words: Words) -> str:
    """Headlines of other articles, each with a sentence, in one box with the paragraphs."""
    teasers = "".join(
        f"<h4><a href=/n/{at}>{each}</a></h4><p>{_TEASER}</p>" for at, each in enumerate(words.others)
    )
    return _page(words, f"<div>{_top(words)}{paragraphs(words)}<h3>More stories</h3>{teasers}</div>")


@notice
def teasers_in_bare_divs(words: Words) -> str:
    """The same without a heading or a paragraph anywhere."""
    teasers = "".join(
        f"<div><a href=/n/{at}>{each}</a></div><div>{_TEASER}</div>" for at, each in enumerate(words.others)
    )
    return _page(
        words,
        f"<div><div>{words.title}</div>{_HEAD.format(section=words.section)}{paragraphs(words, '<div>', '</div>')}<div>You might also like</div>{teasers}</div>",
    )


@notice
def tools_that_are_names_of_icons(words: Words) -> str:
    """A list of tools of which the font was never loaded."""
    return _page(
        words,
        f"<div><h1>{words.title}</h1><ul><li>print</li><li>share</li><li>text_increase</li><li>text_decrease</li><li>bookmark_border</li></ul>"
        f"{_HEAD.format(section=words.section)}{paragraphs(words)}<div>thumb_up 12 thumb_down 3</div><div>arrow_upward Top</div></div>",
    )


@notice
def paragraphs_named_like_chrome(words: Words) -> str:
    """Paragraphs in the midst of others are called what comments and links are called."""
    names = ("lead", "body", "body", "comment", "related", "body", "share-text", "body", "body")
    text = "".join(
        f'<p class="{name}">{each}</p>' for name, each in zip(names, words.paragraphs, strict=True)
    )
    return _page(words, f"<div>{_top(words)}{text}<div>Comments</div></div>")
