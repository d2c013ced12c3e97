"""The numbers of paragraphs in statutes and guidance, and how a place is cited by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final


class Rank(IntEnum):
    """How deep a number stands: a section above (1) above (a) above (i) above (A)."""

    TOP = 0
    ARABIC = 1
    LETTER = 2
    ROMAN = 3
    CAPITAL = 4
    BULLET = 5


class Manner(StrEnum):
    """How the numbered parts of a kind of document are cited."""

    ACT = "s."
    REGULATIONS = "reg. "
    ORDER = "art. "
    RULES = "rule "
    GUIDANCE = "para "


_TOP: Final = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?|\d{1,3}[A-Z]{0,3})"
    r"(?P<end>\.?[—–]\s*(?=\()|(?=\(\d)|[.)]?\s+(?=[A-Z(“\"‘\[])|[.)]?$)"
)
_DOTTED: Final = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?)[.)]?\s+(?=\S)")
_LOWER: Final = re.compile(r"\(?(?P<label>\d{1,3}[A-Z]{0,2}|[a-z]{1,3}|[A-Z]{1,2})\)\s*(?=\S|$)")
_BULLET: Final = re.compile(r"(?:[•·▪◦●‣■□–\uf0b7]|[-*o](?=\s))\s*(?=\S|$)")
_AMENDED: Final = re.compile(r"\[?F\d+\s?(?=[\[(\dA-Z])")
_ROMAN_FORM: Final = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_DIVISION: Final = re.compile(
    r"^(?P<kind>schedule|annex|appendix|part|chapter)\s*(?P<number>\d{1,3}[A-Z]?|[IVXL]+\b|[A-Z]\b)?",
    re.IGNORECASE,
)
_VALUES: Final = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Label:
    """A number before a paragraph; `text` is as it is cited ("(a)", "2.4")."""

    rank: Rank
    text: str


def peeled(text: str) -> tuple[tuple[Label, ...], str]:
    """The numbers that a paragraph begins with, and the rest of it."""
    labels: list[Label] = []
    rest = _AMENDED.sub("", text, count=1) if text.startswith(("F", "[F")) else text
    if bullet := _BULLET.match(rest):
        inner, own = peeled(rest[bullet.end() :])
        # Markdown has a bullet before "(a)" too, since it knows no such numbers.
        return (inner, own) if inner else ((Label(Rank.BULLET, "•"),), rest[bullet.end() :])
    if top := _DOTTED.match(rest) or _TOP.match(rest):
        labels.append(Label(Rank.TOP, top["number"]))
        rest = rest[top.end() :]
    while len(labels) < 4 and (found := _LOWER.match(rest)):
        # A paragraph that begins "(the council)" or "(as amended)" has no number.
        if rest[0] != "(" and labels:
            break
        labels.append(_lower(found["label"]))
        rest = rest[found.end() :]
        rest = _AMENDED.sub("", rest, count=1) if rest.startswith(("F", "[F")) else rest
    return tuple(labels), rest.strip()


def _lower(label: str) -> Label:
    if label[0].isdigit():
        rank = Rank.ARABIC
    elif label.isupper():
        rank = Rank.CAPITAL
    else:
        rank = Rank.ROMAN if _ROMAN_FORM.fullmatch(label) else Rank.LETTER
    return Label(rank, f"({label})")


def division(heading: str) -> str:
    """What a heading that begins with "Schedule 2" names; empty for any other."""
    found = _DIVISION.match(heading)
    if not found or (not found["number"] and found["kind"].lower() != "schedule"):
        return ""
    return f"{found['kind'].capitalize()} {found['number'] or ''}".strip()


class Place:
    """Where in a document one is, told from the numbers and headings that were passed."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._division = ""
        self._labels: list[Label] = []
        self._beyond = self._counted = False
        self.heading = ""

    def under(self, heading: str) -> None:
        """Pass a heading; those of schedules and annexes begin their numbers anew."""
        named = division(heading)
        if named.startswith(("Schedule", "Annex", "Appendix")):
            self._division = named
        if named:
            self._labels = []
        self.heading, self._beyond, self._counted = heading, False, False

    def at(self, labels: tuple[Label, ...]) -> tuple[Label, ...]:
        """Pass numbers, and give them as what they are here: (i) may be a letter or a number."""
        if any(label.rank is not Rank.BULLET for label in labels):
            self._beyond, self._counted = False, True
        return tuple(self._placed(label) for label in labels)

    def unnumbered(self) -> None:
        """Pass a paragraph without a number; in guidance it is no part of the one before it."""
        self._beyond = self._counted and self._manner is Manner.GUIDANCE

    def _placed(self, label: Label) -> Label:
        own = label
        if label.rank is Rank.ROMAN and not self._is_roman(label):
            own = Label(Rank.LETTER, label.text)
        elif label.rank is Rank.LETTER and self._is_roman(label):
            own = Label(Rank.ROMAN, label.text)
        self._labels = [one for one in self._labels if one.rank < own.rank]
        if own.rank is not Rank.BULLET:
            self._labels.append(own)
        return own

    def _is_roman(self, label: Label) -> bool:
        word = label.text.strip("()")
        if not _ROMAN_FORM.fullmatch(word):
            return False
        last = {one.rank: one.text.strip("()") for one in self._labels}
        if Rank.ROMAN in last:
            return roman(word) == roman(last[Rank.ROMAN]) + 1 or not _follows(
                last.get(Rank.LETTER, ""), word
            )
        return not _follows(last.get(Rank.LETTER, ""), word) and roman(word) == 1

    def locator(self) -> str:
        """The place as it is cited: "s.116ZA(2)(c)", "Schedule 2 para 3", "para 2.4"."""
        top = [one.text for one in self._labels if one.rank is Rank.TOP]
        below = "".join(one.text for one in self._labels if one.rank is not Rank.TOP)
        if not top:
            return f"{self._division} {below}".strip() if self._division else ""
        manner = "para " if self._division or "." in top[0] else str(self._manner)
        place = f"{self._division} {manner}{top[0]}{below}".strip()
        return f"after {place}" if self._beyond else place


def roman(word: str) -> int:
    """The value of a Roman number up to xxxix."""
    values = [_VALUES[letter] for letter in word]
    return sum(
        -value if any(later > value for later in values[n + 1 : n + 2]) else value
        for n, value in enumerate(values)
    )


def _follows(before: str, label: str) -> bool:
    """Whether a letter comes next after another: (i) after (h)."""
    return len(before) == len(label) == 1 and ord(label) == ord(before) + 1
