"""Whether a study keeps its promises so far that a report of it may leave the team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from gapcheck.checks import (
    cited_pseudonym,
    direct_identifier,
    idle_embargo,
    missing_approval,
    missing_review,
    named_person,
    quote_not_found,
    real_locality,
    recognisable_speaker,
    retention,
    special_category,
    transcript_outside,
    withdrawn,
    withdrawn_transcript,
)
from gapcheck.checks.not_fit import NotFit
from gapcheck.diagnostic import Diagnostic, Severity

MISSING_PLACES: Final = "missing-places"
"""The key list of real place names cannot be read, so that nobody looks for them."""

PROMISES: Final = frozenset(
    {
        cited_pseudonym.RULE,
        direct_identifier.RULE,
        idle_embargo.RULE,
        missing_approval.RULE,
        MISSING_PLACES,
        missing_review.RULE,
        named_person.RULE,
        quote_not_found.RULE,
        real_locality.RULE,
        recognisable_speaker.RULE,
        retention.RULE,
        special_category.RULE,
        transcript_outside.RULE,
        withdrawn.RULE,
        withdrawn_transcript.RULE,
    }
)
"""The rules on what participants were promised: where one of them finds an error, nothing goes out.

Which of them errors are, and which warnings, is the study's own to say, as for `check`.
"""


def hold(found: Iterable[Diagnostic], lsps: Collection[str], *, coarsen: bool) -> None:
    """Raise NotFit where a report on some partnerships (all, without any) may not leave the team.

    `found` is what is wrong for the public. `coarsen`: no role and no tier of a speaker is told,
    and of small sectors not even the name, so that nobody is recognisable by them.
    """
    broken = Counter(one.rule for one in _bearing(found, lsps) if one.rule in PROMISES)
    kept = recognisable_speaker.RULE if coarsen else ""
    forbidding = {rule: number for rule, number in sorted(broken.items()) if rule != kept}
    if forbidding:
        raise NotFit(_sentence(forbidding))


def singled_out(found: Iterable[Diagnostic]) -> frozenset[str]:
    """The partnerships in which somebody can be recognised by the sector alone."""
    rule = recognisable_speaker.RULE
    errors = (one for one in found if one.rule == rule and one.severity is Severity.ERROR)
    return frozenset(one.location.path.split("/")[1] for one in errors)


def _bearing(found: Iterable[Diagnostic], lsps: Collection[str]) -> Iterator[Diagnostic]:
    """The errors in what a report is made of: not those of partnerships that are not in it."""
    for one in found:
        evidence, _, rest = one.location.path.partition("/")
        folder = rest.partition("/")[0]
        elsewhere = evidence == "evidence" and lsps and folder not in {*lsps, "national"}
        if one.severity is Severity.ERROR and not elsewhere:
            yield one


def _sentence(forbidding: Mapping[str, int]) -> str:
    counts = ", ".join(f"{rule} ({number:,})" for rule, number in forbidding.items())
    said = f"This is not fit for the public, and nothing was written: {counts}.\n"
    said += "`gapcheck check --audience public` shows where, `gapcheck rules NAME` why."
    if [*forbidding] == [recognisable_speaker.RULE]:
        said += "\nWith --coarsen neither role nor tier of a speaker is told, and it is fit."
    return said
