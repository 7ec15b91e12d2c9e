"""Article: what the cleaner made of one or several Pages; and Guidance, what it is told beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from clipper.article.site_rule import SiteRule

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something the user should know about an article or clip: a code and values, never a sentence.

    Codes so far: `no_article` (nothing was recognised; the whole visible text is kept),
    `image_failed` (values: url, reason = an error's code), `page_failed` (the same of a page on which the
    article goes on), `relative_date` (values: words; the page gives its date only as "2 years ago").
    What kind of page it seems to be, each with `reason` (a short code of what told it): `teaser` (only the
    beginning), `live_blog`, `gallery`, `index_page` (a list of articles), `paywall`, `consent_wall`,
    `not_logged_in` (a site's rule says so).
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleImage:
    """An image of the article, as the page names it; absolute http(s) address, in reading order."""

    url: str
    alt: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """A piece that the cleaner took out."""

    step: str
    """Which step of the pipeline: `furniture`, `hidden`, `body`, `tidy` ..."""
    rule: str
    """Which rule of that step, a short code: `noscript`, `icon_name`, `share`, `repeated_title` ..."""
    text: str
    """What it said (whitespace collapsed, at most 500 characters)."""
    place: str = ""
    """Where it stood in the raw page: the path of its element in the parsed tree, `/html/body/div[2]/p[3]`
    (with `#2` after it on the second of several pages). Empty where it was in no element of its own."""
    position: int = 0
    """Where it would stand in the article: before the top-level block of `Article.html` with this number,
    counted from 0; a number past the last block means after all of them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The user's word on one piece of a page: bring it back, or take it out. Kept beside the raw page, so
    that cleaning again obeys it."""

    kind: Literal["restore", "remove"]
    place: str
    """As `Removal.place`; empty for a block that is known by its text only."""
    text: str
    """The beginning of what it says (whitespace collapsed, at most 500 characters; a picture's address for
    a figure without words): finds it again where another cleaner counts places otherwise."""


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article. Unknown is None or empty, never a guess."""

    title: str | None
    byline: tuple[str, ...] = ()
    """People and agencies, one each, without "By"."""
    published: str | None = None
    """ISO 8601 with the page's own offset; a date only if the page gives no time."""
    updated: str | None = field(default=None, kw_only=True)
    """As `published`; None where the page names no later revision."""
    agency: str | None = field(default=None, kw_only=True)
    """The news agency whose report it is, as the dateline or the credit names it: `Reuters`."""
    dateline: str | None = field(default=None, kw_only=True)
    """The place that the text is filed from, as it stands there: `BEIRUT`."""
    licence: str | None = field(default=None, kw_only=True)
    """Address or short name of the licence that the page states for the article."""
    site: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    """The page's own, section first; offered as tags."""
    language: str | None = None
    """BCP 47, lower case primary subtag: `en`, `ar`, `zh-hans`."""
    direction: Direction | None = None
    canonical_url: str | None = None
    lead_image: str | None = None
    """Address of the lead image; the first of `images` where it is shown in the text, else shown above it."""
    excerpt: str | None = None
    html: str = ""
    """Body fragment, a small closed set of tags: p h2-h6 ul ol li dl dt dd blockquote q cite pre code kbd
    samp figure figcaption img table caption thead tbody tfoot tr th td hr br a em strong b i u s sub sup
    small mark del ins abbr time ruby rt rp bdi bdo span. Attributes: a[href], img[src alt width height],
    td/th[colspan rowspan scope], time/del/ins[datetime], ol[start], [dir], [lang], [title] on abbr.
    `src` and `href` absolute http(s) (href also mailto). No class, id, style, srcset."""
    text: str = ""
    """As plain text, without title and byline; headings and list items kept, captions where they belong to
    the running text (all are in `images`); one block a line."""
    images: tuple[ArticleImage, ...] = ()
    removals: tuple[Removal, ...] = ()
    flags: tuple[Flag, ...] = ()
    next_pages: tuple[str, ...] = ()
    cleaner: str = ""
    """Version of the cleaner that made it."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the cleaner is told about a site or by the user beforehand."""

    url: str | None = None
    """Overrides the page's address (a saved file whose origin the user knows)."""
    rule: SiteRule | None = None
    """What the user taught Clipper about this site."""
    edits: tuple[Edit, ...] = ()
    """What the user brought back or took out of this very page."""
    no_images: bool = field(default=False, kw_only=True)
