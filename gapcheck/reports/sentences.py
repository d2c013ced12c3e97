"""Whole sentences about a report: its summary, its banner, who was not heard, and its limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gapcheck.model.choices import Group, SourceKind, Wording
from gapcheck.model.report import PartnershipReport, Report, SourceView
from gapcheck.model.settings import Settings
from gapcheck.model.study import Partnership
from gapcheck.reports.phrases import counted, in_words, joined, long_date, sector, sentence
from gapcheck.reports.words import EXCLUSIONS, KINDS

_SUMMARY = (
    (Group.GAP, "{} is a gap", "{} are gaps"),
    (Group.CONTESTED, "{} is contested", "{} are contested"),
    (Group.PARTLY, "{} is partly in practice", "{} are partly in practice"),
    (Group.TRANSLATED, "{} is in practice", "{} are in practice"),
)


def applying(part: PartnershipReport) -> int:
    """How many imperatives apply: the five groups and the options not taken up."""
    return sum(number for _, number in part.totals) + part.not_taken_up


def judged_against(part: PartnershipReport) -> int:
    """How many imperatives a partnership was judged against, those that do not apply too."""
    return applying(part) + part.not_applicable


def summary(part: PartnershipReport) -> str:
    """How many imperatives are gaps, contested and so on, and for how many nobody can say."""
    apply = applying(part)
    if not apply:
        return "No national imperative of this study applies here."
    totals = dict(part.totals)
    unknown = totals.get(Group.UNKNOWN, 0)
    known = [
        (one if number == 1 else many).format(number)
        for group, one, many in _SUMMARY
        if (number := totals.get(group, 0))
    ]
    if number := part.not_taken_up:
        known.append(f"{counted(number, 'option was', 'options were')} not taken up")
    head = f"Of the {counted(apply, 'national imperative')} that {_apply(apply)} here, "
    if not known:
        return f"{head}none can be judged: nobody can say yet."
    text = f"{head}{joined(known)}."
    return f"{text} For {unknown} nobody can say yet." if unknown else text


def _apply(number: int) -> str:
    return "applies" if number == 1 else "apply"


def banner(report: Report) -> str | None:
    """What is invented in a report, in one sentence; None where nothing is."""
    return invented([part.partnership for part in report.partnerships])


def invented(shown: Sequence[Partnership]) -> str | None:
    """What is invented among some partnerships, in one sentence; None where nothing is."""
    unreal = [each.name for each in shown if each.illustrative]
    real = [each.name for each in shown if not each.illustrative]
    if not unreal:
        return None
    if len(shown) == 1:
        return f"{unreal[0]} is invented. Nobody said the words quoted here."
    if not real:
        return f"All {in_words(len(shown))} partnerships and every word are invented."
    head = f"{in_words(len(unreal)).capitalize()} of {in_words(len(shown))} partnerships "
    head += "is invented" if len(unreal) == 1 else "are invented"
    # The shorter list is named: the other is all the rest.
    if len(unreal) <= len(real):
        return f"{head}, and nobody said the words quoted from there: {joined(unreal)}."
    return f"{head}, and nobody said the words quoted from there. Not invented: {joined(real)}."


def not_heard(part: PartnershipReport, settings: Settings) -> tuple[str, ...]:
    """Who was not heard, with the seats they hold, and which sources are left out and why."""
    said = []
    if part.unheard:
        members = dict(part.partnership.members)
        seats = sum(members.values())
        named = [
            sector(each, settings)
            + (f" ({members[each]} of {seats} seats)" if each in members else "")
            for each in part.unheard
        ]
        verb = "was" if len(named) == 1 else "were"
        said.append(sentence(f"{joined(named)} {verb} not heard"))
    papers = {cell.sector for cell in part.heard if cell.sources}.intersection(part.unheard)
    if papers:
        those = joined(sector(each, settings) for each in part.unheard if each in papers)
        said.append(f"Of {those} there are only papers: what is written is no voice.")
    reasons = Counter(source.excluded for source in part.sources if source.excluded)
    for reason, number in reasons.items():
        those = "It counts" if number == 1 else "They count"
        left = counted(number, "source is", "sources are")
        said.append(f"{left} left out: {EXCLUSIONS[reason]}. {those} for nothing.")
    return tuple(said)


def voices(parts: Sequence[PartnershipReport], settings: Settings) -> str:
    """From how many sources of each kind, and of which sectors, a verdict can speak."""
    used = [source for part in parts for source in part.sources if source.used]
    if not used:
        return "No source of this place could be used."
    known = {each for source in used for each in source.sectors}
    # Of people it is not told which of them speaks where, but which sectors were heard.
    known |= {cell.sector for part in parts for cell in part.heard if cell.sources is None}
    spoken = [sector(each, settings) for each in settings.vocabulary.sectors if each in known]
    said = kinds(used)
    return f"Whose voices: {said}; {joined(spoken)}." if spoken else f"{said}."


def kinds(sources: Iterable[SourceView]) -> str:
    """How many sources there are of each kind; the kind alone where no number is told."""
    told: Counter[SourceKind] = Counter()
    uncounted: dict[SourceKind, None] = {}
    for source in sources:
        if source.told:
            told[source.kind] += 1
        else:
            uncounted[source.kind] = None
    counts = [counted_kind(kind, number) for kind, number in told.items()]
    return joined([*counts, *(KINDS[kind][1] for kind in uncounted)])


def number_of_sources(parts: Iterable[PartnershipReport]) -> str:
    """`23 sources`; nothing where some of them stand for a number that is not told."""
    every = [source for part in parts for source in part.sources]
    return counted(len(every), "source") if all(source.told for source in every) else ""


def heard(part: PartnershipReport, settings: Settings) -> str:
    """Which sectors were heard, where neither tier nor number is told; else nothing."""
    spoke = [sector(cell.sector, settings) for cell in part.heard if cell.sources is None]
    return f"Heard: {joined(spoke)}." if spoke else ""


def counted_kind(kind: SourceKind, number: int) -> str:
    """`3 interviews`, `1 set of minutes`."""
    one, many = KINDS[kind]
    return counted(number, f"set of {one}" if many.startswith("sets of") else one, many)


def span(sources: tuple[SourceView, ...]) -> str:
    """From when to when the sources date that could be used; empty without any."""
    dates = sorted(source.date for source in sources if source.used)
    if not dates:
        return ""
    if dates[0] == dates[-1]:
        return f"One point in time: all that was heard dates from {long_date(dates[0])}."
    return f"What was heard dates from {long_date(dates[0])} to {long_date(dates[-1])}; not since."


def limits(report: Report, part: PartnershipReport | None = None) -> tuple[str, ...]:
    """What this report cannot say: the study's own limits, and those that its evidence shows."""
    settings = report.settings
    parts = (part,) if part else report.partnerships
    sources = tuple(source for each in parts for source in each.sources)
    place = f"Region: {settings.region}. " if settings.region else ""
    own = tuple(sentence(each) for each in settings.limits)
    shown = (*own, f"{place}{span(sources)}".strip(), voices(parts, settings))
    return tuple(each for each in (*shown, *_standing(report)) if each)


def _standing(report: Report) -> tuple[str, ...]:
    cuts = report.settings.thresholds
    shares = any(
        each.share or each.too_few for finding in report.findings for each in finding.statements
    )
    asked = {finding.imperative.name: finding.imperative.wording for finding in report.findings}
    unseen = sum(wording is not Wording.SEEN for wording in asked.values())
    return (
        "A verdict says what these sources say. It does not measure outcomes, and it is never a "
        "vote: no count or score decides it.",
        "Confidence follows the four components of GRADE-CERQual, adapted to single cases, for "
        "which it was not made.",
        f"A share at or above {cuts.happens_at:g} % is read as yes, one at or below "
        f"{cuts.absent_at:g} % as no."
        if shares
        else "",
        f"The wording of {unseen} of {counted(len(asked), 'imperative')} is not confirmed."
        if unseen
        else "",
    )
