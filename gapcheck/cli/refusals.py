"""What the command line cannot do, as exceptions whose argument is the sentence to show."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.near import offered


class CannotWrite(Exception):
    """The output could not be written."""


class Refused(Exception):
    """What was asked cannot be done."""


def known(typed: str, options: Iterable[str], noun: str) -> str:
    """What was typed, if it is one of these; Refused, with the nearest of them, where it is not."""
    every = list(options)
    if typed in every:
        return typed
    raise Refused(f"`{typed}` is no {noun}. {offered(typed, every)}")
