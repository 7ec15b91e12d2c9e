"""`login`: user names and passwords of sites, kept in the system's keychain."""

from __future__ import annotations

import getpass
import sys

import click

from clipper.cli.endings import OK, TOLD
from clipper.cli.output import one_line
from clipper.cli.session import Session, pass_session
from clipper.errors import NoKeychain
from clipper.i18n import _
from clipper.operations import logins
from clipper.operations.desk import Outside

host_argument = click.argument("host", metavar="HOST")


@click.group(help=_("Logins of sites, kept in the system's keychain."))
def login_command() -> None:
    """Everything about logins."""


@login_command.command("add", help=_("Keep a login; user name and password are asked for."))
@host_argument
@click.option("--user", metavar="USER", help=_("The user name; the password is never an option."))
@pass_session
def login_add(session: Session, host: str, user: str | None) -> None:
    """Keep a login."""
    with session.outside() as outside:
        _lasting(outside)
        name = user if user is not None else _asked(_("User name: "))
        password = _asked_secretly(_("Password: "))
        logins.add_login(outside, host, name, password)
    session.output.line(_("The login for {host} is kept in the keychain.").format(host=one_line(host)))


@login_command.command("list", help=_("Hosts and user names; never passwords."))
@pass_session
def login_list(session: Session) -> None:
    """Print the logins."""
    with session.outside() as outside:
        _lasting(outside)
        for each in logins.logins(outside):
            session.output.line(f"{one_line(each.host)}\t{one_line(each.user)}")


@login_command.command("remove", help=_("Forget a login."))
@host_argument
@pass_session
def login_remove(session: Session, host: str) -> int:
    """Forget a login."""
    with session.outside() as outside:
        _lasting(outside)
        gone = logins.remove_login(outside, host)
    if gone:
        session.output.line(_("The login for {host} is forgotten.").format(host=one_line(host)))
        return OK
    session.status.say(_("clipper: There is no login for {host}.").format(host=one_line(host)))
    return TOLD


def _lasting(outside: Outside) -> None:
    """Raise NoKeychain where a login would be forgotten with the end of this call."""
    state = logins.vault_state(outside)
    if state.kept == "session":
        raise NoKeychain(state.why or "")


def _asked(prompt: str) -> str:
    """A line from the terminal, the prompt on standard error; or the next line of standard input."""
    if sys.stdin.isatty():
        print(prompt, end="", file=sys.stderr, flush=True)
    return _next_line()


def _asked_secretly(prompt: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(prompt, stream=sys.stderr)
    return _next_line()


def _next_line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise click.UsageError(_("A user name and a password are needed, a line each."))
    return line.rstrip("\r\n")
