"""`gapcheck agreement` as people use it: whole outputs in every format, and bad input."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from reports.golden import assert_kept

from .calls import Call
from .studies import put, study

HERE = "evidence/northtown"
TALK = """\
source: talk
kind: focus-group
date: 2004-05-12
speakers:
  - {id: A, sector: vcs, role: officer}
  - {id: B, sector: council, role: clerk, consent: {quote: none}}
coder: ab
consent: {analysis: true}
excerpts:
  - id: x1
    speaker: A
    text: "They *listen*, =1+1 they say."
    codes:
      - {imperative: sectors-together, stance: happens, memo: Said twice.}
  - id: x2
    speaker: B
    text: Qsecret seats.
    codes: [{imperative: sectors-together, stance: absent, memo: Qsecret}]
  - {id: x3, speaker: A, text: We wait for the money., codes: {pay-in-advance: absent}}
  - {id: x4, speaker: A, text: Bisgedi., translation: Biscuits., codes: []}
  - id: x5
    speaker: A
    text: Nobody asked.
    codes: [{imperative: pay-in-advance, stance: absent, agreed: {by: ab and cd, on: 2004-06-01}}]
  - {id: x6, speaker: A, text: Not yet., codes: {sectors-together: absent}}
"""
SECOND = """\
source: talk
coder: cd
codes:
  x1: {sectors-together: partly}
  x2: [{imperative: sectors-together, stance: happens, memo: Qsecret too}]
  x3: {pay-in-advance: absent}
  x4: {pay-in-advance: absent}
  x5: {pay-in-advance: partly}
"""
FORMATS = {"txt": "terminal", "md": "markdown", "json": "json", "csv": "csv"}


@pytest.fixture
def coded(root: Path) -> Path:
    """A study in which two people have coded one focus group."""
    return study(root, {f"{HERE}/talk.yaml": TALK, f"{HERE}/talk.cd.yaml": SECOND})


@pytest.mark.parametrize("ending", FORMATS)
def test_the_whole_of_it(call: Call, coded: Path, ending: str) -> None:
    done = call("agreement", "-f", FORMATS[ending], *(("--width", "80") if ending == "txt" else ()))
    assert (done.code, done.err) == (0, "")
    assert_kept(f"agreement.{ending}", done.out)
    assert "Qsecret" not in done.out
    saved = call("agreement", "-o", coded / f"found.{ending}")
    assert (saved.code, saved.out) == (0, "")
    assert (coded / f"found.{ending}").read_text("utf-8") == done.out


def test_figures_as_rows(call: Call, coded: Path) -> None:
    done = call("agreement", "-f", "csv", "--rows", "coefficients")
    assert_kept("agreement-coefficients.csv", done.out)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    # Three questions of two imperatives; three over all, and two alone.
    assert [row["measure"] for row in rows] == ["kappa"] * 6 + ["alpha"] * 5


def test_with_ascii_alone_and_on_a_narrow_screen(call: Call, coded: Path) -> None:
    done = call("agreement", "--ascii", "--width", "40")
    assert done.out.isascii()
    assert max(map(len, done.out.splitlines())) <= 40


def test_a_part_of_it(call: Call, coded: Path) -> None:
    found = call("agreement", "Northtown Strategic Partnership", "--coder", "CD", "-f", "json").json
    assert found["asked"] == {"coders": ["cd"], "policies": [], "topics": []}
    assert [each["lsp"] for each in found["partnerships"]] == ["northtown"]
    out = call("agreement", "northtown", "--coder", "ab,cd", "--policy", "guidance-2001").out
    said = "Only partnerships: Northtown Strategic Partnership; coders: ab and cd; policies:"
    assert f"{said} guidance-2001." in " ".join(out.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--coder", "dc"), "No coder is called dc. The coders: ab, cd."),
        (("northtwon",), "No partnership is called northtwon. Did you mean northtown?"),
        (("--policy", "guidance-2010"), "Did you mean guidance-2001?"),
        (("--topic", "health"), "No topic is called health."),
        (("-f", "html"), "html is no format: terminal, markdown, json, csv"),
        (("--rows", "coefficients"), "--rows goes with csv."),
        (("-f", "csv", "--rows", "coeficients"), "Did you mean `coefficients`?"),
    ],
)
def test_what_is_not_known(call: Call, coded: Path, words: tuple[str, ...], said: str) -> None:
    done = call("agreement", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said


def test_no_second_coder(call: Call, root: Path) -> None:
    done = call("agreement")
    assert done.code == 0
    assert " ".join(done.out.split()).startswith("One coder only: no source here has codes of a")
    assert call("agreement", "-f", "json").json["idle"] == "no-second-coder"
    assert "no source here has codes" in call("agreement", "-f", "markdown").out
    assert len(call("agreement", "-f", "csv").out.splitlines()) == 1


def test_a_second_file_by_the_same_person(call: Call, root: Path) -> None:
    study(root, {f"{HERE}/talk.yaml": TALK, f"{HERE}/talk.ab.yaml": SECOND.replace("cd", "ab")})
    out = " ".join(call("agreement").out.split())
    assert "nobody is compared with themselves" in out
    put(root / f"{HERE}/talk.cd.yaml", SECOND)
    assert "1 second file is by the source’s own coder, and left out." in call("agreement").out


def test_coders_who_share_no_unit(call: Call, root: Path) -> None:
    codes = "source: talk\ncoder: cd\ncodes: {}\n"
    study(root, {f"{HERE}/talk.yaml": TALK, f"{HERE}/talk.cd.yaml": codes})
    out = " ".join(call("agreement").out.split())
    assert "no two coders have reviewed the same excerpt" in out
    assert (
        "0 excerpts that both reviewed, in 1 source. Left out: 6 that cd has not reviewed." in out
    )
    found = call("agreement", "-f", "json").json
    assert (found["idle"], found["pairs"][0]["left_out"]) == (
        "nothing-shared",
        {"second-not-reviewed": 6},
    )
    assert found["overall"]["code"]["undefined"] == "no-unit"


def test_coders_who_are_in_no_source_together(call: Call, coded: Path) -> None:
    put(
        coded / f"{HERE}/alone.yaml",
        TALK.replace("talk", "alone").replace("coder: ab", "coder: ef"),
    )
    out = call("agreement", "--coder", "ef").out
    assert "The coders asked for have coded in no source together." in out


def test_a_second_file_with_errors(call: Call, coded: Path) -> None:
    put(coded / f"{HERE}/talk.ef.yaml", SECOND.replace("coder: cd", "coder: gh"))
    put(coded / f"{HERE}/talk.cd.yaml", SECOND.replace("x3: {pay", "x33: {pay"))
    done = call("agreement")
    assert done.code == 0
    assert done.out.startswith("Left out, because files have errors:\n")
    assert "evidence/northtown/talk.ef.yaml: the whole" in done.out
    assert "evidence/northtown/talk.cd.yaml" in done.out
    markdown = call("agreement", "-f", "markdown").out
    assert "**Left out, because the files have errors:**" in markdown
    found = call("agreement", "-f", "json").json
    assert len(found["left_out"]) == 2
    assert found["pairs"][0]["left_out"] == {"second-not-reviewed": 2}


def test_a_source_with_errors_takes_its_second_codes_along(call: Call, coded: Path) -> None:
    put(coded / f"{HERE}/talk.yaml", TALK.replace("kind: focus-group", "kind: chat"))
    found = call("agreement", "-f", "json").json
    assert found["idle"] == "no-second-coder"
    assert len(found["left_out"]) == 2


def test_no_study(call: Call, nowhere: Path) -> None:
    assert call("agreement").code == 2


def test_a_source_that_names_no_coder(call: Call, coded: Path) -> None:
    put(coded / f"{HERE}/talk.yaml", TALK.replace("coder: ab\n", ""))
    assert "the source’s own coder and cd" in call("agreement").out
    found = call("agreement", "-f", "json").json
    assert found["pairs"][0]["coders"] == [None, "cd"]


def test_where_all_agree(call: Call, root: Path) -> None:
    both = TALK.replace("[]", "{pay-in-advance: absent}")
    second = (
        "source: talk\ncoder: cd\ncodes:\n"
        "  x1: {sectors-together: happens}\n  x4: {pay-in-advance: absent}\n"
    )
    study(root, {f"{HERE}/talk.yaml": both, f"{HERE}/talk.cd.yaml": second})
    out = call("agreement").out
    assert "No open disagreement, among 1 pair of coders." in out
    assert "Next:" not in out
    assert "no interval: nobody disagreed" in out
