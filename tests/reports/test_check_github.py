"""GitHub's workflow commands: worst first, no more than are shown, and nothing that escapes."""

from __future__ import annotations

import re

import pytest

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.reports.check_github import MOST, write

from .checked import ERROR, HERE, WARNING, checked, many, problem, written

COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^:]*)::(?P<data>.*)")


def lines(*found: Diagnostic, **more: object) -> list[str]:
    return written(write, checked(*found, **more)).splitlines()


def parts(line: str) -> tuple[str, dict[str, str], str]:
    """A command as GitHub's runner takes it apart."""
    found = COMMAND.fullmatch(line)
    assert found, line
    pairs = dict(part.split("=", 1) for part in found["properties"].split(","))
    return found["name"], {key: unescaped(value) for key, value in pairs.items()}, found["data"]


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(code, character)
    return text.replace("%25", "%")


def test_a_problem_is_one_command() -> None:
    assert lines(problem()) == [
        f"::error file={HERE},line=3,endLine=3,col=7,endColumn=10,title=gapcheck unknown-sector"
        "::`vsc` is no sector. Allowed: vcs."
    ]


def test_nothing_is_written_of_a_sound_study() -> None:
    assert lines() == []


def test_the_worst_come_first() -> None:
    found = [problem(severity=WARNING), problem(line=9), problem(severity=WARNING), problem()]
    assert [parts(line)[0] for line in lines(*found)] == ["error", "error", "warning", "warning"]
    assert [parts(line)[1]["line"] for line in lines(*found)][:2] == ["9", "3"]


@pytest.mark.parametrize(
    ("errors", "warnings", "notice"),
    [
        (MOST, MOST, None),
        (MOST + 1, 0, "1 error more is not shown here"),
        (3, MOST + 2, "2 warnings more are not shown here"),
        (MOST + 1500, MOST + 1, "1,500 errors and 1 warning more are not shown here"),
    ],
)
def test_what_is_not_shown_is_counted(errors: int, warnings: int, notice: str | None) -> None:
    found = [parts(one) for one in lines(*many(errors, ERROR), *many(warnings, WARNING))]
    names = [name for name, _, _ in found]
    assert names.count("error") == min(errors, MOST)
    assert names.count("warning") == min(warnings, MOST)
    assert names.count("notice") == (notice is not None)
    assert not notice or found[-1][2].startswith(notice)


def test_the_line_that_stands_for_many_comes_last() -> None:
    rest = Diagnostic(Location("a"), Severity.ERROR, "too-many", "7 more problems")
    found = lines(rest, *many(MOST, ERROR))
    assert "too-many" not in "".join(found)


@pytest.mark.parametrize("path", ["a,b.yaml", "a:b.yaml", "100%.yaml", "a::b.yaml", "%0A.yaml"])
def test_a_file_name_stays_one_property(path: str) -> None:
    (line,) = lines(problem(path=path))
    name, properties, _ = parts(line)
    assert name == "error"
    assert properties["file"] == path
    assert list(properties) == ["file", "line", "endLine", "col", "endColumn", "title"]


@pytest.mark.parametrize("path", ["a\n::error::b.yaml", "a\r::stop-commands::x", "caf\udce9.yaml"])
def test_a_file_name_is_no_command(path: str) -> None:
    (line,) = lines(problem(path=path))
    assert parts(line)[0] == "error"
    assert line.isprintable()


@pytest.mark.parametrize(
    ("message", "data"),
    [
        ("::set-env name=A::b", " ::set-env name=A::b."),
        ("100%0A::error::b", "100%250A::error::b."),
        ("a\nb", "a\\nb."),
        ("a\rb", "a\\x0db."),
        ("a, b: c", "a, b: c."),
    ],
)
def test_a_message_is_no_command(message: str, data: str) -> None:
    (line,) = lines(problem(message, help_=""))
    assert parts(line)[2] == data


def test_a_span_over_several_lines_has_no_columns() -> None:
    one = Diagnostic(Location(HERE, 3, 7, 5, 2), ERROR, "r", "m")
    assert list(parts(lines(one)[0])[1]) == ["file", "line", "endLine", "title"]


def test_files_are_named_from_the_root_of_the_repository() -> None:
    (line,) = lines(problem(), folder="research/")
    assert parts(line)[1]["file"] == f"research/{HERE}"
