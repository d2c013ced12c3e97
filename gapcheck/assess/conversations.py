"""The fewest conversations that cover the most: a greedy choice that is the same every time.

Each doubtful finding needs one more voice, or two of different sectors where one alone could never
settle it. Kinds of people are taken in turn: whoever covers most of what is still open comes next,
up to what fits into one sitting; of equals the first in the order in which findings ask for them.
Those whom an imperative obliges or is meant for come before other members, who only look on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from gapcheck.assess.obliged import is_obliged
from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Ask, Finding
from gapcheck.model.plan import Chance, Conversation, Kind, Matter

SITTING = 12
"""The most imperatives that one conversation is planned for: about an hour of open questions."""

_FIRST = (Group.CONTESTED, Group.UNKNOWN)
Experiment = Callable[[Finding, Kind], tuple[Chance, ...]]
"""What one more voice of a kind could make of a finding."""


def doubtful(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is contested, then what is not known, then what hangs on one source."""
    found = [
        each
        for each in findings
        if each.verdict is not Verdict.NOT_APPLICABLE and (each.group in _FIRST or each.fragile)
    ]
    return tuple(sorted(found, key=_turn))


def _turn(finding: Finding) -> int:
    return _FIRST.index(finding.group) if finding.group in _FIRST else len(_FIRST)


@dataclass(slots=True)
class _Open:
    """A finding that still wants voices: how many, and the sectors that it has been given."""

    finding: Finding
    wanted: int
    given: set[str] = field(default_factory=set)

    def wants(self, kind: Kind) -> bool:
        """Whether a person of this kind would be one of the voices wanted."""
        room = len(self.given) < self.wanted and kind[0] not in self.given
        return room and ask_of(self.finding, kind) is not None

    def near(self, kind: Kind) -> bool:
        """Whether it obliges a kind of people, or is meant for them."""
        return concerns(self.finding, kind[0])


def concerns(finding: Finding, sector: str) -> bool:
    """Whether an imperative obliges a sector, or is meant for it."""
    return is_obliged(sector, finding.imperative) or sector in finding.imperative.beneficiaries


def ask_of(finding: Finding, kind: Kind) -> Ask | None:
    """The question of a finding that a person of a kind would answer; any tier will do for None."""
    sector, tier = kind
    fitting = (a for a in finding.ask_next if a.sector == sector and a.tier in (None, tier))
    return next(fitting, None)


def conversations(findings: Sequence[Finding], experiment: Experiment) -> tuple[Conversation, ...]:
    """Whom to see, in the order of how much each covers of what those before left open."""
    waiting = [_Open(each, _voices(each, experiment)) for each in findings if each.ask_next]
    kinds = tuple(dict.fromkeys((ask.sector, ask.tier) for f in findings for ask in f.ask_next))
    chosen: list[tuple[Kind, list[Finding]]] = []
    for near in (True, False):
        while taken := _most(kinds, waiting, near=near):
            kind, opened = taken
            for each in opened:
                each.given.add(kind[0])
            chosen.append((kind, [each.finding for each in opened]))
    return tuple(_laid_out(chosen, findings, experiment))


def _most(
    kinds: Sequence[Kind], waiting: Sequence[_Open], *, near: bool
) -> tuple[Kind, list[_Open]] | None:
    """The kind that covers most of what is open, and what; None where none covers anything."""
    covered = {
        kind: [each for each in waiting if each.wants(kind) and (each.near(kind) or not near)]
        for kind in kinds
    }
    # `max` takes the first of equals.
    kind = max(kinds, key=lambda one: len(covered[one]), default=None)
    return (kind, covered[kind][:SITTING]) if kind and covered[kind] else None


def _voices(finding: Finding, experiment: Experiment) -> int:
    """Two voices where one of any kind asked for would leave the finding unknown; else one."""
    if finding.group is not Group.UNKNOWN:
        return 1
    alone = (
        chance.verdict.group
        for ask in finding.ask_next
        for chance in experiment(finding, (ask.sector, ask.tier))
    )
    return 2 if all(group is Group.UNKNOWN for group in alone) else 1


def _laid_out(
    chosen: list[tuple[Kind, list[Finding]]], findings: Sequence[Finding], experiment: Experiment
) -> Iterable[Conversation]:
    turns: dict[Kind, int] = {}
    counted = {(kind, id(each)) for kind, taken in chosen for each in taken}
    for kind, taken in chosen:
        turns[kind] = turns.get(kind, 0) + 1
        # What another conversation with this kind is for is not asked twice.
        spare = [each for each in findings if (kind, id(each)) not in counted]
        also = [each for each in spare if ask_of(each, kind)] if turns[kind] == 1 else []
        matters = (
            *(_matter(each, kind, experiment, counted=True) for each in taken),
            *(_matter(each, kind, experiment, counted=False) for each in also),
        )
        yield Conversation(*kind, turns[kind], matters)


def _matter(finding: Finding, kind: Kind, experiment: Experiment, *, counted: bool) -> Matter:
    ask = ask_of(finding, kind)
    why = ask.why if ask else ""
    return Matter(finding, why, experiment(finding, kind), counted)
