"""What is wrong with a file that was named as the template of a document."""

from __future__ import annotations


class NoTemplate(Exception):
    """The file cannot give a document its styles; the argument is the sentence to show."""
