"""What the study makes of severities, and how many problems are listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.studies import INT, POLICY, SECOND, SETTINGS, SURVEY, Files, changed, line, loaded, said

from gapcheck.checks.limits import MOST, MOST_PER_FILE
from gapcheck.checks.run import check
from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.model.settings import Settings, SeverityRule

FORMS = "study: a\nconsent_forms: {v2: {}}\n"
TWO: Files = {
    INT: changed(INT, "papers: absent", "paper: absent")[INT],
    SURVEY: changed(SURVEY, "seats", "seets")[SURVEY],
    "policies/notes.txt": "",
}
"""An unknown imperative in each of two files, and a file that is not read."""


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ("{}", ["int error", "survey error", "notes warning"]),
        ("{unknown-imperative: warning}", ["int warning", "survey warning", "notes warning"]),
        ("{unread-file: error}", ["int error", "survey error", "notes error"]),
        # what is left out is told all the same
        ("{unknown-imperative: off, unread-file: off}", ["int warning", "survey warning"]),
        ("{missing-key: off}", ["int error", "survey error", "notes warning"]),
        (
            "[{rule: unknown-imperative, severity: off, path: '*/survey.yaml'}]",
            ["int error", "survey warning", "notes warning"],
        ),
        (
            "[{rule: unknown-imperative, severity: off},"
            " {rule: unknown-imperative, severity: warning, path: evidence/north/int.*}]",
            ["int warning", "survey warning", "notes warning"],
        ),
        (
            "[{rule: unknown-imperative, severity: warning, path: evidence/north/int.*},"
            " {rule: unknown-imperative, severity: off}]",
            ["int warning", "survey warning", "notes warning"],
        ),
        (
            "[{rule: unread-file, severity: off, path: evidence/*}]",
            ["int error", "survey error", "notes warning"],
        ),
    ],
)
def test_the_study_weighs_its_rules(tmp_path: Path, severities: str, expected: list[str]) -> None:
    _, found = loaded(tmp_path, {**TWO, SETTINGS: f"{FORMS}severities: {severities}\n"})
    assert [f"{Path(one.location.path).stem} {one.severity}" for one in found] == expected


def many(
    path: str, count: int, severity: Severity = Severity.ERROR, left_out: str = ""
) -> list[Diagnostic]:
    """So many problems of one file, a line each."""
    places = [Location(path, line, 1, line, 2) for line in range(1, count + 1)]
    return [problem(place, severity, left_out) for place in places]


def problem(place: Location, severity: Severity, left_out: str) -> Diagnostic:
    """One problem in one place."""
    return Diagnostic(place, severity, "missing-key", f"m{place.line}", left_out=left_out)


def listed(*found: Diagnostic) -> list[Diagnostic]:
    """What is listed of these in a study that is empty and may be so."""
    quiet = Settings(severities=(SeverityRule("empty-study", "off"),))
    return list(check(Corpus(settings=quiet), found))


def test_fifty_of_a_file_are_listed() -> None:
    assert listed(*many("a", MOST_PER_FILE)) == many("a", 50)


def test_more_are_counted() -> None:
    *first, last = listed(*many("a", 2_051))
    assert first == many("a", 50)
    assert line(last) == (
        "a:51:1-51:2 error[too-many] 2,001 more problems in this file are not listed | "
        "Mend some of these first."
    )


def test_a_file_of_many_problems_hides_no_other() -> None:
    found = listed(*many("a", 3_000), *many("b", 1))
    assert [one.location.path for one in found] == ["a"] * 51 + ["b"]


def test_a_thousand_of_a_run_are_listed() -> None:
    files = [f"f{number:03}" for number in range(40)]
    found = listed(*(one for path in files for one in many(path, 30)))
    assert len(found) == MOST + 1
    assert line(found[-1]) == (
        "f033:1:1-1:1 error[too-many] 200 more problems of the study are not listed | "
        "Mend some of these first."
    )


def test_what_is_counted_is_counted_once() -> None:
    files = [f"f{number:03}" for number in range(25)]
    found = listed(*(one for path in files for one in many(path, 70)))
    counts = [int(one.message.split()[0]) for one in found if one.rule == "too-many"]
    assert sum(counts) + sum(one.rule != "too-many" for one in found) == 25 * 70


def test_many_warnings_are_no_error() -> None:
    last = listed(*many("a", 60, Severity.WARNING))[-1]
    assert (last.severity, last.rule) == (Severity.WARNING, "too-many")


def test_what_the_unlisted_leave_out_is_said() -> None:
    last = listed(*many("a", 60, left_out="this code"))[-1]
    assert last.left_out == "what the unlisted problems hold"
    whole = Diagnostic(
        Location("a", 99), Severity.ERROR, "missing-key", "m", left_out="the whole x"
    )
    assert listed(*many("a", 60, left_out="this code"), whole)[-1].left_out == "the whole x"


def test_many_problems_of_a_real_file(tmp_path: Path) -> None:
    codes = "".join(f"                o{number}: absent\n" for number in range(60))
    text = str(changed(INT, "codes: {papers: absent}", "codes:\n" + codes)[INT])
    text = text.replace("came late", "came much too late")
    told = said(tmp_path, {INT: text, SECOND: None})
    assert len(told) == 51
    assert told[-1] == (
        "evidence/north/int.yaml:68:9-68:12 error[too-many] 10 more problems in this file are not "
        "listed | Mend some of these first. | out: what the unlisted problems hold"
    )


def test_problems_stand_in_the_order_of_the_files(tmp_path: Path) -> None:
    _, found = loaded(tmp_path, {**TWO, POLICY: "policy: 'a\n"})
    places = [(one.location.path, one.location.line, one.location.column) for one in found]
    assert places == sorted(places)
    assert len(set(places)) > 5
