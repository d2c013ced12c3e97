"""`gapcheck check` on quotes: what the terminal shows, what stands beside it, and the JSON."""

from __future__ import annotations

import io
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from gapcheck.lock import Lock, noted, to_text

from .calls import Call
from .studies import interview, study

HERE = "evidence/northtown"
INT, TEXT = f"{HERE}/int-vcs-01.yaml", "transcripts/int-vcs-01.txt"
SPOKEN = "Interviewer: Do you?\n[00:01:00] P: We come, and we sit there.\nWe have no say in it.\n"


def naming(name: str = "int-vcs-01", text: str = "We come, and we sit there.") -> str:
    return interview(name, text=text) + f"transcript: transcripts/{name}.txt\n"


@pytest.fixture
def quoting(root: Path) -> Path:
    return study(root, {INT: naming(), TEXT: SPOKEN})


def test_all_is_well(call: Call, quoting: Path) -> None:
    done = call("check")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [
        "No problem in 7 files: 3 imperatives in 1 policies; 3 sources in 2 partnerships.",
        "Quotes in 1 transcript: 1 verified.",
    ]


def test_quietly(call: Call, quoting: Path) -> None:
    done = call("check", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_one_that_is_not_there(call: Call, quoting: Path) -> None:
    study(quoting, {INT: naming(text="They sit there and they have a great say in it all.")})
    done = call("check")
    assert done.code == 1
    assert done.out.splitlines()[:7] == [
        INT,
        "",
        " error  excerpt x1 is not in its transcript",
        "  quote-not-found   line 7, column 5",
        "    the nearest passage (72.2 % alike, at 00:01:00):",
        "    transcripts/int-vcs-01.txt:2",
        "     7 │   - id: x1",
    ]
    assert done.err == "Quotes in 1 transcript: 1 not found.\n"


def test_as_text_for_an_editor(call: Call, quoting: Path) -> None:
    study(quoting, {INT: naming(text="We come, and we sit there. We have a say in it.")})
    assert call("check", "-f", "text").out == (
        f"{INT}:7:5: warning[quote-in-doubt] excerpt x1 differs from its transcript in a word that "
        "denies. Compare the two and mend the wrong one, or say under `ignore:` why they differ\n"
    )


def test_the_place_and_the_hash(call: Call, quoting: Path) -> None:
    found = call("check", "-f", "json").json
    start = SPOKEN.index("We come")
    assert found["quotes"] == [
        {
            "source": "int-vcs-01",
            "lsp": "northtown",
            "excerpt": "x1",
            "transcript": TEXT,
            "sha256": sha256(SPOKEN.encode()).hexdigest(),
            "score": 100.0,
            "start": start,
            "end": SPOKEN.index("there.") + 5,
            "outcome": "verified",
        }
    ]
    assert found["transcripts"] == {"named": 1, "seen": 1, "absent": 0}
    assert call("check", "-f", "json").json == found
    assert call("check", "-f", "json", "--no-cache").json == found


def test_how_many_could_not_be_seen(call: Call, quoting: Path) -> None:
    other = f"{HERE}/int-vcs-09.yaml"
    said = naming("int-vcs-09", "There is a thing that nobody said to us.")
    study(quoting, {INT: naming(), other: said})
    done = call("check")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith(
        "\nQuotes in 1 transcript: 1 verified. 1 of 2 is not here: transcripts/int-vcs-09.txt.\n"
    )
    assert call("check", "-f", "json").json["transcripts"] == {"named": 2, "seen": 1, "absent": 1}
    # Of one file alone nothing is said of the others.
    assert call("check", other).err.splitlines()[1:] == [
        "The one transcript that is named is not here, so no quote was looked for."
    ]
    assert call("check", "evidence/southby").err.count("\n") == 1
    assert call("check", "-f", "json", INT).json["transcripts"]["named"] == 1


def test_a_study_that_names_none_is_told_nothing(call: Call, root: Path) -> None:
    assert call("check").err.count("\n") == 1
    assert call("check", "-f", "json").json["quotes"] == []


def test_a_file_that_is_being_typed(
    call: Call, quoting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = naming(text="Nobody ever said anything of that kind to anybody.").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    done = call("check", "-", "--stdin-filename", INT, "-f", "json")
    assert [one["rule"] for one in done.json["diagnostics"]] == ["quote-not-found"]
    assert [one["outcome"] for one in done.json["quotes"]] == ["missing"]


def test_a_baseline_knows_it_wherever_the_nearest_passage_moves(call: Call, quoting: Path) -> None:
    study(quoting, {INT: naming(text="They sit there and they have a great say in it all.")})
    call("check", "--baseline", "known.json", "--write-baseline")
    (quoting / TEXT).write_text(f"\n\n{SPOKEN.replace('sit there', 'sat there')}")
    done = call("check", "--baseline", "known.json")
    assert (done.code, done.out) == (0, "")


def test_the_lock_is_read_and_never_written(call: Call, quoting: Path) -> None:
    lock = quoting / "gapcheck.lock"
    assert call("check").code == 0
    assert not lock.exists()
    text = to_text(noted(Lock(), TEXT, sha256(SPOKEN.encode()).hexdigest()))
    lock.write_text(text)
    assert call("check", "--strict").code == 0
    (quoting / TEXT).write_text(SPOKEN + "And that was all.\n")
    done = call("check", "--strict", "-f", "text")
    assert done.code == 1
    assert done.out.startswith(f"{INT}:11:13: warning[changed-transcript] the transcript of ")
    assert lock.read_text() == text


def test_in_logs_a_transcript_is_no_file_of_evidence(call: Call, quoting: Path) -> None:
    study(quoting, {INT: naming(text="They sit there and they have a great say in it all.")})
    junit = call("check", "-f", "junit").out
    assert "transcripts/" not in junit
    sarif = call("check", "-f", "sarif").json
    (result,) = sarif["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    place = related["physicalLocation"]
    assert place["artifactLocation"]["uri"] == TEXT
    assert place["region"]["startLine"] == 2


def test_reports_say_that_something_is_wrong_and_leave_nothing_out(
    call: Call, quoting: Path
) -> None:
    before = call("report", "-f", "json").json
    study(quoting, {INT: naming(text="They sit there and they have a great say in it all.")})
    after = call("report", "-f", "json").json
    assert before["diagnostics"] == {"error": 0, "warning": 0}
    assert after["diagnostics"] == {"error": 1, "warning": 0}
    assert after["across"] == before["across"]


def test_a_report_says_that_no_lock_could_tell_it_what_has_changed(
    call: Call, quoting: Path
) -> None:
    (quoting / "gapcheck.lock").write_text("<<<<<<< HEAD\n", "utf-8")
    assert (
        "- gapcheck.lock: what it notes of codes, decisions and transcripts"
        in call("report", "--width", "200").out
    )
    assert call("report", "--fail-on", "contested", "-f", "json").code == 1


@pytest.mark.parametrize("rule", ["quote-not-found", "changed-transcript", "broken-lock"])
def test_the_rules_are_explained(rule: str, call: Call) -> None:
    assert rule in call("rules", rule).out
