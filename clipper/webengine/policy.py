"""The content security policy of all that is shown to a reader; known without loading the engine."""

POLICY = (
    "default-src 'none'; img-src clip:; style-src clip:; font-src clip:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Only what we serve ourselves. Nothing inline: a page's own style does not count."""
