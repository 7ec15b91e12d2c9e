"""Dates, languages, names and reading times of an article, as the reader and the details say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from clipper.i18n import _

WORDS_A_MINUTE = 230
CHARACTERS_A_MINUTE = 450
"""Of Chinese and Japanese, where words are not set apart."""

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DAY_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMMAS = {"ar": "، ", "fa": "، ", "ur": "، ", "zh": "、", "ja": "、"}


def published_day(published: str | None) -> str:
    """`28 January 2026`, the day by the page's own clock; what is no date says itself."""
    moment = _read(published)
    return (published or "") if moment is None else _day(moment, _pattern())


def published_exactly(published: str | None) -> str:
    """`28 Jan 2026, 14:05 +03:00`: as the page gives it, with its zone; a date alone stays alone."""
    moment = _read(published)
    if moment is None:
        return published or ""
    words = _day(moment, _pattern().replace("MMMM", "MMM"))
    if _DAY_ONLY.fullmatch(published or ""):
        return words
    return f"{words}, {_time(moment)}{_zone(moment)}"


def captured(moment: datetime, now: datetime | None = None) -> str:
    """`today, 15:20`, `yesterday, 15:20`, `28 Jan 2026, 15:20`, by this computer's clock."""
    here = moment.astimezone()
    days = ((now or datetime.now().astimezone()).date() - here.date()).days
    day = {0: _("today"), 1: _("yesterday")}.get(days) or _day(here, _pattern().replace("MMMM", "MMM"))
    return f"{day}, {_time(here)}"


def language(tag: str | None) -> str:
    """`ar` -> `Arabic`; a language that is not known says its code."""
    if not tag:
        return ""
    known = QLocale.codeToLanguage(tag.split("-")[0])
    if known == QLocale.Language.AnyLanguage:
        return tag
    name = QLocale.languageToString(known)
    if tag.startswith("zh-hant"):
        return _("{language} (traditional)").format(language=name)
    return name


def names(byline: Sequence[str], tag: str | None) -> str:
    """The names one after another, with the comma of the article's language."""
    return _COMMAS.get((tag or "").split("-")[0], ", ").join(byline)


def by(byline: Sequence[str], tag: str | None) -> str:
    """`By Staff, Agencies`; the names alone over an article in another language than English."""
    said = names(byline, tag)
    if not said or (tag or "en").split("-")[0] != "en":
        return said
    return _("By {names}").format(names=said)


def minutes(text: str) -> int:
    """Minutes that reading takes, at least one."""
    eastern = len(_EAST_ASIAN.findall(text))
    words = len(_EAST_ASIAN.sub(" ", text).split())
    return max(1, round(words / WORDS_A_MINUTE + eastern / CHARACTERS_A_MINUTE))


def _read(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published or "")
    except ValueError:
        return None


def _pattern() -> str:
    """The locale's long date without the day of the week."""
    long = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return re.sub(r"[\s,،]*dddd[\s,،]*", "", long) or "d MMMM yyyy"


def _day(moment: date, pattern: str) -> str:
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), pattern)


def _time(moment: datetime) -> str:
    locale = QLocale()
    form = locale.timeFormat(QLocale.FormatType.ShortFormat)
    if locale.language() == QLocale.Language.C:
        form = "HH:mm"
    return locale.toString(QTime(moment.hour, moment.minute), form)


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    if offset == timedelta(0):
        return " UTC"
    total = round(offset.total_seconds() / 60)
    sign, total = ("+", total) if total > 0 else ("−", -total)
    hours, rest = divmod(total, 60)
    return f" {sign}{hours:02d}" + (f":{rest:02d}" if rest else "")
