"""Languages as the typesetter knows them: for hyphens, quotation marks and the right forms of Han letters."""

from __future__ import annotations

import re

_SUBTAGS = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
_HAN = {"ja": "JP", "ko": "KR"}
_TRADITIONAL = frozenset(("hant", "tw", "mo"))
_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("ja", "\u3041", "\u30ff"),
    ("ko", "\uac00", "\ud7a3"),
    ("zh", "\u4e00", "\u9fff"),
    ("ar", "\u0620", "\u06ff"),
    ("he", "\u05d0", "\u05ea"),
    ("hi", "\u0900", "\u097f"),
)


def tongue(language: str) -> dict[str, str]:
    """`lang`, and where it says so `region` and `han`, of a BCP 47 tag; `und` for what is none.

    >>> tongue("zh-hant-hk")
    {'lang': 'zh', 'region': 'HK', 'han': 'HK'}
    """
    if not _SUBTAGS.fullmatch(language.lower().replace("_", "-")):
        return {"lang": "und"}
    lang, *rest = language.lower().replace("_", "-").split("-")
    said = {"lang": lang}
    region = next((part for part in rest if len(part) == 2), None)
    if region and region.isalpha():
        said["region"] = region.upper()
    han = _han(lang, rest)
    if han:
        said["han"] = han
    return said


def guessed(text: str) -> str | None:
    """The language of a script that is mostly one language's, by the first thousand letters; else None."""
    sample = text[:1000]
    for language, first, last in _SCRIPTS:
        found = sum(first <= letter <= last for letter in sample)
        if found > len(sample) // 10:
            return language
    return None


def _han(lang: str, rest: list[str]) -> str | None:
    if lang != "zh" and lang != "yue":
        return _HAN.get(lang)
    if "hk" in rest or lang == "yue":
        return "HK"
    return "TC" if _TRADITIONAL & set(rest) else "SC"
