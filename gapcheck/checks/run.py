"""All checks over a Corpus, with the study's severities, in the order of the files."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from gapcheck.checks import (
    about_after_source,
    about_outside_force,
    changed_transcript,
    cited_pseudonym,
    claim_as_first_hand,
    contradictory_codes,
    date_in_future,
    direct_identifier,
    duplicate_text,
    empty_partnership,
    empty_source,
    empty_study,
    idle_embargo,
    long_quote,
    missing_approval,
    missing_review,
    named_person,
    near_duplicate,
    quote_in_doubt,
    quote_not_found,
    real_locality,
    recognisable_speaker,
    retention,
    speakers,
    special_category,
    suspect_code,
    transcript_outside,
    unevidenced_imperative,
    unfinished_prose,
    unknown_policy,
    unknown_rule,
    unreadable_transcript,
    untouched_source,
    withdrawn,
    withdrawn_transcript,
)
from gapcheck.checks.around import Around, Hit
from gapcheck.checks.asking import Asking
from gapcheck.checks.ignores import RULE as UNUSED
from gapcheck.checks.ignores import settle
from gapcheck.checks.limits import limited
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Audience, Sight
from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.had_before import had_before, marks_of
from gapcheck.model.settings import Settings, SeverityRule
from gapcheck.model.study import Source

SOURCE_CHECKS: Final[tuple[Callable[[Source, Around], Iterator[Hit]], ...]] = (
    about_after_source.check,
    about_outside_force.check,
    changed_transcript.check,
    cited_pseudonym.check,
    claim_as_first_hand.check,
    contradictory_codes.check,
    date_in_future.check,
    direct_identifier.check,
    empty_source.check,
    idle_embargo.check,
    long_quote.check,
    named_person.check,
    near_duplicate.check,
    quote_in_doubt.check,
    quote_not_found.check,
    real_locality.check,
    special_category.check,
    suspect_code.check,
    transcript_outside.check,
    unfinished_prose.check,
    unreadable_transcript.check,
    untouched_source.check,
    withdrawn.check,
    withdrawn_transcript.check,
)
"""Rules that look at one source alone."""

STUDY_CHECKS: Final[tuple[Callable[[Corpus, Asking], Iterator[Diagnostic]], ...]] = (
    duplicate_text.check,
    empty_partnership.check,
    empty_study.check,
    missing_approval.check,
    missing_review.check,
    real_locality.check_partnerships,
    recognisable_speaker.check,
    retention.check,
    speakers.check,
    unknown_policy.check,
)
"""Rules that look at the study, or at as many of its partnerships as were read."""

WHOLE_CHECKS: Final[tuple[Callable[[Corpus, Asking], Iterator[Diagnostic]], ...]] = (
    unevidenced_imperative.check,
)
"""Rules that would be wrong where a partnership was not read."""


Weight = tuple[Callable[[str], object], str]
"""Whether a severity that the study set is meant for a path, and which it is."""


def check(  # noqa: PLR0913  # who asks, and for how much, is told by name
    corpus: Corpus,
    loaded: Iterable[Diagnostic],
    *,
    audience: Audience = Audience.TEAM,
    today: date | None = None,
    limit: bool = True,
    whole: bool = True,
) -> tuple[Diagnostic, ...]:
    """What loading found and what the checks find, ordered, weighed and (to a limit) counted.

    `whole` is false where only some partnerships of the study were read.
    """
    asking = Asking(audience, today)
    found = [*loaded, *_of_sources(corpus, asking), *of_study(corpus, asking, whole)]
    return finished(found, corpus.settings, limit=limit)


def finished(
    found: Iterable[Diagnostic], settings: Settings, *, limit: bool = True
) -> tuple[Diagnostic, ...]:
    """What was found, ordered, weighed and (to a limit) counted."""
    told = list(_borne_out(list(found)))
    weights = _weights(settings.severities, {one.rule for one in told})
    weighed = [one for one in (_weigh(one, weights.get(one.rule, ())) for one in told) if one]
    ordered = sorted(weighed, key=_order)
    return tuple(limited(ordered) if limit else ordered)


def _borne_out(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """All but what only seems to be missing since an error has left it out."""
    spoilt = {one.location.path for one in found if one.left_out}
    of_absence = (untouched_source.RULE, UNUSED)
    return (one for one in found if one.rule not in of_absence or one.location.path not in spoilt)


def _of_sources(corpus: Corpus, asking: Asking) -> Iterator[Diagnostic]:
    imperatives = {one.name: one for policy in corpus.policies for one in policy.imperatives}
    partnerships = {one.id: one for one in corpus.partnerships}
    quoted = {(one.lsp, one.source): one for one in corpus.quoted}
    now = marks_of(imperatives.values())
    for source in (*corpus.sources, *corpus.background):
        home = partnerships.get(source.lsp)
        around = Around(
            corpus.settings,
            home,
            imperatives,
            asking.audience,
            asking.today,
            quoted.get((source.lsp, source.id)),
            had_before(corpus.coded_as.get(f"{source.lsp}/{source.id}", ""), now),
        )
        yield from of_source(source, around)
    for coding in corpus.second_codings:
        noted = corpus.coded_as.get(f"{coding.lsp}/{coding.source}.{coding.coder}", "")
        around = Around(corpus.settings, None, imperatives, had=had_before(noted, now))
        yield from of_second_coder(coding, around)


def of_second_coder(coding: SecondCoding, around: Around) -> Iterator[Diagnostic]:
    """What is wrong with one second coder's codes."""
    yield from suspect_code.of_second_coder(coding, around)


def of_source(source: Source, around: Around) -> Iterator[Diagnostic]:
    """What is wrong with one source: it depends on nothing but the two."""
    hits = [hit for rule in SOURCE_CHECKS for hit in rule(source, around)]
    ignored = list(unknown_rule.ignored(source.excerpts))
    known = _known() if ignored else frozenset()
    elsewhere = {name for name, _ in ignored} - known | {duplicate_text.RULE}
    if around.today is None:
        elsewhere.add(date_in_future.RULE)
    if source.transcript and not (around.quoted and around.quoted.sight is Sight.SEEN):
        elsewhere |= {quote_in_doubt.RULE, quote_not_found.RULE}
    yield from settle(source, hits, elsewhere)
    yield from unknown_rule.check(ignored, known)


def _known() -> frozenset[str]:
    """The names of all rules; few studies ever name one."""
    from gapcheck.checks.catalogue import CATALOGUE  # noqa: PLC0415

    return frozenset(CATALOGUE)


def of_study(corpus: Corpus, asking: Asking, whole: bool = True) -> Iterator[Diagnostic]:
    """What is wrong between files: here a source may be without the words that nobody compares."""
    rules = (*STUDY_CHECKS, *WHOLE_CHECKS) if whole else STUDY_CHECKS
    yield from (one for rule in rules for one in rule(corpus, asking))
    if corpus.settings.severities:
        named = [(one.rule, one.location) for one in corpus.settings.severities]
        yield from unknown_rule.check(named, _known())


def _order(one: Diagnostic) -> tuple[object, ...]:
    place = one.location
    return place.path, place.line, place.column, one.rule, one.message


def _weights(severities: Sequence[SeverityRule], rules: Collection[str]) -> dict[str, list[Weight]]:
    """The study's severities of some rules, the last and so the strongest first."""
    found: dict[str, list[Weight]] = {}
    for one in reversed(severities):
        if one.rule in rules:
            matches = re.compile(fnmatch.translate(one.path or "*")).match
            found.setdefault(one.rule, []).append((matches, one.severity))
    return found


def _weigh(one: Diagnostic, weights: Iterable[Weight]) -> Diagnostic | None:
    """The diagnostic with the severity that the study gives its rule; None where it is off."""
    for matches, severity in weights:
        if matches(one.location.path):
            if severity == "off":
                # What is left out of every verdict must still be told, if only as a warning.
                return replace(one, severity=Severity.WARNING) if one.left_out else None
            return replace(one, severity=Severity(severity))
    return one
