"""What a line of chrome announces or ends goes with it: the headlines under "Read also", the notice above
"Accept all", the wish above "Subscribe", the note under "About the author", the readers' comments.
"""

from __future__ import annotations

from itertools import accumulate

from clipper.clean import dates
from clipper.clean.layout import Layout
from clipper.clean.phrases import asks, count_of, rule_of

_HEADING = 60
_BOX, _LINE, _REQUEST, _NOTICE = 4, 80, 160, 600
_SMALL_BOX = 6
"""Blocks of a box that asks for something or tells of an author."""
_NOTE = 1000
"""Characters of what is said about an author."""
_FEWEST_TEASERS, _MOST_TEASING, _TEASER = 3, 2, 400
"""Linked headlines in a row, blocks from one to the next, characters of what is said of each."""
_SOME = 300
"""Characters of kept text from which it is an article under which comments may stand, however long these."""
_RULES = frozenset(("related", "request", "consent", "comments", "author_box"))


def drop(layout: Layout, kept: list[bool]) -> None:
    """Take back the verdicts on blocks that go with a line of chrome, in place."""
    if not any(kept):
        return
    lines = [
        (at, rule)
        for at in _near_kept(layout, kept)
        if layout.chars[at] <= _LINE and not kept[at] and (rule := rule_of(layout.texts[at])) in _RULES
    ]
    last, told = -_BOX, 0
    for at, rule in lines:
        if rule == "related" and layout.chars[at] <= _HEADING and at >= told:
            told = _drop_related(layout, kept, at)
        elif rule == "request":
            _drop_requests(layout, kept, at, last)
            last = at
        elif rule == "consent":
            _drop_notice(layout, kept, at)
        elif rule == "author_box":
            _drop_author(layout, kept, at)
    _drop_comments(layout, kept, [at for at, rule in lines if rule == "comments"])


def _near_kept(layout: Layout, kept: list[bool]) -> list[int]:
    """The blocks that could say anything of kept ones: most stand in lists of links far above or beneath."""
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    above = [
        at
        for at in range(max(first - _SMALL_BOX, 0))
        if layout.lasts[layout.parents[layout.homes[at]]] > first
    ]
    return [*above, *range(max(first - _SMALL_BOX, 0), min(last + _SMALL_BOX, len(kept)))]


def _opened(layout: Layout, at: int) -> range:
    """The blocks of the box whose first line this is; none where it opens no box."""
    box = layout.parents[layout.homes[at]]
    return range(at, layout.lasts[box]) if box > 0 and layout.firsts[box] == at else range(0)


def _drop_related(layout: Layout, kept: list[bool], at: int) -> int:
    """The headlines in a box whose first line announces other articles; answers where they end."""
    inside = _opened(layout, at)
    if all(layout.chars[each] < _REQUEST for each in inside):
        _take(kept, inside)
    teasers = _teasers(layout, at + 1)
    _take(kept, teasers)
    return teasers.stop


def _teasers(layout: Layout, start: int) -> range:
    """Linked headlines, each with its line or two, from here to the end of their box or to the next heading;
    none where they are too few to tell from the article's own.
    """
    box = layout.parents[layout.homes[start - 1]]
    headlines, last, at = 0, start - 1, start
    while at < layout.lasts[box] and at - last <= _MOST_TEASING:
        if layout.linked[at] > 0.8 * layout.chars[at] and layout.chars[at] < _REQUEST:
            headlines, last = headlines + 1, at
        elif layout.chars[at] > _TEASER:
            break
        at += 1
    end = at if at == layout.lasts[box] else last + 1
    return range(start, end) if headlines >= _FEWEST_TEASERS else range(0)


def _drop_requests(layout: Layout, kept: list[bool], at: int, last: int) -> None:
    """What a subscription box says between its heading and its button, or in a box of its own."""
    inside = range(last + 1, at)
    if at - last < _BOX and all(_is_request(layout, each) for each in inside):
        _take(kept, inside)
    box = layout.parents[layout.homes[at]]
    around = range(layout.firsts[box], layout.lasts[box])
    if len(around) <= _SMALL_BOX and all(
        _is_request(layout, each) or rule_of(layout.texts[each]) for each in around
    ):
        _take(kept, around)


def _is_request(layout: Layout, at: int) -> bool:
    return layout.chars[at] < _REQUEST and asks(layout.texts[at])


def _drop_notice(layout: Layout, kept: list[bool], at: int) -> None:
    """What is said of cookies directly above the button that agrees to them."""
    before = at - 1
    if before >= 0 and kept[before] and layout.chars[before] < _NOTICE:
        kept[before] = not count_of(layout.texts[before], "consent_text")


def _drop_author(layout: Layout, kept: list[bool], at: int) -> None:
    """The note in a box whose first line announces what its author is."""
    inside = _opened(layout, at)
    if 1 < len(inside) <= _SMALL_BOX and sum(layout.chars[each] for each in inside) < _NOTE:
        _take(kept, inside)


def _take(kept: list[bool], blocks: range) -> None:
    for each in blocks:
        kept[each] = False


def _drop_comments(layout: Layout, kept: list[bool], headings: list[int]) -> None:
    """What stands under the heading of the readers' comments, behind the article."""
    if not headings:
        return
    held = [0, *accumulate(layout.chars[at] if stays else 0 for at, stays in enumerate(kept))]
    total = held[-1]
    for at in headings:
        before = held[at]
        if layout.chars[at] > _HEADING or before < _SOME or before == total:
            continue
        # Directly under it an age is a comment's, however long the comments are.
        rest = layout.texts[at + 1 : at + (60 if 2 * before >= total else 4)]
        if any(_is_of_comment(each) for each in rest if len(each) < 60):
            kept[at:] = [False] * (len(kept) - at)
            return


def _is_of_comment(text: str) -> bool:
    return dates.is_relative(text) or rule_of(text) == "comments"
