"""What a study did in the field, as far as its files tell: sources, speakers, coders."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.model.study import Source


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """The sources of the partnerships that a report is of, and the report.

    Of sources and speakers that withdrew or did not agree to analysis nothing is held but how
    many they are.
    """

    corpus: Corpus
    report: Report
    sources: tuple[Source, ...]
    shut_out: int

    @classmethod
    def of(cls, corpus: Corpus, report: Report) -> Fieldwork:
        """Pick what the report is of out of a study."""
        places = {part.partnership.id for part in report.partnerships}
        own = [each for each in corpus.sources if each.lsp in places]
        admitted = [each for each in own if each.consent.analysis and not each.consent.withdrawn]
        return cls(corpus, report, tuple(admitted), len(own) - len(admitted))

    @property
    def public(self) -> bool:
        """Whether it is for everybody, who is told no number of people."""
        return self.report.edition is not None

    def people(self) -> Counter[tuple[str, str]]:
        """In how many sources each speaker is heard, by partnership and id."""
        return Counter(
            (source.lsp, speaker.id)
            for source in self.sources
            for speaker in source.speakers
            if speaker.consent.analysis and not speaker.consent.withdrawn
        )
