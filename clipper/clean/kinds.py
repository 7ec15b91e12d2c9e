"""What kind of page an article came from, and whether it is whole: the flags that warn the user, each with
what told it. Precision goes first: a warning that is wrong teaches people to read none.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from bs4 import Tag

from clipper.article.article import Flag, Removal
from clipper.clean import walk
from clipper.clean.metadata import Metadata
from clipper.clean.phrases import begins_with, count_of, kind_of
from clipper.clean.text import is_prose, may_be_spaceless, word_set, words_in

SHORT: Final = 150
"""Words of a text that may be only the beginning of one: teasers known have 20 to 130."""
_SHORT_WALL, _PROSE_OF_WALL = 400, 8
"""Words and paragraphs of a page that only asks for consent; the longest known has 350."""
_LONG = 1500
"""Words from which nobody asks how many of the blocks are prose."""
_FEWEST_SAID = 4
"""Different phrases of a question about consent."""
_LAST = 3
_SHORT_PIECE, _MOST_PIECES = 300, 20
"""Characters of a piece below the text that is looked at, and how many are."""
_HEADLINE = 4
"""Words of a link from which it may be a headline."""
_HEADLINES = 10
"""Headlines with links from which a page may be a list of them."""
_PICTURES, _WORDS_A_PICTURE = 8, 25
_LIVE_STAMPS = 6
_LIVE_ADDRESS = re.compile(
    r"live-?blog|live-?ticker|/live/|/live-|-live(?:[-_./]|$)|minuto-a-minuto|en-direct|en-vivo|ao-vivo|onlajn|"
    r"canli-anlatim|na-zywo|minute-by-minute|live-updates",
    re.IGNORECASE,
)
_GALLERY_ADDRESS = re.compile(
    r"/(?:photo-?)?galler(?:y|ies)/|/slideshows?/|/photos/|/(?:bilder|foto)(?:strecken?|galerien?)/|/diaporamas?/|"
    r"/(?:foto)?galer(?:ias?|ie|ija)/|/photogallery/|/fotogallery/|-(?:photo-gallery|slideshow|fotostrecke|bildergalerie)"
    r"(?:[-_./]|$)|/foto-galeri/|/fotogalerie/",
    re.IGNORECASE,
)
_INDEX_ADDRESS = re.compile(
    r"^/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:index\.\w+|home/?|default\.\w+)?$|/(?:category|categories|tags?|topics?|author|"
    r"rubrik|themen?|rubriques?|categoria|etiqueta|tema|temas|tema/|search|archive|latest)/[^/]*(?:/page/\d+)?/?$",
    re.IGNORECASE,
)
_CONSENT_ADDRESS = re.compile(
    r"^consent\.|^guce\.|/(?:collect)?consent/?$|/cookie-?wall|/privacy-?gate", re.IGNORECASE
)
_ADDRESS = re.compile(r"\w+://([^/?#]*)([^?#]*)")
_STAMP = re.compile(r"^\W{0,3}(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?(?:am|pm|Uhr))\b", re.IGNORECASE)
_CUT = re.compile(r"(?:\.{3,4}|…|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))\s*(?:»|>+|→)?$")
_ARTICLES = word_set(
    """
    Article NewsArticle BlogPosting ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle Report
    BackgroundNewsArticle TechArticle ScholarlyArticle Recipe Review
    """
)
_LINKS = frozenset(("a",))
_LISTS = word_set("CollectionPage SearchResultsPage ProfilePage")
_GALLERIES = word_set("ImageGallery MediaGallery")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the pipeline knows of a page when the article is made."""

    url: str = ""
    types: frozenset[str] = frozenset()
    """Types of schema.org that the page gives itself."""
    page_type: str = ""
    """`og:type`."""
    paywall: str | None = None
    """What told that the page is not free; None: nothing did."""
    lines: tuple[str, ...] = ()
    """The article, one block a line."""
    words: int = 0
    linked_words: int = 0
    """Not counted, like the headlines, where the page declares itself an article."""
    prose: int = 0
    """Blocks that are prose; all of them where no warning asks for that."""
    headlines: int = 0
    """Links of several words that are most of their block."""
    pictures: int = 0
    after: tuple[str, ...] = ()
    """Short pieces that were taken out below the text."""
    removed: Collection[str] = ()
    """The rules by which pieces were taken out."""


def facts_of(
    body: Tag,
    text: str,
    removals: Collection[Removal],
    known: Metadata,
    *,
    pictures: int,
    url: str,
) -> PageFacts:
    """What can be counted of an article: its flat row of blocks, its text, what was taken out."""
    blocks = sum(isinstance(block, Tag) for block in body.contents)
    is_declared = _is_declared(known.types, known.page_type)
    linked, headlines = (0, 0) if is_declared else _counted(body)
    lines = tuple(filter(None, text.split("\n")))
    # A clean text has one blank between two words, but for the tabs between cells.
    is_plain = "\t" not in text and (text.isascii() or not may_be_spaceless(text))
    words = text.count(" ") + len(lines) if is_plain else words_in(text)
    asked = words <= _SHORT_WALL or not is_declared or pictures >= _PICTURES // 2
    asked = (asked or not known.types.isdisjoint(_GALLERIES)) and words < _LONG
    below = [each.text for each in removals if each.position >= blocks and len(each.text) <= _SHORT_PIECE]
    return PageFacts(
        url=url,
        types=known.types,
        page_type=known.page_type,
        paywall=known.paywall,
        lines=lines,
        words=words,
        linked_words=linked,
        prose=sum(map(is_prose, lines)) if asked else len(lines),
        headlines=headlines,
        pictures=pictures,
        after=tuple(below[:_MOST_PIECES]),
        removed=frozenset(each.rule for each in removals),
    )


def _is_declared(types: Collection[str], page_type: str) -> bool:
    """Does the page say that it is an article? Then it is no index, whatever it links to."""
    return page_type == "article" or not _ARTICLES.isdisjoint(types)


def _counted(body: Tag) -> tuple[int, int]:
    """Words in links, and links that are headlines."""
    linked = headlines = 0
    around: dict[int, int] = {}
    for link in walk.every(body, _LINKS):
        count = words_in(" ".join(walk.texts(link)))
        linked += count
        parent = link.parent
        if count >= _HEADLINE and parent is not None:
            words = around.get(id(parent))
            if words is None:
                words = around[id(parent)] = words_in(" ".join(walk.texts(parent)))
            headlines += words <= 2 * count
    return linked, headlines


def flags_of(facts: PageFacts) -> tuple[Flag, ...]:
    """The warnings about a page, each with `reason`: a short code of what told it."""
    found = {
        "consent_wall": _consent_wall(facts),
        "index_page": _index_page(facts),
        "live_blog": _live_blog(facts),
        "gallery": _gallery(facts),
        "paywall": _paywall(facts),
    }
    if found["consent_wall"] or found["index_page"]:
        found["paywall"] = None
    elif not found["gallery"]:
        found["teaser"] = _teaser(facts, locked=bool(found["paywall"]))
    return tuple(Flag(code, (("reason", reason),)) for code, reason in found.items() if reason)


def _consent_wall(facts: PageFacts) -> str | None:
    """A page that is a question about consent and nothing else."""
    if facts.words > _SHORT_WALL or facts.prose > _PROSE_OF_WALL:
        return None
    host, path = _parts(facts.url)
    if _CONSENT_ADDRESS.search(host) or _CONSENT_ADDRESS.search(path):
        return "address"
    said = count_of("\n".join(facts.lines), "consent_text")
    if said < _FEWEST_SAID:
        return None
    asking = "consent" in facts.removed or any(kind_of(line) == "consent" for line in facts.lines)
    about = sum(words_in(line) for line in facts.lines if _speaks_of_consent(line))
    dense = 100 * said / max(facts.words, 1)
    return "words" if dense >= (4 if asking else 10) and 2 * about >= facts.words else None


def _speaks_of_consent(line: str) -> bool:
    return kind_of(line) == "consent" or count_of(line, "consent_text") >= 1 + words_in(line) // 40


def _index_page(facts: PageFacts) -> str | None:
    """A home page, a section, a tag: many headlines that lead elsewhere and hardly a text of its own."""
    if _is_declared(facts.types, facts.page_type):
        return None
    listed = facts.headlines >= _HEADLINES and facts.linked_words >= 0.4 * facts.words
    if listed and facts.prose <= facts.headlines:
        return "links"
    path = _parts(facts.url)[1]
    if not (listed or facts.prose < _LAST or facts.headlines >= _HEADLINE):
        return None
    if not facts.types.isdisjoint(_LISTS):
        return "type"
    return "address" if facts.url and _INDEX_ADDRESS.search(path) else None


def _live_blog(facts: PageFacts) -> str | None:
    if "LiveBlogPosting" in facts.types:
        return "type"
    if not _LIVE_ADDRESS.search(_parts(facts.url)[1]):
        return None
    stamps = sum(bool(_STAMP.match(line)) or kind_of(line) == "ago" for line in facts.lines)
    return "times" if stamps >= _LIVE_STAMPS else None


def _gallery(facts: PageFacts) -> str | None:
    few_words = facts.words <= _WORDS_A_PICTURE * facts.pictures
    if not facts.types.isdisjoint(_GALLERIES) and (few_words or facts.prose <= facts.pictures):
        return "type"
    if facts.pictures >= _PICTURES and few_words and 5 * facts.prose <= facts.pictures:
        return "pictures"
    if facts.pictures >= _PICTURES // 2 and facts.prose <= facts.pictures:
        return "address" if _GALLERY_ADDRESS.search(_parts(facts.url)[1]) else None
    return None


def _paywall(facts: PageFacts) -> str | None:
    """What the page declares; failing that, a short text under which it asks to subscribe."""
    if facts.paywall:
        return facts.paywall
    if facts.words >= 2 * SHORT:
        return None
    asked = (line for line in (*facts.lines[-_LAST:], *facts.after[:_LAST]) if words_in(line) <= 40)
    return "asks" if any(begins_with(line, "locked") for line in asked) else None


def _teaser(facts: PageFacts, *, locked: bool) -> str | None:
    """A short text that breaks off."""
    if not facts.lines or facts.words > SHORT:
        return None
    if _CUT.search(facts.lines[-1]) and facts.prose:
        return "cut"
    last = [line for line in (facts.lines[-1], *facts.after[:1]) if words_in(line) <= 12]
    if any(begins_with(line, "teaser") for line in last):
        return "continued"
    return "paywall" if locked else None


def _parts(url: str) -> tuple[str, str]:
    """Host and path; what is no address has neither."""
    found = _ADDRESS.match(url)
    return (found[1], found[2]) if found else ("", "")
