"""Suggestions of every kind, put together by hand."""

from __future__ import annotations

import io
from dataclasses import replace

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Modality, Nation, SourceKind, Words
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Partnership
from gapcheck.model.suggestion import (
    Band,
    Bin,
    Calibration,
    Candidate,
    Cue,
    CueKind,
    Learning,
    Matching,
    ModelUsed,
    SharedWord,
    Suggestion,
    Unmatched,
)
from gapcheck.reports.match_formats import MATCH_FORMATS
from gapcheck.reports.screen import make_console
from gapcheck.reports.terminal.matching import write_matching

NORTHTOWN = Partnership(
    "northtown",
    "Northtown Strategic Partnership",
    "lsp",
    Nation.ENGLAND,
    Location("evidence/northtown/lsp.yaml"),
    illustrative=True,
)
SOUTHBY = replace(NORTHTOWN, id="southby", name="Southby Partnership", illustrative=False)


def imperative(name: str, policy: str = "guidance-2001") -> Imperative:
    return Imperative(
        id=name,
        policy=policy,
        locator="para 1",
        text="Do it.",
        actors=("council",),
        modality=Modality.MUST,
        nation=Nation.ENGLAND,
        in_force=Period(PartialDate.parse("2001")),
        location=Location("policies/guidance-2001.yaml"),
    )


TRAIN, SECTORS, JOIN = map(imperative, ("train-and-support", "sectors-together", "join-up-plans"))
OTHER_JOIN = imperative("join-up-plans", "compact-1998")


def suggestion(source: str, excerpt: str, quote: str | None, line: int = 29) -> Suggestion:
    when = PartialDate.parse("2006-04")
    return Suggestion(
        lsp="northtown",
        source=source,
        excerpt=excerpt,
        location=Location(f"evidence/northtown/{source}.yaml", line),
        kind=SourceKind.INTERVIEW,
        sector="vcs",
        role="advice centre manager",
        source_date=when,
        about=when,
        population=None,
        words=Words.VERBATIM,
        language="en",
        quote=quote,
        translation=None,
    )


SPOKEN = replace(
    suggestion(
        "int-vcs-02",
        "x3",
        "We were never asked what training our people would need. They sat at the table and"
        " learned the words as they went.\n",
    ),
    candidates=(
        Candidate(
            TRAIN,
            3.3101,
            Band.STRONG,
            (
                SharedWord("training", "Training", 0.412),
                SharedWord("people", "people", 0.221),
                SharedWord("need", "needs", 0.184),
            ),
            letters=0.183,
        ),
        Candidate(
            SECTORS,
            2.02,
            Band.FAIR,
            (SharedWord("table", "", 0.34, True), SharedWord("sat", "", 0.21, True)),
            letters=0.45,
            confirmed=0.4123,
        ),
        Candidate(JOIN, 0.4, Band.WEAK, (), letters=1),
        Candidate(OTHER_JOIN, -0.15, Band.WEAK, (), letters=0.05, meaning=0.95),
    ),
    lead=1.2901,
    cues=(Cue(CueKind.NEGATION, 8, 19),),
)
LEVEL = replace(
    suggestion(
        "fg-residents-01", "x6", "[laughs] =1+1 | *nobody* told <b>us</b>, it was not anybody", 57
    ),
    kind=SourceKind.FOCUS_GROUP,
    sector="residents",
    role=None,
    candidates=(
        Candidate(SECTORS, 0.88, Band.WEAK, (SharedWord("told", "told", 0.52),), confirmed=0.2),
        Candidate(TRAIN, 0.84, Band.WEAK, (SharedWord("told", "tell", 0.29),), meaning=0.3),
    ),
    lead=0.04,
    cues=(
        Cue(CueKind.ABSENCE, 17, 23),
        Cue(CueKind.ABSENCE, 44, 59),
    ),
)
HELD_BACK = replace(
    suggestion("int-vcs-04", "x1", None),
    candidates=(Candidate(TRAIN, 1.5, Band.WEAK, letters=0.2),),
    cues=(Cue(CueKind.REFUSAL, 3, 9),),
)
NOTED = replace(
    suggestion("obs-01", "x2", "Officers from the council: came, sat, left."),
    words=Words.NOTES,
    role=None,
    kind=SourceKind.OBSERVATION,
    off=Unmatched.NOTHING_SHARED,
)
WELSH = replace(
    suggestion("int-vcs-05", "x1", "Chawson ni ddim."),
    language="cy",
    translation="We did not get it.",
    candidates=(Candidate(SECTORS, 1.1, Band.WEAK, (SharedWord("get", "get", 0.6),)),),
    cues=(Cue(CueKind.NEGATION, 7, 14),),
)
UNTRANSLATED = replace(
    WELSH, excerpt="x2", translation=None, candidates=(), cues=(), off=Unmatched.NO_TRANSLATION
)
WORDLESS = replace(suggestion("int-vcs-05", "x3", "And so."), off=Unmatched.NO_WORDS)
TIMELESS = replace(suggestion("int-vcs-05", "x4", "It was 1950."), off=Unmatched.NO_IMPERATIVE)

UNCALIBRATED = Matching(
    settings=Settings(title="A study"),
    partnerships=(NORTHTOWN,),
    suggestions=(SPOKEN, LEVEL, HELD_BACK, NOTED, WELSH, UNTRANSLATED, WORDLESS, TIMELESS),
    waiting=8,
    imperatives=12,
    coded=31,
    needed=50,
    learning=Learning(31, 0.6167, 0.43, 0.41, False),
)
CALIBRATED = replace(
    UNCALIBRATED,
    partnerships=(NORTHTOWN, SOUTHBY),
    suggestions=(
        replace(
            SPOKEN,
            candidates=tuple(
                replace(each, chance=0.8 / (n + 1)) for n, each in enumerate(SPOKEN.candidates)
            ),
        ),
        replace(
            HELD_BACK, lsp="southby", candidates=(replace(HELD_BACK.candidates[0], chance=0.07),)
        ),
    ),
    waiting=9,
    coded=63,
    learning=Learning(63, 0.7944, 0.43, 0.49, True),
    calibration=Calibration(70, (Bin(0.04, 3, 90), Bin(0.82, 9, 11))),
    model=ModelUsed("minilm", "ab" * 32),
    left_out=("evidence/northtown/int-broken.yaml: excerpt x1 (1 error).",),
)
EMPTY = replace(UNCALIBRATED, suggestions=(), waiting=0, learning=None)
SAMPLES = {"uncalibrated": UNCALIBRATED, "calibrated": CALIBRATED, "empty": EMPTY}


def drawn(matching: Matching, width: int = 80, *, ascii_only: bool = False) -> str:
    """The suggestions as they stand on a terminal of that width."""
    stream = io.StringIO()
    write_matching(matching, make_console(stream, width=width, ascii_only=ascii_only))
    return stream.getvalue()


def written(form: str, matching: Matching) -> str:
    """The suggestions in a format."""
    stream = io.StringIO()
    MATCH_FORMATS[form](matching, stream)
    return stream.getvalue()
