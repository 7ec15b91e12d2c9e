"""What httpcore, httpx, ssl and the operating system say, in our words; the one place for it."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpcore
import httpx

from clipper.errors import (
    BadAddress,
    CaptureError,
    CertificateBad,
    ConnectionBroken,
    ConnectionRefused,
    HostUnknown,
    TimedOut,
)
from clipper.settings import Settings

FOREIGN = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
    httpcore.ConnectionNotAvailable,
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    OSError,
    UnicodeError,
)
"""What may come up while an address is asked."""


def translated(error: BaseException, url: httpx.URL, settings: Settings) -> CaptureError:
    """The cause, one of ours."""
    host = url.host
    causes = list(_chain(error))
    for kind, ours in (
        (httpcore.ConnectTimeout, TimedOut(host, settings.connect_timeout_s)),
        (httpcore.TimeoutException, TimedOut(host, settings.read_timeout_s)),
        (ssl.SSLCertVerificationError, None),
        (ssl.SSLError, ConnectionBroken(host)),
        (socket.gaierror, HostUnknown(host)),
        (ConnectionRefusedError, ConnectionRefused(host)),
        ((ConnectionError, httpcore.RemoteProtocolError), ConnectionBroken(host)),
        (httpcore.ProxyError, ConnectionRefused(host)),
        ((UnicodeError, httpx.InvalidURL, httpcore.LocalProtocolError), BadAddress(str(url))),
    ):
        found = next((each for each in causes if isinstance(each, kind)), None)
        if found is not None:
            return ours or CertificateBad(host, _why(found))
    if isinstance(error, httpcore.ConnectError) and any(isinstance(each, OSError) for each in causes):
        return ConnectionRefused(host)  # no route, network down
    return ConnectionBroken(host)


def _why(error: BaseException) -> str:
    return str(getattr(error, "verify_message", "") or type(error).__name__)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
