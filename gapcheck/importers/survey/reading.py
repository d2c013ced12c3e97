"""A survey's answers to a source: a share for each question, and no respondent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gapcheck.importers.grids.grid import Grid
from gapcheck.importers.grids.reading import read_grids
from gapcheck.importers.survey.answers import given, same
from gapcheck.importers.survey.plan import Question, SurveyMap
from gapcheck.importers.survey.table import Answered, answered
from gapcheck.model.brought import Brought, Coding, Document, Fate, Passage, Tally
from gapcheck.model.unfit import Unfit
from gapcheck.near import did_you_mean


def read_survey(name: str, data: bytes, plan: SurveyMap) -> Brought:
    """The shares that a table of answers comes to by a map.

    Unfit where the map names a column that is not there or says who somebody is, or where no row
    is left. Small counts are not hidden here: what is published is decided elsewhere.
    """
    grid = _fitting(read_grids(name, data), plan)
    whole = answered(grid)
    table = _narrowed(whole, plan)
    tallies: list[Tally] = [Tally(Fate.TAKEN, "respondents", len(table.rows))]
    passages = [*_shares(table, plan, tallies), *_texts(table, plan)]
    fields = {
        "source": plan.source,
        "lsp": plan.lsp,
        "kind": "survey",
        "date": plan.date,
        "respondents": plan.respondents,
        "of": len(table.rows),
    }
    document = Document(
        key=plan.source,
        name=plan.source,
        passages=tuple(passages),
        folder=plan.lsp,
        fields={key: value for key, value in fields.items() if value},
    )
    return Brought(
        file=name,
        documents=(document,),
        tallies=(*tallies, *_left(whole, plan)),
        mishaps=grid.mishaps,
    )


def _columns(plan: SurveyMap) -> Iterator[str]:
    yield from (each.column for each in plan.questions)
    yield from plan.texts
    yield from plan.only_where


def _fitting(grids: tuple[Grid, ...], plan: SurveyMap) -> Grid:
    """The sheet that has the most of the columns which the map names."""
    wanted = {same(column) for column in _columns(plan)}
    return max(grids, key=lambda grid: len(wanted & {same(cell) for cell in grid.rows[0].cells}))


def _narrowed(table: Answered, plan: SurveyMap) -> Answered:
    """The rows that the map is about."""
    for head, values in plan.only_where.items():
        column = table.column(head)
        wanted = {same(value) for value in values}
        rows = tuple(row for row in table.rows if wanted & given(row[column]))
        if not rows:
            near = did_you_mean(values[0], set(table.cells(column)))
            raise Unfit(f"no row has {' or '.join(values)} in the column `{head}`", near)
        table = replace(table, rows=rows)
    return table


def _shares(table: Answered, plan: SurveyMap, tallies: list[Tally]) -> Iterator[Passage]:
    unanswered, strange = [], []
    for number, question in enumerate(plan.questions, start=1):
        column = table.column(question.column)
        aside = {same(each) for each in question.not_counted}
        answers = [given(cell) for cell in table.cells(column) if cell and same(cell) not in aside]
        strange += [each for each in question.met if not any(same(each) in a for a in answers)]
        if not answers:
            unanswered.append(question.column)
            continue
        wanted = {same(each) for each in question.met}
        met = sum(bool(wanted & each) for each in answers)
        yield _share(table, question, column, number, (met, len(answers)))
    if unanswered:
        why = "nobody answered them"
        tallies.append(Tally(Fate.LEFT, "questions", len(unanswered), why, tuple(unanswered)))
    if strange:
        why = "nobody gave them; see that the map spells them as the table does"
        tallies.append(Tally(Fate.LEFT, "answers of the map", len(strange), why, tuple(strange)))


def _share(
    table: Answered, question: Question, column: int, number: int, share: tuple[int, int]
) -> Passage:
    met, of = share
    asked = " ".join(table.heads[column].split())
    end = "" if asked.endswith(("?", ".", "!", "…")) else "."
    said = " or ".join(question.met)
    fields = {"imperative": question.imperative, "share": {"met": met, "of": of}}
    return Passage(
        text=f"{met} of {of} answered {said} to: {asked}{end}",
        where=table.grid.where(table.heads, column),
        codings=(Coding(fields=fields),),
        fields={"id": question.id or f"q{number}"},
    )


def _texts(table: Answered, plan: SurveyMap) -> Iterator[Passage]:
    """Free answers, each an excerpt that nobody has looked at."""
    for number, head in enumerate(plan.texts, start=1):
        column = table.column(head)
        filled = [row for row in table.rows if row[column]]
        for count, row in enumerate(filled, start=1):
            yield Passage(
                text=row[column],
                where=table.grid.where(row, column),
                asked=" ".join(table.heads[column].split()),
                fields={"id": f"t{number}-{count}"},
            )


def _left(table: Answered, plan: SurveyMap) -> Iterator[Tally]:
    """The columns that were not taken, by their heads."""
    taken = {same(column) for column in _columns(plan)}
    spare = [at for at, cell in enumerate(table.heads.cells) if cell.strip()]
    spare = [at for at in spare if same(table.heads[at]) not in taken]
    for personal, why in (
        (True, "they may say who somebody is or when they answered, and are never taken"),
        (False, "the map does not name them"),
    ):
        names = tuple(table.heads[at] for at in spare if table.is_personal(at) is personal)
        if names:
            yield Tally(Fate.LEFT, "columns", len(names), why, names)
