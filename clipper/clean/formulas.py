"""Formulas, whatever draws them (MathML, KaTeX, MathJax, pictures): each once, as its TeX or in readable
words, in a `code` element; one that stands alone in a paragraph of its own.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from clipper.clean import walk
from clipper.clean.elements import element, nodes_after, put, text
from clipper.clean.mathml import readable

ELEMENTS = frozenset(("math", "mjx-container", "script", "img"))
CLASSES = ("katex", "math", "mjx", "latex", "equation", "formula")
_PICTURE = re.compile(r"mwe-math-fallback|(?:^|\s)(?:latex|tex|math|equation|formula|wp-katex-eq)(?:$|\s)")
_DRAWN_BY = re.compile(
    r"(?:latex|mathtex|mimetex|tex)\.(?:codecogs|php|cgi|wordpress|aspx)|latex\.php|/cgi-bin/m\w+tex", re.I
)
_MATHJAX = re.compile(r"(?:^|\s)(?:MathJax(?:_Display|_SVG|_SVG_Display|_CHTML|_Preview)?|mjx-chtml)(?:$|\s)")
_PARTS = ("math", "tex", "equation", "formula")
_WHOLE = re.compile(r"(?:^|\s)(?:katex|katex-display|mwe-math-element)(?:$|\s)")
_DELIMITED = re.compile(r"\s*(?:\\\((.+)\\\)|\\\[(.+)\\\]|\$\$(.+)\$\$|\$(.+)\$)\s*", re.DOTALL)
_STYLED = re.compile(r"\s*\{\\(?:displaystyle|textstyle)\s*(.*)\}\s*", re.DOTALL)
_MARKUP = re.compile(r"</|<[a-z]+\s[\w-]+=|<!--", re.IGNORECASE)
_MATH = frozenset(("math",))
_ANNOTATIONS = frozenset(("annotation",))
LONGEST = 2000
"""Characters of a formula; more is no formula."""


def plain(tag: Tag) -> Tag | None:
    """The plain form of a formula; None where `tag` is none."""
    name = tag.name
    if name == "script":
        return _of_script(tag)
    if name == "img":
        return _of_picture(tag)
    if name == "math":
        return _made(_tex_of(tag), alone=tag.attrs.get("display") == "block")
    if name == "mjx-container":
        return _of_math_in(tag, alone=tag.attrs.get("display") == "true")
    kind = str(tag.attrs.get("class") or "")
    if _WHOLE.search(kind):
        return _of_math_in(tag, alone="display" in kind) or _of_picture_in(tag)
    if _MATHJAX.search(kind):
        return _of_markup(str(tag.attrs.get("data-mathml") or "")) or _of_math_in(tag, alone="isplay" in kind)
    if "math" in kind and tag.name in ("span", "div"):
        return _of_delimited(tag)
    return None


def is_doubled(tag: Tag) -> bool:
    """A rendering by MathJax behind which the formula itself stands, for its program to read."""
    kind = str(tag.attrs.get("class") or "")
    if "MathJax" not in kind or not _MATHJAX.search(kind):
        return False
    behind = nodes_after(tag)
    following = next(behind, None)
    for _part in range(3):  # preview, rendering, rendering for those who listen
        if isinstance(following, Tag) and _MATHJAX.search(str(following.attrs.get("class") or "")):
            following = next(behind, None)
    return "Preview" in kind or (isinstance(following, Tag) and _is_formula(following))


def _is_formula(script: Tag) -> bool:
    return script.name == "script" and str(script.attrs.get("type") or "").startswith("math/")


def _of_script(script: Tag) -> Tag | None:
    if not _is_formula(script):
        return None
    words = "".join(str(each) for each in script.contents)
    if "mml" in str(script.attrs["type"]):
        return _of_markup(words)
    words = re.sub(r"%?\s*<!\[CDATA\[|%?\s*\]\]>", "", words)
    if _MARKUP.search(words):
        return None
    return _made(words, alone="display" in str(script.attrs["type"]))


def _of_picture(picture: Tag) -> Tag | None:
    """A picture of a formula says it in its `alt`."""
    kind, source = str(picture.attrs.get("class") or ""), str(picture.attrs.get("src") or "")
    named = kind and any(map(kind.__contains__, _PARTS)) and _PICTURE.search(kind)
    if not named and not ("tex" in source and _DRAWN_BY.search(source)):
        return None
    alt = str(picture.attrs.get("alt") or "")
    return _made(alt) if alt.strip() else None


def _of_picture_in(tag: Tag) -> Tag | None:
    picture = tag.find("img")
    return _of_picture(picture) if isinstance(picture, Tag) else None


def _of_math_in(tag: Tag, *, alone: bool) -> Tag | None:
    math = walk.first(tag, _MATH)
    if math is not None:
        return _made(_tex_of(math), alone=alone or math.attrs.get("display") == "block")
    words = str(tag.attrs.get("aria-label") or "")
    return _made(words, alone=alone) if words.strip() else None


def _of_markup(mathml: str) -> Tag | None:
    if "<math" not in mathml[:200]:
        return None
    math = BeautifulSoup(mathml[:50_000], "lxml", multi_valued_attributes=None).find("math")
    return _made(_tex_of(math), alone=math.attrs.get("display") == "block") if isinstance(math, Tag) else None


def _of_delimited(tag: Tag) -> Tag | None:
    words = walk.all_text(tag)
    found = _DELIMITED.fullmatch(words)
    return _made(words, alone=bool(found[2] or found[3])) if found else None


def _tex_of(math: Tag) -> str:
    """Its TeX where the page gives it; else the formula in words and signs."""
    for annotation in walk.every(math, _ANNOTATIONS):
        if "tex" in str(annotation.attrs.get("encoding") or "").lower():
            return walk.all_text(annotation)
    return str(math.attrs.get("alttext") or "").strip() or readable(math)


def _made(words: str, *, alone: bool = False) -> Tag | None:
    for form in (_DELIMITED, _STYLED, _DELIMITED):
        found = form.fullmatch(words)
        words = next(filter(None, found.groups()), "") if found else words
    words = " ".join(words.split())
    if not words or len(words) > LONGEST:
        return None
    code = element("code")
    put(code, text(words))
    if not alone:
        return code
    paragraph = element("p")
    put(paragraph, code)
    return paragraph
