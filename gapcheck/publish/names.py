"""Barriers, enablers and tensions: those that enough voices name, and how many where it is told.

What one or two people name is theirs, and a coder's word for it may tell whose. So in a
partnership where people spoke a name is told where at least `least` of its voices name it, and
nowhere else: neither over the whole partnership nor beside a finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gapcheck.model.finding import Named
from gapcheck.model.report import PartnershipReport


def every_name(part: PartnershipReport) -> tuple[Named, ...]:
    """All that hinders, helps or pulls apart in a partnership."""
    return (*part.barriers, *part.enablers, *part.tensions)


def common(part: PartnershipReport, least: int) -> frozenset[str]:
    """What at least so many voices of a partnership name."""
    return frozenset(each.name for each in every_name(part) if (each.voices or 0) >= least)


def told_names(
    named: Iterable[Named], told: frozenset[str], least: int | None
) -> tuple[Named, ...]:
    """Those of the names that are told, with numbers from `least` on; none where that is None.

    Those without a number stand last, in the order of the alphabet: by number they would tell it.
    """
    counted = (
        each
        if least is not None and each.voices is not None and each.voices >= least
        else replace(each, voices=None)
        for each in named
        if each.name in told
    )
    return tuple(sorted(counted, key=_order))


def _order(named: Named) -> tuple[bool, int, str]:
    return named.voices is None, -(named.voices or 0), named.name
