"""A report on one partnership cut down to two pages, in plain values for every format.

Every list is short and every text is cut at a fixed number of letters, so that no study is too
large for two pages. What is cut says so, by a mark or by how many more there are.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.model.choices import Group, Shown
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.settings import Settings
from gapcheck.reports import board, facts, phrases, sentences, who, words
from gapcheck.reports.choosing import applying, findings_of, on_side
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.html.quotations import shortened
from gapcheck.reports.ranking import matters, ranked

MATTERS, NAMES, DISPUTED, ASKED = 3, 6, 3, 3
"""How many matters stand in full, names in a list, disputes, and people to ask next."""

QUOTE, TEXT, NAME = 190, 165, 60
"""After how many letters a quotation, a passage of text and a name in a list is cut."""

HEAD, ROW, WHY = 75, 42, 110
"""The same for what is to take one line (a head, a row of a table), and for a dispute's two."""

TITLE = "{}: in brief"
SECTIONS = (
    "What is and is not happening",
    "The gaps that matter most",
    "What is disputed",
    "What nobody was asked",
    "What to do",
)
"""The heads of the parts, in their order. The last is the team's alone, where it says anything."""

CHOICE = (
    "Of gaps and contested findings: must before should before may; then the surest; then the most "
    "tiers heard; then as in the files."
)
TO_DECIDE = "For the board to fill in:"
TO_FILL_IN = ("Gap or contested matter", "Action", "Lead", "By when")
NOBODY_ELSE = "Nobody who was heard says otherwise."
NO_DISPUTE = "Nothing is disputed among those who were heard."
ALL_HEARD = "Nobody is missing among those whom the imperatives name."
WHOLE = "The whole report has every statement, its place, the method and the limits."


@dataclass(frozen=True, slots=True)
class Listing:
    """The imperatives of one group by name: as many as there is room for, and how many more."""

    group: Group
    number: int
    names: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One gap or contested finding: what is asked and by whom, one quotation a side, how sure.

    `instead` says why there is no quotation of a side, or of either.
    """

    finding: Finding
    name: str
    text: str
    asked: str
    voices: tuple[Statement, ...]
    instead: str
    doubts: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a briefing says, in its order; `asks` and `actions` are the team's alone."""

    part: PartnershipReport
    title: str
    place: str
    facts: tuple[facts.Fact, ...]
    summary: str
    listings: tuple[Listing, ...]
    matters: tuple[Matter, ...]
    disputed: tuple[tuple[str, str], ...]
    unasked: tuple[str, ...]
    asks: tuple[tuple[str, str], ...]
    actions: tuple[str, ...]


def briefing(part: PartnershipReport, report: Report) -> Briefing:
    """Cut one partnership's part of a report down."""
    settings = report.settings
    findings = findings_of(part, report)
    judged = applying(findings)
    first = matters(judged)[:MATTERS]
    team = report.edition is None
    return Briefing(
        part=part,
        title=TITLE.format(part.partnership.name),
        place=phrases.place(part.partnership, settings),
        facts=tuple(_facts(facts.of_partnership(part, findings, report))),
        summary=sentences.summary(part),
        listings=tuple(_listings(judged)),
        matters=tuple(_in_full(first, report)),
        disputed=tuple(_disputed(judged)),
        unasked=tuple(_unasked(part, judged, settings)),
        asks=tuple(_asks(judged, settings)) if team else (),
        actions=tuple(cut(board.short_name(each), ROW) for each in first) if team else (),
    )


def shortened_report(report: Report) -> Report:
    """The report with no more than a few of the files that it had to leave out."""
    more = len(report.left_out) - MATTERS
    rest = (f"{more} more: the whole report has them all.",) if more > 0 else ()
    return replace(report, left_out=(*report.left_out[:MATTERS], *rest))


def _facts(told: Iterable[facts.Fact]) -> Iterator[facts.Fact]:
    return ((label, cut(said, NAME * 2)) for label, said in told)


def _listings(judged: Sequence[Finding]) -> Iterator[Listing]:
    for group in words.GROUPS:
        found = ranked(each for each in judged if each.group is group)
        yield Listing(group, len(found), _named(map(board.short_name, found)))


def _named(names: Iterable[str]) -> str:
    """A few names, and how many more there are."""
    every = [cut(name, NAME) for name in names]
    kept = every[:NAMES]
    while len("; ".join(kept)) > TEXT:
        kept.pop()
    more = len(every) - len(kept)
    return "; ".join([*kept, *([f"and {more} more"] if more else [])])


def cut(text: str, most: int) -> str:
    """The text, with a mark where it is cut."""
    return shortened(text.strip(), most) or ""


def _in_full(findings: Iterable[Finding], report: Report) -> Iterator[Matter]:
    """The findings with their words, of which none is quoted twice where there are others."""
    quoted: set[str | None] = set()
    for finding in findings:
        voices = _one_a_side(finding, quoted)
        quoted |= {each.quote for each in voices}
        yield _matter(finding, voices, report)


def _matter(finding: Finding, voices: Sequence[Statement], report: Report) -> Matter:
    imperative = finding.imperative
    instead = "" if voices else NONE_SHOWN[finding.shown]
    # In an edition others may say otherwise whose words are not told.
    alone = finding.group is Group.GAP and not finding.negative_case
    if len(voices) == 1 and alone and finding.shown is Shown.WHOLE:
        instead = NOBODY_ELSE
    return Matter(
        finding,
        cut(board.short_name(finding), HEAD),
        cut(phrases.sentence(imperative.text), TEXT) if imperative.title else "",
        _asked(finding, report),
        tuple(map(_shorter, voices)),
        instead,
        cut(_doubts(finding), TEXT),
    )


def _one_a_side(finding: Finding, quoted: Container[str | None]) -> list[Statement]:
    """Of each side the first that decides; where a side has none, the strongest against."""
    found = (on_side(finding, which) for which in ("yes", "no"))
    sides = [next((e for e in own if e.quote not in quoted), own[0]) for own in found if own]
    against = finding.negative_case[:1] if len(sides) < 2 else ()
    return [*sides, *(each for each in against if each not in sides)]


def _asked(finding: Finding, report: Report) -> str:
    """Which policy asks, how strongly and of whom, and how its words are known."""
    imperative = finding.imperative
    policy = {each.id: each for each in report.policies}.get(imperative.policy)
    title = f"{cut(policy.title, NAME)}, {phrases.long_date(policy.published)}" if policy else ""
    duty = cut(phrases.duty(imperative, report.settings), TEXT // 2)
    said = (title, duty, words.WORDINGS[imperative.wording], board.over(finding))
    return " ".join(phrases.sentence(each) for each in said if each)


def _shorter(statement: Statement) -> Statement:
    """A statement in few letters, one in two languages in little more, and without its place."""
    own = QUOTE if statement.translation is None else QUOTE // 2
    return replace(
        statement,
        quote=shortened(statement.quote, own),
        translation=shortened(statement.translation, QUOTE - QUOTE // 4),
        role=shortened(statement.role, NAME),
        location=None,
    )


def _doubts(finding: Finding) -> str:
    """How sure it is and why; for what is contested what each side says first."""
    sure = phrases.sentence(phrases.confidence(finding))
    concerns = " ".join(phrases.sentence(each.why) for each in finding.concerns)
    why = phrases.sentence(finding.why)
    return " ".join(filter(None, (why, sure, concerns)))


def _disputed(judged: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    found = ranked(each for each in judged if each.group is Group.CONTESTED)
    for finding in found[:DISPUTED]:
        name = cut(board.short_name(finding), NAME)
        yield name, cut(phrases.sentence(finding.why), WHY)
    if len(found) > DISPUTED:
        yield f"{len(found) - DISPUTED} more", "The whole report has them all."


def _unasked(
    part: PartnershipReport, judged: Sequence[Finding], settings: Settings
) -> Iterator[str]:
    yield from (cut(each, TEXT) for each in sentences.not_heard(part, settings))
    unknown = ranked(each for each in judged if each.group is Group.UNKNOWN)
    if unknown:
        number = phrases.counted(len(unknown), "imperative")
        yield f"{number} cannot be judged: {_named(map(board.short_name, unknown))}."


def _asks(judged: Sequence[Finding], settings: Settings) -> Iterator[tuple[str, str]]:
    """Whom to ask next: those of whom the most imperatives wait, the others as in the report."""
    about: dict[str, dict[str, None]] = {}
    for finding in judged:
        for ask in finding.ask_next:
            whom = who.asked(ask.sector, ask.tier, settings)
            about.setdefault(whom, {})[finding.imperative.name] = None
    order = sorted(about.items(), key=lambda each: -len(each[1]))
    for whom, names in order[:ASKED]:
        yield whom, f"on {phrases.counted(len(names), 'imperative')}"
