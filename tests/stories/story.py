"""A story, and the page on which a news site tells it: an article in the middle of clutter."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

from tests.servers import Site

CLUTTER = (
    "No script",
    "Loading, please stand by",
    "share_alt",
    "Follow us everywhere",
    "Be the first to comment",
)
"""What the page says and the story does not."""
PICTURE = "/pictures/harbour.jpg"


@dataclass(frozen=True)
class Story:
    """An article as its author wrote it."""

    title: str
    paragraphs: tuple[str, ...]
    language: str = "en"
    direction: str = "ltr"
    charset: str = "utf-8"
    byline: str = "By Staff, Agencies"

    @property
    def path(self) -> str:
        """Where the site has it."""
        return f"/{self.language}/story.html"

    def page(self, address: str) -> bytes:
        """The page at this address: the story in the middle of all that a site puts around one."""
        return _PAGE.format(
            title=self.title,
            language=self.language,
            direction=self.direction,
            charset=self.charset,
            byline=self.byline,
            address=address,
            paragraphs="\n".join(f"<p>{words}</p>" for words in self.paragraphs),
        ).encode(self.charset)

    def publish(self, site: Site, path: str | None = None) -> str:
        """Have the site tell it, with its picture; answers the address."""
        path = path or self.path
        site.picture(PICTURE, photograph(), "image/jpeg")
        kind = f"text/html; charset={self.charset}"
        return site.page(path, self.page(site.url(path)), content_type=kind)


def untold(paragraphs: Iterable[str], text: str) -> list[str]:
    """The paragraphs that are not in `text`, however its lines are broken and hyphenated."""
    return [words for words in paragraphs if _letters(words) not in _letters(text)]


def _letters(text: str) -> str:
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "-\u00ad\u2010")))


def photograph() -> bytes:
    """A picture, 640 by 360."""
    stream = io.BytesIO()
    Image.effect_mandelbrot((640, 360), (-2, -1.2, 1, 1.2), 40).convert("RGB").save(stream, "JPEG")
    return stream.getvalue()


_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head>
<title>{title} | Coast Courier</title>
<link rel="canonical" href="{address}">
<meta property="og:site_name" content="Coast Courier">
<meta property="og:title" content="{title}">
<meta property="article:published_time" content="2026-03-14T09:26:53+03:00">
<meta property="article:section" content="Ports">
</head><body>
<noscript>No script</noscript>
<div class="loader overlay">Loading, please stand by</div>
<nav><a href="/">Home</a> <a href="/ports">Ports</a> <a href="/weather">Weather</a></nav>
<main><article>
<h1>{title}</h1>
<div class="meta"><i class="material-icons">share_alt</i> <a href="/ports">Ports</a></div>
<p class="byline">{byline}</p>
<figure><img src="/pictures/harbour.jpg" alt="" width="640" height="360"><figcaption>1–2–3</figcaption>
</figure>
{paragraphs}
</article></main>
<aside class="social">Follow us everywhere</aside>
<section id="comments"><h3>Be the first to comment</h3><form><textarea></textarea></form></section>
<footer>Coast Courier</footer>
</body></html>"""
