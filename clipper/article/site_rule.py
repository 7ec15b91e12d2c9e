"""SiteRule: what the user taught Clipper about one site, as selectors into its pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteRule:
    """Selectors by purpose, each tried in order. A selector is CSS; one that begins with `/` is XPath 1.0.

    A selector chooses elements and does nothing else: a rule never runs code.
    """

    host: str
    """The site: `example.org`; it holds for its subdomains too, where these have no rule of their own."""
    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    """All elements of the first selector that finds any are the article."""
    strip: tuple[str, ...] = ()
    """Everything these choose is taken out."""
    keep: tuple[str, ...] = ()
    """What these choose stays, whatever the cleaner thinks of it."""
    byline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    next_page: tuple[str, ...] = ()
    """Links to the pages on which the article goes on."""
    wait_for: str | None = None
    """The browser engine waits until this is there."""
    not_logged_in: str | None = None
    """What only a reader without an account is shown."""
