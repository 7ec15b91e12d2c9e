"""Pages broken in ways that nobody thought of: what networks, editors, templates and liars do to markup.

`mutate` is deterministic: the same page and the same seed give the same mutant.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser

from clipper.article.article import Article
from clipper.article.markup import ATTRIBUTES, EVERYWHERE, TAGS
from tests.oddities import CHARSETS, NAMES, ODDITIES

MOST_BYTES = 3_000_000
"""Mutants stop growing here: they are to be odd, not big."""
_TAG = re.compile(rb"<[a-zA-Z/!?][^<>]{0,400}>")
_END = re.compile(rb"</[a-zA-Z][^<>]{0,40}>")
_NUMBER = re.compile(rb"\d{1,20}")
_VALUE = re.compile(rb'"[^"<>]{0,200}"')
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
"""Neither XML nor a typesetter takes them."""
_ADDRESS = re.compile(r"https?://|mailto:|data:image/(?:png|jpeg|gif|webp);base64,")
_LINKED_DATA = re.compile(rb"<script[^>]*ld\+json[^>]*>(.*?)</script", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A page that was broken."""

    html: bytes
    charset: str | None
    """What the server claims; None where it claims nothing."""
    changes: tuple[str, ...]
    """What was done to it, in order."""


Other = Callable[[], bytes]
"""Gives some other page."""
Change = Callable[[bytes, random.Random, Other], bytes]
CHANGES: dict[str, Change] = {}


def mutate(html: bytes, charset: str | None, seed: str, other: Callable[[int], bytes]) -> Mutant:
    """The mutant of this seed; `other` gives another page for a number (any number)."""
    chance = random.Random(seed)
    changes: list[str] = []
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        name = chance.choice((*CHANGES, "claim_charset"))
        changes.append(name)
        if name == "claim_charset":
            charset = chance.choice((None, *CHARSETS))
        else:
            html = CHANGES[name](html, chance, lambda: other(chance.randrange(1 << 30)))[:MOST_BYTES]
    return Mutant(html, charset, tuple(changes))


def broken_law(article: Article) -> str | None:
    """What about an answer makes it one that cannot be kept; None where it is sound."""
    names = (*article.byline, *article.keywords, *article.next_pages, *(each.url for each in article.images))
    words = (article.title, article.site, article.section, article.excerpt, article.html, article.text)
    every = "\n".join(filter(None, (*words, *names, *(each.text for each in article.removals))))
    try:
        every.encode()
    except UnicodeEncodeError as error:
        return f"is no text: {error}"
    if _UNFIT.search(every):
        return "holds a control character"
    outline = _Outline()
    outline.feed(article.html)
    return f"has {outline.forbidden[0]}" if outline.forbidden else None


class _Outline(HTMLParser):
    """Notes every tag and attribute that no body may have."""

    def __init__(self) -> None:
        super().__init__()
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.forbidden.append(f"<{tag}>")
        known = EVERYWHERE | ATTRIBUTES.get(tag, frozenset())
        for name, value in attrs:
            if name not in known or (name in ("href", "src") and not _ADDRESS.match(value or "")):
                self.forbidden.append(f"<{tag} {name}={value!r}>")


def change(work: Change) -> Change:
    """Register a way of breaking under its function's name."""
    CHANGES[work.__name__] = work
    return work


@change
def flip_bytes(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Noise on the line."""
    found = bytearray(html)
    for _ in range(chance.randint(1, 60) if found else 0):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


@change
def cut_out(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """A span is missing."""
    start, end = _span(html, chance)
    return html[:start] + html[end:]


@change
def double(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """A span comes several times."""
    start, end = _span(html, chance)
    return html[:end] + html[start:end] * chance.randint(1, 30) + html[end:]


@change
def move(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """A span stands elsewhere."""
    start, end = _span(html, chance)
    rest = html[:start] + html[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + html[start:end] + rest[at:]


@change
def break_off(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """The connection ended too early."""
    return html[: chance.randint(0, len(html))]


@change
def begin_late(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """The beginning is missing."""
    return html[chance.randint(0, len(html) // 2) :]


@change
def splice(html: bytes, chance: random.Random, other: Other) -> bytes:
    """Begins as one page, ends as another."""
    end = other()
    return html[: chance.randint(0, len(html))] + end[chance.randint(0, len(end)) :]


@change
def swap_tags(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Tags stand in each other's places."""
    tags = list(_TAG.finditer(html))
    for _ in range(chance.randint(1, 6)):
        if len(tags) < 2:
            return html
        first, second = sorted(chance.sample(tags, 2), key=lambda tag: tag.start())
        html = (
            html[: first.start()]
            + second[0]
            + html[first.end() : second.start()]
            + first[0]
            + html[second.end() :]
        )
        tags = list(_TAG.finditer(html))
    return html


@change
def rename_tags(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Every tag of one name gets another name."""
    old, new = chance.choice(NAMES), chance.choice(NAMES)
    return re.sub(rb"(?i)(</?)" + re.escape(old) + rb"\b", rb"\g<1>" + new, html)


@change
def rename_some(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Some starts and ends get other names."""
    share = chance.choice((0.005, 0.05, 0.5))
    return re.sub(
        rb"(</?)[a-zA-Z][\w:-]*",
        lambda tag: tag[1] + chance.choice(NAMES) if chance.random() < share else tag[0],
        html,
    )


@change
def leave_open(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Some ends are missing, or all."""
    share = chance.choice((0.02, 0.3, 1))
    return _END.sub(lambda tag: b"" if chance.random() < share else tag[0], html)


@change
def lose_quotes(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Quotes and brackets are missing here and there."""
    share = chance.choice((0.002, 0.05))
    return re.sub(rb"[\"'<>=/]", lambda sign: b"" if chance.random() < share else sign[0], html)


@change
def junk_attributes(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Tags carry what no tag should."""
    junk = (
        b' class="\xff\x00 article-body hidden comments"',
        b" itemprop=author itemscope itemtype='x:y z'",
        b" style='display:none!important'",
        b' =""=\'=" onclick="a(\'<b>\')"',
        b" hidden aria-hidden=true role=navigation",
        b" href='javascript:alert(1)' src=data:, datetime=x dir=auto lang=''",
        b" " + b"x" * 5000,
        b"".join(b" data-%d=%d" % (at, at) for at in range(300)),
        b" rel='author next canonical' xmlns:a='b' a:c=d",
    )
    share = chance.choice((0.002, 0.02, 0.2))
    return _TAG.sub(
        lambda tag: tag[0][:-1] + chance.choice(junk) + b">" if chance.random() < share else tag[0], html
    )


@change
def swap_values(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Attributes and strings carry each other's values."""
    values = _VALUE.findall(html) or [b'""']
    share = chance.choice((0.01, 0.1, 0.6))
    return _VALUE.sub(lambda value: chance.choice(values) if chance.random() < share else value[0], html)


@change
def odd_numbers(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """Dates, sizes, spans and entities carry numbers that cannot be."""
    odd = (b"", b"0", b"-1", b"99", b"1e400", b"4294967296", b"9" * 40, b"9" * 5000, "٣७".encode())
    share = chance.choice((0.01, 0.1, 0.5))
    return _NUMBER.sub(lambda number: chance.choice(odd) if chance.random() < share else number[0], html)


@change
def odd_linked_data(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """JSON-LD whose values are of other types than anybody expects."""
    odd = (b"null", b"true", b"[]", b"{}", b"-1e999", b'""', b'[{"name":null}]', b'"\\ud800"', b"[" * 2000)
    values = re.compile(rb'(?<=:)\s*"(?:[^"\\]|\\.)*"')

    def broken(script: re.Match[bytes]) -> bytes:
        return values.sub(lambda each: chance.choice(odd) if chance.random() < 0.4 else each[0], script[0])

    return _LINKED_DATA.sub(broken, html)


@change
def nest(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """A span lies deep inside."""
    start, end = _span(html, chance)
    name, depth = chance.choice(NAMES), chance.choice((3, 40, 400, 4000))
    closed = (b"</" + name + b">") * depth if chance.random() < 0.6 else b""
    return html[:start] + (b"<" + name + b">") * depth + html[start:end] + closed + html[end:]


@change
def repeat_tag(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """One tag comes again and again, without ends."""
    tags: list[bytes] = _TAG.findall(html) or [b"<p>"]
    at = chance.randint(0, len(html))
    return html[:at] + chance.choice(tags) * chance.choice((5, 100, 2000)) + html[at:]


@change
def put_in_oddities(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """What no page should hold, anywhere."""
    for _ in range(chance.choice((1, 1, 3, 20))):
        at = chance.randint(0, len(html))
        html = html[:at] + chance.choice(ODDITIES) + html[at:]
    return html


@change
def put_in_head(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """The same, where what a page says of itself is looked for."""
    at = html.find(b">", html.lower().find(b"<head")) + 1
    return html[:at] + b"".join(chance.choices(ODDITIES, k=5)) + html[at:]


@change
def recode(html: bytes, chance: random.Random, _other: Other) -> bytes:
    """In another charset than it says."""
    text = html.decode(chance.choice(("utf-8", "latin-1", "cp1252")), "replace")
    target = chance.choice(("utf-16", "utf-16-be", "utf-32", "latin-1", "shift_jis", "koi8-r", "utf-7"))
    return text.encode(target, "replace")


def _span(html: bytes, chance: random.Random) -> tuple[int, int]:
    """Some bytes in a row: mostly few, at times a third of the page."""
    length = min(len(html), int(chance.choice((3, 30, 300, 3000, len(html) / 3)) * chance.random()) + 1)
    start = chance.randint(0, len(html) - length)
    return start, start + length
