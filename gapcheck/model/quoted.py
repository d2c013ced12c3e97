"""What came of looking for a source's quotes in its transcript, without one of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Outcome, Sight


@dataclass(frozen=True, slots=True)
class Quote:
    """One excerpt: where it stands in the transcript, or what is nearest to it.

    `score` is of 100. `start` and `end` are code points of the transcript, the end exclusive;
    `place` is the same in lines and columns, and None where nothing is near. `time` is the last
    time stamp before it, and `differences` name what differs in a passage that is almost the same.
    """

    excerpt: str
    outcome: Outcome
    score: float
    start: int = 0
    end: int = 0
    place: Location | None = None
    time: str = ""
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A source that names a transcript and has quotes to look for.

    `sha256` is that of the transcript's bytes, empty where none were read; `noted` is the one
    that the lock holds, empty where it holds none. `why` and `help` say why the transcript was
    not seen, and what to do. `file` is the source's own.
    """

    lsp: str
    source: str
    file: str
    transcript: str
    sight: Sight
    sha256: str = ""
    noted: str = ""
    why: str = ""
    help: str = ""
    quotes: tuple[Quote, ...] = ()

    @property
    def unopened(self) -> bool:
        """Whether the transcript is there, and nobody opens it: its source was withdrawn."""
        return self.sight is Sight.SEEN and not self.sha256


@dataclass(frozen=True, slots=True)
class Tally:
    """How many transcripts sources name, how many of those were seen, and what came of quotes.

    `absent` are the paths of those that are not there; those that are no text, or lie outside of
    the study, are the rest.
    """

    named: int
    seen: int
    absent: tuple[str, ...]
    verified: int
    doubtful: int
    missing: int


def tally(quoted: Iterable[Quoted]) -> Tally:
    """Count transcripts, each once, and quotes."""
    counted = [one for one in quoted if not one.unopened]
    every = {one.transcript: one.sight for one in counted}
    sights = Counter(every.values())
    outcomes = Counter(quote.outcome for one in counted for quote in one.quotes)
    return Tally(
        named=sights.total(),
        seen=sights[Sight.SEEN],
        absent=tuple(sorted(path for path, sight in every.items() if sight is Sight.ABSENT)),
        verified=outcomes[Outcome.VERIFIED],
        doubtful=outcomes[Outcome.DOUBTFUL],
        missing=outcomes[Outcome.MISSING],
    )
