"""Texts as hypothesis types them into a search field: of pieces that mean something, and of anything."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

TODAY = date(2026, 11, 24)
"""A Tuesday."""

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How long one text takes depends on what else the computer does: no test of ours measures it."""

PIECES = st.sampled_from(
    [
        *'"""()()()（）:：-−–*＊ \t\u3000“”„«»「」『』、,.\'/\\',
        *["OR", "AND", "NOT", " OR ", " AND ", " NOT ", " -", " (", ") ", ' "', '" ', '""', "--", "  "],
        *["a", "b", "ferry", "Härten", "渡轮", "港", "паром", "عبّارة", 'צה"ל', "Πλοίο", "เรือ", "⛴️", "5"],
        *[
            "tag:",
            "title:",
            "by:",
            "Text：",
            "note:",
            "in:",
            "site:",
            "url:",
            "lang:",
            "section:",
            "foo:",
            "http://x",
        ],
        *[
            "published:",
            "published:2026",
            "clipped:today",
            "updated:last-week..",
            "after:2026-01",
            "published:2026-02-30",
        ],
        *[
            "is:",
            "is:starred",
            "has:images",
            "has:foo",
            "words:>800",
            "words:300..500",
            "words:x",
            "f(x)",
            "tag:(",
            "-(",
        ],
    ]
)
TYPED = st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join)
