"""Clips as a JSON list, pictures included: everything that the library knows of them."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from clipper.article.article import Flag
from clipper.article.clip import Clip, ClipImage, ClipRow
from clipper.article.highlight import Highlight
from clipper.exchange.writing import GetPicture, one_by_one, picture_of, writing
from clipper.i18n import flag_sentence
from clipper.jobs import Ticket

_PLAIN = ("id", "uid", "url", "canonical_url", "title", "site", "section", "language", "direction", "excerpt")
_ALSO = ("updated", "agency", "dateline", "licence")
_BY_USER = ("rights", "medium", "edition", "page")
_LISTS = ("byline", "tags", "keywords", "collections")


def as_json(row: ClipRow, clip: Clip | None) -> dict[str, object]:
    """A clip's keys as they are promised to other programs; without text, html and images where only a row
    is given. Unknown is None or an empty list."""
    said: dict[str, object] = {key: getattr(row, key) for key in _PLAIN}
    if clip is not None:
        said |= {"text": clip.text or None, "html": clip.html or None}
    said |= {"note": row.note} | {key: list(getattr(row, key)) for key in _LISTS}
    said |= {"published": row.published, "captured": row.captured.isoformat(timespec="seconds")}
    said |= {key: getattr(row, key) for key in _ALSO}
    said |= {key: getattr(row, key) for key in _BY_USER}
    said["custom"] = [{"name": name, "value": value} for name, value in row.custom]
    said |= {"starred": row.starred, "read": row.read, "trashed": row.trashed}
    if clip is not None:
        said["images"] = [_image(image) for image in clip.images]
        said["edited"] = list(clip.own)
        said["highlights"] = [highlight_as_json(clip, each) for each in clip.highlights]
    return said | {"flags": [_flag(flag) for flag in row.flags]}


def highlight_as_json(clip: Clip, highlight: Highlight) -> dict[str, object]:
    """A highlight's keys; `start`, `end` and `text` are where it stands in the clip's text now, and what
    stands there."""
    place, anchor = highlight.place, highlight.anchor
    return {
        "id": highlight.id,
        "uid": highlight.uid,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "colour": highlight.colour,
        "note": highlight.note,
        "made": highlight.made.isoformat(timespec="seconds"),
        "state": highlight.state,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "text": clip.text[place.start : place.end] if place else None,
    }


def export(clips: Sequence[Clip], pictures: GetPicture, target: Path, _title: str, ticket: Ticket) -> None:
    """One JSON array, a clip at a time; each image carries its bytes as `data` (base64) or null."""
    with writing(target) as file:
        file.write("[")
        for number, clip in enumerate(one_by_one(clips, ticket)):
            file.write(",\n" if number else "\n")
            _write(file, clip, pictures, ticket)
        file.write("\n]\n")


def _write(file: TextIO, clip: Clip, pictures: GetPicture, ticket: Ticket) -> None:
    said = as_json(clip.row, clip)
    said["images"] = [_image(image) | {"data": _data(image, pictures, ticket)} for image in clip.images]
    json.dump(said, file, ensure_ascii=False)


def _data(image: ClipImage, pictures: GetPicture, ticket: Ticket) -> str | None:
    found = picture_of(image, pictures, ticket)
    return None if found is None else base64.b64encode(found).decode("ascii")


def _image(image: ClipImage) -> dict[str, object]:
    return {key: getattr(image, key) for key in ("url", "alt", "caption", "sha256", "width", "height")}


def _flag(flag: Flag) -> dict[str, str]:
    return {"code": flag.code, "message": flag_sentence(flag.code, flag.values)}
