"""The steps from statements to a verdict: positions, rules, confidence, tiers and rungs."""

from __future__ import annotations

from itertools import groupby

from gapcheck.model.choices import Shown
from gapcheck.model.finding import Finding, VoiceView
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, profiles
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.terminal.sheet import Sheet, columns
from gapcheck.reports.terminal.styles import style_of
from gapcheck.reports.words import (
    CONFIDENCES,
    GROUPS,
    NOT_TOLD,
    NOTHING_THERE,
    POSITION_GROUPS,
    POSITIONS,
    VERDICTS,
    marks,
)
from gapcheck.reports.wrapping import Line, cells, pad

_COMPONENTS = ("adequacy", "coherence", "relevance", "methods")


def positions(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    """The voices of each sector with their positions, under where the sector stands."""
    lines: list[Line] = []
    stands = [each.partition(": ") for each in phrases.sectors(finding, settings)]
    said = {name: rest for name, _, rest in stands}
    for sector, group in groupby(finding.voice_views, key=lambda voice: voice.sector):
        name = phrases.label(sector, settings.vocabulary.sectors)
        lines += sheet.wrap([(f"  {name}: ", "bold"), (said.pop(name, ""), "bold")])
        lines += [line for voice in group if voice.sources for line in _voice(voice, sheet)]
    for name, rest in said.items():
        lines += sheet.wrap([(f"  {name}: {rest}", "bold")])
    if finding.shown is Shown.NOTHING:
        return sheet.wrap(f"  {NONE_SHOWN[finding.shown]}")
    if not lines:
        return sheet.wrap("  No voice has a position.")
    return [*lines, [], *sheet.wrap("  Each voice is one position, however often it speaks.")]


def _voice(voice: VoiceView, sheet: Sheet) -> list[Line]:
    position = POSITIONS[voice.position] if voice.position else "none"
    who = ", ".join(voice.sources)
    who = f"{voice.role} ({who})" if voice.role else who
    if voice.population:
        who += f", of {voice.population}"
    return columns([sheet.line((f"    {position:<8}", ""))], sheet.wrap(who, sheet.width - 12), 12)


def rules(finding: Finding, sheet: Sheet) -> list[Line]:
    """The rules as they were tried, up to the one that fired; those after it only named."""
    room = max((len(each.rule) for each in finding.tried), default=0) + 2
    lines: list[Line] = []
    fired = next((place for place, each in enumerate(finding.tried) if each.fired), None)
    tried = finding.tried if fired is None else finding.tried[: fired + 1]
    for each in tried:
        style, why_style = (style_of(finding.verdict), "bold") if each.fired else ("", "dim")
        mark, word = ("> ", "YES") if each.fired else ("  ", "no")
        head = [sheet.line((f"{mark}{each.rule:<{room}}{word:<5}", style))]
        why = sheet.wrap([(each.why, why_style)], max(sheet.width - room - 7, 20))
        lines += columns(head, why, room + 7)
    if after := ", ".join(each.rule for each in finding.tried[len(tried) :]):
        lines += sheet.wrap([(f"not tried: {after}", "dim")], indent="  ")
    return [*lines, *sheet.wrap([("The first rule that holds decides; none is weighed.", "dim")])]


def confidence(finding: Finding, sheet: Sheet) -> list[Line]:
    """Each component with its concern or without, then what the level means."""
    if finding.confidence is None:
        said = "What is not known cannot be known with confidence: none is given."
        return sheet.wrap(
            said if finding.group else "It stands outside every total: none is given."
        )
    level, meaning = CONFIDENCES[finding.confidence]
    lines = sheet.wrap([(f"high to {level}" if level != "high" else level, "bold")], indent="  ")
    for component in _COMPONENTS:
        concerns = [each for each in finding.concerns if each.component == component]
        said = "; ".join(f"{_levels(each.levels)}{each.why}" for each in concerns)
        lines += _row(component, said or "no concern", 15, sheet)
    for each in finding.concerns:
        if each.component not in _COMPONENTS:
            lines += _row(
                "ceiling" if each.component == "cap" else each.component, each.why, 15, sheet
            )
    return [*lines, *sheet.wrap([(meaning, "dim")], indent="  ")]


def _levels(levels: int | None) -> str:
    if levels is None:
        return ""
    return f"{phrases.in_words(levels)} {'level' if levels == 1 else 'levels'} down: "


def _row(label: str, said: str, start: int, sheet: Sheet) -> list[Line]:
    return columns([sheet.line((f"  {label}", ""))], sheet.wrap(said, sheet.width - start), start)


def missing(finding: Finding, sheet: Sheet) -> list[Line]:
    """What the verdict would be without one source."""
    if finding.confidence is None:
        return sheet.wrap("  Not asked: it has no confidence to lose.")
    if not finding.fragile:
        return sheet.wrap("  Without any one of its sources the verdict is the same.")
    told = [
        (each.without, each.verdict) for each in finding.fragile if each.without and each.verdict
    ]
    room = max((cells(without) for without, _ in told), default=0) + 3
    lines = []
    for without, verdict in told:
        shown = f"{marks(verdict).glyph} {VERDICTS[verdict].screen}"
        lines += sheet.wrap([(f"  without {pad(without, room)}", ""), (shown, style_of(verdict))])
    if len(told) < len(finding.fragile):
        said = "  Without one of its sources the verdict is another; which is not told."
        return lines + sheet.wrap(said)
    return lines + sheet.wrap([("  Without any other source the verdict is the same.", "dim")])


def tiers(finding: Finding, settings: Settings, sheet: Sheet) -> list[Line]:
    """Each tier on its own statements, the pattern, and what each rung came to."""
    room = max((cells(phrases.tier(each.tier, settings)) for each in finding.tiers), default=0) + 4
    lines: list[Line] = []
    for view in finding.tiers:
        if view.position is None:
            continue
        label = pad(f"  {phrases.tier(view.tier, settings)}", room)
        group = POSITION_GROUPS.get(view.position)
        glyph = (GROUPS[group].glyph, group.value) if group else (NOTHING_THERE, "dim")
        voices = profiles.voices(view.voices or None)
        lines.append(sheet.line((label, ""), glyph, (f" {POSITIONS[view.position]}{voices}", "")))
    if finding.tiers and not lines:
        lines = sheet.wrap(f"  {phrases.sentence(NOT_TOLD)}")
    if pattern := profiles.tier_pattern(finding):
        lines += sheet.wrap(f"  Pattern: {pattern}")
    rungs = [f"{rung}: {position}" for rung, position in profiles.rungs(finding)]
    return lines + (sheet.wrap(f"  By rung, {' · '.join(rungs)}") if rungs else [])
