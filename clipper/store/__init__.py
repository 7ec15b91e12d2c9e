"""Clips <-> one library folder; the only room that knows SQLAlchemy and Tantivy."""

from clipper.store.library import Library
from clipper.store.session import Reading, Writing
from clipper.store.site_rules import SiteRules

__all__ = ["Library", "Reading", "SiteRules", "Writing"]
