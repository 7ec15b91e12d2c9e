"""What goes to standard output, whole and in valid encoding: lines for people, JSON Lines for programs."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import unicodedata
from collections.abc import Mapping

from clipper.errors import TargetUnwritable
from clipper.i18n import _

# A page's words may hold escape sequences that drive a terminal and marks that turn the order of words.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Legal inside JSON, but read as line ends by some readers of lines.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def plain(text: str) -> str:
    """Text that may be shown on a terminal: without control characters, newlines and tabs kept."""
    return _LONE_SURROGATE.sub("\ufffd", _STEERING.sub("", text))


def one_line(text: str | None) -> str:
    """The same on one line."""
    return " ".join(plain(text or "").split())


def fitted(text: str, width: int) -> str:
    """`text` cut to `width` columns of a terminal, wide characters counted as two."""
    used = 0
    for position, letter in enumerate(text):
        used += _columns(letter)
        if used > width:
            return text[: max(0, position - 1)] + "…"
    return text


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def json_line(value: Mapping[str, object]) -> bytes:
    """One object as one line of UTF-8."""
    text = _LONE_SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False))
    return (_LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n").encode()


class Output:
    """Standard output. A reader that went away is no error: the work goes on, nothing more is said."""

    def __init__(self) -> None:
        self.terminal = sys.stdout.isatty()
        self._encoding = sys.stdout.encoding or "utf-8"
        self._gone = False

    def line(self, text: str = "") -> None:
        """A line for people; the caller has made page words `plain`."""
        self.text(text + "\n")

    def text(self, text: str) -> None:
        """Text for people, as it stands."""
        self.raw(text.encode(self._encoding, "replace"))

    def json(self, value: Mapping[str, object]) -> None:
        """One object as a JSON line, flushed."""
        self.raw(json_line(value))

    def raw(self, data: bytes) -> None:
        """Bytes as they are, flushed. Raises TargetUnwritable (a full disk behind a redirection)."""
        if self._gone:
            return
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except OSError as error:
            self._let_go()
            if not _reader_gone(error):
                raise TargetUnwritable(_("standard output"), error.strerror or str(error)) from error

    def _let_go(self) -> None:
        """Point standard output to nowhere, so that Python's own flush at the end is quiet too."""
        self._gone = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _reader_gone(error: OSError) -> bool:
    # Windows reports a closed pipe as "invalid argument".
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)
