"""Writing a site's rule as part of an act, so that undo takes it back; a file that somebody else changed
since is left alone.
"""

from __future__ import annotations

import contextlib
from typing import Any

from sqlalchemy import delete, select

from clipper.errors import ClipperError
from clipper.store import tables as t
from clipper.store.engine import upsert
from clipper.store.session import OpenLibrary, Writing
from clipper.store.site_rules import SiteRules, site_of


def catch_up(library: OpenLibrary, host: str) -> None:
    """Before an act: note how the file stands, which the user may have changed by hand.

    Raises SiteRuleBroken. In a transaction of its own: it is no change of the library.
    """
    site = site_of(host)
    text = library.site_rules.text(site)
    with library.transaction() as writing:
        if _noted(writing, site) != text:
            _note(writing, site, text)


def put(writing: Writing, rules: SiteRules, host: str, text: str | None) -> None:
    """In an act: write a site's file; None takes it away. Raises SiteRuleUnwritable."""
    site = site_of(host)
    _note(writing, site, text)
    rules.write(site, text)


def follow(rules: SiteRules, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    """After an undo or redo: have the file follow its row from `before` to `after`, unless it was changed
    by hand meanwhile or cannot be written."""
    host = str((before or after or {})["host"])
    with contextlib.suppress(ClipperError):
        if rules.text(host) == (before["content"] if before else None):
            rules.write(host, after["content"] if after else None)


def _noted(writing: Writing, site: str) -> str | None:
    return writing.connection.scalar(select(t.site_file.c.content).where(t.site_file.c.host == site))


def _note(writing: Writing, site: str, text: str | None) -> None:
    if text is None:
        writing.connection.execute(delete(t.site_file).where(t.site_file.c.host == site))
        return
    writing.connection.execute(upsert(t.site_file, "host", ("content",)).values(host=site, content=text))
