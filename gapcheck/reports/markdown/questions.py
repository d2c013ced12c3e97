"""What to find out next: what nobody can judge yet, and what stands behind the verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from gapcheck.model.choices import Group
from gapcheck.model.finding import Ask, Finding, Named, RealistNote
from gapcheck.model.settings import LOCI
from gapcheck.reports import phrases
from gapcheck.reports.markdown.paper import NOT_KNOWN, Paper, name, target, verdict
from gapcheck.reports.markdown.text import cell, code, inline, table
from gapcheck.reports.narrowed import NOT_ASKED, asked

_NO_LOCUS = "place not mapped"


def not_known(paper: Paper) -> Iterator[str]:
    """Part 6: what nobody can judge, with whom to ask in the same line; then the other doubts."""
    # Whom the team will ask next is its own plan, and may tell who has spoken.
    title, column = ("whom to ask", "Whom to ask, and for what")
    if paper.report.edition:
        title, column = ("who was not heard", "Not heard")
    yield f"## {target(paper.section(NOT_KNOWN))}6 Not known, and {title}"
    yield ""
    unknown = paper.group(Group.UNKNOWN)
    if unknown:
        head = ("Imperative", "Verdict", "What we have", column)
        yield from table(head, *(_row(paper, finding) for finding in unknown))
    else:
        judged = "Every imperative that applies here could be judged."
        yield judged if asked(paper.report, Group.UNKNOWN) else NOT_ASKED
        yield ""
    yield from _others(paper)


def _row(paper: Paper, finding: Finding) -> tuple[str, ...]:
    asks = [f"{_whom(paper, ask)}: {cell(ask.why)}" for ask in finding.ask_next]
    if paper.report.edition:
        asks = [cell(phrases.sector(each, paper.settings)) for each in finding.voices.unheard]
    have = cell(phrases.sentence(finding.why))
    return name(finding), verdict(finding), have, "<br>".join(asks) or "–"


def _others(paper: Paper) -> Iterator[str]:
    rows = [
        (name(finding), verdict(finding), "; ".join(_whom(paper, ask) for ask in finding.ask_next))
        for finding in paper.judged
        if finding.group is not Group.UNKNOWN and finding.ask_next
    ]
    if rows:
        yield "Contested or fragile, and so worth asking about next:"
        yield ""
        yield from table(("Imperative", "Verdict", "Whom to ask"), *rows)


def _whom(paper: Paper, ask: Ask) -> str:
    sector = phrases.sector(ask.sector, paper.settings)
    return cell(f"{sector}, {phrases.tier(ask.tier, paper.settings)}" if ask.tier else sector)


def hindrance(paper: Paper) -> Iterator[str]:
    """Part 7: barriers by where they lie, enablers, tensions, and how the analyst explains it."""
    yield "## 7 What gets in the way, what helps"
    yield ""
    part = paper.part
    realist = _notes(paper.findings)
    if not (part.barriers or part.enablers or part.tensions or realist):
        yield "Nothing is coded yet on what gets in the way or helps."
        yield ""
        return
    yield f"In brackets, how many voices named it{_unless_few(paper)}."
    yield ""
    labels = paper.settings.vocabulary.tensions
    tensions = [replace(each, name=phrases.label(each.name, labels)) for each in part.tensions]
    yield from _list("Barriers", part.barriers)
    yield from _list("Enablers", part.enablers)
    yield from _list("Tensions", tensions)
    if realist:
        yield "**How it comes about** (the analyst's words, not a participant's)"
        yield ""
        yield from map(_configuration, realist)
        yield ""


def _unless_few(paper: Paper) -> str:
    edition = paper.report.edition
    return f"; what fewer than {edition.least} name is not listed" if edition else ""


def _list(title: str, named: Sequence[Named]) -> Iterator[str]:
    if not named:
        return
    yield f"**{title}**"
    yield ""
    mapped = any(each.locus for each in named)
    for locus, group in groupby(sorted(named, key=_by_locus), lambda each: each.locus):
        items = "; ".join(map(_item, group))
        where = f"{inline((locus or _NO_LOCUS).capitalize())}: " if mapped else ""
        yield f"- {where}{items}"
    yield ""


def _item(named: Named) -> str:
    return inline(named.name) + ("" if named.voices is None else f" ({named.voices})")


def _by_locus(named: Named) -> int:
    return LOCI.index(named.locus) if named.locus in LOCI else len(LOCI)


def _notes(findings: Iterable[Finding]) -> list[RealistNote]:
    notes = {_key(note): note for each in findings for note in each.realist}
    return [notes[key] for key in sorted(notes)]


def _key(note: RealistNote) -> tuple[str, ...]:
    """Its passage; what it says tells notes apart whose passages are not told."""
    own = note.realist
    return note.source, note.excerpt, own.context or "", own.mechanism or "", own.outcome or ""


def _configuration(note: RealistNote) -> str:
    parts = (
        ("Context", note.realist.context),
        ("Mechanism", note.realist.mechanism),
        ("Outcome", note.realist.outcome),
    )
    told = [f"*{label}*: {inline(phrases.sentence(text))}" for label, text in parts if text]
    place = [code(f"{note.source} {note.excerpt}")] if note.source else []
    return f"- {' '.join((*told, *place))}"
