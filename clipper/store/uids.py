"""UUIDv7 (RFC 9562): an identity that sorts by time and survives export, restore and a shared library."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime


def new_uid(now: datetime) -> str:
    """A fresh UUIDv7: 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits."""
    milliseconds = int(now.timestamp() * 1000) & (2**48 - 1)
    head = milliseconds << 16 | 7 << 12 | secrets.randbits(12)
    return str(uuid.UUID(int=head << 64 | 0b10 << 62 | secrets.randbits(62)))
