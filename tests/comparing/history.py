"""A study with a history: twelve commits, each of which changes one thing in a place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gapcheck.model.comparison import CauseKind as Kind

from .repo import begin, commit, put

Cause = tuple[Kind, str, str, str]
"""A cause by its kind, what it is, its source and its excerpt."""


def source(
    name: str,
    codes: str,
    sector: str = "vcs",
    *,
    date: str = "2004-05-12",
    consent: str = "{analysis: true}",
    text: str = "PRIVATE words of the",
) -> str:
    return f"""\
source: {name}
kind: interview
date: {date}
speaker: {{id: P-{name}, sector: {sector}, role: officer, tier: strategic}}
consent: {consent}
excerpts:
  - id: x1
    text: >
      {text} {sector}.
    codes: {codes}
"""


def survey(name: str, met: int) -> str:
    return f"""\
source: {name}
kind: survey
date: 2004-05-12
respondents: vcs
of: 20
excerpts:
  - id: q1
    text: Were you paid ahead?
    codes: [{{imperative: join-up, share: {{met: {met}, of: 20}}}}]
"""


def policy(due: str = "", modality: str = "should", text: str = "Join up.") -> str:
    late = f"    due: {due}\n" if due else ""
    return f"""\
policy: guidance
title: Guidance
publisher: A ministry
published: 2001
force: guidance
nation: england
in_force: {{from: 2001}}
imperatives:
  - {{id: join-up, locator: p1, text: {text}, actor: council, modality: should}}
  - id: due-one
    locator: p2
    text: Be in time.
    actor: council
    modality: should
{late}  - {{id: option, locator: p3, text: Choose., actor: council, modality: {modality}}}
"""


def settings(cuts: str = "[10, 90]", years: int = 3) -> str:
    return f"""\
study: A study with a history
thresholds: {{survey_cuts: {cuts}, stale_after_years: {years}}}
"""


def lsp(name: str, designations: str = "") -> str:
    more = f"designations: [{designations}]\n" if designations else ""
    return (
        f"lsp: {name}\nname: {name.title()}\nillustrative: true\nkind: lsp\nnation: england\n{more}"
    )


SCOPED = """\
policy: scoped
title: Scoped
publisher: A ministry
published: 2001
force: guidance
nation: england
in_force: {from: 2001}
imperatives:
  - id: for-few
    locator: p1
    text: For few.
    actor: council
    modality: should
    applies_to: {designations: [nrf-88]}
"""

PLACES = (
    *("added", "recoded", "withdrawn", "due", "option", "cuts", "stale", "aged", "renamed"),
    *("removed", "embargo", "scope"),
)
NO, YES = "{join-up: absent}", "{join-up: happens}"


def _pair(place: str, codes: str = NO, **more: str) -> dict[str, str]:
    return {
        f"evidence/{place}/int-vcs.yaml": source("int-vcs", codes, **more),
        f"evidence/{place}/int-council.yaml": source("int-council", codes, "council", **more),
    }


BEGINNING: Mapping[str, str] = {
    "gapcheck.yaml": settings(),
    "policies/guidance.yaml": policy(),
    "policies/scoped.yaml": SCOPED,
    **{f"evidence/{name}/lsp.yaml": lsp(name) for name in PLACES},
    **_pair("added"),
    **_pair("recoded"),
    **_pair("withdrawn"),
    **_pair("due", "{due-one: absent}"),
    **_pair("option", "{option: absent}"),
    "evidence/cuts/svy.yaml": survey("svy", 17),
    **_pair("stale", date="2001-05-12"),
    "evidence/stale/int-later.yaml": source("int-later", "[]", date="2006-05-12"),
    **_pair("aged"),
    **_pair("renamed"),
    **_pair("removed"),
    **_pair("embargo"),
    "evidence/embargo/int-late.yaml": source(
        "int-late", YES, "health", consent="{analysis: true, embargo_until: 2015-01-01}"
    ),
    **_pair("scope", "{for-few: absent}"),
}


@dataclass(frozen=True)
class Step:
    """A commit: what it changes in the files, on which day, and what that does to which finding."""

    tag: str
    day: str
    changes: Mapping[str, str | None]
    finding: tuple[str, str] | None = None
    cause: Cause | None = None
    backwards: Cause | None = None


GONE = """\
source: int-vcs
kind: interview
date: 2004-05-12
speaker: {id: P-int-vcs, sector: vcs, role: officer, tier: strategic}
consent: {analysis: true, withdrawn: true}
excerpts: []
"""

_JOIN = "guidance/join-up"
STEPS = (
    Step(
        "added",
        "2010-02-01",
        {"evidence/added/int-health.yaml": source("int-health", YES, "health")},
        ("added", _JOIN),
        (Kind.NEW_EVIDENCE, "added", "int-health", ""),
        (Kind.WITHDRAWN_EVIDENCE, "removed", "int-health", ""),
    ),
    Step(
        "recoded",
        "2010-03-01",
        {"evidence/recoded/int-vcs.yaml": source("int-vcs", YES)},
        ("recoded", _JOIN),
        (Kind.RECODING, "recoded", "int-vcs", "x1"),
        (Kind.RECODING, "recoded", "int-vcs", "x1"),
    ),
    Step(
        "withdrawn",
        "2010-04-01",
        {"evidence/withdrawn/int-vcs.yaml": GONE},
        ("withdrawn", _JOIN),
        (Kind.WITHDRAWN_EVIDENCE, "withdrawn", "int-vcs", ""),
        (Kind.NEW_EVIDENCE, "released", "int-vcs", ""),
    ),
    Step(
        "due",
        "2010-05-01",
        {"policies/guidance.yaml": policy(due="2008")},
        ("due", "guidance/due-one"),
        (Kind.EDITED_IMPERATIVE, "due", "", ""),
        (Kind.EDITED_IMPERATIVE, "due", "", ""),
    ),
    Step(
        "option",
        "2010-06-01",
        {"policies/guidance.yaml": policy(due="2008", modality="may")},
        ("option", "guidance/option"),
        (Kind.EDITED_IMPERATIVE, "modality", "", ""),
        (Kind.EDITED_IMPERATIVE, "modality", "", ""),
    ),
    Step(
        "cuts",
        "2010-07-01",
        {"gapcheck.yaml": settings("[20, 80]")},
        ("cuts", _JOIN),
        (Kind.CHANGED_SETTING, "survey_cuts", "", ""),
        (Kind.CHANGED_SETTING, "survey_cuts", "", ""),
    ),
    Step(
        "stale",
        "2010-08-01",
        {"gapcheck.yaml": settings("[20, 80]", 6)},
        ("stale", _JOIN),
        (Kind.CHANGED_SETTING, "stale_after_years", "", ""),
        (Kind.CHANGED_SETTING, "stale_after_years", "", ""),
    ),
    Step(
        "aged",
        "2010-09-01",
        # It speaks to nothing, but it is newer: what was said before has grown old beside it.
        {"evidence/aged/int-new.yaml": source("int-new", "[]", date="2012-01-01")},
        ("aged", _JOIN),
        (Kind.PASSING_OF_TIME, "as-at", "", ""),
        (Kind.PASSING_OF_TIME, "as-at", "", ""),
    ),
    Step(
        "renamed",
        "2010-10-01",
        {
            "evidence/renamed/int-vcs.yaml": None,
            "evidence/renamed/talk-1.yml": "# Moved.\n"
            + source("talk-1", "\n      - imperative: join-up\n        stance: absent"),
        },
    ),
    Step(
        "removed",
        "2010-11-01",
        {"evidence/removed/int-council.yaml": None},
        ("removed", _JOIN),
        (Kind.WITHDRAWN_EVIDENCE, "removed", "int-council", ""),
        (Kind.NEW_EVIDENCE, "added", "int-council", ""),
    ),
    Step(
        "embargo",
        "2015-01-01",
        {"README.md": "Nothing but time has passed.\n"},
        ("embargo", _JOIN),
        (Kind.PASSING_OF_TIME, "embargo-over", "int-late", ""),
        (Kind.PASSING_OF_TIME, "embargo-again", "int-late", ""),
    ),
    Step(
        "scope",
        "2015-02-01",
        {"evidence/scope/lsp.yaml": lsp("scope", "nrf-88")},
        ("scope", "scoped/for-few"),
        (Kind.EDITED_PARTNERSHIP, "designations", "", ""),
        (Kind.EDITED_PARTNERSHIP, "designations", "", ""),
    ),
)
TAGS = ("beginning", *(step.tag for step in STEPS))


def written(folder: Path) -> Path:
    """The repository with its thirteen commits."""
    begin(folder)
    put(folder, BEGINNING)
    commit(folder, "beginning", "2010-01-01")
    for step in STEPS:
        put(folder, step.changes)
        commit(folder, step.tag, step.day)
    return folder
