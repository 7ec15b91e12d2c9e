"""`completion` and `demo`: to begin with."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from clipper.cli.main import clipper
from clipper.cli.session import Session, pass_session
from clipper.i18n import _


@click.command(help=_("Print the script that completes commands in your shell."))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@pass_session
def completion_command(session: Session, shell: str) -> None:
    """Print the completion script."""
    kind = get_completion_class(shell)
    assert kind is not None
    session.output.line(kind(clipper, {}, "clipper", "_CLIPPER_COMPLETE").source())


@click.command(help=_("See Clipper at work on its own sample page. Needs no network."))
@pass_session
def demo_command(session: Session) -> int:
    """Run the guided demonstration."""
    from clipper.cli.demo import demonstrate

    return demonstrate(session)
