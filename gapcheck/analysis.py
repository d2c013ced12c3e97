"""The run, from the study's files to the Report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from gapcheck.assess.as_at import newest_days
from gapcheck.assess.beyond import beyond, themed_in
from gapcheck.assess.coder_view import coded_by
from gapcheck.assess.matchable import matchables
from gapcheck.assess.narrowing import asked_of
from gapcheck.assess.run import assess, fieldworks
from gapcheck.checks.promises import MISSING_PLACES, hold, singled_out
from gapcheck.checks.recognisable_speaker import sizes_of_sectors
from gapcheck.checks.run import check
from gapcheck.diagnostic import Diagnostic
from gapcheck.load.choose import (
    choose,
    choose_imperative,
    choose_policies,
    choose_topics,
    folders,
)
from gapcheck.load.quotes import with_quotes
from gapcheck.load.repository import commit_of
from gapcheck.load.study import load_study
from gapcheck.matchers.tokens import topical
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.model.suggestion import Matchable, Matching
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.left_out import by_folder, of_evidence
from gapcheck.publish.run import public
from gapcheck.source.files import is_far

Gathered = tuple[Corpus, tuple[Diagnostic, ...]]
"""What was read, and all that is wrong with it."""

_NOTHING: Mapping[Path, bytes] = MappingProxyType({})


def examine(  # noqa: PLR0913  # who asks, and for how much, is told by name
    root: Path,
    only: Collection[str] = (),
    *,
    audience: Audience = Audience.TEAM,
    today: date | None = None,
    given: Mapping[Path, bytes] = _NOTHING,
    limit: bool = True,
) -> Gathered:
    """What a study holds (or those of its partnerships), and everything that is wrong with it.

    `given` are bytes that stand for what is on the disk. Without `limit` every problem is named,
    however many there are.
    """
    corpus, loaded = load_study(root, only, given)
    corpus = with_quotes(corpus, root)
    found = check(corpus, loaded, audience=audience, today=today, limit=limit, whole=not only)
    return corpus, found


def analyse(  # noqa: PLR0913  # what a report may be asked for, each by its name
    root: Path,
    *,
    today: date,
    as_at: date | None = None,
    names: Collection[str] = (),
    audience: Audience = Audience.TEAM,
    coarsen: bool = False,
    policies: Collection[str] = (),
    topics: Collection[str] = (),
    with_sensitivity: bool = False,
) -> Report:
    """Judge a study (or the partnerships named) and say first what had to be left out.

    NotFit where the report is for the public and would break a promise. `coarsen` leaves role
    and tier of speakers out of it. With `policies` (ids or titles) or `topics` it is on their
    imperatives alone. `with_sensitivity` judges all of it again under other settings.
    """
    gathered = corpus, _ = _gather(root, names, today, as_at, audience)
    lsps = chosen(gathered, names)
    meant = choose_policies(corpus, policies), choose_topics(corpus, topics)
    found = _judged(gathered, lsps, today, as_at, with_sensitivity=with_sensitivity)
    report = replace(found, commit=commit_of(root))
    if audience is Audience.PUBLIC:
        report = _published(report, gathered, lsps, coarsen)
    # Afterwards: what may be told is decided on all that is there.
    return asked_of(report, *meant)


def explain_one(  # noqa: PLR0913  # the same
    root: Path,
    imperative: str,
    names: Collection[str],
    *,
    today: date,
    as_at: date | None = None,
    audience: Audience = Audience.TEAM,
    coarsen: bool = False,
) -> tuple[str, Report]:
    """The full name of one imperative, and the report in which it is judged."""
    gathered = _gather(root, names, today, as_at, audience)
    lsps = chosen(gathered, names)
    meant = choose_imperative(gathered[0], imperative)
    report = _judged(gathered, lsps, today, as_at)
    if audience is Audience.PUBLIC:
        report = _published(report, gathered, lsps, coarsen)
    return meant.name, report


@dataclass(frozen=True, slots=True)
class Prepared:
    """A study made ready for coding: what may be matched in it, and what is suggested."""

    corpus: Corpus
    given: tuple[Matchable, ...]
    matching: Matching


def suggest(  # noqa: PLR0913  # what suggestions may be asked for, each by its name
    root: Path,
    names: Collection[str] = (),
    *,
    today: date,
    top: int = 5,
    model: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Matching:
    """Rank imperatives for the uncoded excerpts of a study, or of the partnerships named.

    `top` candidates are told of each, all where it is nought. `progress` is told how many texts
    of how many a model has read. NoModel says what is wrong with the folder of the model.
    """
    found = prepare(root, names, today=today, top=top, model=model, progress=progress)
    return found.matching


def prepare(  # noqa: PLR0913  # who codes, and with what, is told by name
    root: Path,
    names: Collection[str] = (),
    *,
    today: date,
    top: int = 5,
    model: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    coder: str = "",
) -> Prepared:
    """The same with what it rests on; for a `coder`, as if there were no codes but their own."""
    # Imported late: nothing else needs numpy, and it takes as long as a small study to read.
    from gapcheck.matchers.run import match  # noqa: PLC0415

    gathered = corpus, found = examine(root, today=today)
    lsps = chosen(gathered, names)
    corpus = coded_by(corpus, coder) if coder else corpus
    given = matchables(corpus, today)
    # A vector can betray something of its text, and nothing of such a study may lie here.
    keep = not is_far(root)
    matching = match(corpus, given, lsps, top=top, model=model, progress=progress, keep=keep)
    return Prepared(corpus, given, replace(matching, left_out=left_out(found)))


def chosen(gathered: Gathered, names: Collection[str]) -> tuple[str, ...]:
    """The ids of the partnerships named, of a study as it was gathered."""
    corpus, found = gathered
    return choose(corpus, names, _spoilt(found))


def _judged(
    gathered: Gathered,
    lsps: tuple[str, ...],
    today: date,
    as_at: date | None,
    *,
    with_sensitivity: bool = False,
) -> Report:
    """The report on what was gathered, which says first what had to be left out."""
    corpus, found = gathered
    works = fieldworks(corpus, today, as_at, lsps)
    report = assess(
        corpus, today=today, as_at=as_at, lsps=lsps, works=works, with_sensitivity=with_sensitivity
    )
    spoilt = {one.location.path for one in found if one.left_out}
    every = [one for policy in report.policies for one in policy.imperatives]
    themed = [one for work in works for one in themed_in(work)]
    told = beyond(themed, [work.partnership for work in works], every, topical, spoilt)
    return replace(report, diagnostics=found, left_out=left_out(found), beyond=told)


def _published(report: Report, gathered: Gathered, lsps: tuple[str, ...], coarsen: bool) -> Report:
    """The edition for the public, where nothing forbids that there be one."""
    corpus, found = gathered
    hold(found, lsps, coarsen=coarsen)
    sizes, small = sizes_of_sectors(corpus), singled_out(found)
    disclosure = Disclosure(
        coarsen=coarsen,
        sizes={lsp: sizes[lsp] for lsp in sorted(small & sizes.keys())},
        places_unread=any(one.rule == MISSING_PLACES for one in found),
    )
    policies = left_out(one for one in found if not of_evidence(one))
    return public(report, disclosure, (*by_folder(found), *policies))


def _gather(
    root: Path,
    names: Collection[str],
    today: date,
    as_at: date | None,
    audience: Audience,
) -> Gathered:
    """Read the partnerships named alone, where nothing of the others is needed."""
    only = folders(root, names)
    # What forbids a report for the public must not be among the problems that are not listed.
    limit = audience is Audience.TEAM
    if only:
        corpus, found = examine(root, only, audience=audience, today=today, limit=limit)
        # Where nobody was asked yet, the newest source of any partnership dates the silence.
        if as_at or all(name in newest_days(corpus.sources, today) for name in only):
            return corpus, found
    return examine(root, audience=audience, today=today, limit=limit)


def _spoilt(found: Iterable[Diagnostic]) -> set[str]:
    """The folders whose partnership was left out whole."""
    lost = (one for one in found if one.left_out.startswith("the whole partnership"))
    return {one.location.path.split("/")[1] for one in lost}


def left_out(found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """One sentence a file: what no verdict rests on until its errors are mended."""
    # What is left out stays so, and is said, whatever severity the study gives a rule.
    lost = [one for one in found if one.left_out]
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
