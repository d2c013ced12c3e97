"""The selections of a source as passages: the same words once, with every code laid on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from gapcheck.importers.qdpx.cases import Belonging
from gapcheck.importers.qdpx.choosing import Choice
from gapcheck.importers.qdpx.codebook import Codebook
from gapcheck.importers.qdpx.notes import Notes, joined
from gapcheck.importers.qdpx.own import fields_of, others
from gapcheck.importers.qdpx.positions import span
from gapcheck.importers.qdpx.sources import RawSource, Selection
from gapcheck.importers.qdpx.tree import children, guid, target, words
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.brought import Coding, Passage

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST: Final = 65_536
"""Characters of a passage: as many as a text of a study may hold."""

_Key = tuple[int, int] | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Project:
    """What the passages of a project are read against."""

    codebook: Codebook
    coders: Mapping[str, str]
    notes: Notes
    belonging: Belonging
    ledger: Ledger


def passages_of(source: RawSource, choice: Choice | None, project: Project) -> tuple[Passage, ...]:
    """The passages of a source, in the order of its text; what cannot be read is in the ledger."""
    found: dict[_Key, Passage] = {}
    for selection in source.selections:
        placed = _placed(selection, choice, source, project.ledger)
        if placed is None:
            continue
        passage = _passage(selection, placed, project)
        key = _key(passage)
        own = passage.fields.get("id")
        if key in found and own is None:
            found[key] = _merged(found[key], passage)
            continue
        # Two excerpts of a study may hold the very same words; each has an id of its own.
        found[key if own is None else (str(own), "")] = passage
    project.ledger.taken("passages", len(found))
    if any("id" in each.fields for each in found.values()):
        # gapcheck wrote it, in the order of the study.
        return tuple(found.values())
    return tuple(sorted(found.values(), key=_order))


@dataclass(frozen=True, slots=True)
class _Placed:
    text: str
    start: int | None = None
    end: int | None = None


def _placed(
    selection: Selection, choice: Choice | None, source: RawSource, ledger: Ledger
) -> _Placed | None:
    if selection.mark is None:
        return _Placed(selection.words.strip()) if selection.words.strip() else None
    if choice is None:
        ledger.left("selections", "Their source has no text.", source.name)
        return None
    if not choice.fits:
        return None
    found = span(choice.measure, selection.mark)
    if found is None:
        why = "They begin or end outside of the text, or in the middle of a character."
        ledger.left("selections", why, source.name)
        return None
    return _worded(choice.measure.text, *found, source.name, ledger)


def _worded(text: str, start: int, end: int, source: str, ledger: Ledger) -> _Placed | None:
    """A stretch of a text without the blanks around it."""
    marked = text[start:end]
    bare = marked.strip()
    if not bare:
        ledger.left("selections", "They hold nothing but blanks.", source)
        return None
    if len(bare) > MOST:
        ledger.left("selections", f"They are longer than {MOST:,} characters.", source)
        return None
    begin = start + len(marked) - len(marked.lstrip())
    return _Placed(bare, begin, begin + len(bare))


def _passage(selection: Selection, placed: _Placed, project: Project) -> Passage:
    element = selection.element
    notes = project.notes.on(element)
    described = words(element, "Description")
    own = fields_of(notes)
    # Some programs repeat the words, or the beginning of them, where a memo belongs.
    said = "" if _repeats(described, placed.text) else described
    codings = tuple(_codings(element, project))
    cases = [
        *project.belonging.of_selection.get(guid(element), ()),
        *(case for one in codings for case in project.belonging.of_code.get(one.code, ())),
    ]
    memo = joined(others(notes), said)
    if memo:
        project.ledger.taken("memos on passages")
    return Passage(
        placed.text,
        where=guid(element),
        start=placed.start,
        end=placed.end,
        at=selection.at,
        codings=codings or None,
        memo=memo,
        cases=tuple(dict.fromkeys(cases)),
        fields=own,
    )


def _codings(element: Element, project: Project) -> Iterator[Coding]:
    for each in children(element, "Coding"):
        user = guid(each, "creatingUser") or guid(element, "creatingUser")
        notes = project.notes.on(each)
        memo = joined(others(notes))
        for reference in children(each, "CodeRef"):
            code = target(reference)
            if code not in project.codebook.codes:
                why = "They name a code that the codebook does not hold."
                project.ledger.left("codings", why, code)
                continue
            project.ledger.taken("codings")
            yield Coding(code, project.coders.get(user, ""), memo, fields_of(notes))


def _merged(first: Passage, second: Passage) -> Passage:
    """One passage of two that mark the same words."""
    codings = (*(first.codings or ()), *(second.codings or ()))
    memos = dict.fromkeys(filter(None, (first.memo, second.memo)))
    return replace(
        first,
        codings=tuple(_single(codings)) or first.codings,
        memo="\n\n".join(memos),
        at=first.at or second.at,
        cases=tuple(dict.fromkeys((*first.cases, *second.cases))),
    )


def _single(codings: Iterable[Coding]) -> Iterator[Coding]:
    """Codings, those that are alike once."""
    seen = []
    for each in codings:
        if each not in seen:
            seen.append(each)
            yield each


def _repeats(described: str, text: str) -> bool:
    plain = " ".join(described.split()).rstrip("….").rstrip()
    return (
        bool(plain)
        and " ".join(text.split()).startswith(plain)
        and len(plain) >= min(20, len(text))
    )


def _key(one: Passage) -> _Key:
    if one.start is None or one.end is None:
        return (one.text, one.at)
    return (one.start, one.end)


def _order(one: Passage) -> tuple[int, int]:
    return (one.start if one.start is not None else 1 << 60, -(one.end or 0))
