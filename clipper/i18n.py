"""Words for the user: translation of sentences, and the filling in of errors, flags and phases."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping
from datetime import datetime
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
    "page_failed": N_("The article goes on at {url}, which could not be fetched ({reason})."),
    "relative_date": N_("The page gives its date only as “{words}”."),
    "teaser": N_("It seems to be only the beginning of the article ({reason})."),
    "live_blog": N_("It seems to be a live blog, which goes on changing ({reason})."),
    "gallery": N_("It seems to be a gallery: pictures with few words ({reason})."),
    "index_page": N_("It seems to be a list of articles rather than an article ({reason})."),
    "paywall": N_("Part of the article seems to be for subscribers only ({reason})."),
    "consent_wall": N_("The page asks for consent before it shows the article ({reason})."),
    "not_logged_in": N_("The site shows this page as to a reader without an account (“clipper login add”)."),
    "rule_broken": N_("The rule of {host} cannot be read, so it was not used ({why})."),
    "selector_bad": N_("The rule of {host} has “{selector}” under “{key}”, which is no selector ({why})."),
}
"""Sentences of the flags of `article.article.Flag`."""

REMOVALS: Mapping[str, str] = {
    "above_title": N_("Stood above the headline"),
    "advert": N_("Advertising"),
    "aside": N_("A box beside the text"),
    "author_box": N_("About the author"),
    "back_link": N_("A link back to the place in the text"),
    "by_hand": N_("You took it out"),
    "byline": N_("The author’s name, which stands above the article already"),
    "caption": N_("A caption without its picture"),
    "code_label": N_("The name of a piece of code’s language, or its buttons"),
    "comments": N_("Readers’ comments"),
    "consent": N_("A question about cookies or consent"),
    "control": N_("A button or a field"),
    "copyright": N_("A line about rights"),
    "date": N_("The date, which stands above the article already"),
    "dated": N_("The date, which stands above the article already"),
    "dialog": N_("A window over the page"),
    "details": N_("Date, reading time and the like, which stand above the article already"),
    "drawing": N_("Words of a drawing"),
    "edit": N_("You took it out"),
    "embed": N_("Something of another site, shown in the page"),
    "empty": N_("Nothing was left in it"),
    "empty_heading": N_("A heading with nothing under it"),
    "favourites": N_("Buttons to save the article"),
    "footer": N_("The foot of the page"),
    "footnote": N_("A remark of the site under the article"),
    "furniture": N_("Part of the page’s frame"),
    "gallery": N_("Controls of a player or gallery"),
    "hidden": N_("Hidden on the page"),
    "icon_name": N_("The name of an icon"),
    "label": N_("A label without a text of its own"),
    "line_numbers": N_("Numbers of lines beside code"),
    "link_line": N_("A line that only leads elsewhere"),
    "linked_picture": N_("A picture that only leads elsewhere"),
    "links": N_("Links that lead elsewhere"),
    "loading": N_("Shown while the page loads"),
    "mark": N_("A closing mark of the site"),
    "menu": N_("Navigation"),
    "named": N_("The page’s own markup says that it is no part of the article"),
    "navigation": N_("Navigation"),
    "newsletter": N_("An offer to subscribe"),
    "noscript": N_("For browsers without scripts"),
    "outside": N_("Stood outside the article"),
    "player": N_("Words of a player for films or sound"),
    "print": N_("Tools for printing and text size"),
    "reading_time": N_("How long reading takes"),
    "related": N_("Other articles"),
    "repeated": N_("Says again what the article says already"),
    "repeated_title": N_("The headline once more"),
    "request": N_("Asks the reader to do something"),
    "saving": N_("Buttons to save the article"),
    "script": N_("Program code"),
    "section": N_("The section, which stands above the article already"),
    "share": N_("Buttons to share the article"),
    "short_line": N_("A short line that says nothing of the article"),
    "site_name": N_("The name of the site, which stands above the article already"),
    "site_rule": N_("This site’s rule takes it out"),
    "tags": N_("Keywords"),
    "unlikely": N_("The page’s own markup says that it is no part of the article"),
}
"""Why a piece was taken out, by the rule of `article.article.Removal`, in half a sentence."""

_REMOVAL_STEPS: Mapping[str, str] = {
    "body": N_("Stood outside the article"),
    "edit": N_("You took it out"),
    "hidden": N_("Hidden on the page"),
    "pages": N_("Stands on a page before already"),
    "site": N_("This site’s rule takes it out"),
}
"""The same by step, where the rule is one that nobody has put into words."""

FINDINGS: Mapping[str, str] = {
    "file_damaged": N_("The library's file is damaged: {what}"),
    "row_lost": N_("A row of “{table}” ({row}) names a row of “{parent}” that is not there."),
    "clip_without_text": N_("Clip {clip} has no text."),
    "blob_missing": N_("The page or a picture of clip {clips} is missing ({sha256}). Clip it again."),
    "blob_damaged": N_("The page or a picture of clip {clips} is damaged ({sha256}). Clip it again."),
    "old_blob_missing": N_("A page or picture that only undo could bring back is missing ({sha256})."),
    "old_blob_damaged": N_("A page or picture that only undo could bring back is damaged ({sha256})."),
    "rule_broken": N_("The site rule {path} cannot be read ({why}). Mend it, or delete it."),
    "index_damaged": N_("The search index is damaged. It will be made anew; searches are right without it."),
    "index_out_of_step": N_("The search index is out of step: {missing} clips missing, {surplus} too many."),
}
"""Sentences of what `clipper check` finds."""

WHYS: Mapping[str, str] = {
    "changed_since": N_("it was changed since"),
    "nothing": N_("there is nothing to undo"),
    "not_done": N_("“clipper undo --list” has no such number"),
    "not_undone": N_("“clipper redo --list” has no such number"),
    "nothing_undone": N_("nothing was undone just before"),
    "empty": N_("it is empty"),
    "control": N_("it contains a character that cannot be seen"),
    "too_long": N_("it is longer than 200 characters"),
    "icon_too_long": N_("an icon has at most 40 characters"),
    "too_deep": N_("collections can lie 100 deep in each other"),
    "taken": N_("there is one of that name already"),
    "inside_itself": N_("it would lie inside itself"),
    "not_empty": N_("it is not an empty folder"),
    "inside_library": N_("it lies inside the library"),
    "no_library": N_("it is not a Clipper library"),
    "folder": N_("it is a folder"),
    "time": N_("it takes too long"),
    "memory": N_("it takes too much memory"),
    "nesting": N_("its parts lie too deep in each other"),
    "no_date": N_("a date is written 2026-03-12, with a time 2026-03-12T14:05+01:00"),
    "no_language": N_("a language is a code such as en or zh-Hans"),
    "no_colour": N_("it is none of yellow, green, blue, pink and purple"),
    "no_words": N_("there are no words in it"),
    "too_long_value": N_("it is too long"),
    "too_many": N_("they are too many"),
}
"""Words for the field `why` of an error where it is a code of ours; others are a system's own words."""

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
    "deleting": N_("deleting"),
    "erasing": N_("clearing the traces"),
}
"""Words for `jobs.Progress.what`."""

ACTS: Mapping[str, str] = {
    "clip": N_("Clipped"),
    "import": N_("Imported"),
    "clean_again": N_("Cleaned again"),
    "restore_part": N_("Piece brought back"),
    "remove_part": N_("Piece taken out"),
    "undo_edit": N_("Piece as the cleaning has it"),
    "always_keep": N_("Piece always kept"),
    "always_strip": N_("Piece always taken out"),
    "site_rule": N_("Rule of a site changed"),
    "site_import": N_("Rules of sites imported"),
    "edit": N_("Edited"),
    "note": N_("Note changed"),
    "highlight": N_("Passage marked"),
    "change_highlight": N_("Highlight changed"),
    "delete_highlight": N_("Highlight deleted"),
    "star": N_("Star given"),
    "unstar": N_("Star taken away"),
    "read": N_("Marked read"),
    "unread": N_("Marked unread"),
    "trash": N_("Put into the trash"),
    "restore": N_("Put back from the trash"),
    "tag": N_("Tagged"),
    "untag": N_("Tag taken away"),
    "rename_tag": N_("Tag renamed"),
    "merge_tag": N_("Tags merged"),
    "delete_tag": N_("Tag deleted"),
    "show_tag": N_("Look of a tag"),
    "file": N_("Filed"),
    "take_out": N_("Taken out of a collection"),
    "move": N_("Moved to a collection"),
    "make_collection": N_("Collection made"),
    "rename_collection": N_("Collection renamed"),
    "move_collection": N_("Collection moved"),
    "merge_collection": N_("Collections merged"),
    "show_collection": N_("Look of a collection"),
    "order_collection": N_("Order of collections"),
    "order_clips": N_("Order of clips"),
    "delete_collection": N_("Collection deleted"),
    "make_smart": N_("Smart collection made"),
    "edit_smart": N_("Smart collection changed"),
    "delete_smart": N_("Smart collection deleted"),
    "order_smart": N_("Order of smart collections"),
    "add_rule": N_("Rule made"),
    "edit_rule": N_("Rule changed"),
    "delete_rule": N_("Rule deleted"),
    "order_rule": N_("Order of rules"),
    "apply_rules": N_("Rules applied"),
}
"""What was done, by the code of an act."""


MEDIA: Mapping[str, str] = {
    "web": N_("Web"),
    "print": N_("Print"),
    "radio": N_("Radio"),
    "television": N_("Television"),
    "agency": N_("News agency"),
    "social": N_("Social media"),
    "podcast": N_("Podcast"),
    "newsletter": N_("Newsletter"),
}
"""Words for the kinds of medium that have one."""

REASONS: Mapping[str, str] = {
    "bad_address": N_("its address is not one that can be fetched"),
    "host_unknown": N_("there is no such site"),
    "connection_refused": N_("the site does not accept connections"),
    "connection_broken": N_("the connection broke off"),
    "certificate_bad": N_("the site could not prove who it is"),
    "timed_out": N_("no answer in time"),
    "http_refused": N_("the site refused it"),
    "login_needed": N_("the site asks for a login"),
    "too_many_redirects": N_("its address leads in a circle"),
    "not_a_page": N_("it is no picture"),
    "empty_page": N_("it is empty"),
    "page_too_big": N_("it is too large"),
    "file_missing": N_("the file is missing"),
    "file_unreadable": N_("the file cannot be read"),
    "picture_bad": N_("it is not a kind of picture that is kept"),
    "not_fetched": N_("it was not fetched: cleaning again asks no network; clip the page again for it"),
    "disk_full": N_("the disk is full"),
    "address": N_("its address says so"),
    "box": N_("it offers a subscription in a box of its own"),
    "content_tier": N_("the page says so itself"),
    "declared": N_("the page says so itself"),
    "asks": N_("it asks the reader to subscribe"),
    "continued": N_("it says that it goes on elsewhere"),
    "cut": N_("its last sentence breaks off"),
    "links": N_("it is made of headlines that lead elsewhere"),
    "paywall": N_("the rest is for subscribers"),
    "pictures": N_("it is made of pictures"),
    "times": N_("its entries carry times"),
    "type": N_("the page says so itself"),
    "words": N_("it speaks of little else"),
}
"""In half a sentence: errors by code, where a whole one would be too loud (a picture that could not be had),
and what told which kind of page it is."""


class _Blank(Formatter):
    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:  # noqa: ARG002
        value = kwargs.get(str(key), "")
        return _(WHYS.get(str(value), str(value))) if key == "why" else value


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


def reason(code: str) -> str:
    """An error's code in half a sentence; an unknown code says itself."""
    return _(REASONS.get(code, code))


def medium_words(medium: str) -> str:
    """A kind of medium as people call it; one of the user's own says itself."""
    return _(MEDIA.get(medium, medium))


def finding_sentence(code: str, values: Iterable[tuple[str, str]]) -> str:
    """What `clipper check` found; an unknown code says itself."""
    return fill(FINDINGS.get(code, code), values)


def flag_sentence(code: str, values: Iterable[tuple[str, str]]) -> str:
    """What a flag says; an unknown code says itself."""
    said = {name: reason(value) if name == "reason" else value for name, value in values}
    template = _(FLAGS.get(code, code))
    if not said.get("reason"):
        template = template.replace(" ({reason})", "")
    return _Blank().vformat(template, (), said)


def removal_words(step: str, rule: str) -> str:
    """Why a piece was taken out, in half a sentence: `Readers’ comments`."""
    return _(REMOVALS.get(rule) or _REMOVAL_STEPS.get(step) or N_("No part of the article"))


def act_words(code: str, clips: int, title: str | None, names: Iterable[str]) -> str:
    """An act in words: `Tagged “energy”: Harbour opens again`; an unknown code says itself."""
    quoted = ", ".join(f"“{name}”" for name in names)
    words = " ".join(filter(None, (_(ACTS.get(code, code)), quoted)))
    about = title or (ngettext("{count} clip", "{count} clips", clips) if clips else "")
    return f"{words}: {about}" if about else words


_MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July")),
    *(N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)


def date_words(iso: str) -> str:
    """An ISO 8601 date as people write it, with its own time and offset where it has them; else as it stands.

    >>> date_words("2026-03-12")
    '12 March 2026'
    >>> date_words("2026-03-12T14:05:00+03:00")
    '12 March 2026, 14:05 (UTC+03:00)'
    """
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    day = _("{day} {month} {year}").format(day=when.day, month=_(_MONTHS[when.month - 1]), year=when.year)
    if "T" not in iso and " " not in iso.strip():
        return day
    zone = f" ({when.tzname()})" if when.tzinfo else ""
    return f"{day}, {when:%H:%M}{zone}"
