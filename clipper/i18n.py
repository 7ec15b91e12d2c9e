"""Words for the user: translation of sentences, and the filling in of errors, flags and phases."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping
from string import Formatter

from clipper.errors import ClipperError, every_error

_translation: gettext.NullTranslations = gettext.NullTranslations()


def _(message: str) -> str:
    """The sentence in the user's language."""
    return _translation.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` in the user's language, `{count}` filled in."""
    return _translation.ngettext(one, many, count).format(count=count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Mark a sentence for translation without translating it now."""
    return message


FLAGS: Mapping[str, str] = {
    "no_article": N_("No article was recognised: the page's whole text is kept."),
    "image_failed": N_("A picture could not be fetched: {url} ({reason})"),
    "relative_date": N_("The page gives its date only as “{words}”."),
}
"""Sentences of the flags of `article.article.Flag`."""

PHASES: Mapping[str, str] = {
    "waiting": N_("waiting"),
    "fetching": N_("fetching the page"),
    "cleaning": N_("cleaning"),
    "pictures": N_("fetching pictures"),
    "keeping": N_("filing"),
    "typesetting": N_("typesetting"),
    "reading": N_("reading clips"),
    "writing": N_("writing the file"),
    "copying": N_("copying"),
    "checking": N_("checking"),
    "indexing": N_("preparing the search"),
}
"""Words for `jobs.Progress.what`."""


class _Blank(Formatter):
    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:  # noqa: ARG002
        return kwargs.get(str(key), "")


def fill(template: str, values: Iterable[tuple[str, str]]) -> str:
    """Translate `template` and fill in `values`; a value that is missing becomes nothing."""
    return _Blank().vformat(_(template), (), dict(values))


def sentence(error: ClipperError) -> str:
    """What happened, in the user's language."""
    return fill(error.sentence, error.values)


def hint(error: ClipperError) -> str:
    """What can be done, in the user's language; may be empty."""
    return fill(error.hint, error.values)


def sentence_of(code: str, values: Iterable[tuple[str, str]]) -> str:
    """The sentence of a stored error (code and values)."""
    kind = every_error().get(code, ClipperError)
    return fill(kind.sentence, values)


def hint_of(code: str, values: Iterable[tuple[str, str]]) -> str:
    """The hint of a stored error."""
    kind = every_error().get(code, ClipperError)
    return fill(kind.hint, values)


def flag_sentence(code: str, values: Iterable[tuple[str, str]]) -> str:
    """What a flag says; an unknown code says itself."""
    return fill(FLAGS.get(code, code), values)
