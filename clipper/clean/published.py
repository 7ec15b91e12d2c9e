"""When the article was published and when it was last changed: gathers what the page declares, marks and
shows, and says what is true of each day; never a time relative to now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from clipper.clean import dates, names, structured
from clipper.clean.choice import Candidate, best
from clipper.clean.choice_weights import DAY
from clipper.clean.date_words import PUBLISHED, UPDATED
from clipper.clean.page_lines import Line, elements_of
from clipper.clean.removals import text_of
from clipper.clean.structured import Said
from clipper.clean.text import is_prose, word_list, word_set
from clipper.clean.visible import Visible

_NAMED_DATE = re.compile(r"date|datum|publi|posted|time|fecha|meta|byline|info")
_NAMED_UPDATED = re.compile(r"updat|modif|aktualis")
_NAMED_PUBLISHED = re.compile(r"publi|posted|entry-date|post-date|created|issued")
_METAS = word_list(
    """
    article:published_time og:article:published_time og:published_time datepublished parsely-pub-date
    sailthru.date dc.date.issued dcterms.created dcterms.date dc.date pubdate publish-date publishdate
    publish_date publication_date cxenseparse:recs:publishtime date originalpublicationdate article.published
    published rnews:datepublished citation_publication_date citation_date dc.date.created datecreated
    article:published published-date published_time publication-date pub_date og:pubdate dcterms.issued
    cxenseparse:publishtime bt:pubdate displaydate prism.publicationdate article:post_date release_date article_date_original
    """
)
"""Names of meta elements that hold it."""
_MODIFIED = word_list(
    """
    article:modified_time og:updated_time og:article:modified_time datemodified dcterms.modified dc.date.modified lastmod
    last-modified revised modified_date modified-date cxenseparse:recs:modifiedtime article:modified date_modified
    dc.modified article.updated bt:moddate
    """
)
_OF_REVISIONS = word_set("modified property-modified time-updated label-updated")
"""Marks of sources that tell when the article was changed."""
_IN_SCRIPT = re.compile(
    r"[\"'](?:datePublished|publishedAt|published_at|publishedDate|publishDate|publish_date|publicationDate|pubDate|"
    r"published_time|firstPublished|datePosted|createdAt)[\"']\s*:\s*[\"']([^\"']{8,40})[\"']"
)
_AT_LEAST = timedelta(hours=1)
"""A revision within less is the publishing itself."""


@dataclass(frozen=True, slots=True)
class Times:
    """What is known of an article's dates, in ISO 8601."""

    published: str | None = None
    updated: str | None = None
    relative: str | None = None
    """The words of a time relative to now, where the page shows one."""


@dataclass(slots=True)
class _Day:
    """Everything that names one day."""

    candidate: Candidate[str]
    exact: list[str] = field(default_factory=list)


def read(
    said: Said, visible: Visible, head: Sequence[Line], url: str, language: str | None, latest: datetime
) -> Times:
    """The article's dates. `latest`: when the page was fetched; no article is younger."""
    days = candidates(said, visible, head, url, language, latest)
    shown = [day for day in days.values() if not day.candidate.marks <= _ALLOWED_IN_REVISIONS]
    chosen = best((day.candidate for day in shown or days.values()), DAY)
    relative = _relative(head) if chosen is None else None
    if chosen is None:
        return Times(relative=relative)
    published = exact(chosen.value, days)
    return Times(published, _updated(published, days), relative)


def exact(day: str, days: dict[str, _Day]) -> str:
    """The fullest way in which the page tells this day: with the zone of the place, with a zone, with a time."""
    told = days[day].exact
    zoned = [each for each in told if _zone(each) is not None]
    local = next((each for each in zoned if _zone(each)), None)
    if local is None and zoned:
        clocks = [each for other in days.values() for each in other.exact if len(each) > 10 and _zone(each) is None]
        local = next((moved for clock in clocks if (moved := _in_place(zoned[0], clock))), None)
    timed = next((each for each in told if len(each) > 10), None)
    return local or (zoned[0] if zoned else timed) or day


def _zone(told: str) -> timedelta | None:
    if len(told) <= 10:
        return None
    try:
        return datetime.fromisoformat(told).utcoffset()
    except ValueError:
        return None


def _in_place(moment: str, clock: str) -> str | None:
    """A moment told in UTC with the offset of the place, where the page also shows its clock time there."""
    try:
        known, shown = datetime.fromisoformat(moment), datetime.fromisoformat(clock)
    except ValueError:
        return None
    ahead = shown - known.replace(tzinfo=None, second=shown.second, microsecond=0)
    minutes = ahead.total_seconds() / 60
    if not minutes or abs(minutes) > 14 * 60 or minutes % 30:
        return None
    return known.astimezone(timezone(ahead)).isoformat()


def candidates(
    said: Said, visible: Visible, head: Sequence[Line], url: str, language: str | None, latest: datetime
) -> dict[str, _Day]:
    """All days that may be the day of publication or of a revision, with what is true of each."""
    found: dict[str, _Day] = {}
    limit = (latest + timedelta(days=2)).date().isoformat()
    for mark, told in _told(said, visible, head, url, language):
        day = told[:10] if told else None
        if told and day and "1990" < day <= limit:
            known = found.setdefault(day, _Day(Candidate(day)))
            known.candidate.marks.add(mark)
            if len(told) > 10 and told not in known.exact:
                known.exact.append(told)
    _compare(found, _month_of(url))
    return found


def _told(
    said: Said, visible: Visible, head: Sequence[Line], url: str, language: str | None
) -> Iterable[tuple[str, str | None]]:
    yield from _declared(said)
    yield "url", dates.of_address(url)
    yield from _times(said, head)
    in_head = list(_in_lines(head, language, "head"))
    yield from in_head
    if not in_head:
        yield from _below(visible, head, language)
    if not said.article and not any(key in said.metas for key in _METAS):
        yield from (("script", told) for told in _in_scripts(said))


def _declared(said: Said) -> Iterable[tuple[str, str | None]]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from ((f"ld {key}", dates.iso(text)) for text in structured.texts(said.article.get(key))[:1])
    for text in structured.texts(said.article.get("dateModified"))[:1]:
        yield "modified", dates.iso(text)
    for node in said.nodes:
        if node is not said.article and node.get("datePublished"):
            yield "ld of another", dates.iso(node.get("datePublished"))
            break
    for key in _METAS:
        yield from ((f"meta {key}", dates.iso(text)) for text in said.metas.get(key, ())[:1])
    for key in _MODIFIED:
        yield from (("modified", dates.iso(text)) for text in said.metas.get(key, ())[:1])
    for key in ("datepublished", "datecreated"):
        yield from (("property", dates.iso(text)) for text in said.properties.get(key, ())[:1])
    for text in said.properties.get("datemodified", ())[:1]:
        yield "modified", dates.iso(text)


def _times(said: Said, head: Sequence[Line]) -> Iterable[tuple[str, str | None]]:
    """`time` elements that stand in no comment or teaser, by name, place and order."""
    near = {each for line in head for each in elements_of(line) if each.tag == "time"}
    count = 0
    for element in said.times:
        if names.in_comments(element) or any(
            each.tag in ("aside", "nav", "footer") for each in element.iterancestors()
        ):
            continue
        told = dates.iso(element.get("datetime") or text_of(element))
        if told is None:
            continue
        name = names.of(element)
        if _NAMED_UPDATED.search(name) and not _NAMED_PUBLISHED.search(name):
            yield "time-updated", told
            continue
        count += 1
        if element.get("pubdate") is not None or _NAMED_PUBLISHED.search(name):
            yield "time published", told
        if element in near:
            yield "time in head", told
        yield f"time {'first' if count == 1 else 'later'}", told


def _in_lines(lines: Sequence[Line], language: str | None, where: str) -> Iterable[tuple[str, str]]:
    """The dates that lines show, with the words before each of them."""
    before, count = "", 0
    for line in lines:
        text = line.text
        if len(text) > 200 or (is_prose(text) and len(text) > 110):
            before = ""
            continue
        at = 0
        for found in dates.all_in(text, language):
            label = text[at : found.start] or (before if at == 0 and len(before) < 40 else "")
            at = found.end
            kind = "updated" if UPDATED.search(label) else "published" if PUBLISHED.search(label) else "plain"
            if kind == "updated":
                yield "label-updated", found.iso
                continue
            count += 1
            yield f"{where} {kind}", found.iso
            yield f"{where} {'first' if count == 1 else 'later'}", found.iso
            yield from ((f"{where} {trait}", found.iso) for trait in _traits(line, found))
        before = text


def _traits(line: Line, found: dates.Found) -> Iterable[str]:
    rest = len(line.text) - (found.end - found.start)
    yield "alone" if rest < 4 else "with little" if rest < 40 else "with much"
    if line.tag in ("h1", "h2", "h3", "li"):
        yield f"in {'list' if line.tag == 'li' else 'heading'}"
    if line.linked:
        yield "linked"
    name = next((names.of(each) for each in elements_of(line)), "")
    if _NAMED_DATE.search(name):
        yield "named"


def _below(visible: Visible, head: Sequence[Line], language: str | None) -> Iterable[tuple[str, str]]:
    """Dates in lines far from the headline, where none stands near it."""
    known = set(map(id, head))
    others = [line for line in visible.lines[:600] if id(line) not in known and len(line.text) < 120]
    count = 0
    for mark, told in _in_lines(others, language, "below"):
        yield mark, told
        count += 1
        if count > 12:
            return


def _in_scripts(said: Said) -> Iterable[str | None]:
    for script in said.scripts:
        text = script.text or ""
        found = _IN_SCRIPT.search(text) if len(text) < 2_000_000 else None
        if found:
            yield dates.iso(found[1])
            return


_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=[/_-])")


def _month_of(url: str) -> str | None:
    found = _MONTH.search(url)
    return f"{found[1]}-{found[2]}" if found else None


def _compare(found: dict[str, _Day], month: str | None) -> None:
    """How the days stand to each other."""
    ordered = sorted(found)
    for at, day in enumerate(ordered):
        marks = found[day].candidate.marks
        kinds = {mark.split(" ")[0] for mark in marks}
        marks.add(f"kinds {min(len(kinds), 4)}")
        if len(ordered) == 1:
            marks.add("the only day")
        else:
            marks.add("earliest" if at == 0 else "latest" if at == len(ordered) - 1 else "between")
        if month:
            marks.add("month of url" if day.startswith(month) else "not month of url")


_ALLOWED_IN_REVISIONS = _OF_REVISIONS | {
    f"kinds {count}" for count in range(5)
} | {"the only day", "earliest", "latest", "between", "month of url", "not month of url"}
"""A day of which nothing else is true is that of a revision only."""


def _updated(published: str, days: dict[str, _Day]) -> str | None:
    """The last revision, where it is clearly later than the publishing."""
    later = [
        day
        for day, known in days.items()
        if day >= published[:10] and not known.candidate.marks.isdisjoint(_OF_REVISIONS)
    ]
    if not later:
        return None
    told = exact(max(later), days)
    return told if told[:10] > published[:10] or _is_later(told, published) else None


def _is_later(told: str, published: str) -> bool:
    """On the same day, by an hour or more."""
    if len(told) <= 10 or len(published) <= 10:
        return False
    first, second = datetime.fromisoformat(published), datetime.fromisoformat(told)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return False
    return second - first >= _AT_LEAST


def _relative(head: Sequence[Line]) -> str | None:
    """The words of the first relative time in a short line."""
    for line in head:
        if is_prose(line.text) and len(line.text) > 110:
            continue
        for text in (*(text for _, text in line.pieces), line.text):
            words = dates.relative_in(text)
            if words:
                return words
    return None
