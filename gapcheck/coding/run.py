"""One change asked for in words, from reading the source to the file that was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gapcheck.amend.change import Change
from gapcheck.amend.committing import Done, commit
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended, amended
from gapcheck.coding.desk import Desk, desk_in, open_study
from gapcheck.coding.noting import note_coding
from gapcheck.coding.promises import objection
from gapcheck.coding.wishes import Wish, change_of
from gapcheck.transcripts.shelf import Shelf

_ATTEMPTS: Final = 1000
"""Each one that fails lets somebody else's change through, so that none of many is stuck."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What was asked for, and what the file holds with it; `done` is None on a dry run."""

    desk: Desk
    change: Change
    found: Amended
    done: Done | None = None


def code(
    root: Path, named: str, wish: Wish, *, coder: str = "", dry_run: bool = False
) -> Coded | Refusal:
    """Write what is wished into the source that is named so, or say why not.

    Where somebody else writes into the same file at the same time it is read once more, so that
    what they wrote stays. UnknownName where a source or an imperative is not known.
    """
    refused = Refusal(Reason.CHANGED, "Others write into that file without a pause", "Try later.")
    for _ in range(_ATTEMPTS):
        coded = _once(root, named, wish, coder, dry_run=dry_run)
        if not isinstance(coded, Refusal) or coded.reason is not Reason.CHANGED:
            return coded
        refused = coded
    return refused


def propose(desk: Desk, *changes: Change) -> Amended | Refusal:
    """The file as it would be with some changes; nothing is written."""
    for change in changes:
        if refused := objection(desk, change.excerpt):
            return refused
    return amended(desk.sheet, changes)


def write(desk: Desk, found: Amended) -> Done | Refusal:
    """Put a file that was proposed in the place of the old one, if that has not changed since."""
    return commit(desk.path, found, new=desk.new)


def note_change(root: Path, desk: Desk, shelf: Shelf, *changes: Change) -> bool:
    """Note in the lock what whoever made some changes had before them."""
    known = desk.before.imperatives.known
    coded = {
        one.excerpt: [known[code.imperative] for code in one.codes if code.imperative in known]
        for one in changes
    }
    return note_coding(root, desk.source, shelf, desk.name, coded)


def _once(root: Path, named: str, wish: Wish, coder: str, *, dry_run: bool) -> Coded | Refusal:
    desk = desk_in(open_study(root), named, coder)
    if isinstance(desk, Refusal):
        return desk
    change = change_of(desk, wish)
    if isinstance(change, Refusal):
        return change
    found = propose(desk, change)
    if isinstance(found, Refusal) or dry_run:
        return found if isinstance(found, Refusal) else Coded(desk, change, found)
    done = write(desk, found)
    if isinstance(done, Refusal):
        return done
    note_change(root, desk, Shelf(root), change)
    return Coded(desk, change, found, done)
