"""Several foreign files as one: codes kept apart by key, documents one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.model.brought import Brought, Coding, Document, Passage


def combined(files: Sequence[Brought]) -> Brought:
    """All that some files held; the codes of each keep to its own codings."""
    if len(files) == 1:
        return files[0]
    apart = [_apart(each, f"{number}\0") for number, each in enumerate(files)]
    programs = dict.fromkeys(each.program for each in files if each.program)
    return Brought(
        f"{len(files)} files",
        ", ".join(programs),
        tuple(one for each in apart for one in each.documents),
        tuple(one for each in apart for one in each.codes),
        tuple(one for each in apart for one in each.cases),
        tuple(one for each in apart for one in each.tallies),
        tuple(one for each in apart for one in each.mishaps),
    )


def _apart(brought: Brought, mark: str) -> Brought:
    codes = tuple(replace(one, key=f"{mark}{one.key}") for one in brought.codes)
    documents = tuple(_document(one, mark) for one in brought.documents)
    return replace(brought, codes=codes, documents=documents)


def _document(document: Document, mark: str) -> Document:
    return replace(document, passages=tuple(_passage(one, mark) for one in document.passages))


def _passage(passage: Passage, mark: str) -> Passage:
    if not passage.codings:
        return passage
    return replace(passage, codings=tuple(_coding(one, mark) for one in passage.codings))


def _coding(coding: Coding, mark: str) -> Coding:
    return replace(coding, code=f"{mark}{coding.code}") if coding.code else coding
