"""In which section of the site the article stands, and the site's own keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from clipper.clean import bylines, dates, names, structured
from clipper.clean.icon_names import SECTION_ICONS
from clipper.clean.page_lines import Line
from clipper.clean.phrases import normalised, rule_of
from clipper.clean.structured import Said
from clipper.clean.text import collapsed, is_prose, same, word_set, words_in
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


def section(
    root: etree._Element,
    said: Said,
    head: Sequence[Line],
    site_names: frozenset[str],
    title: str | None,
    lines: Sequence[Line],
) -> str | None:
    """The section the article stands in, or None."""
    for said_or_shown in _sections(root, said, head, lines):
        candidate = _unlabelled(words_in_value(said_or_shown, SECTION_ICONS))
        flat = same(candidate)
        if (
            flat
            and flat not in site_names
            and flat != same(title or "")
            and len(candidate) <= 60
            and not rule_of(candidate)
        ):
            return collapsed(candidate)
    return None


def _sections(root: etree._Element, said: Said, head: Sequence[Line], lines: Sequence[Line]) -> Iterable[str]:
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
    for line in head:
        named = (_up_to_mark(text) for icon, text in line.pieces if icon in SECTION_ICONS)
        yield from filter(_may_be_section, named)
    for line in head:
        if words_in(line.text) <= 7 and _unlabelled(line.text) != line.text:
            yield line.text
    yield from _crumbs(said)
    yield from _marked_sections(root)
    links = {same(line.text) for line in lines[:400] if line.linked and words_in(line.text) <= 3}
    for line in head:
        if is_prose(line.text):
            continue
        if (
            line.linked
            and same(line.text) in links
            and sum(same(each.text) == same(line.text) for each in lines[:400]) > 1
        ):
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


def _marked_sections(root: etree._Element) -> Iterable[str]:
    for element in root.iter("a", "span", "div", "p"):
        rel = (element.get("rel") or "").split()
        if ("category" in rel or _SECTION_NAMES.search(names.of(element))) and not names.is_hidden(element):
            text = _unlabelled(words_of(element, SECTION_ICONS))
            if 1 < len(text) <= 40 and words_in(text) <= 4:
                yield text
                return


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


def keywords(root: etree._Element, said: Said, section: str | None) -> tuple[str, ...]:
    """The page's own keywords, each once, the section first."""
    values: list[str] = [section] if section else []
    values += said.metas.get("article:tag", [])
    for key in ("news_keywords", "keywords", "parsely-tags", "sailthru.tags"):
        values += [part for value in said.metas.get(key, ())[:1] for part in re.split(r"[,;،、]", value)]
    for text in structured.texts(said.article.get("keywords")):
        values += re.split(r"[,;،、]", text)
    values += [words_of(link) for link in root.iter("a") if "tag" in (link.get("rel") or "").split()]
    found: dict[str, str] = {}
    for value in (words_in_value(value, SECTION_ICONS) for value in values):
        if 1 < len(value) <= 60 and words_in(value) <= 6 and ":" not in value and value.casefold() != "null":
            found.setdefault(value.casefold(), value)
    return tuple(found.values())[:MOST_KEYWORDS]
