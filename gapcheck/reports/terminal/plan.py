"""A plan on a terminal: the round in a table, a guide for each conversation, and the sample."""

from __future__ import annotations

from rich.console import Console

from gapcheck.model.plan import Conversation, Matter, Plan
from gapcheck.reports import interview, phrases, plan_words
from gapcheck.reports.terminal.head import opening
from gapcheck.reports.terminal.sheet import Sheet, columns, show
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.words import marks
from gapcheck.reports.wrapping import Line, cells, pad


def write_plan(plan: Plan, console: Console) -> None:
    """Write whom to see, what to ask them and what hangs on it, then the sample as a whole."""
    sheet = Sheet.of(console)
    lines = [*opening(plan.report, sheet), *_head(plan, sheet), *_round(plan, sheet)]
    for number, one in enumerate(plan.conversations, 1):
        lines += _guide(number, one, plan, sheet)
    if plan.conversations:
        lines += _probes(sheet)
    show([*lines, *_sample(plan, sheet), *_power(plan, sheet), *_how(plan, sheet)], console)


def _head(plan: Plan, sheet: Sheet) -> list[Line]:
    lines = sheet.wrap([(plan_words.title(plan), "bold")])
    if plan.part.as_at:
        lines += sheet.wrap(f"Judged as at {phrases.long_date(plan.part.as_at)}")
    lines += [[], *sheet.wrap([(plan_words.summary(plan), "bold")])]
    said = plan_words.nobody(plan.nobody)
    return [*lines, *(sheet.wrap(said) if said else [])]


def _round(plan: Plan, sheet: Sheet) -> list[Line]:
    if not plan.conversations:
        return []
    lines = sheet.heading("THE ROUND", "each after those before it")
    names = [plan_words.whom(one, plan.report.settings) for one in plan.conversations]
    room = max(map(cells, names)) + 6
    for number, (one, name) in enumerate(zip(plan.conversations, names, strict=True), 1):
        count = len(one.counted)
        head = sheet.line((pad(f"{number:>2}  {name}", room), "bold"), ("■" * count, ""))
        lines += [[*head, (f" {count}", "")]]
    return [*lines, *sheet.wrap([("one ■ an imperative that nobody before it answers", "dim")])]


def _guide(number: int, one: Conversation, plan: Plan, sheet: Sheet) -> list[Line]:
    name = plan_words.whom(one, plan.report.settings)
    count = phrases.counted(len(one.counted), "imperative")
    lines = sheet.heading(sheet.clean(f"{number}  {name.upper()}"), count)
    for place, (topic, matters) in enumerate(plan_words.grouped(one, plan)):
        lines += [[]] if place else []
        lines += sheet.wrap([(topic, "bold")])
        for each in matters:
            lines += _matter(each, sheet)
    if spare := plan_words.spare(one):
        lines += [[], *sheet.labelled(f"{plan_words.SPARE}:", "", sheet.width)[:1]]
        lines += sheet.wrap([(", ".join(spare), "dim")], indent="  ")
    told = [(f"{plan_words.AFTER}:", "dim")]
    return [*lines, [], *sheet.wrap(told), *sheet.wrap(plan_words.asked(one), indent="  ")]


def _matter(matter: Matter, sheet: Sheet) -> list[Line]:
    finding, imperative = matter.finding, matter.finding.imperative
    lines = sheet.wrap(
        [
            (f"{marks(finding.verdict).glyph} ", style_of(finding.verdict)),
            (imperative.id, ""),
            (f"  {plan_words.now(finding)}", style_of(finding.verdict)),
            (f"  {matter.why}", "dim"),
        ],
        indent="  ",
    )
    for each in (interview.opening(imperative), *interview.questions(imperative)):
        lines += columns([sheet.line(("    ? ", ""))], sheet.wrap(each, sheet.width - 6), 6)
    could = f"{plan_words.ONE_MORE}: {plan_words.chances(matter)}"
    return lines + sheet.wrap([(could, "dim")], indent="    ")


def _probes(sheet: Sheet) -> list[Line]:
    lines = sheet.heading("IN EVERY CONVERSATION")
    blocks = (
        ("To begin", (interview.OPENING,)),
        ("To go on", interview.PROBES),
        ("To end", interview.CLOSING),
    )
    for label, every in blocks:
        told = [line for each in every for line in sheet.wrap(each, sheet.width - 10)]
        lines += columns([sheet.line((label, "bold"))], told, 10)
    return lines


def _sample(plan: Plan, sheet: Sheet) -> list[Line]:
    lines = sheet.heading("WHO WAS HEARD, AND WHAT HANGS ON WHOM", "sector by tier")
    settings = plan.report.settings
    for sector, row in plan_words.rows(plan):
        label = phrases.label(sector, settings.vocabulary.sectors)
        told = [
            (plan_words.tier_name(one.tier, settings), said)
            for one in row
            if (said := plan_words.cell(one))
        ]
        block = [line for tier, said in told for line in _sampled(tier, said, sheet)]
        none = sheet.wrap([("not heard, and nothing hangs on it", "dim")], sheet.width - 24)
        lines += columns([sheet.line((sheet.short(label, 22), "bold"))], block or none, 24)
    return lines


def _sampled(tier: str, said: str, sheet: Sheet) -> list[Line]:
    return sheet.wrap([(pad(tier, 15), "dim"), (said, "")], max(sheet.width - 24, 16))


def _power(plan: Plan, sheet: Sheet) -> list[Line]:
    lines = sheet.heading("INFORMATION POWER", "how much a few people will tell")
    for each in plan.power:
        said = f"{each.why} {phrases.sentence(plan_words.LEANS[each.leans])}"
        block = sheet.wrap(said, sheet.width - 13)
        lines += columns([sheet.line((each.component, "bold"))], block, 13)
    lines += [[], *sheet.wrap(plan_words.NO_NUMBER)]
    return lines + sheet.wrap([(f"After {plan_words.SOURCE}.", "dim")])


def _how(plan: Plan, sheet: Sheet) -> list[Line]:
    lines = sheet.heading("HOW THE ROUND WAS CHOSEN")
    lines += [line for each in plan_words.HOW for line in sheet.item(each)]
    lsp = plan.part.partnership.id
    return [*lines, [], *sheet.wrap(f"Next:  gapcheck new interview {lsp}/NAME")]
