"""In which section of the site the article stands, and the site's own keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clipper.clean import bylines, dates, names, structured
from clipper.clean.icon_names import SECTION_ICONS
from clipper.clean.page_lines import Line
from clipper.clean.phrases import normalised, rule_of
from clipper.clean.structured import Said
from clipper.clean.text import collapsed, is_prose, same, word_set, words_in
from clipper.clean.visible import Visible
from clipper.clean.wording import words_in_value, words_of

MOST_KEYWORDS = 40
_SECTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cat|category|categories|cat-links|section-?name|kicker|rubric|"
    r"rubrik|entry-category|"
    r"post-category|article-?section|eyebrow)(?:[\s_-]|$)"
)
_CATEGORY = frozenset(
    normalised(each)
    for each in re.split(
        r"/|\n",
        """
category/categories/section/filed under/posted in
rubrik/kategorie/ressort/rubrique/catégorie/categoría/sección
categoria/seção/sezione/rubriek/categorie/kategoria/dział/kategori/рубрика/раздел/категория/категорія/القسم
التصنيف/קטגוריה/מדור/گروه/分类/栏目/分類/カテゴリー/カテゴリ/카테고리
""".strip(),
    )
)
"""What stands before a colon and a section's name."""
_MARK = re.compile(r"\s*[|·•»/]\s*|\s+[-–—]\s+")
_HOME = word_set(
    """
    home start front page startseite accueil inicio início главная الرئيسية ראשי ホーム トップ 首页 首頁 홈
    top ana sayfa strona główna
    """
)


_LISTED = re.compile(r",(?=\S)")
"""Between several sections in one value; a comma with a blank behind it belongs to a name."""


def section(
    said: Said, visible: Visible, head: Sequence[Line], site_names: frozenset[str], title: str | None
) -> str | None:
    """The section the article stands in, or None."""
    for said_or_shown in _sections(said, visible, head):
        candidate = _unlabelled(words_in_value(_LISTED.split(said_or_shown)[0], SECTION_ICONS))
        flat = same(candidate)
        if (
            flat
            and not flat.isdigit()
            and flat not in site_names
            and flat != same(title or "")
            and len(candidate) <= 60
            and not rule_of(candidate)
        ):
            return collapsed(candidate)
    return None


def _sections(said: Said, visible: Visible, head: Sequence[Line]) -> Iterable[str]:
    yield from structured.texts(said.article.get("articleSection"))[:1]
    declared = said.meta(
        "article:section",
        "parsely-section",
        "section",
        "cxenseparse:section",
        "dc.subject.section",
        "og:section",
    )
    if declared:
        yield declared.rpartition("/")[2]
    yield from said.properties.get("articlesection", [])[:1]
    yield from _labelled(head)
    yield from _crumbs(said)
    yield from _marked_sections(said, visible, head)
    for line in head:
        if len(line.text) < 80 and not is_prose(line.text):
            yield from _shown(line, visible)


def _labelled(head: Sequence[Line]) -> Iterable[str]:
    """What stands beside a folder or behind "Category:"."""
    for line in head:
        named = (_up_to_mark(text) for icon, text in line.pieces if icon in SECTION_ICONS)
        yield from filter(_may_be_section, named)
    for line in head:
        if ":" in line.text and words_in(line.text) <= 7 and _unlabelled(line.text) != line.text:
            yield line.text


def _shown(line: Line, visible: Visible) -> Iterable[str]:
    """A short link that stands in the menu and above the text; or the word beside an age."""
    if line.linked and words_in(line.text) <= 3:
        places = visible.places(same(line.text))
        if len(places) > 1 and any(visible.lines[at].linked for at in places):
            yield line.text
    relative = dates.relative_in(line.text)
    if relative and not bylines.byline_of(line.text):
        rest = collapsed(line.text.replace(relative, " ")).strip(" |·•,;-–—")
        if 0 < words_in(rest) <= 3 and not any(map(str.isdigit, rest)):
            yield rest


def _crumbs(said: Said) -> Iterable[str]:
    for node in said.nodes:
        if "BreadcrumbList" in structured.kinds(node) and isinstance(node.get("itemListElement"), list):
            items = [item for item in node["itemListElement"] if isinstance(item, dict)]
            found = [next(iter(structured.texts(item.get("name") or item.get("item"))), "") for item in items]
            for name in found[::-1]:
                if name and normalised(name) not in _HOME and words_in(name) <= 4 and name != found[0]:
                    yield name


def _marked_sections(said: Said, visible: Visible, head: Sequence[Line]) -> Iterable[str]:
    """What is named or linked as a category: near the headline, else the first such link of the page."""
    near = [
        element
        for line in head
        if len(line.text) < 200
        for element, name in visible.marked(line)
        if name and _names_section(name)
    ]
    tags = said.links.get("tag", ())
    for element in (*near, *said.links.get("category", ())[:3], *(tags if len(tags) == 1 else ())):
        text = "" if names.is_hidden(element) else _unlabelled(words_of(element, SECTION_ICONS))
        if 1 < len(text) <= 40 and words_in(text) <= 4:
            yield text
            return


def _names_section(name: str) -> bool:
    is_like = "cat" in name or "section" in name or "rubri" in name or "kicker" in name or "eyebrow" in name
    return is_like and _SECTION_NAMES.search(name) is not None


def _up_to_mark(text: str) -> str:
    """What stands before a bar, a date or an age."""
    text = _MARK.split(text)[0]
    found = dates.first_in(text, None)
    text = text[: found.start] if found else text
    relative = dates.relative_in(text)
    return collapsed(text.partition(relative)[0] if relative else text).strip(" ,;-–—")


def _may_be_section(text: str) -> bool:
    """Short, and neither a number nor a time."""
    if not text or words_in(text) > 4 or len(text) > 40 or any(map(str.isdigit, text)):
        return False
    return not dates.relative_in(text)


def _unlabelled(text: str) -> str:
    """ "Category: Harbour" is "Harbour"."""
    head, mark, rest = text.partition(":")
    return rest.strip() if mark and normalised(head) in _CATEGORY and rest.strip() else text


def keywords(said: Said, section: str | None, site_names: frozenset[str]) -> tuple[str, ...]:
    """The page's own keywords, each once, the section first; the site itself is none."""
    values: list[str] = [section] if section else []
    values += said.metas.get("article:tag", [])
    for key in ("news_keywords", "keywords", "parsely-tags", "sailthru.tags"):
        values += [part for value in said.metas.get(key, ())[:1] for part in re.split(r"[,;،、]", value)]
    for text in structured.texts(said.article.get("keywords")):
        values += re.split(r"[,;،、]", text)
    values += [words_of(link) for link in said.links.get("tag", ())[:MOST_KEYWORDS] if link.tag == "a"]
    found: dict[str, str] = {}
    for value in (words_in_value(value, SECTION_ICONS) for value in values):
        if _may_be_keyword(value) and same(value) not in site_names:
            found.setdefault(value.casefold(), value)
    return tuple(found.values())[:MOST_KEYWORDS]


def _may_be_keyword(value: str) -> bool:
    """A few words that name something; neither a number nor what a system writes for itself."""
    return (
        1 < len(value) <= 60
        and words_in(value) <= 6
        and any(map(str.isalpha, value))
        and not any(map(value.__contains__, ":{}<>=_/"))
        and value.casefold() not in _NO_KEYWORDS
    )


_NO_KEYWORDS = word_set(
    "null none undefined news article articles post posts blog uncategorized uncategorised allgemein home"
)
