"""The two questions: which imperative it bears on, and what it says about practice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.assess.statements import basis_by_default, rung_by_default
from gapcheck.model.choices import Stance
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import Candidate
from gapcheck.reports import match_words, phrases
from gapcheck.reports.terminal.sheet import Sheet, columns
from gapcheck.reports.wrapping import Line, cells
from gapcheck.review.card import Card
from gapcheck.review.view import View

MOST = 9
"""Candidates that have a key: from 1 to 9."""

STANCES: Mapping[str, Stance] = {
    "h": Stance.HAPPENS,
    "p": Stance.PARTLY,
    "a": Stance.ABSENT,
    "o": Stance.OPPOSITE,
    "u": Stance.UNAWARE,
}
"""The key of each stance: its first letter."""

_REASONS = 20
"""Columns that reasons need beside a candidate; with fewer they are left out."""


def imperatives(card: Card, view: View, sheet: Sheet) -> list[Line]:
    """The candidates with their keys, and the ways to another one or to none."""
    note = "" if view.calibrated else "not calibrated for this study"
    heading = sheet.line((" WHICH IMPERATIVE?", "bold"))
    lines = sheet.ends(heading, sheet.line((note, "dim"))) if note else [heading]
    shown = card.candidates[:MOST]
    if card.suggestion.off:
        lines += sheet.wrap([(match_words.off(card.suggestion), "dim")], indent="   ")
    table = _Table(view, sheet, _names(card), shown)
    for rank, one in enumerate(shown, start=1):
        lines += table.row(rank, one)
    chosen = view.decision.imperative
    if chosen and chosen.name not in {one.imperative.name for one in shown}:
        lines += [sheet.line((" > /  ", "bold"), (table.names.get(chosen.name, ""), "bold"))]
        lines += _text(chosen, view, sheet)
    mark = ">" if view.decision.speaks_to_none else " "
    rest = f"   /  search all {len(card.applies)}     {mark} 0  speaks to none"
    return [*lines, *sheet.wrap(rest)]


@dataclass(frozen=True, slots=True)
class _Table:
    """The candidates under one another; `names` says what each imperative is called here."""

    view: View
    sheet: Sheet
    names: Mapping[str, str]
    shown: Sequence[Candidate]

    def row(self, rank: int, one: Candidate) -> list[Line]:
        """A candidate, and below it its text where it is the chosen one."""
        chosen = self.view.decision.imperative
        on = chosen is not None and chosen.name == one.imperative.name
        style = "bold" if on else ""
        name = self.sheet.short(self.names[one.imperative.name], self._room)
        chance = f"  {match_words.percent(one.chance):>5}" if one.chance is not None else ""
        row = self.sheet.line(
            (f" {'>' if on else ' '} {rank}  ", style),
            (f"{name:<{self._wide}}", style),
            (f"  {one.band:<6}{chance}  ", ""),
        )
        start = sum(cells(text) for text, _ in row)
        lines = [row]
        if self.sheet.width - start >= _REASONS:
            told = self.sheet.wrap([(_reasons(one, self.view), "dim")], self.sheet.width - start)
            lines = columns([row], told[:1], start)
        return lines + (_text(one.imperative, self.view, self.sheet) if on else [])

    @property
    def _room(self) -> int:
        """Columns that a name may have."""
        return max(self.sheet.width - len("   1    strong  100 %  "), 12)

    @property
    def _wide(self) -> int:
        """Columns that the longest name has."""
        lengths = (cells(self.names[one.imperative.name]) for one in self.shown)
        return min(max(lengths, default=0), self._room)


def _reasons(one: Candidate, view: View) -> str:
    """The shared words without their figures: here they only have to be seen."""
    if view.card is None or not view.card.quotable:
        return ""
    if one.meaning_only:
        return "meaning only (model)"
    words = [f"{term.excerpt}{'*' if term.feedback else ''}" for term in one.terms[:4]]
    return " · ".join(words) or "near by letters only"


def _text(imperative: Imperative, view: View, sheet: Sheet) -> list[Line]:
    duty = phrases.duty(imperative, view.settings)
    return sheet.wrap([(f"{imperative.text.strip()} ({duty})", "dim")], indent="      ")


def _names(card: Card) -> dict[str, str]:
    """By full name what an imperative is called: short where only one here is called so."""
    ids = [one.id for one in card.applies]
    return {one.name: one.id if ids.count(one.id) == 1 else one.name for one in card.applies}


def practice(card: Card, view: View, sheet: Sheet) -> list[Line]:
    """The stances with their keys, and what else a code may say."""
    cues = match_words.cues(card.suggestion).removesuffix(" Stance is yours to give.")
    heading = sheet.line((" WHAT DOES IT SAY ABOUT PRACTICE?", "bold"))
    lines = sheet.ends(heading, sheet.line((cues, "dim"))) if cues else [heading]
    runs = []
    for key, stance in STANCES.items():
        on = view.decision.stance is stance
        runs += [
            (f"{'>' if on else ' '}{key}\N{NO-BREAK SPACE}{stance}", "bold" if on else ""),
            ("   ", ""),
        ]
    if view.decision.share is not None:
        runs += [(f">% {phrases.share(view.decision.share)}", "bold")]
    lines += sheet.wrap(runs, indent="  ")
    lines += sheet.wrap(" · ".join(_details(card, view)), indent="   ")
    for word, given in (("barrier", view.decision.barriers), ("enabler", view.decision.enablers)):
        lines += sheet.wrap(f"{word}: {', '.join(given)}", indent="   ") if given else []
    if view.decision.memo:
        lines += sheet.wrap(f"memo: {view.decision.memo}", indent="   ")
    return lines


def _details(card: Card, view: View) -> Iterable[str]:
    decision, imperative = view.decision, view.decision.imperative
    basis, rung = str(decision.basis or "by its kind"), str(decision.rung or "by its kind")
    if imperative is not None:
        basis = decision.basis or basis_by_default(card.source.kind, imperative, card.sector)
        rung = decision.rung or rung_by_default(card.source.kind, imperative.demands)
    yield f"basis {basis} [b]"
    yield f"rung {rung} [r]"
    if imperative is not None and imperative.indicators:
        yield f"indicator {decision.indicator or 'none'} [i]"
