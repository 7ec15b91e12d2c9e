"""The made-up clips are the same for everybody, and what the bench says of them is so."""

from __future__ import annotations

import hashlib
import re
from statistics import fmean

from tests.bench.library.clips import clips, collections, made, tags
from tests.bench.library.tongues import TONGUES

SAMPLE = list(clips(600, seed=1))


def test_the_same_seed_makes_the_same_clips_on_every_machine() -> None:
    digest = hashlib.sha256("".join(repr(each) for each in SAMPLE[:40]).encode()).hexdigest()
    assert digest[:16] == "2514e7426f3aac8a"


def test_a_clip_does_not_depend_on_the_size_of_its_library() -> None:
    assert made(7, 1) == SAMPLE[6]
    assert list(clips(3, seed=1, first=5)) == SAMPLE[4:7]
    assert made(7, 2) != SAMPLE[6]


def test_texts_are_as_long_as_articles_and_in_all_languages() -> None:
    assert 4700 < fmean(len(each.text.encode()) for each in SAMPLE) < 5600
    assert {each.language for each in SAMPLE} == set(TONGUES)
    assert all(4 <= each.text.count("\n") + 1 <= 13 for each in SAMPLE)


def test_a_word_stands_in_nearly_every_clip() -> None:
    held = [bool(re.search(r"\bthe\b", each.text, re.IGNORECASE)) for each in SAMPLE]
    assert 0.93 < fmean(held) < 0.98
    assert all(word for word, each in zip(held, SAMPLE, strict=True) if each.language == "en")


def test_topics_make_a_word_frequent_in_few_clips() -> None:
    """As in the press: what a report is about stands in it often."""
    english = [each.text.lower().split() for each in SAMPLE if each.language == "en"]
    often = max(max(words.count(word) for word in set(words) if len(word) > 6) for words in english[:20])
    assert often > 15


def test_clips_are_filed() -> None:
    assert len(tags()) == len(set(map(str.casefold, tags()))) == 1000
    assert 200 < sum("/" in name for name in tags()) < 400
    assert len(collections()) == 100
    assert 9 < fmean(len(each.tags) for each in SAMPLE) < 11
    assert all(set(each.tags) <= set(tags()) for each in SAMPLE)
    assert {len(each.collections) for each in SAMPLE} == {0, 1, 2, 3}
    assert len({each.url for each in SAMPLE}) == len(SAMPLE)
