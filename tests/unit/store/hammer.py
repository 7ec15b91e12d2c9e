"""One of many processes that write to one library: `python -m tests.unit.store.hammer FOLDER SEED WRITES`.

Prints what it committed, one JSON object, so that the test can tell whether anything was lost. Clip `SEED`
is its own; the others are shared.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from clipper.article.clip import ClipId
from clipper.article.fields import Rewriting
from clipper.store import Library, clips, collections, overlay, tags


def main(folder: Path, seed: int, writes: int) -> None:
    """Tag, star, note, file and edit, each write an act."""
    chance = random.Random(seed)
    library = Library.open(folder)
    own = ClipId(seed + 1)
    done: dict[str, object] = {"tags": [], "paths": []}
    with library.reading() as reading:
        every = [ClipId(number) for number in range(1, 11)]
        assert clips.rows(reading, every)
    for n in range(writes):
        shared = chance.choice(every)
        what = ("tag", "star", "note", "file", "edit")[n % 5]
        with library.writing(what) as writing:
            if what == "tag":
                tags.tag(writing, [shared], [f"t{seed}/{n}", "all"])
                done["tags"] = [*done["tags"], [shared, f"t{seed}/{n}"]]  # type: ignore[misc]
            elif what == "star":
                clips.star(writing, [own], on=n % 2 == 0)
                done["starred"] = n % 2 == 0
            elif what == "note":
                clips.set_note(writing, own, f"note{seed}x{n}")
                done["note"] = f"note{seed}x{n}"
            elif what == "file":
                collections.file(writing, [shared], f"Shared/c{seed}/{n}")
                done["paths"] = [*done["paths"], [shared, f"Shared/c{seed}/{n}"]]  # type: ignore[misc]
            else:
                overlay.rewrite(writing, [own], Rewriting((("title", f"title{seed}x{n}"),)))
                done["title"] = f"title{seed}x{n}"
    library.close()
    print(json.dumps(done))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
