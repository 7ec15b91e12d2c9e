"""Search and lists of a large library, beside raw SQLite."""
