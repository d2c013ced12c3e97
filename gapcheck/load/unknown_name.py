"""A name that nothing has: apart, so that whoever tells of it need not import the readers."""

from __future__ import annotations


class UnknownName(Exception):
    """There is nothing of that name; the argument is the sentence that says so and offers one."""
