"""A cleaner that misbehaves as its page's address says; loaded in place of the real one."""

from __future__ import annotations

import os
from collections.abc import Sequence

from clipper.article.article import Article, Guidance
from clipper.article.page import Page


def clean(pages: Sequence[Page], guidance: Guidance) -> Article:
    """Loop, die, eat memory or break as asked; else an article that tells which process made it."""
    wish = pages[0].url.rpartition("/")[2]
    if wish in ("loop", "loop-aloud"):
        if wish == "loop-aloud":
            print("looping", flush=True)
        while True:
            pass
    if wish == "die":
        os._exit(11)
    if wish == "eat":
        bytearray(8_000_000_000)
    if wish == "nest":
        raise RecursionError
    if wish == "bug":
        raise KeyError("a bug")
    return Article(title=wish, text=str(os.getpid()))
