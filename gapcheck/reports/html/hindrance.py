"""What gets in the way and what helps, one square for each voice that names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from gapcheck.model.finding import Finding, Named, RealistNote
from gapcheck.model.report import PartnershipReport
from gapcheck.model.settings import LOCI, Settings
from gapcheck.reports import phrases
from gapcheck.reports.html import charts

FEW = "few voices"
"""What stands for a number that is not told."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A barrier, enabler or tension with its marks, how many voices, and where it lies."""

    name: str
    marks: Markup
    voices: str
    locus: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """In what context, by what mechanism, with what outcome; and on which excerpt that rests."""

    parts: tuple[tuple[str, str], ...]
    place: str
    about: str


def lists(part: PartnershipReport, settings: Settings) -> list[tuple[str, list[Counted]]]:
    """The lists that have anything on them, under their titles."""
    labels = settings.vocabulary.tensions
    places = {locus: number for number, locus in enumerate(LOCI)}
    # The most named stand first already, and sorting leaves them so.
    barriers = sorted(part.barriers, key=lambda each: places.get(each.locus or "", len(LOCI)))
    found = (
        ("What gets in the way", [_counted(each, each.name) for each in barriers]),
        ("What helps", [_counted(each, each.name) for each in part.enablers]),
        ("Tensions", [_counted(each, phrases.label(each.name, labels)) for each in part.tensions]),
    )
    return [(title, named) for title, named in found if named]


def _counted(named: Named, name: str) -> Counted:
    if named.voices is None:
        return Counted(name, Markup(""), FEW, named.locus or "")
    said = phrases.counted(named.voices, "voice")
    return Counted(name, charts.units(named.voices, said), said, named.locus or "")


def configurations(findings: Iterable[Finding]) -> list[Configuration]:
    """The analyst's explanations, each once, with the imperatives that it was coded on."""
    about: dict[RealistNote, list[str]] = defaultdict(list)
    for finding in findings:
        for note in finding.realist:
            about[note].append(finding.imperative.id)
    return [_configuration(note, names) for note, names in about.items()]


def _configuration(note: RealistNote, names: list[str]) -> Configuration:
    own = note.realist
    parts = (("Context", own.context), ("Mechanism", own.mechanism), ("Outcome", own.outcome))
    return Configuration(
        tuple((label, phrases.sentence(said)) for label, said in parts if said),
        f"{note.source} {note.excerpt}".strip(),
        phrases.joined(dict.fromkeys(names)),
    )
