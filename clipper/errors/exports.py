"""What stands between a selection and a file."""

from __future__ import annotations

from clipper.errors.cause import ClipperError


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
