"""A study in which three people disagree over one focus group, and a sitting over it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from load.studies import SOUND, write

from gapcheck.agreeing import agree
from gapcheck.amend.change import Agreed
from gapcheck.model.agreement import Scope
from gapcheck.review.settling.bench import Bench
from gapcheck.review.settling.case import Case
from gapcheck.review.settling.rounds import Rounds, rounds_of

TALK, SECOND, THIRD = (f"evidence/north/talk{each}.yaml" for each in ("", ".cd", ".ef"))
DISPUTED: Mapping[str, str | bytes | None] = {
    **SOUND,
    "evidence/north/int.cd.yaml": None,
    TALK: """\
        source: talk          # typed on the train
        kind: focus-group
        date: 2004-06-01
        speakers:
          - {id: A, sector: vcs, role: officer}
          - {id: B, sector: council, role: clerk, consent: {quote: none}}
        coder: ab
        consent: v2
        excerpts:
          - id: t1
            speaker: A
            at: "00:01:10"
            question: And seats?
            text: >
              We have a seat, and nobody hears us.
            codes:
              - {imperative: seats, stance: partly, memo: Mine.}  # sure?
          - id: t2
            speaker: B
            text: Qquiet seats, all of them.
            translation: Quiet seats.
            codes: []
          - {id: t3, speaker: A, text: The papers came late., codes: {papers: absent}}
          - {id: t4, speaker: A, text: The papers came., codes: {papers: happens}}
        """,
    SECOND: """\
        source: talk
        coder: cd
        codes:
          t1:
            - imperative: seats
              stance: absent
              basis: first-hand
              indicator: vote
              memo: Theirs.
          t2: {seats: absent}
          t3: []
          t4: {papers: happens}
        """,
    THIRD: """\
        source: talk
        coder: ef
        codes:
          t1: {seats: happens}
        """,
}


def sat_down(
    root: Path, files: Mapping[str, str | bytes | None] = DISPUTED, by: str = "ab and cd"
) -> Rounds:
    """A sitting over all that is open in the study, laid below `root`."""
    found = agree(write(root, files), (), Scope(), today=date(2026, 11, 24))
    return rounds_of(Bench(root, Agreed(by, "2026-11-24")), found)


def case_of(rounds: Rounds) -> Case:
    case = rounds.case
    assert isinstance(case, Case)
    return case


def text(root: Path, file: str = TALK) -> str:
    return (root / file).read_text("utf-8")
