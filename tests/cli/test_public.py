"""`--audience public`: where it is refused, what is then written (nothing), and what goes out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from gapcheck.checks.promises import PROMISES
from gapcheck.reports.formats import FORMATS

from .calls import Call, alone
from .real import ETHICS, HERE, PLACE, REAL, SETTINGS
from .studies import SHIPPED, interview, study

PUBLIC = ("--audience", "public")
FORMS = ("terminal", *FORMATS)
INT = f"{HERE}/int-vcs-01.yaml"
SHORT = "`gapcheck check --audience public` shows where, `gapcheck rules NAME` why.\n"
Files = Mapping[str, str | bytes | None]


@pytest.fixture
def real(root: Path) -> Path:
    return lay(root)


def lay(root: Path, *changes: Files) -> Path:
    """The real study with files changed, added or (None) taken away."""
    for path in (path for files in changes for path, held in files.items() if held is None):
        (root / path).unlink()
    return study(root, REAL, *changes)


def said(text: str, **more: str) -> Files:
    return {INT: interview("int-vcs-01", text=text, **more)}


def ethics(old: str, new: str) -> Files:
    assert old in SETTINGS
    return {"gapcheck.yaml": SETTINGS.replace(old, new)}


BREAKS: dict[str, tuple[Files, str]] = {
    "an address": (said("Write to jane@example.org about it."), "direct-identifier (1)"),
    "a number in a memo": (
        said("We sit there.", more="    memo: call 01632 960123 again\n"),
        "direct-identifier (1)",
    ),
    "a name": (said("We asked Dr Example for papers."), "named-person (1)"),
    "the real place": (said("We sit in Hartlepool and wait."), "real-locality (1)"),
    "taken back": (said("We sit there.", consent="{withdrawn: true}"), "withdrawn (1)"),
    "one of a kind": (
        {f"{HERE}/lsp.yaml": PLACE.replace("vcs: 6", "vcs: 1")},
        "recognisable-speaker (2)",
    ),
    "no approval": (ethics("  approval: REC 12\n", ""), "missing-approval (1)"),
    "no review": (
        ethics("  reidentification_review: {by: The data officer, on: 2006-01-31}\n", ""),
        "missing-review (1)",
    ),
    "no ethics at all": (
        {"gapcheck.yaml": SETTINGS.replace(ETHICS, "")},
        "missing-approval (1), missing-review (1)",
    ),
    "kept too long": (ethics("2999-12-31", "2007"), "retention (1)"),
    "words in somebody's mouth": (
        {
            INT: interview("int-vcs-01") + "transcript: transcripts/int-vcs-01.txt\n",
            "transcripts/int-vcs-01.txt": "Nothing like it was ever said in this room.\n",
        },
        "quote-not-found (1)",
    ),
    "an error of their own": (
        {"gapcheck.yaml": SETTINGS + "severities: {cited-pseudonym: error}\n",
         INT: interview("int-vcs-01") + "citation: The gazette, 2004\n"},
        "cited-pseudonym (1)",
    ),
    "settings that cannot be read": (
        {"gapcheck.yaml": SETTINGS + "ethics: [\n"},
        "missing-approval (1), missing-review (1)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("form", FORMS)
def test_what_breaks_a_promise_is_not_written(
    call: Call, real: Path, broken: str, form: str
) -> None:
    files, rules = BREAKS[broken]
    lay(real, files)
    (real / "out").write_text("the old report")
    before = sorted(real.rglob("*"))
    for words in (("report",), ("report", "northtown"), ("report", "southby", "northtown")):
        for output in ((), ("-o", "out")):
            done = call(*words, *PUBLIC, "-f", form, *output)
            assert (done.code, done.out) == (2, "")
            first, second, *_ = done.err.splitlines(keepends=True)
            assert first == f"This is not fit for the public, and nothing was written: {rules}.\n"
            assert second.rstrip() == SHORT.rstrip()
    assert (real / "out").read_text() == "the old report"
    assert sorted(real.rglob("*")) == before
    # The check says the same, and the team has its report.
    assert call("check", *PUBLIC, "-q").code == 1
    assert call("report", "-f", form).code == 0


@pytest.mark.parametrize("broken", BREAKS)
def test_an_explanation_is_refused_like_a_report(call: Call, real: Path, broken: str) -> None:
    files, rules = BREAKS[broken]
    lay(real, files)
    for words in (("pay-in-advance",), ("northtown", "pay-in-advance")):
        done = call("explain", *words, *PUBLIC)
        assert (done.code, done.out) == (2, "")
        assert f"nothing was written: {rules}.\n" in done.err


@pytest.mark.parametrize("broken", BREAKS)
def test_what_is_broken_elsewhere_does_not_matter(call: Call, real: Path, broken: str) -> None:
    files, _ = BREAKS[broken]
    lay(real, files)
    done = call("report", "southby", *PUBLIC, "-f", "json")
    # Whom a study answers to is a matter of all of it: but nobody real speaks in this one.
    assert done.code == (2 if broken == "kept too long" else 0)


PASSES: dict[str, Files] = {
    "as it is": {},
    "an address that was looked at": {
        INT: interview(
            "int-vcs-01",
            text="Write to jane@example.org about it.",
            more="    ignore: [{rule: direct-identifier, reason: an example}]\n",
        )
    },
    "a name that was looked at": said("Dr Example came.", more="    cleared: true\n"),
    "taken back, and gone": {
        INT: "source: int-vcs-01\nkind: interview\ndate: 2004-05-12\n"
        "speaker: {id: P, sector: vcs, role: officer}\nconsent: {withdrawn: true}\nexcerpts: []\n"
    },
    "one of a kind who agreed to be named": {
        f"{HERE}/lsp.yaml": PLACE.replace("vcs: 6", "vcs: 1"),
        INT: interview("int-vcs-01", consent="{quote: named}"),
        f"{HERE}/int-vcs-02.yaml": interview("int-vcs-02", consent="{quote: named}"),
    },
    "weighed less by the study": {
        "gapcheck.yaml": SETTINGS + "severities: {recognisable-speaker: warning}\n",
        f"{HERE}/lsp.yaml": PLACE.replace("vcs: 6", "vcs: 1"),
    },
    "a citation, which is left out": {INT: interview("int-vcs-01") + "citation: The gazette\n"},
    "no list of places": {"names.txt": None},
    "a warning": said("Since I was diagnosed the papers come late."),
}


@pytest.mark.parametrize("sound", PASSES)
@pytest.mark.parametrize("form", FORMS)
def test_what_keeps_its_promises_goes_out(call: Call, real: Path, sound: str, form: str) -> None:
    lay(real, PASSES[sound])
    done = call("report", "northtown", *PUBLIC, "-f", form)
    assert (done.code, done.err) == (0, "")
    assert "The data officer" in done.out
    call("report", "northtown", *PUBLIC, "-f", form, "-o", "out")
    assert (real / "out").read_bytes().decode() == done.out
    if sound == "no list of places":
        assert "key list" in done.out or '"places_unread": true' in done.out


def test_a_form_that_is_wrong_is_left_out_and_said_without_a_name(call: Call, real: Path) -> None:
    bad = interview("int-jane-smith").replace("2004-05-12", "2004-13")
    lay(real, {f"{HERE}/int-jane-smith.yaml": bad, "policies/bad.yaml": "policy: bad\n"})
    for form in FORMS:
        out = " ".join(call("report", *PUBLIC, "-f", form).out.split())
        assert "jane" not in out
        if form != "json":
            assert "evidence/northtown: a file, whole or in part (1 error)." in out
            assert "policies/bad.yaml: the whole policy" in out
    assert call("report", *PUBLIC, "-f", "json").json["diagnostics"]["error"] > 1
    assert call("report", "northtown", *PUBLIC).out.startswith("Left out, because files have")


def test_an_error_beyond_those_that_are_listed_forbids_too(call: Call, real: Path) -> None:
    head = interview("int-vcs-01").partition("excerpts:")[0]
    wrong = "".join(f"  - {{id: x{n}, text: Words, codes: denies}}\n" for n in range(60))
    last = "  - {id: y, text: Write to jane@example.org about it.}\n"
    lay(real, {INT: f"{head}excerpts:\n{wrong}{last}"})
    assert "direct-identifier" not in call("check", *PUBLIC, "-f", "text").out
    assert "direct-identifier (1)" in call("report", *PUBLIC).err


# Coarsened


def test_coarsened_nobody_is_recognisable_by_role_and_tier(call: Call, real: Path) -> None:
    lay(real, {f"{HERE}/lsp.yaml": PLACE.replace("vcs: 6", "vcs: 1")})
    advice = "With --coarsen neither role nor tier of a speaker is told, and it is fit.\n"
    assert call("report", *PUBLIC).err.endswith(SHORT + advice)
    for form in FORMS:
        done = call("report", "northtown", *PUBLIC, "--coarsen", "-f", form)
        assert (done.code, done.err) == (0, "")
        assert "officer" not in done.out.replace("The data officer", "")
        # One of the voluntary sector would be known by that name alone.
        assert "voluntary sector, 2004" not in done.out
        assert "maller" in done.out
    assert call("explain", "northtown", "pay-in-advance", *PUBLIC, "--coarsen").code == 0


@pytest.mark.parametrize("broken", [each for each in BREAKS if each != "one of a kind"])
def test_coarsening_mends_nothing_else(call: Call, real: Path, broken: str) -> None:
    files, rules = BREAKS[broken]
    lay(real, files, {f"{HERE}/lsp.yaml": PLACE.replace("vcs: 6", "vcs: 1")})
    done = call("report", *PUBLIC, "--coarsen")
    assert done.code == 2
    assert f"nothing was written: {rules}.\n" in done.err
    assert "--coarsen" not in done.err


@pytest.mark.parametrize("words", [("report",), ("explain", "pay-in-advance")])
def test_the_team_is_told_all(call: Call, real: Path, words: tuple[str, ...]) -> None:
    for audience in ((), ("--audience", "team")):
        done = call(*words, *audience, "--coarsen")
        assert (done.code, done.out) == (2, "")
        assert "--coarsen goes with --audience public" in done.said


@pytest.mark.parametrize("words", [("report",), ("explain", "pay-in-advance")])
def test_an_audience_that_there_is_not_is_refused(
    call: Call, real: Path, words: tuple[str, ...]
) -> None:
    done = call(*words, "--audience", "everybody")
    assert (done.code, done.out) == (2, "")
    assert "team" in done.said


def test_the_team_s_report_is_the_one_without_an_audience(call: Call, real: Path) -> None:
    for form in FORMS:
        plain = call("report", "northtown", "-f", form)
        assert call("report", "northtown", "-f", form, "--audience", "team") == plain
        assert "dition for the public" not in plain.out
        assert '"edition"' not in plain.out


# What goes out


def test_an_edition_says_first_for_whom_it_is_and_who_reviewed_it(call: Call, real: Path) -> None:
    head = "Edition for the public. Re-identification review: The data officer, 31 January\n2006.\n"
    assert call("report", "northtown", *PUBLIC).out.startswith(head)
    markdown = call("report", "northtown", *PUBLIC, "-f", "markdown").out
    assert markdown.startswith("> **Edition for the public.** Re-identification review: The data")
    found = call("report", "northtown", *PUBLIC, "-f", "json").json
    assert found["audience"] == "public"
    assert found["edition"]["reviewed_by"] == "The data officer"
    assert found["edition"]["reviewed_on"] == "2006-01-31"
    assert call("explain", "northtown", "pay-in-advance", *PUBLIC).out.startswith(head)


def test_without_people_there_is_nobody_to_review_for(call: Call, root: Path) -> None:
    out = " ".join(call("report", *PUBLIC).out.split())
    assert "No re-identification review is on record, and nobody who exists was interviewed." in out
    assert out.startswith("ILLUSTRATIVE")


def test_a_gate_holds_for_the_public_too(call: Call, real: Path) -> None:
    assert call("report", *PUBLIC, "--fail-on", "gap").code == 1
    assert call("report", *PUBLIC, "--fail-on", "contrary").code == 0


def test_no_command_is_advised_to_who_has_no_files(call: Call, real: Path) -> None:
    for words in (("report",), ("report", "northtown"), ("explain", "pay-in-advance")):
        assert "gapcheck " not in call(*words, *PUBLIC).out.replace("gapcheck 0", "")


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_hashes_changes_nothing(real: Path, form: str) -> None:
    words = ("report", "northtown", *PUBLIC, "--coarsen", "-f", form)
    runs = {alone(*words, cwd=real, PYTHONHASHSEED=seed).stdout for seed in ("1", "77")}
    assert len(runs) == 1
    assert runs != {b""}


def test_the_rules_that_forbid_are_those_of_the_page_on_promises(call: Call, root: Path) -> None:
    listed = call("rules").out
    assert all(rule in listed for rule in PROMISES)
    page = (SHIPPED / "docs/ethics.md").read_text("utf-8")
    table = page.partition("## Looked for by `gapcheck check`")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)) == PROMISES


def test_json_of_an_edition_holds_no_place_of_anybody(call: Call, real: Path) -> None:
    found = call("report", "northtown", *PUBLIC, "-f", "json").json
    statements = [one for finding in found["findings"] for one in finding["statements"]]
    assert statements
    assert {one["file"] for one in statements} == {one["source"] for one in statements} == {None}
    assert "int-vcs" not in json.dumps(found)
