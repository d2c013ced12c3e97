"""The facts that the rules are tried on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gapcheck.assess.obliged import is_obliged
from gapcheck.assess.positions import (
    Disagreement,
    SectorPositions,
    VoicePositions,
    disagreement,
    giving_way,
    practised,
    sector_positions,
    voice_positions,
)
from gapcheck.assess.statements import COUNTED, Said
from gapcheck.model.choices import Basis, Position, Rung, Stance
from gapcheck.model.settings import Vocabulary
from gapcheck.model.study import Imperative


class Question(NamedTuple):
    """What is asked of the evidence: it stays the same when a source is left out."""

    imperative: Imperative
    out_of_scope: str | None
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Case:
    """An imperative in a partnership: what may be used, what speaks of practice, who says what.

    `practice` is without the `unaware` that gave way.
    """

    question: Question
    admissible: tuple[Said, ...]
    practice: tuple[Said, ...]
    voices: VoicePositions
    sectors: SectorPositions
    disagreement: Disagreement | None

    @property
    def out_of_scope(self) -> str | None:
        """Why the imperative does not apply here; None where it does."""
        return self.question.out_of_scope

    @property
    def unaware_alone(self) -> bool:
        """Whether nobody says anything of practice but that they know of nothing."""
        # They stay only where there is no other statement, so one tells for all.
        return bool(self.practice) and self.practice[0].practice is Stance.UNAWARE

    def weighs(self, statement: Said) -> bool:
        """Whether a statement is among the practice statements, not set aside."""
        if statement.practice is None or self.out_of_scope is not None:
            return False
        return statement.practice is not Stance.UNAWARE or self.unaware_alone

    def sets_aside(self, statement: Said) -> bool:
        """Whether a statement is an `unaware` that gave way to those who know."""
        unaware = statement.practice is Stance.UNAWARE and self.out_of_scope is None
        return unaware and not self.unaware_alone

    @property
    def adopted(self) -> bool:
        """Whether some admissible statement shows adoption."""
        return any(statement.adoption for statement in self.admissible)

    @property
    def all_absent(self) -> bool:
        """Whether every sector with a position says that it is not practised."""
        return all(position is Position.ABSENT for position in self.sectors.values())

    @property
    def all_happens(self) -> bool:
        """Whether every sector with a position says that it is practised."""
        return all(position is Position.HAPPENS for position in self.sectors.values())

    @property
    def voice_count(self) -> int:
        """How many voices have a position, each once, whatever sectors it speaks for."""
        return len({voice for _, voice in self.voices})

    @property
    def counts_many(self) -> bool:
        """Whether one voice will do: a survey, an evaluation, or the record of an adoption."""
        imperative = self.question.imperative
        return any(s.passage.source.kind in COUNTED for s in self.practice) or (
            imperative.demands is Rung.ADOPTED and self.has_record
        )

    @property
    def has_record(self) -> bool:
        """Whether a record is among the practice statements."""
        return any(statement.basis is Basis.RECORD for statement in self.practice)

    @property
    def all_obliged(self) -> bool:
        """Whether every sector with a position is obliged."""
        return all(is_obliged(sector, self.question.imperative) for sector in self.sectors)


def case(question: Question, admissible: tuple[Said, ...]) -> Case:
    """Take positions from the admissible statements; none where the imperative does not apply."""
    # Where it does not apply nothing counts, however much was said.
    practice = () if question.out_of_scope is not None else giving_way(admissible)
    voices = voice_positions(practised(practice))
    return Case(
        question,
        admissible,
        practice,
        voices,
        sector_positions(voices),
        disagreement(practice, question.vocabulary.tiers),
    )
