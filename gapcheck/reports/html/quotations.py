"""What somebody said, as a page shows it: the words, whether they are speech, whose, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gapcheck.model.choices import Words
from gapcheck.model.finding import Background, Statement
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases
from gapcheck.reports.words import SUSPECT_NOTE

_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CUT = " […]"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One statement: `spoken` where its words are speech or writing, and not somebody's notes.

    `language` is that of the words where it is not English; `notes` is what else must be said of
    them; `place` is where they stand in the files, empty where that is not told.
    """

    stance: str
    words: str
    spoken: bool
    speaker: str
    language: str = ""
    translation: str = ""
    notes: str = ""
    place: str = ""


def quotation(
    statement: Statement, settings: Settings, *, most: int = 0, inside: str = ""
) -> Quotation:
    """A statement as it is shown; cut after `most` letters where that is not 0.

    Places inside the folder `inside` are named without it, and without a file's ending.
    """
    told = _cut(statement, most) if most else statement
    spoken = told.quote is not None and told.words is Words.VERBATIM and told.share is None
    return Quotation(
        stance=phrases.stance(told),
        words=phrases.quoted(told),
        spoken=spoken,
        speaker=phrases.speaker(told, settings),
        language=language(told.language) if spoken or told.words is Words.NOTES else "",
        translation=_translation(told),
        notes=" ".join(_notes(told, settings)),
        place=_place(told, inside),
    )


def _place(statement: Statement, inside: str) -> str:
    where = statement.location
    if where is None:
        return ""
    if not inside or not where.path.startswith(inside):
        return str(where)
    return f"{where.path.removeprefix(inside).removesuffix('.yaml')}:{where.line}"


def language(tag: str) -> str:
    """A language's tag where it is one, and not English's."""
    known = _LANGUAGE.fullmatch(tag) is not None
    return tag if known and tag.partition("-")[0].lower() != "en" else ""


def _cut(statement: Statement, most: int) -> Statement:
    return replace(
        statement,
        quote=shortened(statement.quote, most),
        translation=shortened(statement.translation, most),
    )


def shortened(text: str | None, most: int) -> str | None:
    """The text up to the last word that ends within `most` letters, with a mark of the cut."""
    if text is None or len(text.strip()) <= most:
        return text
    head = text.strip()[: most + 1]
    kept = head[:most] if " " not in head else head.rpartition(" ")[0]
    return kept.rstrip(" ,;:–-") + _CUT


def _translation(statement: Statement) -> str:
    text = (statement.translation or "").strip()
    if not text or statement.quote is None:
        return ""
    marked = f"Notes: {text}" if statement.words is Words.NOTES else f"“{text}”"
    return f"In English (from {statement.language}): {marked}"


def _notes(statement: Statement, settings: Settings) -> Iterator[str]:
    if statement.share:
        cuts = settings.thresholds
        yield (
            f"Share: {phrases.share(statement.share)} "
            f"(cuts at {cuts.absent_at:g} and {cuts.happens_at:g} %)."
        )
    if statement.stale:
        yield "Stale: counts, but lowers confidence."
    if statement.set_aside:
        yield "Set aside: others know of it."
    if statement.suspect:
        yield SUSPECT_NOTE


def background(said: Background) -> Quotation:
    """A national source's words beside a finding: in none of its counts."""
    return Quotation(
        stance="National, counts for nothing here",
        words=said.text.strip(),
        spoken=False,
        speaker=phrases.sentence(said.citation or said.source),
        place=str(said.location),
    )
