"""What a page can be narrowed to, and the short words by which the script knows each finding.

Every choice has a token (`g0`, `p12`): a letter for what it is a choice of, and its number. A
finding is shown where it has, with its imperative and its partnership, a token of each choice made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gapcheck.model.choices import Confidence
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Partnership, Policy
from gapcheck.reports import phrases, words
from gapcheck.reports.who import speaks

FRAGILE = "f"
"""The token of a finding that one source decides."""

_NO_CONFIDENCE = "none"


@dataclass(frozen=True, slots=True)
class Filter:
    """One list to choose from: its label, and the token and label of each choice."""

    label: str
    letter: str
    tokens: Mapping[str, str]
    labels: Mapping[str, str]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Token and label of each choice."""
        return [(self.tokens[each], label) for each, label in self.labels.items()]


@dataclass(frozen=True, slots=True)
class Filters:
    """All lists of a page, by their letters."""

    known: Mapping[str, Filter]

    @classmethod
    def of(cls, report: Report, findings: Iterable[Finding]) -> Filters:
        """The lists for the findings of a report that a page shows."""
        shown = list(findings)
        made = (_filter(*each) for each in _lists(report, shown))
        return cls({each.letter: each for each in made})

    @property
    def offered(self) -> list[Filter]:
        """The lists that leave something to choose."""
        return [each for each in self.known.values() if len(each.labels) > 1]

    def imperative(self, imperative: Imperative) -> str:
        """The tokens of an imperative: its policy, its topics, whom it is asked of."""
        held = [("p", imperative.policy), *(("k", each) for each in imperative.topics)]
        return self._tokens([*held, *(("a", each) for each in imperative.actors)])

    def partnership(self, partnership: Partnership) -> str:
        """The tokens of a partnership: itself and its nation."""
        return self._tokens([("l", partnership.id), ("n", partnership.nation)])

    def finding(self, finding: Finding) -> str:
        """The tokens of a finding alone: its group, its confidence, who speaks and where."""
        held = [("g", finding.group or ""), ("c", finding.confidence or _NO_CONFIDENCE)]
        held += [("s", each) for each in finding.voices.heard]
        held += [("t", view.tier) for view in finding.tiers if speaks(view)]
        return self._tokens(held) + (f" {FRAGILE}" if finding.fragile else "")

    def all_of(self, finding: Finding) -> str:
        """The tokens of a finding, of its imperative and of its partnership."""
        parts = (self.imperative(finding.imperative), self.partnership(finding.partnership))
        return " ".join((*parts, self.finding(finding)))

    def _tokens(self, held: Iterable[tuple[str, str]]) -> str:
        return " ".join(
            self.known[letter].tokens[value]
            for letter, value in dict.fromkeys(held)
            if value in self.known[letter].tokens
        )


def _filter(label: str, letter: str, labels: Mapping[str, str]) -> Filter:
    tokens = {each: f"{letter}{number}" for number, each in enumerate(labels)}
    return Filter(label, letter, tokens, labels)


def _lists(report: Report, findings: list[Finding]) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    settings, vocabulary = report.settings, report.settings.vocabulary
    imperatives = {each.imperative.name: each.imperative for each in findings}.values()
    partnerships = {each.partnership.id: each.partnership for each in findings}
    groups = {each.group for each in findings}
    yield (
        "Verdict",
        "g",
        {each: shown.label for each, shown in words.GROUPS.items()}
        | ({"": words.OUTSIDE.label} if None in groups else {}),
    )
    yield "Confidence", "c", _confidences()
    yield "Policy", "p", {each.id: title(each) for each in _asking(report, imperatives)}
    topics = sorted({topic for each in imperatives for topic in each.topics})
    yield "Topic", "k", {each: each for each in topics}
    actors = {actor for each in imperatives for actor in each.actors}
    yield "Asked of", "a", {each: _actor(each, settings) for each in _known(actors, settings)}
    nations = dict.fromkeys(each.nation for each in partnerships.values())
    yield "Nation", "n", {each: phrases.named(each) for each in nations}
    heard = {sector for each in findings for sector in each.voices.heard}
    labels = vocabulary.sectors
    yield (
        "Sector heard",
        "s",
        {each: phrases.label(each, labels) for each in _known(heard, settings)},
    )
    tiers = {view.tier for each in findings for view in each.tiers if speaks(view)}
    yield (
        "Tier heard",
        "t",
        {each: label for each, label in vocabulary.tiers.items() if each in tiers},
    )
    yield "Partnership", "l", {each: held.name for each, held in partnerships.items()}


def _confidences() -> dict[str, str]:
    levels = {each.value: words.CONFIDENCES[each][0] for each in Confidence}
    return levels | {_NO_CONFIDENCE: "none given"}


def title(policy: Policy) -> str:
    """A policy by its title and the day of its publication."""
    return f"{policy.title}, {phrases.long_date(policy.published)}"


def _asking(report: Report, imperatives: Iterable[Imperative]) -> list[Policy]:
    asked = {each.policy for each in imperatives}
    return [policy for policy in report.policies if policy.id in asked]


def _actor(identifier: str, settings: Settings) -> str:
    if identifier == "partnership":
        return "Every partner"
    return phrases.label(identifier, settings.vocabulary.sectors)


def _known(sectors: set[str], settings: Settings) -> list[str]:
    """Sectors in the vocabulary's order, then those that it does not have."""
    known = [each for each in settings.vocabulary.sectors if each in sectors]
    return known + sorted(sectors.difference(known))
