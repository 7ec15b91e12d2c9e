"""The composition root: settings and the outside world become a Desk. Nothing else builds parts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from clipper import paths
from clipper.capture import Capture
from clipper.credentials import Vault
from clipper.operations.binder import ProcessBinder
from clipper.operations.cleaning import CleanerPool, FewPagesCleaner
from clipper.operations.desk import Desk, Outside
from clipper.operations.ports import Cleaner
from clipper.operations.writer import Writer
from clipper.settings import Settings
from clipper.settings import load as load_settings
from clipper.store import Library, SiteRules

MANY = 2
"""From so many pages on, all cleaning is done in processes; for fewer, that of large pages only."""


def build(library: Path | None = None, settings: Settings | None = None, *, pages: int = MANY) -> Desk:
    """The desk with this library open, by default the user's own; `pages`: how many are to be clipped, about.

    Slow to call (it opens files): never on the GUI thread. Raises LibraryError.
    """
    chosen = settings or load_settings(paths.settings_file())[0]
    opened = Library.open(library or paths.default_library(), now, trash_days=chosen.trash_days)
    around = outside(chosen, pages=pages, library=opened.folder)
    return Desk(
        settings=around.settings,
        sources=around.sources,
        cleaner=around.cleaner,
        vault=around.vault,
        site_rules=opened.site_rules,
        library=opened,
        binder=ProcessBinder(),
        clock=now,
        writer=Writer(),
    )


def outside(settings: Settings | None = None, *, pages: int = MANY, library: Path | None = None) -> Outside:
    """The outside world alone, without a library. Processes and connections start at their first use.

    Sites' rules are read from the folder of `library`, if there is one; nothing is made there.
    """
    chosen = settings or load_settings(paths.settings_file())[0]
    vault = Vault()
    pool = CleanerPool()
    cleaner: Cleaner = pool if pages >= MANY else FewPagesCleaner(pool)
    rules = SiteRules.of_library(library) if library else None
    sources = Capture(chosen, vault, now)
    return Outside(settings=chosen, sources=sources, cleaner=cleaner, vault=vault, site_rules=rules)


def now() -> datetime:
    """The time, aware, UTC."""
    return datetime.now(UTC)
