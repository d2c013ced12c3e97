"""A decision below the others, in whichever way the file is typed; every other byte stays."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.amend.marks import restored
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended
from gapcheck.amend.sheets import Sheet
from gapcheck.amend.signoffs import with_signoff

from .sheets import form

DECISION = {"imperative": "p/a", "reason": "why", "by": "who", "on": "2010-02-03"}
OTHER = "- imperative: b\n  reason: why\n  by: who\n  on: 2010-02-03\n"
ENTRY = OTHER.replace(": b", ": a")
BRACES = '{imperative: a, reason: "why", by: who, on: 2010-02-03}'

TYPED = {
    "nothing": ("", ENTRY),
    "a blank line": ("\n", f"\n{ENTRY}"),
    "a comment": ("# None yet.", f"# None yet.\n{ENTRY}"),
    "an empty list": ("[]\n", f"[{BRACES}]\n"),
    "another": (OTHER, OTHER + ENTRY),
    "a mark": ("\ufeff" + OTHER, "\ufeff" + OTHER + ENTRY),
    "no last break": (OTHER[:-1], OTHER + ENTRY[:-1]),
    "line ends": (OTHER.replace("\n", "\r\n"), (OTHER + ENTRY).replace("\n", "\r\n")),
    "in full": (
        OTHER.replace(": b", ": p/b"),
        OTHER.replace(": b", ": p/b") + ENTRY.replace(": a", ": p/a"),
    ),
    "indented": (
        "  -   imperative: b\n      reason: why\n      by: who\n      on: 2010-02-03\n# The end.\n",
        "  -   imperative: b\n      reason: why\n      by: who\n      on: 2010-02-03\n"
        "  -   imperative: a\n      reason: why\n      by: who\n      on: 2010-02-03\n# The end.\n",
    ),
    "in braces": (
        "- {imperative: b, reason: why, by: who, on: 2010-02-03}\n",
        "- {imperative: b, reason: why, by: who, on: 2010-02-03}\n" + ENTRY,
    ),
    "in brackets": (
        "[{imperative: b, reason: why, by: who, on: 2010-02-03}]  # one\n",
        f"[{{imperative: b, reason: why, by: who, on: 2010-02-03}}, {BRACES}]  # one\n",
    ),
    "under a sign": (
        OTHER.replace("reason: why", "reason: >\n    why\n    not"),
        OTHER.replace("reason: why", "reason: >\n    why\n    not") + ENTRY,
    ),
}


def added(typed: str, decision: dict[str, str] = DECISION) -> Amended | Refusal:
    sheet = Sheet("signoff.yaml", typed.encode(), form("signoff"))
    return with_signoff(sheet, decision, decision["imperative"].partition("/")[2])


@pytest.mark.parametrize(("typed", "wanted"), TYPED.values(), ids=TYPED)
def test_how_it_is_typed(typed: str, wanted: str) -> None:
    found = added(typed)
    assert isinstance(found, Amended), found
    assert found.new.decode() == wanted
    assert restored(found.text, found.marks) == typed.removeprefix("\ufeff")


@pytest.mark.parametrize("typed", ["- a: b\n", "a: b\n", "- [\n", "-\n", "\x07", "- *a\n", "a\n"])
def test_a_file_with_errors_is_left_alone(typed: str) -> None:
    found = added(typed)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.ERRORS


def test_a_file_that_would_be_too_large() -> None:
    found = added("# long\n" * 149_700, {**DECISION, "reason": "a" * 9_000})
    assert isinstance(found, Refusal)


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1)
TEXTS = st.lists(WORDS.filter(str.strip), min_size=1, max_size=30).map(" ".join).map(str.strip)
PROSE = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)


@settings(deadline=None)
@given(PROSE, PROSE, TEXTS, st.sampled_from(sorted(TYPED)))
def test_whatever_is_said_is_read_again(reason: str, summary: str, by: str, how: str) -> None:
    typed = TYPED[how][0]
    decision: dict[str, Any] = {**DECISION, "reason": reason, "summary": summary, "by": by}
    found = added(typed, decision)
    if isinstance(found, Refusal):
        return
    last = yaml.load(found.text, yaml.BaseLoader)[-1]
    # Below a sign the last break of a line is no part of what was said.
    read = {key: value.removesuffix("\n") for key, value in last.items()}
    assert {**read, "imperative": "p/a"} == decision
    assert restored(found.text, found.marks) == typed.removeprefix("\ufeff")
