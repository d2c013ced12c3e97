"""What somebody asks for in words, and the change that it means; or the nearest right words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from gapcheck.amend.change import Agreed, Change, NewCode
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.coding.desk import Desk
from gapcheck.load.choose import choose_imperative
from gapcheck.model.choices import Basis, Rung, Stance
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Imperative, Share
from gapcheck.near import did_you_mean
from gapcheck.schema.evidence import WITH_SHARES

_NUMBER: Final = r"\d+(?:\.\d+)?"
_PART: Final = re.compile(rf"(?P<met>{_NUMBER})\s*(?:/|of)\s*(?P<of>\d+)")
_PERCENT: Final = re.compile(rf"(?P<percent>{_NUMBER})\s*%(?:\s*(?:/|of)\s*(?P<of>\d+))?")


@dataclass(frozen=True, slots=True)
class CodeWish:
    """A code as typed; what is not wished is empty."""

    imperative: str = ""
    stance: str = ""
    share: str = ""
    basis: str = ""
    rung: str = ""
    tier: str = ""
    indicator: str = ""
    memo: str | None = None
    agreed: Agreed | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """What else is noted on an excerpt."""

    themes: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    enablers: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()
    memo: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What to write on the excerpt of that id, as typed."""

    excerpt: str
    code: CodeWish = CodeWish()
    notes: Notes = Notes()
    speaks_to_none: bool = False
    replace: bool = False


class _Unfit(Exception):
    """A word means nothing here; the arguments are the sentence and what to do."""


def change_of(desk: Desk, wish: Wish) -> Change | Refusal:
    """The change that is meant; UnknownName where there is no such imperative."""
    notes = wish.notes
    try:
        return Change(
            wish.excerpt,
            _codes(desk, wish.code),
            speaks_to_none=wish.speaks_to_none,
            themes=notes.themes,
            barriers=notes.barriers,
            enablers=notes.enablers,
            tensions=_tensions(desk, notes.tensions),
            memo=notes.memo,
            replace=wish.replace,
        )
    except _Unfit as error:
        return Refusal(Reason.UNFIT, *error.args)


def share_of(typed: str) -> Share | None:
    """A share as it is said: 19/38, `19 of 38`, 28%, `28% of 60`; None where it is none."""
    text = typed.strip()
    if found := _PART.fullmatch(text):
        return Share(met=float(found["met"]), of=int(found["of"]))
    if found := _PERCENT.fullmatch(text):
        return Share(percent=float(found["percent"]), of=int(found["of"]) if found["of"] else None)
    return None


def _codes(desk: Desk, wish: CodeWish) -> tuple[NewCode, ...]:
    details = (wish.stance, wish.share, wish.basis, wish.rung, wish.tier, wish.indicator)
    if not wish.imperative:
        if any(details) or wish.memo is not None or wish.agreed is not None:
            raise _Unfit("No imperative is named", "A stance or a memo of a code belongs to one.")
        return ()
    if wish.stance and wish.share:
        raise _Unfit("A code gives a stance, or a share", "Leave one of them out.")
    known = desk.before.imperatives
    imperative = choose_imperative(Corpus(policies=desk.before.policies), wish.imperative)
    short = imperative.id if known.known.get(imperative.id) is imperative else ""
    tiers = desk.before.settings.vocabulary.tiers
    code = NewCode(
        imperative.name,
        short,
        Stance(_known(wish.stance, Stance, "stance")) if wish.stance else None,
        _share(desk, wish.share) if wish.share else None,
        Basis(_known(wish.basis, Basis, "basis")) if wish.basis else None,
        Rung(_known(wish.rung, Rung, "rung")) if wish.rung else None,
        _known(wish.tier, tiers, "tier") if wish.tier else None,
        _indicator(imperative, wish.indicator) if wish.indicator else None,
        wish.memo,
        wish.agreed,
    )
    return (code,)


def _share(desk: Desk, typed: str) -> Share:
    kind = desk.source.kind
    if kind not in WITH_SHARES:
        advice = "Only surveys and evaluations give them; here, give a stance."
        raise _Unfit(f"A source of the kind {kind} has no shares", advice)
    share = share_of(typed)
    if share is None:
        raise _Unfit(f"`{typed}` is no share", 'Write 19/38, 28%, or "28% of 60".')
    if share.percent is not None and share.percent > 100:
        raise _Unfit(f"{share.percent:g} is no percentage", "It lies between 0 and 100.")
    if share.of == 0 or (share.met or 0) > (share.of or share.met or 0):
        raise _Unfit(
            f"`{typed}` is no share", "It is a part of at least one, and no more than all."
        )
    return share


def _indicator(imperative: Imperative, name: str) -> str:
    known = [one.id for one in imperative.indicators]
    if name not in known:
        listed = f"It has: {', '.join(known)}." if known else "It lists none."
        advice = f"{did_you_mean(name, known)} {listed}".strip()
        raise _Unfit(f"`{name}` is no indicator of {imperative.name}", advice)
    return name


def _tensions(desk: Desk, names: Iterable[str]) -> tuple[str, ...]:
    known = desk.before.settings.vocabulary.tensions
    return tuple(_known(name, known, "tension") for name in names)


def _known(word: str, known: Iterable[str] | Mapping[str, str], noun: str) -> str:
    """A word of a closed list; _Unfit, with the nearest, where it is none of them."""
    options: Collection[str] = [str(one) for one in known]
    if word in options:
        return word
    advice = f"{did_you_mean(word, options)} Allowed: {', '.join(options)}.".strip()
    raise _Unfit(f"`{word}` is no {noun}", advice)
