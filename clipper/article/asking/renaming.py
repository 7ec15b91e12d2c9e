"""A query that is kept, after a tag or collection that it names was renamed.

>>> renamed('ferry -tag:"Old Name" clipped:today', "tag", {"Old Name": "new"}.get)
'ferry -tag:new clipped:today'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from clipper.article.asking.reader import parse
from clipper.article.asking.tree import And, InCollection, Not, Or, Part, Tagged, all_of, any_of, none_of
from clipper.article.asking.writer import ANY_DAY, quoted, written

NamedField = Literal["tag", "in"]
_VALUE = r'([:：])(?:"((?:[^"]|"")*)"|([^\s()（）"]+))'
_WRITTEN = {
    "tag": re.compile(rf"\b(tag){_VALUE}", re.IGNORECASE),
    "in": re.compile(rf"\b(in|collection){_VALUE}", re.IGNORECASE),
}
_OTHER_DAY: date = ANY_DAY + timedelta(days=40)


def renamed(text: str, field: NamedField, follow: Callable[[str], str | None]) -> str:
    """The query with other values in this field; `follow` answers None for those that stay.

    What was typed stays as it was typed, so far as that can be: relative days always. Where they stand in a
    query that has to be written anew, it stays as it is.
    """
    before = parse(text, today=ANY_DAY)
    after = _followed(before, field, follow)
    if after == before:
        return text

    def replaced(found: re.Match[str]) -> str:
        value = found[4] if found[3] is None else found[3].replace('""', '"')
        new = follow(value)
        return found[0] if new is None else f"{found[1]}{found[2]}{quoted(new)}"

    typed = _WRITTEN[field].sub(replaced, text)
    if parse(typed, today=ANY_DAY) == after:
        return typed
    return written(after) if parse(text, today=_OTHER_DAY) == before else text


def _followed(part: Part | None, field: NamedField, follow: Callable[[str], str | None]) -> Part | None:
    match part:
        case Tagged(name) if field == "tag":
            return Tagged(follow(name) or name)
        case InCollection(path) if field == "in":
            return InCollection(follow(path) or path)
        case Not(inner):
            return none_of(_followed(inner, field, follow))
        case And(parts):
            return all_of(_followed(each, field, follow) for each in parts)
        case Or(parts):
            return any_of(_followed(each, field, follow) for each in parts)
    return part
