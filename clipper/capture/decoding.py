"""Content encodings, undone piece by piece and never beyond a limit: a bomb is stopped while it unfolds."""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli  # type: ignore[import-untyped]
import zstandard

KNOWN = "gzip, deflate, br, zstd"
"""What is asked for."""
MOST_LAYERS = 3
"""Some servers compress twice by mistake; more layers have no other purpose than harm."""
_ZSTD_SLICE = 256
"""Bytes fed at once: a zstd block of 4 bytes may say 128 kB, so that one slice stays under 9 MB."""
_ZSTD_WINDOW = 2**23
"""What RFC 9659 allows on the web."""


class TooMuch(Exception):  # noqa: N818 - it says what happened
    """More comes out than was allowed."""


class Damaged(Exception):  # noqa: N818 - it says what happened
    """The data are cut off or not of that encoding."""


class Unknown(Exception):  # noqa: N818 - it says what happened
    """An encoding that we do not know; its only argument is its name."""


class _Layer(Protocol):
    def feed(self, data: bytes) -> bytes: ...
    def end(self) -> bytes: ...


class Decoder:
    """Undoes `Content-Encoding`. Feed it what comes off the wire; `end` when that was all."""

    def __init__(self, encodings: str, most: int) -> None:
        """`encodings`: the header's value; `most`: bytes from each layer. Raises Unknown, TooMuch."""
        names = [name.strip().lower() for name in encodings.split(",")]
        names = [name for name in names if name not in ("", "identity", "none")]
        if len(names) > MOST_LAYERS:
            raise TooMuch
        self._layers = [_layer(name, most) for name in reversed(names)]

    def feed(self, data: bytes) -> bytes:
        """What `data` adds to the text. Raises TooMuch, Damaged."""
        try:
            for layer in self._layers:
                data = layer.feed(data)
        except (zlib.error, brotli.error, zstandard.ZstdError) as error:
            raise Damaged from error
        return data

    def end(self) -> bytes:
        """What was held back. Raises TooMuch, Damaged."""
        data = b""
        try:
            for layer in self._layers:
                data = layer.feed(data) + layer.end()
        except (zlib.error, brotli.error, zstandard.ZstdError) as error:
            raise Damaged from error
        return data


def _layer(name: str, most: int) -> _Layer:
    if name in ("gzip", "x-gzip", "deflate"):
        return _Zlib(most)
    if name == "br":
        return _Brotli(most)
    if name == "zstd":
        return _Zstd(most)
    raise Unknown(name[:50])


class _Zlib:
    """gzip and deflate, as servers confuse them: the first bytes tell gzip, zlib, raw, not compressed."""

    def __init__(self, most: int) -> None:
        self._room = most
        self._start = b""
        self._inflate: zlib._Decompress | None = None
        self._plain = False

    def feed(self, data: bytes) -> bytes:
        if self._plain:
            return data
        if self._inflate is None:
            self._start += data
            if len(self._start) < 2:
                return b""
            data, self._start = self._start, b""
            if not self._begin(data):
                return data
        return self._decoded(data)

    def end(self) -> bytes:
        if self._inflate is None:
            return self._start
        if not self._inflate.eof:
            raise Damaged
        return b""

    def _begin(self, data: bytes) -> bool:
        if data.startswith(b"\x1f\x8b"):
            self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        elif data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0:
            self._inflate = zlib.decompressobj()
        elif data.lstrip()[:1] in (b"<", b"{", b""):
            self._plain = True
        else:
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        return not self._plain

    def _decoded(self, data: bytes) -> bytes:
        assert self._inflate is not None
        out = b""
        while data:
            if self._inflate.eof:  # another member of a gzip file, or rubbish after the end
                if not data.startswith(b"\x1f\x8b"):
                    break
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
            out += self._inflate.decompress(data, self._room - len(out) + 1)
            if len(out) > self._room:
                raise TooMuch
            data = self._inflate.unused_data
        self._room -= len(out)
        return out


class _Brotli:
    def __init__(self, most: int) -> None:
        self._room = most
        self._decompressor = brotli.Decompressor()
        self._any = False

    def feed(self, data: bytes) -> bytes:
        if not data or self._decompressor.is_finished():
            return b""
        self._any = True
        out: bytes = self._decompressor.process(data, output_buffer_limit=self._room + 1)
        while not self._decompressor.can_accept_more_data() and len(out) <= self._room:
            more: bytes = self._decompressor.process(b"", output_buffer_limit=self._room + 1 - len(out))
            out += more
        if len(out) > self._room:
            raise TooMuch
        self._room -= len(out)
        return out

    def end(self) -> bytes:
        if self._any and not self._decompressor.is_finished():
            raise Damaged
        return b""


class _Zstd:
    def __init__(self, most: int) -> None:
        self._room = most
        self._frames = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        self._frame = self._frames.decompressobj()
        self._any = False

    def feed(self, data: bytes) -> bytes:
        out = bytearray()
        for start in range(0, len(data), _ZSTD_SLICE):
            out += self._slice(data[start : start + _ZSTD_SLICE])
            if len(out) > self._room:
                raise TooMuch
        self._room -= len(out)
        return bytes(out)

    def _slice(self, data: bytes) -> bytes:
        self._any = True
        out = b""
        while data:
            if self._frame.eof:
                self._frame = self._frames.decompressobj()
            out += self._frame.decompress(data)
            data = self._frame.unused_data
        return out

    def end(self) -> bytes:
        if self._any and not self._frame.eof:
            raise Damaged
        return b""
