"""What the command line cannot do, as exceptions whose argument is the sentence to show."""

from __future__ import annotations


class CannotWrite(Exception):
    """The output could not be written."""


class Refused(Exception):
    """What was asked cannot be done."""
