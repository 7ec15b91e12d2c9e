"""Statements that are built once and told their ids when they run, however many these are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, bindparam, func, select


def given() -> Select[Any]:
    """The ids that a statement is executed with (`ids_given`): the statement is built once for any number."""
    return select(func.json_each(bindparam("ids")).table_valued("value").c.value)


def ids_given(ids: Iterable[int]) -> dict[str, str]:
    """The value for `given`."""
    return {"ids": json.dumps(list(ids))}
