"""What stands between an address and an article: capturing and cleaning."""

from __future__ import annotations

from clipper.errors.cause import ClipperError


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
