"""Waves of fieldwork in one place as a line through time: the verdict at the end of each year."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from gapcheck.assess.fieldwork import Fieldwork, fieldwork
from gapcheck.assess.outcome import outcome
from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.wave import Wave


@dataclass(frozen=True, slots=True)
class OverTime:
    """One partnership's evidence, as it stood in each year in which anything was gathered."""

    work: Fieldwork
    _works: dict[int, Fieldwork] = field(default_factory=dict)

    def of(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings, each with its years where what counts is of several."""
        return tuple(replace(each, waves=self._waves(each)) for each in findings)

    def _waves(self, finding: Finding) -> tuple[Wave, ...]:
        told = {each.source_date.last.year for each in finding.statements if not each.excluded}
        if len(told) < 2 or finding.verdict is Verdict.NOT_APPLICABLE:
            return ()
        *earlier, last = sorted(told)
        # What is judged now is what the last year came to.
        return (*(self._wave(year, finding) for year in earlier), Wave(last, finding.verdict))

    def _wave(self, year: int, finding: Finding) -> Wave:
        if year not in self._works:
            self._works[year] = self._at(year)
        return Wave(year, outcome(self._works[year], finding.imperative).verdict)

    def _at(self, year: int) -> Fieldwork:
        """The evidence as at the last day on which any was gathered in a year."""
        sources = [source for source, shut_out in self.work.sources if shut_out is None]
        days = [source.date.last for source in sources if source.date.last.year == year]
        return fieldwork(
            self.work.partnership,
            [source for source, _ in self.work.sources],
            self.work.settings,
            as_at=max(days, default=date(year, 12, 31)),
            today=self.work.today,
            double_coded=frozenset(
                (each.source.id, each.excerpt.id)
                for each in self.work.passages
                if each.double_coded
            ),
        )
