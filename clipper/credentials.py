"""Site logins: in the system's keychain, or for this session only where there is none. Never anywhere else.

Which login answers for which address: a login is kept under an *entry*, and an address asks for exactly one.

- `https://news.example/x` asks for `news.example`, `https://news.example:8443/x` for `news.example:8443`;
- plain `http://news.example/x` asks for `http://news.example`: a login that was added for `news.example`
  never goes over an open line; only one that the user added with `http://` does;
- this computer needs no such care: `http://localhost:8000/x` and `https://localhost:8000/x` both ask for
  `localhost:8000`.
"""

from __future__ import annotations

import contextlib
import ipaddress
import json
import re
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, TypeVar
from urllib.parse import urlsplit

import idna
import platformdirs

from clipper.errors import BadLogin, KeychainLocked, NoKeychain, VaultError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "Clipper"
"""Under this name the entries are seen in the system's own keychain program."""
PROBE_S = 5.0
"""A keychain that is well answers within 0.1 s; one that asks to be unlocked takes as long as the user."""
ANSWER_S = 60.0
"""Time for the user to answer the keychain's own question."""
CHUNK = 1000
"""Characters of one entry: Windows keeps at most 2,560 bytes of UTF-16."""


@dataclass(frozen=True, slots=True)
class Login:
    """A user name and password for a host."""

    host: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LoginName:
    """A login without its password: what may be shown."""

    host: str
    user: str


@dataclass(frozen=True, slots=True)
class VaultState:
    """Where logins are kept. `why` says what is wrong: why only for this session, or that it is locked.

    It is a phrase in English, for the face to translate.
    """

    kept: Literal["keychain", "session"]
    name: str
    """Of the keychain, as the system calls it; empty where there is none."""
    why: str | None


class Vault:
    """Keeps logins. Safe to use from any thread but the window's: the keychain may ask the user and wait."""

    def __init__(self, probe_s: float = PROBE_S, answer_s: float = ANSWER_S) -> None:
        """Asks nothing yet: the keychain is tried at the first use."""
        self._probe_s, self._answer_s = probe_s, answer_s
        self._state: VaultState | None = None
        self._session: dict[str, Login] = {}
        self._lock = threading.RLock()

    def state(self) -> VaultState:
        """Whether there is a keychain that keeps secrets; tried once by writing, reading and deleting one.

        A locked one is tried again at the next call, as the user may have unlocked it.
        """
        with self._lock:
            if self._state is not None:
                return self._state
            name: list[str] = []
            try:
                _within(self._probe_s, lambda: _probe(name))
            except NoKeychain as error:
                self._state = VaultState("session", "".join(name), error.why)
            except KeychainLocked:
                return VaultState("keychain", "".join(name), "it is locked")
            else:
                self._state = VaultState("keychain", "".join(name), None)
            return self._state

    def logins(self) -> list[LoginName]:
        """What is kept, sorted by host. Raises KeychainLocked."""
        if self._for_session():
            found = [LoginName(each.host, each.user) for each in list(self._session.values())]
        else:
            found = [LoginName(host, user) for host, user in self._ask(_listed).items()]
        return sorted(found, key=lambda each: each.host)

    def add(self, login: Login) -> VaultState:
        """Keep a login in place of an older one of that host. Raises BadLogin, KeychainLocked."""
        login = Login(entry(login.host), login.user, login.password)
        secret = _packed(login)
        if self._for_session():
            self._session[login.host] = login
        else:
            self._ask(lambda: _keep(login, secret))
        return self.state()

    def remove(self, host: str) -> bool:
        """Forget the login of a host; False if there was none. Raises BadLogin, KeychainLocked."""
        name = entry(host)
        if self._for_session():
            return self._session.pop(name, None) is not None
        return self._ask(lambda: _forget(name))

    def login_for(self, origin_or_host: str) -> Login | None:
        """The login that answers for an address (see above), or None. Raises KeychainLocked."""
        try:
            name = entry(origin_or_host)
        except BadLogin:
            return None
        if self._for_session():
            return self._session.get(name)
        return self._ask(lambda: _kept(name))

    def _for_session(self) -> bool:
        return self.state().kept == "session"

    def _ask(self, call: Callable[[], T]) -> T:
        return _within(self._answer_s, call)


def entry(host_or_address: str) -> str:
    """The name under which a login is kept: host in lower-case IDNA, port unless it is the usual one.

    >>> entry("https://News.Example/politics"), entry("news.example:8443"), entry("http://news.example:80")
    ('news.example', 'news.example:8443', 'http://news.example')
    >>> entry("http://localhost:8000/"), entry("zeitung-müller.example")
    ('localhost:8000', 'xn--zeitung-mller-4ob.example')

    Raises BadLogin.
    """
    text = host_or_address.strip()
    scheme, host, port = _parts(text)
    shown = f"[{host}]" if ":" in host else host
    usual = {"https": (443,), "http": (80,)}.get(scheme, (443, 80) if is_this_computer(host) else (443,))
    if port is not None and port not in usual:
        shown = f"{shown}:{port}"
    return f"http://{shown}" if scheme == "http" and not is_this_computer(host) else shown


def is_this_computer(host: str) -> bool:
    """Whether a host name or IP address can only mean this computer.

    >>> is_this_computer("localhost"), is_this_computer("127.0.0.2"), is_this_computer("::1")
    (True, True, True)
    >>> is_this_computer("localhost.example")
    False
    """
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def normal_host(host: str) -> str:
    """A host as it is asked for: lower-case, IDNA; IPv6 without brackets. Raises ValueError."""
    name = host.strip("[]").lower()
    with contextlib.suppress(ValueError):
        return str(ipaddress.ip_address(name))
    name = name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")
    if not re.fullmatch(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?", name) or len(name) > 253:
        raise ValueError("host")
    return name.rstrip(".")


def _parts(text: str) -> tuple[str, str, int | None]:
    scheme, separator, rest = text.partition("://")
    scheme = scheme.lower() if separator else ""
    if scheme not in ("", "http", "https") or any(ord(each) <= 32 for each in text):
        raise BadLogin(text, "no host")
    try:
        address = urlsplit(f"//{rest if separator else text}")
        return scheme, normal_host(address.hostname or ""), address.port
    except ValueError as error:  # idna.IDNAError is one
        raise BadLogin(text, "no host") from error


def _packed(login: Login) -> str:
    """The secret as it is kept; all that could be wrong with it is said here. Raises BadLogin."""
    if not login.user or not login.password:
        raise BadLogin(login.host, "user name or password is missing")
    if ":" in login.user or any(ord(each) < 32 for each in login.user + login.password):
        raise BadLogin(login.host, "a colon in the user name, or a control character")
    secret = json.dumps({"user": login.user, "password": login.password})
    if len(secret) > CHUNK:
        raise BadLogin(login.host, "too long")
    return secret


# The keychain. What follows runs on a thread of its own, as the keychain may wait for the user.


def _within(seconds: float, call: Callable[[], T]) -> T:
    """Run `call` on a thread that nobody waits for longer than `seconds`. Raises VaultError."""
    answers: list[T] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            answers.append(call())
        except BaseException as error:  # handed to whoever waits for it
            errors.append(error)

    thread = threading.Thread(target=work, name="clipper-keychain", daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise _translated(errors[0])
    if not answers:
        raise KeychainLocked
    return answers[0]


def _translated(error: BaseException) -> BaseException:
    """The keychain's complaint in our words. Its own text is left out: nobody knows what it quotes."""
    from keyring import errors

    if isinstance(error, VaultError):
        return error
    if isinstance(error, errors.NoKeyringError):
        return NoKeychain("no keychain service is running")
    if isinstance(error, errors.KeyringLocked | errors.InitError) or _asked_in_vain(error):
        return KeychainLocked()
    if isinstance(error, errors.KeyringError | OSError) or _is_of_the_bus(error):
        return NoKeychain(f"it does not work: {type(error).__name__}")
    return error


def _asked_in_vain(error: BaseException) -> bool:
    return type(error).__name__ in ("LockedException", "PromptDismissedException")


def _is_of_the_bus(error: BaseException) -> bool:
    return type(error).__module__.partition(".")[0] in ("secretstorage", "jeepney", "dbus", "pywintypes")


def _backend() -> KeyringBackend:
    """The system's keychain. Raises NoKeychain for what only looks like one."""
    import keyring

    backend = keyring.get_keyring()
    chosen: KeyringBackend = next(iter(getattr(backend, "backends", ())), backend)
    module = type(chosen).__module__
    if module.startswith(("keyring.backends.fail", "keyring.backends.null")):
        raise NoKeychain("no keychain service is running")
    if module.startswith("keyrings.alt") or chosen.priority < 1:
        raise NoKeychain("it keeps passwords in the open")
    return chosen


def _probe(name: list[str]) -> None:
    """Write, read and delete a secret of no worth; `name` gets the keychain's name as soon as it is known."""
    backend = _backend()
    name.append(backend.name)
    account, secret = f"test {secrets.token_hex(8)}", secrets.token_hex(16)
    backend.set_password(SERVICE, account, secret)
    read = backend.get_password(SERVICE, account)
    backend.delete_password(SERVICE, account)
    if read != secret:
        raise NoKeychain("it forgets what it is given")


def _account(name: str) -> str:
    return f"login {name}"


def _kept(name: str) -> Login | None:
    secret = _backend().get_password(SERVICE, _account(name))
    try:
        values = json.loads(secret or "null")
        return Login(name, str(values["user"]), str(values["password"]))
    except (ValueError, TypeError, KeyError):  # nothing there, or another program's
        return None


def _keep(login: Login, secret: str) -> None:
    with _alone():
        _backend().set_password(SERVICE, _account(login.host), secret)
        _list({**_listed(), login.host: login.user})


def _forget(name: str) -> bool:
    with _alone():
        listed = _listed()
        there = _kept(name) is not None
        if there:
            _backend().delete_password(SERVICE, _account(name))
        if name in listed:
            _list({host: user for host, user in listed.items() if host != name})
        return there or name in listed


def _listed() -> dict[str, str]:
    """Hosts and users, as listed in the keychain itself: one text, cut into entries that every system takes.

    The first entry begins with the number of entries; what cannot be read is no list.
    """
    backend = _backend()
    count, _separator, text = (backend.get_password(SERVICE, "list 0") or "0:").partition(":")
    pieces = [text]
    pieces += [backend.get_password(SERVICE, f"list {n}") or "" for n in range(1, _number(count))]
    try:
        return {str(host): str(user) for host, user in json.loads("".join(pieces))}
    except (ValueError, TypeError):
        return {}


def _list(logins: dict[str, str]) -> None:
    backend = _backend()
    text = json.dumps(sorted(logins.items()))
    pieces = [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)]
    before = _number((backend.get_password(SERVICE, "list 0") or "0:").partition(":")[0])
    for number, piece in reversed(list(enumerate(pieces))):
        backend.set_password(SERVICE, f"list {number}", piece if number else f"{len(pieces)}:{piece}")
    for number in range(len(pieces), before):
        backend.delete_password(SERVICE, f"list {number}")


def _number(text: str) -> int:
    return min(int(text), 1000) if text.isdecimal() else 0


_THREADS = threading.Lock()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """One process and thread at a time changes the list: window and command line may both add a login."""
    with _THREADS, contextlib.ExitStack() as stack:
        with contextlib.suppress(
            OSError
        ):  # where no lock can be had, the worst is a host missing in the list
            folder = platformdirs.user_state_path("clipper", appauthor=False)
            folder.mkdir(parents=True, exist_ok=True)
            _lock_file(stack.enter_context((Path(folder) / "logins.lock").open("ab")))
        yield


def _lock_file(file: IO[bytes]) -> None:
    """Wait for the lock of `file`; closing it, or the end of the process, frees it."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
