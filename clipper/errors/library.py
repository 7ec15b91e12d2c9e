"""What the library cannot do."""

from __future__ import annotations

from clipper.errors.cause import ClipperError


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


class BadField(LibraryError):
    """A value that a field cannot have."""

    field: str
    value: str
    why: str
    sentence = "“{value}” cannot stand in the field {field} ({why})."
    hint = "Nothing was changed."


class TextIsOwn(LibraryError):
    """A piece of the page is meant, and the clip shows a text that the user wrote."""

    clip: str
    sentence = (
        "The text of clip {clip} is your own, so pieces of its page are neither brought back nor taken out."
    )
    hint = "“clipper edit {clip} --reset text” shows what the page says again."


class NoSuchPassage(LibraryError):
    """The text does not have these words."""

    clip: str
    text: str
    sentence = "“{text}” does not stand in the text of clip {clip}."
    hint = "“clipper show {clip} --text” prints its text."


class BadRange(LibraryError):
    """Positions that are no passage of the text."""

    clip: str
    start: int
    end: int
    length: int
    sentence = (
        "From {start} to {end} there are no words in the text of clip {clip}; it has {length} characters."
    )
    hint = "Positions count from 0; the passage ends before END."


class NoSuchHighlight(LibraryError):
    """No highlight of that number."""

    id: str
    sentence = "There is no highlight {id}."
    hint = "“clipper highlight list” shows the numbers."


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
