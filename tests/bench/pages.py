"""The pages that mutations begin with: those of a corpus, or the ones that this repository makes itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from clipper.article.page import Page
from clipper.resources import resource
from tests.bench import corpus
from tests.bench.corpus import UNKNOWN_ADDRESS
from tests.unit.clean.mixed_forms import MIXED
from tests.unit.clean.odd_forms import ODD
from tests.unit.clean.page_forms import FORMS, Form, Words
from tests.unit.clean.rarer_forms import RARER

SAVED = Path(__file__).resolve().parents[1] / "data" / "pages"
WORDS = Words(
    "Ferry Captain Brings the Last Mail to the Outer Islands",
    "Harbour",
    "Quayside",
    (
        "The last mail boat of the outer islands left the east quay on Friday, with letters and a piano.",
        "“Somebody has to play it,” Captain Jonna Berg said when she was asked who had ordered it.",
        "From June on, letters will come by the ferry that brings the visitors, twice a day, at no charge.",
        "The council voted for it in March by nine votes to eight, after two evenings of talks.",
        "Those who live out there all year, a hundred and four people in all, were not asked, Berg added.",
    ),
)


@dataclass(frozen=True)
class Original:
    """A page that is still whole."""

    name: str
    """`SET/ID`."""
    html: Callable[[], bytes]
    url: str | None = None
    charset: str | None = None

    def page(self, html: bytes, charset: str | None) -> Page:
        """With these bytes instead."""
        address = self.url or UNKNOWN_ADDRESS
        headers = () if charset is None else (("content-type", f"text/html; charset={charset}"),)
        return Page(address, address, 200, headers, html, datetime(2026, 1, 1, tzinfo=UTC))


def originals(folder: Path | None) -> list[Original]:
    """Those of the corpus in the folder; without one, ours."""
    if folder is None:
        return [*_made(), *_saved()]
    return [
        Original(f"{gold.set}/{gold.id}", gold.html, gold.url, gold.charset) for gold in corpus.read(folder)
    ]


def _made() -> list[Original]:
    forms = FORMS | RARER | MIXED | ODD
    return [Original(f"forms/{name}", partial(_built, build)) for name, build in forms.items()]


def _built(build: Form) -> bytes:
    return build(WORDS).encode()


def _saved() -> list[Original]:
    files = [*sorted(SAVED.glob("*.html")), resource("sample") / "article.html"]
    return [Original(f"saved/{file.stem}", file.read_bytes) for file in files]
