"""The locked-down profile in which clips are read: our own `clip:` scheme, nothing else, no network ever."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from shiboken6 import isValid

from clipper.webengine.scheme import POLICY, SCHEME, Served, Shelf, register_scheme

__all__ = ["ReadingProfile", "know_scheme", "lock", "page_in", "register_scheme"]

_HEADERS = {
    QByteArray(name): [QByteArray(value)]
    for name, value in {
        b"Content-Security-Policy": POLICY.encode(),
        b"X-Content-Type-Options": b"nosniff",
        b"Referrer-Policy": b"no-referrer",
        b"Access-Control-Allow-Origin": b"*",
    }.items()
}
_ON = QWebEngineSettings.WebAttribute
_NEEDED = {
    _ON.AutoLoadImages,
    _ON.ShowScrollBars,
    _ON.LinksIncludedInFocusChain,
    _ON.PlaybackRequiresUserGesture,  # these two restrict: on is the locked position
    _ON.WebRTCPublicInterfacesOnly,
}
"""What a page to be read needs of an engine's many abilities."""


def know_scheme() -> None:
    """Tell the engine of our scheme; must come before the process's first profile of any kind."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class ReadingProfile(QWebEngineProfile):
    """Off the record; no cache, cookies, downloads, permissions. Serves from a Shelf, refuses all else."""

    def __init__(self, shelf: Shelf) -> None:
        know_scheme()
        super().__init__()  # without a name: off the record
        self._handler = _Handler(shelf, self)
        self._doorkeeper = _Doorkeeper(self)
        self.installUrlSchemeHandler(QByteArray(SCHEME.encode()), self._handler)
        self.setUrlRequestInterceptor(self._doorkeeper)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
        self.setSpellCheckEnabled(False)
        self.setPushServiceEnabled(False)
        self.downloadRequested.connect(_refuse_download)
        lock(self.settings())


def lock(settings: QWebEngineSettings) -> None:
    """Switch off each ability that reading does not need: scripts, plug-ins, storage, windows."""
    for ability in _ON:
        settings.setAttribute(ability, ability in _NEEDED)
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)


class _Doorkeeper(QWebEngineUrlRequestInterceptor):
    """Lets only our own scheme pass."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        info.block(info.requestUrl().scheme() != SCHEME)


class _Handler(QWebEngineUrlSchemeHandler):
    """Answers requests from the shelf; the shelf may take its time."""

    def __init__(self, shelf: Shelf, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        if bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        url = job.requestUrl()
        self._shelf.fetch(url.host(), url.path().lstrip("/"), lambda served: self._answer(job, served))

    def _answer(self, job: QWebEngineUrlRequestJob, served: Served | None) -> None:
        if not isValid(job):  # the page went elsewhere meanwhile
            return
        if served is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        # The engine reads it on a thread of its own until the job is gone, which may outlive this handler:
        # a window that was closed while its article loaded crashed there.
        device = QBuffer(QCoreApplication.instance())
        device.setData(served.data)
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        job.destroyed.connect(device.deleteLater)
        # A multi-map: a value that is no list is dropped without a word (6.11.3), whatever the stubs say.
        job.setAdditionalResponseHeaders(_HEADERS)  # type: ignore[arg-type]
        job.reply(served.media_type.encode(), device)


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


def page_in(profile: ReadingProfile, page_type: type[QWebEnginePage], owner: QObject) -> QWebEnginePage:
    """A page of that type; `owner` owns page and profile, and ends the page first, as the engine wants."""
    page = page_type(profile, owner)
    lock(page.settings())
    profile.setParent(owner)
    return page
