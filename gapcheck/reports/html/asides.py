"""What stands around the findings: what does not apply, whom to ask, what is left out, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.doubts import why_excluded
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.who import asked, not_heard
from gapcheck.reports.words import EXCLUSIONS, VERDICTS


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a finding of the page."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Question:
    """Whom to ask, why, and about which findings."""

    whom: str
    why: str
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """A finding that nobody can judge: what is asked for, the verdict, and who was not heard."""

    about: Link
    verdict: str
    unheard: str


@dataclass(frozen=True, slots=True)
class Omission:
    """What is kept in the files and counts for nothing: where it stands, on what, and why."""

    place: str
    about: str
    why: str


def not_applying(findings: Iterable[Finding]) -> list[tuple[str, list[str]]]:
    """What does not apply, named in full, gathered by its reason."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for each in findings:
        if each.verdict is Verdict.NOT_APPLICABLE:
            reasons[phrases.sentence(each.reason or each.why)].append(each.imperative.name)
    return sorted(reasons.items(), key=lambda pair: -len(pair[1]))


def link(finding: Finding, anchors: Anchors) -> Link:
    """What is asked for, leading to what was found of it."""
    return Link(phrases.sentence(finding.imperative.text), anchors.finding(finding))


def questions(findings: Iterable[Finding], anchors: Anchors, settings: Settings) -> list[Question]:
    """Whom to ask in the next round; all that one sector is to be asked stands together."""
    visits: dict[str, dict[tuple[str, str], list[Link]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        for ask in finding.ask_next:
            whom = asked(ask.sector, ask.tier, settings)
            about = visits[ask.sector][whom, phrases.sentence(ask.why)]
            about.append(link(finding, anchors))
    return [
        Question(whom, why, tuple(dict.fromkeys(links)))
        for rows in visits.values()
        for (whom, why), links in rows.items()
    ]


def silences(findings: Iterable[Finding], anchors: Anchors, settings: Settings) -> list[Silence]:
    """What is not known and who was not heard on it: whom the team asks next is its own plan."""
    return [
        Silence(
            link(each, anchors),
            VERDICTS[each.verdict].screen,
            not_heard(each, settings) or "–",
        )
        for each in findings
        if each.group is Group.UNKNOWN
    ]


def omissions(findings: Sequence[Finding], part: PartnershipReport) -> list[Omission]:
    """Statements left out with their places, and sources left out of which there is none."""
    about: dict[tuple[str, str], list[str]] = defaultdict(list)
    for finding in findings:
        for each in finding.statements:
            if each.excluded is not None:
                place = "" if each.location is None else str(each.location)
                about[place, why_excluded(each)].append(finding.imperative.id)
    named = {each.source for one in findings for each in one.statements if each.excluded}
    for source in part.sources:
        if source.excluded is not None and source.id not in named:
            about[source.id, EXCLUSIONS[source.excluded]] = []
    return [
        Omission(place, ", ".join(dict.fromkeys(names)), phrases.sentence(why))
        for (place, why), names in about.items()
    ]


def pending(part: PartnershipReport) -> str:
    """How many excerpts nobody has reviewed; nothing where all are."""
    number = sum(source.unreviewed for source in part.sources)
    if not number:
        return ""
    excerpts = phrases.counted(number, "excerpt is", "excerpts are")
    return f"{excerpts} not reviewed yet and {'counts' if number == 1 else 'count'} for nothing."
