"""The map of a survey: which question bears on which imperative, and which answers count as met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from gapcheck.model.unfit import Unfit
from gapcheck.schema import parts
from gapcheck.source.builder import build
from gapcheck.source.text import decode
from gapcheck.source.validate import Format


@dataclass(frozen=True, slots=True)
class Question:
    """A column whose answers come to a share; empty answers are never counted."""

    column: str
    imperative: str
    met: tuple[str, ...]
    not_counted: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class SurveyMap:
    """A source to be made of a table, out of the rows that `only_where` leaves.

    `texts` are columns of free text, each answer of which becomes an excerpt to be reviewed.
    """

    source: str
    date: str
    respondents: str
    questions: tuple[Question, ...]
    lsp: str = ""
    only_where: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    texts: tuple[str, ...] = ()


def read_survey_map(name: str, data: bytes) -> SurveyMap:
    """The map that a YAML file holds; Unfit with the first thing that is wrong in it."""
    text, trouble = decode(data)
    if trouble is None:
        document = build(name, text, _format().shape)
        found = document.troubles or _format().troubles(document)
        if not found:
            return _map(document.value)
        # A key that is misspelt is missing too, and the misspelling is the better help.
        trouble = min(found, key=lambda one: one.rule != "unknown-key")
    line = trouble.span[0] + 1
    raise Unfit(f"line {line} of the map: {trouble.message}", trouble.help)


def _map(value: Any) -> SurveyMap:
    return SurveyMap(
        source=value["source"],
        date=value["date"],
        respondents=value["respondents"],
        questions=tuple(
            Question(
                column=one["column"],
                imperative=one["imperative"],
                met=tuple(one["met"]),
                not_counted=tuple(one.get("not_counted", value.get("not_counted", ()))),
                id=one.get("id", ""),
            )
            for one in value["questions"]
        ),
        lsp=value.get("lsp", ""),
        only_where={
            column: (said,) if isinstance(said, str) else tuple(said)
            for column, said in value.get("only_where", {}).items()
        },
        texts=tuple(value.get("texts", ())),
    )


@cache
def _format() -> Format:
    answers = parts.listing({"type": "string"}, "Answers as they stand in the table.")
    question = {
        "column": parts.text("The head of the column."),
        "imperative": parts.imperative(),
        "met": {**answers, "minItems": 1},
        "not_counted": answers,
        "id": parts.identifier("excerpt id"),
    }
    needed = ("column", "imperative", "met")
    properties = {
        "source": parts.identifier("source id"),
        "lsp": parts.identifier("partnership"),
        "date": parts.date(),
        "respondents": parts.identifier("sector"),
        "only_where": parts.table(parts.one_or_more(parts.text())),
        "not_counted": answers,
        "questions": parts.listing(parts.record("a question", needed, question)),
        "texts": parts.listing(parts.text("The head of a column of free text.")),
    }
    return Format(
        parts.record("a survey map", ("source", "date", "respondents", "questions"), properties)
    )
