"""The headline: without the site's name, once. Chooses between the page's headings and what it says of
itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from clipper.clean.phrases import rule_of
from clipper.clean.text import collapsed, ends_sentence, is_prose, same

_SEPARATOR = re.compile(
    r"\s+[|·•»«›‹/\\_–—―:>~]+\s+|\s+-{1,2}\s+|\s*[|｜]\s*|\s*::\s*|(?<=\S)_(?=[^\W\d_]*$)"
)
_WORD = re.compile(r"\w+")
LONGEST = 500


def site_names(site: str | None, url: str) -> frozenset[str]:
    """Ways in which the site may name itself in a title, as `text.same` gives them."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    found = {same(host), *(same(label) for label in labels[:-1] if len(label) > 3)}
    if site:
        found |= {same(site), same(site.removeprefix("The ")), same(site.partition(".")[0])}
        found |= {same(part) for part in _SEPARATOR.split(site) if part}
    return frozenset(each for each in found if each)


def without_site(title: str, names: frozenset[str], visible: Sequence[str] = ()) -> str:
    """The title without the site's name at either end; what is visible as a line of the page decides
    first.
    """
    title = collapsed(title)
    pieces = list(_SEPARATOR.finditer(title))
    if not pieces:
        return title
    seen = {same(line) for line in visible if line}
    parts = [title[: mark.start()] for mark in pieces] + [title[mark.end() :] for mark in pieces]
    known = [part for part in parts if same(part) in seen and len(_WORD.findall(part)) > 2]
    if known:
        return max(known, key=len).strip()
    return _cut(title, names)


def site_in(document: str | None, title: str | None, lines: Sequence[str]) -> str | None:
    """The site's name in `document`, the page's `title`: what stands beside a visible headline."""
    document, wanted = collapsed(document or ""), same(title or "")
    if not wanted or wanted not in map(same, lines):
        return None
    pieces = list(_SEPARATOR.finditer(document))
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


def _cut(title: str, names: frozenset[str]) -> str:
    for _ in range(3):
        pieces = list(_SEPARATOR.finditer(title))
        if not pieces:
            return title
        head, tail = title[: pieces[0].start()], title[pieces[-1].end() :]
        rest_of_head, rest_of_tail = title[pieces[0].end() :], title[: pieces[-1].start()]
        if _is_site(tail, names) and rest_of_tail.strip():
            title = rest_of_tail.strip()
        elif _is_site(head, names) and rest_of_head.strip():
            title = rest_of_head.strip()
        else:
            break
    return _cut_by_length(title)


def _is_site(part: str, names: frozenset[str]) -> bool:
    flat = same(part)
    if not flat:
        return True
    return flat in names or any(
        len(name) > 4 and (flat.startswith(name) or name.startswith(flat)) and len(flat) > 3 for name in names
    )


def _cut_by_length(title: str) -> str:
    """A last part of one to three words behind a bar is a site or section even if nothing says so."""
    marks = [
        mark for mark in _SEPARATOR.finditer(title) if mark[0].strip() in ("|", "｜", "»", "::", "·", "•")
    ]
    if not marks:
        return title
    head, tail = title[: marks[-1].start()].strip(), title[marks[-1].end() :]
    if len(_WORD.findall(tail)) <= 4 and len(_WORD.findall(head)) >= 3:
        return _cut_by_length(head)
    return title


def choose(
    headings: Sequence[str],
    names: frozenset[str],
    *,
    declared: Sequence[str | None],
    document: str | None,
    lines: Sequence[str],
) -> str | None:
    """The headline. `headings`: the page's h1; `declared`: og:title and its like, best first;
    `document`: `title`.
    """
    said = [each for each in (*declared, document) if each]
    repeated = _repeated(lines, names)
    if repeated and not any(declared) and document and len(_WORD.findall(document)) <= 3:
        return repeated[:LONGEST]  # the page's `title` is the site's name, whatever it is called
    bare = [without_site(each, names, lines) for each in said]
    for heading in headings:
        is_said = any(_shares(heading, each) > 0.6 for each in bare) or _is_part(heading, said)
        if is_said and same(heading) not in names:
            return collapsed(heading).rstrip(" ¶")[:LONGEST]
    for title in bare:
        if title and same(title) not in names:
            return title[:LONGEST]
    first = next((collapsed(each) for each in headings if same(each) and same(each) not in names), None)
    return (first or repeated or (collapsed(said[0]) if said else None) or "")[:LONGEST] or None


def _is_part(heading: str, said: Sequence[str]) -> bool:
    """A good part of what is said, word for word; the site's name seldom is."""
    flat = same(heading)
    return any(flat in same(each) and len(flat) > 0.4 * len(same(each)) for each in said)


def _shares(heading: str, title: str) -> float:
    words = {word.casefold() for word in _WORD.findall(heading)}
    others = {word.casefold() for word in _WORD.findall(title)}
    return len(words & others) / len(words) if words else 0.0


def _repeated(lines: Sequence[str], names: frozenset[str]) -> str | None:
    """A line that stands twice near the top, as crumbs and as headline."""
    seen: set[str] = set()
    for line in lines[:60]:
        flat = same(line)
        if is_prose(line) and flat not in seen and line.endswith((".", "。")):
            return None  # the text has begun
        words = len(_WORD.findall(line))
        if flat in seen and 4 <= words <= 30 and not line.endswith((".", "。")) and flat not in names:
            return line
        seen.add(flat)
    return None
