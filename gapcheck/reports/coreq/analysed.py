"""What a study says of how it was coded and judged, and of how its findings are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gapcheck import __version__
from gapcheck.model.choices import Group
from gapcheck.model.finding import Finding
from gapcheck.model.methods import Methods, Topic
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, words
from gapcheck.reports.choosing import applying
from gapcheck.reports.coreq.facts import SETTINGS, Counted, Fact, Open

_GAPS = "gaps"
BELOW = "the summary of findings below"


def _orientation(report: Report) -> Iterator[Fact]:
    if report.settings.question:
        yield Fact(phrases.sentence(report.settings.question), f"{SETTINGS}: question")
    yield Fact(
        f"Evidence is read against a framework fixed beforehand: {_framework(report)}. "
        "A passage is coded for an imperative with what it says of practice.",
        "policies/",
    )


def _framework(report: Report) -> str:
    number = phrases.counted(_imperatives(report), "imperative")
    policies = phrases.counted(len(report.policies), "national policy", "national policies")
    return f"{number} of {policies}"


def _imperatives(report: Report) -> int:
    return sum(len(policy.imperatives) for policy in report.policies)


def _realist(methods: Methods, _: Settings) -> Iterator[Fact]:
    if number := methods.coding.configurations:
        yield Fact(
            f"Context, mechanism or outcome is noted on {phrases.counted(number, 'excerpt')}.",
            "cmo of the excerpts",
        )


def _declared(report: Report) -> Iterator[Fact]:
    double = report.settings.double_coded
    said = "Two people were to code every excerpt." if double else "One person codes an excerpt."
    yield Fact(said, f"{SETTINGS}: double_coded")


def _coders(methods: Methods, _: Settings) -> Iterator[Fact]:
    own = methods.coding
    if own.coders:
        yield Fact(
            f"{phrases.counted(len(own.coders), 'coder')}: {phrases.joined(own.coders)}.",
            "coder of the sources",
            enough=not own.unsigned,
        )
    if own.unsigned:
        yield Fact(
            f"{phrases.counted(own.unsigned, 'source does', 'sources do')} not say who coded it.",
            "coder of the sources",
        )
    yield Fact(
        f"Of {phrases.counted(own.excerpts, 'excerpt')} {own.twice} "
        f"{'was' if own.twice == 1 else 'were'} coded by a second person, and "
        f"{phrases.counted(own.agreed, 'code')} {'was' if own.agreed == 1 else 'were'} settled "
        f"between two. {own.unreviewed} {'is' if own.unreviewed == 1 else 'are'} not coded yet.",
        "codes of the sources, and second coders' files",
    )


def _tree(report: Report) -> Iterator[Fact]:
    vocabulary = report.settings.vocabulary
    stances = "; ".join(phrases.inside(each) for each in words.STANCES.values())
    yield Fact(
        f"The codes are {_framework(report)}, listed below; each is coded as: {stances}.",
        "policies/",
        enough=bool(report.policies),
    )
    tiers = phrases.joined(phrases.inside(each) for each in vocabulary.tiers.values())
    tensions = phrases.joined(phrases.inside(each) for each in vocabulary.tensions.values())
    yield Fact(f"Tiers: {tiers}. Tensions: {tensions}.", f"{SETTINGS}: tiers, tensions")


def _origin(report: Report) -> Iterator[Fact]:
    yield Fact("The imperatives were fixed beforehand, from policy documents.", "policies/")
    mapped = len(report.settings.vocabulary.barriers)
    if mapped:
        yield Fact(
            f"{phrases.counted(mapped, 'barrier has', 'barriers have')} a place in policy, "
            "resource, structure, practice or measurement.",
            f"{SETTINGS}: barriers",
        )


def _named(methods: Methods, _: Settings) -> Iterator[Fact]:
    own = methods.coding
    counts = (
        phrases.counted(own.themes, "theme"),
        phrases.counted(own.barriers, "barrier"),
        phrases.counted(own.enablers, "enabler"),
        phrases.counted(own.tensions, "tension"),
    )
    yield Fact(f"Named on excerpts: {phrases.joined(counts)}.", "the excerpts")


def _software(_: Report) -> Iterator[Fact]:
    yield Fact(
        f"gapcheck {__version__} read the codes and drew the verdicts by written rules.",
        "the program",
        enough=True,
    )


def _signed(report: Report) -> Iterator[Fact]:
    signed = [each.signoff for each in applying(report.findings) if each.signoff]
    if signed:
        people = phrases.joined(dict.fromkeys(each.by for each in signed))
        yield Fact(
            f"{people} signed off {phrases.counted(len(signed), 'finding')}. Whether any of them "
            "took part is not recorded.",
            "signoff.yaml of the partnerships",
        )


def _quotations(report: Report) -> Iterator[Fact]:
    told = "sector and year" if report.edition else "role or kind, sector and date"
    yield Fact(
        f"Reports show beside each finding words of every side, each with {told}; notes are never "
        "shown as quotations.",
        "the reports of this study",
        enough=True,
    )
    if report.edition:
        return
    shown = {
        (each.source, each.excerpt): each.quote is not None
        for finding in report.findings
        for each in finding.statements
        if each.excluded is None
    }
    yield Fact(
        f"Of {phrases.counted(len(shown), 'passage')} that count, {sum(shown.values())} may be "
        "quoted.",
        "consent of the sources",
    )


def _consistent(report: Report) -> Iterator[Fact]:
    yield Fact(
        "Each verdict follows from a named rule, which stands beside it with all that decides it; "
        "none counts votes.",
        BELOW,
        enough=True,
    )
    judged = applying(report.findings)
    fragile = sum(bool(each.fragile) for each in judged)
    yield Fact(
        f"{fragile} of {phrases.counted(len(judged), 'finding')} would be another without one of "
        f"{'its' if fragile == 1 else 'their'} sources.",
        BELOW,
    )


def _verified(methods: Methods, _: Settings) -> Iterator[Fact]:
    own = methods.coding.quotes
    if own.seen:
        yield Fact(
            f"In {phrases.counted(own.seen, 'transcript')} quotations were looked for: "
            f"{own.verified} verified, {own.doubtful} in doubt, {own.missing} not found.",
            "gapcheck check",
        )


def _main(report: Report) -> Iterator[Fact]:
    judged = applying(report.findings)
    number = phrases.counted(len(judged), "finding")
    yield Fact(f"Of {number}: {_totals(judged)}.", BELOW, enough=bool(judged))


def _totals(judged: list[Finding]) -> str:
    counts = Counter(each.group for each in judged)
    said = [
        f"{number} {_GAPS if group is Group.GAP and number > 1 else phrases.inside(label.label)}"
        for group, label in words.GROUPS.items()
        if (number := counts[group])
    ]
    said += [f"{counts[None]} not taken up"] if counts[None] else []
    return phrases.joined(said) or "nothing was judged"


def _different(report: Report) -> Iterator[Fact]:
    judged = applying(report.findings)
    contested = sum(each.group is Group.CONTESTED for each in judged)
    against = sum(
        bool(each.negative_case) and each.group in (Group.TRANSLATED, Group.GAP) for each in judged
    )
    yield Fact(
        f"{phrases.counted(contested, 'finding is', 'findings are')} contested, and told with the "
        f"words of both sides. Beside {phrases.counted(against, 'other finding')} stands who says "
        "otherwise.",
        BELOW,
        enough=True,
    )


OPEN: Mapping[Topic, Open] = MappingProxyType(
    {
        Topic.ORIENTATION: _orientation,
        Topic.CODERS: _declared,
        Topic.CODING_TREE: _tree,
        Topic.THEMES: _origin,
        Topic.SOFTWARE: _software,
        Topic.CHECKED_BY_PARTICIPANTS: _signed,
        Topic.QUOTATIONS: _quotations,
        Topic.CONSISTENCY: _consistent,
        Topic.MAJOR_THEMES: _main,
        Topic.MINOR_THEMES: _different,
    }
)
COUNTED: Mapping[Topic, Counted] = MappingProxyType(
    {
        Topic.ORIENTATION: _realist,
        Topic.CODERS: _coders,
        Topic.THEMES: _named,
        Topic.CONSISTENCY: _verified,
    }
)
