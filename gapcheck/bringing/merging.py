"""A planned source against the one that the study has: what is new, what differs, what is gone.

Nothing that somebody typed is taken away. What the foreign file says more is added; what it says
otherwise is shown, and takes the place of the old only where that was asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from gapcheck.amend.change import LISTS, Change, NewCode, prose
from gapcheck.amend.excerpts import joined, with_excerpts
from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended, amended
from gapcheck.amend.sheets import Sheet
from gapcheck.bringing.desk import Held
from gapcheck.bringing.pairing import Pairing, paired, words_of
from gapcheck.bringing.planning import Planned
from gapcheck.load.names import Imperatives
from gapcheck.model.brought import Fields
from gapcheck.model.choices import Basis, Rung, Stance
from gapcheck.model.corpus import SecondCoding
from gapcheck.model.study import Code, Excerpt, Share

_COMPARED: Final = ("kind", "date", "author", "respondents", "of", "words", "language", "citation")


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of a merge: the file as it would be (None: nothing to write), and what to say.

    `differing` are what the foreign file says otherwise and the study keeps, as "x3: its memo".
    """

    amended: Amended | None
    pairing: Pairing
    added: int
    changed: tuple[str, ...]
    differing: tuple[str, ...]


def merged(
    plan: Planned, there: Held, imperatives: Imperatives, *, replace_: bool
) -> Merged | Refusal:
    """The study's file with what the plan adds to it; its source must be usable."""
    document = there.sheet.read(there.sheet.data)[1]
    held = document.value if isinstance(document.value, dict) else {}
    pairing = paired(plan, there.source, there.typed)
    changes, differing = [], list(_facts(plan.fields, held))
    for planned, excerpt in pairing.pairs:
        if excerpt is None:
            continue
        change, other = _change(planned.fields, excerpt, imperatives, replace_=replace_)
        differing += [f"{excerpt.id}: {each}" for each in other]
        if change is not None:
            changes.append(change)
    new = [
        {**planned.fields, "id": name}
        for (planned, excerpt), name in zip(pairing.pairs, pairing.ids, strict=True)
        if excerpt is None and planned.fields.get("text")
    ]
    found = _amended(there.sheet, changes, new)
    if isinstance(found, Refusal):
        return found
    changed = tuple(each.excerpt for each in changes)
    return Merged(found, pairing, len(new), changed, tuple(differing))


def second_changes(
    pairing: Pairing,
    coding: SecondCoding,
    imperatives: Imperatives,
    *,
    replace_: bool,
) -> tuple[list[Change], list[str]]:
    """What a second coder's file lacks of what the plan has by them, and what differs."""
    coder, held = coding.coder, dict(coding.codes)
    changes, differing = [], []
    for (planned, _), name in zip(pairing.pairs, pairing.ids, strict=True):
        if coder not in planned.seconds:
            continue
        codes = planned.seconds[coder]
        there = held.get(name)
        add, other = _codes(codes, there, imperatives)
        replaced = [new_code(each, imperatives) for _, each in other] if replace_ else []
        if not replace_:
            differing += [f"{name}: {coder}'s code on {one}" for one, _ in other]
        if add or replaced or (not codes and there is None):
            every = (*add, *replaced)
            changes.append(Change(name, every, speaks_to_none=not codes, replace=bool(replaced)))
    return changes, differing


def new_code(fields: Fields, imperatives: Imperatives) -> NewCode:
    """A code as it is to be typed."""
    found = imperatives.find(str(fields["imperative"]))
    full = found.name if found else str(fields["imperative"])
    short = full.partition("/")[2]
    lone = imperatives.known.get(short)
    share = fields.get("share")
    return NewCode(
        full,
        short if lone is not None and lone.name == full else "",
        Stance(fields["stance"]) if fields.get("stance") else None,
        Share(share.get("met"), share.get("of"), share.get("percent")) if share else None,
        Basis(fields["basis"]) if fields.get("basis") else None,
        Rung(fields["rung"]) if fields.get("rung") else None,
        fields.get("tier"),
        fields.get("indicator"),
        fields.get("memo"),
    )


def _amended(
    sheet: Sheet, changes: Sequence[Change], new: Sequence[Fields]
) -> Amended | Refusal | None:
    first: Amended | Refusal | None = amended(sheet, changes) if changes else None
    if isinstance(first, Refusal) or not new:
        return first
    then = with_excerpts(replace(sheet, data=first.new) if first else sheet, new)
    if isinstance(then, Refusal) or first is None:
        return then
    return joined(first, then)


def _change(
    fields: Fields, excerpt: Excerpt, imperatives: Imperatives, *, replace_: bool
) -> tuple[Change | None, list[str]]:
    """What is to be added to an excerpt; and what differs and stays."""
    differing = []
    said = str(fields.get("text", ""))
    # A workbook holds no words that it may not show: that is no difference.
    if said and words_of(said) != words_of(excerpt.text):
        differing.append("its words")
    planned = fields.get("codes")
    add, other = _codes(planned or (), excerpt.codes, imperatives)
    replaced = [new_code(each, imperatives) for _, each in other] if replace_ else []
    differing += [] if replace_ else [f"its code on {name}" for name, _ in other]
    memo = prose(str(fields.get("memo", "")))
    keep_memo = not memo or memo == prose(excerpt.memo or "")
    if not keep_memo and excerpt.memo and not replace_:
        differing.append("its memo")
        keep_memo = True
    lists = {key: _more(fields.get(key, ()), getattr(excerpt, key)) for key in LISTS}
    none = planned == [] and excerpt.codes is None
    if not (add or replaced or none or not keep_memo or any(lists.values())):
        return None, differing
    change = Change(
        excerpt.id,
        (*add, *replaced),
        speaks_to_none=none,
        **lists,
        memo=None if keep_memo else memo,
        replace=bool(replaced) or bool(excerpt.memo and not keep_memo),
    )
    return change, differing


def _codes(
    planned: Iterable[Fields], there: Sequence[Code] | None, imperatives: Imperatives
) -> tuple[list[NewCode], list[tuple[str, Fields]]]:
    """The codes that are not there yet, and those that are there and say something else."""
    add: list[NewCode] = []
    other: list[tuple[str, Fields]] = []
    for each in planned:
        code = new_code(each, imperatives)
        held = [one for one in there or () if one.imperative == code.imperative]
        if not held and code.imperative not in {one.imperative for one in add}:
            add.append(code)
        elif held and not any(_alike(code, one) for one in held):
            other.append((code.imperative, each))
    return add, other


def _alike(new: NewCode, old: Code) -> bool:
    """Whether a code that is there says all that the new one does."""
    given = (new.stance, new.share, new.basis, new.rung, new.tier, new.indicator)
    held = (old.stance, old.share, old.basis, old.rung, old.tier, old.indicator)
    same = all(one is None or one == two for one, two in zip(given, held, strict=True))
    return same and (not new.memo or prose(new.memo) == prose(old.memo or ""))


def _more(words: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    held = {each.casefold() for each in there}
    return tuple(each for each in words if each.casefold() not in held)


def _facts(fields: Fields, held: Mapping[str, Any]) -> Iterator[str]:
    """The facts of a source that the foreign file tells otherwise."""
    for key in _COMPARED:
        if key in fields and json.dumps(fields[key]) != json.dumps(held.get(key, fields[key])):
            yield f"its {key}"
