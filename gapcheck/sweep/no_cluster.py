"""What is raised where a cluster was asked for and cannot be worked with."""

from __future__ import annotations


class NoCluster(Exception):
    """A cluster cannot be worked with; the argument is the sentence that says why."""
