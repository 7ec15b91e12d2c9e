"""Learns the weights in `clipper/clean/choice_weights.py` from pages of which the answers are known.

usage: python packaging/train_metadata.py CORPUS_DIR [--folds]

CORPUS_DIR holds one folder a set: `gold.jsonl` (rows with `id`, `url`, `site` and those of `title`, `byline`,
`published`, `charset` that are known) and `pages/ID.html.gz`; its `score.py` says what counts as the same.
Each page gives a choice among candidates; the weights are those of a softmax over them (conditional logistic
regression) with a quadratic penalty. `--folds` writes nothing and prints how well five folds by site choose.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from clipper.article.page import Page
from clipper.clean import (
    addresses,
    authors,
    layout,
    metadata,
    page_lines,
    parse,
    published,
    structured,
    titles,
)
from clipper.clean.day_sources import Place
from clipper.clean.visible import Visible

TARGET = Path(__file__).resolve().parents[1] / "clipper" / "clean" / "choice_weights.py"
FOLDS = 5
ROUNDS, RATE = 120, 0.4
ABOUT = "What speaks for a candidate and how much: data only, learned by `packaging/train_metadata.py`."
NOBODY = "nobody"
"""The one mark of the candidate that stands for "no byline"; its weight is the least that a byline needs."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a table is learned: penalty, pages on which a mark must stand, weights of sets (else 1)."""

    penalty: float
    least: int
    weights: Mapping[str, float]


RECIPES = {
    "TITLE": Recipe(0.05, 8, {"readability": 1.5}),
    "BYLINE": Recipe(0.05, 3, {"none": 0.3}),
    "DAY": Recipe(0.05, 3, {}),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one page: the marks of each and how right it would be (0 to 1)."""

    group: str
    site: str
    candidates: tuple[tuple[tuple[str, ...], float], ...]


def main() -> None:
    """Read the corpus, learn, write."""
    ask = argparse.ArgumentParser(description="Learns the weights of headline, byline and day.")
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--folds", action="store_true")
    asked = ask.parse_args()
    choices: dict[str, list[Choice]] = defaultdict(list)
    with ProcessPoolExecutor() as pool:
        for found in pool.map(partial(choices_of, asked.corpus), rows_of(asked.corpus), chunksize=16):
            for table, choice in found:
                choices[table].append(choice)
    if asked.folds:
        for table, recipe in RECIPES.items():
            print(table, in_folds(choices[table], recipe))
        return
    TARGET.write_text(
        module_of({name: learn(choices[name], RECIPES[name]) for name in RECIPES}), encoding="utf-8"
    )


def rows_of(corpus: Path) -> list[tuple[str, dict[str, Any]]]:
    """The rows of all sets, each with its set's name."""
    found = []
    for gold in sorted(corpus.glob("*/gold.jsonl")):
        with gold.open(encoding="utf-8") as lines:
            found += [(gold.parent.name, json.loads(line)) for line in lines]
    return found


def choices_of(corpus: Path, row: tuple[str, dict[str, Any]]) -> list[tuple[str, Choice]]:
    """What one page has to choose among, for each table whose answer it knows."""
    group, gold = row
    score = _scorer(corpus)
    said, visible, names, page, language = _read(corpus, group, gold)
    found: list[tuple[str, Choice]] = []
    if gold.get("title"):
        each = [
            (c.marks, score.title_agreement(gold["title"], c.value))
            for c in titles.candidates(said, names, visible)
        ]
        found.append(("TITLE", _choice(group, gold, each)))
    title = titles.choose(said, names, visible)
    site = metadata.site_of(said) or titles.site_in(said.document, title, visible)
    head = visible.head(title)
    wrote = authors.candidates(said, visible, head, titles.site_names(site, page.url), language)
    if gold.get("byline"):
        each = [(c.marks, score.byline_agreement(gold["byline"], list(c.value))) for c in wrote]
        nobody = 0.51 if max((right for _, right in each), default=0) < 0.5 else 0.0
        found.append(("BYLINE", _choice(group, gold, [*each, ({NOBODY}, nobody)])))
    elif group == "wcxb":  # its bylines were reviewed: where it names none there is none
        found.append(("BYLINE", _choice("none", gold, [*((c.marks, 0.0) for c in wrote), ({NOBODY}, 1.0)])))
    if gold.get("published") and score.days(gold["published"]):
        days = published.candidates(Place(said, visible, head, page.url, language), page.fetched)
        each = [
            (
                days[day].candidate.marks,
                score.date_agreement(gold["published"], published.exact(day, days)) or 0.0,
            )
            for day in published.worth_choosing(days)
        ]
        found.append(("DAY", _choice(group, gold, each)))
    return found


def _choice(group: str, gold: dict[str, Any], each: Iterable[tuple[set[str], float]]) -> Choice:
    return Choice(
        group, gold.get("site") or gold["id"], tuple((tuple(sorted(marks)), right) for marks, right in each)
    )


def _read(
    corpus: Path, group: str, gold: dict[str, Any]
) -> tuple[structured.Said, Visible, frozenset[str], Page, str | None]:
    raw = gzip.decompress((corpus / group / "pages" / f"{gold['id']}.html.gz").read_bytes())
    url = gold.get("url") or "http://example.org/page"
    charset = gold.get("charset")
    headers = (("content-type", f"text/html; charset={charset}"),) if charset else ()
    page = Page(url, url, 200, headers, raw, datetime.now(UTC))
    root = parse.tree_of(page)
    addresses.base_of(root, url)
    lines = page_lines.lines_of(layout.read(root))
    said = structured.said(root, raw)
    names = titles.site_names(metadata.site_of(said), url)
    return said, Visible(lines), names, page, metadata.language_of(root, said, page)


def _scorer(corpus: Path) -> Any:
    found = importlib.util.spec_from_file_location("corpus_score", corpus / "score.py")
    assert found and found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def learn(choices: Sequence[Choice], recipe: Recipe) -> dict[str, float]:
    """The weights under which the right candidates are the likeliest; a page counts by its set's weight."""
    pages = [(_targets(each), recipe.weights.get(each.group, 1.0)) for each in choices if _teaches(each)]
    counts = Counter(mark for page, _ in pages for marks, _ in page for mark in marks)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for page, weight in pages:
            _add_slope(slope, page, weight, weights)
        for mark, step in slope.items():
            if counts[mark] >= recipe.least:
                step -= recipe.penalty * 0.05 * len(pages) * weights[mark]
                squares[mark] += step * step
                weights[mark] += RATE * step / math.sqrt(squares[mark])
    return dict(weights)


def _teaches(choice: Choice) -> bool:
    return len(choice.candidates) > 1 and max(right for _, right in choice.candidates) > 0.5


def _targets(choice: Choice) -> list[tuple[tuple[str, ...], float]]:
    best = max(right for _, right in choice.candidates)
    share = 1 / sum(right == best for _, right in choice.candidates)
    return [(marks, share if right == best else 0.0) for marks, right in choice.candidates]


def _add_slope(
    slope: dict[str, float],
    page: list[tuple[tuple[str, ...], float]],
    weight: float,
    weights: Mapping[str, float],
) -> None:
    scores = [sum(weights.get(mark, 0.0) for mark in marks) for marks, _ in page]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    for (marks, target), power in zip(page, powers, strict=True):
        for mark in marks:
            slope[mark] += weight * (target - power / total)


def in_folds(choices: Sequence[Choice], recipe: Recipe) -> dict[str, float]:
    """How right the choice is on sites that were not learned from, a mean for each set."""
    right: dict[str, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = learn([each for each in choices if _fold(each.site) != fold], recipe)
        for each in choices:
            if _fold(each.site) == fold:
                right[each.group].append(_chosen(each, weights))
    return {group: round(sum(found) / len(found), 4) for group, found in sorted(right.items())}


def _chosen(choice: Choice, weights: Mapping[str, float]) -> float:
    found = max(
        choice.candidates, key=lambda each: sum(weights.get(mark, 0.0) for mark in each[0]), default=((), 0.0)
    )
    return 0.0 if found[0] == (NOBODY,) and choice.group != "none" else found[1]


def _fold(site: str) -> int:
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS


def module_of(tables: Mapping[str, Mapping[str, float]]) -> str:
    """The tables as a module of plain data."""
    text = f'"""{ABOUT}"""\n\nfrom __future__ import annotations\n'
    for name, weights in tables.items():
        told = "".join(
            f'    "{mark}": {weight:.2f},\n'
            for mark, weight in sorted(weights.items())
            if abs(weight) > 0.005
        )
        text += f"\n{name}: dict[str, float] = {{\n{told}}}\n"
    return text


if __name__ == "__main__":
    main()
