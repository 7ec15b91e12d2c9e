"""How a call ends: the exit codes, and what is said of a mistake of Clipper's own."""

from __future__ import annotations

import traceback

from clipper.cli.status import Status
from clipper.i18n import _

OK, TOLD, USAGE, BUG, INTERRUPTED = 0, 1, 2, 70, 130
"""Done; something the user must know; words not understood; a mistake of Clipper's own; Ctrl-C."""


def bug(status: Status, error: Exception) -> int:
    """Show a mistake of Clipper's own, with all that helps to find it."""
    status.clear()
    traceback.print_exception(error)
    status.say(_("clipper: This is a mistake in Clipper. Please report it, with the lines above."))
    return BUG
