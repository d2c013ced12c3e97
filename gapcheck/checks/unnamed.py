"""A problem as it may be written: an address or number of somebody's in it is shown as dots.

A file may be named for somebody, and an id in a message is often the name of its file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from gapcheck.checks.identifiers import identifiers
from gapcheck.checks.prose import hidden
from gapcheck.diagnostic import Diagnostic, Location, Related
from gapcheck.model.quoted import Quoted

_BETWEEN = re.compile(r"[-_.]")
_ENDING = re.compile(r"\.ya?ml\Z", re.IGNORECASE)


def unnamed(one: Diagnostic) -> Diagnostic:
    """The problem with nobody's address or number in its places and words."""
    return Diagnostic(
        _place(one.location),
        one.severity,
        one.rule,
        _words(one.message),
        _words(one.help),
        tuple(Related(_place(two.location), _words(two.message)) for two in one.related),
        _words(one.left_out),
        one.sensitive,
        _words(one.record),
    )


def unnamed_source(one: Quoted) -> Quoted:
    """What is told of a source's quotes, with nobody's address or number in its names."""
    return replace(
        one, lsp=shown(one.lsp), source=shown(one.source), transcript=shown(one.transcript)
    )


@cache
def shown(path: str) -> str:
    """The path with every part of it that identifies somebody as dots."""
    return "/".join(map(_part, path.split("/")))


def _place(place: Location) -> Location:
    path = shown(place.path)
    return place if path == place.path else replace(place, path=path)


def _words(text: str) -> str:
    for _, value in identifiers(text):
        text = text.replace(value, hidden(value))
    return text


def _part(name: str) -> str:
    stem = _ENDING.sub("", name)
    spaced = _BETWEEN.sub(" ", stem)
    if next(identifiers(stem), None) or next(identifiers(spaced), None):
        return hidden(stem) + name[len(stem) :]
    return name
