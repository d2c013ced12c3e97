"""How sure a verdict is, what speaks against it, and what was left out of it."""

from __future__ import annotations

from collections import Counter

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, words
from gapcheck.reports.pieces import Piece, Said


def confidence(finding: Finding, _: Settings) -> Said:
    """The level, and the concerns that lowered it or what the level means."""
    if finding.confidence is None:
        return phrases.sentence(words.NO_CONFIDENCE) if finding.group else ""
    level, meaning = words.CONFIDENCES[finding.confidence]
    concerns = " ".join(phrases.sentence(concern.why) for concern in finding.concerns)
    return f"{phrases.sentence(level)} {concerns or meaning}"


_ONE_SIDED = (Group.TRANSLATED, Group.GAP)


def against(finding: Finding, settings: Settings) -> Said:
    """The negative case: who says otherwise, with places; that nobody does."""
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


def fragile(finding: Finding, _: Settings) -> Said:
    """Without which source it would be which verdict; that it hangs on none."""
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


def signed(finding: Finding, _: Settings) -> Said:
    """Who confirmed or overrode the verdict, when and why, and whether the evidence has changed."""
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


def set_aside(finding: Finding, _: Settings) -> str:
    """How many answers gave way to others who know."""
    number = sum(each.set_aside for each in finding.statements)
    answers = phrases.counted(number, "answer")
    return f"{answers}: asked, knows of nothing. Others spoke of practice." if number else ""


def left_out(finding: Finding, _: Settings) -> str:
    """How many statements count for nothing, and why."""
    reasons = Counter(why_excluded(each) for each in finding.statements if each.excluded)
    said = (f"{phrases.counted(number, 'statement')}: {why}" for why, number in reasons.items())
    return phrases.sentence("; ".join(said))


def why_excluded(statement: Statement) -> str:
    """Why a statement counts for nothing, in a few words; empty where it counts."""
    known = words.EXCLUSIONS[statement.excluded] if statement.excluded else ""
    return phrases.clause(statement.why_excluded) or known
