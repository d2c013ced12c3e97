"""What is raised where a study's address leads nowhere, or to nothing that can be read."""

from __future__ import annotations


class Unreachable(Exception):
    """An address cannot be read from; the argument is the sentence that says why."""
