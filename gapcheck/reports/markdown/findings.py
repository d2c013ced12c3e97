"""Gaps and contested findings one by one: what was said, how sure, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group, Shown
from gapcheck.model.finding import Finding, Named, Statement
from gapcheck.reports import board, phrases, profiles, rows, words
from gapcheck.reports.choosing import SIDES, chosen, on_side
from gapcheck.reports.doubts import changed_since, suspect
from gapcheck.reports.markdown.evidence import quotation, speaking
from gapcheck.reports.markdown.paper import Paper, link, name, target
from gapcheck.reports.markdown.text import block_quote, code, inline
from gapcheck.reports.pieces import pieces


def gaps(paper: Paper) -> Iterator[str]:
    """Part 4: each gap with the words that it rests on."""
    found = paper.group(Group.GAP)
    yield "## 4 Gaps and their evidence"
    yield ""
    if not found:
        yield board.none(paper.report, Group.GAP)
        yield ""
    for number, finding in enumerate(found, 1):
        screen = words.VERDICTS[finding.verdict].screen
        yield from _head(paper, finding, f"4.{number} {screen}: {name(finding)}")
        for statement in chosen(finding):
            yield from quotation(statement, paper.settings)
        yield from doubts(paper, finding)
        yield from _everything(paper, finding)


def contested(paper: Paper) -> Iterator[str]:
    """Part 5: each contested finding with both sides, at the same weight, and those between."""
    found = paper.group(Group.CONTESTED)
    yield "## 5 Contested"
    yield ""
    if not found:
        yield board.none(paper.report, Group.CONTESTED)
        yield ""
    for number, finding in enumerate(found, 1):
        yield from _head(paper, finding, f"5.{number} {name(finding)}")
        for which in SIDES:
            statements = on_side(finding, which)
            if statements:
                yield f"**{board.SIDES[which]}: {speaking(statements, paper.settings)}**"
                yield ""
            for statement in statements:
                yield from quotation(statement, paper.settings)
        yield from doubts(paper, finding)
        yield from _everything(paper, finding)


def duty(paper: Paper, finding: Finding) -> str:
    """The policy that asks, how strongly, of whom and for whom, and how its words are known."""
    return f"{inline(board.asked_by(finding, paper.report))} {code(finding.imperative.name)}"


def _head(paper: Paper, finding: Finding, title: str) -> Iterator[str]:
    yield f"### {target(paper.section('finding', finding))}{title}"
    yield ""
    if finding.imperative.title:
        yield inline(phrases.sentence(finding.imperative.text))
        yield ""
    yield duty(paper, finding)
    yield ""
    yield f"{inline(phrases.sentence(finding.why))} Rule: {code(finding.rule)}."
    yield ""


def doubts(paper: Paper, finding: Finding) -> Iterator[str]:
    """Confidence with its concerns, fragility, the other side, tiers, who is missing, sign-off."""
    paragraphs = [
        _confidence(finding),
        _fragile(finding),
        _against(paper, finding),
        _tiers(finding),
        _over_time(paper, finding),
        _unheard(paper, finding),
        _barriers(finding),
        _suspect(paper, finding),
    ]
    text = " ".join(filter(None, paragraphs))
    if text:
        yield text
        yield ""
    yield from _signoff(finding)
    yield from _background(finding)
    if waiting := phrases.pending(finding):
        yield f"**Pending**: {inline(waiting)}."
        yield ""


def _confidence(finding: Finding) -> str:
    if finding.confidence is None:
        return ""
    level, meaning = words.CONFIDENCES[finding.confidence]
    concerns = " ".join(phrases.sentence(concern.why) for concern in finding.concerns)
    return f"**Confidence {level}**: {inline(concerns or meaning)}"


def _fragile(finding: Finding) -> str:
    without = [
        f"without {code(each.without)} it would be "
        f"“{phrases.inside(words.VERDICTS[each.verdict].screen)}”"
        if each.without and each.verdict
        else "without one of its sources it would be another verdict"
        for each in finding.fragile
    ]
    return f"**Fragile**: {'; '.join(without)}." if without else ""


def _against(paper: Paper, finding: Finding) -> str:
    if finding.confidence is None or finding.group in {Group.PARTLY, Group.CONTESTED}:
        return ""
    said = [_voice(paper, statement) for statement in finding.negative_case]
    return f"**Against**: {'; '.join(said) if said else 'none found'}."


def _voice(paper: Paper, statement: Statement) -> str:
    who = inline(phrases.speaker(statement, paper.settings))
    return f"{who}: {inline(phrases.inside(phrases.stance(statement)))}"


def _tiers(finding: Finding) -> str:
    pattern = profiles.tier_pattern(finding)
    return f"**From board to street**: {pattern}." if pattern else ""


def _over_time(paper: Paper, finding: Finding) -> str:
    told = rows.over_time(finding, paper.settings)
    return f"**Over time**: {told}." if told else ""


def _unheard(paper: Paper, finding: Finding) -> str:
    unheard = [
        phrases.sector(each, paper.settings) + phrases.part(each, finding.imperative)
        for each in finding.voices.unheard
    ]
    return f"**Not heard**: {inline(phrases.joined(unheard))}." if unheard else ""


def _barriers(finding: Finding) -> str:
    named = [_named(barrier) for barrier in finding.barriers]
    return f"**What gets in the way**: {'; '.join(named)}." if named else ""


def _named(barrier: Named) -> str:
    voices = "" if barrier.voices is None else phrases.counted(barrier.voices, "voice")
    beside = ", ".join(filter(None, (voices, barrier.locus)))
    return inline(f"{barrier.name} ({beside})" if beside else barrier.name)


def _suspect(paper: Paper, finding: Finding) -> str:
    told = pieces(suspect(finding, paper.settings))
    said = "".join(code(each.text) if each.code else inline(each.text) for each in told)
    return f"**Suspect**: {said}" if said else ""


def _signoff(finding: Finding) -> Iterator[str]:
    signoff = finding.signoff
    if signoff is None:
        return
    what = "confirmed"
    if signoff.verdict is not None:
        ruled = words.VERDICTS[finding.verdict].screen
        what = f"“{words.VERDICTS[signoff.verdict].screen}” in place of the rules' “{ruled}”"
    if signoff.confidence is not None:
        what += f", confidence {words.CONFIDENCES[signoff.confidence][0]}"
    since = changed_since(signoff)
    changed = f" **{since}**" if since else ""
    who = inline(f"{signoff.by}, {phrases.long_date(signoff.on)}")
    said = (signoff.summary, signoff.reason)
    text = inline(" ".join(phrases.sentence(each) for each in said if each))
    yield f"**Signed off** by {who}: {' '.join(filter(None, (f'{what}.', text)))}{changed}"
    yield ""


def _background(finding: Finding) -> Iterator[str]:
    for background in finding.background:
        yield "**Background, national (counts for nothing here)**"
        yield ""
        yield from block_quote(background.text)
        yield ">"
        cited = inline(phrases.sentence(background.citation or background.source))
        yield f"> {cited} {code(str(background.location))}"
        yield ""


def _everything(paper: Paper, finding: Finding) -> Iterator[str]:
    said = "All that is shown of it"
    if finding.shown is Shown.WHOLE:
        said = phrases.counted(len(finding.statements), "statement")
    yield f"{said}: {link('annex A', paper.anchor(finding))}."
    yield ""
