"""Clips as one Markdown file, their pictures in a folder beside it."""

from __future__ import annotations

import contextlib
import errno
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from clipper.article.clip import Clip, ClipImage, ClipRow
from clipper.errors import DiskFull, TargetUnwritable
from clipper.exchange.markdown_inline import address, escaped, first_safe
from clipper.exchange.markdown_text import markdown_of
from clipper.exchange.writing import GetPicture, media_type, one_by_one, picture_of, writing
from clipper.i18n import _, date_words, flag_sentence
from clipper.jobs import Ticket
from clipper.paths import whole_file

_ENDINGS = {"image/jpeg": "jpg", "image/svg+xml": "svg"}
_ODD_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def export(clips: Sequence[Clip], pictures: GetPicture, target: Path, title: str, ticket: Ticket) -> None:
    """One clip: its facts as front matter; several: a section for each. Pictures go to `NAME_pictures/`."""
    folder = target.with_name(f"{target.stem}_pictures")
    with _undone(folder) as made, writing(target) as file:
        if len(clips) > 1:
            file.write(f"# {first_safe(escaped(' '.join(title.split())))}\n\n")
        for number, clip in enumerate(one_by_one(clips, ticket)):
            links = {
                image.url: link
                for image in clip.images
                if (link := _kept(image, folder, made, pictures, ticket))
            }
            file.write("\n* * *\n\n" if number else "")
            file.write(_section(clip, links, 2) if len(clips) > 1 else _document(clip, links))


@contextlib.contextmanager
def _undone(folder: Path) -> Iterator[list[Path]]:
    """A list of the files made in `folder`: they are gone again if the work fails; what was there stays."""
    was_there = folder.is_dir()
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        with contextlib.suppress(OSError):
            for file in made:
                file.unlink(missing_ok=True)
            if not was_there and folder.is_dir():
                folder.rmdir()
        raise


def _kept(
    image: ClipImage, folder: Path, made: list[Path], pictures: GetPicture, ticket: Ticket
) -> str | None:
    """The relative address of a picture, written to the folder; None where there is none."""
    data = picture_of(image, pictures, ticket)
    if data is None or image.sha256 is None:
        return None
    kind = media_type(image, data)
    file = folder / f"{image.sha256[:20]}.{_ENDINGS.get(kind, kind.rpartition('/')[2])}"
    try:
        folder.mkdir(exist_ok=True)
        if not file.exists():
            with whole_file(file) as part:
                part.write_bytes(data)
            made.append(file)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(file)) from error
        raise TargetUnwritable(str(folder), error.strerror or str(error)) from error
    return f"{quote(folder.name)}/{file.name}"


def _document(clip: Clip, links: dict[str, str]) -> str:
    """One clip with front matter, as note-taking programs know it."""
    facts = "".join(f"{key}: {_yaml(value)}\n" for key, value in _facts(clip.row).items())
    return f"---\n{facts}---\n\n# {_title(clip.row)}\n\n{_body(clip, links, 1)}"


def _section(clip: Clip, links: dict[str, str], level: int) -> str:
    """One clip of several: headline, source line, body."""
    row = clip.row
    said = [row.site or "", ", ".join(row.byline), date_words(row.published) if row.published else ""]
    said += [row.edition or "", _("p. {page}").format(page=row.page) if row.page else ""]
    line = first_safe(" · ".join(escaped(" ".join(part.split())) for part in said if part))
    url = row.canonical_url or row.url
    link = f"[{escaped(url)}]({address(url)})" if url.startswith(("http://", "https://")) else ""
    clipped = _("Clipped {date}").format(date=date_words(row.captured.astimezone().date().isoformat()))
    head = [f"{'#' * level} {_title(row)}", line, link, escaped(clipped)]
    return "\n\n".join(part for part in head if part) + "\n\n" + _body(clip, links, level)


def _body(clip: Clip, links: dict[str, str], level: int) -> str:
    remarks = [first_safe(escaped(flag_sentence(flag.code, flag.values))) for flag in clip.row.flags]
    lead = _lead(clip, links)
    text = markdown_of(clip.html, links, below=level)
    parts = [*(f"> {remark}" for remark in remarks), *lead, text, *_highlights(clip, level)]
    return "\n\n".join(part for part in parts if part).rstrip() + "\n"


def _highlights(clip: Clip, level: int) -> list[str]:
    """The passages that the user marked, each with his note as he wrote it."""
    if not clip.highlights:
        return []
    found = [f"{'#' * (level + 1)} {_('Highlights')}"]
    for each in clip.highlights:
        lines = (first_safe(escaped(" ".join(line.split()))) for line in each.anchor.quote.splitlines())
        found.append("\n".join(f"> {line}" for line in lines if line))
        found += [each.note.strip()] if each.note else []
    return found


def _lead(clip: Clip, links: dict[str, str]) -> list[str]:
    image = next((image for image in clip.images if image.url == clip.lead_image), None)
    if image is None or image.url not in links or image.url in clip.html.replace("&amp;", "&"):
        return []
    caption = " ".join((image.caption or "").split())
    alt = escaped(" ".join((image.alt or "").split()))
    return [f"![{alt}]({links[image.url]})", *([first_safe(escaped(caption))] if caption else [])]


def _facts(row: ClipRow) -> dict[str, object]:
    known: dict[str, object] = {"title": row.title, "url": row.canonical_url or row.url, "site": row.site}
    known |= {"section": row.section, "byline": list(row.byline), "published": row.published}
    known |= {"captured": row.captured.isoformat(timespec="seconds"), "language": row.language}
    known |= {"tags": list(row.tags), "keywords": list(row.keywords), "collections": list(row.collections)}
    known |= {"starred": row.starred, "note": row.note, "updated": row.updated, "agency": row.agency}
    known |= {name: getattr(row, name) for name in ("rights", "medium", "edition", "page")}
    known |= {"custom": dict(row.custom)}
    return {key: value for key, value in known.items() if value not in (None, [], "", {})}


def _yaml(value: object) -> str:
    """A JSON string is a YAML one, but for a few letters that YAML takes for line ends or refuses."""
    said = json.dumps(value, ensure_ascii=False)
    return _ODD_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", said)


def _title(row: ClipRow) -> str:
    return first_safe(escaped(" ".join((row.title or row.canonical_url or row.url).split())))
