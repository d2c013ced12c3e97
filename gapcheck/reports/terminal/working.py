"""The working beside a verdict on a terminal, one labelled row for each thing it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding, Named, Statement
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, profiles
from gapcheck.reports.terminal.sheet import Sheet, place
from gapcheck.reports.words import (
    EXCLUSIONS,
    GROUPS,
    POSITION_GROUPS,
    POSITIONS,
    VERDICTS,
)
from gapcheck.reports.wrapping import Line, Run

Words = str | list[Run]


def working(finding: Finding, settings: Settings, sheet: Sheet, width: int) -> list[Line]:
    """Why, who, where, how sure, what would change it, and what to ask: empty rows left out."""
    lines: list[Line] = []
    for label, say in _ROWS:
        if said := say(finding, settings):
            lines += sheet.labelled(label, said, width)
    return lines


def _why(finding: Finding, _: Settings) -> Words:
    reason = finding.reason or finding.why
    return [(f"{phrases.sentence(reason)}  ", ""), (f"[{finding.rule}]", "dim")]


def _ended(finding: Finding, _: Settings) -> Words:
    span = finding.imperative.in_force
    if span.end is None or not span.over(finding.as_at):
        return ""
    until = phrases.long_date(span.end)
    return f"In force until {until}; judged by evidence from within that time."


def _due(finding: Finding, _: Settings) -> Words:
    due = finding.imperative.due
    return f"By {phrases.long_date(due)}; until then a no does not count." if due else ""


def _sectors(finding: Finding, settings: Settings) -> Words:
    return " · ".join(phrases.sectors(finding, settings))


def not_heard(finding: Finding, settings: Settings) -> str:
    """The sectors not heard, each with the part that the imperative gives it."""
    labels = settings.vocabulary.sectors
    return " · ".join(
        phrases.label(each, labels) + phrases.part(each, finding.imperative)
        for each in finding.voices.unheard
    )


def _tiers(finding: Finding, settings: Settings) -> Words:
    runs: list[Run] = []
    for view in finding.tiers:
        group = POSITION_GROUPS.get(view.position) if view.position else None
        if group and view.position:
            runs.append((f"{' · ' if runs else ''}{phrases.tier(view.tier, settings)} ", ""))
            runs.append((GROUPS[group].glyph, group.value))
            runs.append((f" {POSITIONS[view.position]}{profiles.voices(view.voices)}", ""))
    if runs and (pattern := profiles.tier_pattern(finding)):
        runs.append((f" · {pattern}", ""))
    return runs


def _rungs(finding: Finding, _: Settings) -> Words:
    known = profiles.rungs(finding)
    return " · ".join(f"{rung} {position}" for rung, position in known) if len(known) > 1 else ""


def _doubts(finding: Finding, _: Settings) -> Words:
    if finding.confidence is None:
        return ""
    said = (phrases.inside(phrases.clause(each.why)) for each in finding.concerns)
    return phrases.sentence("; ".join(said))


def _fragile(finding: Finding, _: Settings) -> Words:
    said = (
        f"without {each.without}: {phrases.inside(VERDICTS[each.verdict].screen)}"
        if each.without and each.verdict
        else "without one of its sources: another verdict"
        for each in finding.fragile
    )
    return phrases.sentence("; ".join(said))


_ONE_SIDED = (Group.TRANSLATED, Group.GAP)


def _against(finding: Finding, settings: Settings) -> Words:
    if finding.group not in _ONE_SIDED and finding.verdict is not Verdict.NOT_TAKEN_UP:
        return ""
    runs: list[Run] = []
    for each in finding.negative_case:
        head = f"{phrases.speaker(each, settings)}: {phrases.inside(phrases.stance(each))}"
        runs += [("; " if runs else "", ""), (head, "")]
        runs += [(" ", ""), place(each.location)] if each.location else []
    return runs or "None found."


def _set_aside(finding: Finding, _: Settings) -> Words:
    number = sum(each.set_aside for each in finding.statements)
    answers = phrases.counted(number, "answer")
    return f"{answers}: asked, knows of nothing. Others spoke of practice." if number else ""


def _left_out(finding: Finding, _: Settings) -> Words:
    reasons = Counter(map(why_excluded, filter(_excluded, finding.statements)))
    said = (f"{phrases.counted(number, 'statement')}: {why}" for why, number in reasons.items())
    return phrases.sentence("; ".join(said))


def _excluded(statement: Statement) -> bool:
    return statement.excluded is not None


def why_excluded(statement: Statement) -> str:
    """Why a statement counts for nothing, in a few words."""
    known = EXCLUSIONS[statement.excluded] if statement.excluded else ""
    return phrases.clause(statement.why_excluded) or known


def _ask(finding: Finding, settings: Settings) -> Words:
    return "\n".join(f"{who}: {phrases.sentence(why)}" for who, why in asks(finding, settings))


def asks(finding: Finding, settings: Settings) -> list[tuple[str, str]]:
    """Whom to ask and why, those with one reason together."""
    whom: dict[str, list[str]] = {}
    for each in finding.ask_next:
        whom.setdefault(each.why, []).append(asked(each.sector, each.tier, settings))
    return [(" · ".join(names), why) for why, names in whom.items()]


def asked(sector: str, tier: str | None, settings: Settings) -> str:
    """Whom to ask, and where: `Council, strategic`."""
    who = phrases.label(sector, settings.vocabulary.sectors)
    return f"{who}, {phrases.tier(tier, settings)}" if tier else who


def _named(named: Iterable[Named]) -> str:
    return " · ".join(f"{each.name}{profiles.voices(each.voices)}" for each in named)


def signed(finding: Finding, _: Settings) -> Words:
    """Who confirmed or overrode the verdict, when and why, and whether the evidence has changed."""
    signoff = finding.signoff
    if signoff is None:
        return ""
    head = f"{signoff.by}, {phrases.long_date(signoff.on)}, "
    changed_to = f"overrode it to “{VERDICTS[signoff.verdict].screen}”" if signoff.verdict else ""
    why = f": {signoff.reason}" if signoff.reason else ""
    said = phrases.sentence(f"{head}{changed_to or 'confirmed it'}{why}")
    if signoff.summary:
        said += f" {phrases.sentence(signoff.summary)}"
    changed = " The evidence has changed since then." if signoff.evidence_changed else ""
    return [(said, ""), (changed, "bold")]


def _background(finding: Finding, _: Settings) -> Words:
    runs: list[Run] = []
    for each in finding.background:
        cited = each.citation or each.source
        runs += [(f"{' ' if runs else ''}{each.text.strip()} ({cited}) ", ""), place(each.location)]
    return [*runs, (" National, not counted.", "dim")] if runs else runs


_ROWS: tuple[tuple[str, Callable[[Finding, Settings], Words]], ...] = (
    ("Why", _why),
    ("Ended", _ended),
    ("Due", _due),
    ("Sectors", _sectors),
    ("Not heard", not_heard),
    ("Tiers", _tiers),
    ("Rungs", _rungs),
    ("Doubts", _doubts),
    ("Against", _against),
    ("Fragile", _fragile),
    ("Signed", signed),
    ("Set aside", _set_aside),
    ("Left out", _left_out),
    ("Barriers", lambda finding, _: _named(finding.barriers)),
    ("Enablers", lambda finding, _: _named(finding.enablers)),
    ("Ask next", _ask),
    ("National", _background),
    ("Pending", lambda finding, _: phrases.sentence(phrases.pending(finding))),
)
