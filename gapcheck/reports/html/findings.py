"""One finding as the page of its partnership shows it: in one line, and opened in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gapcheck.model.choices import Group, Modality, Stance
from gapcheck.model.finding import Finding, Statement, TierView
from gapcheck.model.report import Report
from gapcheck.model.study import Imperative
from gapcheck.reports import phrases, words
from gapcheck.reports.choosing import SIDES, chosen, on_side
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.filters import Filters, title
from gapcheck.reports.html.marks import mark
from gapcheck.reports.html.quotations import Quotation, background, quotation
from gapcheck.reports.html.tiers import Tier, strip
from gapcheck.reports.pieces import Row
from gapcheck.reports.rows import ended, rows

SIDE_HEADS = {"yes": "Say yes", "no": "Say no", "between": "Between"}
_PLAIN = frozenset(words.STANCES[each] for each in (Stance.HAPPENS, Stance.ABSENT, Stance.PARTLY))
_NOT_SEEN = "not seen"
_OF_ONE_SOURCE = 4


@dataclass(frozen=True, slots=True)
class Side:
    """Those who say one thing of a contested matter: who they are, and their words."""

    head: str
    between: bool
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A finding with all that is told of it.

    `sides` holds the words of a contested one, `quotations` those of any other; `rest` is what
    else was said of it and may be used, `instead` what stands there for the public where nothing is
    shown.
    """

    anchor: str
    tokens: str
    mark: str
    verdict: str
    decided: str
    decided_mark: str
    text: str
    policy: str
    duty: str
    tags: tuple[str, ...]
    strip: tuple[Tier, ...]
    untold: str
    sides: tuple[Side, ...]
    quotations: tuple[Quotation, ...]
    rest: tuple[Quotation, ...]
    instead: str
    rows: tuple[Row, ...]
    background: tuple[Quotation, ...]
    name: str
    locator: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Opener:
    """Makes the findings of one report ready to be shown."""

    report: Report
    anchors: Anchors
    filters: Filters

    def opened(self, finding: Finding) -> Opened:
        """A finding with all that is told of it."""
        settings, imperative = self.report.settings, finding.imperative
        contested = finding.group is Group.CONTESTED
        sides = _sides(finding) if contested else ()
        few = [] if contested else chosen(finding)
        shown = [*few, *(each for _, found in sides for each in found)]
        decided = finding.signoff.verdict if finding.signoff else None
        return Opened(
            anchor=self.anchors.finding(finding),
            tokens=self.filters.all_of(finding),
            mark=mark(finding.verdict),
            verdict=words.VERDICTS[finding.verdict].screen,
            decided=words.VERDICTS[decided].screen if decided else "",
            decided_mark=mark(decided) if decided else "",
            text=imperative.text.strip(),
            policy=policy_title(imperative, self.report),
            duty=phrases.duty(imperative, settings),
            tags=tags(finding),
            strip=strip(finding, settings),
            untold=tiers_untold(finding),
            sides=tuple(self._side(which, found) for which, found in sides),
            quotations=self._quotations(few),
            rest=self._quotations(_others(finding, shown)),
            instead=""
            if finding.statements or not self.report.edition
            else NONE_SHOWN[finding.shown],
            rows=tuple(rows(finding, settings)),
            background=tuple(map(background, finding.background)),
            name=imperative.name,
            locator=locator(imperative),
            doubt=words.WORDINGS[imperative.wording],
        )

    def _instead(self, finding: Finding) -> str:
        told = finding.statements or self.report.edition is None
        return "" if told else NONE_SHOWN[finding.shown]

    def _side(self, which: str, found: Sequence[Statement]) -> Side:
        settings = self.report.settings
        who = phrases.joined(dict.fromkeys(phrases.sector(each.sector, settings) for each in found))
        said = self._quotations(found)
        return Side(f"{SIDE_HEADS[which]}: {who}", which == "between", tuple(map(_unsaid, said)))

    def _quotations(self, statements: Iterable[Statement]) -> tuple[Quotation, ...]:
        return tuple(quotation(each, self.report.settings) for each in statements)


def _unsaid(quotation: Quotation) -> Quotation:
    """A quotation without a stance that the head of its side says already."""
    return replace(quotation, stance="") if quotation.stance in _PLAIN else quotation


def _sides(finding: Finding) -> list[tuple[str, list[Statement]]]:
    """The sides that anybody takes, each with the first words of each of its sources."""
    found = [(which, _first_of_each(on_side(finding, which))) for which in SIDES]
    return [(which, statements) for which, statements in found if statements]


def _first_of_each(found: Iterable[Statement]) -> list[Statement]:
    """Of each source its first words: forty quotes from one person are one position."""
    sources: dict[str, Statement] = {}
    for each in found:
        sources.setdefault(each.source or each.sector, each)
    return list(sources.values())[:_OF_ONE_SOURCE]


def _others(finding: Finding, shown: Sequence[Statement]) -> list[Statement]:
    known = {id(each) for each in shown}
    admitted = (each for each in finding.statements if each.excluded is None)
    # A negative case may be an equal copy of what is shown already.
    return [each for each in admitted if id(each) not in known and each not in shown]


def policy_title(imperative: Imperative, report: Report) -> str:
    """The policy that an imperative stands in, with the day of its publication."""
    known = (policy for policy in report.policies if policy.id == imperative.policy)
    policy = next(known, None)
    return title(policy) if policy else imperative.policy


def tiers_untold(finding: Finding) -> str:
    """That it is told of no tier whether anything was heard there; nothing where it is of any."""
    tiers = finding.tiers
    return f"tiers {words.NOT_TOLD}" if tiers and not any(map(_told, tiers)) else ""


def _told(view: TierView) -> bool:
    return view.position is not None


def tags(finding: Finding) -> tuple[str, ...]:
    """What stands at the end of a finding's line: how sure it is, and what limits it."""
    end = ended(finding)
    said = [phrases.confidence(finding), f"ended {end}" if end else ""]
    return tuple(each for each in said if each)


def locator(imperative: Imperative) -> str:
    """Where an imperative stands in its policy, or that nobody saw it there."""
    return "place in it not seen" if imperative.locator == _NOT_SEEN else imperative.locator


def optional(imperative: Imperative) -> str:
    """That an imperative obliges nobody, where that is so."""
    return "an option, not a duty" if imperative.modality is Modality.MAY else ""
