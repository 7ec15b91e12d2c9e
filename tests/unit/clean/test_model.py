"""The learned trees give what their numbers say, however they are asked."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.clean import container, features, layout, model, parse, trees
from clipper.resources import resource
from tests.unit.clean.test_page_forms import ALL, WORDS

NAMES = ("whole", "fraction")
TREES = (
    ((0, 2.5, 1, 2), (0.5,), (1, 0.25, 3, 4), (-0.25,), (2.0,)),
    ((1, -1.0, 1, 2), (-4.0,), (0, -1e-35, 3, 4), (0.125,), (0.75,)),
)


def rows_of(markup: str) -> list[tuple[float, ...]]:
    """What the model sees of a page."""
    read = layout.read(parse.parse(markup.encode()))
    return features.Reading(read, container.choose(read), WORDS.title, model.current().words).rows()


def walked(tree: trees.Tree, row: tuple[float, ...]) -> float:
    """The leaf that a row comes to."""
    node = tree[0]
    while len(node) > 1:
        node = tree[int(node[2] if row[int(node[0])] <= node[1] else node[3])]
    return node[0]


@given(st.lists(st.tuples(st.integers(-4, 5), st.floats(-2, 2))))
def test_compiled_trees_give_the_leaves_that_walking_gives(rows: list[tuple[int, float]]) -> None:
    sums = trees.compiled(TREES, NAMES, whole={"whole"}, start=1.0, sure=9.0)
    assert sums(rows) == [1.0 + walked(TREES[0], row) + walked(TREES[1], row) for row in rows]


def test_the_rest_of_the_trees_is_not_asked_once_the_sum_is_sure() -> None:
    many = [((1, 0.0, 1, 2), (-0.5,), (0.5,))] * 30
    sums = trees.compiled(many, NAMES, whole=(), start=0.0, sure=4.0)
    assert sums([(0, 1.0), (0, -1.0)]) == [5.0, -5.0]


@pytest.mark.parametrize("form", ALL.values(), ids=ALL)
def test_only_the_figures_named_as_fractions_are_fractions(form: object) -> None:
    assert callable(form)
    for row in rows_of(form(WORDS)):
        assert len(row) == len(features.NAMES)
        for name, value in zip(features.NAMES, row, strict=True):
            assert name in features.FRACTIONS or isinstance(value, int), name


def test_a_model_that_was_made_for_other_features_is_refused() -> None:
    data = json.loads(resource("clean", "blocks.json").read_text("utf-8"))
    data["features"] = data["features"][1:]
    with pytest.raises(ValueError, match="other features"):
        model.Model(data)
