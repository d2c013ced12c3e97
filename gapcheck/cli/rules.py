"""`gapcheck rules`: what the checks look for, and how verdicts are reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from gapcheck.assess.rules import RULES, Rule
from gapcheck.checks.catalogue import CATALOGUE, RuleEntry
from gapcheck.cli.options import AsciiOption, OutputOption, WidthOption
from gapcheck.cli.output import draw
from gapcheck.cli.refusals import Refused
from gapcheck.near import did_you_mean
from gapcheck.reports.screen import Screen
from gapcheck.reports.words import VERDICTS
from gapcheck.reports.wrapping import cells, wrap

Line = tuple[str, str]
"""What stands at the margin, and the words that are wrapped beside it."""


def rules(
    rule: Annotated[str | None, typer.Argument(help="One rule, to be explained.")] = None,
    output: OutputOption = None,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long texts on a terminal.")] = True,
) -> None:
    """List the rules of `check` and of the verdicts, or explain one of them."""
    verdicts = {one.name: one for one in RULES}
    if rule is None:
        lines = list(_all())
    elif rule in CATALOGUE:
        lines = list(_check_rule(CATALOGUE[rule]))
        lines += [("", ""), *_verdict_rule(verdicts[rule])] if rule in verdicts else []
    elif rule in verdicts:
        lines = list(_verdict_rule(verdicts[rule]))
    else:
        advice = did_you_mean(rule, (*CATALOGUE, *verdicts)) or "`gapcheck rules` lists them all."
        raise Refused(f"There is no rule called {rule}. {advice}")
    draw(
        lambda console: _print(lines, console),
        output,
        width=width,
        ascii_only=ascii_only,
        page=pager,
    )


def _print(lines: list[Line], console: Screen) -> None:
    for head, words in lines:
        # All lines of an entry but the first hang under its words.
        wrapped = wrap([(words, "")], console.width - cells(head)) or [[]]
        for number, line in enumerate(wrapped):
            said = "".join(run[0] for run in line)
            console.print(Text((" " * cells(head) if number else head) + said), no_wrap=True)


def _all() -> Iterator[Line]:
    yield "", "How a verdict is reached: the rules in the order in which they are tried"
    yield "", ""
    for number, one in enumerate(RULES, 1):
        yield f"{number:3}  {one.name:18} ", VERDICTS[one.verdict].screen
    yield "", ""
    yield "", "What `gapcheck check` looks for"
    yield "", ""
    for entry in CATALOGUE.values():
        yield f"{entry.severity:8} {entry.name:22} ", entry.summary
    yield "", ""
    yield "", "gapcheck rules NAME   explains one of them"


def _check_rule(entry: RuleEntry) -> Iterator[Line]:
    graver = f"; {entry.public} for the public" if entry.public is not entry.severity else ""
    yield "", f"{entry.name} ({entry.severity}, found by `gapcheck check`{graver})"
    yield "", ""
    yield "", entry.summary
    if entry.story:
        yield "", ""
        # The story is wrapped in its source; here the terminal wraps it.
        for paragraph in entry.story.split("\n\n"):
            yield "", " ".join(paragraph.split())
    for head, example in (("Wrong:", entry.wrong), ("Right:", entry.right)):
        if example:
            yield from (("", ""), ("", head), ("", ""))
            # No line of it is wrapped: it is there to be copied.
            yield from ((f"    {line}", "") for line in example.splitlines())


def _verdict_rule(one: Rule) -> Iterator[Line]:
    number = RULES.index(one) + 1
    words = VERDICTS[one.verdict]
    yield "", f"{one.name} (rule {number} of {len(RULES)} of a verdict)"
    yield "", ""
    yield "When:     ", one.when
    yield "Verdict:  ", f"{words.screen} ({one.verdict}). {words.sentence}"
