"""Clips <-> one library folder; the only room that knows SQLAlchemy and Tantivy."""

from clipper.store.library import Library
from clipper.store.session import Reading, Writing

__all__ = ["Library", "Reading", "Writing"]
