"""Site logins: kept in the system's keychain, or until Clipper is closed where there is none."""

from __future__ import annotations

from clipper.credentials import Login, LoginName, VaultState
from clipper.operations.desk import Desk


def vault_state(desk: Desk) -> VaultState:
    """Whether logins are kept in a keychain, and in which; asks it once, with a time-out."""
    return desk.vault.state()


def logins(desk: Desk) -> list[LoginName]:
    """Hosts and user names, sorted. Raises KeychainLocked."""
    return desk.vault.logins()


def add_login(desk: Desk, host: str, user: str, password: str) -> VaultState:
    """Keep a login, one a host; answers where it is kept. Raises BadLogin, KeychainLocked."""
    return desk.vault.add(Login(host, user, password))


def remove_login(desk: Desk, host: str) -> bool:
    """Forget a login; False if there was none."""
    return desk.vault.remove(host)
