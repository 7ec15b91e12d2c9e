"""What a second process does in the tests: `python -m tests.unit.store.worker FOLDER WHAT [NUMBER]`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from clipper.article.clip import Filing
from clipper.jobs import Ticket
from clipper.store import Library, clips, index, textindex
from tests.unit.store.making import keep, new_clip


def main(folder: Path, what: str, number: int) -> None:
    """Do it; the ones that die do so in the middle, without a farewell."""
    library = Library.open(folder)
    if what == "open":
        pass
    elif what == "write":
        for n in range(number):
            filing = Filing(("Shared/Place",), ("shared", f"own {os.getpid()}"))
            keep(library, f"https://news.example/{os.getpid()}/{n}", text="bank", filing=filing)
    elif what == "hold":
        with library.writing("star") as writing:
            clips.star(writing, [clips.resolve(writing, str(number))], on=True)
            print("held", flush=True)
            sys.stdin.read(1)
    elif what == "die_before_row":
        new = new_clip(library, "https://news.example/dead", text="never kept")
        with library.writing("clip") as writing:
            clips.keep(writing, new)
            os._exit(9)
    elif what == "die_before_list":
        index._strike_off = lambda *_arguments: os._exit(9)
        index.catch_up(library, Ticket())
    elif what == "die_before_index":
        textindex.commit = lambda *_arguments: os._exit(9)
        index.catch_up(library, Ticket())
    library.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
