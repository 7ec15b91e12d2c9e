"""A real Secret Service of a test's own: dbus-daemon and gnome-keyring-daemon, with homes of their own.

    def test_it(keychain: Keychain) -> None:
        subprocess.run([...], env=keychain.environment)     # the best: a process of its own
        keychain.lock()                                     # from here on it asks for a password nobody gives

`keychain.use(monkeypatch)` makes the running process use it too. `no_keychain` is a computer without one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PASSWORD = "test-keychain"
_LOCK = """
import contextlib, secretstorage
with contextlib.closing(secretstorage.dbus_init()) as bus:
    secretstorage.get_default_collection(bus).lock()
"""


class Keychain:
    """A keychain that is open, until it is locked or closed."""

    def __init__(self, folder: Path) -> None:
        """Everything it writes lies in `folder`."""
        self.environment = _home(folder)
        self._bus: subprocess.Popen[str] | None = None

    def __enter__(self) -> Keychain:
        """Start, and return when it answers."""
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus.stdout.readline().strip()
        subprocess.run(  # goes into the background when it is ready, and ends with the bus
            ["gnome-keyring-daemon", "--daemonize", "--unlock", "--components=secrets"],
            env=self.environment,
            input=PASSWORD,
            text=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        return self

    def __exit__(self, *_problem: object) -> None:
        """End the bus, and with it the keychain."""
        if self._bus is not None and self._bus.stdout is not None:
            self._bus.terminate()
            self._bus.wait(10)
            self._bus.stdout.close()

    def lock(self) -> None:
        """Lock it; as there is no screen to ask on, it stays so."""
        subprocess.run([sys.executable, "-c", _LOCK], env=self.environment, check=True)

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have this process use it, until the test ends."""
        import keyring.core
        from keyring.backends.SecretService import Keyring

        for name in (
            "HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS",
        ):
            monkeypatch.setenv(name, self.environment[name])
        monkeypatch.setattr(keyring.core, "_keyring_backend", Keyring())  # type: ignore[no-untyped-call]


def _home(folder: Path) -> dict[str, str]:
    """An environment in which nothing of this computer's own user is seen."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "DBUS_", "PYTHON_KEYRING", "GNOME_", "SSH_AUTH"))
        and name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    environment["HOME"] = str(folder)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        (folder / name.lower()).mkdir(parents=True, exist_ok=True, mode=0o700)
        environment[name] = str(folder / name.lower())
    return environment


@pytest.fixture
def keychain(tmp_path: Path) -> Iterator[Keychain]:
    """An open keychain."""
    with Keychain(tmp_path / "keychain") as keychain:
        yield keychain


@pytest.fixture
def no_keychain(tmp_path: Path) -> dict[str, str]:
    """The environment of a computer without a keychain (a server, a bare container)."""
    environment = _home(tmp_path / "bare")
    environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={tmp_path / 'no-bus'}"
    return environment
