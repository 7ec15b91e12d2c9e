"""How well a clip answers: the weights, and a query's words as a query of Tantivy.

The score is BM25 summed over the fields, each field with its weight; a word of the same stem counts less
than the word, a mere beginning less again. Tantivy multiplies it with the logarithm of the moment of
publication, some 0.1 % a year: of equals the newer goes before.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from tantivy import Occur, Query

from clipper.article.asking import And, Not, Or, Part, Phrase, Word
from clipper.store.documents import LONGEST_START, schema
from clipper.store.sought import INFLECTED, RESPELLED, Sought, sought
from clipper.store.textindex import frequency, size, terms_beginning
from clipper.store.words import beginnings_of_forms, common_pairs, with_stem

WEIGHTS = {"title": 5.0, "byline": 3.0, "site": 2.0, "note": 2.0, "body": 1.0}
FORM = {"title": 0.4, "note": 0.2, "body": 0.15}
"""What a word of the same stem weighs: even in the title, less than the word itself in the text."""
RESPELLED_WORTH = 0.8
"""The word spelled otherwise, `ue` for an umlaut, by the word itself."""
BEGINNING = {"title": 6.0, "byline": 2.0, "site": 1.0, "note": 1.0, "body": 0.01}
"""What a word earns that begins so, the same for all: the newest of these go before."""
LABEL = 10.0
"""A tag or collection of that name: beneath the title, above the text."""
FLAT = 1.0
"""Where nothing is asked that one clip could answer better than another."""
MOST_FORMS = 40
MOST_WALKED = 3_000
"""Terms with the same beginning that are looked through for a word's other forms."""

Chosen = Mapping[Part, Sequence[int]]
"""Clips that answer parts which the text index knows nothing of."""


class Ranking:
    """Makes queries for one searcher."""

    def __init__(self, searcher: Any, chosen: Chosen | None = None, *, quick: bool = False) -> None:
        """`quick`: leave out those that merely have a word in their text that begins as asked; they come
        last."""
        self._searcher, self._chosen, self._quick = searcher, chosen or {}, quick
        self._count = size(searcher)
        self._begun: dict[tuple[str, str], dict[str, int]] = {}

    def query(self, part: Part) -> Any:
        """A part as a query that scores."""
        match part:
            case And(parts):
                return _all([(Occur.MustNot, self._bare(each.part)) if isinstance(each, Not)
                             else (Occur.Must, self.query(each)) for each in parts])  # fmt: skip
            case Or(parts):
                return Query.boolean_query([(Occur.Should, self.query(each)) for each in parts])
            case Not(inner):
                return _all([(Occur.MustNot, self._bare(inner))])
            case Word() | Phrase():
                return self._word(part)
            case _:
                return Query.const_score_query(_ids(self._chosen.get(part, ())), FLAT)

    def _word(self, part: Word | Phrase) -> Any:
        each = sought(part)
        made = [(Occur.Should, query) for query in self._ways(each)]
        if labelled := self._chosen.get(part):
            made.append((Occur.Should, Query.const_score_query(_ids(labelled), LABEL)))
        return Query.boolean_query(made) if made else Query.empty_query()

    def _bare(self, part: Part) -> Any:
        """What a clip must not have: the words themselves, neither other forms nor beginnings."""
        if isinstance(part, Word | Phrase):
            each = sought(part)
            found = [*self._exactly(each), *(self._beginnings(each) if each.is_prefix else ())]
            if labelled := self._chosen.get(part):
                found.append(_ids(labelled))
            return Query.boolean_query([(Occur.Should, query) for query in found])
        if isinstance(part, And | Or):
            occur = Occur.Must if isinstance(part, And) else Occur.Should
            return Query.boolean_query([(occur, self._bare(each)) for each in part.parts])
        return self.query(part)

    def _ways(self, each: Sought) -> list[Any]:
        ways = self._exactly(each)
        if each.is_prefix:
            ways += self._beginnings(each)
        if each.stems:
            ways += self._forms(each)
        return ways

    def _exactly(self, each: Sought) -> list[Any]:
        return [Query.boost_query(_run(each.terms, field), WEIGHTS[field]) for field in each.fields]

    def _beginnings(self, each: Sought) -> list[Any]:
        """Terms are letters, digits and marks: nothing in them means anything to a regular expression."""
        if len(each.terms) > 1:
            return [
                Query.const_score_query(
                    Query.regex_phrase_query(schema(), field, [*each.terms[:-1], f"{each.terms[-1]}.*"]),
                    BEGINNING[field],
                )
                for field in each.fields
            ]
        found = [
            Query.const_score_query(_begins(each.terms[0], f), BEGINNING[f])
            for f in each.fields
            if f != "body"
        ]
        if "body" in each.fields and not (self._quick and "title" in each.fields):
            found.append(Query.const_score_query(self._in_text(each), BEGINNING["body"]))
        return found

    def _in_text(self, each: Sought) -> Any:
        term = each.terms[0]
        if len(term) == 1 and each.is_anywhere:
            return Query.term_query(schema(), "letter", term)
        return Query.regex_query(schema(), "body", f"{term}.*")

    # other forms of a word

    def _forms(self, each: Sought) -> list[Any]:
        """Words of the same stem, each in clips of the language in which they have it."""
        term = each.terms[0]
        ways = []
        for field in each.fields:
            ceiling = self._rarity(field, term)
            if each.respelled and (having := frequency(self._searcher, field, each.respelled)):
                weight = WEIGHTS[field] * RESPELLED_WORTH
                ways.append(self._in_tongue(field, RESPELLED, {each.respelled: having}, ceiling, weight))
            for stemmer, stem in each.stems if field in INFLECTED else ():
                if frequency(self._searcher, "tongue", stemmer):
                    forms = self._with_stem(field, stemmer, stem)
                    for apart in (term, each.respelled):
                        forms.pop(apart or "", None)
                    if forms:
                        ways.append(self._in_tongue(field, stemmer, forms, ceiling, FORM[field]))
        return ways

    def _with_stem(self, field: str, stemmer: str, stem: str) -> dict[str, int]:
        """The commonest forms, with how many clips have each."""
        walked: dict[str, int] = {}
        for beginning in beginnings_of_forms(stemmer, stem):
            walked |= self._walked(field, beginning)
        forms = with_stem(list(walked), stemmer, stem)
        return {form: walked[form] for form in sorted(forms, key=walked.__getitem__)[-MOST_FORMS:]}

    def _walked(self, field: str, beginning: str) -> dict[str, int]:
        known = self._begun.get((field, beginning))
        if known is None:
            known = terms_beginning(self._searcher, field, beginning, MOST_WALKED)
            self._begun[field, beginning] = known
        return known

    def _in_tongue(
        self, field: str, stemmer: str, forms: Mapping[str, int], ceiling: float, weight: float
    ) -> Any:
        scored = []
        for form, having in forms.items():
            weighed = weight * min(1.0, ceiling / rarity(self._count, having))
            scored.append(Query.boost_query(Query.term_query(schema(), field, form), weighed))
        tongue = Query.const_score_query(Query.term_query(schema(), "tongue", stemmer), 0.0)
        return _all([(Occur.Must, Query.disjunction_max_query(scored)), (Occur.Must, tongue)])

    def _rarity(self, field: str, term: str) -> float:
        """BM25's weight of a term: rare ones say more. A form must not earn more than the word itself."""
        return rarity(self._count, frequency(self._searcher, field, term))


def timely(score: float, moment: int) -> float:
    """The score as Tantivy's `weight_by_field` makes it."""
    return score * math.log2(2 + moment)


def rarity(count: int, having: int) -> float:
    """The inverse document frequency as Tantivy reckons it; `having` of `count` documents have the term."""
    return math.log(1 + (max(count, having) - having + 0.5) / (having + 0.5))


def _run(terms: Sequence[str], field: str) -> Any:
    """A term, or terms that follow each other."""
    if len(terms) == 1:
        return Query.term_query(schema(), field, terms[0])
    phrase = Query.phrase_query(schema(), field, list(terms))
    pairs = dict.fromkeys(common_pairs(terms)) if field == "body" else {}
    if not pairs:
        return phrase
    both = [Query.term_query(schema(), "pair", pair) for pair in pairs]
    if len(terms) == 2:
        return both[0]
    unscored = [(Occur.Must, Query.const_score_query(pair, 0.0)) for pair in both]
    return Query.boolean_query([*unscored, (Occur.Must, phrase)])


def _begins(term: str, field: str) -> Any:
    if field == "title" and len(term) <= LONGEST_START:
        return Query.term_query(schema(), "title_start", term)
    return Query.regex_query(schema(), field, f"{term}.*")


def _all(parts: Sequence[tuple[Any, Any]]) -> Any:
    """All of these; where all of them are things that must not be, of the whole library."""
    if all(occur == Occur.MustNot for occur, _query in parts):
        return Query.boolean_query([(Occur.Must, Query.const_score_query(Query.all_query(), FLAT)), *parts])
    return Query.boolean_query(list(parts))


def _ids(numbers: Sequence[int]) -> Any:
    return Query.term_set_query(schema(), "id", sorted(numbers))
