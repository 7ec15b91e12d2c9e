"""Page -> Article: `clean` finds the article in a page and nothing else. Pure: no network, no disk."""

from clipper.clean.pipeline import CLEANER, clean

__all__ = ["CLEANER", "clean"]
