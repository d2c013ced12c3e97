"""The first page of a board paper: what it is, what it rests on, and the summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.model.choices import Group
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import board, facts, phrases, sentences, words
from gapcheck.reports.board_tables import marks_of
from gapcheck.reports.docx.blocks import (
    Block,
    Picture,
    Run,
    Said,
    Table,
    bullets,
    cell,
    paragraph,
    text,
)
from gapcheck.reports.docx.drawing import bar
from gapcheck.reports.docx.paper import Paper
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.narrowed import narrowed

_BULLETS = 3


def notices(report: Report) -> Iterator[Block]:
    """What is invented, what had to be left out, and for whom it is: before anything else."""
    if invented := sentences.banner(report):
        yield paragraph("Illustrative", f"Illustrative. {invented}")
    if report.left_out:
        yield paragraph("Notice", Run(board.LEFT_OUT, "Strong"))
        yield from (paragraph("Notice", each) for each in report.left_out)
    for number, said in enumerate(edition(report)):
        head: list[Said] = [] if number else [Run(HEAD, "Strong"), " "]
        yield paragraph("Notice", *head, said)
    if own := narrowed(report):
        yield paragraph("Notice", Run(own, "Strong"))


def title(paper: Paper) -> Iterator[Block]:
    """The title and the block below it."""
    report, part = paper.report, paper.part
    yield paragraph("Title", f"Policy and practice in {part.partnership.name}")
    yield paragraph("Subtitle", phrases.place(part.partnership, paper.settings))
    told = facts.of_partnership(part, paper.findings, report)
    study = [("Study", paper.settings.title)] if paper.settings.title else []
    yield fact_table("What this paper rests on", [*study, *told])


def fact_table(head: str, told: Sequence[facts.Fact]) -> Table:
    """Labels and what stands beside each."""
    rows = tuple((cell(Run(label, "Strong")), cell(said)) for label, said in told)
    return Table(head, "Fact Table", (1, 3), (), rows)


def purpose(paper: Paper) -> Iterator[Block]:
    """What the paper is for."""
    yield paragraph("Heading 1", "1 Purpose")
    if paper.settings.question:
        yield text(phrases.sentence(paper.settings.question))
    yield text(board.purpose(paper.part.partnership.name))


def summary(paper: Paper) -> Iterator[Block]:
    """The sentence of counts, one square an imperative, and what stands out."""
    yield paragraph("Heading 1", "2 Summary")
    yield paragraph("Summary", sentences.summary(paper.part))
    yield from bar_of(paper.part)
    if outside := board.outside(paper.part):
        yield text(outside)
    yield from bullets([*_gaps(paper), *_contested(paper), *_silence(paper)])


def bar_of(part: PartnershipReport) -> Iterator[Block]:
    """The groups of a partnership's imperatives as a bar, and in words beneath it."""
    marks = marks_of(part)
    if marks:
        png, width = bar(marks)
        number = phrases.counted(len(marks), "imperative")
        yield Picture(png, width, f"{number} by group, one square each: {in_words(part)}.")
        yield paragraph("Caption", f"One square, one imperative.   {board.legend(part)}")


def in_words(part: PartnershipReport) -> str:
    """How many imperatives each group holds, for those who do not see the bar."""
    totals = dict(part.totals)
    return "; ".join(
        f"{phrases.inside(marks.label)} {totals.get(group, 0)}"
        for group, marks in words.GROUPS.items()
    )


def _gaps(paper: Paper) -> Iterator[list[Said]]:
    gaps = sorted(paper.group(Group.GAP), key=board.certainty)
    for finding in gaps[:_BULLETS]:
        said = words.VERDICTS[finding.verdict].sentence
        sure = phrases.sentence(phrases.confidence(finding))
        yield [Run(f"{board.short_name(finding)}.", "Strong"), f" {said} {sure}"]
    if len(gaps) > _BULLETS:
        more = phrases.counted(len(gaps) - _BULLETS, "more gap")
        yield [f"{more}: part 4 has them all."]


def _contested(paper: Paper) -> Iterator[list[Said]]:
    for number, finding in enumerate(paper.group(Group.CONTESTED), 1):
        place = paper.link(f"5.{number}", "part", finding)
        why = phrases.sentence(finding.why)
        name = Run(f"{board.short_name(finding)}.", "Strong")
        yield [name, f" Contested. {why} See ", place, "."]


def _silence(paper: Paper) -> Iterator[list[Said]]:
    for each in sentences.not_heard(paper.part, paper.settings):
        yield [each]
    unknown = len(paper.group(Group.UNKNOWN))
    if unknown:
        verb = "is" if unknown == 1 else "are"
        says = "who was not heard" if paper.report.edition else "whom to ask"
        place = paper.link("part 6", "unknown")
        yield [f"{phrases.counted(unknown, 'verdict')} {verb} not known: ", place, f" says {says}."]
