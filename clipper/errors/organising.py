"""Smart collections, rules, colours and order by hand: what cannot be done."""

from __future__ import annotations

from clipper.errors.library import LibraryError


class NoSuchSmartCollection(LibraryError):
    """No smart collection of that name."""

    name: str
    sentence = "There is no smart collection “{name}”."
    hint = "“clipper smart list” shows them."


class NoSuchRule(LibraryError):
    """No rule of that name."""

    name: str
    sentence = "There is no rule “{name}”."
    hint = "“clipper rule list” shows them."


class AsksNothing(LibraryError):
    """A query to be saved that has no word and no condition."""

    query: str
    sentence = "“{query}” asks for nothing."
    hint = "Write words, or conditions such as tag:energy; docs/searching.md tells all of them."


class RuleDoesNothing(LibraryError):
    """A rule without collection, tag and star."""

    name: str
    sentence = "The rule “{name}” would do nothing."
    hint = "Name what it is to do: --into PATH, --tag TAG or --star."


class BadColour(LibraryError):
    """Neither a name of ours nor a value."""

    colour: str
    sentence = "“{colour}” is not a colour that Clipper knows."
    hint = (
        "Give red, orange, yellow, green, teal, blue, purple, pink, brown, grey, or a value such as #3366cc."
    )


class NotInCollection(LibraryError):
    """A clip that is to be ordered where it does not lie."""

    clip: str
    name: str
    sentence = "Clip {clip} does not lie in the collection “{name}” itself."
    hint = "“clipper collection add” files it there."
