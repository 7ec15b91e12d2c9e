"""HTTP Basic and Digest: an answer to a server's question for a login. Nothing is ever sent unasked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

from clipper.credentials import Login

_PARAMETER = re.compile(r'([A-Za-z0-9_-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,]*)')
_NEW_CHALLENGE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?:\s+[^=\s]+\s*=|\s+[A-Za-z0-9+/._~-]+=*\s*$|\s*$)")
_PIECES = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*"?)+')
_DIGESTS = ("SHA-512", "SHA-512-SESS", "SHA-256", "SHA-256-SESS", "MD5", "MD5-SESS")
"""The better first."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """One way to log in that a server offers."""

    scheme: str
    """Lower case."""
    text: str
    parameters: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """A parameter in lower case, empty where it is missing."""
        return next((value.lower() for key, value in self.parameters if key == name), "")

    @property
    def stale(self) -> bool:
        """Whether the login was right and only the server's question too old."""
        return self.get("stale") == "true"


def challenges(headers: Sequence[str]) -> list[Challenge]:
    """What the `WWW-Authenticate` headers offer of what we can answer, best first."""
    found = [_read(text) for header in headers for text in _split(header)]
    usable = [each for each in found if _rank(each) is not None]
    return sorted(usable, key=lambda each: _rank(each) or 0)


def authorization(request: httpx.Request, challenge: Challenge, login: Login) -> str | None:
    """The `Authorization` header that answers, or None where the question makes no sense."""
    if challenge.scheme == "basic":
        auth: httpx.Auth = httpx.BasicAuth(login.user, login.password)
    else:
        auth = httpx.DigestAuth(login.user, login.password)
    asked = httpx.Request(request.method, request.url)
    flow = auth.sync_auth_flow(asked)
    try:
        answered = next(flow)
        if challenge.scheme == "digest":
            question = httpx.Response(401, headers={"WWW-Authenticate": challenge.text}, request=asked)
            answered = flow.send(question)
    except (httpx.ProtocolError, ValueError, LookupError, StopIteration):
        return None
    finally:
        flow.close()
    header: str | None = answered.headers.get("Authorization")
    return header


def _rank(challenge: Challenge) -> int | None:
    if challenge.scheme == "basic":
        return len(_DIGESTS)
    algorithm = challenge.get("algorithm").upper() or "MD5"
    quality = [each.strip() for each in challenge.get("qop").split(",")]
    if challenge.scheme == "digest" and algorithm in _DIGESTS and ("auth" in quality or quality == [""]):
        return _DIGESTS.index(algorithm)
    return None


def _split(header: str) -> list[str]:
    """Several challenges may stand in one header, with the same comma between them as inside them."""
    found: list[str] = []
    for piece in (each.strip() for each in _PIECES.findall(header)):
        if not found or _NEW_CHALLENGE.match(piece):
            found.append(piece)
        else:
            found[-1] += f", {piece}"
    return found


def _read(text: str) -> Challenge:
    scheme, _space, rest = text.partition(" ")
    parameters = tuple((key.lower(), value.strip('"')) for key, value in _PARAMETER.findall(rest))
    return Challenge(scheme.lower(), f"{scheme} {rest.strip()}", parameters)
