"""The formats that a plan can be written in, and the endings of files that mean them.

A new format is one module with `write` and one line here: in `PLAN_BINARY` where it makes bytes.
`terminal` has no line: it draws on a console whose width and colours the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from gapcheck.missing_extra import needing
from gapcheck.model.plan import Plan
from gapcheck.reports import plan_json

Writer = Callable[[Plan, TextIO], None]
"""Writes a whole plan to a text stream; it neither opens nor closes it."""

BytesOf = Callable[[Plan], bytes]
"""The whole file; MissingExtra says what has to be installed for it."""

TERMINAL = "terminal"
"""The format for reading on a screen."""


def _markdown(plan: Plan, stream: TextIO) -> None:
    from gapcheck.reports.markdown import plan as markdown  # noqa: PLC0415

    markdown.write(plan, stream)


def _html(plan: Plan, stream: TextIO) -> None:
    from gapcheck.reports.html import plan as page  # noqa: PLC0415

    page.write(plan, stream)


def _docx(plan: Plan) -> bytes:
    with needing("docx", "docx"):
        from gapcheck.reports.docx import plan as document  # noqa: PLC0415
    return document.made(plan)


PLAN_FORMATS: Mapping[str, Writer] = MappingProxyType(
    {"markdown": _markdown, "html": _html, "json": plan_json.write}
)

PLAN_BINARY: Mapping[str, BytesOf] = MappingProxyType({"docx": _docx})

PLAN_EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": TERMINAL,
        ".md": "markdown",
        ".html": "html",
        ".json": "json",
        ".docx": "docx",
    }
)
"""The format that a file's ending means."""
