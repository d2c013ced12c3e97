"""Problems that a team knows already, kept in a file by fingerprint, so that new ones stand out.

Format `gapcheck-baseline/1`:
1  problems: path, rule, fingerprint, count; path and rule are for people, nothing reads them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gapcheck.checks.narrowing import ALWAYS
from gapcheck.diagnostic import Diagnostic
from gapcheck.fingerprints import fingerprint

FORMAT: Final = "gapcheck-baseline/1"


class Broken(Exception):
    """A baseline cannot be read; the argument says why, as the end of "it ..."."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The problems that are new, how many are known, and how many known ones are gone."""

    new: tuple[Diagnostic, ...]
    known: int = 0
    gone: int = 0


def to_text(found: Iterable[Diagnostic]) -> str:
    """A baseline of these problems: a line each, so that a change of it reads well."""
    counts = Counter(
        (one.location.path, one.rule, fingerprint(one)) for one in found if one.rule not in ALWAYS
    )
    lines = [
        json.dumps({"path": path, "rule": rule, "fingerprint": name, "count": counts[key]})
        for key in sorted(counts)
        for path, rule, name in (key,)
    ]
    listed = ",\n".join(f"  {line}" for line in lines)
    listed = f"\n{listed}\n" if listed else ""
    return f'{{"format": "{FORMAT}", "problems": [{listed}]}}\n'


def from_bytes(data: bytes) -> Mapping[str, int]:
    """How often each fingerprint is known; Broken says why that cannot be read."""
    try:
        whole = json.loads(data)
    except RecursionError:
        raise Broken("is nested too deeply") from None
    except ValueError:
        raise Broken("holds no JSON") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise Broken(f"does not say that its format is {FORMAT}")
    problems = whole.get("problems")
    if not isinstance(problems, list):
        raise Broken("has no list of problems")
    known: Counter[str] = Counter()
    for number, entry in enumerate(problems, 1):
        name, count = _entry(entry, number)
        known[name] += count
    return known


def _entry(entry: Any, number: int) -> tuple[str, int]:
    name = entry.get("fingerprint") if isinstance(entry, dict) else None
    count = entry.get("count") if isinstance(entry, dict) else None
    if not isinstance(name, str) or type(count) is not int or count < 1:
        raise Broken(f"has no fingerprint and count in its problem {number}")
    return name, count


def sift(found: Iterable[Diagnostic], known: Mapping[str, int]) -> Sifted:
    """Part what is new from what is known; of several alike, the first are the known ones."""
    left = Counter(known)
    new = []
    for one in found:
        name = fingerprint(one)
        if left[name] > 0 and one.rule not in ALWAYS:
            left[name] -= 1
        else:
            new.append(one)
    gone = sum(left.values())
    return Sifted(tuple(new), sum(known.values()) - gone, gone)
