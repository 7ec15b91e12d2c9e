"""A small corpus on disk, as the extraction bench reads it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

PARAGRAPHS = (
    "The ferry to the outer islands will leave an hour earlier from June on, the harbour master said.",
    "Most of those who live there had asked for it in the letters that they wrote to the council.",
    "Whoever works on the mainland reaches the first train now, and the school boat can follow later.",
)
TEXT = "\n\n".join(PARAGRAPHS)
TITLE = "Ferry leaves earlier from June on"


def markup(*, charset: str = "utf-8") -> bytes:
    """The article between a menu and a footer."""
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    head = f"<title>{TITLE}</title><meta name=author content='Jonna Bärg'>"
    times = "<meta property='article:published_time' content='2024-05-14T09:20:00+02:00'>"
    before = f"<html lang=en><head>{head}{times}</head><body><nav><a href=/>Home</a></nav>"
    article = f"<article><h1>{TITLE}</h1>{body}</article>"
    return f"{before}{article}<footer>All rights reserved</footer></body></html>".encode(charset)


def write_set(folder: Path, rows: list[dict[str, object]], pages: list[bytes]) -> None:
    """One set: rows of gold and their pages."""
    (folder / "pages").mkdir(parents=True)
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "gold.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    for row, page in zip(rows, pages, strict=True):
        (folder / "pages" / f"{row['id']}.html.gz").write_bytes(gzip.compress(page))


def write_corpus(folder: Path) -> Path:
    """Two sets: of whole texts (the charset of one page only its server tells), and of pieces."""
    known: dict[str, object] = {"title": TITLE, "byline": "By Jonna Bärg", "published": "2024-05-14"}
    texts: list[dict[str, object]] = [
        {
            "id": "0001",
            "url": "https://islands.example/ferry",
            "site": "islands.example",
            "text": TEXT,
            **known,
        },
        {"id": "0002", "url": None, "site": "other.example", "text": TEXT, "charset": "cp1252", **known},
    ]
    write_set(folder / "texts", texts, [markup(), markup(charset="cp1252")])
    pieces: dict[str, object] = {
        "id": "a.b-1",
        "url": None,
        "site": "c",
        "with": [PARAGRAPHS[1]],
        "without": ["rights"],
    }
    write_set(folder / "pieces", [pieces], [markup()])
    return folder
