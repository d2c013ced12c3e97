"""The files that an import would write, each as it is and as it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.amend.composing import codes_text, source_text
from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended, amended
from gapcheck.bringing.desk import Desk, Held
from gapcheck.bringing.merging import merged, second_changes
from gapcheck.bringing.pairing import Pairing, paired
from gapcheck.bringing.planning import Planned
from gapcheck.model.brought import Fields
from gapcheck.source.files import Unreadable


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file: `old` is None where it is new. `amended` says what was put into an old one.

    `source` is the one that it is about, as `partnership/source`.
    """

    path: Path
    file: str
    old: bytes | None = field(repr=False)
    new: bytes = field(repr=False)
    source: str = ""
    amended: Amended | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What an import does to one source: how many excerpts are new, changed, gone, and differ."""

    source: str
    file: str
    new: bool
    added: int = 0
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A source that nothing was made of, and why."""

    source: str
    why: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """How things are brought: `update` into files that are there, `replace` what differs."""

    update: bool = False
    replace: bool = False
    transcripts: bool = True


Result = tuple[list[FileChange], Account] | Refused


def changes_of(plan: Planned, desk: Desk, way: Way) -> Result:
    """What has to be written for one planned source."""
    name = f"{plan.told.lsp}/{plan.told.source}"
    try:
        held = desk.held(plan.told.lsp, plan.told.source)
        if held is None:
            return _new(plan, desk, way, name)
        if not way.update:
            why = f"{held.sheet.file} is there already"
            return Refused(name, why, "`--update` merges what is new into it.")
        return _merged(plan, held, desk, way, name)
    except Unreadable as error:
        return Refused(name, f"{plan.path} is {error}")


def _new(plan: Planned, desk: Desk, way: Way, name: str) -> Result:
    pairing = paired(plan, None)
    excerpts = [
        {**each.fields, "id": identity}
        for each, identity in zip(plan.excerpts, pairing.ids, strict=True)
        if each.fields.get("text")
    ]
    fields: dict[str, object] = {"source": plan.told.source, **plan.fields}
    changes = []
    if way.transcripts and plan.text and "transcript" not in fields and plan.text.strip():
        path = f"transcripts/{plan.told.lsp}/{plan.told.source}.txt"
        if not (desk.root / path).exists():
            fields["transcript"] = path
            changes.append(FileChange(desk.root / path, path, None, plan.text.encode()))
    file = f"{plan.path}.yaml"
    text = source_text(fields, excerpts, _comments(plan))
    changes.append(FileChange(desk.root / file, file, None, text.encode(), name))
    for coder, codes in _seconds(plan, pairing).items():
        second = f"{plan.path}.{coder}.yaml"
        text = codes_text(plan.told.source, coder, codes)
        changes.append(FileChange(desk.root / second, second, None, text.encode(), name))
    return changes, Account(name, file, new=True, added=len(excerpts))


def _comments(plan: Planned) -> tuple[str, ...]:
    if not plan.told.guessed_consent:
        return ()
    return (
        "Nobody has said what was promised to whoever speaks here, so their words are judged and",
        "shown to nobody. Write it under `consent:`.",
    )


def _seconds(plan: Planned, pairing: Pairing) -> Mapping[str, dict[str, list[Fields]]]:
    found: dict[str, dict[str, list[Fields]]] = {}
    for each, identity in zip(plan.excerpts, pairing.ids, strict=True):
        for coder, codes in each.seconds.items():
            found.setdefault(coder, {})[identity] = codes
    return found


def _merged(plan: Planned, held: Held, desk: Desk, way: Way, name: str) -> Result:
    if held.source is None:
        advice = "Mend it first: `gapcheck check` says what is wrong in it."
        return Refused(name, f"{held.sheet.file} has errors", advice)
    imperatives = desk.before.imperatives
    found = merged(plan, held, imperatives, replace_=way.replace)
    if isinstance(found, Refusal):
        return Refused(name, found.message, found.help)
    changes = []
    if found.amended is not None:
        old, new = held.sheet.data, found.amended.new
        changes.append(FileChange(held.path, held.sheet.file, old, new, name, found.amended))
    differing = list(found.differing)
    for coder in sorted({coder for each in plan.excerpts for coder in each.seconds}):
        made = _second(plan, held, desk, (coder, found.pairing, name), replace_=way.replace)
        if isinstance(made, Refused):
            return made
        change, other = made
        changes += change
        differing += other
    account = Account(
        name,
        held.sheet.file,
        new=False,
        added=found.added,
        changed=found.changed,
        gone=found.pairing.gone,
        differing=tuple(differing),
    )
    return changes, account


def _second(
    plan: Planned, held: Held, desk: Desk, whose: tuple[str, Pairing, str], *, replace_: bool
) -> tuple[list[FileChange], list[str]] | Refused:
    coder, pairing, name = whose
    assert held.source is not None
    there = desk.second(plan.told.lsp, plan.told.source, coder, held.source)
    if there is None:
        codes = _seconds(plan, pairing)[coder]
        file = f"{plan.path}.{coder}.yaml"
        text = codes_text(plan.told.source, coder, codes)
        return [FileChange(desk.root / file, file, None, text.encode(), name)], []
    path, sheet, coding = there
    if coding is None:
        return Refused(name, f"{sheet.file} has errors", "Mend it first.")
    imperatives = desk.before.imperatives
    changes, differing = second_changes(pairing, coding, imperatives, replace_=replace_)
    if not changes:
        return [], differing
    found = amended(sheet, changes)
    if isinstance(found, Refusal):
        return Refused(name, found.message, found.help)
    return [FileChange(path, sheet.file, sheet.data, found.new, name, found)], differing
