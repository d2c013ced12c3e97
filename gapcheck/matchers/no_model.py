"""What is wrong with a model, or with what runs it."""

from __future__ import annotations


class NoModel(Exception):
    """The model cannot be used; the argument is the sentence to show."""
