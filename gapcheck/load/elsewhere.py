"""A file among a partnership's sources that is of another kind, so that it goes elsewhere."""

from __future__ import annotations

from gapcheck.diagnostic import Diagnostic, Location
from gapcheck.load.entries import unread

POLICY = "policy"
CODES = "codes"


def elsewhere(value: object) -> str:
    """What a file is if it is no source; empty where it is one, or nothing that is known."""
    keys = value.keys() if isinstance(value, dict) else set()
    if {"policy", "imperatives"} <= keys and "source" not in keys:
        return POLICY
    if {"source", "coder", "codes"} <= keys and not keys & {"kind", "excerpts"}:
        return CODES
    return ""


def stray_policy(file: str) -> Diagnostic:
    """What is said of a policy that lies among the evidence."""
    return unread(Location(file), "it is a policy", "Move it into policies/.")
