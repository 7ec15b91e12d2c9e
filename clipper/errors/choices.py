"""The keychain and the settings file."""

from __future__ import annotations

from clipper.errors.cause import ClipperError


class VaultError(ClipperError):
    """The keychain cannot do it."""


class NoKeychain(VaultError):
    """There is none."""

    why: str
    sentence = "This computer has no keychain that Clipper can use ({why})."
    hint = (
        "No login was kept: without one it lasts only while Clipper's window is open. "
        "On Linux, install and unlock GNOME Keyring or KWallet."
    )


class KeychainLocked(VaultError):
    """It did not open."""

    sentence = "The keychain is locked."
    hint = "Unlock it, then try again."


class BadLogin(VaultError):
    """A host, user or password that cannot be kept."""

    host: str
    why: str
    sentence = "The login for “{host}” cannot be kept ({why})."
    hint = "Give a host such as news.example or news.example:8080, a user name and a password."


class SettingsError(ClipperError):
    """The settings file."""


class SettingsBroken(SettingsError):
    """It was set aside."""

    path: str
    kept_as: str
    sentence = "The settings {path} could not be read, so the defaults are used."
    hint = "Your file is kept as {kept_as}."
