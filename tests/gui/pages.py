"""Articles on the test's web site, in our own words."""

from __future__ import annotations

from tests.servers import Site, png

PLACES = ("Northern Quay", "Old Lighthouse", "Grain Market", "Ferry Line", "Town Archive")
WORDS = ("council", "harbour", "ferries", "granary", "archive")
SENTENCES = (
    "The members met late on Tuesday evening and heard three engineers and the head of the works.",
    "Nobody in the room disputed that the repairs had taken longer than the two years once promised.",
    "According to the report, the costs stayed within the budget because the stone was cut nearby.",
    "A second reading is planned for the spring, and the residents will be asked again.",
    "The mayor thanked the crews by name and said that the gates would open before the fair.",
)


def title(number: int) -> str:
    """The headline of an article."""
    return f"{PLACES[number % 5]} opens its gates for the {WORDS[number % 5]}, part {number}"


def publish(site: Site, number: int, *, direction: str = "ltr") -> str:
    """Put an article on the web and answer its address."""
    picture = site.picture(f"/pictures/{number}.png", png(640, 400, (90 + number % 100, 110, 140)))
    return site.page(f"/news/{number}.html", article(number, picture, direction=direction))


def article(number: int, picture: str, *, direction: str = "ltr") -> str:
    """The page of an article."""
    text = "".join(f"<p>{' '.join(SENTENCES[each:] + SENTENCES[:each])} ({number})</p>" for each in range(5))
    return f"""<!doctype html><html lang="en" dir="{direction}"><head><meta charset="utf-8">
<title>{title(number)} - Harbour Post</title><meta property="og:site_name" content="Harbour Post">
<meta property="og:title" content="{title(number)}"><meta property="article:section" content="Local">
<meta property="article:published_time" content="2026-03-0{number % 9 + 1}T08:30:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/local">Local</a></nav>
<article><h1>{title(number)}</h1><p class="byline">By Ada Winter</p>
<figure><img src="{picture}" width="640" height="400" alt="The quay">
<figcaption>The quay at noon</figcaption></figure>
{text}</article><footer>Imprint and contact</footer></body></html>"""
