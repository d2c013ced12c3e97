"""How sure a verdict is, what speaks against it, and what was left out of it."""

from __future__ import annotations

from collections import Counter

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.settings import Settings
from gapcheck.model.signoff_view import SignoffView
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
_MOST_NAMED = 6


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
    said += [changed_since(signoff)] if changed_since(signoff) else []
    return " ".join(said)


def changed_since(signoff: SignoffView) -> str:
    """What is no longer as it was when a person decided; nothing where all of it is."""
    changed = ["the evidence"] if signoff.evidence_changed else []
    changed += ["the imperative"] if signoff.imperative_changed else []
    have = "have" if len(changed) > 1 else "has"
    said = f"{phrases.joined(changed)} {have} changed since then" if changed else ""
    return phrases.sentence(said)


def suspect(finding: Finding, _: Settings) -> Said:
    """The codes that were made before the imperative changed, and whether the verdict rests on any.

    Which they are is told to the team alone.
    """
    if not any(each.suspect for each in finding.statements):
        return f"It rests on {words.SUSPECT}." if finding.rests_on_suspect else ""
    own = [each for each in finding.statements if each.suspect]
    deciding = [each for each in own if each.deciding]
    others = [each for each in own if not each.deciding]
    pieces = [Piece(f"It rests on {words.SUSPECT}: "), *_named(deciding)] if deciding else []
    if others:
        head = "so are, and decide nothing: " if deciding else f"{words.SUSPECT} decide nothing: "
        pieces += [Piece("; " if deciding else ""), Piece(head if deciding else head.capitalize())]
        pieces += _named(others)
    return [*pieces, Piece(".")]


def _named(statements: list[Statement]) -> list[Piece]:
    names = dict.fromkeys(f"{each.source} {each.excerpt}" for each in statements)
    pieces: list[Piece] = []
    for name in list(names)[:_MOST_NAMED]:
        pieces += [Piece(", " if pieces else ""), Piece(name, code=True)]
    more = len(names) - _MOST_NAMED
    return [*pieces, Piece(f" and {more} more")] if more > 0 else pieces


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
