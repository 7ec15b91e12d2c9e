"""The objects of `--json` have the keys that programs rely on, always all of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from clipper.article.article import Article, ArticleImage, Flag
from clipper.article.clip import Clip, ClipId, ClipImage, ClipRow
from clipper.article.page import Page
from clipper.cli import json_lines
from clipper.errors import HostUnknown

ROW_KEYS = {
    *("id", "uid", "url", "canonical_url", "title", "site", "section", "language", "direction", "excerpt"),
    *("note", "byline", "tags", "keywords", "collections", "published", "captured", "starred", "read"),
    *("trashed", "flags", "updated", "agency", "dateline", "licence", "rights", "medium", "edition"),
    *("page", "custom"),
}
KEYS = ROW_KEYS | {"text", "html", "images", "edited", "highlights"}
LISTS = {"byline", "tags", "keywords", "collections", "images", "flags", "custom", "edited", "highlights"}

ROW = ClipRow(
    id=ClipId(7),
    uid="0190-x",
    url="http://a.example/x",
    canonical_url=None,
    title="Title",
    site=None,
    section="Ports",
    language="en",
    direction="ltr",
    excerpt=None,
    note=None,
    byline=("Staff", "Agencies"),
    tags=("mine",),
    keywords=("Ports", "Storm"),
    collections=("A/B",),
    published="2026-03-14",
    captured=datetime(2026, 3, 15, 8, 30, 1, 250, tzinfo=UTC),
    starred=True,
    read=False,
    trashed=False,
    flags=(Flag("relative_date", (("words", "2 years ago"),)),),
    thumbnail=None,
    words=3,
)
CLIP = Clip(
    ROW,
    "<p>x</p>",
    "x",
    None,
    (ClipImage("http://a.example/i.png", None, "A caption", "ab" * 32, "image/png", 3, 2),),
    (),
    "1",
)


def test_a_row_has_its_keys_and_no_more() -> None:
    assert set(json_lines.of_row(ROW)) == ROW_KEYS


def test_a_clip_has_all_keys() -> None:
    whole = json_lines.of_clip(CLIP)
    assert set(whole) == KEYS
    assert whole["id"] == 7
    assert whole["captured"] == "2026-03-15T08:30:01+00:00"
    assert whole["flags"] == [
        {"code": "relative_date", "message": "The page gives its date only as “2 years ago”."}
    ]
    (image,) = json.loads(json.dumps(whole["images"]))
    assert image == {
        "url": "http://a.example/i.png",
        "alt": None,
        "caption": "A caption",
        "sha256": "ab" * 32,
        "width": 3,
        "height": 2,
    }


def test_a_cleaned_article_has_all_keys_and_null_for_what_only_a_clip_has() -> None:
    page = Page("http://a.example/", "http://a.example/final", 200, (), b"", ROW.captured)
    article = Article("Title", keywords=("Ports",), images=(ArticleImage("http://a.example/i.png", "alt"),))
    known = json_lines.of_article(page, article)
    assert set(known) == KEYS
    assert [known[key] for key in ("id", "uid", "note", "starred", "read", "trashed")] == [None] * 6
    assert (known["url"], known["keywords"], known["tags"]) == ("http://a.example/final", ["Ports"], [])


def test_a_failed_source_has_all_keys_too() -> None:
    failed = json_lines.outcome("src", "failed", None, json_lines.reason_of(HostUnknown("a.example")))
    assert list(failed)[:3] == ["source", "status", "reason"]
    assert set(failed) == KEYS | {"source", "status", "reason"}
    assert {key for key, value in failed.items() if value == []} == LISTS
    assert {key for key, value in failed.items() if value is None} == KEYS - LISTS
    assert failed["reason"] == {
        "code": "host_unknown",
        "message": "There is no site called a.example, or this computer is offline. "
        "Check the spelling of the address and the network.",
    }


def test_a_kept_source_has_no_reason() -> None:
    kept = json_lines.outcome("src", "kept", json_lines.of_clip(CLIP))
    assert kept["reason"] is None
    assert kept["id"] == 7
