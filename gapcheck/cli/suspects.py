"""`gapcheck review --suspect`: codes on imperatives that have changed, confirmed one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from gapcheck.amend.refusal import Refusal
from gapcheck.assess.admissible import speaker_exclusion
from gapcheck.cli.options import today
from gapcheck.cli.output import say
from gapcheck.cli.refusals import Refused
from gapcheck.coding import run
from gapcheck.coding.earlier import Earlier
from gapcheck.coding.promises import may_be_shown
from gapcheck.coding.suspects import (
    CodedOne,
    Codes,
    accept_all,
    broken_lock,
    codes_of,
    confirm,
    named,
)
from gapcheck.coding.wishes import CodeWish, Wish
from gapcheck.model.choices import Stance
from gapcheck.model.study import Imperative
from gapcheck.reports import phrases
from gapcheck.reports.inert import visible
from gapcheck.reports.words import STANCES

Named = tuple[str, str, str]
"""A source, an excerpt and an imperative, as typed."""

_KEYS = {stance.value[0]: stance for stance in Stance}
_ASKED = (
    "[c] it stands   [h p a o u] it happens, partly, is absent, the opposite, unaware\n"
    "[s] later   [q] stop > "
)
_WIDTH = 88


def accept(root: Path, names: list[str], coder: str) -> None:
    """Note every code as it is now."""
    _readable(root)
    codes = codes_of(root, names, coder)
    if not accept_all(root, codes):
        raise Refused("gapcheck.lock could not be written.")
    were = len(codes.suspect)
    said = f"{phrases.counted(len(codes.all), 'code')} noted as they are now"
    tail = f"; {were} of them {'was' if were == 1 else 'were'} suspect" if were else ""
    sys.stderr.write(f"{said}{tail}.\n")


def confirm_one(root: Path, wanted: Named, coder: str) -> None:
    """Confirm the one code that is named."""
    _readable(root)
    one = named(root, codes_of(root, coder=coder), *wanted)
    if not confirm(root, [one]):
        raise Refused("gapcheck.lock could not be written.")
    state = "Confirmed" if one.suspect else "It was not suspect; noted as it is now"
    said = f"{state}: {one.file} {one.excerpt.id}, {one.imperative.name}."
    sys.stderr.write(visible(f"{said}\n"))


def walk_through(root: Path, names: list[str], coder: str, *, on_a_terminal: bool) -> None:
    """Show each suspect code, and ask whether it stands."""
    _readable(root)
    codes = codes_of(root, names, coder)
    found = codes.suspect
    if not found:
        sys.stderr.write(f"No code is suspect.{_untold(codes)}\n")
        return
    if not on_a_terminal:
        raise Refused(
            f"{phrases.counted(len(found), 'code is', 'codes are')} suspect, and review needs a "
            "terminal. In scripts: gapcheck check --select suspect-code, and gapcheck review "
            "--suspect --confirm SOURCE EXCERPT IMPERATIVE."
        )
    earlier = Earlier(root, codes.corpus.settings.vocabulary)
    done = 0
    for number, one in enumerate(found, 1):
        say(visible(_card(one, earlier, f"{number} of {len(found)}")))
        answer = _settled(root, one)
        if answer is None:
            break
        done += answer
    left = len(found) - done
    rest = f"{left} left" if left else "nothing is left"
    sys.stderr.write(f"{done} settled, {rest}.\n")


def _readable(root: Path) -> None:
    # What is noted into a broken lock would be lost.
    if why := broken_lock(root):
        raise Refused(why)


def _untold(codes: Codes) -> str:
    if not codes.untold:
        return ""
    count = phrases.counted(codes.untold, "code")
    how = "`gapcheck review --suspect --accept-all` notes them as they are now."
    return f" Of {count} nothing was noted: {how}"


def _settled(root: Path, one: CodedOne) -> bool | None:
    """Whether the code was settled; None where the person stops."""
    while True:
        sys.stdout.write(_ASKED)
        sys.stdout.flush()
        line = sys.stdin.readline()
        key = line.strip().lower()
        if key == "q" or not line:
            return None
        if key == "s":
            return False
        if key == "c":
            if not confirm(root, [one]):
                raise Refused("gapcheck.lock could not be written.")
            return True
        if key in _KEYS and _recoded(root, one, _KEYS[key]):
            return True


def _recoded(root: Path, one: CodedOne, stance: Stance) -> bool:
    """Whether another stance was written."""
    code = CodeWish(one.imperative.name, stance)
    wish = Wish(one.excerpt.id, code, replace=True)
    named = f"{one.source.lsp}/{one.source.id}"
    coder = one.coder if one.coder != one.source.coder else ""
    found = run.code(root, named, wish, coder=coder)
    if isinstance(found, Refusal):
        say(visible(f"Nothing was written. {found}\n"))
        return False
    say(visible(f"Wrote {found.found.file}.\n"))
    return True


def _card(one: CodedOne, earlier: Earlier, count: str) -> str:
    by = f", by {one.coder}" if one.coder else ""
    stance = STANCES[one.code.stance] if one.code.stance else "A share"
    lines = [
        "",
        f"{count}  {one.file} {one.excerpt.id}  {one.code.location}",
        *_said(one),
        f"Coded: {phrases.inside(stance)}{by}",
        *_compared(one.imperative, earlier.as_noted(one.imperative, one.noted)),
        "",
    ]
    return "\n".join(lines)


def _said(one: CodedOne) -> Iterator[str]:
    """The words and what was noted of them, for whoever coded them and may still read them."""
    if speaker_exclusion(one.source, one.source.speaker_of(one.excerpt), today()):
        yield "  (Consent does not cover these words.)"
        return
    if not may_be_shown(one.source, one.excerpt.id):
        yield "  These words may not be quoted. They are shown to you alone."
    yield from _filled(f"“{one.excerpt.text.strip()}”")
    yield from _filled(f"Memo: {one.code.memo}" if one.code.memo else "")


def _compared(now: Imperative, before: Imperative | None) -> Iterator[str]:
    yield now.name
    if before is None:
        yield "  Git does not have it as it was. Now:"
        yield from _filled(now.text)
        yield from (f"  {line}" for line in _around(now))
        return
    changed = [part for part in zip(_told(before), _told(now), strict=True) if part[0] != part[1]]
    for old, new in changed:
        yield from _filled(f"Before: {old}")
        yield from _filled(f"Now:    {new}")


def _told(one: Imperative) -> tuple[str, ...]:
    return (" ".join(one.text.split()), *_around(one))


def _around(one: Imperative) -> tuple[str, ...]:
    scope = one.applies_to
    where = (*scope.kinds, *scope.designations)
    places = f" for {phrases.joined(where)}" if where else ""
    return f"demands: {one.demands}", f"applies in {phrases.named(one.nation)}{places}"


def _filled(text: str) -> list[str]:
    return wrap(" ".join(text.split()), _WIDTH, initial_indent="  ", subsequent_indent="  ")
