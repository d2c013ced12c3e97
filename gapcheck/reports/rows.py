"""What stands beside a verdict, as labelled rows of plain text: the working of a finding.

A row is a label and pieces of text; a piece is a place in the files, a name or a rule where it is
marked as `code`. What is not told, or says nothing, has no row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gapcheck.model.choices import Group, Position, TierPattern, Verdict
from gapcheck.model.finding import Finding, Named, Statement, TierView
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, words


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a row; `code` for a place in the files, a name or a rule."""

    text: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what is said under it."""

    label: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All that is said, in one line."""
        return "".join(piece.text for piece in self.pieces)


def rows(finding: Finding, settings: Settings, only: frozenset[str] = frozenset()) -> list[Row]:
    """The rows of a finding in their order, or those of them with the labels in `only`."""
    made = (
        Row(label, pieces)
        for label, say in _ROWS
        if not only or label in only
        if (pieces := _pieces(say(finding, settings)))
    )
    return list(made)


Said = str | list[Piece]


def _pieces(said: Said) -> tuple[Piece, ...]:
    if isinstance(said, str):
        return (Piece(said),) if said else ()
    return tuple(said)


def _why(finding: Finding, _: Settings) -> Said:
    reason = phrases.sentence(finding.reason or finding.why)
    return [Piece(f"{reason} Rule: "), Piece(finding.rule, code=True), Piece(".")]


def _ended(finding: Finding, _: Settings) -> Said:
    end = ended(finding)
    return f"In force until {end}; judged by evidence from within that time." if end else ""


def ended(finding: Finding) -> str:
    """The last day of an imperative's force where it was over by the as-at day; else nothing."""
    end = finding.imperative.in_force.end
    # For the public the as-at may be a year, which was over no sooner than it began.
    day = getattr(finding.as_at, "first", finding.as_at)
    over = end is not None and day is not None and end.last < day
    return phrases.long_date(end) if end is not None and over else ""


def _due(finding: Finding, _: Settings) -> Said:
    due = finding.imperative.due
    return f"By {phrases.long_date(due)}; until then a no does not count." if due else ""


def _sectors(finding: Finding, settings: Settings) -> Said:
    return " · ".join(phrases.sectors(finding, settings))


def _not_heard(finding: Finding, settings: Settings) -> Said:
    labels = settings.vocabulary.sectors
    return " · ".join(
        phrases.label(each, labels) + phrases.part(each, finding.imperative)
        for each in finding.voices.unheard
    )


def _tiers(finding: Finding, settings: Settings) -> Said:
    heard = [tier(view, settings) for view in finding.tiers if speaks(view)]
    pattern = pattern_of(finding)
    return " · ".join([*heard, pattern] if heard and pattern else heard)


def speaks(view: TierView) -> bool:
    """Whether it is told that something was heard in a tier."""
    return view.position in words.POSITION_GROUPS


def tier(view: TierView, settings: Settings) -> str:
    """A tier with its position and voices: `strategic no (2 voices)`."""
    return f"{phrases.tier(view.tier, settings)} {words.POSITIONS[view.position]}" + voices(
        view.voices
    )


def voices(number: int | None) -> str:
    """How many voices, in brackets; nothing where that is not told."""
    return "" if number is None else f" ({phrases.counted(number, 'voice')})"


def pattern_of(finding: Finding) -> str:
    """How practice changes from the board towards the street; nothing where that is not known."""
    return words.TIER_PATTERNS[finding.tier_pattern or TierPattern.UNKNOWN]


def _rungs(finding: Finding, _: Settings) -> Said:
    unheard = (None, Position.UNKNOWN)
    known = [pair for pair in finding.rungs if pair[1] not in unheard]
    if len(known) < 2:
        return ""
    return " · ".join(
        f"{words.RUNGS[rung]} {words.POSITIONS[position]}" for rung, position in known
    )


def _confidence(finding: Finding, _: Settings) -> Said:
    if finding.confidence is None:
        return phrases.sentence(words.NO_CONFIDENCE) if finding.group else ""
    level, meaning = words.CONFIDENCES[finding.confidence]
    concerns = " ".join(phrases.sentence(concern.why) for concern in finding.concerns)
    return f"{phrases.sentence(level)} {concerns or meaning}"


_ONE_SIDED = (Group.TRANSLATED, Group.GAP)


def _against(finding: Finding, settings: Settings) -> Said:
    if finding.group not in _ONE_SIDED and finding.verdict is not Verdict.NOT_TAKEN_UP:
        return ""
    pieces: list[Piece] = []
    for each in finding.negative_case:
        stance = phrases.inside(phrases.stance(each))
        head = f"{'; ' if pieces else ''}{phrases.speaker(each, settings)}: {stance}"
        pieces += [Piece(head), *_place(each)]
    return pieces or "None found."


def _place(statement: Statement) -> list[Piece]:
    known = statement.location is not None
    return [Piece(" "), Piece(str(statement.location), code=True)] if known else []


def _fragile(finding: Finding, _: Settings) -> Said:
    pieces: list[Piece] = []
    for each in finding.fragile:
        pieces.append(Piece("; without " if pieces else "Without "))
        if each.without is None or each.verdict is None:
            pieces.append(Piece("one of its sources: another verdict"))
            continue
        becomes = phrases.inside(words.VERDICTS[each.verdict].screen)
        pieces += [Piece(each.without, code=True), Piece(f": {becomes}")]
    if pieces:
        return [*pieces, Piece(".")]
    return "No: leaving out any one source changes nothing." if finding.confidence else ""


def _signed(finding: Finding, _: Settings) -> Said:
    signoff = finding.signoff
    if signoff is None:
        return ""
    did = "confirmed it"
    if signoff.verdict:
        did = f"overrode it to “{words.VERDICTS[signoff.verdict].screen}”"
    if signoff.confidence:
        did += f", confidence {words.CONFIDENCES[signoff.confidence][0]}"
    head = f"{signoff.by}, {phrases.long_date(signoff.on)}, {did}"
    said = [phrases.sentence(f"{head}: {signoff.reason}" if signoff.reason else head)]
    said += [phrases.sentence(signoff.summary)] if signoff.summary else []
    said += ["The evidence has changed since then."] if signoff.evidence_changed else []
    return " ".join(said)


def _set_aside(finding: Finding, _: Settings) -> Said:
    number = sum(each.set_aside for each in finding.statements)
    answers = phrases.counted(number, "answer")
    return f"{answers}: asked, knows of nothing. Others spoke of practice." if number else ""


def _left_out(finding: Finding, _: Settings) -> Said:
    reasons = Counter(why_excluded(each) for each in finding.statements if each.excluded)
    said = (f"{phrases.counted(number, 'statement')}: {why}" for why, number in reasons.items())
    return phrases.sentence("; ".join(said))


def why_excluded(statement: Statement) -> str:
    """Why a statement counts for nothing, in a few words; empty where it counts."""
    known = words.EXCLUSIONS[statement.excluded] if statement.excluded else ""
    return phrases.clause(statement.why_excluded) or known


def _ask(finding: Finding, settings: Settings) -> Said:
    return " ".join(f"{who}: {phrases.sentence(why)}" for who, why in asks(finding, settings))


def asks(finding: Finding, settings: Settings) -> list[tuple[str, str]]:
    """Whom to ask and why, those with one reason together."""
    whom: dict[str, list[str]] = {}
    for each in finding.ask_next:
        whom.setdefault(each.why, []).append(asked(each.sector, each.tier, settings))
    return [(" · ".join(names), why) for why, names in whom.items()]


def asked(sector: str, tier_id: str | None, settings: Settings) -> str:
    """Whom to ask, and where: `Council, strategic`."""
    who = phrases.label(sector, settings.vocabulary.sectors)
    return f"{who}, {phrases.tier(tier_id, settings)}" if tier_id else who


def _named(named: Iterable[Named]) -> str:
    return " · ".join(f"{each.name}{voices(each.voices)}" for each in named)


def _tensions(finding: Finding, settings: Settings) -> Said:
    labels = settings.vocabulary.tensions
    return " · ".join(
        f"{phrases.label(each.name, labels)}{voices(each.voices)}" for each in finding.tensions
    )


_ROWS: tuple[tuple[str, Callable[[Finding, Settings], Said]], ...] = (
    ("Why", _why),
    ("Ended", _ended),
    ("Due", _due),
    ("Sectors", _sectors),
    ("Not heard", _not_heard),
    ("Tiers", _tiers),
    ("Rungs", _rungs),
    ("Confidence", _confidence),
    ("Fragile", _fragile),
    ("Against", _against),
    ("Signed", _signed),
    ("Set aside", _set_aside),
    ("Left out", _left_out),
    ("Barriers", lambda finding, _: _named(finding.barriers)),
    ("Enablers", lambda finding, _: _named(finding.enablers)),
    ("Tensions", _tensions),
    ("Ask next", _ask),
)
