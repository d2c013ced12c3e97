"""What goes into logs names nobody: a marker stands wherever a person can be named."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.reports.check_formats import CHECK_FORMATS

from .calls import Call
from .studies import interview, put, study

LOGS = ("sarif", "github", "junit")
HERE = "evidence/northtown"
MAIL, PHONE = "qmarked@example.org", "01632 960999"
SPEAKERS = """\
source: fg-01
kind: focus-group
date: 2004-05-12
speakers:
  - {id: Qmark Person, sector: vcs, role: officer}
  - {id: Qmarkone, sector: vcs, role: officer}
  - {id: Qmarkone, sector: vcs, role: officer}
  - {id: P2, sector: vcs, role: [Qmarkrole]}
consent: {analysis: true}
excerpts:
  - id: x1
    speaker: Qmarkunlisted
    text: A text of five words.
    codes: []
  - id: x2
    speaker: [P2, Qmarksecond]
    text: A text of five words.
    codes: []
"""
PAPER = """\
source: doc-01
kind: document
date: 2004
author: {name: Qmarkauthor}
consent: {analysis: true}
excerpts: []
"""
CODER = (
    "source: int-vcs-01\ncoder: Qmark Coder\ncodes: {x9: [{imperative: no, stance: Qmark said}]}\n"
)
NAMED: dict[str, str | bytes | None] = {
    f"{HERE}/fg-01.yaml": SPEAKERS,
    f"{HERE}/doc-01.yaml": PAPER,
    f"{HERE}/int-vcs-01.cd.yaml": CODER,
    f"{HERE}/int-mail.yaml": interview("int-mail", text=f"Write to {MAIL} or {PHONE} today."),
    f"{HERE}/int-mr.yaml": interview("int-mr", text="We asked Mr Qmarksurname about it all."),
    f"{HERE}/int-stance.yaml": interview("int-stance", codes="{sectors-together: Qmark did so}"),
    f"{HERE}/{MAIL}.yaml": interview("other", "vsc"),
    f"{HERE}/{MAIL}.txt": "Notes.",
    f"{HERE}/01632-960999.yaml": interview("01632-960999", more="    about: 2004-13\n"),
}
MARKS = ("qmark", "960999", "960 999")


@pytest.fixture
def named(root: Path) -> Path:
    return study(root, NAMED)


def sought(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text.casefold()]


@pytest.mark.parametrize("audience", ["team", "public"])
@pytest.mark.parametrize("form", LOGS)
def test_no_log_names_anybody(call: Call, named: Path, form: str, audience: str) -> None:
    done = call("check", "-f", form, "--audience", audience)
    assert done.code == 1
    assert "unlisted-speaker" in done.out
    assert not sought(done.out + done.err)
    call("check", "-f", form, "--audience", audience, "-o", "written.out")
    assert not sought((named / "written.out").read_text("utf-8"))


def test_no_baseline_names_anybody(call: Call, named: Path) -> None:
    done = call("check", "--baseline", "known.json", "--write-baseline")
    assert done.code == 0
    assert not sought((named / "known.json").read_text("utf-8") + done.err)
    assert call("check", "--strict", "--baseline", "known.json").code == 0


@pytest.mark.parametrize("form", ["terminal", *CHECK_FORMATS])
def test_a_file_named_for_somebody_is_shown_as_dots(call: Call, named: Path, form: str) -> None:
    out = call("check", "-f", form, "--width", "200").out
    dots = {"json": "\\u00b7", "sarif": "%C2%B7"}.get(form, "·")
    assert f"{HERE}/{dots * 5}-{dots * 6}.yaml" in out
    assert "960999" not in out.replace(" ", "")
    assert MAIL not in out


def test_a_sound_file_named_for_somebody_is_no_test_case_by_that_name(
    call: Call, root: Path
) -> None:
    put(root / f"{HERE}/01632-960999.yaml", interview("01632-960999"))
    out = call("check", "-f", "junit").out
    assert "·····-······.yaml" in out
    assert "960999" not in out


def test_the_team_sees_what_is_wrong(call: Call, named: Path) -> None:
    assert "Qmarkunlisted" in call("check", "-f", "text").out
