"""Site logins against a real Secret Service, in processes of their own as on a user's computer."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.credentials import Login, Vault, entry
from clipper.errors import BadLogin, ClipperError
from tests.keychain import Keychain, keychain, no_keychain

__all__ = ["keychain", "no_keychain"]

ROOT = Path(__file__).parents[2]
SECRET = "s3cret pässword"

SPEAK = """
import json, sys
from clipper.credentials import Login, Vault
from clipper.errors import ClipperError

vault = Vault(probe_s=20)
for name, *values in json.loads(sys.argv[1]):
    try:
        if name == "add":
            answer = vault.add(Login(*values)).kept
        elif name == "state":
            state = vault.state()
            answer = [state.kept, state.name, state.why]
        elif name == "logins":
            answer = [[each.host, each.user] for each in vault.logins()]
        elif name == "login_for":
            found = vault.login_for(*values)
            answer = found and [found.host, found.user, found.password]
        else:
            answer = getattr(vault, name)(*values)
    except ClipperError as error:
        answer = error.code
    print(json.dumps(answer), flush=True)
"""


def start(environment: dict[str, str], *words: list[str]) -> subprocess.Popen[str]:
    """A Clipper of its own that says these words to its vault."""
    return subprocess.Popen(
        [sys.executable, "-c", SPEAK, json.dumps(words)],
        env={**environment, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def answers(process: subprocess.Popen[str]) -> list[Any]:
    out, _err = process.communicate(timeout=90)
    assert process.returncode == 0
    return [json.loads(line) for line in out.splitlines()]


def say(environment: dict[str, str], *words: list[str]) -> list[Any]:
    return answers(start(environment, *words))


def test_a_login_outlives_the_program_and_can_be_removed(keychain: Keychain) -> None:
    first = say(keychain.environment, ["state"], ["add", "https://News.Example/politics", "ann", SECRET])
    second = say(keychain.environment, ["logins"], ["login_for", "https://news.example/other"])
    third = say(keychain.environment, ["remove", "news.example"], ["remove", "news.example"], ["logins"])
    fourth = say(keychain.environment, ["login_for", "news.example"])

    assert first == [["keychain", "SecretService Keyring", None], "keychain"]
    assert second == [[["news.example", "ann"]], ["news.example", "ann", SECRET]]
    assert third == [True, False, []]
    assert fourth == [None]


def test_the_list_is_longer_than_one_entry_of_the_keychain_may_be(keychain: Keychain) -> None:
    hosts = [f"a-rather-long-name-of-a-newspaper-{n:02}.example" for n in range(30)]
    say(keychain.environment, *(["add", host, "somebody@newsroom.example", "p"] for host in hosts))
    listed, removed, shorter = say(keychain.environment, ["logins"], ["remove", hosts[0]], ["logins"])
    assert [host for host, _user in listed] == hosts
    assert removed is True
    assert [host for host, _user in shorter] == hosts[1:]


def test_two_programs_at_once_lose_nothing(keychain: Keychain) -> None:
    both = [
        start(keychain.environment, *(["add", f"{name}{n}.example", "u", "p"] for n in range(8)))
        for name in ("window", "line")
    ]
    assert [answers(each) for each in both] == [["keychain"] * 8] * 2
    (listed,) = say(keychain.environment, ["logins"])
    assert len(listed) == 16


def test_a_locked_keychain_is_said_and_nothing_is_kept_elsewhere(keychain: Keychain) -> None:
    say(keychain.environment, ["add", "news.example", "ann", SECRET])
    keychain.lock()
    state, *rest = say(
        keychain.environment,
        ["state"],
        ["logins"],
        ["login_for", "news.example"],
        ["add", "b.example", "u", "p"],
        ["remove", "news.example"],
    )
    assert state == ["keychain", "SecretService Keyring", "it is locked"]
    assert rest == ["keychain_locked"] * 4


def test_without_a_keychain_logins_last_for_the_session_and_that_is_said(no_keychain: dict[str, str]) -> None:
    kept, state, logins, found = say(
        no_keychain,
        ["add", "news.example", "ann", SECRET],
        ["state"],
        ["logins"],
        ["login_for", "news.example"],
    )
    assert kept == "session"
    assert state == ["session", "", "no keychain service is running"]
    assert logins == [["news.example", "ann"]]
    assert found == ["news.example", "ann", SECRET]
    assert say(no_keychain, ["logins"]) == [[]]


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_what_only_looks_like_a_keychain_is_refused(no_keychain: dict[str, str], backend: str) -> None:
    ((kept, _name, why),) = say({**no_keychain, "PYTHON_KEYRING_BACKEND": backend}, ["state"])
    assert kept == "session"
    assert why


def test_no_file_holds_the_password(keychain: Keychain, no_keychain: dict[str, str], tmp_path: Path) -> None:
    for environment in (keychain.environment, no_keychain):
        say(environment, ["add", "news.example", "ann", "in-the-clear"], ["login_for", "news.example"])
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert files
    assert not [each for each in files if b"in-the-clear" in each.read_bytes()]


@pytest.mark.parametrize(
    ("kept_under", "asked_for", "answers_it"),
    [
        ("news.example", "https://news.example", True),
        ("news.example", "https://news.example:443", True),
        ("news.example", "http://news.example", False),
        ("news.example", "https://news.example:8443", False),
        ("news.example", "https://www.news.example", False),
        ("news.example", "https://news.example.evil.example", False),
        ("http://news.example", "http://news.example:80", True),
        ("http://news.example", "https://news.example", False),
        ("news.example:8443", "https://news.example:8443", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8000", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8001", False),
        ("127.0.0.1:8000", "http://localhost:8000", False),
        ("[::1]:8000", "http://[::1]:8000", True),
        ("https://user:word@news.example/x?y#z", "https://NEWS.example", True),
        ("bücher.example", "https://xn--bcher-kva.example", True),
        ("BÜCHER.example", "https://bücher.example", True),
    ],
)
def test_which_login_answers_for_which_address(kept_under: str, asked_for: str, answers_it: bool) -> None:
    assert (entry(kept_under) == entry(asked_for)) is answers_it


@pytest.mark.parametrize(
    "host",
    [
        "",
        " ",
        "/",
        "https://",
        "ftp://news.example",
        "javascript:alert(1)",
        "news.example:99999",
        "a b.example",
        "a\0b",
    ],
)
def test_what_is_no_host_is_said(host: str) -> None:
    with pytest.raises(BadLogin):
        entry(host)


@pytest.mark.parametrize(
    ("user", "password"), [("", "p"), ("u", ""), ("a:b", "p"), ("u\n", "p"), ("u", "p\0"), ("u", "p" * 2000)]
)
def test_a_login_that_cannot_be_kept_is_refused_without_repeating_it(
    no_keychain: dict[str, str], user: str, password: str
) -> None:
    assert say(no_keychain, ["add", "news.example", user, password], ["logins"]) == ["bad_login", []]


def test_the_password_is_in_no_text() -> None:
    login = Login("news.example", "ann", SECRET)
    assert SECRET not in repr(login)
    assert SECRET not in str(login)
    assert SECRET not in f"{[login]}"
    with pytest.raises(ClipperError) as caught:
        Vault().add(Login("no host", "ann", SECRET))
    assert SECRET not in str(caught.value)
    assert SECRET.encode() not in pickle.dumps(caught.value)


@given(st.text(max_size=60))
def test_any_text_is_a_host_or_is_refused(text: str) -> None:
    try:
        name = entry(text)
    except BadLogin:
        return
    assert entry(name) == name
