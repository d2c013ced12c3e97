"""Why nothing was written, in a sentence for whoever asked."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was written; the argument is the sentence that says why."""


class AlreadyThere(Refused):
    """A file that would have been written exists, or a study does."""


class NoLibrary(Refused):
    """The study that comes with gapcheck is nowhere to be found."""
