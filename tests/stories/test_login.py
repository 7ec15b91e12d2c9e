"""login.feature: pages behind a login, with a real Secret Service."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import given, scenarios, then, when

from tests.keychain import Keychain
from tests.servers import Site
from tests.stories.reader import Reader

scenarios("login.feature")

LOGIN = ("reader", "s3cret-pässword")


@given("the story is behind a login")
def behind_a_login(site: Site, reader: Reader) -> None:
    site.protect(reader.story.path, *LOGIN)


@given("a keychain")
def a_keychain(reader: Reader, keychain: Keychain) -> None:
    reader.surroundings = keychain.environment


@given("there is no keychain")
def without_keychain(reader: Reader, no_keychain: dict[str, str]) -> None:
    assert reader.surroundings == no_keychain


@when("she adds the login of the site")
def she_adds_the_login(reader: Reader) -> None:
    user, password = LOGIN
    reader.types("login", "add", reader.host, stdin=f"{user}\n{password}\n")


@when("she removes the login of the site")
def she_removes_the_login(reader: Reader) -> None:
    assert reader.types("login", "remove", reader.host).code == 0, reader.said.err


@then("the list of logins shows the site and the user but no password")
def the_list_of_logins(reader: Reader) -> None:
    assert reader.types("login", "list").text == f"{reader.site.origin.removeprefix('http://')}\t{LOGIN[0]}\n"


@then("the password is nowhere in the library and in no output")
def the_password_is_nowhere(reader: Reader) -> None:
    secret = LOGIN[1].encode()
    assert not [said for said in reader.everything if secret in said]
    assert not [file for file in files(reader.library, reader.home / "config") if secret in file.read_bytes()]


def files(*folders: Path) -> list[Path]:
    """Every file in these folders."""
    return [file for folder in folders for file in folder.rglob("*") if file.is_file()]
