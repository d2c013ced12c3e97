"""What somebody who opens the workbook has to know, on its first sheet."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.corpus import Corpus
from gapcheck.model.workbook import CODES, EXCERPTS, NOTHING, SOURCES, WITHHELD, Head

Line = tuple[str, str]
"""A label, and what stands beside it."""

_TOLD = {
    "source": "The source's id: small letters, digits, - _ and full stops. It is its file's name.",
    "lsp": "The partnership, or `national` where the source speaks of no one of them.",
    "kind": "What kind of source it is.",
    "date": "When it was held or written: 2012-05-14, 2012-05 or 2012.",
    "speaker": "Who speaks, by a pseudonym such as P03. Never a name.",
    "author": "Of documents, minutes, accounts and evaluations: the sector of who wrote it.",
    "respondents": "Of surveys: the sector of those who answered; `of` says how many they were.",
    "consent: quote": "What was promised. Several speakers: say it in the row of each of them.",
    "excerpt": "The excerpt's id within its source, such as x1.",
    "at": "Where in the source: a time, a page, a paragraph.",
    "about": "The time that it speaks of, where that is not the source's date.",
    "text": "The words. Never shorten them here; Alt and Enter begin a new line.",
    "themes": "Several are typed with semicolons between: late papers; trust.",
    "reviewed": "yes, once somebody has looked what it says about any imperative.",
    "imperative": f"Its name from the list. `{NOTHING}` where a coder found none in it.",
    "stance": "Is it practised? Not whether the speaker likes it.",
    "share": "Of surveys, in place of a stance: 19 of 38, or 28%.",
    "coder": "Who coded it; left empty, the coder of the source.",
}


def instructions(corpus: Corpus, withheld: int) -> Iterator[Line]:
    """The lines of the sheet; what is invented comes first."""
    yield from _invented(corpus)
    yield "Study", corpus.settings.title or "A study without a title."
    yield "For", "The team that made it: it may hold words of participants. Not for publication."
    if withheld:
        yield (
            "Withheld",
            f"{withheld} of the excerpts may not be shown here by what was promised. "
            f"Their rows say `{WITHHELD}`: leave them, and nothing happens to their words.",
        )
    yield "How", "Fill in Sources, then Excerpts, then Codes: a row each. Save it as .xlsx."
    yield "", "Grey lists in a cell offer what may stand there. Columns may change places."
    yield "", "Empty cells say nothing. What is not in this workbook stays in the study's files."
    for sheet, heads in (("Sources", SOURCES), ("Excerpts", EXCERPTS), ("Codes", CODES)):
        yield from _columns(sheet, heads)


def _invented(corpus: Corpus) -> Iterator[Line]:
    invented = [each.name for each in corpus.partnerships if each.illustrative]
    if invented and len(invented) == len(corpus.partnerships):
        yield "Illustrative", "Everything in this workbook is invented."
    elif invented:
        yield "Illustrative", f"Invented in this workbook: {', '.join(invented)}."


def _columns(sheet: str, heads: tuple[Head, ...]) -> Iterator[Line]:
    yield f"Sheet {sheet}", ""
    for head in heads:
        if head.name in _TOLD:
            yield head.name, _TOLD[head.name]
