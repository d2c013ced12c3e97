"""The thirteen rules in the order in which they are tried: the first that holds decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gapcheck.assess import notes, reasons
from gapcheck.assess.case import Case
from gapcheck.model.choices import Modality, Stance, Verdict


@dataclass(frozen=True, slots=True)
class Rule:
    """A verdict's name and condition: `when` in a sentence, `holds` as a test.

    `note` says in a few words why it holds or does not, `why` in a sentence why it fired.
    """

    name: str
    verdict: Verdict
    when: str
    holds: Callable[[Case], bool]
    note: Callable[[Case], str]
    why: Callable[[Case], str]


def _always(sentence: str) -> Callable[[Case], str]:
    return lambda _: sentence


RULES: tuple[Rule, ...] = (
    Rule(
        "out-of-scope",
        Verdict.NOT_APPLICABLE,
        "It does not apply here: nation, kind, designation or time.",
        lambda case: case.out_of_scope is not None,
        notes.scope,
        reasons.out_of_scope,
    ),
    Rule(
        "nothing-said",
        Verdict.NO_EVIDENCE,
        "No admissible statement bears on it.",
        lambda case: not case.admissible,
        notes.admissible,
        _always("Nothing that may be used bears on it."),
    ),
    Rule(
        "paper-untested",
        Verdict.UNTESTED,
        "No statement speaks of practice, and adoption is shown.",
        lambda case: not case.practice and case.adopted,
        notes.adoption,
        _always("A paper or a claim says yes, and nothing that was said tests it."),
    ),
    Rule(
        "thin",
        Verdict.INSUFFICIENT,
        "No statement speaks of practice.",
        lambda case: not case.practice,
        notes.practice,
        reasons.thin,
    ),
    Rule(
        "single-voice",
        Verdict.INSUFFICIENT,
        "One voice only speaks of practice, whatever it says; unless a survey, an evaluation or, "
        "where adoption is demanded, a record is among its statements.",
        lambda case: case.voice_count == 1 and not case.counts_many,
        notes.voices,
        reasons.single_voice,
    ),
    Rule(
        "sectors-disagree",
        Verdict.CONTESTED,
        "In one tier, taken with the statements that have no tier, one sector says that it "
        "happens and another that it does not.",
        lambda case: case.disagreement is not None,
        notes.disagreement,
        reasons.sectors_disagree,
    ),
    Rule(
        "optional-unused",
        Verdict.NOT_TAKEN_UP,
        "Every sector says no, and the imperative says may.",
        lambda case: case.all_absent and case.question.imperative.modality is Modality.MAY,
        notes.modality,
        _always("It may be done but need not be; every sector heard says it was not."),
    ),
    Rule(
        "opposite",
        Verdict.CONTRARY,
        "Every sector says no, and some practice statement says that the opposite is done.",
        lambda case: case.all_absent and any(s.practice is Stance.OPPOSITE for s in case.practice),
        notes.opposite,
        _always("Every sector heard says no, and what is done is the reverse."),
    ),
    Rule(
        "paper-only",
        Verdict.PAPER_ONLY,
        "Every sector says no, and adoption is shown.",
        lambda case: case.all_absent and case.adopted,
        notes.paper,
        _always("Every sector heard on practice says no; a paper or a claim says yes."),
    ),
    Rule(
        "absent",
        Verdict.NOT_TRANSLATED,
        "Every sector says no.",
        lambda case: case.all_absent,
        notes.absent,
        _always("Every sector heard says no, and no paper claims it."),
    ),
    Rule(
        "mixed-practice",
        Verdict.PARTLY_TRANSLATED,
        "Not every sector says that it happens.",
        lambda case: not case.all_happens,
        notes.sides,
        reasons.mixed_practice,
    ),
    Rule(
        "self-report",
        Verdict.UNTESTED,
        "Every sector that speaks of practice is obliged, and no practice statement is a record.",
        lambda case: case.all_obliged and not case.has_record,
        notes.obliged,
        _always("Only those who are obliged say yes, and no record tests it."),
    ),
    Rule(
        "done",
        Verdict.TRANSLATED,
        "Every sector says that it happens.",
        lambda case: case.all_happens,
        notes.sides,
        _always("Every sector heard says yes."),
    ),
)
