"""URL or file -> Page."""
