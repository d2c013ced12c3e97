"""What keeps a report from the public, as an exception whose argument is the sentence to show."""

from __future__ import annotations


class NotFit(Exception):
    """A report for the public would break what participants were promised."""
