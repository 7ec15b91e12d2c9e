"""Clipper: paste a link, keep the clean article, bind a press review."""

__version__ = "0.1.0"
