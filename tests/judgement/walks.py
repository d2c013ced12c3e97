"""Ways through many combinations: the program's ruling and the oracle's table, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations_with_replacement, product

from gapcheck.assess.case import Question, case
from gapcheck.assess.fieldwork import fieldwork
from gapcheck.assess.ruling import ruling
from gapcheck.assess.run import assess
from gapcheck.assess.statements import Said as Statement
from gapcheck.assess.statements import said
from gapcheck.model.choices import Modality, Rung
from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Source

from .builders import TODAY, a_corpus, a_partnership, an_imperative, said_in_a_source
from .oracle import (
    BASES,
    RUNGS,
    STANCES,
    Said,
    Weighed,
    counted,
    decide,
    pattern,
    positions,
    ruled,
    tier_positions,
    weigh,
)

SETTINGS = Settings()
PARTNERSHIP = a_partnership()
OBLIGED = frozenset({"council"})
SECTORS = ("council", "vcs")
EVERY_STATEMENT = tuple(
    Said(stance, basis, rung, sector, None, "interview", "")
    for stance, basis, rung, sector in product(STANCES, BASES, RUNGS, SECTORS)
)
ASKS = tuple(
    an_imperative(f"{modality}-{demanded}", modality=modality, demands=demanded)
    for modality, demanded in product(Modality, Rung)
)
# `should` decides as `must` does; the walks through whole reports ask it too.
FIRM = tuple(each for each in ASKS if each.modality is not Modality.SHOULD)
Outcome = tuple[str, str]
Working = tuple[
    Mapping[str, str],
    Mapping[str, tuple[str | None, int | None]],
    str | None,
    int,
    int,
    int | None,
]
# "For translated, partly, the gap verdicts, not_taken_up and contested": the rest have none.
UNSURE = {"no_evidence", "insufficient", "untested", "not_applicable"}


@dataclass
class Walk:
    """What a walk came to: how often each outcome was expected, and where the answers differ."""

    expected: Counter[Outcome] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    @property
    def rules(self) -> set[str]:
        """The rules that the oracle reached."""
        return {rule for _, rule in self.expected}

    def differs(
        self, asked: Imperative, told: Iterable[Said], found: object, expected: object
    ) -> None:
        """Keep in words where the program does not say what the page says."""
        words = "; ".join(" ".join(part or "-" for part in one) for one in told)
        self.differences.append(f"{asked.id}: {words}: {found}, but by the page {expected}")

    def by_rules(
        self, asked: Imperative, places: list[list[Said]], chosen: Iterable[tuple[int, ...]]
    ) -> None:
        """Judge combinations by the rules alone; `places` are what may be said first, second ..."""
        question = Question(asked, None, SETTINGS.vocabulary)
        read = [[read_as(asked, one, n) for one in place] for n, place in enumerate(places)]
        weighed = [[weigh(one, asked.demands, OBLIGED) for one in place] for place in places]
        may = asked.modality is Modality.MAY
        for choice in chosen:
            said_here = chain.from_iterable(read[n][i] for n, i in enumerate(choice))
            rule = ruling(case(question, tuple(said_here)))
            expected = ruled(tuple(weighed[n][i] for n, i in enumerate(choice)), may)
            self.expected[expected] += 1
            if (rule.verdict, rule.name) != expected:
                told = [places[n][i] for n, i in enumerate(choice)]
                self.differs(asked, told, (rule.verdict, rule.name), expected)

    def by_report(
        self,
        told: Sequence[Said],
        sources: Iterable[Source],
        asked: Sequence[Imperative] = ASKS,
        obliged: frozenset[str] = OBLIGED,
    ) -> None:
        """Judge one combination as a user would, for several imperatives at once."""
        for finding in assess(a_corpus(asked, sources), today=TODAY).findings:
            ask = finding.imperative
            expected = decide(told, ask.modality, ask.demands, obliged)
            self.expected[expected] += 1
            if (finding.verdict, finding.rule) != expected:
                self.differs(ask, told, (finding.verdict, finding.rule), expected)
            weighed = [weigh(one, ask.demands, obliged) for one in told]
            working = working_of(weighed, expected[0])
            if shown_working(finding) != working:
                self.differs(ask, told, shown_working(finding), working)


def shown_working(finding: Finding) -> Working:
    """Positions of sectors and tiers; how many gave way, show adoption, and (if any do) decide."""
    return (
        {view.sector: view.position for view in finding.sectors if view.position is not None},
        {view.tier: (view.position, view.voices) for view in finding.tiers},
        finding.tier_pattern,
        sum(statement.set_aside for statement in finding.statements),
        sum(statement.adoption for statement in finding.statements),
        None
        if finding.confidence is None
        else sum(statement.deciding for statement in finding.statements),
    )


def working_of(weighed: list[Weighed], verdict: str) -> Working:
    """The same by the oracle."""
    practice = counted(weighed)
    spoken = [one for one in weighed if one.counts_as]
    tiers = tier_positions(practice)
    # "Deciding are the practice statements; for paper_only also those that show adoption."
    shows = [one for one in weighed if one.adoption and verdict == "paper_only"]
    deciding = len(practice) + len([one for one in shows if one not in practice])
    return (
        positions(practice),
        tiers,
        pattern(tiers),
        len(spoken) - len(practice),
        sum(one.adoption for one in weighed),
        None if verdict in UNSURE else deciding,
    )


def read_as(asked: Imperative, one: Said, place: int) -> tuple[Statement, ...]:
    """What the program makes of a statement in a source of its own, named after its place."""
    source = said_in_a_source(one, f"s{place}", [asked])
    return said(asked, fieldwork(PARTNERSHIP, [source], SETTINGS, as_at=TODAY, today=TODAY))


def choices(kinds: int, most: int) -> Iterable[tuple[int, ...]]:
    """Every choice of none to `most` of so many kinds: order means nothing, repetition may."""
    sizes = range(most + 1)
    return chain.from_iterable(combinations_with_replacement(range(kinds), n) for n in sizes)


def spoken_by(voices: Sequence[str], kinds: Sequence[Said]) -> list[list[Said]]:
    """What may be said first, second ..., each place with its voice."""
    return [[one._replace(voice=voice) for one in kinds] for voice in voices]


def in_own_sources(told: Iterable[Said], asked: Iterable[Imperative] = ASKS) -> list[Source]:
    """Each statement in a source of its own."""
    return [said_in_a_source(one, f"s{place}", asked) for place, one in enumerate(told)]
