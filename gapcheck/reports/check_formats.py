"""The formats that problems can be written in, and the endings of files that mean them.

A new format is one module with `write` and one line here. `terminal` has no line: it draws on a
console whose width and colours the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from gapcheck.model.checked import Checked

Writer = Callable[[Checked, TextIO], None]
"""Writes all problems to a text stream; it neither opens nor closes it."""

TERMINAL = "terminal"
"""The format for reading on a screen."""


def _text(checked: Checked, stream: TextIO) -> None:
    from gapcheck.reports import check_text  # noqa: PLC0415

    check_text.write(checked.diagnostics, stream)


def _json(checked: Checked, stream: TextIO) -> None:
    from gapcheck.reports import check_json  # noqa: PLC0415

    check_json.write(checked.diagnostics, stream, checked.quoted)


def _sarif(checked: Checked, stream: TextIO) -> None:
    from gapcheck.reports import check_sarif  # noqa: PLC0415

    check_sarif.write(checked, stream)


def _github(checked: Checked, stream: TextIO) -> None:
    from gapcheck.reports import check_github  # noqa: PLC0415

    check_github.write(checked, stream)


def _junit(checked: Checked, stream: TextIO) -> None:
    from gapcheck.reports import check_junit  # noqa: PLC0415

    check_junit.write(checked, stream)


# Each format is imported when it is asked for: the terminal should not wait for the others.
CHECK_FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "text": _text,
        "json": _json,
        "sarif": _sarif,
        "github": _github,
        "junit": _junit,
    }
)

CHECK_EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TERMINAL,
        ".json": "json",
        ".sarif": "sarif",
        ".xml": "junit",
    }
)
"""The format that a file's ending means."""
