"""Diagnostics as JUnit's XML, for the dashboards of continuous integration.

A file is a test case: it fails where it holds a problem that fails the run, and what it holds
besides stands in its output. Sound files are cases too, so that a dashboard counts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gapcheck.diagnostic import Diagnostic
from gapcheck.model.checked import Checked
from gapcheck.reports.check_text import one_line
from gapcheck.reports.log_words import message_of, sentence_of

_NOT_XML = re.compile("[\ufffe\uffff]")


def write(checked: Checked, stream: TextIO) -> None:
    """Write one suite for the study with a case for every file."""
    paths = {*checked.files, *(one.location.path for one in checked.diagnostics)}
    held: dict[str, list[Diagnostic]] = {path: [] for path in sorted(paths)}
    for one in checked.diagnostics:
        held[one.location.path].append(one)
    failed = {one.location.path for one in checked.diagnostics if one.severity in checked.failing}
    counts = {"tests": str(len(held)), "failures": str(len(failed)), "errors": "0"}
    whole = Element("testsuites", {"name": "gapcheck", **counts})
    suite = SubElement(whole, "testsuite", {"name": _legal(one_line(checked.title)), **counts})
    for path, group in held.items():
        _case(suite, path, group, checked)
    indent(whole)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(tostring(whole, encoding="unicode") + "\n")


def _case(suite: Element, path: str, group: Sequence[Diagnostic], checked: Checked) -> None:
    name = _legal(one_line(path))
    place = {
        "name": name,
        "classname": _class(name),
        "file": _legal(one_line(f"{checked.folder}{path}")),
    }
    case = SubElement(suite, "testcase", place)
    bad = [one for one in group if one.severity in checked.failing]
    rest = [one for one in group if one.severity not in checked.failing]
    if bad:
        # Several failures of one case are more than most dashboards show.
        first = _legal(message_of(bad[0], checked.rules))
        more = f", and {len(bad) - 1} more" if len(bad) > 1 else ""
        parts = {"type": bad[0].rule, "message": f"{first}{more}"}
        SubElement(case, "failure", parts).text = _lines(bad, checked)
    if rest:
        SubElement(case, "system-out").text = _lines(rest, checked)


def _class(name: str) -> str:
    """The folder that a file lies in, by which dashboards group."""
    return name.rpartition("/")[0].replace("/", ".") or "study"


def _lines(found: Sequence[Diagnostic], checked: Checked) -> str:
    return "\n".join(_line(one, checked) for one in found)


def _line(one: Diagnostic, checked: Checked) -> str:
    place, path = one.location, one_line(f"{checked.folder}{one.location.path}")
    said = f"{one.severity}[{one.rule}] {sentence_of(one, checked.rules)}"
    return _legal(f"{path}:{place.line}:{place.column}: {said}")


def _legal(text: str) -> str:
    """The text without the few characters that are visible, and that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
