"""Cookies of one errand, which go back only to the origin that set them; nothing of them is ever kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MOST = 50
"""Cookies of one origin."""
MOST_BYTES = 8_000
"""Of them together: servers refuse longer headers."""
_PAIR = re.compile(r"\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*=\s*([\x21-\x3a\x3c-\x7e]*)\s*")


class Cookies:
    """What one origin wants back."""

    def __init__(self, host: str) -> None:
        """`host`: cookies for another domain are refused."""
        self._host = host
        self._values: dict[str, str] = {}

    def take(self, headers: Iterable[str]) -> None:
        """Read `Set-Cookie` headers; what makes no sense is left out."""
        for header in headers:
            pair, *attributes = header.split(";")
            found = _PAIR.fullmatch(pair)
            if found is None or not self._is_ours(attributes):
                continue
            self._values.pop(found[1], None)
            if not _is_over(attributes) and self._has_room(found[1], found[2]):
                self._values[found[1]] = found[2]

    @property
    def header(self) -> str:
        """The `Cookie` header, empty where there is nothing to say."""
        return "; ".join(f"{name}={value}" for name, value in self._values.items())

    def _is_ours(self, attributes: list[str]) -> bool:
        domain = _attribute(attributes, "domain").lstrip(".").lower()
        return not domain or self._host == domain or self._host.endswith(f".{domain}")

    def _has_room(self, name: str, value: str) -> bool:
        return len(self._values) < MOST and len(self.header) + len(name) + len(value) < MOST_BYTES


def _attribute(attributes: list[str], wanted: str) -> str:
    for each in attributes:
        name, _equals, value = each.partition("=")
        if name.strip().lower() == wanted:
            return value.strip()
    return ""


def _is_over(attributes: list[str]) -> bool:
    """Whether the server takes the cookie away: its time lies in the past."""
    age = _attribute(attributes, "max-age")
    if re.fullmatch(r"-?[0-9]{1,15}", age):
        return int(age) <= 0
    try:
        expires = parsedate_to_datetime(_attribute(attributes, "expires").replace("-", " "))
    except (ValueError, OverflowError):
        return False
    return expires.replace(tzinfo=expires.tzinfo or UTC) < datetime.now(UTC)
