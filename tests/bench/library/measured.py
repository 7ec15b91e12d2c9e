"""Measured: all that one size gave, and how it becomes figures with the goals of a large library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean, median

from rich.console import Console
from rich.table import Table

from tests.bench.figure import Figure
from tests.bench.library.folder import Built
from tests.bench.library.measuring import Class, Memory, percentile
from tests.bench.library.raw import YARDSTICK

_DEAR = ("common", "phrase", "prefix1", "prefix2", "prefix3", "prefix4")
_CHEAP = ("rare", "mid", "two words", "cjk", "word+prefix", "or")
_FILTERED = ("field", "not", "tag")
GOALS: Mapping[str, float] = {
    **dict.fromkeys(_DEAR, 0.1),
    **dict.fromkeys(_CHEAP, 0.5),
    **dict.fromkeys(_FILTERED, 1.2),
}
"""Largest p95 of each class of query, as a part of the yardstick's."""
RECALL = 0.95
FRAME_MS = 1000 / 60
FRAMES = ((100_000, 1), (300_000, 3))
"""Until how many clips a key must be answered within so many frames."""
ONE_CLIP_MS = 50
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Measured:
    """One size."""

    built: Built
    classes: Mapping[str, Class]
    pages: Mapping[str, list[float]]
    """Milliseconds of CPU of the first page of each list."""
    by_key: list[float]
    """The yardstick of those."""
    one_clip: float | None
    """Milliseconds of wall time; None where a clip was not found right after it was kept."""
    memory: tuple[Memory, Memory] | None
    """Ours and the yardstick's."""

    def figures(self) -> list[Figure]:
        """Everything, with goals."""
        return [
            *(each for kind, of_class in self.classes.items() for each in _speed(kind, of_class)),
            self._slowest_key(),
            *self._page_figures(),
            *self._facets(),
            *self._adding(),
            *(each for kind, of_class in self.classes.items() for each in _recall(kind, of_class)),
            *self._found(),
            *self._sizes(),
        ]

    def page_cost(self) -> float:
        """Milliseconds of the first page of the dearest list."""
        return max(median(each) for each in self.pages.values())

    def facet_cost(self) -> float | None:
        """Mean milliseconds of CPU; None where facets are not offered."""
        took = [each for of_class in self.classes.values() for each in of_class.facets]
        return fmean(took) if took else None

    def show(self) -> None:
        """Every class on stdout, with what the figures leave out."""
        table = Table(title=f"{self.built.clips:,} clips: milliseconds", title_justify="left")
        for heading in ("class", "queries", "hits", *_HEADINGS):
            table.add_column(heading, justify="left" if heading == "class" else "right")
        for kind, of_class in self.classes.items():
            table.add_row(kind, *_cells(of_class))
        for name, took in self.pages.items():
            table.add_row(
                name, str(len(took)), "", "", "", f"{median(took):.2f}", f"{percentile(took, 0.95):.2f}"
            )
        Console(width=140).print(table)

    def _slowest_key(self) -> Figure:
        """The class whose keys are answered last."""
        frames = next((frames for clips, frames in FRAMES if self.built.clips <= clips), FRAMES[-1][1])
        slowest = max(percentile(each.ours.wall, 0.95) for each in self.classes.values())
        beside = f"{frames} frame{'s' if frames > 1 else ''} of 60 a second"
        return Figure("slowest key", slowest, "ms", beside, FRAME_MS * frames, goal=1)

    def _page_figures(self) -> Iterator[Figure]:
        yield Figure(
            "first page", self.page_cost(), "ms", "50 rows by their keys, raw", median(self.by_key), goal=3
        )

    def _facets(self) -> Iterator[Figure]:
        cost = self.facet_cost()
        if cost is not None:
            search = fmean(each for of_class in self.classes.values() for each in of_class.ours.cpu)
            yield Figure("facets", cost, "ms", "the search itself", search, goal=2)

    def _adding(self) -> Iterator[Figure]:
        built = self.built
        assert built.ours_seconds is not None
        ours, raw = built.clips / built.ours_seconds, built.clips / built.raw_seconds
        yield Figure("adding", ours, "clips/cpu s", "raw executemany into FTS5", raw, least=1)
        if self.one_clip is not None:
            yield Figure("one clip", self.one_clip, "ms", "the limit", ONE_CLIP_MS, goal=1)

    def _found(self) -> Iterator[Figure]:
        """Whether we find what the yardstick finds. (A word left out takes its other forms with it.)"""
        shares = [
            min(1, ours / raw)
            for kind, of_class in self.classes.items()
            for ours, raw in zip(of_class.ours.hits, of_class.raw.hits, strict=True)
            if raw and kind != "not"
        ]
        yield Figure("found", fmean(shares), "", "what FTS5 finds", 1, least=0.99)

    def _sizes(self) -> Iterator[Figure]:
        built = self.built
        assert built.ours_size is not None
        ours, text = built.ours_size / built.clips, built.text_bytes / built.clips
        yield Figure("bytes on disk", ours, "B", "the text's own", text)
        yield Figure("bytes on disk, raw", built.raw_size / built.clips, "B", "the text's own", text)
        if self.memory is not None:
            mine, raw = self.memory
            beside = "raw FTS5, the same modules loaded"
            yield Figure("memory", mine.peak / MEGABYTE, "MB", beside, raw.peak / MEGABYTE)
            anonymous = mine.anonymous / MEGABYTE, raw.anonymous / MEGABYTE
            yield Figure("memory without files", anonymous[0], "MB", beside, anonymous[1])


_HEADINGS = ("raw p50", "raw p95", "p50", "p95", "wall p95", "p95 ratio", "recall", "worst")


def raw_figures(classes: Mapping[str, Class]) -> list[Figure]:
    """The yardstick alone."""
    return [
        Figure(f"{kind} p{share}", percentile(each.raw.cpu, share / 100), "ms", "nothing", 0)
        for kind, each in classes.items()
        for share in (50, 95)
    ]


def growth(sizes: list[Measured]) -> list[Figure]:
    """How much dearer everything is in the largest library than in the smallest, beside how much larger it
    is."""
    small, large = sizes[0], sizes[-1]
    costs = {
        kind: (percentile(each.ours.cpu, 0.95), percentile(large.classes[kind].ours.cpu, 0.95))
        for kind, each in small.classes.items()
    }
    costs["first page"] = small.page_cost(), large.page_cost()
    facets = small.facet_cost(), large.facet_cost()
    if facets[0] is not None and facets[1] is not None:
        costs["facets"] = facets[0], facets[1]
    ratio = large.built.clips / small.built.clips
    return [
        Figure(f"growth {name}", after / before, "x", "growth of the library", ratio, goal=1)
        for name, (before, after) in costs.items()
    ]


def _speed(kind: str, of_class: Class) -> Iterator[Figure]:
    for share, goal in ((50, None), (95, GOALS[kind])):
        mine, raw = (percentile(cost.cpu, share / 100) for cost in (of_class.ours, of_class.raw))
        yield Figure(f"{kind} p{share}", mine, "ms", YARDSTICK, raw, goal=goal)


def _recall(kind: str, of_class: Class) -> Iterator[Figure]:
    if of_class.recall:
        yield Figure(f"recall {kind}", fmean(of_class.recall), "", "every hit scored", 1, least=RECALL)


def _cells(of_class: Class) -> Iterator[str]:
    raw, mine = of_class.raw, of_class.ours
    yield str(len(raw.cpu))
    yield f"{median(raw.hits):.0f}"
    for cost in (raw.cpu, mine.cpu):
        for share in (0.5, 0.95):
            yield f"{percentile(cost, share):.2f}" if cost else "-"
    if mine.wall:
        yield f"{percentile(mine.wall, 0.95):.2f}"
        yield f"{percentile(mine.cpu, 0.95) / percentile(raw.cpu, 0.95):.3f}"
    if of_class.recall:
        yield f"{fmean(of_class.recall):.3f}"
        yield f"{min(of_class.recall):.2f}"


def show_raw(clips: int, classes: Mapping[str, Class]) -> None:
    """The yardstick alone, on stdout."""
    table = Table(title=f"{clips:,} clips, {YARDSTICK}: milliseconds", title_justify="left")
    for heading in ("class", "queries", "hits", "raw p50", "raw p95"):
        table.add_column(heading, justify="left" if heading == "class" else "right")
    for kind, of_class in classes.items():
        table.add_row(kind, *list(_cells(of_class))[:4])
    Console(width=140).print(table)
