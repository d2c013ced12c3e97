"""The sources that a finding rests on: named for the team; for the public by kind, as far as told.

Where an edition tells no number of voices in a finding, its people have none here either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.model.choices import Shown, SourceKind
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import Report
from gapcheck.reports import phrases
from gapcheck.reports.edition import NONE_SHOWN
from gapcheck.reports.pieces import Piece
from gapcheck.reports.sentences import counted_kind
from gapcheck.reports.words import KINDS
from gapcheck.schema.evidence import SPOKEN


def contributing(finding: Finding, report: Report) -> Iterator[Piece]:
    """How many sources decide a finding (of none that does: bear on it), and which."""
    bearing = _bearing(finding)
    if report.edition:
        yield Piece(_public(finding, bearing))
        return
    names = dict.fromkeys(each.source for each in bearing)
    if not names:
        yield Piece("None: nothing that was said may be used.")
        return
    yield Piece(f"{phrases.counted(len(names), 'source')}: ")
    for number, name in enumerate(names):
        if number:
            yield Piece(", ")
        yield Piece(name, code=True)


def _bearing(finding: Finding) -> list[Statement]:
    admitted = [each for each in finding.statements if each.excluded is None]
    return [each for each in admitted if each.deciding] or admitted


def _public(finding: Finding, bearing: Sequence[Statement]) -> str:
    # Not from which kind of talk: of one observation it would tell who contributed.
    people = any(each.kind in SPOKEN for each in bearing)
    told = [*_papers(bearing), *(["what people said"] if people else [])]
    said = [f"From {phrases.joined(told)}."] if told else []
    if voices := _voices(finding):
        said.insert(0, f"{phrases.counted(voices, 'voice')}.")
    elif people:
        said.append("Voices are not counted.")
    if finding.shown is Shown.NOTHING:
        said.append(NONE_SHOWN[finding.shown])
    return " ".join(said) or NONE_SHOWN[finding.shown]


def _papers(bearing: Sequence[Statement]) -> list[str]:
    """Papers and surveys, each kind with its number where their ids are told."""
    ids: dict[SourceKind, dict[str, None]] = {}
    for each in bearing:
        if each.kind not in SPOKEN:
            ids.setdefault(each.kind, {})[each.source] = None
    return [
        KINDS[kind][1] if "" in ids[kind] else counted_kind(kind, len(ids[kind]))
        for kind in SourceKind
        if kind in ids
    ]


def _voices(finding: Finding) -> int:
    """How many voices have a position, papers too; nought where that is not told."""
    told = 0
    for view in finding.sectors:
        for number in (view.happens, view.partly, view.absent):
            if number is None:
                return 0
            told += number
    return told
