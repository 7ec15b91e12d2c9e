"""The headline: without the site's name, once. Gathers what may be it, and says what is true of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml import etree

from clipper.clean import names
from clipper.clean.choice import Candidate, best
from clipper.clean.choice_weights import TITLE
from clipper.clean.phrases import rule_of
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import collapsed, ends_sentence, is_prose, same
from clipper.clean.visible import Visible
from clipper.clean.wording import words_of

_SEPARATOR = re.compile(
    r"\s+[|·•»«›‹/\\_–—―:>~│┃‖∣]+\s+|\s+-{1,2}\s+|\s*[|｜│]\s*|\s*::\s*|(?<=\S)_(?=[^\W\d_]*$)"
)
_SEPARATES = re.compile(r"[|·•»«›‹/\\_–—―:>~│┃‖∣\-｜]")
"""One of the signs without which there is no separator."""
_STRONG = ("|", "｜", "│", "»", "::", "·", "•")
_WORD = re.compile(r"\w+")
LONGEST = 500
_COMPARED = ("og", "headline", "document")
"""Declared titles to which the others are compared."""
_HEADINGS = 6
_LOWER = frozenset(("h2", "h3"))
_LANDMARKS = frozenset(("header", "nav", "aside", "footer", "article", "main", "dialog"))
_NEAR = 15
"""Lines between headline and text in which byline, picture and date stand."""


def site_names(site: str | None, url: str) -> frozenset[str]:
    """Ways in which the site may name itself in a title, as `text.same` gives them."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    found = {same(host), *(same(label) for label in labels[:-1] if len(label) > 3)}
    if site:
        found |= {same(site), same(site.removeprefix("The ")), same(site.partition(".")[0])}
        found |= {same(part) for part in _SEPARATOR.split(site) if part}
    return frozenset(each for each in found if each)


def site_in(document: str | None, title: str | None, visible: Visible) -> str | None:
    """The site's name in `document`, the page's `title`: what stands beside a visible headline."""
    document, wanted = collapsed(document or ""), same(title or "")
    if not wanted or not visible.places(wanted):
        return None
    pieces = _separators(document)
    for mark in pieces:
        if same(document[: mark.start()]) == wanted:
            return _as_site(document[pieces[-1].end() :])
    for mark in pieces:
        if same(document[mark.end() :]) == wanted:
            return _as_site(document[: pieces[0].start()])
    return None


def _as_site(part: str) -> str | None:
    part = part.strip()
    fits = 2 <= len(part) <= 60 and len(_WORD.findall(part)) <= 6 and any(map(str.isalpha, part))
    return part if fits and not rule_of(part) and not ends_sentence(part) else None


def _separators(title: str) -> list[re.Match[str]]:
    """What parts the title; looked for from the first sign on, since each character is tried in many ways."""
    first = _SEPARATES.search(title)
    return list(_SEPARATOR.finditer(title, len(title[: first.start()].rstrip()))) if first else []


def without_site(title: str, names: frozenset[str]) -> str:
    """The title without the site's name at either end, as often as it stands there."""
    title = collapsed(title)
    for _ in range(3):
        pieces = _separators(title)
        if not pieces:
            return title
        head, tail = title[: pieces[0].start()], title[pieces[-1].end() :]
        rest_of_head, rest_of_tail = title[pieces[0].end() :].strip(), title[: pieces[-1].start()].strip()
        if _is_site(tail, names) and rest_of_tail:
            title = rest_of_tail
        elif _is_site(head, names) and rest_of_head:
            title = rest_of_head
        else:
            break
    return title


def _is_site(part: str, names: frozenset[str]) -> bool:
    flat = same(part)
    if not flat or flat in names:
        return True
    if len(flat) <= 3:
        return False
    return any(len(name) > 4 and (flat.startswith(name) or name.startswith(flat)) for name in names)


def choose(said: Said, names: frozenset[str], visible: Visible) -> str | None:
    """The headline; None where nothing may be it."""
    is_bare = not (said.meta("og:title", "twitter:title") or said.text("headline"))
    if is_bare and len(_WORD.findall(said.document or "")) <= 3 and _only_site(said, names):
        repeated = _repeated(visible)
        if repeated:  # then the page's `title` is the site's name, whatever it is called
            return repeated[:LONGEST]
    found = _gathered(said, names, visible)
    if len(found) > 1:
        _mark(found, said, visible)
    chosen = best(found, TITLE)
    return chosen.value[:LONGEST] if chosen else None


def _only_site(said: Said, names: frozenset[str]) -> bool:
    """Does no main heading say more than the page's title?"""
    known = names | {same(said.document or "")}
    return all(same(text_of(heading)) in known for heading in said.headings)


def candidates(said: Said, names: frozenset[str], visible: Visible) -> list[Candidate[str]]:
    """All that may be the headline, with what is true of it."""
    found = _gathered(said, names, visible)
    _mark(found, said, visible)
    return found


def _gathered(said: Said, names: frozenset[str], visible: Visible) -> list[Candidate[str]]:
    gathered = _Gathered(names)
    sources: dict[str, list[str]] = {}
    for mark, value in _declared(said):
        sources.setdefault(value, []).append(mark)
    for value, marks in sources.items():
        gathered.add_declared(marks, value, visible)
    _add_headings(gathered, said)
    _add_lines(gathered, visible)
    return list(gathered.found.values())


def _mark(found: list[Candidate[str]], said: Said, visible: Visible) -> None:
    """Note how the candidates stand to what is declared and to the visible lines."""
    declared = [(mark, value) for mark, value in _declared(said) if mark in _COMPARED]
    told = {mark: (same(value), _words(value)) for mark, value in declared}
    for candidate in found:
        candidate.marks.update(_relations(candidate, told, visible))


class _Gathered:
    """Candidates by what they say: two sources that say the same are one candidate."""

    def __init__(self, names: frozenset[str]) -> None:
        self.found: dict[str, Candidate[str]] = {}
        self._names = names

    def add(self, value: str, *marks: str) -> None:
        """Note one more that says this, unless it is the site's name or a label."""
        value = collapsed(value).rstrip(" ¶#")
        key = same(value)
        if key and key not in self._names and len(value) < 2 * LONGEST and not rule_of(value):
            self.found.setdefault(key, Candidate(value)).marks.update(marks)

    def add_declared(self, marks: list[str], value: str, visible: Visible) -> None:
        """A declared title without the site's name; its parts too, where something speaks for them."""
        bare = without_site(value, self._names)
        pieces = _separators(bare)
        is_labelled = bool(pieces) and _is_label(bare[pieces[-1].end() :], pieces[-1][0])
        if not is_labelled or not pieces[-1].start() or visible.places(same(bare)):
            self.add(bare, *marks)
        for at, piece in enumerate(pieces):
            for part, name in ((bare[: piece.start()], "head"), (bare[piece.end() :], "tail")):
                if len(_WORD.findall(part)) > 2 and visible.places(same(part)):
                    self.add(part, *(f"{name} of {mark}" for mark in marks))
            if at == len(pieces) - 1 and piece[0].strip() in _STRONG:
                cut = f"cut {min(len(_WORD.findall(bare[piece.end() :])), 5)}"
                self.add(bare[: piece.start()], cut, *(f"before bar of {mark}" for mark in marks))


def _is_label(tail: str, separator: str) -> bool:
    """Few words behind a bar are a site or a section, even if nothing says which."""
    return separator.strip() in _STRONG and len(_WORD.findall(tail)) <= 3


def _declared(said: Said) -> Iterable[tuple[str, str]]:
    values = (
        ("og", said.meta("og:title")),
        ("headline", said.text("headline") or next(iter(said.properties.get("headline", ())), None)),
        ("other", said.meta("dc.title", "parsely-title", "sailthru.title", "title")),
        ("twitter", said.meta("twitter:title")),
        ("document", said.document),
    )
    return ((mark, value) for mark, value in values if value)


def _add_headings(gathered: _Gathered, said: Said) -> None:
    shown = [each for each in said.headings[:_HEADINGS] if not names.is_hidden(each)]
    texts = [words_of(each) for each in shown]
    count = sum(map(bool, texts))
    for at, (element, text) in enumerate(zip(shown, texts, strict=True)):
        if text and len(text) < LONGEST:
            order = "only" if count == 1 else "first" if at == 0 else "later"
            gathered.add(text, "h1", f"h1 {order}", *_marks_of(element))
            part = _last_part(element)
            if part and len(_WORD.findall(part)) > 1:
                gathered.add(part, "h1 part", f"h1 part {order}")


def _marks_of(heading: etree._Element) -> Iterable[str]:
    """What the elements around a heading and its name say."""
    name = names.of(heading)
    if any(map(name.__contains__, ("title", "headline", "entry", "article", "post"))):
        yield "h1 named title"
    if any(map(name.__contains__, ("site", "logo", "brand"))):
        yield "h1 named site"
    link = next((each for each in heading.iter("a") if each.get("href") is not None), None)
    if link is not None:
        yield "h1 linked"
    if link is not None and _path_of(link.get("href") or "") in ("", "/"):
        yield "h1 leads home"
    around = [str(above.tag) for above, _ in zip(heading.iterancestors(), range(10), strict=False)]
    inner = next((tag for tag in around if tag in _LANDMARKS), None)
    if inner == "header" and ("article" in around or "main" in around):
        inner = "article header"
    if inner:
        yield f"h1 in {inner}"


def _last_part(heading: etree._Element) -> str | None:
    """What a heading says behind a kicker, where each has an element of its own or a break between them."""
    pieces = [collapsed(heading.text or "")]
    for child in heading:
        if isinstance(child.tag, str) and child.tag not in ("em", "i", "b", "strong", "sup", "sub", "mark"):
            pieces += [text_of(child), collapsed(child.tail or "")]
        else:
            pieces[-1] = collapsed(f"{pieces[-1]} {text_of(child)} {child.tail or ''}")
    pieces = [piece for piece in pieces if any(map(str.isalnum, piece))]
    if len(pieces) == 1 and len(heading):
        inner = next((child for child in heading if isinstance(child.tag, str) and text_of(child)), None)
        return _last_part(inner) if inner is not None else None
    return pieces[-1].strip(" :|–-/•»") if len(pieces) == 2 else None


def _path_of(address: str) -> str:
    """The path of an address; a word that is no path where it is none."""
    try:
        return urlsplit(address).path
    except ValueError:
        return "?"


def _add_lines(gathered: _Gathered, visible: Visible) -> None:
    """Lower headings above the text."""
    above = [line for line in visible.lines[: visible.text_begins] if line.tag in _LOWER]
    for line in [line for line in above if len(line.text) > 8][-3:]:
        gathered.add(line.text, f"{line.tag} above text")


def _relations(
    candidate: Candidate[str], told: dict[str, tuple[str, frozenset[str]]], visible: Visible
) -> Iterable[str]:
    """How a candidate stands to what is declared, to the visible lines, and how long it is."""
    value, marks = candidate.value, candidate.marks
    flat, own = same(value), _words(value)
    for mark, (key, words) in told.items():
        if flat != key and flat in key:
            yield f"in {mark}"
            end = "begin" if key.startswith(flat) else "end" if key.endswith(flat) else "middle"
            yield f"in {mark} {end}"
        elif flat != key and key in flat and len(key) > 8:
            yield f"holds {mark}"
        share = len(own & words) / (len(own | words) or 1)
        yield f"shares {mark} {int(share * 4)}"
        if "h1" in marks and mark != "headline":
            yield f"h1 {'only' if 'h1 only' in marks else 'of many'} shares {mark} {int(share * 4)}"
    places = visible.places(flat)
    if places:
        yield "visible"
        if any(visible.lines[at].tag in ("h1", "h2", "h3") for at in places):
            yield "visible heading"
        if any(at <= visible.text_begins for at in places):
            yield "visible above text"
        if any(visible.text_begins - _NEAR <= at <= visible.text_begins for at in places):
            yield "visible near text"
    count = len(_WORD.findall(value))
    yield f"words {count if count < 4 else '4' if count < 6 else 'long' if count > 24 else 'some'}"
    for mark in _COMPARED:
        if mark not in told:
            yield f"no {mark}"


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _repeated(visible: Visible) -> str | None:
    """A line that stands twice near the top, as crumbs and as headline."""
    seen: set[str] = set()
    for line in visible.lines[: min(60, visible.text_begins)]:
        text = line.text
        if len(text) < 12 or text.endswith((".", "。")) or is_prose(text):
            continue
        flat = same(text)
        if flat in seen and 4 <= len(_WORD.findall(text)) <= 30:
            return text
        seen.add(flat)
    return None
