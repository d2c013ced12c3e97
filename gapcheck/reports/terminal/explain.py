"""How one verdict came about, step by step, on a terminal."""

from __future__ import annotations

from rich.console import Console

from gapcheck.model.choices import Rung, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.rows import over_time
from gapcheck.reports.terminal import steps
from gapcheck.reports.terminal.finding import imperative_lines
from gapcheck.reports.terminal.head import opening
from gapcheck.reports.terminal.sheet import Sheet, place, show
from gapcheck.reports.terminal.statements import counted, statements
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.terminal.working import signed, suspect
from gapcheck.reports.who import asks
from gapcheck.reports.words import VERDICTS, marks
from gapcheck.reports.wrapping import Line, Run

_DEMANDS = {
    Rung.ADOPTED: "It demands that it stands on paper (adopted).",
    Rung.ENACTED: "It demands practice (enacted): a paper alone will not do.",
    Rung.EFFECTIVE: "It demands an effect (effective): that it is done will not do.",
}


def write_explain(finding: Finding, report: Report, console: Console) -> None:
    """Write one finding with its full working."""
    sheet = Sheet.of(console)
    lines = opening(report, sheet, [finding.partnership])
    lines += _head(finding, report.settings, sheet)
    for number, (title, note, block) in enumerate(_steps(finding, report.settings, sheet), 1):
        lines += [*sheet.heading(f"{number}  {title}", note), *block]
    show(lines, console)


def _head(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    words = VERDICTS[finding.verdict].screen.upper()
    verdict: Run = (f"{marks(finding.verdict).glyph} {words}", style_of(finding.verdict))
    said = (f"in {finding.partnership.name}", phrases.confidence(finding))
    lines = sheet.wrap([verdict, (f"  {', '.join(filter(None, said))}", "")])
    if finding.as_at:
        lines += sheet.wrap([(f"as at {phrases.long_date(finding.as_at)}", "dim")], indent="  ")
    if told := over_time(finding, settings):
        lines += sheet.wrap([(f"over time: {told}", "")], indent="  ")
    imperative = finding.imperative
    lines += imperative_lines(finding, settings, sheet)
    facts = f"{imperative.locator} · {phrases.period(imperative.in_force)}"
    if imperative.due:
        facts += f" · due by {phrases.long_date(imperative.due)}"
    lines += sheet.wrap([(facts, "dim")], indent="  ")
    lines += sheet.wrap([place(imperative.location)], indent="  ")
    return lines + sheet.wrap([(_DEMANDS[imperative.demands], "dim")], indent="  ")


def _steps(finding: Finding, settings: Settings, sheet: Sheet) -> list[tuple[str, str, list[Line]]]:
    applies = ("DOES IT APPLY?", "", _applies(finding, settings, sheet))
    rules = ("THE RULES, IN THE ORDER IN WHICH THEY ARE TRIED", "", steps.rules(finding, sheet))
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return [applies, rules]
    wide = sheet.width - 10
    signature, doubted = signed(finding, settings), suspect(finding, settings)
    optional = (
        ("WHAT A PERSON DECIDED", "", sheet.labelled("Signed", signature, wide)),
        ("WHAT IS SUSPECT", "", sheet.wrap(doubted) if doubted else []),
        ("WHAT TO ASK NEXT", "", _ask(finding, settings, sheet)),
        ("WHAT IS SAID NATIONALLY", "shown, never counted", _background(finding, sheet)),
        ("WHAT MAY BEAR ON IT", "not reviewed, counts for nothing", _pending(finding, sheet)),
    )
    return [
        applies,
        ("WHAT WAS SAID", counted(finding), statements(finding, settings, sheet)),
        ("FROM STATEMENTS TO SECTORS", "", steps.positions(finding, settings, sheet)),
        rules,
        ("CONFIDENCE", "", steps.confidence(finding, sheet)),
        ("IF A SOURCE WERE MISSING", "", steps.missing(finding, sheet)),
        ("BY TIER", "", steps.tiers(finding, settings, sheet)),
        *(step for step in optional if step[2] and (step[0] != optional[0][0] or signature)),
    ]


def _applies(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return sheet.wrap(f"No. {phrases.sentence(finding.reason or finding.why)}")
    imperative, scope = finding.imperative, finding.imperative.applies_to
    labels = (phrases.inside(settings.vocabulary.kinds.get(kind, kind)) for kind in scope.kinds)
    kinds = f"meant for a {phrases.joined(labels, 'or')}" if scope.kinds else "for any partnership"
    places = f"designation {phrases.joined(scope.designations, 'or')}"
    said = [f"nation {phrases.named(imperative.nation)}", kinds]
    said += [places] if scope.designations else []
    said.append(phrases.period(imperative.in_force))
    return sheet.wrap(f"Yes. {phrases.sentence('; '.join(said))}")


def _ask(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    return [
        line
        for who, why in asks(finding, settings)
        for line in sheet.item(f"{who}: {phrases.sentence(why)}")
    ]


def _pending(finding: Finding, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    for each in finding.pending:
        name = sheet.line((f"{each.source} {each.excerpt}   ", ""), place(each.location))
        lines += [name]
    return lines


def _background(finding: Finding, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    for each in finding.background:
        lines += sheet.wrap(each.text.strip(), indent="  ")
        lines += sheet.wrap([(each.citation or each.source, "dim")], indent="  ")
        lines += sheet.wrap([place(each.location)], indent="  ")
    return lines
