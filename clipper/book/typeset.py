"""Book -> PDF, with Typst. Meant for a process of its own: it takes seconds and much memory."""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from clipper.book.book import Book, data
from clipper.book.nodes import every
from clipper.book.pictures import fit
from clipper.errors import DiskFull, TargetUnwritable, TypesettingFailed
from clipper.paths import whole_file
from clipper.resources import resource

Standards = tuple[Literal["ua-1"], ...]

if TYPE_CHECKING:
    import typst

ACCESSIBLE: Standards = ("ua-1",)
"""The standard that is tried first. It refuses a book with a letter that no font of this computer has."""


def typeset(book: Book, pictures: Mapping[str, Path], target: Path) -> int:
    """Write the PDF to `target`, whole or not at all; answers its number of pages.

    `pictures` are files by hash. Raises TypesettingFailed, TargetUnwritable, DiskFull.
    """
    with tempfile.TemporaryDirectory(prefix="clipper-book-", ignore_cleanup_errors=True) as folder:
        _lay_out(book, pictures, Path(folder))
        compiler = _compiler(Path(folder))
        pdf = _compiled(compiler, book)
        pages = int(json.loads(compiler.query("<pages>", field="value", one=True)))
    try:
        with whole_file(target) as part:
            part.write_bytes(pdf)
    except OSError as error:
        raise translated(target, error) from error
    return pages


def translated(target: Path, error: OSError) -> DiskFull | TargetUnwritable:
    """What the user must know of a file that could not be written."""
    if error.errno == errno.ENOSPC:
        return DiskFull(str(target))
    return TargetUnwritable(str(target), error.strerror or str(error))


def _lay_out(book: Book, pictures: Mapping[str, Path], folder: Path) -> None:
    """Everything that the template may read, and nothing else, into its root folder."""
    nodes = [
        node
        for entry in book.entries
        for node in every((*entry.body, *((entry.lead,) if entry.lead else ())))
    ]
    (folder / "pictures").mkdir()
    shown = fit((node.sha256 for node in nodes if node.sha256), pictures, folder / "pictures")
    said = data(book) | {"pictures": {sha256: asdict(each) for sha256, each in shown.items()}}
    (folder / "data.json").write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    for file in resource("book").glob("*.typ"):
        shutil.copyfile(file, folder / file.name)


def _compiler(folder: Path) -> typst.Compiler:
    import typst

    fonts = typst.Fonts(include_system_fonts=True, font_paths=[str(resource("fonts"))])
    return typst.Compiler(
        str(folder / "book.typ"),
        root=str(folder),
        font_paths=fonts,
        package_path=str(folder),  # no template of ours needs a package, and none is ever fetched
        package_cache_path=str(folder),
    )


def _compiled(compiler: typst.Compiler, book: Book) -> bytes:
    import typst

    try:
        return _pdf(compiler, book, ACCESSIBLE)
    except typst.TypstError:
        pass  # tried again without the standard: still tagged, only not proven
    try:
        return _pdf(compiler, book, ())
    except typst.TypstError as error:
        raise TypesettingFailed(error.message) from error


def _pdf(compiler: typst.Compiler, book: Book, standards: Standards) -> bytes:
    pdf = compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=int(book.made.timestamp()))
    assert isinstance(pdf, bytes)
    return pdf
