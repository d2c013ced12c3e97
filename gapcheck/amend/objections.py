"""What speaks against a change before anything of it is composed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from gapcheck.amend.change import LISTS, Change, NewCode
from gapcheck.amend.draft import value_at
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.sheets import Sheet, excerpts_called, ids_of
from gapcheck.diagnostic import Location
from gapcheck.near import did_you_mean
from gapcheck.source.builder import MAX_SCALAR
from gapcheck.source.document import Document, Path, Trouble, locate
from gapcheck.source.text import FORBIDDEN, describe


def objection(sheet: Sheet, document: Document, change: Change) -> Refusal | None:
    """Why a change cannot be made in a file as it was read; None where nothing is against it."""
    return next(_all(sheet, document, change), None)


def _all(sheet: Sheet, document: Document, change: Change) -> Iterator[Refusal]:
    yield from _unreadable(sheet, document)
    yield from _unfit(sheet, change)
    yield from _unknown(sheet, document, change.excerpt)
    path = sheet.codes_path(document.value, change.excerpt) or ()
    yield from _errors(document, path if sheet.second else path[:-1])
    found = _existing(document.value, path)
    yield from _coded(document, path, found, change)
    yield from _there(document, path[:-1], change)


def _unreadable(sheet: Sheet, document: Document) -> Iterator[Refusal]:
    if not isinstance(document.value, dict):
        found = document.troubles[:1]
        why = found[0].message if found else "it holds no keys"
        places = tuple(_place(document, one) for one in found)
        message = f"{sheet.file} cannot be read: {why}"
        yield Refusal(Reason.UNREADABLE, message, "Mend that first.", places)


def _unfit(sheet: Sheet, change: Change) -> Iterator[Refusal]:
    if not (change.codes or change.speaks_to_none or change.beyond_codes):
        yield Refusal(Reason.UNFIT, "There is nothing to write")
    if change.codes and change.speaks_to_none:
        yield Refusal(Reason.UNFIT, "An excerpt that speaks to none has no codes")
    if sheet.second and change.beyond_codes:
        advice = "Notes on an excerpt go into the source itself."
        yield Refusal(Reason.UNFIT, "A second coder's file holds codes alone", advice)
    if sheet.second and any(code.agreed for code in change.codes):
        advice = "The source's own codes decide the verdict: leave out --coder."
        yield Refusal(Reason.UNFIT, "What coders agreed on goes into the source itself", advice)
    if any(code.agreed and not code.agreed.by.strip() for code in change.codes):
        yield Refusal(Reason.UNFIT, "Nobody is named who settled it", "Say who: --agreed-by NAME.")
    for text in _texts(change):
        if not text.strip():
            yield Refusal(Reason.UNFIT, "A memo, a barrier or the like is empty")
        if found := FORBIDDEN.search(text):
            message = f"The text holds {describe(found[0])}, which can hide or fake words"
            yield Refusal(Reason.UNFIT, message, "Leave it out.")
        if len(text) > MAX_SCALAR:
            message = f"The text has {len(text):,} characters; at most {MAX_SCALAR:,} are read"
            yield Refusal(Reason.UNFIT, message)


def _texts(change: Change) -> Iterator[str]:
    memos = (change.memo, *(code.memo for code in change.codes))
    yield from (memo for memo in memos if memo is not None)
    yield from (code.agreed.by for code in change.codes if code.agreed)
    for key in LISTS:
        yield from change.words(key)


def _unknown(sheet: Sheet, document: Document, name: str) -> Iterator[Refusal]:
    value: Any = document.value
    if sheet.second:
        if not isinstance(value.get("codes"), dict):
            advice = "`codes:` holds codes by the excerpt's id."
            yield Refusal(Reason.ERRORS, f"{sheet.file} has no codes to add to", advice)
        return
    found = excerpts_called(value, name)
    if len(found) > 1:
        places = tuple(document.location(("excerpts", one, "id")) for one in found)
        message = f"{len(found)} excerpts are called {name}"
        yield Refusal(Reason.ERRORS, message, "Give one of them another id.", places)
    if not found:
        known = [one for one in ids_of(value) if isinstance(one, str)]
        advice = did_you_mean(name, known) or f"It has: {', '.join(known) or 'none'}."
        message = f"{sheet.file} has no excerpt {name}"
        yield Refusal(Reason.UNKNOWN_EXCERPT, message, advice)


def _errors(document: Document, path: Path) -> Iterator[Refusal]:
    """The errors of an excerpt, and of what it stands in."""
    found = [one for one in document.troubles if _meet(one.path, path)]
    if found:
        places = tuple(_place(document, one) for one in found)
        message = f"What would be added to has errors: {found[0].message}"
        yield Refusal(Reason.ERRORS, message, "`gapcheck check` shows them.", places)


def _meet(one: Path, other: Path) -> bool:
    shared = min(len(one), len(other))
    return bool(one) and one[:shared] == other[:shared]


def _existing(value: Any, path: Path) -> list[tuple[Path, Any]] | None:
    """The codes at a path, each with its own; None where nobody has looked yet."""
    try:
        codes = value_at(value, path)
    except KeyError:
        return None
    if isinstance(codes, dict):
        return [((*path, key), {"imperative": key}) for key in codes]
    return [((*path, number), code) for number, code in enumerate(codes)]


def _coded(
    document: Document, path: Path, found: list[tuple[Path, Any]] | None, change: Change
) -> Iterator[Refusal]:
    if change.speaks_to_none and found is not None:
        places = tuple(_key_place(document, one) for one, _ in found)
        said = f"{change.excerpt} has codes" if found else f"{change.excerpt} is marked so"
        place = places or (_key_place(document, path),)
        yield Refusal(Reason.CODED if found else Reason.THERE_ALREADY, f"{said} already", "", place)
    for number, code in enumerate(change.codes):
        same = [one for one in found or () if one[1]["imperative"] in code.names]
        yield from _again(document, same, change, code)
        if any(set(code.names) & set(other.names) for other in change.codes[:number]):
            yield Refusal(Reason.CODED, f"{code.imperative} is given twice")


def _again(
    document: Document, same: Sequence[tuple[Path, Any]], change: Change, code: NewCode
) -> Iterator[Refusal]:
    places = tuple(_key_place(document, path) for path, _ in same)
    said = code.stance or code.share or (same and code.agreed)
    if not said and not (same and change.replace):
        yield Refusal(Reason.UNFIT, "A code gives a stance, or a share")
    if same and not change.replace:
        message = f"{change.excerpt} is coded for {code.imperative} already"
        advice = "To change that code, say so: `--replace`."
        yield Refusal(Reason.CODED, message, advice, places)
    if len(same) > 1:
        message = f"{change.excerpt} is coded for {code.imperative} {len(same)} times"
        advice = "Which of them to replace cannot be told: delete all but one."
        yield Refusal(Reason.CODED, message, advice, places)
    if any("agreed" in one for _, one in same):
        message = f"The code on {code.imperative} was agreed on by two coders"
        advice = "Change it by hand, with whoever agreed."
        yield Refusal(Reason.AGREED, message, advice, places)


def _there(document: Document, path: Path, change: Change) -> Iterator[Refusal]:
    """Words and memos that the excerpt has already."""
    if change.memo and not change.replace and (*path, "memo") in document.values:
        place = (_key_place(document, (*path, "memo")),)
        message = f"{change.excerpt} has a memo already"
        yield Refusal(Reason.THERE_ALREADY, message, "To change it, say so: `--replace`.", place)
    for key in LISTS:
        words = change.words(key)
        held = value_at(document.value, path).get(key, []) if words else []
        for word in words:
            if word in held or words.count(word) > 1:
                again = [(*path, key, held.index(word))] if word in held else []
                places = tuple(document.location(one) for one in again)
                message = f"One of these {key} is noted on {change.excerpt} already"
                yield Refusal(Reason.THERE_ALREADY, message, "", places)


def _place(document: Document, trouble: Trouble) -> Location:
    return locate(document.file, trouble.span)


def _key_place(document: Document, path: Path) -> Location:
    return locate(document.file, document.key_span(path))
