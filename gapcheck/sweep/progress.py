"""How far a long run has come, for whoever wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how much of how much is done, each time that more is."""

Steps = Callable[[str], Progress]
"""Is told what is done next, in one word or two, and says who wants to hear how far it is."""


def unheard(done: int, whole: int) -> None:
    """Nobody wants to hear."""


def untold(step: str) -> Progress:  # noqa: ARG001  # as Steps has it
    """Nobody wants to hear of any step."""
    return unheard
