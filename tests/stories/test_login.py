"""login.feature: pages behind a login, with a real Secret Service."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytest_bdd import given, scenarios, then, when

from tests.stories.reader import Reader
from tests.stories.site import LOGIN, Site

scenarios("login.feature")

# Each call gets a bus and a daemon of its own; the keyring file in her home is what stays between them.
KEYCHAIN = (
    "printf %s unlock-me | gnome-keyring-daemon --daemonize --unlock --components=secrets "
    '>/dev/null 2>&1 && exec "$@"'
)


@given("the story is behind a login")
def behind_a_login(site: Site, reader: Reader) -> None:
    site.answers[reader.story.path] = replace(site.answers[reader.story.path], login=True)


@given("a keychain")
def a_keychain(reader: Reader) -> None:
    reader.wrapper = ("dbus-run-session", "--", "bash", "-c", KEYCHAIN, "bash")


@given("there is no keychain")
def no_keychain(reader: Reader) -> None:
    assert reader.wrapper == ()


@when("she adds the login of the site")
def she_adds_the_login(reader: Reader) -> None:
    user, password = LOGIN
    reader.types("login", "add", reader.site.host, stdin=f"{user}\n{password}\n")


@when("she removes the login of the site")
def she_removes_the_login(reader: Reader) -> None:
    assert reader.types("login", "remove", reader.site.host).code == 0, reader.said.err


@then("the list of logins shows the site and the user but no password")
def the_list_of_logins(reader: Reader) -> None:
    assert reader.types("login", "list").text == f"{reader.site.host}\t{LOGIN[0]}\n"


@then("the password is nowhere in the library and in no output")
def the_password_is_nowhere(reader: Reader) -> None:
    secret = LOGIN[1].encode()
    assert not [said for said in reader.everything if secret in said]
    assert not [file for file in files(reader.library, reader.home / "config") if secret in file.read_bytes()]


def files(*folders: Path) -> list[Path]:
    """Every file in these folders."""
    return [file for folder in folders for file in folder.rglob("*") if file.is_file()]
