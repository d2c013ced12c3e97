"""COREQ, filled from the study: what its files say of each item, and what is left to write.

The checklist is that of Tong, Sainsbury and Craig, "Consolidated criteria for reporting qualitative
research (COREQ)", International Journal for Quality in Health Care 19 (6), 2007, 349-357: 32 items
in three domains, here by short names of our own.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.reports.annexes import coreq_answers as said
from gapcheck.reports.annexes.annex import Annex
from gapcheck.reports.annexes.fieldwork import Fieldwork

Answer = Callable[[Fieldwork], str]

TEAM, DESIGN, ANALYSIS = (
    "Research team and reflexivity",
    "Study design",
    "Analysis and findings",
)

ITEMS: tuple[tuple[str, str, Answer | None], ...] = (
    (TEAM, "Who asked", None),
    (TEAM, "What they are qualified by", None),
    (TEAM, "What they do", None),
    (TEAM, "Their gender", None),
    (TEAM, "Their experience and training", None),
    (TEAM, "Whether they knew participants before", None),
    (TEAM, "What participants knew of them", None),
    (TEAM, "Their interests and assumptions", None),
    (DESIGN, "Method and theory behind it", said.orientation),
    (DESIGN, "How participants were chosen", None),
    (DESIGN, "How they were approached", None),
    (DESIGN, "How many took part", said.size),
    (DESIGN, "Who refused or withdrew, and why", said.withdrawn),
    (DESIGN, "Where it was done", None),
    (DESIGN, "Who else was present", None),
    (DESIGN, "Who took part", said.sample),
    (DESIGN, "What was asked", said.guide),
    (DESIGN, "Who was seen again", said.again),
    (DESIGN, "How it was recorded", said.recording),
    (DESIGN, "Field notes", said.notes),
    (DESIGN, "How long it took", None),
    (DESIGN, "Whether enough was heard", said.enough),
    (DESIGN, "Whether transcripts were given back", None),
    (ANALYSIS, "How many coded", said.coders),
    (ANALYSIS, "The coding frame", said.frame),
    (ANALYSIS, "Where themes come from", said.themes),
    (ANALYSIS, "Software", said.software),
    (ANALYSIS, "Whether participants saw the findings", None),
    (ANALYSIS, "Quotations", said.quotations),
    (ANALYSIS, "Whether data and findings fit", said.consistency),
    (ANALYSIS, "Main findings", said.major),
    (ANALYSIS, "Minor and deviant ones", said.minor),
)
"""Each item with its domain, and what answers it out of the study; None: only a person can."""

TO_WRITE = "Not in the study's files: to be written."

SOURCES = MappingProxyType(
    {
        said.orientation: "policies/, docs on verdicts",
        said.size: "evidence/: kind, speaker",
        said.withdrawn: "evidence/: consent",
        said.sample: "evidence/: speaker, date",
        said.guide: "evidence/: asked",
        said.again: "evidence/: speaker",
        said.recording: "evidence/: words, transcript",
        said.notes: "evidence/: words, kind",
        said.enough: "report: not known, whom to ask",
        said.coders: "evidence/: coder; second coders' files",
        said.frame: "policies/: imperatives",
        said.themes: "evidence/: codes, themes",
        said.software: "this program",
        said.quotations: "report",
        said.consistency: "report: rules, negative cases",
        said.major: "report: verdicts",
        said.minor: "report: contested, negative cases",
    }
)
"""Where an answer is taken from."""


def coreq(corpus: Corpus, report: Report) -> Annex:
    """The checklist of a study, or of the partnerships that the report is of."""
    work = Fieldwork.of(corpus, report)
    rows: list[tuple[str, ...]] = []
    filled = 0
    for number, (domain, name, answer) in enumerate(ITEMS, 1):
        if not rows or domain != ITEMS[number - 2][0]:
            rows.append((domain,))
        text = answer(work) if answer else ""
        filled += bool(text)
        source = SOURCES[answer] if answer and text else ""
        rows.append((str(number), name, text or TO_WRITE, source))
    return Annex(
        title="Reporting checklist (COREQ)",
        lead=(
            f"{filled} of {len(ITEMS)} items are answered out of the study's files; "
            f"{len(ITEMS) - filled} are left to write.",
        ),
        head=("No.", "Item", "What the study says", "Taken from"),
        widths=(6, 26, 48, 20),
        rows=tuple(rows),
        after=(
            "After Tong, Sainsbury and Craig (2007), doi 10.1093/intqhc/mzm042; the items stand in "
            "its order, under names of our own.",
            *said.promises(work),
        ),
    )
