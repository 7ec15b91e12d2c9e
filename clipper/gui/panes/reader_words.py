"""What the reader says where it shows no clip: keys that help, and why one could not be opened."""

from __future__ import annotations

from clipper.errors import ClipperError, NoSuchClip
from clipper.i18n import N_, _, hint, sentence

Keys = tuple[tuple[str, str], ...]

MANY_KEYS: Keys = (
    ("E", N_("bind a press review, or write a file")),
    ("T", N_("give a tag")),
    ("M", N_("move to a collection")),
    ("S", N_("star")),
    ("Del", N_("move to the trash")),
)
FIRST_KEYS: Keys = (
    ("Ctrl+V", N_("clip the link on the clipboard")),
    ("Ctrl+N", N_("type a link, or choose saved pages")),
    ("F1", N_("all keys")),
)
NONE_KEYS: Keys = (
    ("Down", N_("next clip")),
    ("Ctrl+F", N_("search")),
    ("Ctrl+V", N_("clip the link on the clipboard")),
)


def in_words(keys: Keys) -> list[tuple[str, str]]:
    """Keys with what they do, in the user's language."""
    return [(key, _(words)) for key, words in keys]


def failure(error: BaseException) -> tuple[str, str, str, str]:
    """Why a clip could not be opened: icon, headline, sentence, and words on a button (empty: none)."""
    if isinstance(error, NoSuchClip):
        return "trash", _("This clip is gone"), _("It is no longer in the library."), ""
    if isinstance(error, ClipperError):
        return "warning", sentence(error), hint(error), _("Try again")
    return "warning", _("This clip could not be opened."), str(error), _("Try again")
