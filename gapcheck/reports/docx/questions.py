"""What to find out next, what gets in the way, and what the board is left to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from gapcheck.model.choices import Group
from gapcheck.model.finding import Ask, Finding, Named, RealistNote
from gapcheck.model.settings import LOCI
from gapcheck.reports import board, phrases, who
from gapcheck.reports.board_tables import realist_notes
from gapcheck.reports.docx.blocks import (
    Block,
    Cell,
    Run,
    Said,
    Table,
    bullets,
    cell,
    paragraph,
    text,
)
from gapcheck.reports.docx.paper import Paper, judged_runs

_NO_LOCUS = "place not mapped"


def not_known(paper: Paper) -> Iterator[Block]:
    """Part 6: what nobody can judge, with whom to ask in the same line; then the other doubts."""
    # Whom the team will ask next is its own plan, and may tell who has spoken.
    public = paper.report.edition is not None
    title, column = ("whom to ask", "Whom to ask, and for what")
    if public:
        title, column = ("who was not heard", "Not heard")
    yield paragraph("Heading 1", f"6 Not known, and {title}", name=paper.place("unknown"))
    unknown = paper.group(Group.UNKNOWN)
    if unknown:
        yield Table(
            f"Not known, and {title}",
            "Paper Table",
            (30, 20, 25, 34),
            ("Imperative", "Verdict", "What we have", column),
            tuple(_row(paper, finding) for finding in unknown),
        )
    else:
        yield text(board.none(paper.report, Group.UNKNOWN))
    yield from _others(paper)


def _row(paper: Paper, finding: Finding) -> tuple[Cell, ...]:
    asks = [f"{whom}: {why}" for whom, why in who.asks(finding, paper.settings)]
    if paper.report.edition:
        asks = [phrases.sector(each, paper.settings) for each in finding.voices.unheard]
    asked = tuple(paragraph("Table Text", phrases.sentence(each)) for each in asks)
    return (
        cell(board.short_name(finding)),
        cell(*judged_runs(finding)),
        cell(phrases.sentence(finding.why)),
        asked or cell("–"),
    )


def _others(paper: Paper) -> Iterator[Block]:
    found = [each for each in paper.judged if each.group is not Group.UNKNOWN and each.ask_next]
    if found:
        yield text(board.WORTH_ASKING)
        yield Table(
            "Worth asking about next",
            "Paper Table",
            (45, 25, 39),
            ("Imperative", "Verdict", "Whom to ask"),
            tuple(
                (
                    cell(board.short_name(each)),
                    cell(*judged_runs(each)),
                    cell("; ".join(_whom(paper, ask) for ask in each.ask_next)),
                )
                for each in found
            ),
        )


def _whom(paper: Paper, ask: Ask) -> str:
    return who.asked(ask.sector, ask.tier, paper.settings)


def hindrance(paper: Paper) -> Iterator[Block]:
    """Part 7: barriers by where they lie, enablers, tensions, and how the analyst explains it."""
    yield paragraph("Heading 1", "7 What gets in the way, what helps")
    part, realist = paper.part, realist_notes(paper.findings)
    if not (part.barriers or part.enablers or part.tensions or realist):
        yield text(board.NOT_CODED)
        return
    yield text(f"In brackets, how many voices named it{board.unless_few(paper.report)}.")
    labels = paper.settings.vocabulary.tensions
    tensions = [replace(each, name=phrases.label(each.name, labels)) for each in part.tensions]
    yield from _list("Barriers", part.barriers)
    yield from _list("Enablers", part.enablers)
    yield from _list("Tensions", tensions)
    if realist:
        yield paragraph("Heading 2", f"How it comes about ({board.ANALYST})")
        yield from bullets(map(_configuration, realist))


def _list(title: str, named: Sequence[Named]) -> Iterator[Block]:
    if not named:
        return
    yield paragraph("Heading 2", title)
    mapped = any(each.locus for each in named)
    for locus, group in groupby(sorted(named, key=_by_locus), lambda each: each.locus):
        where = f"{(locus or _NO_LOCUS).capitalize()}: " if mapped else ""
        yield from bullets([f"{where}{'; '.join(map(_item, group))}"])


def _item(named: Named) -> str:
    return named.name + ("" if named.voices is None else f" ({named.voices})")


def _by_locus(named: Named) -> int:
    return LOCI.index(named.locus) if named.locus in LOCI else len(LOCI)


def _configuration(note: RealistNote) -> list[Said]:
    own = note.realist
    parts = (("Context", own.context), ("Mechanism", own.mechanism), ("Outcome", own.outcome))
    said: list[Said] = []
    for label, told in parts:
        if told:
            said += [Run(label, "Strong"), f": {phrases.sentence(told)} "]
    return [*said, Run(f"{note.source} {note.excerpt}" if note.source else "", "Place")]
