"""The working beside a verdict on a terminal, one labelled row for each thing it rests on."""

from __future__ import annotations

from collections.abc import Callable

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings
from gapcheck.reports import doubts, phrases, profiles, rows, who
from gapcheck.reports.pieces import pieces
from gapcheck.reports.terminal.sheet import Sheet, place
from gapcheck.reports.words import (
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


def _ask(finding: Finding, settings: Settings) -> Words:
    return "\n".join(
        f"{whom}: {phrases.sentence(why)}" for whom, why in who.asks(finding, settings)
    )


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
    changed = doubts.changed_since(signoff)
    return [(said, ""), (f" {changed}" if changed else "", "bold")]


def suspect(finding: Finding, settings: Settings) -> Words:
    """The codes that were made before the imperative changed."""
    return "".join(piece.text for piece in pieces(doubts.suspect(finding, settings)))


def _background(finding: Finding, _: Settings) -> Words:
    runs: list[Run] = []
    for each in finding.background:
        cited = each.citation or each.source
        runs += [(f"{' ' if runs else ''}{each.text.strip()} ({cited}) ", ""), place(each.location)]
    return [*runs, (" National, not counted.", "dim")] if runs else runs


_ROWS: tuple[tuple[str, Callable[[Finding, Settings], Words]], ...] = (
    ("Why", _why),
    ("Ended", rows.ended_by),
    ("Due", rows.due),
    ("Over time", rows.over_time),
    ("Sectors", who.sectors),
    ("Not heard", who.not_heard),
    ("Tiers", _tiers),
    ("Rungs", who.rungs),
    ("Doubts", _doubts),
    ("Against", _against),
    ("Fragile", _fragile),
    ("Suspect", suspect),
    ("Signed", signed),
    ("Set aside", doubts.set_aside),
    ("Left out", doubts.left_out),
    ("Barriers", lambda finding, _: rows.named(finding.barriers)),
    ("Enablers", lambda finding, _: rows.named(finding.enablers)),
    ("Ask next", _ask),
    ("National", _background),
    ("Pending", lambda finding, _: phrases.sentence(phrases.pending(finding))),
)
