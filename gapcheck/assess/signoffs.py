"""What a named person decided of a finding, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gapcheck.assess.fieldwork import Fieldwork
from gapcheck.assess.statements import Said
from gapcheck.model.corpus import Corpus, Signoff
from gapcheck.model.decided_on import marks_of_finding, name_of
from gapcheck.model.signoff_view import SignoffView
from gapcheck.model.study import Imperative


class Decision(NamedTuple):
    """The decision that counts, and whether something of what it was made on is another now."""

    signoff: Signoff
    reworded: bool = False
    recoded: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions by finding, and what the lock notes of what they were made on."""

    made: Mapping[tuple[str, str], tuple[Signoff, ...]]
    noted: Mapping[str, str]

    @classmethod
    def of(cls, corpus: Corpus) -> Decisions:
        """The decisions of a study."""
        found: dict[tuple[str, str], tuple[Signoff, ...]] = {}
        for signoff in corpus.signoffs:
            key = (signoff.lsp, signoff.imperative)
            found[key] = (*found.get(key, ()), signoff)
        return cls(found, corpus.signed_on)

    def on(self, work: Fieldwork, imperative: Imperative) -> Decision | None:
        """What was decided of a finding; None where nothing was."""
        latest = newest(self.made.get((work.partnership.id, imperative.name), ()))
        if latest is None:
            return None
        name = name_of(latest.lsp, latest.imperative, latest.on.text)
        if name not in self.noted:
            return Decision(latest)
        before = self.noted[name].split()
        now = marks_of_finding(imperative, [source for source, _ in work.sources]).split()
        return Decision(latest, now[:1] != before[:1], now[1:] != before[1:])


def newest(decisions: Iterable[Signoff]) -> Signoff | None:
    """The decision that counts: the newest; the last of the file where two are of one day."""
    return max(decisions, key=lambda one: (one.on.last, one.location.line), default=None)


def signoff(decision: Decision | None, admissible: Iterable[Said]) -> SignoffView | None:
    """The decision as reports show it beside what the rules gave."""
    if decision is None:
        return None
    made = decision.signoff
    # A month or a year is over on its last day: what came within it was known.
    came = any(one.passage.source.date.first > made.on.last for one in admissible)
    return SignoffView(
        made.by,
        made.on.text,
        made.reason,
        made.verdict,
        made.confidence,
        made.summary,
        evidence_changed=came or decision.recoded,
        imperative_changed=decision.reworded,
    )
