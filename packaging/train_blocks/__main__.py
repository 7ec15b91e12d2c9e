"""Learns `resources/clean/blocks.json`, which tells the blocks of an article from chrome, from pages of which
the text is known.

usage: python packaging/train_blocks CORPUS_DIR [--folds]

Needs `numpy` and `lightgbm` (4.7 was used), which Clipper itself does not. CORPUS_DIR is read as
`packaging/train_metadata.py` reads it; rows have `text`, or `with` and `without`. To these come the pages
that the tests build. `--folds` writes nothing and prints how well five folds by site do.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import lightgbm
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from block_labels import NAN, is_noisy, labelled, score  # noqa: E402
from block_pages import Example, from_corpus, from_forms  # noqa: E402
from block_words import Counted, counted  # noqa: E402

from clipper.clean import features, model, odds  # noqa: E402

FOLDS = 5
ROUNDS = 60
TREES = {
    "objective": "binary",
    "learning_rate": 0.15,
    "num_leaves": 24,
    "min_data_in_leaf": 50,
    "min_sum_hessian_in_leaf": 1e-3,
    "feature_fraction": 0.35,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2.0,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
"""160 trees at a rate of 0.06 do no better (two seeds differ by 0.003); these take a third of the time."""
SETS = {"scrapinghub": 2.5, "readability": 3.0, "trafilatura": 3.0, "forms": 0.5}
"""Weights of the sets; of any other 1."""
MOST_OF_PAGE, LEAST_OF_PAGE = 0.15, 0.01
"""A block weighs its share of the page's wanted words, between these."""
SEGMENT, GUESSED = 0.15, 0.2 / 4.5
"""What a block weighs of a page that names only some; and a share of it where a first model named it."""
SURE = (0.08, 0.9)

Shares = dict[tuple[str, str], list[float]]


def main() -> int:
    """Learn, or measure in folds."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--folds", action="store_true")
    ask.add_argument("--save-folds", type=Path, help="write the models of the folds there")
    asked = ask.parse_args()
    examples = [*from_corpus(asked.corpus), *from_forms()]
    labels = {each.key: labelled(each) for each in examples}
    words = counted(examples, labels)
    rows = {each.key: _rows(each, words) for each in examples}
    shares = _in_folds(examples, labels, rows, {}, frozenset())
    _show("first", examples, shares, rows)
    noisy = frozenset(each.key for each in examples if is_noisy(each, _text(each, shares, rows)))
    if asked.folds:
        _show("second", examples, _in_folds(examples, labels, rows, shares, noisy), rows)
    for fold in range(FOLDS) if asked.save_folds else ():
        kept = [each for each in examples if fold_of(each.site) != fold]
        learned = _learn(kept, labels, rows, shares, noisy)
        _write(asked.save_folds / f"{fold}.json", learned, counted(kept, labels))
    if not asked.folds:
        learned = _learn(examples, labels, rows, shares, noisy)
        _write(ROOT / "resources" / "clean" / "blocks.json", learned, words)
    return 0


def fold_of(site: str) -> int:
    """The fold of a site."""
    return zlib.crc32(site.encode()) % FOLDS


def _rows(example: Example, words: Counted) -> tuple[features.Reading, list[tuple[float, ...]]]:
    """What the model sees; words as they would be counted without the example's own site."""
    names, texts = words.without(example.site)
    reading = features.Reading(example.layout, example.container, example.title, odds.Words(names, texts))
    return reading, reading.rows()


def _in_folds(
    examples: Sequence[Example],
    labels: Mapping[tuple[str, str], list[float]],
    rows: Mapping[tuple[str, str], tuple[features.Reading, list[tuple[float, ...]]]],
    guessed: Shares,
    noisy: frozenset[tuple[str, str]],
) -> Shares:
    found: Shares = {}
    for fold in range(FOLDS):
        learned = _learn([e for e in examples if fold_of(e.site) != fold], labels, rows, guessed, noisy)
        for example in examples:
            if fold_of(example.site) == fold:
                seen = rows[example.key][1]
                found[example.key] = list(learned.predict(np.array(seen))) if seen else []
    return found


def _learn(
    examples: Sequence[Example],
    labels: Mapping[tuple[str, str], list[float]],
    rows: Mapping[tuple[str, str], tuple[features.Reading, list[tuple[float, ...]]]],
    guessed: Shares,
    noisy: frozenset[tuple[str, str]],
) -> lightgbm.Booster:
    seen: list[tuple[float, ...]] = []
    answers: list[float] = []
    weights: list[float] = []
    for example in examples:
        if example.key in noisy:
            continue
        reading, own = rows[example.key]
        weigh = _weigher(example, reading, labels[example.key])
        for place, at in enumerate(reading.candidates):
            guess = guessed[example.key][place] if example.is_partly_known and guessed else NAN
            answer, weight = weigh(at, guess)
            if weight:
                seen.append(own[place])
                answers.append(answer)
                weights.append(weight)
    mean = sum(weights) / len(weights)
    data = lightgbm.Dataset(np.array(seen), np.array(answers), weight=np.array(weights) / mean)
    return lightgbm.train(TREES, data, num_boost_round=ROUNDS)


def _weigher(
    example: Example, reading: features.Reading, answers: Sequence[float]
) -> Callable[[int, float], tuple[float, float]]:
    """For a block and a first guess of it: the answer to learn and how much it weighs."""
    of_set = SETS.get(example.group, 1.0)
    wanted = sum(count for count, answer in zip(reading.words, answers, strict=True) if answer == 1) or 1

    def weigh(at: int, guess: float) -> tuple[float, float]:
        if not example.is_partly_known:
            return answers[at], of_set * (min(reading.words[at] / wanted, MOST_OF_PAGE) + LEAST_OF_PAGE)
        if answers[at] == answers[at]:
            return answers[at], of_set * SEGMENT
        if guess <= SURE[0] or guess >= SURE[1]:
            return float(guess >= SURE[1]), of_set * SEGMENT * GUESSED
        return 0.0, 0.0

    return weigh


def _text(
    example: Example,
    shares: Shares,
    rows: Mapping[tuple[str, str], tuple[features.Reading, list[tuple[float, ...]]]],
) -> str:
    reading = rows[example.key][0]
    kept = model.cut(shares[example.key], [reading.words[at] for at in reading.candidates])
    return "\n".join(
        example.layout.texts[at] for at, stays in zip(reading.candidates, kept, strict=True) if stays
    )


def _show(
    name: str,
    examples: Sequence[Example],
    shares: Shares,
    rows: Mapping[tuple[str, str], tuple[features.Reading, list[tuple[float, ...]]]],
) -> None:
    figures = score(examples, {each.key: _text(each, shares, rows) for each in examples})
    print(name, *(f"{group} {figure:.4f}" for group, figure in figures.items()), flush=True)


def _write(target: Path, learned: lightgbm.Booster, words: Counted) -> None:
    trees = [_flat(tree["tree_structure"]) for tree in learned.dump_model()["tree_info"]]
    names, texts = words.tables()
    data = {"features": features.NAMES, "start": 0.0, "trees": trees, "names": names, "texts": texts}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print("written:", target, len(trees), "trees", len(names), len(texts), "words")


def _flat(root: dict[str, object]) -> list[list[float]]:
    """A tree as `model.py` reads it: parents first, leaves as `[value]`."""
    nodes: list[list[float]] = []

    def add(node: dict[str, object]) -> int:
        at = len(nodes)
        nodes.append([])
        if "leaf_value" in node:
            nodes[at] = [round(float(node["leaf_value"]), 5)]  # type: ignore[arg-type]
        else:
            left, right = add(node["left_child"]), add(node["right_child"])  # type: ignore[arg-type]
            nodes[at] = [node["split_feature"], float(f"{node['threshold']:.6g}"), left, right]  # type: ignore[list-item]
        return at

    add(root)
    return nodes


if __name__ == "__main__":
    sys.exit(main())
