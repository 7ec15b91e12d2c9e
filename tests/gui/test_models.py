"""Laws of the list's changes, and what counts as a link."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from clipper.gui import links
from clipper.gui.models.settle import following, keeping, settle

NUMBERS = st.lists(st.integers(0, 30), unique=True)


class Shown(QAbstractListModel):
    """A list of numbers."""

    def __init__(self, numbers: list[int]) -> None:
        super().__init__()
        self.numbers = numbers

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self.numbers)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, _role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """One."""
        return self.numbers[index.row()]


@given(NUMBERS, NUMBERS)
def test_a_list_settles_into_what_is_wanted_and_the_view_can_follow(old: list[int], new: list[int]) -> None:
    model = Shown(list(old))
    marks = {each: QPersistentModelIndex(model.index(place)) for place, each in enumerate(old)}
    stayed = settle(model, model.numbers, new, lambda each: each)
    assert model.numbers == new
    for each, mark in marks.items():
        if stayed:
            assert mark.isValid() == (each in new)
        if mark.isValid():
            assert model.numbers[mark.row()] == each


@given(NUMBERS, NUMBERS, st.integers(0, 30))
def test_what_is_kept_stays_before_what_followed_it(old: list[int], new: list[int], kept: int) -> None:
    result = keeping(old, new, kept)
    assert [each for each in result if each != kept] == [each for each in new if each != kept]
    assert (kept in result) == (kept in old or kept in new)


@given(NUMBERS, NUMBERS)
def test_the_next_one_is_chosen_only_where_nothing_chosen_is_left(old: list[int], new: list[int]) -> None:
    chosen = old[:2]
    found = following(old, chosen, new)
    assert found is None or (found in old and found in new)
    if set(chosen) & set(new):
        assert found is None


@given(st.text())
def test_every_text_can_be_looked_through_for_links(text: str) -> None:
    for link in links.links(text):
        assert link.lower().startswith(("http://", "https://"))


def test_links_are_found_in_what_people_copy() -> None:
    text = "Read <https://a.example/x>, (https://b.example/y_(z)) and “https://c.example/ü?a=1.”"
    assert links.links(text) == ["https://a.example/x", "https://b.example/y_(z)", "https://c.example/ü?a=1"]
    assert links.links("www.a.example/b") == ["https://www.a.example/b"]
    assert links.is_links("https://a.example https://b.example")
    assert not links.is_links("https://a.example was down")
    assert not links.is_links("")
