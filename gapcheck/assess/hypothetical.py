"""An experiment: what a verdict would be with one more first-hand voice in the evidence."""

from __future__ import annotations

from gapcheck.assess.case import Question, case
from gapcheck.assess.fieldwork import Fieldwork, Passage
from gapcheck.assess.ruling import ruling
from gapcheck.assess.statements import Said, practice_of, said, shows_adoption
from gapcheck.diagnostic import Location
from gapcheck.model.choices import Basis, SourceKind, Stance
from gapcheck.model.dates import PartialDate
from gapcheck.model.finding import Finding
from gapcheck.model.plan import Chance, Kind
from gapcheck.model.study import Code, Consent, Excerpt, Imperative, Source, Speaker

_NOWHERE = Location("")
_NEW = ":one more:"
"""No id of a study holds a colon, so this is nobody's."""


def chances(work: Fieldwork, finding: Finding, kind: Kind) -> tuple[Chance, ...]:
    """The verdict with one more person of a kind, for each stance that they may take.

    They speak of what they did or saw themselves, on the rung demanded, at a time that counts.
    """
    question = Question(finding.imperative, None, work.settings.vocabulary)
    there = tuple(each for each in said(finding.imperative, work) if each.excluded is None)
    return tuple(
        Chance(stance, ruling(case(question, (*there, _one_more(finding, kind, stance)))).verdict)
        for stance in Stance
    )


def _one_more(finding: Finding, kind: Kind, stance: Stance) -> Said:
    imperative = finding.imperative
    passage = _passage(finding, kind)
    rung, basis = imperative.demands, Basis.FIRST_HAND
    return Said(
        passage,
        _code(imperative, stance),
        stance,
        basis,
        rung,
        kind[1],
        passage.source.date,
        None,
        practice_of(stance, basis, rung, rung),
        shows_adoption(stance, basis, rung),
        stale=False,
    )


def _code(imperative: Imperative, stance: Stance) -> Code:
    return Code(imperative.name, _NOWHERE, stance=stance)


def _passage(finding: Finding, kind: Kind) -> Passage:
    sector, tier = kind
    speaker = Speaker(_NEW, sector, "", Consent(), tier)
    excerpt = Excerpt(_NEW, "", _NOWHERE)
    source = Source(
        _NEW,
        finding.partnership.id,
        SourceKind.INTERVIEW,
        PartialDate.parse(str(finding.as_at) if finding.as_at else "2000"),
        _NOWHERE,
        Consent(),
        (excerpt,),
        (speaker,),
    )
    return Passage(
        source, excerpt, speaker, sector, ("speaker", _NEW), None, quotable=True, double_coded=False
    )
