"""What every format says alike of a plan: its sum, whom to see, what they could change, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gapcheck.model.choices import Group, Stance, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.plan import Conversation, Matter, Plan, SampleCell
from gapcheck.model.settings import Settings
from gapcheck.reports import interview, phrases
from gapcheck.reports.words import VERDICTS

HOW = (
    "What is contested, not known, or hangs on one source is in doubt. One voice more is planned "
    "for each; two of different sectors where one alone could never settle it.",
    "Whoever covers most of what is still open comes next, at most twelve imperatives to a "
    "conversation; those whom it obliges or is meant for before other members. A second person of "
    "a kind may as well be a second meeting with the first.",
    "What a voice could change is an experiment: the evidence as it is, and one person more who "
    "tells at first hand of what is asked for. It is what the rules would say, not what to hope "
    "for.",
)
NO_NUMBER = (
    "No number of interviews follows from this, and none is given. Make the plan anew after each "
    "conversation; stop when what one voice more could change no longer matters to your aim."
)
SOURCE = "Malterud, Siersma and Guassora 2016, Qualitative Health Research 26 (13)"
LEANS = {
    "fewer": "fewer people will do",
    "more": "it takes more people",
    "yours": "yours to judge",
}
ONE_MORE = "With one more voice"
AFTER = "Afterwards write into the source what was put to them, the silence too"
SPARE = "If there is time"
NOBODY = "Everybody whom these concern was heard. Look for a record, or hear somebody again on"

_STANCES = {
    Stance.HAPPENS: "yes",
    Stance.PARTLY: "in part",
    Stance.ABSENT: "no",
    Stance.OPPOSITE: "the opposite",
    Stance.UNAWARE: "knows of nothing",
}


def title(plan: Plan) -> str:
    """`Whom to see next: Northtown Strategic Partnership`."""
    return f"Whom to see next: {plan.part.partnership.name}"


def summary(plan: Plan) -> str:
    """How much is in doubt and why, and how many conversations cover how much of it."""
    if not plan.doubtful:
        return "No verdict here is contested, unknown or hangs on one source: nothing waits."
    groups = Counter(_doubt(each) for each in plan.doubtful)
    said = [f"{number} {why}" for why, number in groups.items()]
    head = phrases.counted(len(plan.doubtful), "verdict is in doubt", "verdicts are in doubt")
    covered = {id(each.finding) for one in plan.conversations for each in one.counted}
    reach = phrases.counted(len(plan.conversations), "conversation")
    verb = "covers" if len(plan.conversations) == 1 else "cover"
    text = f"{head}: {phrases.joined(said)}."
    if places := plan.part.partnership.population:
        text += f" It stands for {places} places: what is asked below is for a survey of them."
    return f"{text} {reach} {verb} {len(covered)} of them." if plan.conversations else text


def _doubt(finding: Finding) -> str:
    if finding.group is Group.CONTESTED:
        return "contested"
    return "not known" if finding.group is Group.UNKNOWN else "hanging on one source"


def whom(one: Conversation, settings: Settings) -> str:
    """`Health, strategic tier`, and `another person` where one of the kind was seen."""
    label = phrases.label(one.sector, settings.vocabulary.sectors)
    tier = f"{phrases.tier(one.tier, settings)} tier" if one.tier else "any tier"
    again = ", another person" if one.turn > 1 else ""
    return f"{label}, {tier}{again}"


def grouped(one: Conversation, plan: Plan) -> list[tuple[str, list[Matter]]]:
    """What a conversation is for, by topic (else by policy), that with most of it first."""
    titles = {each.id: each.title for each in plan.report.policies}
    topics: dict[str, list[Matter]] = {}
    for each in one.counted:
        policy = titles[each.finding.imperative.policy]
        topic = phrases.sentence(interview.topic(each.finding) or policy).rstrip(".")
        topics.setdefault(topic, []).append(each)
    return sorted(topics.items(), key=lambda pair: -len(pair[1]))


def spare(one: Conversation) -> list[str]:
    """What else these people could speak to, which others are asked already."""
    return [each.finding.imperative.id for each in one.matters if not each.counted]


def now(finding: Finding) -> str:
    """The verdict as it stands, and that it hangs on one source."""
    said = VERDICTS[finding.verdict].screen
    return f"{said}, fragile" if finding.fragile else said


def chances(matter: Matter) -> str:
    """What one more voice could make of it: `yes → In practice; no → Contested`."""
    found: dict[Verdict, list[str]] = {}
    for each in matter.chances:
        found.setdefault(each.verdict, []).append(_STANCES[each.stance])
    stays = matter.finding.verdict
    if len(found) == 1:
        (other,) = found
        if other is stays:
            return f"whatever it says, {_becomes(other, stays)}"
        return f"whatever it says → {VERDICTS[other].screen}; it takes a second to settle it"
    parts = (f"{' / '.join(said)} → {_becomes(verdict, stays)}" for verdict, said in found.items())
    return "; ".join(parts)


def _becomes(verdict: Verdict, stays: Verdict) -> str:
    name = VERDICTS[verdict].screen
    return f"it stays {phrases.inside(name)}" if verdict is stays else name


def asked(one: Conversation) -> str:
    """The line for a source of what was put to them: `asked: [policy/imperative, ...]`."""
    return f"asked: [{', '.join(each.finding.imperative.name for each in one.counted)}]"


def rows(plan: Plan) -> Iterator[tuple[str, tuple[SampleCell, ...]]]:
    """The sampling table by sector, without the tiers in which there is nothing at all."""
    sectors = tuple(dict.fromkeys(cell.sector for cell in plan.cells))
    for sector in sectors:
        yield sector, tuple(cell for cell in plan.cells if cell.sector == sector)


def tiers(plan: Plan) -> tuple[str | None, ...]:
    """The columns of the sampling table."""
    return tuple(dict.fromkeys(cell.tier for cell in plan.cells))


def tier_name(tier: str | None, settings: Settings) -> str:
    """A column's head; what has no tier may be asked in any."""
    return "Any, or none" if tier is None else phrases.label(tier, settings.vocabulary.tiers)


def cell(one: SampleCell) -> str:
    """`2 heard, 5 hang on it`; nothing where nobody was heard and nothing hangs on it."""
    heard = len(one.heard.sources or ()) if one.heard else 0
    held = len(one.heard.withheld) if one.heard else 0
    said = [f"{heard} heard"] if heard else []
    said += [f"{held} left out"] if held else []
    number = len(one.hanging)
    if number:
        hang = f"{number} {'hangs' if number == 1 else 'hang'} on it"
        # Whoever may be asked in any tier may have been heard in another column.
        said += [hang] if said or one.tier is None else ["not heard", hang]
    return ", ".join(said)


def nobody(findings: Sequence[Finding]) -> str:
    """The doubtful imperatives with no one left to ask; empty where there are none."""
    names = [each.imperative.id for each in findings]
    return f"{NOBODY}: {', '.join(names)}." if names else ""
