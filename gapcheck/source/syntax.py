"""A parser's complaints in words that help somebody who never heard of YAML.

libyaml and PyYAML's own parser word them differently, and the latter quotes the file, so nothing
of what they say is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from gapcheck.source.document import Path, Span, Trouble

_KEY = re.compile(r"(?P<before>\s*(?:- +)*(?:\{ *)?)(?P<key>[A-Za-z_][\w-]*) *:(?P<value>.*)")
_SAYS = (
    ("mapping values are not", "there is a second colon, which YAML takes for another key"),
    ("sequence entries are not", "a dash begins these words, which YAML takes for a list"),
    ("mapping keys are not", "a question mark begins these words, which YAML takes for a key"),
    ("cannot start any token", "no plain words may begin with {character}"),
    ("expected ',' or ']'", "a bracket [ opens here, and no ] closes it"),
    ("expected ',' or '}'", "a brace {{ opens here, and no }} closes it"),
    ("or (a )?line break|chomping", "words stand on the line of the sign | or >"),
    ("expected (the )?node content", "a value is missing before {character}"),
    ("alphabetic or numeric", "no plain words may begin with the sign * or &"),
    ("tag URI|URI|'>'|tag handle", "no plain words may begin with the sign !"),
    (
        "expected key|expected '-' indicator|<block end>",
        "this line fits nothing above it: look at the spaces before it and the quotes",
    ),
    ("unknown escape", "a backslash in double quotes begins an escape, and this is none"),
    ("Unicode character|hexa?decimal", "this escape stands for no character"),
    ("expected ':'", "a key is missing its colon"),
    ("document indicator|document separator|document start", "a second YAML document begins here"),
)
_CLOSED = re.compile(r"[\"'\]}]\s*\Z")


def advise(path: Path) -> str:
    """The advice that mends most of what prose does to YAML, for the words at `path`."""
    key = path[-1] if path else None
    if not isinstance(key, str):
        return "Put the words under `- >`, on the next line and indented."
    return f"Put the words under `{key}: >`, on the next line and indented."


def explain(error: Any, text: str, prose: Collection[str]) -> Trouble:
    """What a parser's error means; `prose` names the keys whose values are people's words."""
    lines = text.splitlines() or [""]
    mark = error.problem_mark or error.context_mark
    problem = str(error.problem or "")
    if _tab(mark, lines):
        return _fatal(
            _span(mark, lines),
            "tab-indentation",
            "a tab indents this line",
            "Indent with spaces; most editors can do that for you.",
        )
    # What is opened and never closed is noticed far below; the place to look is where it opens.
    endless = "end of stream" in problem
    opened = error.context_mark if endless or re.search("expected (',' or|':')", problem) else None
    span = _span(opened or mark, lines)
    key = _prose_above(span[:2], lines, prose)
    advice = advise((key,)) if key else _quote(lines[span[0]], prose)
    if endless and opened:
        message = "a quotation mark opens here and never closes"
        return _fatal(span, "unclosed-quote", message, advice or "Close it, or leave it out.")
    said = _say(problem, mark, lines)
    if key:
        said = f"YAML cannot read the words after `{key}:`, since {said}"
    return _fatal(span, "yaml-syntax", said, advice)


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
    character = f"the sign {line[mark.column]}" if mark.column < len(line) else "the line's end"
    for pattern, words in _SAYS:
        if re.search(pattern, problem):
            if words.startswith("this line") and _CLOSED.search(line[: mark.column]):
                return "more words follow where quotation marks or brackets have closed"
            return words.format(character=character)
    return "YAML cannot read on from here"


def _quote(line: str, prose: Collection[str]) -> str:
    """The advice for words within braces; empty where no prose stands within any on the line."""
    for found in re.finditer(r"[{,]\s*(\w+)\s*:", line):
        if found[1] in prose:
            return f"Put the words in quotation marks, or out of the braces under `{found[1]}: >`."
    return ""


def _prose_above(at: tuple[int, int], lines: list[str], prose: Collection[str]) -> str:
    """The prose key before this place, or on the line that its line goes on from; else empty."""
    line, column = at
    here = lines[line]
    indent = len(here) - len(here.lstrip())
    for number in range(line, -1, -1):
        found = _KEY.match(lines[number])
        if not found:
            continue
        if number < line and (found["key"] not in prose or len(found["before"]) > indent):
            return ""
        value = found["value"].strip()
        words = value and not re.fullmatch(r"[|>][-+\d]*", value) and column > found.start("key")
        if number < line or (found["key"] in prose and words):
            return found["key"]
    return ""
