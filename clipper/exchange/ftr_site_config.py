"""Reads rules of the public-domain collection ftr-site-config: a text file a site, a directive a line.

Its selectors are XPath and stay XPath. What a rule of ours cannot say is given back, line by line, never
dropped unsaid. What only tells that program how to test or run itself is no loss and is passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from clipper.article.site_rule import SiteRule
from clipper.errors import FileMissing, FileUnreadable

_PLAIN = {
    "title": "title",
    "body": "body",
    "author": "byline",
    "date": "published",
    "strip": "strip",
    "next_page_link": "next_page",
    "not_logged_in_xpath": "not_logged_in",
}
"""Directives whose value is XPath, and the key of ours that says the same."""
_PASSED_OVER = frozenset(
    ("test_url", "test_contains", "tidy", "prune", "parser", "autodetect_on_failure", "skip_json_ld")
)
_SINGLE = "not_logged_in"


def _named(value: str) -> str:
    text = _literal(value.strip("'\""))
    return f"//*[contains(@class, {text}) or contains(@id, {text})]"


def _of_picture(value: str) -> str:
    return f"//img[contains(@src, {_literal(value.strip(chr(39) + chr(34)))})]"


_MADE: dict[str, Callable[[str], str]] = {"strip_id_or_class": _named, "strip_image_src": _of_picture}
"""Directives whose value is part of a name or address."""


def read(host: str, text: str) -> tuple[SiteRule, tuple[str, ...]]:
    """The rule, and the lines that it could not take over."""
    found: dict[str, list[str]] = {}
    left_out: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        directive, colon, value = line.partition(":")
        directive, value = directive.strip().lower(), value.strip()
        selector = _selector(directive, value) if colon and value else None
        if selector is not None:
            found.setdefault(_PLAIN.get(directive, "strip"), []).append(selector)
        elif directive not in _PASSED_OVER:
            left_out.append(line)
    singles = found.pop(_SINGLE, [])
    left_out += [f"not_logged_in_xpath: {each}" for each in singles[1:]]
    rule = SiteRule(host, not_logged_in=singles[0] if singles else None)
    several = {key: tuple(dict.fromkeys(each)) for key, each in found.items()}
    return replace(rule, **several), tuple(left_out)  # type: ignore[arg-type]


def host_of(name: str) -> str:
    """The site that a file of the collection is for, by its name: `example.org.txt`, `.example.org.txt`."""
    return name.removesuffix(".txt").lstrip(".").removeprefix("www.")


def text_of(file: Path) -> str:
    """What stands in a file of the collection. Raises FileMissing, FileUnreadable."""
    try:
        return file.read_text("utf-8-sig", "replace")
    except FileNotFoundError as error:
        raise FileMissing(str(file)) from error
    except OSError as error:
        raise FileUnreadable(str(file), error.strerror or str(error)) from error


def _selector(directive: str, value: str) -> str | None:
    """The selector that a line means, or None where a rule of ours has no such thing."""
    if directive in _MADE:
        return _MADE[directive](value)
    if directive in _PLAIN and value.startswith(("/", "(")):
        return value
    return None


def _literal(text: str) -> str:
    """The text as XPath writes it; XPath 1.0 knows no way to quote both kinds of quotation marks at once."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    parts = ', "\'", '.join(f"'{part}'" for part in text.split("'"))
    return f"concat({parts})"
