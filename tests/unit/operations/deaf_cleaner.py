"""A cleaner that tells whether Ctrl-C could reach its process before the pool's own set-up ran."""

from __future__ import annotations

import signal
from collections.abc import Sequence

from clipper.article.article import Article, Guidance
from clipper.article.page import Page


def clean(pages: Sequence[Page], guidance: Guidance) -> Article:
    """An article whose text is the answer."""
    held_back = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return Article(title=None, text="deaf while loading" if signal.SIGINT in held_back else "reached")
