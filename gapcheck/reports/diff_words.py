"""What every format says of two states of a study: names of the files, never words of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from gapcheck.model.comparison import (
    Cause,
    CauseKind,
    Change,
    Comparison,
    Lone,
    Outcome,
    State,
    StateKind,
)
from gapcheck.reports.phrases import counted, joined, long_date
from gapcheck.reports.words import CONFIDENCES, VERDICTS

LABELS: Mapping[CauseKind, str] = MappingProxyType(
    {
        CauseKind.NEW_EVIDENCE: "New evidence",
        CauseKind.WITHDRAWN_EVIDENCE: "Withdrawn evidence",
        CauseKind.RECODING: "Recoding",
        CauseKind.EDITED_SOURCE: "Edited source",
        CauseKind.EDITED_IMPERATIVE: "Edited imperative",
        CauseKind.EDITED_PARTNERSHIP: "Edited partnership",
        CauseKind.CHANGED_SETTING: "Changed setting",
        CauseKind.PASSING_OF_TIME: "Passing of time",
        CauseKind.NEW_RULES: "New rules",
    }
)

_SAID: Mapping[str, str] = MappingProxyType(
    {
        "added": "was added",
        "dated": "is dated between the two days",
        "released": "may be used now",
        "readable-again": "can be read now; its file had errors",
        "removed": "was taken out",
        "withdrawn": "consent was withdrawn",
        "refused": "analysis is not consented to",
        "embargoed": "came under an embargo",
        "after-as-at": "is dated after the day of the newer state",
        "unreadable": "is left out: its file has errors",
        "second-coder": "was coded by a second person",
        "no-second-coder": "is no longer coded by a second person",
        "asked": "the question was put there",
        "not-asked": "the question is no longer noted as put there",
        "speaker": "who speaks, or for whom",
        "embargo-over": "its embargo is over",
        "embargo-again": "was still under embargo on the day of the newer state",
    }
)
_MOST = 3
_COMPARED = "Told by comparing what the report lists: nothing could be judged again."
_NOT_HELD = "A policy, a setting or who speaks may have changed: a report does not hold these."


def compared(found: Comparison) -> str:
    """`v1 (3f2a1c9f0, 12 May 2026) and the working tree (uncommitted changes in 2 files)`."""
    old, new = found.old, found.new
    if replace(old, as_at=None) == replace(new, as_at=None) and old.as_at and new.as_at:
        same = state(replace(old, as_at=None))
        return f"{same} as at {long_date(old.as_at)} and as at {long_date(new.as_at)}"
    return f"{state(old)} and {state(new)}"


def invented(found: Comparison) -> str:
    """The names of the partnerships with changes that are invented; empty where there is none."""
    told = {one.lsp for one in found.changes}
    told |= {one.lsp for one in (*found.appeared, *found.vanished)}
    names = dict(found.names)
    return joined(names[each] for each in found.illustrative if each in told)


def state(one: State) -> str:
    """One state: its name, and in brackets from when it is and how it was judged."""
    facts = []
    if one.commit:
        facts.append(
            f"at {one.commit[:9]}" if one.kind is StateKind.WORKING_TREE else one.commit[:9]
        )
    if one.committed and one.kind is StateKind.REVISION:
        facts.append(long_date(one.committed))
    if one.kind is StateKind.WORKING_TREE:
        facts.append(_uncommitted(one.uncommitted))
    if one.program:
        facts.append(f"by gapcheck {one.program}")
    if one.as_at:
        facts.append(f"as at {long_date(one.as_at)}")
    return f"{one.name} ({', '.join(facts)})" if facts else one.name


def _uncommitted(number: int) -> str:
    return f"uncommitted changes in {counted(number, 'file')}" if number else "nothing uncommitted"


def total(found: Comparison) -> str:
    """`3 findings changed, 1 is new and 49 are unchanged.`, as a whole sentence."""
    changed, new, gone = len(found.changes), len(found.appeared), len(found.vanished)
    parts = [f"{counted(changed, 'finding')} changed"]
    parts += [f"{new} {'is' if new == 1 else 'are'} new"] if new else []
    parts += [f"{gone} {'is' if gone == 1 else 'are'} gone"] if gone else []
    parts.append(f"{found.unchanged:,} {'is' if found.unchanged == 1 else 'are'} unchanged")
    return f"{joined(parts)}."


def only(found: Comparison) -> str:
    """Of what part of the study it is; empty where of all."""
    return f"Only {joined(found.only)}." if found.only else ""


def left_out(found: Comparison) -> tuple[str, ...]:
    """What could not be read on either side, each in a sentence."""
    return tuple(
        f"In {one.name}: {each}" for one in (found.old, found.new) for each in one.left_out
    )


def outcome(one: Outcome) -> str:
    """`Not in practice, low confidence`."""
    said = VERDICTS[one.verdict].screen
    return f"{said}, {CONFIDENCES[one.confidence][0]} confidence" if one.confidence else said


def lone(one: Lone) -> str:
    """Why a finding is on one side alone."""
    return "the imperative" if one.partnership_too else "the partnership"


def subject(cause: Cause) -> str:
    """What a cause lies in, by its names: `int-vcs-01 x1`; empty where the kind says it."""
    if cause.kind is CauseKind.EDITED_IMPERATIVE:
        return cause.imperative
    if cause.kind is CauseKind.EDITED_PARTNERSHIP:
        return cause.lsp
    return f"{cause.source} {cause.excerpt}".strip()


def detail(cause: Cause) -> str:
    """What came of it."""
    if cause.kind is CauseKind.RECODING and cause.what not in _SAID:
        return _recoded(cause)
    if cause.what == "as-at":
        return _day(cause)
    if cause.what == "earliest":
        moved = _moved(cause)
        return f"the first day that other sources speak of: {moved}"
    if cause.what == "rules":
        return f"judged by gapcheck {cause.after}, before by {cause.before}"
    known = cause.kind not in (CauseKind.EDITED_IMPERATIVE, CauseKind.CHANGED_SETTING)
    if known and cause.what in _SAID:
        return _SAID[cause.what]
    moved = _moved(cause)
    return f"{cause.what}: {moved}" if moved else cause.what


def _recoded(cause: Cause) -> str:
    if cause.what == "code-removed":
        was = f" (was: {cause.before})" if cause.before else ""
        return f"is no longer coded for it{was}"
    said = {"first-coded": "was coded for the first time", "code-added": "was coded for it"}
    if cause.what in said:
        return f"{said[cause.what]}: {cause.after}" if cause.after else said[cause.what]
    return _moved(cause) or "was coded otherwise"


def _moved(cause: Cause) -> str:
    if not cause.before and not cause.after:
        return ""
    return f"{cause.before or 'none'} → {cause.after or 'none'}"


def _day(cause: Cause) -> str:
    said = "the as-at day moved"
    if cause.before and cause.after:
        said += f" from {long_date(cause.before)} to {long_date(cause.after)}"
    told = [_aged(one) for one in cause.touches[:_MOST]]
    more = len(cause.touches) - _MOST
    if more > 0:
        told.append(f"{more} more")
    return f"{said}: {joined(told)}" if told else said


def _aged(touched: str) -> str:
    what, _, name = touched.partition(" ")
    if what == "force":
        return "its force begins between the two days"
    return f"{name} is {'stale' if what == 'stale' else 'no longer stale'}"


def together(change: Change) -> str:
    """How the causes make the change; empty where there is one alone."""
    if not change.tried:
        return _COMPARED if change.causes else f"{_COMPARED} {_NOT_HELD}"
    rest = "" if change.complete else " There may be other ways."
    if not change.enough:
        return "What made it change could not be told apart."
    if len(change.enough) == 1:
        return f"{'Only together.' if len(change.enough[0]) > 1 else ''}{rest}".strip()
    if all(len(one) == 1 for one in change.enough):
        return f"Each of them alone is enough.{rest}"
    ways = "; ".join(joined(str(place + 1) for place in one) for one in change.enough)
    return f"Each of these is enough: {ways}.{rest}"
