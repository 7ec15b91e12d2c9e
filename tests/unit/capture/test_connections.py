"""Connections: TLS and whom to trust, HTTP/2, and giving up at every stage of connecting."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h2.config
import h2.connection
import h2.events
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from clipper.capture import Capture
from clipper.errors import CertificateBad, ConnectionBroken
from clipper.jobs import Stopped, Ticket
from tests.servers import Site

STORY = "<!doctype html><title>Ferry</title><p>The ferry was late."
DAY = datetime.timedelta(days=1)


def certificate(folder: Path, *names: x509.GeneralName, days: int = 30) -> ssl.SSLContext:
    """A server's context; its own certificate lies in `folder/trusted.pem`, for whoever wants to trust it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 40 * DAY)
        .not_valid_after(now + days * DAY)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "trusted.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "trusted.pem", folder / "key.pem")
    return context


HERE = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))


@pytest.fixture
def trusting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system that trusts the certificate made in this folder."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    return tmp_path


def test_a_page_over_tls_that_the_system_trusts(capture: Capture, trusting: Path) -> None:
    with Site(context=certificate(trusting, HERE)) as site:
        assert site.origin.startswith("https://")
        assert capture.page(site.page("/a", STORY), Ticket()).html == STORY.encode()


@pytest.mark.parametrize(("name", "days"), [(HERE, -1), (x509.DNSName("other.example"), 30)])
def test_a_certificate_that_is_over_or_another_s(
    capture: Capture, trusting: Path, name: x509.GeneralName, days: int
) -> None:
    with Site(context=certificate(trusting, name, days=days)) as site:
        with pytest.raises(CertificateBad) as caught:
            capture.page(site.page("/a", STORY), Ticket())
        assert caught.value.why
        assert site.asked() == []


def test_a_certificate_that_nobody_vouches_for(capture: Capture, tmp_path: Path) -> None:
    with Site(context=certificate(tmp_path, HERE)) as site, pytest.raises(CertificateBad):
        capture.page(site.page("/a", STORY), Ticket())


def test_no_tls_where_it_was_expected(capture: Capture, site: Site) -> None:
    with pytest.raises(ConnectionBroken):
        capture.page(site.page("/a", STORY).replace("http:", "https:"), Ticket())


def test_a_login_for_a_host_does_not_go_over_an_open_line(
    capture: Capture, vault: Any, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    from clipper.credentials import Login
    from clipper.errors import LoginNeeded

    _names(monkeypatch, {"news.example": "127.0.0.1"})
    site.protect("/", "ann", "pw")
    site.page("/a", STORY)
    vault.add(Login(f"news.example:{site.port}", "ann", "pw"))
    with pytest.raises(LoginNeeded) as caught:
        capture.page(site.url("/a", host="news.example"), Ticket())
    assert caught.value.host == f"http://news.example:{site.port}"
    vault.add(Login(caught.value.host, "ann", "pw"))
    assert capture.page(site.url("/a", host="news.example"), Ticket()).html == STORY.encode()


def test_a_host_whose_first_address_is_dead(
    capture: Capture, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    real = socket.getaddrinfo

    def look_up(_host: str, port: int, **more: Any) -> Any:
        return [*real("127.0.0.2", port, **more), *real("127.0.0.1", port, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    site.page("/a", STORY)
    assert capture.page(site.url("/a", host="news.localhost"), Ticket()).html == STORY.encode()


def test_http2_is_spoken_where_the_server_does(capture: Capture, trusting: Path) -> None:
    with _Http2(certificate(trusting, HERE)) as server:
        pages = [capture.page(f"https://127.0.0.1:{server.port}/{name}", Ticket()) for name in "ab"]
    assert [page.html for page in pages] == [STORY.encode()] * 2
    assert [headers[":path"] for headers in server.requests] == ["/a", "/b"]
    assert server.connections == 1
    assert server.requests[0]["user-agent"].startswith("Clipper/")


def test_cancelling_while_the_name_is_looked_up(capture: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, ended = threading.Event(), threading.Event()

    def look_up(*_rest: Any, **_more: Any) -> Any:
        asked.set()
        ended.wait(60)
        raise socket.gaierror(socket.EAI_AGAIN, "nobody answers")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    ticket = Ticket()
    _soon(asked, ticket.cancel)
    with pytest.raises(Stopped):
        capture.page("https://news.example/", ticket)
    ended.set()


def test_cancelling_while_the_server_is_silent_about_tls(capture: Capture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        ticket, accepted, held = Ticket(), threading.Event(), []

        def accept() -> None:
            held.append(server.accept()[0])
            accepted.set()

        thread = threading.Thread(target=accept)
        thread.start()
        _soon(accepted, ticket.cancel)
        with pytest.raises(Stopped):
            capture.page(f"https://127.0.0.1:{server.getsockname()[1]}/", ticket)
        thread.join()
        held[0].close()


def test_the_system_s_proxy_is_used_but_not_for_this_computer(
    capture: Capture, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clipper.article.page import Page
    from clipper.errors import InsideNetwork
    from tests.unit.capture.conftest import NOW

    monkeypatch.setenv("http_proxy", site.origin)
    monkeypatch.delenv("no_proxy", raising=False)
    with Site() as proxy:
        monkeypatch.setenv("http_proxy", proxy.origin)
        proxy.answer("/story", lambda to: to.send(STORY.encode()))
        assert capture.page("http://news.invalid/story", Ticket()).html == STORY.encode()
        assert proxy.asked() == ["http://news.invalid/story"]
        capture.page(site.page("/a", STORY), Ticket())
        public = Page("http://news.invalid/", "http://news.invalid/", 200, (), b"", NOW)
        with pytest.raises(InsideNetwork):
            capture.picture("http://10.0.0.1/p.png", public, Ticket())
        assert proxy.asked() == ["http://news.invalid/story"]


def _names(monkeypatch: pytest.MonkeyPatch, table: dict[str, str]) -> None:
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: real(table.get(host, host), *rest, **more)
    )


def _soon(event: threading.Event, call: Callable[[], None]) -> None:
    def wait() -> None:
        event.wait(20)
        call()

    threading.Thread(target=wait).start()


class _Http2:
    """A server that speaks HTTP/2 and nothing else; answers everything with the story."""

    def __init__(self, context: ssl.SSLContext) -> None:
        context.set_alpn_protocols(["h2"])
        self._context = context
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.requests: list[dict[str, str]] = []
        self.connections = 0
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> _Http2:
        self._thread.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        self._open.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._server.close()

    def _serve(self) -> None:
        plain, _address = self._server.accept()
        self.connections += 1
        with contextlib.suppress(OSError), self._context.wrap_socket(plain, server_side=True) as connection:
            self._open = connection
            state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
            state.initiate_connection()
            connection.sendall(state.data_to_send())
            while data := connection.recv(65536):
                for event in state.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        self._answer(state, event)
                connection.sendall(state.data_to_send())

    def _answer(self, state: h2.connection.H2Connection, event: h2.events.RequestReceived) -> None:
        self.requests.append({name.decode(): value.decode() for name, value in event.headers or ()})
        stream = event.stream_id or 0
        state.send_headers(stream, [(":status", "200"), ("content-type", "text/html")])
        state.send_data(stream, STORY.encode(), end_stream=True)
