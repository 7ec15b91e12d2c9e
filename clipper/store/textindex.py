"""The Tantivy index of a library, by generations: `index/<generation>/`. Derived from SQLite, never the
truth.

Which generation is the current one stands in SQLite (`facts`, "index"), so a rebuild is a new folder and
one row, and no process sees half of it. A generation's name begins with the analyser's version.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tantivy

from clipper.store.documents import Findable, document, schema
from clipper.store.soundness import Soundness
from clipper.store.words import ANALYSER

HEAP_BYTES = 30_000_000
"""Of the one writing thread; Tantivy's least is 15 MB."""
LARGE_HEAP_BYTES = 128_000_000
"""Where thousands wait: fewer, larger segments cost less."""


class IndexDamaged(Exception):  # noqa: N818 - never leaves the room
    """The generation is missing, cut, or answers nonsense."""


class IndexFull(Exception):  # noqa: N818 - never leaves the room
    """The disk is full."""


class IndexTaken(Exception):  # noqa: N818 - never leaves the room
    """Somebody else writes to it just now."""


class TextIndex:
    """Opens generations, and keeps the last one open. Safe to use from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._open: tuple[str, tuple[Any, Soundness]] | None = None

    def new_generation(self) -> str:
        """Make an empty generation; answers its name."""
        name = f"{ANALYSER}-{secrets.token_hex(6)}"
        (self.folder / name).mkdir(parents=True)
        with _guarded():
            tantivy.Index(schema(), str(self.folder / name))
        return name

    def is_current(self, generation: str | None) -> bool:
        """Whether a generation was made by this analyser."""
        return generation is not None and generation.startswith(f"{ANALYSER}-")

    def searcher(self, generation: str) -> Any:
        """A Searcher that sees the last commit of any process. Raises IndexDamaged."""
        index, soundness = self._index(generation)
        if not soundness.check():
            raise IndexDamaged
        with _guarded():
            index.reload()
            return index.searcher()

    @contextlib.contextmanager
    def writer(self, generation: str, heap: int = HEAP_BYTES) -> Iterator[Any]:
        """The one writer of a generation, merges waited for at the end; what it did not commit is lost.
        Raises IndexTaken, IndexDamaged."""
        index, _soundness = self._index(generation)
        with _guarded():
            try:
                writer = index.writer(heap, 1)
            except ValueError as error:
                if "LockBusy" in str(error):
                    raise IndexTaken from error
                raise
        try:
            yield writer
        finally:
            with _guarded():
                writer.wait_merging_threads()

    def all_ids(self, generation: str) -> set[int]:
        """The ids of all documents. Raises IndexDamaged."""
        searcher = self.searcher(generation)
        return set(every_id(searcher, tantivy.Query.all_query()))

    def remove_others(self, generation: str) -> None:
        """Remove the folders of former generations, as far as nobody has them open (Windows)."""
        for folder in self.folder.iterdir():
            if folder.name != generation and folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)

    def forget(self) -> None:
        """Open anew the next time."""
        with self._lock:
            self._open = None

    def _index(self, generation: str) -> tuple[Any, Soundness]:
        with self._lock:
            if self._open is not None and self._open[0] == generation:
                return self._open[1]
            with _guarded():
                # Not Index(schema, path): where meta.json is gone that makes an empty index, silently.
                index = tantivy.Index.open(str(self.folder / generation))
            opened = (index, Soundness(self.folder / generation))
            self._open = (generation, opened)
            return opened


def put(writer: Any, clips: Iterable[Findable], gone: Iterable[int]) -> set[int]:
    """Put clips in place of what the index has of them, take others out; answers the ids of the clips. It
    counts from the next `commit` on. Raises IndexDamaged."""
    put_in = set()
    with _guarded():
        for number in gone:
            writer.delete_documents_by_term("id", number)
        for clip in clips:
            writer.delete_documents_by_term("id", clip.id)
            writer.add_document(document(clip))
            put_in.add(clip.id)
    return put_in


def commit(writer: Any) -> None:
    """Have searches see what was put. Raises IndexDamaged, IndexFull."""
    with _guarded():
        writer.commit()


def best(searcher: Any, query: Any, limit: int) -> list[tuple[int, float, int]]:
    """Ids, scores and moments of the best hits; at equal worth the newer one is better. Raises
    IndexDamaged."""
    with _guarded():
        hits = searcher.search(query, max(limit, 1), count=False, weight_by_field="moment").hits
        scores = [float(score) for score, _address in hits]
        places = [address for _score, address in hits]
        numbers = searcher.fast_field_values("id", places)
        return list(zip(numbers, scores, searcher.fast_field_values("moment", places), strict=True))


def among(query: Any, numbers: Sequence[int]) -> Any:
    """The query, for these clips only."""
    chosen = tantivy.Query.const_score_query(
        tantivy.Query.term_set_query(schema(), "id", sorted(numbers)), 0.0
    )
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, chosen), (tantivy.Occur.Must, query)])


def every_id(searcher: Any, query: Any) -> list[int]:
    """Ids of all hits, the highest first. Raises IndexDamaged."""
    with _guarded():
        hits = searcher.search(query, max(size(searcher), 1), count=False, order_by_field="id").hits
    return [int(number) for number, _address in hits]


def terms_beginning(searcher: Any, field: str, beginning: str, most: int) -> dict[str, int]:
    """Terms of a field that begin so, at most so many, with how many clips have each. Raises
    IndexDamaged."""
    with _guarded():
        return dict(searcher.terms_with_prefix(field, beginning, limit=most))


def frequency(searcher: Any, field: str, term: str) -> int:
    """How many clips have the term in the field. Raises IndexDamaged."""
    with _guarded():
        return int(searcher.doc_freq(field, term))


def size(searcher: Any) -> int:
    """How many documents it holds."""
    with _guarded():
        return int(searcher.num_docs)


_FULL = ("os error 28", "os error 112", "os error 122", "code: 28,", "code: 112,", "code: 122,")
"""How Rust says that a disk or quota is full, on each system: it is all that Tantivy lets through."""


@contextlib.contextmanager
def _guarded() -> Iterator[None]:
    """Turn what Tantivy throws into IndexDamaged; a panic of its Rust code is no Exception."""
    try:
        yield
    except (IndexTaken, IndexDamaged):
        raise
    except (ValueError, OSError, RuntimeError) as error:
        if any(words in str(error) for words in _FULL):
            raise IndexFull from error
        raise IndexDamaged from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise IndexDamaged from error
