"""A selection becomes a press-review book, and the book becomes a PDF. Its face: press_review and typeset."""

from clipper.book.book import Book, Entry, press_review
from clipper.book.typeset import typeset

__all__ = ["Book", "Entry", "press_review", "typeset"]
