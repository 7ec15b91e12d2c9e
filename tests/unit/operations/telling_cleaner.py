"""A cleaner that tells what its process has loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from clipper.article.article import Article, Guidance
from clipper.article.page import Page


def clean(pages: Sequence[Page], guidance: Guidance) -> Article:
    """An article whose text names every loaded module."""
    return Article(title=None, text=" ".join(sorted(sys.modules)))
