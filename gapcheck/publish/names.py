"""Barriers, enablers and tensions: their names, and numbers of voices where they are many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gapcheck.model.finding import Named


def told_names(named: Iterable[Named], least: int | None) -> tuple[Named, ...]:
    """The names with the numbers of voices from `least` on; without any number where it is None.

    Those without a number stand last, in the order of the alphabet: by number they would tell it.
    """
    told = [
        each
        if least is not None and each.voices is not None and each.voices >= least
        else replace(each, voices=None)
        for each in named
    ]
    return tuple(sorted(told, key=_order))


def _order(named: Named) -> tuple[bool, int, str]:
    return named.voices is None, -(named.voices or 0), named.name
