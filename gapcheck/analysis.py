"""The run, from the study's files to the Report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from gapcheck.assess.run import assess
from gapcheck.checks.run import check
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.load.choose import choose, choose_imperative
from gapcheck.load.study import load_study
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report


def examine(root: Path) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """What a study holds, and everything that is wrong with it."""
    corpus, loaded = load_study(root)
    return corpus, check(corpus, loaded)


def analyse(
    root: Path,
    *,
    today: date,
    as_at: date | None = None,
    names: Iterable[str] = (),
    audience: Audience = Audience.TEAM,
) -> Report:
    """Judge a study (or the partnerships named) and say first what had to be left out."""
    corpus, found = examine(root)
    lsps = choose(corpus, names)
    report = assess(corpus, today=today, as_at=as_at, lsps=lsps, audience=audience)
    return replace(report, diagnostics=found, left_out=left_out(found))


def left_out(found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """One sentence a file: what no verdict rests on until its errors are mended."""
    lost = [one for one in found if one.left_out and one.severity is Severity.ERROR]
    errors = Counter(one.location.path for one in lost)
    parts: dict[str, list[str]] = {}
    for one in lost:
        named = parts.setdefault(one.location.path, [])
        if one.left_out not in named:
            named.append(one.left_out)
    return tuple(_sentence(path, named, errors[path]) for path, named in parts.items())


def _sentence(path: str, named: list[str], errors: int) -> str:
    whole = next((one for one in named if one.startswith("the whole")), None)
    count = f"{errors} error{'' if errors == 1 else 's'}"
    return f"{path}: {whole or ', '.join(named)} ({count})."


def explain_one(
    root: Path, imperative: str, names: Iterable[str], *, today: date, as_at: date | None = None
) -> tuple[str, Report]:
    """The full name of one imperative, and the report in which it is judged."""
    corpus, found = examine(root)
    meant = choose_imperative(corpus, imperative)
    report = assess(corpus, today=today, as_at=as_at, lsps=choose(corpus, names))
    return meant.name, replace(report, diagnostics=found, left_out=left_out(found))
