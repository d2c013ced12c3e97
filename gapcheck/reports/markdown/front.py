"""The first page of a board paper: what it is, what it rests on, and the summary."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Audience, Group
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import board, phrases, sentences, words
from gapcheck.reports.board_tables import marks_of
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.markdown.paper import NOT_KNOWN, Paper, link, name
from gapcheck.reports.markdown.text import cell, inline, table
from gapcheck.reports.narrowed import narrowed

_BULLETS = 3

AUDIENCES = {
    Audience.TEAM: "team draft, not for publication",
    Audience.PUBLIC: "the public",
}


def banner(report: Report) -> Iterator[str]:
    """What is invented, what had to be left out, and for whom it is: before anything else."""
    invented = sentences.banner(report)
    if invented:
        yield f"> **Illustrative. {inline(invented)}**"
        yield ""
    if report.left_out:
        yield f"> **{board.LEFT_OUT}**"
        yield ">"
        yield from (f"> - {inline(sentence)}" for sentence in report.left_out)
        yield ""
    yield from _edition(report)
    if own := narrowed(report):
        yield f"> {inline(own)}"
        yield ""


def _edition(report: Report) -> Iterator[str]:
    said = edition(report)
    if said:
        yield f"> **{HEAD}** {inline(said[0])}"
        yield ">"
        yield from (f"> - {inline(sentence)}" for sentence in said[1:])
        yield ""


def title(paper: Paper) -> Iterator[str]:
    """The title and the block below it."""
    part = paper.part
    yield f"# Policy and practice in {inline(part.partnership.name)}"
    yield ""
    yield f"*{inline(phrases.place(part.partnership, paper.settings))}*"
    yield ""
    if paper.settings.title:
        yield f"Study: {inline(paper.settings.title)}"
        yield ""
    number = sentences.judged_against(part)
    judged = phrases.long_date(part.as_at) if part.as_at else "no day: nothing is dated"
    yield from table(
        ("", ""),
        ("Judged as at", judged),
        ("Against", f"{_count(number, 'imperative')} in {_policies(len(paper.report.policies))}"),
        ("From", _sources(part)),
        ("Audience", AUDIENCES[paper.report.audience]),
        ("Signed off by", _signed(paper)),
    )


def _sources(part: PartnershipReport) -> str:
    number = sentences.number_of_sources([part])
    used = sum(source.used for source in part.sources)
    return f"{number}, of which {used} used" if number else sentences.kinds(part.sources)


def purpose(paper: Paper) -> Iterator[str]:
    """What the paper is for, in two sentences."""
    yield "## 1 Purpose"
    yield ""
    question = paper.settings.question
    if question:
        yield inline(phrases.sentence(question))
        yield ""
    yield board.purpose(inline(paper.part.partnership.name))
    yield ""


def summary(paper: Paper) -> Iterator[str]:
    """The sentence of counts, one mark an imperative, and what stands out."""
    yield "## 2 Summary"
    yield ""
    yield f"**{sentences.summary(paper.part)}**"
    yield ""
    yield from _bar(paper)
    bullets = [*_gaps(paper), *_contested(paper), *_silence(paper)]
    yield from (f"- {bullet}" for bullet in bullets)
    if bullets:
        yield ""


def _bar(paper: Paper) -> Iterator[str]:
    marks = [words.GROUPS[group].glyph for group in marks_of(paper.part)]
    if not marks:
        return
    yield "```text"
    yield f"{' '.join(marks)}      one mark, one imperative"
    yield board.legend(paper.part)
    yield "```"
    yield ""
    if outside := board.outside(paper.part):
        yield outside
        yield ""


def _gaps(paper: Paper) -> Iterator[str]:
    gaps = sorted(paper.group(Group.GAP), key=board.certainty)
    for finding in gaps[:_BULLETS]:
        yield (
            f"**{name(finding)}.** {words.VERDICTS[finding.verdict].sentence} "
            f"{phrases.sentence(phrases.confidence(finding))}"
        )
    if len(gaps) > _BULLETS:
        yield f"{_count(len(gaps) - _BULLETS, 'more gap')}: part 4 has them all."


def _contested(paper: Paper) -> Iterator[str]:
    for number, finding in enumerate(paper.group(Group.CONTESTED), 1):
        place = link(f"5.{number}", paper.section("finding", finding))
        why = inline(phrases.sentence(finding.why))
        yield f"**{name(finding)}.** Contested. {why} See {place}."


def _silence(paper: Paper) -> Iterator[str]:
    yield from map(inline, sentences.not_heard(paper.part, paper.settings))
    unknown = len(paper.group(Group.UNKNOWN))
    if unknown:
        verb = "is" if unknown == 1 else "are"
        place = link("part 6", paper.section(NOT_KNOWN))
        says = "who was not heard" if paper.report.edition else "whom to ask"
        yield f"{_count(unknown, 'verdict')} {verb} not known: {place} says {says}."


def _signed(paper: Paper) -> str:
    signed = [finding.signoff for finding in paper.judged if finding.signoff]
    if not signed:
        return "nobody yet: every verdict below is what the rules gave"
    people = dict.fromkeys(signoff.by for signoff in signed)
    by = cell(phrases.joined(people))
    return f"{by}: {len(signed)} of {_count(len(paper.judged), 'finding')}"


def _count(number: int, one: str) -> str:
    return phrases.counted(number, one)


def _policies(number: int) -> str:
    return phrases.counted(number, "national policy", "national policies")
