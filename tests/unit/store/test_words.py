"""How text becomes terms."""

from __future__ import annotations

import doctest
import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.store import documents, words


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("ÉCONOMIE", "economie"),
        ("e\u0301conomie", "économie"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("İSTANBUL", "istanbul"),
        ("ёлка", "ЕЛКА"),
        ("Ἀθῆναι", "αθηναι"),
        ("الأُمَّة", "الامه"),
        ("إسلاميّ", "اسلامى"),
        ("مـــصر", "مصر"),
        ("کی", "كي"),
        ("٢٠٢٦", "2026"),
        ("ﬁn", "fin"),
        ("co\u00adop", "coop"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_spellings_that_are_the_same_word(text: str, same: str) -> None:
    assert words.terms(text) == words.terms(same) != []


@pytest.mark.parametrize(
    ("text", "other"), [("кой", "кои"), ("कल", "कि"), ("東", "京"), ("a b", "ab"), ("a_b", "ab")]
)
def test_spellings_that_are_not(text: str, other: str) -> None:
    assert words.terms(text) != words.terms(other)


def test_scripts_without_spaces_stand_apart() -> None:
    assert words.terms("北京市abc한국") == ["北", "京", "市", "abc", "한", "국"]
    assert words.terms("ไทย") == ["ไ", "ท", "ย"]


def test_punctuation_is_no_word() -> None:
    assert words.terms("-- !? … « » ☂ 👍 \ud800 \0") == []


def test_stems_are_marked_with_their_language() -> None:
    assert words.stems("economies economy", "en-gb") == "english_economi english_economi"
    assert words.stems("красный красные", "ru") == "russian_красн russian_красн"
    assert words.stems("economies", "zh") == words.stems("economies", None) == ""
    assert words.stems_by_language("economy")["english"] == "economi"


def test_words_for_the_reading_time() -> None:
    assert words.count_words("two words, 北京 and 3") == 5
    assert words.count_words("") == 0


@given(st.text())
def test_terms_are_terms_of_themselves(text: str) -> None:
    once = words.terms(text)
    assert all(" " not in term and term for term in once)
    assert words.terms(text.replace("\n", " ")) == once


@given(st.text())
def test_what_is_storable_stays_as_it_is(text: str) -> None:
    kept = words.storable(text)
    assert words.storable(kept) == kept
    assert "\0" not in kept and kept.encode().decode() == kept


def test_examples() -> None:
    assert doctest.testmod(words).failed == 0


def folded_letter_by_letter(text: str) -> str:
    """The law; `fold` knows quicker ways for most texts."""
    return unicodedata.normalize("NFC", text).translate(words.FOLDS)


OF_ALPHABETS = st.text(st.sampled_from("aZ é ßÆœ’“— ёЖй і \xa0«\u0301Ąığ 北ｱー１"))


@given(st.one_of(st.text(), OF_ALPHABETS))
def test_folding_quickly_is_folding(text: str) -> None:
    assert words.fold(text) == folded_letter_by_letter(text)


@pytest.mark.parametrize("letters", [words._LATIN, words._CYRILLIC, "".join(words._LIGATURES)])
def test_each_letter_of_an_alphabet_folds_as_it_does_alone(letters: str) -> None:
    assert words.fold(letters) == "".join(map(folded_letter_by_letter, letters))


@given(st.one_of(st.text(), OF_ALPHABETS))
def test_words_are_counted_as_terms_are(text: str) -> None:
    terms = words.terms(text)
    apart = sum(words.is_apart(term) for term in terms)
    assert words.count_words(text) == len(terms) - apart + (apart + 1) // 2


@given(st.lists(st.sampled_from(("the", "of", "bank", "und", "北", "a"))))
def test_pairs_are_neighbours_that_are_both_common(terms: list[str]) -> None:
    pairs = itertools.pairwise(terms)
    both = [f"{a}_{b}" for a, b in pairs if words.is_common(a) and words.is_common(b)]
    assert words.common_pairs(terms) == both


@given(st.one_of(st.text(), OF_ALPHABETS))
def test_first_letters_are_those_of_the_terms(text: str) -> None:
    assert documents.first_letters(words.fold(text)) == {term[0] for term in words.terms(text)}
