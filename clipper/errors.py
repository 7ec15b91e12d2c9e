"""What the user must know, one class per cause; everything else is a bug.

A class is its code, its fields are its values, its sentence and hint are templates that only the faces
translate and fill (`i18n.sentence`, `i18n.hint`). All pickle.
ClipperError
├── CaptureError    a page or picture could not be had
├── CleanError      the cleaner could not do its work on a page
├── LibraryError    the library cannot do it
├── ExportError     the book or file could not be made
├── VaultError      the keychain cannot do it
└── SettingsError   the settings file is broken
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
@dataclass(eq=False)
class ClipperError(Exception):
    """Something the user must know. Every subclass is a dataclass by itself, of plain values (str or int).

    Of itself: a mistake of ours where a batch goes on. `sentence` and `hint` are templates and msgids."""

    sentence: ClassVar[str] = "Clipper itself made a mistake here."
    hint: ClassVar[str] = "Try again; if it happens again, report it with the lines that Clipper printed."

    def __init_subclass__(cls) -> None:
        dataclass(cls, eq=False)

    @property
    def code(self) -> str:
        """Stable name of the cause, for JSON and for storing: `host_unknown`."""
        return code_of(type(self))

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """The fields as pairs, for storing."""
        return tuple((f.name, str(getattr(self, f.name))) for f in fields(self))

    def __str__(self) -> str:
        return f"{self.code} {dict(self.values)}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), tuple(getattr(self, f.name) for f in fields(self))


def code_of(kind: type[ClipperError]) -> str:
    """`HostUnknown` -> `host_unknown`."""
    name = kind.__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def every_error() -> dict[str, type[ClipperError]]:
    """All causes by code."""
    found: dict[str, type[ClipperError]] = {}
    kinds: list[type[ClipperError]] = [ClipperError]
    while kinds:
        kind = kinds.pop()
        found[code_of(kind)] = kind
        kinds += kind.__subclasses__()
    return found


class CaptureError(ClipperError):
    """A page or picture could not be had."""


class BadAddress(CaptureError):
    """Not an address that can be clipped."""

    url: str
    sentence = "“{url}” is not an address that can be clipped."
    hint = "Give an address that begins with http:// or https://, or the path of a saved .html file."


class HostUnknown(CaptureError):
    """No such host."""

    host: str
    sentence = "There is no site called {host}, or this computer is offline."
    hint = "Check the spelling of the address and the network."


class ConnectionRefused(CaptureError):
    """Nobody listens there."""

    host: str
    sentence = "{host} does not accept connections."
    hint = "The site may be down. Try again later."


class ConnectionBroken(CaptureError):
    """The connection ended in the middle, or what came was no HTTP."""

    host: str
    sentence = "The connection to {host} broke off before the page was complete."
    hint = "Try again."


class CertificateBad(CaptureError):
    """The site's certificate is not to be trusted."""

    host: str
    why: str
    sentence = "{host} could not prove that it is {host} ({why})."
    hint = "Check the address and this computer's clock. Clipper loads no page over an untrusted connection."


class TimedOut(CaptureError):
    """No answer in time."""

    host: str
    seconds: int
    sentence = "{host} did not answer within {seconds} seconds."
    hint = "Try again later."


class HttpRefused(CaptureError):
    """The server answered with a status that is no page."""

    status: int
    host: str
    sentence = "{host} refused the page (HTTP {status})."
    hint = "Try again later, or open the address in a browser to see whether the page is there."


class LoginNeeded(CaptureError):
    """401: a user name and a password are asked for."""

    host: str
    sentence = "{host} asks for a user name and a password."
    hint = "Add it with “clipper login add {host}” or in the window under Site logins, then try again."


class LoginRefused(CaptureError):
    """The login that is kept for it was not accepted."""

    host: str
    sentence = "{host} did not accept the login that is kept for it."
    hint = "Add it anew with “clipper login add {host}”, or in the window under Site logins, then try again."


class InsideNetwork(CaptureError):
    """A page from outside leads to this computer or the private network."""

    host: str
    sentence = "A page from outside leads to {host}, which lies inside your own network."
    hint = "It was not asked. If you mean that address, clip it directly."


class TooManyRedirects(CaptureError):
    """A redirect loop, or too long a chain."""

    url: str
    sentence = "{url} leads in a circle."
    hint = "The site may want cookies or a login. Save the page from a browser and clip the file."


class NotAPage(CaptureError):
    """A PDF, an image, a download."""

    url: str
    media_type: str
    sentence = "{url} is not a web page but {media_type}."
    hint = "Clip the page that links to it."


class EmptyPage(CaptureError):
    """Nothing in it."""

    url: str
    sentence = "{url} is an empty page."
    hint = "Open it in a browser. If it shows text there, save it as a file and clip the file."


class PageTooBig(CaptureError):
    """Over the size cap."""

    url: str
    megabytes: int
    sentence = "{url} is larger than {megabytes} MB."
    hint = "It is hardly an article. The limit is a setting (max_page_mb)."


class FileMissing(CaptureError):
    """No such file."""

    path: str
    sentence = "There is no file {path}."
    hint = "Check the path. An address must begin with http:// or https://."


class FileUnreadable(CaptureError):
    """A file that cannot be read."""

    path: str
    why: str
    sentence = "{path} cannot be read ({why})."
    hint = "Check whether you may read it."


class PictureBad(CaptureError):
    """No image of a kind that we keep."""

    url: str
    sentence = "{url} is not a picture that can be kept."
    hint = "The clip is kept without it."


class CleanError(ClipperError):
    """The cleaner could not do its work on a page."""


class PageTooHard(CleanError):
    """Beyond the cleaner's limits of time or memory."""

    url: str
    why: str
    sentence = "{url} is built in a way that cannot be cleaned within the limits ({why})."
    hint = "Nothing was kept of it. Other pages are not affected."


class CleanerDied(CleanError):
    """The cleaning process ended."""

    url: str
    sentence = "The cleaner broke down over {url}."
    hint = "Nothing was kept of it. Other pages are not affected."


class LibraryError(ClipperError):
    """The library cannot do it."""


class LibraryUnwritable(LibraryError):
    """The folder cannot be made or written."""

    path: str
    why: str
    sentence = "The library {path} cannot be written ({why})."
    hint = "Choose another folder with --library, or check the rights of this one."


class LibraryNewer(LibraryError):
    """Made by a newer Clipper."""

    path: str
    version: int
    known: int
    sentence = "The library {path} was made by a newer Clipper (version {version}; this one knows {known})."
    hint = "Update Clipper. Nothing was changed."


class LibraryDamaged(LibraryError):
    """SQLite says so."""

    path: str
    why: str
    sentence = "The library {path} is damaged ({why})."
    hint = "Restore the latest backup; “clipper check” tells more."


class LibraryBusy(LibraryError):
    """Another program holds it for too long."""

    path: str
    sentence = "The library {path} is in use by another program."
    hint = "Close the other program, then try again."


class DiskFull(LibraryError):
    """No room."""

    path: str
    sentence = "The disk is full: {path} could not be written."
    hint = "Make room, then try again. Nothing was half-written."


class NoSuchClip(LibraryError):
    """No clip of that number."""

    id: str
    sentence = "There is no clip {id}."
    hint = "“clipper list” shows the numbers."


class NoSuchCollection(LibraryError):
    """No collection of that name."""

    name: str
    sentence = "There is no collection “{name}”."
    hint = "“clipper collection list” shows them."


class NoSuchTag(LibraryError):
    """No such tag."""

    name: str
    sentence = "There is no tag “{name}”."
    hint = "“clipper tag list” shows them."


class BadName(LibraryError):
    """Empty, too long, too deep, or taken."""

    name: str
    why: str
    sentence = "“{name}” cannot be used as a name ({why})."
    hint = "Choose another name."


class CannotUndo(LibraryError):
    """There is nothing to undo, or it was changed since."""

    why: str
    sentence = "This cannot be undone ({why})."
    hint = ""


class CannotRedo(LibraryError):
    """Nothing was undone last, or it was changed since."""

    why: str
    sentence = "This cannot be done again ({why})."
    hint = ""


class ExportError(ClipperError):
    """The export could not be made."""


class NothingToExport(ExportError):
    """No clips chosen."""

    sentence = "No clip was chosen."
    hint = "Name clips by number, --search, --collection or --tag."


class TargetUnwritable(ExportError):
    """The file cannot be written."""

    path: str
    why: str
    sentence = "{path} cannot be written ({why})."
    hint = "Choose another place."


class TypesettingFailed(ExportError):
    """The typesetter refused."""

    why: str
    sentence = "The book could not be typeset ({why})."
    hint = "Export fewer clips to find the one that is at fault, and report it."


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
