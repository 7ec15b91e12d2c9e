"""Clips as a JSON list, pictures included: everything that the library knows of them."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from clipper.article.article import Flag
from clipper.article.clip import Clip, ClipImage, ClipRow
from clipper.exchange.writing import GetPicture, one_by_one, picture_of, writing
from clipper.i18n import flag_sentence
from clipper.jobs import Ticket

_PLAIN = ("id", "uid", "url", "canonical_url", "title", "site", "section", "language", "direction", "excerpt")
_ALSO = ("updated", "agency", "dateline", "licence")
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
    said |= {"starred": row.starred, "read": row.read, "trashed": row.trashed}
    if clip is not None:
        said["images"] = [_image(image) for image in clip.images]
    return said | {"flags": [_flag(flag) for flag in row.flags]}


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
