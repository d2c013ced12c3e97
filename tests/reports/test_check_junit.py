"""JUnit's XML: a case for every file, counts that add up, and nothing that XML cannot hold."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.reports.check_junit import write

from .checked import HERE, WARNING, checked, problem, written


def suite(*found: Diagnostic, **more: object) -> ElementTree.Element:
    text = written(write, checked(*found, **more))
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
    whole = ElementTree.fromstring(text.encode())
    (one,) = whole
    assert one.tag == "testsuite"
    for key in ("tests", "failures", "errors"):
        assert whole.get(key) == one.get(key)
    assert int(one.get("tests", "")) == len(one)
    assert int(one.get("failures", "")) == len(one.findall("testcase/failure"))
    return one


def cases(one: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {case.get("name", ""): case for case in one}


def test_sound_files_are_cases_that_pass() -> None:
    one = suite(files=("gapcheck.yaml", HERE), title="A <study> & more")
    assert one.get("name") == "A <study> & more"
    assert [case.attrib for case in one] == [
        {"name": HERE, "classname": "evidence.a", "file": HERE},
        {"name": "gapcheck.yaml", "classname": "study", "file": "gapcheck.yaml"},
    ]
    assert not list(one.iter("failure"))


def test_the_errors_of_a_file_are_one_failure() -> None:
    found = (problem(), problem(line=9, rule="unknown-kind"), problem(severity=WARNING, line=11))
    case = cases(suite(*found))[HERE]
    (failure,) = case.findall("failure")
    assert failure.attrib == {
        "type": "unknown-sector",
        "message": "`vsc` is no sector, and 1 more",
    }
    assert failure.text == (
        f"{HERE}:3:7: error[unknown-sector] `vsc` is no sector. Allowed: vcs.\n"
        f"{HERE}:9:7: error[unknown-kind] `vsc` is no sector. Allowed: vcs."
    )
    assert str(case.findtext("system-out")).startswith(f"{HERE}:11:7: warning[")


def test_a_warning_alone_does_not_fail() -> None:
    case = cases(suite(problem(severity=WARNING)))[HERE]
    assert case.find("failure") is None
    assert case.find("system-out") is not None


def test_where_warnings_fail_the_run_they_fail_the_case() -> None:
    case = cases(suite(problem(severity=WARNING), failing=frozenset(Severity)))[HERE]
    assert case.find("failure") is not None
    assert case.find("system-out") is None


@pytest.mark.parametrize(
    ("odd", "shown"),
    [
        ("a\x00b", "a\\x00b"),
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\ufffeb", "a\ufffdb"),
        ("a\udce9b", "a\\udce9b"),
        ("a]]>b", "a]]>b"),
        ("a\"<&'>b", "a\"<&'>b"),
        ("a\nb", "a\\nb"),
        ("a\U0001f600b", "a\U0001f600b"),
    ],
)
def test_whatever_stands_in_a_name_or_message_the_file_is_xml(odd: str, shown: str) -> None:
    one = suite(problem(odd, path=odd, help_=""), title=odd)
    assert one.get("name") == shown
    assert cases(one)[shown].get("file") == shown
    failure = one.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == shown
    assert str(failure.text).endswith(f"] {shown}.")


def test_files_are_named_from_the_root_of_the_repository() -> None:
    case = cases(suite(problem(), folder="research/"))[HERE]
    assert case.get("file") == f"research/{HERE}"
