"""The excerpts as a list of coded segments: a row for each code, as such lists are kept."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, Final, TextIO

from gapcheck.cells import active
from gapcheck.exporters.selected import Kept, Selected
from gapcheck.interchange.marks import GROUPS, SHARE
from gapcheck.model.study import Code, Excerpt

HEAD: Final = (
    *("lsp", "source", "kind", "date", "speaker", "sector", "role", "tier"),
    *("excerpt", "at", "about", "text", "coder", "code", "share", "basis", "rung", "memo"),
)
_MARK: Final = "\ufeff"
_Row = dict[str, Any]


def write(selected: Selected, stream: TextIO) -> None:
    """Write a row for each code, theme, barrier, enabler and tension; one where there is none."""
    stream.write(_MARK)
    writer = csv.DictWriter(stream, HEAD, lineterminator="\r\n")
    writer.writeheader()
    for kept in selected.sources:
        for excerpt in kept.excerpts:
            for row in _rows(kept, excerpt):
                writer.writerow({key: _safe(value) for key, value in row.items()})


def _rows(kept: Kept, excerpt: Excerpt) -> Iterator[_Row]:
    common = _common(kept, excerpt)
    own = kept.source.coder or ""
    coded = [(own, each) for each in excerpt.codes or ()]
    coded += [(who, each) for who, codes in kept.seconds for each in codes.get(excerpt.id, ())]
    rows = [{**common, "coder": who, **_code(each)} for who, each in coded]
    for key, name in GROUPS.items():
        rows += [{**common, "code": f"{name} > {word}"} for word in getattr(excerpt, key)]
    yield from rows or [common]


def _common(kept: Kept, excerpt: Excerpt) -> _Row:
    source = kept.source
    speaker = kept.speaker_of(excerpt)
    return {
        "lsp": source.lsp,
        "source": source.id,
        "kind": str(source.kind),
        "date": str(source.date),
        "speaker": speaker.id if speaker else "",
        "sector": kept.sector_of(excerpt) or "",
        "role": speaker.role if speaker else "",
        "tier": (speaker.tier or "") if speaker else "",
        "excerpt": excerpt.id,
        "at": excerpt.at or "",
        "about": str(excerpt.about or ""),
        "text": excerpt.text,
    }


def _code(code: Code) -> _Row:
    share = code.share.typed if code.share else {}
    said = "/".join(str(share[key]) for key in ("met", "of") if key in share)
    if "percent" in share:
        said = f"{share['percent']}%" + (f" of {share['of']}" if "of" in share else "")
    return {
        "code": f"{code.imperative} > {code.stance or SHARE}",
        "share": said,
        "basis": str(code.basis or ""),
        "rung": str(code.rung or ""),
        "memo": code.memo or "",
    }


def _safe(value: Any) -> str:
    text = str(value)
    # What a spreadsheet would calculate is text there too.
    return f"'{text}" if active(text) else text
