"""What a problem is known by from one run to the next, wherever its line has moved."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from gapcheck.diagnostic import Diagnostic

_MOVING = re.compile(r"(?<=\.yaml:)\d+|(?<=\.yml:)\d+|(?<=\bline )\d+|(?<=\bcolumn )\d+")
_COUNT = re.compile(r"\d[\d,]*")


def fingerprint(one: Diagnostic) -> str:
    """The same for the same problem in the same record, on whatever line it stands.

    A value that may identify somebody is no part of it: short values can be guessed from a hash.
    """
    parts = (one.location.path, one.rule, one.record, one.left_out, _steady(one))
    whole = json.dumps(parts, ensure_ascii=True)
    return sha256(whole.encode("ascii")).hexdigest()[:32]


def numbered(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each problem with its fingerprint and which one of that fingerprint it is, from 1."""
    seen: Counter[str] = Counter()
    for one in found:
        name = fingerprint(one)
        seen[name] += 1
        yield one, f"{name}:{seen[name]}"


def _steady(one: Diagnostic) -> str:
    """The message without what changes while the problem stays."""
    if one.sensitive:
        return ""
    # The line that stands for many counts them.
    return (_COUNT if one.rule == "too-many" else _MOVING).sub("", one.message)
