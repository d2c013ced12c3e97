"""A table of findings after GRADE-CERQual: finding, confidence, why, and what contributes.

After Lewin and others, "Applying GRADE-CERQual to qualitative evidence synthesis findings",
Implementation Science 13 (Suppl 1), 2018. It was made for findings of reviews; here it is adapted
to single cases, and says so.
"""

from __future__ import annotations

from collections import Counter

from gapcheck.model.choices import Shown
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.reports import board, phrases, sentences, words
from gapcheck.reports.annexes.annex import Annex
from gapcheck.reports.choosing import findings_of


def cerqual(_: Corpus, report: Report) -> Annex:
    """The findings that carry a confidence, partnership by partnership, gaps first."""
    rows: list[tuple[str, ...]] = []
    number = 0
    for part in report.partnerships:
        judged = [each for each in findings_of(part, report) if each.confidence]
        if judged:
            rows.append((part.partnership.name,))
        for finding in judged:
            number += 1
            rows.append((str(number), *_row(finding)))
    left = sum(each.confidence is None for each in report.findings)
    return Annex(
        title="Summary of findings (after GRADE-CERQual)",
        lead=(
            f"{phrases.counted(number, 'finding')} with the confidence that one may have in each. "
            f"{phrases.counted(left, 'finding carries', 'findings carry')} none: not known, or not "
            "applicable.",
        ),
        head=("No.", "Finding", "Confidence", "Why", "What contributes"),
        widths=(5, 36, 13, 26, 20),
        rows=tuple(rows),
        after=(
            "Confidence starts at high and falls by a step for each concern about methods, "
            "coherence, adequacy or relevance. GRADE-CERQual was made for findings of reviews of "
            "many studies; here it is adapted to findings on single places.",
        ),
    )


def _row(finding: Finding) -> tuple[str, ...]:
    concerns = " ".join(
        f"{each.component.capitalize()}: {phrases.inside(phrases.sentence(each.why))}"
        for each in finding.concerns
    )
    said = words.VERDICTS[finding.verdict]
    return (
        f"{board.short_name(finding)}: {phrases.inside(said.screen)}. "
        f"{phrases.sentence(finding.why)}",
        board.level(finding),
        concerns or "No concern.",
        _contributing(finding),
    )


def _contributing(finding: Finding) -> str:
    """The sources that count, by kind; for everybody that those are not told."""
    if finding.shown is not Shown.WHOLE:
        return "not told"
    own = {each.source: each.kind for each in finding.statements if each.excluded is None}
    kinds = Counter(own.values())
    return phrases.joined(sentences.of_kind(kind, number) for kind, number in kinds.items())
