"""Two states of a study beside each other: which findings changed, and what made them change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Confidence, Verdict


class CauseKind(StrEnum):
    """What may change a finding, in the order in which it is told."""

    NEW_EVIDENCE = "new-evidence"
    WITHDRAWN_EVIDENCE = "withdrawn-evidence"
    RECODING = "recoding"
    EDITED_SOURCE = "edited-source"
    EDITED_IMPERATIVE = "edited-imperative"
    EDITED_PARTNERSHIP = "edited-partnership"
    CHANGED_SETTING = "changed-setting"
    PASSING_OF_TIME = "passing-of-time"
    NEW_RULES = "new-rules"


class StateKind(StrEnum):
    """Where a state of a study was read from."""

    REVISION = "revision"
    WORKING_TREE = "working-tree"
    FOLDER = "folder"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class State:
    """One of the two states: where it was read, and as at which day it was judged, if one is given.

    `uncommitted` counts the files of a working tree that no commit holds as they are. `today` is
    the day that embargoes were measured by; `left_out` says in sentences what could not be read.
    """

    kind: StateKind
    name: str
    commit: str = ""
    committed: date | None = None
    uncommitted: int = 0
    as_at: date | None = None
    today: date | None = None
    program: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a finding came to."""

    verdict: Verdict
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that differs between two states, by the names of the files and never by words.

    `what` says of its kind what it is: how evidence went, the key that was edited. `before` and
    `after` are the values of that key, empty where there is none or it is not told. `touches`
    names the excerpts that time has made stale, or has brought in. `alone` is whether it makes
    the change by itself, `needed` whether none of the ways to make it can do without.
    """

    kind: CauseKind
    what: str
    lsp: str = ""
    imperative: str = ""
    source: str = ""
    excerpt: str = ""
    location: Location | None = None
    before: str = ""
    after: str = ""
    touches: tuple[str, ...] = ()
    alone: bool = False
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that came to something else, and why.

    `enough` holds the smallest sets of causes (by their places in `causes`) that were tried and
    make the whole change; not `complete` where there may be more such sets. Not `tried`: the
    causes come from comparing what two reports list, and nothing could be judged again.
    """

    lsp: str
    imperative: str
    before: Outcome
    after: Outcome
    causes: tuple[Cause, ...] = ()
    enough: tuple[tuple[int, ...], ...] = ()
    complete: bool = True
    tried: bool = True


@dataclass(frozen=True, slots=True)
class Lone:
    """A finding that only one of the states has, and whether its partnership is there in both."""

    lsp: str
    imperative: str
    outcome: Outcome
    partnership_too: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states compared; findings are ordered by partnership, then by policy.

    `unchanged` counts the findings that are the same, `idle` holds what differs between the
    states and changed none. `names` are the partnerships by id, `illustrative` those invented.
    """

    study: str
    old: State
    new: State
    changes: tuple[Change, ...] = ()
    appeared: tuple[Lone, ...] = ()
    vanished: tuple[Lone, ...] = ()
    unchanged: int = 0
    idle: tuple[Cause, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    illustrative: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
