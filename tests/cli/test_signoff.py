"""`gapcheck signoff`: what it writes, what it refuses, and what is said when something changed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .calls import Call, Outcome
from .studies import POLICY, interview, put, study

FILE = "evidence/northtown/signoff.yaml"
WHO = ("--by", "The lead", "--reason", "Read again.", "--on", "2010-02-03")
HELD = """\
# Decided by the board.
- imperative: women-in-the-chair
  reason: 'Counted: "twice".'
  by: A, the lead
  on: 2005-01-02
"""


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1300000000")
    monkeypatch.setenv("COLUMNS", "200")
    return Call(monkeypatch, capsys)


def signed(call: Call, root: Path, *words: str, imperative: str = "sectors-together") -> Outcome:
    return call("--study", root, "signoff", "northtown", imperative, *words)


def finding(call: Call, root: Path, *words: str, imperative: str = "sectors-together") -> Any:
    told = call("--study", root, *words, "report", "northtown", "-f", "json").json
    return next(one for one in told["findings"] if one["imperative"].endswith(imperative))


def test_a_first_decision_makes_the_file_and_is_noted(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path)
    outcome = signed(call, root, *WHO)
    entry = (
        "- imperative: sectors-together\n  reason: Read again.\n  by: The lead\n  on: 2010-02-03\n"
    )
    assert (root / FILE).read_text("utf-8") == entry
    assert outcome.code == 0
    assert outcome.out == (
        f"--- {FILE}\n+++ {FILE}\n@@ line 1 @@\n"
        + "".join(f"+{line}\n" for line in entry.splitlines())
        + f"Wrote {FILE}:1\n"
    )
    assert outcome.err == "The rules give “Not in practice”. Confirmed by The lead.\n"
    lock = (root / "gapcheck.lock").read_text("utf-8")
    assert '\nsignoffs:\n  "northtown guidance-2001/sectors-together 2010-02-03": ' in lock
    view = finding(call, root)["signoff"]
    assert view == {
        "verdict": None,
        "confidence": None,
        "summary": None,
        "reason": "Read again.",
        "by": "The lead",
        "on": "2010-02-03",
        "evidence_changed": False,
        "imperative_changed": False,
    }
    assert call("--study", root, "check").code == 0


def test_an_override_with_all_its_parts_below_what_is_there(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path, {FILE: HELD})
    words = ("--verdict", "partly-translated", "--confidence", "low", "--summary", "It is: small.")
    outcome = signed(call, root, *WHO, *words)
    assert (root / FILE).read_text("utf-8") == HELD + (
        "- imperative: sectors-together\n"
        "  verdict: partly_translated\n"
        "  confidence: low\n"
        '  summary: "It is: small."\n'
        "  reason: Read again.\n"
        "  by: The lead\n"
        "  on: 2010-02-03\n"
    )
    assert "Overridden to “Partly in practice” by The lead." in outcome.err


def test_a_dry_run_writes_nothing(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path)
    outcome = signed(call, root, *WHO, "--dry-run")
    assert "+  by: The lead" in outcome.out
    assert outcome.err.endswith("Nothing was written.\n")
    assert not (root / FILE).exists()
    assert not (root / "gapcheck.lock").exists()


def test_without_a_day_it_is_today_s(call: Call, tmp_path: Path) -> None:
    signed(call, study(tmp_path), *WHO[:4])
    assert (tmp_path / FILE).read_text("utf-8").endswith("on: 2011-03-13\n")


REFUSED = {
    "partnership": (("northtwn", "sectors-together", *WHO), "Did you mean northtown?"),
    "imperative": (("northtown", "sector-together", *WHO), "Did you mean sectors-together?"),
    "verdict": (
        ("northtown", "sectors-together", *WHO, "--verdict", "partly"),
        "`partly` is no verdict. Did you mean `partly_translated`?",
    ),
    "confidence": (
        ("northtown", "sectors-together", *WHO, "--confidence", "hihg"),
        "`hihg` is no confidence. Did you mean `high`?",
    ),
    "the rules' own verdict": (
        ("northtown", "sectors-together", *WHO, "--verdict", "not_translated"),
        "Leave out --verdict to confirm it.",
    ),
    "a day that is none": (
        ("northtown", "sectors-together", *WHO[:5], "3.2.2010"),
        "3.2.2010 is no whole day. Did you mean 2010-02-03?",
    ),
    "a day to come": (
        ("northtown", "sectors-together", *WHO[:5], "2012-01-01"),
        "2012-01-01 is still to come.",
    ),
    "a day that is not whole": (
        ("northtown", "sectors-together", *WHO[:5], "2010-02"),
        "2010-02 is no whole day. Write YYYY-MM-DD.",
    ),
    "nobody": (("northtown", "sectors-together", "--by", " ", *WHO[2:]), "--by is empty."),
    "no reason": (
        ("northtown", "sectors-together", *WHO[:2], "--reason", "", *WHO[4:]),
        "--reason is empty. Say why.",
    ),
    "a sign that hides words": (
        ("northtown", "sectors-together", *WHO[:2], "--reason", "a\u202eb", *WHO[4:]),
        "--reason holds U",
    ),
    "too long": (
        ("northtown", "sectors-together", *WHO[:2], "--reason", "a" * 2_000_000, *WHO[4:]),
        "--reason has 2,000,000 characters",
    ),
}


@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(words: tuple[str, ...], said: str, call: Call, tmp_path: Path) -> None:
    root = study(tmp_path)
    outcome = call("--study", root, "signoff", *words)
    assert outcome.code == 2
    assert said in outcome.said
    assert not (root / FILE).exists()


def test_what_is_signed_off_needs_replace_and_a_later_day(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path)
    signed(call, root, *WHO)
    once = (root / FILE).read_text("utf-8")
    again = signed(call, root, *WHO)
    assert again.code == 2
    assert "signed off by The lead on 2010-02-03 already. With --replace" in again.said
    assert f"{FILE}:1" in again.said
    earlier = signed(call, root, *WHO[:5], "2009-01-01", "--replace")
    assert "A decision of 2009-01-01 would not count" in earlier.said
    assert (root / FILE).read_text("utf-8") == once
    assert signed(call, root, *WHO, "--verdict", "untested", "--replace").code == 0
    assert (root / FILE).read_text("utf-8").startswith(once)
    assert finding(call, root)["signoff"]["verdict"] == "untested"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("- imperative: sectors-togther\n  reason: a\n  by: b\n  on: 2005-01-02\n", ""),
        ("- imperative: [\n", "has errors"),
        ("- reason: a\n", "has errors"),
        ("imperative: a\n", "has errors"),
    ],
)
def test_a_file_with_errors(held: str, said: str, call: Call, tmp_path: Path) -> None:
    root = study(tmp_path, {FILE: held})
    outcome = signed(call, root, *WHO)
    assert said in outcome.said
    assert outcome.code == (2 if said else 0)
    assert (root / FILE).read_text("utf-8").startswith(held)


def without(root: Path, old: str, new: str, path: str) -> None:
    place = root / path
    text = place.read_text("utf-8")
    assert old in text
    put(place, text.replace(old, new))


INT = "evidence/northtown/int-vcs-01.yaml"


def renamed(root: Path) -> None:
    without(root, "source: int-vcs-01", "source: renamed", INT)
    (root / INT).rename(root / "evidence/northtown/renamed.yaml")


CHANGED: dict[str, tuple[Callable[[Path], None], tuple[bool, bool]]] = {
    "nothing": (lambda _: None, (False, False)),
    "recoded": (
        lambda root: without(root, "sectors-together: absent", "sectors-together: partly", INT),
        (True, False),
    ),
    "no longer coded": (
        lambda root: without(root, "sectors-together: absent, ", "", INT),
        (True, False),
    ),
    "withdrawn": (
        lambda root: without(root, "{analysis: true}", "{withdrawn: true}", INT),
        (True, False),
    ),
    "another sector": (
        lambda root: without(root, "sector: vcs", "sector: health", INT),
        (True, False),
    ),
    "older evidence came in": (
        lambda root: put(
            root / "evidence/northtown/int-new.yaml",
            interview("int-new").replace("2004-05-12", "2003"),
        ),
        (True, False),
    ),
    "the words": (lambda root: without(root, "We come", "We went", INT), (False, False)),
    "another name": (
        renamed,
        (False, False),
    ),
    "the imperative": (
        lambda root: without(root, "Bring the", "Bring all", "policies/guidance-2001.yaml"),
        (False, True),
    ),
    "how it is typed": (
        lambda root: put(root / "policies/guidance-2001.yaml", POLICY.replace("para 1", "p. 1")),
        (False, False),
    ),
}


@pytest.mark.parametrize(("change", "flags"), CHANGED.values(), ids=CHANGED)
def test_what_changed_since_is_flagged(
    change: Callable[[Path], None], flags: tuple[bool, bool], call: Call, tmp_path: Path
) -> None:
    root = study(tmp_path)
    signed(call, root, *WHO, "--verdict", "untested")
    change(root)
    view = finding(call, root)["signoff"]
    assert (view["evidence_changed"], view["imperative_changed"]) == flags
    # As at another day it is the same decision on the same evidence.
    earlier = finding(call, root, "--as-at", "2004-06")["signoff"]
    assert (earlier["evidence_changed"], earlier["imperative_changed"]) == flags


def test_without_a_note_evidence_from_after_the_day_is_flagged_as_before(
    call: Call, tmp_path: Path
) -> None:
    root = study(tmp_path)
    signed(call, root, *WHO[:5], "2004-01-01")
    (root / "gapcheck.lock").unlink()
    assert finding(call, root)["signoff"]["evidence_changed"]


def test_every_format_shows_both_and_what_changed(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path)
    signed(call, root, *WHO, "--verdict", "untested")
    without(root, "sectors-together: absent", "sectors-together: opposite", INT)
    without(root, "Bring the", "Bring all", "policies/guidance-2001.yaml")
    for form in ("terminal", "markdown", "html"):
        wide = ("--width", "80") if form == "terminal" else ()
        words = ("report", "northtown", "-f", form, *wide)
        text = " ".join(call("--study", root, *words).out.split())
        assert "The lead, 3 February 2010" in text, form
        assert "The evidence and the imperative have changed since then." in text, form
    rows = list(csv.DictReader(io.StringIO(call("--study", root, "report", "-f", "csv").out[1:])))
    (row,) = [one for one in rows if one["signed_by"]]
    assert (row["signed_verdict"], row["changed_since"]) == ("untested", "yes")
    oscal = json.loads(call("--study", root, "report", "northtown", "-f", "oscal").out)
    assert "changed-since-signed-off" in json.dumps(oscal)
    public = call("--study", root, "report", "northtown", "-f", "json", "--audience", "public")
    (view,) = [one["signoff"] for one in public.json["findings"] if one["signoff"]]
    assert (view["reason"], view["evidence_changed"]) == (None, True)


def test_a_broken_lock_stays_and_the_decision_is_written(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path, {"gapcheck.lock": "format: gapcheck-lock/2\n"})
    outcome = signed(call, root, *WHO)
    assert "gapcheck.lock could not be read or written" in outcome.err
    assert (root / FILE).exists()
    assert (root / "gapcheck.lock").read_text("utf-8") == "format: gapcheck-lock/2\n"
