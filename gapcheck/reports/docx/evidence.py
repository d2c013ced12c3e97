"""What people said, in a document: the words, then whose they are, what they say, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gapcheck.model.finding import Background, Statement
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.docx.blocks import Paragraph, Run, Said, paragraph
from gapcheck.reports.html.quotations import Quotation, background, quotation


def quoted(statement: Statement, settings: Settings, *, stance: bool = True) -> list[Paragraph]:
    """One statement: its words, then who said so. Serif is for words that were said alone."""
    own = quotation(statement, settings)
    return list(_quoted(own, own.stance if stance else ""))


def national(said: Background) -> list[Paragraph]:
    """A national source's words: in none of the counts."""
    own = background(said)
    return list(_quoted(own, own.stance))


def _quoted(own: Quotation, stance: str) -> Iterator[Paragraph]:
    style = "Quote" if own.spoken else "Quoted Note"
    yield paragraph(style, Run(own.words, language=own.language))
    if own.translation:
        yield paragraph("Quoted Note", own.translation)
    said = [f"{stance}." if stance else "", phrases.sentence(own.speaker), own.notes]
    told = " ".join(filter(None, said))
    where: list[Said] = [" ", Run(own.place, "Place")] if own.place else []
    yield paragraph("Quote Source", told, *where)


def speaking(statements: Iterable[Statement], settings: Settings) -> str:
    """The sectors of the statements, in the vocabulary's order: `council and residents`."""
    heard = {statement.sector for statement in statements}
    known = [each for each in settings.vocabulary.sectors if each in heard]
    own = sorted(heard.difference(known))
    return phrases.joined(phrases.sector(each, settings) for each in (*known, *own))
