"""What the user taught Clipper about sites: one readable TOML file each, in the library's folder `sites/`.

The user may write in them as well: keys that are not ours, comments and order stay. A file that cannot be
read is said and not used.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import re
import tempfile
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import tomlkit
import tomlkit.exceptions

from clipper.article.site_rule import SiteRule
from clipper.errors import BadSite, SiteRuleBroken, SiteRuleUnwritable

SINGLE = ("wait_for", "not_logged_in")
"""Keys with one selector; the others may have several."""
KEYS = tuple(each.name for each in fields(SiteRule) if each.name != "host")
"""In the order in which they are written."""
HEAD = """# What Clipper knows of the pages of {host}.
# CSS selectors, one or a list of them, each tried in order; one that begins with / is XPath.
# title, body, byline, published: where these stand.  strip: what to take out.  keep: what to leave in.
# next_page: the link to the page on which an article goes on.
# wait_for: what a page built by scripts must show.  not_logged_in: what only strangers are shown.
"""
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")
_ENDING = ".toml"


class SiteRules:
    """The folder of rules. Safe to use from any thread; files are whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of_library(cls, library: Path) -> Self:
        """Those of the library in this folder."""
        return cls(library.expanduser().absolute() / "sites")

    def hosts(self) -> list[str]:
        """Sites that have a file, sorted."""
        if not self.folder.is_dir():
            return []
        names = (file.name for file in self.folder.iterdir() if file.suffix == _ENDING)
        return sorted(_host(name.removesuffix(_ENDING)) for name in names if not name.startswith("."))

    def file(self, host: str) -> Path:
        """Where a site's rule lies or would lie. Raises BadSite."""
        return self.folder / (site_of(host).replace(":", "_") + _ENDING)

    def text(self, host: str) -> str | None:
        """The file as it stands, or None where there is none. Raises BadSite, SiteRuleBroken."""
        file = self.file(host)
        try:
            return file.read_text("utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise SiteRuleBroken(str(file), why) from error

    def read(self, host: str) -> SiteRule | None:
        """A site's own rule, or None. Raises BadSite, SiteRuleBroken."""
        text = self.text(host)
        return None if text is None else self.parse(host, text)

    def parse(self, host: str, text: str) -> SiteRule:
        """The rule that a site's file would be with this text. Raises BadSite, SiteRuleBroken."""
        try:
            return _rule(site_of(host), tomllib.loads(text))
        except (tomllib.TOMLDecodeError, TypeError) as error:
            raise SiteRuleBroken(str(self.file(host)), str(error)) from error

    def rule_for(self, url: str) -> SiteRule | None:
        """The rule for an address: its host's, else the nearest domain's above. Raises SiteRuleBroken."""
        host = _host_of(url)
        while host:
            with contextlib.suppress(BadSite):
                found = self.read(host)
                if found is not None:
                    return found
            host = _above(host)
        return None

    def home_of(self, url: str) -> str:
        """The site under which a rule learned from this address is kept. Raises BadSite.

        That of the file which holds for it already, else its host without `www.`.
        """
        host = _host_of(url)
        above = host
        while above:
            with contextlib.suppress(BadSite):
                if self.file(above).exists():
                    return above
            above = _above(above)
        return site_of(host.removeprefix("www."))

    def write(self, host: str, text: str | None) -> None:
        """Write a site's file as it is to stand; None takes it away. Raises BadSite, SiteRuleUnwritable."""
        file = self.file(host)
        try:
            if text is None:
                file.unlink(missing_ok=True)
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as part:
                part.write(text)
            Path(name).replace(file)
        except OSError as error:
            raise SiteRuleUnwritable(str(file), error.strerror or str(error)) from error


def site_of(host: str) -> str:
    """The site that a user means: lower case, without scheme, path and final dot. Raises BadSite."""
    named = host.strip().rstrip(".").lower()
    if "/" in named:
        named = _host_of(named if "://" in named else f"http://{named}")
    if not named.isascii():
        with contextlib.suppress(UnicodeError):
            named = named.encode("idna").decode("ascii")
    if ".." in named or not (_HOST.fullmatch(named) or _is_address(named)):
        raise BadSite(host)
    return named


def with_selectors(host: str, text: str | None, added: dict[str, tuple[str, ...]]) -> str:
    """The file's text with these selectors beside those that it has; a new file says what it is.

    `added` by key of SiteRule. Raises SiteRuleBroken where the text is no TOML.
    """
    document = _document(host, text)
    for key, selectors in added.items():
        standing = _several(document.get(key))
        wanted = list(dict.fromkeys((*standing, *selectors)))
        if key in SINGLE:
            document[key] = wanted[-1] if wanted else ""
        elif wanted != standing:
            document[key] = _listed(wanted)
    return tomlkit.dumps(document)


def without_selectors(host: str, text: str | None, gone: dict[str, tuple[str, ...]]) -> str:
    """The file's text without these selectors; a key that has none left goes too. Raises SiteRuleBroken."""
    document = _document(host, text)
    for key, selectors in gone.items():
        left = [each for each in _several(document.get(key)) if each not in selectors]
        if key not in document or left == _several(document[key]):
            continue
        if left:
            document[key] = left[0] if key in SINGLE else _listed(left)
        else:
            del document[key]
    return tomlkit.dumps(document)


def _document(host: str, text: str | None) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(HEAD.format(host=host) + "\n" if text is None else text)
    except tomlkit.exceptions.TOMLKitError as error:
        raise SiteRuleBroken(host, str(error)) from error


def _listed(selectors: list[str]) -> Any:
    found = tomlkit.array()
    found.extend(selectors)
    return found.multiline(len(selectors) > 1)


def _several(value: Any) -> list[str]:
    """A key's selectors: a list of strings or one string."""
    if value is None:
        return []
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise TypeError("a selector is a string, several are a list of strings")
    return [str(each).strip() for each in values if each.strip()]


def _rule(host: str, values: dict[str, Any]) -> SiteRule:
    known: dict[str, Any] = {}
    for key in KEYS:
        try:
            selectors = _several(values.get(key))
        except TypeError as error:
            raise TypeError(f"{key}: {error}") from error
        known[key] = tuple(selectors) if key not in SINGLE else selectors[0] if selectors else None
    return SiteRule(host, **known)


def _host(name: str) -> str:
    """The site of a file's name."""
    return name.replace("_", ":") if _is_address(name.replace("_", ":")) else name


def _host_of(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".")


def _above(host: str) -> str:
    """The domain above; nothing above one of two parts, or above a number."""
    if host.count(".") < 2 or _is_address(host):
        return ""
    return host.partition(".")[2]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
