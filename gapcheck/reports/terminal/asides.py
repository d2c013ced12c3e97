"""What follows the findings: what does not apply, what hinders, whom to ask, what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding, Named, RealistNote
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.settings import LOCI
from gapcheck.reports import phrases, sentences
from gapcheck.reports.doubts import why_excluded
from gapcheck.reports.terminal.sheet import Sheet, columns, place
from gapcheck.reports.who import asked
from gapcheck.reports.wrapping import Line, pad


def not_applying(findings: Sequence[Finding], sheet: Sheet) -> list[Line]:
    """What does not apply, only named, gathered by its reason."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for each in findings:
        if each.verdict is Verdict.NOT_APPLICABLE:
            reasons[phrases.clause(each.reason or each.why)].append(each.imperative.name)
    if not reasons:
        return []
    number = phrases.counted(sum(map(len, reasons.values())), "imperative")
    lines = sheet.heading("DOES NOT APPLY", f"{number}, outside every total")
    for reason, names in sorted(reasons.items(), key=lambda pair: -len(pair[1])):
        lines += sheet.wrap(f"– {phrases.sentence(reason)}")
        lines += sheet.wrap([(by_policy(names), "dim")], indent="    ")
    return lines


def by_policy(names: list[str]) -> str:
    """Full names gathered under their policies, each policy named once."""
    policies: dict[str, list[str]] = defaultdict(list)
    for name in names:
        policy, _, own = name.partition("/")
        policies[policy].append(own)
    return "; ".join(f"{policy}: {', '.join(own)}" for policy, own in policies.items())


def barriers(part: PartnershipReport, report: Report, sheet: Sheet) -> list[Line]:
    """What gets in the way by where it lies, what helps, and the tensions named."""
    blocks = {
        "What gets in the way": _named(_by_locus(part.barriers), sheet),
        "What helps": _named(part.enablers, sheet),
        "Tensions": _named(_labelled(part.tensions, report), sheet),
    }
    blocks = {head: lines for head, lines in blocks.items() if lines}
    if not blocks:
        return []
    lines = sheet.heading("BARRIERS AND ENABLERS", "one ■ a voice that names it")
    shown = [[sheet.line((head, "bold")), *block] for head, block in blocks.items()]
    if sheet.wide and len(shown) > 1:
        shown = [columns(shown[0], shown[1], sheet.width // 2), *shown[2:]]
    for number, block in enumerate(shown):
        lines += [[], *block] if number else block
    return lines


def _by_locus(named: tuple[Named, ...]) -> list[Named]:
    places = {locus: place for place, locus in enumerate(LOCI)}
    # The most named stand first already, and sorting leaves them so.
    return sorted(named, key=lambda each: places.get(each.locus or "", len(LOCI)))


def _labelled(named: tuple[Named, ...], report: Report) -> list[Named]:
    labels = report.settings.vocabulary.tensions
    return [Named(phrases.label(each.name, labels), each.voices, each.locus) for each in named]


def _named(named: Sequence[Named], sheet: Sheet) -> list[Line]:
    room = min(40, (sheet.width // 2 if sheet.wide else sheet.width) - 24)
    lines = []
    for each in named:
        name = pad(sheet.short(each.name, room), room + 2)
        voices = each.voices or 0
        number = "■" * voices if voices <= 8 else f"■ x{voices}"
        lines.append(sheet.line((name, ""), (f"{number:<10}", ""), (each.locus or "", "dim")))
    return lines


def realist(findings: Sequence[Finding], sheet: Sheet) -> list[Line]:
    """In what context, by what mechanism, with what outcome: in the analyst's words."""
    notes: dict[RealistNote, list[str]] = defaultdict(list)
    for finding in findings:
        for note in finding.realist:
            notes[note].append(finding.imperative.id)
    lines = sheet.heading("CONTEXT, MECHANISM, OUTCOME", "the analyst's words") if notes else []
    for number, (note, names) in enumerate(notes.items()):
        own = note.realist
        parts = (("Context", own.context), ("Mechanism", own.mechanism), ("Outcome", own.outcome))
        lines += [[]] if number else []
        for label, said in parts:
            lines += sheet.labelled(label, said.strip(), sheet.width) if said else []
        where = f"on {phrases.joined(dict.fromkeys(names))}"
        where = f"{note.source} {note.excerpt}, {where}" if note.source else where
        lines += sheet.wrap([(where, "dim")], indent=" " * 10)
    return lines


def questions(findings: Sequence[Finding], report: Report, sheet: Sheet) -> list[Line]:
    """Whom to ask in the next round, why, and about which imperatives."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for finding in findings:
        for ask in finding.ask_next:
            who = asked(ask.sector, ask.tier, report.settings)
            rows[who, phrases.sentence(ask.why)].append(finding.imperative.id)
    if not rows:
        return []
    lines = sheet.heading("WHAT TO ASK NEXT", "for the next round")
    # All that one sector is to be asked stands together: it is one visit.
    visits = list(dict.fromkeys(who.partition(",")[0] for who, _ in rows))
    for (who, why), about in sorted(
        rows.items(), key=lambda row: visits.index(row[0][0].partition(",")[0])
    ):
        lines += sheet.wrap([(who, "bold"), (f"  {why}", "")])
        lines += sheet.wrap([(f"about {', '.join(dict.fromkeys(about))}", "dim")], indent="  ")
    return lines


def left_out(findings: Sequence[Finding], part: PartnershipReport, sheet: Sheet) -> list[Line]:
    """What is kept in the files, counts for nothing, and why."""
    rows: dict[tuple[Location, str], list[str]] = defaultdict(list)
    for finding in findings:
        for each in finding.statements:
            if each.excluded and each.location:
                rows[each.location, why_excluded(each)].append(finding.imperative.id)
    pending = sum(source.unreviewed for source in part.sources)
    if not rows and not pending:
        return []
    lines = sheet.heading("LEFT OUT, AND WHY", "kept in the files, counts for nothing")
    for (location, why), about in rows.items():
        lines += sheet.wrap([place(location), (f"   {', '.join(dict.fromkeys(about))}", "")])
        lines += sheet.wrap(phrases.sentence(why), indent="  ")
    if pending:
        are = "excerpt is" if pending == 1 else "excerpts are"
        said = f"{pending} {are} not reviewed yet and count{'s' * (pending == 1)} for nothing."
        lines += ([[]] if rows else []) + sheet.wrap(said)
    return lines


def limits(report: Report, sheet: Sheet, part: PartnershipReport | None = None) -> list[Line]:
    """What the report cannot say."""
    lines = sheet.heading("LIMITS")
    for each in sentences.limits(report, part):
        lines += sheet.item(each)
    return lines
