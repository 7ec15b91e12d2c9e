"""The command line's face: reads the words, calls an operation, answers with an exit code.

0: done. 1: something the user must know, said on standard error. 2: the words were not understood.
70: a mistake of Clipper's own. 130: Ctrl-C, with nothing half-written.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path

import click

from clipper import __version__
from clipper.cli.endings import INTERRUPTED, OK, TOLD, bug
from clipper.cli.output import Output
from clipper.cli.session import Session
from clipper.cli.status import Status
from clipper.errors import ClipperError
from clipper.i18n import _
from clipper.jobs import Stopped

COMMANDS = {
    "clip": "clipping",
    "clean": "clipping",
    "list": "looking",
    "search": "looking",
    "related": "looking",
    "show": "showing",
    "restore-part": "parts",
    "remove-part": "parts",
    "undo-edit": "parts",
    "clean-again": "again",
    "site": "sites",
    "tag": "tagging",
    "collection": "filing",
    "edit": "editing",
    "highlight": "highlighting",
    "smart": "smart",
    "rule": "rules",
    "note": "marking",
    "star": "marking",
    "read": "marking",
    "trash": "marking",
    "restore": "marking",
    "purge": "purging",
    "undo": "history",
    "redo": "history",
    "export": "keeping",
    "backup": "keeping",
    "check": "keeping",
    "login": "logins",
    "completion": "beginning",
    "demo": "beginning",
}
"""Every command, in the order of the help, and its module in `commands/`."""


class Commands(click.Group):
    """Loads a command's module when it is called, so that each command starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own name
        """All of them, in the order of the story."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"clipper.cli.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command


@click.group(
    cls=Commands,
    invoke_without_command=True,
    help=_("Keep clean articles of web pages, find them again, and bind a press review."),
    epilog=_("Without any words, “clipper” opens the window."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--library",
    metavar="DIR",
    type=click.Path(),
    help=_("The library's folder (else CLIPPER_LIBRARY, else “Clipper Library” in your documents)."),
)
@click.version_option(__version__, prog_name="clipper")
@click.pass_context
def clipper(context: click.Context, library: str | None) -> None:
    """All commands, and what they share."""
    if library == "":
        raise click.UsageError(_("--library names no folder."))
    context.obj = Session(Path(library).expanduser() if library else None, Output(), Status())
    if context.invoked_subcommand is None:
        raise click.UsageError(
            _("Name a command. Without any words Clipper opens its window, where there is a display.")
        )


def run(words: Sequence[str]) -> int:
    """Carry out one call; answers the exit code."""
    status = Status()
    try:
        code = clipper.main(list(words), prog_name="clipper", standalone_mode=False)
    except ClipperError as error:
        status.tell(error)
        return TOLD
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, Stopped):
        return INTERRUPTED
    except Exception as error:
        return bug(status, error)
    return code if isinstance(code, int) else OK
