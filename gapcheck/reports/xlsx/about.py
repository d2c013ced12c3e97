"""What the workbook is and what it cannot say, on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.report import Report
from gapcheck.reports import facts, narrowed, phrases, sentences, words
from gapcheck.reports.choosing import findings_of
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.provenance import provenance
from gapcheck.reports.xlsx.sheet import Column, Sheet, cell

SHEETS = (
    ("Framework", "Cases by imperatives: verdict, reason, confidence, and the numbers of quotes."),
    ("Quotes", "What was said, numbered, where it may be shown; who speaks, and where it stands."),
    ("Presence", "1: something that counts was heard; 0: nothing was; empty: it does not apply."),
    ("Baseline", "Imperative by imperative, with columns to fill in: action, lead, deadline."),
    ("Codebook", "What was looked for."),
)


def about(report: Report) -> Sheet:
    """Labels and what stands beside them."""
    rows = tuple((cell(label, "name"), cell(said)) for label, said in _told(report))
    return Sheet("About", (Column("About", 24), Column("", 100)), rows, filtered=False)


def notices(report: Report) -> list[str]:
    """What every sheet says above its table: what is invented, for whom it is, what it is of."""
    said = [f"Illustrative. {each}" for each in (sentences.banner(report),) if each]
    own = edition(report)
    said += [f"{HEAD} {own[0]}"] if own else []
    part = narrowed.narrowed(report)
    said += [part] if part else []
    return said + [f"Left out, because files have errors: {each}" for each in report.left_out]


def _told(report: Report) -> Iterator[tuple[str, str]]:
    yield from (("", each) for each in edition(report)[1:])
    if report.whole_study:
        yield "Study", report.settings.title
        yield from facts.of_study(report)
    for part in () if report.whole_study else report.partnerships:
        yield "Partnership", part.partnership.name
        yield from facts.of_partnership(part, findings_of(part, report), report)
        yield "In short", sentences.summary(part)
    yield from ((f"Sheet {name}", said) for name, said in SHEETS)
    yield from _words()
    yield from (("Limits", each) for each in sentences.limits(report))
    yield from provenance(report)


def _words() -> Iterator[tuple[str, str]]:
    for verdict, said in words.VERDICTS.items():
        yield f"{words.marks(verdict).glyph} {said.screen}", said.sentence
    for level, said_of in words.CONFIDENCES.values():
        yield f"Confidence {phrases.inside(level)}", said_of
    yield "Fragile", "Leaving out one source would change the verdict."
