"""Whether and how well a clip answers: by looking at its words, or as a query for Tantivy. Both mean the
same.

Every word earns the rank of the best field it stands in (title above byline above the rest above body; a
word above its stem above a mere beginning); how often it stands there decides among equals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from tantivy import Occur, Query

from clipper.store.asking import Asked, Sought
from clipper.store.textindex import EXACT, Findable, schema

RANKS = {"title": 60.0, "byline": 45.0, "site": 30.0, "note": 30.0, "body": 15.0}
LABEL_RANK = 30.0
"""Of tags and collections."""
STEM_RANKS = {"title_stem": 54.0, "body_stem": 9.0}
BEGINNING = 8.0
"""How much less than the word its beginning earns."""
TEXT_WEIGHT = 0.15
"""Keeps BM25 (up to about 25 at 100,000 clips) below the steps between ranks."""
TYPICAL_BM25 = 4.0


def look(clip: Findable, wanted: Asked, labelled: Mapping[Sought, Set[int]]) -> float | None:
    """The score of a clip, or None if it does not answer. `labelled`: clips whose tags or collections
    answer."""
    stems = {name: f" {text} " for name, text in clip.stems().items()} if _need_stems(wanted) else {}
    fields = {name: f" {' '.join(text.split())} " for name, text in clip.fields.items()}
    for each in wanted.unwanted:
        if clip.id in labelled.get(each, ()) or any(_stands(each, text) for text in fields.values()):
            return None
    score = 0.0
    for each in wanted.wanted:
        found = _rank(each, fields, stems, is_labelled=clip.id in labelled.get(each, ()))
        if found is None:
            return None
        score += found
    return score


def _rank(
    sought: Sought, fields: Mapping[str, str], stems: Mapping[str, str], *, is_labelled: bool
) -> float | None:
    needle = f" {' '.join(sought.terms)} "
    ranks = [LABEL_RANK] if is_labelled else []
    count = 0
    for name, text in fields.items():
        found = text.count(needle)
        count += found
        if found:
            ranks.append(RANKS[name])
        elif sought.is_prefix and needle[:-1] in text:
            ranks.append(RANKS[name] - BEGINNING)
    ranks += [
        STEM_RANKS[name] for name, text in stems.items() if any(f" {stem} " in text for stem in sought.stems)
    ]
    if not ranks:
        return None
    return max(ranks) + TEXT_WEIGHT * TYPICAL_BM25 * count / (count + 1.2)


def _stands(sought: Sought, text: str) -> bool:
    return f" {' '.join(sought.terms)} " in text


def _need_stems(wanted: Asked) -> bool:
    return any(each.stems for each in wanted.wanted)


def as_query(wanted: Asked, labelled: Mapping[Sought, Sequence[int] | Set[int]]) -> Any:
    """The same as a query of Tantivy."""
    parts = [(Occur.Must, _query(each, labelled.get(each, ()))) for each in wanted.wanted]
    if not parts:
        parts = [(Occur.Must, Query.all_query())]
    for each in wanted.unwanted:
        parts += [(Occur.MustNot, _exactly(each, field)) for field in EXACT]
        if labelled.get(each):
            parts.append((Occur.MustNot, _ids(labelled[each])))
    return Query.boolean_query(parts)


def _query(sought: Sought, labelled: Sequence[int] | Set[int]) -> Any:
    exact = {field: _exactly(sought, field) for field in EXACT}
    ranked = [_ranked(query, RANKS[field]) for field, query in exact.items()]
    if sought.is_prefix:
        ranked += [_ranked(_beginning(sought, field), RANKS[field] - BEGINNING) for field in EXACT]
    for field, rank in STEM_RANKS.items():
        ranked += [_ranked(Query.term_query(schema(), field, stem), rank) for stem in sought.stems]
    if labelled:
        ranked.append(_ranked(_ids(labelled), LABEL_RANK))
    often = Query.boolean_query([(Occur.Should, query) for query in exact.values()])
    best = Query.disjunction_max_query(ranked)
    return Query.boolean_query([(Occur.Must, best), (Occur.Should, Query.boost_query(often, TEXT_WEIGHT))])


def _ranked(query: Any, rank: float) -> Any:
    return Query.const_score_query(query, rank)


def _exactly(sought: Sought, field: str) -> Any:
    if len(sought.terms) == 1:
        return Query.term_query(schema(), field, sought.terms[0])
    return Query.phrase_query(schema(), field, list(sought.terms))


def _beginning(sought: Sought, field: str) -> Any:
    """Terms are letters, digits and marks: nothing in them means anything to a regular expression."""
    last = f"{sought.terms[-1]}.*"
    if len(sought.terms) == 1:
        return Query.regex_query(schema(), field, last)
    return Query.regex_phrase_query(schema(), field, [*sought.terms[:-1], last])


def _ids(numbers: Sequence[int] | Set[int]) -> Any:
    return Query.term_set_query(schema(), "id", sorted(numbers))
