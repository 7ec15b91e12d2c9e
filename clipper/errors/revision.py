"""Pieces of a clip, cleaning again, and the rules of sites: what cannot be done."""

from __future__ import annotations

from clipper.errors.library import LibraryError


class NoSuchPart(LibraryError):
    """No removal, block or edit of that number."""

    clip: str
    number: str
    sentence = "Clip {clip} has no piece {number}."
    hint = "“clipper show {clip} --removed” numbers what was taken out, “--blocks” what is there."


class PartStays(LibraryError):
    """Bringing a piece back or taking it out changed nothing."""

    clip: str
    text: str
    sentence = (
        "“{text}” could not be found in the page of clip {clip}, or it can never be part of an article."
    )
    hint = "Nothing was changed. “clipper show {clip} --raw” prints the page as it came."


class PagesMissing(LibraryError):
    """An older Clipper kept only the first page of an article of several."""

    url: str
    sentence = "The article goes on at {url}, and the library does not have that page."
    hint = "Clip it again; the clip was left as it is."


class NothingLeft(LibraryError):
    """Cleaning again found no article where there was one."""

    url: str
    sentence = "Cleaning {url} again left nothing of it."
    hint = "The clip was left as it is. If its site has a rule, look at it: “clipper site show HOST”."


class ClipBusy(LibraryError):
    """Somebody else changes the same clip all the time."""

    clip: str
    sentence = "Clip {clip} was changed by somebody else at the same time."
    hint = "Try again."


class BadSite(LibraryError):
    """Not the name of a site."""

    host: str
    sentence = "“{host}” is not the name of a site."
    hint = "Give a name such as news.example."


class NoSiteRule(LibraryError):
    """The site has no rule."""

    host: str
    sentence = "There is no rule for {host}."
    hint = "“clipper site edit {host}” writes one; “clipper site list” shows all."


class SiteRuleBroken(LibraryError):
    """A rule's file cannot be read."""

    path: str
    why: str
    sentence = "The site rule {path} cannot be read, so it is not used ({why})."
    hint = "Mend the file, or delete it."


class SiteRuleUnwritable(LibraryError):
    """A rule's file cannot be written."""

    path: str
    why: str
    sentence = "The site rule {path} cannot be written ({why})."
    hint = "Check the rights of the library's folder."


class BadSelector(LibraryError):
    """Neither CSS nor XPath."""

    selector: str
    why: str
    sentence = "“{selector}” is not a selector ({why})."
    hint = "Write CSS such as “div.promo”, or XPath, which begins with /."


class NoSelector(LibraryError):
    """A piece that no selector can name."""

    text: str
    sentence = "“{text}” stands in the page in a way that no rule for the whole site can name."
    hint = "It can still be brought back or taken out in this clip. “clipper site edit” takes any selector."
