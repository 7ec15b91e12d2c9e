"""Who wrote the article: gathers what the page says for machines, what it marks and what it shows, and says
what is true of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lxml import etree

from clipper.clean import bylines, dates, names
from clipper.clean.choice import Candidate, best
from clipper.clean.choice_weights import BYLINE
from clipper.clean.icon_names import PERSON_ICONS, SECTION_ICONS
from clipper.clean.page_lines import Line
from clipper.clean.phrases import rule_of
from clipper.clean.structured import Said
from clipper.clean.text import same, word_set
from clipper.clean.visible import Visible
from clipper.clean.wording import words_in_value, words_of

_AUTHOR_NAMES = (
    "author", "byline", "by-line", "autor", "auteur", "writer", "vcard", "contributor", "redakteur",
    "creator",
)  # fmt: skip
"""Parts of names of elements that hold who wrote it ..."""
_NO_AUTHOR = (
    "authori", "avatar", "image", "photo", "bio", "comment", "social", "related", "follow", "date", "time",
)  # fmt: skip
"""... unless the name also has one of these."""
_AUTHOR_FOLDERS = word_set(
    """
    author authors autor autoren autores autori auteur auteurs people person personen profile profiles staff
    team by contributor contributors reporter reporters writer writers journalist journalists redaktion
    redakteur redakteure editor editors u user users member columnist columnists firma autore
    """
)
"""Folders of addresses of pages about people."""

_ACCOUNTS = word_set(
    """
    admin admins administrator administrators webmaster siteadmin webadmin superadmin superuser editor root
    user guest author moderator manager publisher operator contributor anonymous test default wordpress
    wpadmin content system unknown
    """
)
"""Names of accounts under which pages are put in, as `text.same` gives them; they wrote nothing."""
_NO_NAMES = word_set("null none undefined nan false true na")
_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "cxenseparse:author", "article:author_name", "citation_author", "dc:creator", "authors", "og:author",
    "rbauthors", "article.author", "creator",
)  # fmt: skip
_DECLARED = frozenset(("ld", "meta author", "property author"))
_SHOWN = {"line in head", "link in head", "named in head", "line with date in head"}
_FAR = 400
"""Lines below the beginning of the text in which a byline is looked for."""
Names = tuple[str, ...]


def byline(
    said: Said, visible: Visible, head: Sequence[Line], site_names: frozenset[str], language: str | None
) -> Names:
    """People and agencies; an account or the site itself only where nobody else is named."""
    found = candidates(said, visible, head, site_names, language)
    chosen = best(found, BYLINE)
    return chosen.value if chosen and chosen.score(BYLINE) > BYLINE.get("nobody", 0.0) else ()


def are_accounts(found: Names, site_names: frozenset[str]) -> bool:
    """Do these names say who put the page in, and not who wrote it?"""
    return all(_is_account(name) or same(name) in site_names for name in found)


def _is_account(name: str) -> bool:
    flat = same(name).rstrip("0123456789_")
    return (
        flat in _ACCOUNTS or not any(map(str.isalpha, name)) or "://" in name or "www." in name or "@" in name
    )


def candidates(
    said: Said, visible: Visible, head: Sequence[Line], site_names: frozenset[str], language: str | None
) -> list[Candidate[Names]]:
    """All that may be the byline, with what is true of it."""
    gathered = _Gathered(site_names)
    for mark, found in _declared(said):
        gathered.add(found, mark)
    for mark, found in _in_head(head, visible, language):
        gathered.add(found, mark)
    for found in _links(said):
        gathered.add(found, "link")
    if not gathered.is_clear():
        for mark, found in _elsewhere(visible):
            gathered.add(found, mark)
    return gathered.finished()


class _Gathered:
    """Candidates by the names they give: two sources that give the same are one candidate."""

    def __init__(self, site_names: frozenset[str]) -> None:
        self._found: dict[tuple[str, ...], Candidate[Names]] = {}
        self._site_names = site_names

    def add(self, found: Iterable[str], mark: str) -> None:
        """Note one more source that gives these names; the site itself is no author beside people."""
        if not found:
            return
        names = {name: flat for name in found if (flat := same(name)) not in _NO_NAMES}
        if len(names) > bylines.MOST_NAMES:
            names = dict(list(names.items())[: bylines.MOST_NAMES])
        people = {name: flat for name, flat in names.items() if flat not in self._site_names}
        names = people or names
        if names:
            key = tuple(names.values())
            self._found.setdefault(key, Candidate(tuple(names))).marks.add(mark)

    def is_clear(self) -> bool:
        """Do a declared and a visible source name the same people?"""
        return any(
            not each.marks.isdisjoint(_DECLARED) and not each.marks.isdisjoint(_SHOWN)
            for each in self._found.values()
        )

    def finished(self) -> list[Candidate[Names]]:
        """All of them, and how they stand to each other."""
        shown = [key for key, each in self._found.items() if _is_person(each.value) and each.marks & _SHOWN]
        for key, candidate in self._found.items():
            candidate.marks |= set(self._traits(key, candidate.value))
            if any(other != key for other in shown):
                is_nobody = not candidate.marks.isdisjoint(("site", "account", "lower case"))
                candidate.marks.add("account beside a person" if is_nobody else "beside a person")
        return list(self._found.values())

    def _traits(self, key: tuple[str, ...], names: Names) -> Iterable[str]:
        others = [other for other in self._found if other != key]
        if any(set(key) < set(other) for other in others):
            yield "part of another"
        if any(set(key) > set(other) for other in others):
            yield "more than another"
        if not others:
            yield "the only one"
        if are_accounts(names, self._site_names):
            yield "site" if all(same(name) in self._site_names for name in names) else "account"
        yield f"names {min(len(names), 4)}"
        yield f"words {min(len(names[0].split()), 4)}"
        if names[0].islower():
            yield "lower case"
        if any(map(str.isdigit, names[0])):
            yield "digits"
        if all(len(name.split()) in (2, 3) and name[:1].isupper() for name in names):
            yield "people"
        if _is_person(names):
            yield "given names"


def _is_person(names: Names) -> bool:
    return all(map(bylines.has_given_name, names))


def _declared(said: Said) -> Iterable[tuple[str, Iterable[str]]]:
    article = said.article
    yield "ld", _joined(said.named(article.get("author") or article.get("creator")))
    for node in said.nodes:
        if node is not article and node.get("author"):
            yield "ld of another", _joined(said.named(node.get("author")))
            break
    for key in _METAS:
        values = said.metas.get(key)
        if values:
            turned = map(bylines.turned, values[:10]) if key == "citation_author" else values[:10]
            yield f"meta {key}", _joined(turned)
    for key in ("author", "creator"):
        if said.properties.get(key):
            yield f"property {key}", _joined(said.properties[key][:6])


def _joined(values: Iterable[str]) -> Names:
    found: dict[str, str] = {}
    for value in values:
        for name in bylines.names_in(words_in_value(value, PERSON_ICONS), sure=True):
            if not name.startswith("http") and "/" not in name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _in_head(
    head: Sequence[Line], visible: Visible, language: str | None
) -> Iterable[tuple[str, Iterable[str]]]:
    """What the lines around the headline show and mark."""
    headline = next((at for at, line in enumerate(head) if line is visible.title_line), None)
    dated = [len(line.text) < 200 and bool(dates.all_in(line.text, language)) for line in head]
    for at, line in enumerate(head):
        text = line.text
        if len(text) > 200:
            continue
        may_be = bylines.may_begin(text)
        shown = bylines.byline_of(text) if may_be else ()
        if shown:
            yield "line in head", shown
        elif dated[at]:
            yield "line with date in head", bylines.byline_beside(_without_section(line), language)
        elif bylines.is_bare_name(text):
            yield from _bare(line, dated[max(0, at - 3) : at], dated[at + 1 : at + 4], visible)
            if headline is not None:
                away = at - headline
                yield f"bare {'above' if away < 0 else 'under' if away < 5 else 'below'}", (text,)
        elif may_be and len(text) < 40:
            yield "account in head", bylines.account_of(text)
        for icon, piece in _pieces(line):
            yield "piece in head", bylines.byline_of(piece)
            if icon in PERSON_ICONS and not rule_of(piece):
                yield "icon in head", bylines.names_in(piece)
        yield from _marked(line, visible)


def _without_section(line: Line) -> str:
    """The line without what a folder names: that is no author."""
    if all(icon not in SECTION_ICONS for icon, _ in line.pieces):
        return line.text
    return " ".join(text for icon, text in line.pieces if icon not in SECTION_ICONS)


def _pieces(line: Line) -> Sequence[tuple[str | None, str]]:
    """The pieces of a short line, where it has several or an icon names the one."""
    pieces = line.pieces if len(line.text) < 100 else ()
    return pieces if len(pieces) > 1 or (pieces and pieces[0][0]) else ()


def _bare(
    line: Line, before: Sequence[bool], after: Sequence[bool], visible: Visible
) -> Iterable[tuple[str, Iterable[str]]]:
    """A line that is a name and nothing else, and what stands near it."""
    text = line.text
    yield "bare", (text,)
    if line.tag in ("li", "h1", "h2", "h3", "a", "nav", "button"):
        yield f"bare in {'list' if line.tag == 'li' else 'heading'}", (text,)
    if any(after[:1]) or any(before[-1:]):
        yield "bare beside date", (text,)
    elif any(after) or any(before):
        yield "bare near date", (text,)
    if len(visible.places(same(text))) > 1:
        yield "bare twice", (text,)


def _marked(line: Line, visible: Visible) -> Iterable[tuple[str, Iterable[str]]]:
    """Links to an author's page and elements named as byline, in one line."""
    linked: list[str] = []
    for element, name in visible.marked(line):
        if element.tag == "a":
            folders = (element.get("href") or "").lower().split("/")[:-1]
            if not _AUTHOR_FOLDERS.isdisjoint(folders) or "author" in (element.get("rel") or ""):
                linked += _names_of(element)
        elif name and _names_author(name):
            yield "named in head", _names_of(element)
    if linked:
        yield "link in head", dict.fromkeys(linked)


@lru_cache(maxsize=2048)
def _names_author(name: str) -> bool:
    """Does an element's class or id say that it holds who wrote it?"""
    return any(map(name.__contains__, _AUTHOR_NAMES)) and not any(map(name.__contains__, _NO_AUTHOR))


def _links(said: Said) -> Iterable[Iterable[str]]:
    """Links that the page marks as leading to the author, those of one line together."""
    beside: dict[etree._Element | None, list[str]] = {}
    for link in [each for each in said.links.get("author", ()) if each.tag == "a"][:4]:
        if not names.in_comments(link):
            beside.setdefault(link.getparent(), []).extend(_names_of(link))
    return [dict.fromkeys(found) for found in list(beside.values())[:1]]


def _elsewhere(visible: Visible) -> Iterable[tuple[str, Iterable[str]]]:
    """Bylines below the text's beginning."""
    for line in visible.lines[visible.head_ends : visible.head_ends + _FAR]:
        text = line.text
        if len(text) < 100 and text[:2].lower() in bylines.FIRST_LETTERS:
            shown = bylines.byline_of(text)
            if shown:
                yield "line below", shown


def _names_of(element: etree._Element) -> Names:
    """The names in a marked element; where it has several pieces, those of the first that gives any."""
    if names.is_hidden(element):
        return ()
    text = words_of(element, PERSON_ICONS)
    return bylines.names_in(text) if 2 < len(text) < 120 and not rule_of(text) else ()
