"""Site logins: kept in the system's keychain, or until Clipper is closed where there is none."""

from __future__ import annotations

from clipper.credentials import Login, LoginName, VaultState
from clipper.operations.desk import Outside


def vault_state(outside: Outside) -> VaultState:
    """Whether logins are kept in a keychain, and in which; asks it once, with a time-out."""
    return outside.vault.state()


def logins(outside: Outside) -> list[LoginName]:
    """Hosts and user names, sorted. Raises KeychainLocked."""
    return outside.vault.logins()


def add_login(outside: Outside, host: str, user: str, password: str) -> VaultState:
    """Keep a login, one a host; answers where it is kept. Raises BadLogin, KeychainLocked."""
    return outside.vault.add(Login(host, user, password))


def remove_login(outside: Outside, host: str) -> bool:
    """Forget a login; False if there was none."""
    return outside.vault.remove(host)
