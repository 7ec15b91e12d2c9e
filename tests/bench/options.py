"""What several benches are told in the same way, and how they say that it will not do."""

from __future__ import annotations

import argparse


class CannotMeasure(Exception):  # noqa: N818 - reads as what happened
    """What a bench needs is not there; the text says what, and what can be done."""


def count(word: str) -> int:
    """A number from 1 on."""
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
