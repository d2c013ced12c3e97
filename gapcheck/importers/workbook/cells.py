"""Cells of one row as values of the format; what is wrong in one is noted with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.importers.grids.grid import Row
from gapcheck.importers.typed import day_typed, items, quoted, yes_or_no
from gapcheck.importers.workbook.table import Table
from gapcheck.model.brought import Mishap
from gapcheck.near import offered
from gapcheck.schema.parts import ANY_CASE_ID, ID

_SHARE = re.compile(
    r"(?:(?P<percent>\d+(?:\.\d+)?) ?%|(?P<met>\d+(?:\.\d+)?))"
    r"(?: *(?:of|out of|/) *(?P<of>\d+))?",
    re.IGNORECASE,
)
_SHARES = "A share is `19 of 38`, `28%` or `28% of 60`."
_IDS = "Small letters, digits, `-`, `_` and `.` make one, and it begins with a letter or digit."


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a table, read by heads; an empty cell is None, as is one that is wrong."""

    table: Table
    row: Row
    mishaps: list[Mishap]

    def text(self, head: str) -> str:
        """What stands there, as it is."""
        return self.table.text(self.row, head)

    def wrong(self, head: str, message: str, advice: str = "", *, sensitive: bool = False) -> None:
        """Note what is wrong in a cell."""
        found = self.table.mishap(self.row, head, message, advice, sensitive=sensitive)
        self.mishaps.append(found)

    def word(self, head: str, noun: str, words: Sequence[str]) -> str | None:
        """One of some words, in whatever case it was typed; any word where none are known."""
        typed = self.text(head)
        return self._one(head, noun, words, typed) if typed else None

    def several(self, head: str, noun: str, words: Sequence[str]) -> tuple[str, ...]:
        """Some of some words."""
        found = (self._one(head, noun, words, each) for each in self.listing(head))
        return tuple(each for each in found if each is not None)

    def listing(self, head: str) -> tuple[str, ...]:
        """Words of one's own; that a line ends tells a single one from several."""
        return items(self.table.whole(self.row, head))

    def _one(self, head: str, noun: str, words: Sequence[str], typed: str) -> str | None:
        folded = {word.casefold(): word for word in words}
        plain = " ".join(typed.split()).casefold()
        found = folded.get(plain) or folded.get(plain.replace(" ", "-"))
        if found or not words:
            return found or typed
        advice = offered(plain, words)
        self.wrong(head, f"{quoted(typed)} is no {noun}", advice)
        return None

    def day(self, head: str) -> str | None:
        """A date."""
        typed = self.text(head)
        value, advice = day_typed(typed)
        if typed and not value:
            message = f"{quoted(typed)} is no date as dates are written here"
            self.wrong(head, message, advice)
        return value or None

    def yes(self, head: str) -> bool | None:
        """Yes or no."""
        typed = self.text(head)
        value = yes_or_no(typed)
        if typed and value is None:
            self.wrong(head, f"{quoted(typed)} is neither yes nor no", "Type yes or no.")
        return value

    def count(self, head: str) -> int | None:
        """A whole number of at least one."""
        typed = self.text(head).replace(",", "").replace(" ", "")
        if not typed:
            return None
        if re.fullmatch(r"[1-9]\d{0,8}", typed):
            return int(typed)
        self.wrong(
            head, f"{quoted(typed)} is no number of people", "Type a whole number, such as 38."
        )
        return None

    def share(self, head: str) -> dict[str, float] | None:
        """A share: so many of so many, or a percentage."""
        typed = self.text(head)
        if not typed:
            return None
        found = _SHARE.fullmatch(typed)
        if found is None:
            dated = " Excel has made a date of it." if day_typed(typed)[0] else ""
            self.wrong(head, f"{quoted(typed)} is no share", f"{_SHARES}{dated}")
            return None
        value = {key: _number(said) for key, said in found.groupdict().items() if said}
        of = value.get("of", 0 if "met" in value else 1)
        if of == 0 or value.get("met", 0) > of or value.get("percent", 0) > 100:
            self.wrong(head, f"{quoted(typed)} is no part of a whole", _SHARES)
            return None
        return value

    def name(self, head: str, noun: str, *, any_case: bool = False) -> str | None:
        """An id, in small letters unless any case may be."""
        typed = self.text(head)
        if not typed:
            return None
        plain = typed if any_case else typed.lower()
        if re.fullmatch(ANY_CASE_ID if any_case else ID, plain):
            return plain
        mended = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-._")
        hint = f"Did you mean `{mended}`? " if mended else ""
        # In place of a pseudonym somebody's name may have been typed.
        self.wrong(head, f"{quoted(typed)} is no {noun}", f"{hint}{_IDS}", sensitive=True)
        return None


def _number(said: str) -> float:
    value = float(said)
    return int(value) if value.is_integer() else value


def as_known(typed: str, names: Iterable[str]) -> str | None:
    """A name as it is written where it was given, in whatever case it was typed."""
    each = dict.fromkeys(names)
    if typed in each:
        return typed
    return next((name for name in each if name.casefold() == typed.casefold()), None)
