"""URL or file -> Page."""

from clipper.capture.sources import Capture

__all__ = ["Capture"]
