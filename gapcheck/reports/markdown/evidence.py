"""Evidence as block quotes: the words, what they say of practice, whose they are, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gapcheck.model.choices import Words
from gapcheck.model.finding import Statement
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.markdown.text import block_quote, code, inline
from gapcheck.reports.words import SUSPECT_NOTE


def speaking(statements: Iterable[Statement], settings: Settings) -> str:
    """The sectors of the statements, in the vocabulary's order: `council and residents`."""
    heard = {statement.sector for statement in statements}
    known = [each for each in settings.vocabulary.sectors if each in heard]
    own = sorted(heard.difference(known))
    return inline(phrases.joined(phrases.sector(each, settings) for each in (*known, *own)))


def quotation(statement: Statement, settings: Settings, indent: str = "") -> Iterator[str]:
    """One statement: its words, then who said so; notes never in quotation marks."""
    yield from block_quote(phrases.quoted(statement), indent)
    yield f"{indent}>"
    if statement.translation:
        yield from block_quote(_translated(statement), indent)
        yield f"{indent}>"
    yield f"{indent}> {attribution(statement, settings)}"
    yield ""


def attribution(statement: Statement, settings: Settings) -> str:
    """`Says no. Resident, residents, May 2006. evidence/…:29`."""
    said = [
        f"{inline(phrases.stance(statement))}.",
        inline(phrases.sentence(phrases.speaker(statement, settings))),
    ]
    if statement.share:
        cuts = settings.thresholds
        said.append(
            f"Share: {phrases.share(statement.share)} "
            f"(cuts at {cuts.absent_at:g} and {cuts.happens_at:g} %)."
        )
    if statement.stale:
        said.append("Stale: counts, but lowers confidence.")
    if statement.set_aside:
        said.append("Set aside: others know of it.")
    if statement.suspect:
        said.append(SUSPECT_NOTE)
    if statement.location:
        said.append(code(str(statement.location)))
    return " ".join(said)


def _translated(statement: Statement) -> str:
    text = (statement.translation or "").strip()
    marked = f"Notes: {text}" if statement.words is Words.NOTES else f"“{text}”"
    return f"In English (from {statement.language}): {marked}"
