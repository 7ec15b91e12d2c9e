"""The objects of `--json`: the same keys always, unknown is null or []."""

from __future__ import annotations

from clipper.article.article import Article, Flag
from clipper.article.clip import Clip, ClipImage, ClipRow
from clipper.article.page import Page
from clipper.errors import ClipperError
from clipper.exchange import as_json
from clipper.i18n import _, flag_sentence, hint, sentence

Json = dict[str, object]

_LISTS = frozenset(
    {"byline", "tags", "keywords", "collections", "images", "flags", "custom", "edited", "highlights"}
)
_KEYS = (
    *("id", "uid", "url", "canonical_url", "title", "byline", "published", "captured", "site", "section"),
    *("language", "direction", "excerpt", "keywords", "tags", "collections", "note", "starred", "read"),
    *("trashed", "flags", "text", "html", "images", "updated", "agency", "dateline", "licence"),
    *("rights", "medium", "edition", "page", "custom", "edited", "highlights"),
)
NAMED_TWICE = "named_twice"


def of_row(row: ClipRow) -> Json:
    """A clip without its text, html and images."""
    return as_json(row, None)


def of_clip(clip: Clip) -> Json:
    """A clip, whole."""
    return as_json(clip.row, clip)


def of_article(page: Page, article: Article) -> Json:
    """An article that was cleaned and not kept: what only a kept clip has is null."""
    known = {key: getattr(article, key, None) for key in _KEYS if key not in _LISTS}
    return (
        _nothing()
        | known
        | {
            "url": page.final_url,
            "captured": page.fetched.isoformat(timespec="seconds"),
            "byline": list(article.byline),
            "keywords": list(article.keywords),
            "flags": _flags(article.flags),
            "images": [
                _image(ClipImage(each.url, each.alt, each.caption, None, None, None, None))
                for each in article.images
            ],
        }
    )


def outcome(source: str, status: str, known: Json | None = None, reason: Json | None = None) -> Json:
    """What became of a source; every key of a clip is there even where there is no clip."""
    return {"source": source, "status": status, "reason": reason} | (known or _nothing())


def reason_of(error: ClipperError) -> Json:
    """Why a source failed."""
    return {"code": error.code, "message": f"{sentence(error)} {hint(error)}".strip()}


def named_twice() -> Json:
    """Why a source was skipped."""
    return {"code": NAMED_TWICE, "message": _("It was named before in the same call.")}


def a_bug(error: Exception) -> Json:
    """Why a source failed that ran into a mistake of Clipper's own."""
    return {
        "code": "bug",
        "message": _("This is a mistake in Clipper: {kind}.").format(kind=type(error).__name__),
    }


def _nothing() -> Json:
    return {key: [] if key in _LISTS else None for key in _KEYS}


def _flags(flags: tuple[Flag, ...]) -> list[Json]:
    return [{"code": flag.code, "message": flag_sentence(flag.code, flag.values)} for flag in flags]


def _image(image: ClipImage) -> Json:
    return {key: getattr(image, key) for key in ("url", "alt", "caption", "sha256", "width", "height")}
