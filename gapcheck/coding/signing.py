"""A person's decision on a finding, from names as typed to the partnership's file of sign-offs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gapcheck.amend.committing import Done, commit
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended
from gapcheck.amend.sheets import Sheet
from gapcheck.amend.signoffs import with_signoff
from gapcheck.assess.run import assess
from gapcheck.assess.signoffs import newest
from gapcheck.coding.deciding import Decided, SignWish, decided_of
from gapcheck.coding.noting import note_signoff
from gapcheck.load.choose import choose, choose_imperative, folders
from gapcheck.load.reading import Formats
from gapcheck.load.study import load_study
from gapcheck.load.walk import Files, Folder, walk
from gapcheck.model.corpus import Corpus, Signoff
from gapcheck.model.dates import PartialDate
from gapcheck.model.decided_on import marks_of_finding, name_of
from gapcheck.model.finding import Finding
from gapcheck.model.study import Imperative
from gapcheck.scaffold.editors import marked, schema_file
from gapcheck.source.files import Unreadable, read_file

_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class Signed:
    """What was decided of which finding, and the file with it.

    `done` is None on a dry run. `noted` says whether the lock holds what it was decided on.
    """

    finding: Finding
    decided: Decided
    found: Amended
    done: Done | None = None
    noted: bool = True


def sign(root: Path, wish: SignWish, *, today: date, dry_run: bool = False) -> Signed | Refusal:
    """Record a decision in the file of its partnership, or say why not.

    UnknownName where there is no such partnership or imperative.
    """
    refused = Refusal(Reason.CHANGED, "Others write into that file without a pause", "Try later.")
    for _ in range(_ATTEMPTS):
        signed = _once(root, wish, today, dry_run=dry_run)
        if not isinstance(signed, Refusal) or signed.reason is not Reason.CHANGED:
            return signed
        refused = signed
    return refused


def _once(root: Path, wish: SignWish, today: date, *, dry_run: bool) -> Signed | Refusal:
    corpus, lsp = _corpus(root, wish.lsp)
    imperative = choose_imperative(corpus, wish.imperative)
    decided = decided_of(wish, today)
    if isinstance(decided, Refusal):
        return decided
    finding = _finding(corpus, lsp, imperative, today)
    if refused := _objection(corpus, finding, decided, replaces=wish.replace):
        return refused
    path, sheet = _sheet(root, lsp)
    if isinstance(sheet, Refusal):
        return sheet
    found = with_signoff(sheet, decided.fields(imperative.name), _short(corpus, imperative))
    if isinstance(found, Refusal) or dry_run:
        return found if isinstance(found, Refusal) else Signed(finding, decided, found)
    done = commit(path, found, new=not path.exists())
    if isinstance(done, Refusal):
        return done
    own = [one for one in corpus.sources if one.lsp == lsp]
    name = name_of(lsp, imperative.name, decided.on)
    noted = note_signoff(root, name, marks_of_finding(imperative, own))
    return Signed(finding, decided, found, done, noted)


def _corpus(root: Path, named: str) -> tuple[Corpus, str]:
    """The study, of which no more than the partnership is read where that will do, and its id."""
    only = folders(root, [named])
    corpus, said = load_study(root, only)
    if only and not corpus.sources:
        # A silent partnership is judged as at the newest day of any.
        corpus, said = load_study(root)
    lost = (one for one in said if one.left_out.startswith("the whole partnership"))
    return corpus, choose(corpus, [named], {one.location.path.split("/")[1] for one in lost})[0]


def _finding(corpus: Corpus, lsp: str, imperative: Imperative, today: date) -> Finding:
    report = assess(corpus, today=today, lsps=(lsp,))
    return next(one for one in report.findings if one.imperative.name == imperative.name)


def _objection(
    corpus: Corpus, finding: Finding, decided: Decided, *, replaces: bool
) -> Refusal | None:
    if decided.verdict is finding.verdict:
        message = f"The rules give {decided.verdict} themselves, so nothing is overridden"
        return Refusal(Reason.UNFIT, message, "Leave out --verdict to confirm it.")
    key = (finding.partnership.id, finding.imperative.name)
    before = newest(one for one in corpus.signoffs if (one.lsp, one.imperative) == key)
    return _again(before, decided, replaces=replaces) if before else None


def _again(before: Signoff, decided: Decided, *, replaces: bool) -> Refusal | None:
    if not replaces:
        message = f"{before.imperative} was signed off by {before.by} on {before.on.text} already"
        advice = "With --replace the new decision counts; the old one stays in the file."
        return Refusal(Reason.THERE_ALREADY, message, advice, (before.location,))
    if PartialDate.parse(decided.on).last < before.on.last:
        message = f"A decision of {decided.on} would not count: there is one of {before.on.text}"
        advice = "The newest counts. Give the day on which it was decided with --on."
        return Refusal(Reason.UNFIT, message, advice, (before.location,))
    return None


def _short(corpus: Corpus, imperative: Imperative) -> str:
    every = [one.id for policy in corpus.policies for one in policy.imperatives]
    return imperative.id if every.count(imperative.id) == 1 else ""


def _sheet(root: Path, lsp: str) -> tuple[Path, Sheet | Refusal]:
    """The file of sign-offs as it is now, or the one that is to be begun."""
    files = walk(root, (lsp,))
    path = _place(files, files.folders, lsp)
    file = files.name(path)
    try:
        data = read_file(path) if path.exists() or path.is_symlink() else _new(root, file)
    except Unreadable as error:
        return path, Refusal(Reason.UNREADABLE, f"{file} is {error}")
    return path, Sheet(file, data, Formats(files).of("signoff"))


def _place(files: Files, held: Collection[Folder], lsp: str) -> Path:
    own = next((one.signoff for one in held if one.name == lsp), None)
    return own or files.root / "evidence" / lsp / "signoff.yaml"


def _new(root: Path, file: str) -> bytes:
    return marked(file, b"") if (root / schema_file("signoff")).is_file() else b""
