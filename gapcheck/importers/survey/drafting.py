"""A map of a survey to be filled in, with the answers that were given counted beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gapcheck.importers.grids.grid import Grid
from gapcheck.importers.survey.answers import counted, is_chosen
from gapcheck.importers.survey.table import Answered, answered
from gapcheck.source.typed import quoted

_ASIDE = ("Don't know", "Not sure", "Not applicable", "N/A", "Prefer not to say")


def draft_survey_map(grid: Grid) -> str:
    """The draft in YAML. It repeats no answer that is somebody's own words."""
    table = answered(grid)
    columns = [at for at, cell in enumerate(table.heads.cells) if cell.strip()]
    personal = [at for at in columns if table.is_personal(at)]
    found = {at: counted(table.cells(at)) for at in columns if at not in personal}
    chosen = {at: answers for at, answers in found.items() if is_chosen(answers)}
    free = [at for at in found if at not in chosen]
    return "\n".join(_lines(table, chosen, free, personal)) + "\n"


def _lines(
    table: Answered, chosen: dict[int, Counter[str]], free: list[int], personal: list[int]
) -> Iterator[str]:
    yield "# A map of the survey. Fill in `imperative` and `met` of the questions that bear on one,"
    yield "# and delete the others. Numbers are how often an answer was given."
    yield "source: svy-example"
    yield "date: 2012 # when it was held"
    yield "respondents: vcs # the sector of those who answered"
    yield "# lsp: northtown"
    yield "# only_where: {Partnership: Northtown}"
    yield f"not_counted: [{', '.join(map(quoted, _ASIDE))}]"
    yield "questions:" if chosen else "questions: []"
    for at, answers in chosen.items():
        yield f"  - column: {quoted(_head(table, at))}"
        yield "    imperative:"
        yield "    met: []"
        for answer, times in answers.most_common():
            yield f"    # {times} x {quoted(answer)}"
    yield "# Free text: name a column under `texts` to make an excerpt of each of its answers."
    yield "texts: []"
    yield from (f"# - {quoted(_head(table, at))}" for at in free)
    if personal:
        yield "# Never taken, because they may say who somebody is or when they answered:"
        yield from (f"# - {quoted(_head(table, at))}" for at in personal)


def _head(table: Answered, column: int) -> str:
    return " ".join(table.heads[column].split())
