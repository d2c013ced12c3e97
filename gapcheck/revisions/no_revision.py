"""A revision that cannot be read: apart, so that whoever tells of it need not import the reader."""

from __future__ import annotations


class NoRevision(Exception):
    """There is no study to be read there; the argument is the sentence that says so."""
