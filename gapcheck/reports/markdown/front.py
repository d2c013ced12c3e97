"""The first page of a board paper: what it is, what it rests on, and the summary."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Audience, Confidence, Group
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import phrases, sentences, words
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.markdown.paper import NOT_KNOWN, Paper, link, name
from gapcheck.reports.markdown.text import cell, inline, table
from gapcheck.reports.narrowed import narrowed

_CERTAIN_FIRST = {confidence: number for number, confidence in enumerate(Confidence)}
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
        yield "> **Left out of this report, because the files have errors:**"
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
    yield (
        f"This paper sets out which national imperatives are practised in "
        f"{inline(paper.part.partnership.name)}, which are not, and which nobody can judge yet. "
        "It judges practice against sentences in policies; it does not judge the board, and it "
        "recommends nothing."
    )
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
    totals = dict(paper.part.totals)
    counted = {group: totals.get(group, 0) for group in words.GROUPS}
    if not any(counted.values()):
        return
    marks = [words.GROUPS[group].glyph for group, number in counted.items() for _ in range(number)]
    legend = [
        f"{words.GROUPS[group].glyph} {words.GROUPS[group].label} {number}"
        for group, number in counted.items()
    ]
    yield "```text"
    yield f"{' '.join(marks)}      one mark, one imperative"
    yield "   ".join(legend)
    yield "```"
    yield ""
    yield from _outside(paper.part)


def _outside(part: PartnershipReport) -> Iterator[str]:
    said = []
    if part.not_taken_up:
        was = phrases.counted(part.not_taken_up, "option was", "options were")
        said.append(f"{was} not taken up")
    if part.not_applicable:
        does = phrases.counted(part.not_applicable, "imperative does", "imperatives do")
        said.append(f"{does} not apply")
    if said:
        yield f"Outside these totals: {phrases.joined(said)}."
        yield ""


def _gaps(paper: Paper) -> Iterator[str]:
    gaps = sorted(paper.group(Group.GAP), key=_certainty)
    for finding in gaps[:_BULLETS]:
        yield (
            f"**{name(finding)}.** {words.VERDICTS[finding.verdict].sentence} "
            f"{phrases.sentence(phrases.confidence(finding))}"
        )
    if len(gaps) > _BULLETS:
        yield f"{_count(len(gaps) - _BULLETS, 'more gap')}: part 4 has them all."


def _certainty(finding: Finding) -> int:
    return _CERTAIN_FIRST[finding.confidence] if finding.confidence else len(_CERTAIN_FIRST)


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
