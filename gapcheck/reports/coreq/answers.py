"""Each item of the checklist answered: by the study's own words, by what its files say, or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.model.methods import Topic
from gapcheck.model.report import Report
from gapcheck.reports import phrases
from gapcheck.reports.coreq import analysed, sampled
from gapcheck.reports.coreq.facts import SETTINGS, Fact
from gapcheck.reports.coreq.items import PARTS, Item, Part


class State(StrEnum):
    """How far an item is answered; the value is the word on screen."""

    RECORDED = "recorded"
    IN_PART = "in part"
    MISSING = "not recorded"
    NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one item, what is still to be written, and where all that is taken from.

    `own` is the study's text as typed, empty where it has none.
    """

    item: Item
    state: State
    own: str
    facts: tuple[str, ...]
    missing: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """One group of the checklist with its answers."""

    part: Part
    answers: tuple[Answer, ...]


_NOT_TOLD = "An edition for the public does not tell what the study's files say of it."
_NOTHING = "The study does not say."


def answered(report: Report) -> tuple[Answered, ...]:
    """The whole checklist of a report."""
    return tuple(
        Answered(part, tuple(_answer(item, report) for item in part.items)) for part in PARTS
    )


def _answer(item: Item, report: Report) -> Answer:
    own = report.settings.methods.get(item.topic, "")
    facts = tuple(_facts(item.topic, report))
    state = _state(item.topic, report, own, facts)
    places = [f"{SETTINGS}: methods.{item.topic}"] if own else []
    return Answer(
        item=item,
        state=state,
        own=own,
        facts=tuple(each.said for each in facts),
        missing=_missing(item, state, report),
        places=tuple(dict.fromkeys((*places, *(each.place for each in facts)))),
    )


def _facts(topic: Topic, report: Report) -> Iterator[Fact]:
    for known in (sampled.OPEN, analysed.OPEN):
        if topic in known:
            yield from known[topic](report)
    for counted in (sampled.COUNTED, analysed.COUNTED):
        if topic in counted and report.methods is not None:
            yield from counted[topic](report.methods, report.settings)


def _state(topic: Topic, report: Report, own: str, facts: tuple[Fact, ...]) -> State:
    if own or any(fact.enough for fact in facts):
        return State.RECORDED
    if facts:
        return State.IN_PART
    # By the item alone: whether there would be something to tell is not told either.
    counted = topic in sampled.COUNTED or topic in analysed.COUNTED
    return State.NOT_TOLD if counted and report.methods is None else State.MISSING


def _missing(item: Item, state: State, report: Report) -> str:
    if state is State.RECORDED:
        return ""
    if state is State.NOT_TOLD:
        return _NOT_TOLD
    if report.edition:
        return _NOTHING if state is State.MISSING else ""
    head = "Not recorded: write" if state is State.MISSING else "Still to write:"
    return f"{head} here, or under methods.{item.topic} in {SETTINGS}, {item.write}."


def counts(parts: tuple[Answered, ...]) -> str:
    """`Of 32 items 9 are recorded, 8 in part, 15 not recorded`."""
    states = [answer.state for part in parts for answer in part.answers]
    known = [(state, states.count(state)) for state in State]
    head, *rest = [f"{number} {state}" for state, number in known if number]
    verb = "is" if head.startswith("1 ") else "are"
    number, _, word = head.partition(" ")
    first = f"{number} {verb} {word}"
    return f"Of {len(states)} items {phrases.joined((first, *rest))}."
