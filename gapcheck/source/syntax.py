"""libyaml's complaints in words that help somebody who never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from gapcheck.source.document import Span, Trouble

_KEY = re.compile(r"(?P<before>\s*(?:- +)*(?:\{ *)?)(?P<key>[A-Za-z_][\w-]*) *:(?P<value>.*)")
_SAYS = (
    ("mapping values are not allowed", "there is a second colon, which YAML takes for another key"),
    ("block sequence entries", "a dash begins these words, which YAML takes for a list"),
    (
        "mapping keys are not allowed",
        "a question mark begins these words, which YAML takes for a key",
    ),
    ("cannot start any token", "no plain words may begin with {character}"),
    ("expected ',' or ']'", "a bracket [ is opened and never closed"),
    ("expected ',' or '}'", "a brace {{ is opened and never closed"),
    ("expected comment or line break", "words stand on the line of the sign | or >"),
    ("expected node content", "a value is missing before {character}"),
    (
        "expected key",
        "this line fits nothing above it: look at the spaces before it and the quotes",
    ),
    (
        "expected '-' indicator",
        "this line is neither part of the list above it nor indented under it",
    ),
    ("unknown escape character", "a backslash in double quotes begins an escape, and this is none"),
    ("Unicode character escape", "this escape stands for no character"),
)


def under(key: str) -> str:
    """The advice that mends most of what prose does to YAML."""
    return f"Put the words under `{key}: >`, on the next line and indented."


def explain(error: Any, text: str, prose: Collection[str]) -> Trouble:
    """What a parser's error means; `prose` names the keys whose values are people's words."""
    lines = text.splitlines() or [""]
    mark = error.problem_mark or error.context_mark
    problem = str(error.problem or "")
    span = _span(mark, lines)
    if _tab(mark, lines):
        return _fatal(
            span,
            "tab-indentation",
            "a tab indents this line",
            "Indent with spaces; most editors can do that for you.",
        )
    key, start = _prose_above(span[0], lines, prose)
    if "end of stream" in problem and error.context_mark:
        span = _span(error.context_mark, lines)
        advice = under(key) if key else "Close it, or leave it out."
        return _fatal(
            span, "unclosed-quote", "a quotation mark opens here and never closes", advice
        )
    if key and start is not None:
        message = f"YAML cannot read the words after `{key}:`, since {_say(problem, mark, lines)}"
        return _fatal(span, "yaml-syntax", message, under(key))
    return _fatal(span, "yaml-syntax", _say(problem, mark, lines), "")


def _fatal(span: Span, rule: str, message: str, advice: str) -> Trouble:
    return Trouble((), span, rule, message, advice, fatal=True)


def _span(mark: Any, lines: list[str]) -> Span:
    # A problem at the very end of a file has a mark on a line that is not there.
    line = min(mark.line, len(lines) - 1)
    column = mark.column if line == mark.line else len(lines[line])
    return line, column, line, column + 1


def _tab(mark: Any, lines: list[str]) -> bool:
    line = lines[mark.line] if mark.line < len(lines) else ""
    return "\t" in line[: len(line) - len(line.lstrip())]


def _say(problem: str, mark: Any, lines: list[str]) -> str:
    line = lines[mark.line] if mark.line < len(lines) else ""
    character = f"`{line[mark.column]}`" if mark.column < len(line) else "the end of the line"
    for part, words in _SAYS:
        if part in problem:
            return words.format(character=character)
    return f"YAML stops here: {problem}"


def _prose_above(line: int, lines: list[str], prose: Collection[str]) -> tuple[str, int | None]:
    """The prose key on this line, or on the line that this one goes on from, if there is one."""
    here = lines[line]
    indent = len(here) - len(here.lstrip())
    for number in range(line, -1, -1):
        found = _KEY.match(lines[number])
        if not found:
            continue
        if number < line and (found["key"] not in prose or len(found["before"]) > indent):
            return "", None
        value = found["value"].strip()
        if found["key"] in prose and value and not re.fullmatch(r"[|>][-+\d]*", value):
            return found["key"], number
        if number < line:
            return "", None
    return "", None
