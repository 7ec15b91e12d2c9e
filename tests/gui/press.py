"""A small press of our own, in five languages, for the pictures of the documentation."""

from __future__ import annotations

import random
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from tests.servers import Site

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Story:
    """An article and the paper it stands in."""

    slug: str
    language: str
    paper: str
    section: str
    title: str
    byline: str
    published: str
    sky: Colour
    ground: Colour
    caption: str
    body: tuple[str, ...]
    direction: str = "ltr"


HEAD = """<div class="cookie-banner">We and our 812 partners keep and read data on your device.
<button>I accept</button></div><nav class="breadcrumb"><a href="/">Home</a> / <a href="/news">News</a></nav>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<form class="search"><input type="search" placeholder="Search"><button>Search</button></form>"""
SHARE = """<div class="share-bar"><a href="#f">Facebook</a> <a href="#w">WhatsApp</a>
<a href="#t">Telegram</a> <a href="#l">Copy link</a> <a href="#p">Print</a></div>"""
RELATED = """<aside class="related">Read also:
<a href="/terns">Terns delay the new quay for the second time</a>
<a href="/timetable">The timetable from May</a></aside>"""
FOOT = """<section class="comments">14 comments. Maud: about time. Write a comment</section>
<section class="newsletter">Get our newsletter every morning at six</section>
<section class="most-read">Most read:
<a href="/1">Harbour dues rise</a> <a href="/2">The pier café</a></section>
<footer>© 2026. All rights reserved. <a href="/imprint">Imprint</a></footer>"""
"""What stands around every story, and in it."""

STORIES = (
    Story(
        "market",
        "fr",
        "Le Quotidien du Port",
        "Économie",
        "« Garanties de prix » : ce que contient vraiment l’accord signé par les halles",
        "Théo Marchand",
        "2026-11-16T07:30:00+01:00",
        (240, 220, 180),
        (200, 140, 70),
        "Les halles, lundi matin.",
        (
            "L’accord, long de huit pages et signé dimanche soir, fixe un prix plancher pour six légumes et "
            "laisse le reste à la discussion entre producteurs et mandataires.",
            "Les syndicats y voient un premier pas, les restaurateurs une hausse déguisée. La mairie, elle, "
            "promet un bilan public avant l’été.",
        ),
    ),
    Story(
        "lab",
        "zh-Hans",
        "海港日报",
        "科学",
        "海洋实验室首次在深海记录到会发光的水母群",
        "陈立",
        "2026-11-17T09:12:00+08:00",
        (200, 200, 230),
        (80, 70, 120),
        "实验室的潜水器准备下水。摄影：陈立",
        (
            "海洋实验室星期二宣布，研究人员在三千米深的海底首次记录到一大群会发光的水母，持续时间超过四十分钟。",
            "研究人员说，这些水母的光并不是为了吸引猎物，而更像是一种彼此联络的信号。",
            "项目负责人表示，明年春天将再次下潜，并邀请两所大学的学生参加观测。",
        ),
    ),
    Story(
        "souk",
        "ar",
        "صحيفة الميناء",
        "محليات",
        "المدينة القديمة تستعيد أسواقها بعد سنوات من الترميم",
        "ليلى منصور",
        "2026-11-18T18:40:00+03:00",
        (120, 150, 140),
        (50, 90, 80),
        "واجهة السوق بعد إعادة افتتاحه. تصوير: ليلى منصور",
        (
            "أعادت البلدية صباح الأربعاء فتح السوق القديم أمام الزوار بعد أربع "
            "سنوات من أعمال الترميم التي شملت "
            "الأسقف الخشبية والأرضيات الحجرية.",
            "وقال رئيس لجنة التجار إن المحلات كلها عادت إلى أصحابها، وإن الإيجارات "
            "لن ترتفع قبل عام 2028 بحسب "
            "الاتفاق الموقع مع البلدية.",
            "وتوقعت اللجنة أن يستقبل السوق نحو عشرة آلاف زائر في الأسبوع الأول، فيما خُصصت الساعات الأولى من "
            "الصباح لسكان الحي.",
        ),
        "rtl",
    ),
    Story(
        "tram",
        "de",
        "Morgenpost",
        "Stadtverkehr",
        "Warum die Straßenbahn in der Innenstadt wieder im Schritt fährt",
        "Jana Ohlsen",
        "2026-11-19T17:05:00+01:00",
        (235, 200, 160),
        (160, 80, 60),
        "Linie 4 am Rathausplatz. Foto: Archiv",
        (
            "Seit Montag fahren die Bahnen der Linie 4 zwischen Rathausplatz und Hafentor mit höchstens zehn "
            "Kilometern in der Stunde. Der Grund liegt unter dem Pflaster: ein Gewölbe, das in keinem Plan "
            "verzeichnet ist.",
            "Die Verkehrsbetriebe rechnen mit einer Sperrung von sechs Wochen. "
            "Händler am Markt fürchten um das "
            "Weihnachtsgeschäft und fordern Ersatzbusse im Fünf-Minuten-Takt.",
        ),
    ),
    Story(
        "ferry",
        "en",
        "The Daily Harbour",
        "Transport",
        "Night ferries return to the northern coast after eleven years",
        "Ines Calder",
        "2026-11-20T06:40:00+00:00",
        (190, 205, 215),
        (60, 90, 120),
        "The first evening departure, seen from the old mole. Photo: Ines Calder",
        (
            "The first overnight ferry in eleven years left the northern harbour "
            "on Thursday with four hundred "
            "passengers and a brass band that had been told to play quietly.",
            "The operator says that the line will run three times a week until "
            "spring, and every day from May, "
            "provided that the new quay is finished by then.",
            "“We have waited long enough for somebody to remember that the sea is also a road,” said Maud "
            "Iversen, who keeps the only café at the pier and has ordered a second oven.",
            "Work on the quay stopped twice, once for money and once for a colony "
            "of terns. The city now promises "
            "that both have been taken care of, the terns with a raft of their own.",
        ),
    ),
)


def publish(site: Site, story: Story) -> str:
    """Put a story on the web and answer its address."""
    picture = site.picture(f"/{story.slug}.jpg", landscape(story), "image/jpeg")
    first, *rest = (f"<p>{each}</p>" for each in story.body)
    text = "".join((first, SHARE, *rest[:1], RELATED, *rest[1:]))
    return site.page(
        f"/{story.slug}.html",
        f"""<!doctype html><html lang="{story.language}" dir="{story.direction}"><head><meta charset="utf-8">
<title>{story.title} | {story.paper}</title><meta property="og:site_name" content="{story.paper}">
<meta property="article:section" content="{story.section}"><meta name="author" content="{story.byline}">
<meta property="article:published_time" content="{story.published}"></head><body>
{HEAD}<article><h1>{story.title}</h1>
<figure><img src="{picture}" alt=""><figcaption>{story.caption}</figcaption></figure>{text}</article>
{FOOT}</body></html>""",
    )


def landscape(story: Story) -> bytes:
    """A sky, and some sails or roofs before it."""
    chance = random.Random(story.slug)  # the same picture every time
    width, height = 960, 540
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        draw.line([(0, y), (width, y)], fill=_between(story.sky, story.ground, y / height))
    for _each in range(14):
        x, top = chance.randrange(width), chance.randrange(height // 3, height)
        corners = [
            (x, height),
            (x + chance.randrange(40, 160), top),
            (x + chance.randrange(120, 260), height),
        ]
        draw.polygon(corners, fill=_between((0, 0, 0), story.ground, 0.6))
    out = BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def _between(start: Colour, end: Colour, part: float) -> Colour:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
    return red, green, blue
