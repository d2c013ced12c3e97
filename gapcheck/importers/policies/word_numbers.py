"""The numbers that Word draws beside paragraphs and keeps apart from their text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PLACE: Final = re.compile(r"%([1-9])")
_VALUES: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    pattern: str = ""
    start: int = 1


class Numbers:
    """Counts the numbered paragraphs of a document, in its order."""

    def __init__(self, document: Any) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._by_style: dict[str, tuple[str, int]] = {}
        root = _numbering(document)
        if root is not None:
            self._learn(root)
        for style in document.styles.element.iter(f"{_W}style"):
            own = _reference(style.find(f"{_W}pPr"))
            if own:
                self._by_style[str(style.get(f"{_W}styleId", ""))] = own

    def of(self, paragraph: Any, style: str) -> str:
        """The number of the next paragraph, as Word draws it; empty where it has none."""
        own = _reference(paragraph.find(f"{_W}pPr")) or self._by_style.get(style)
        if not own:
            return ""
        number, depth = own
        levels = self._lists.get(number)
        if not levels or depth not in levels:
            return ""
        # Lists of one pattern count on, whatever they are called.
        counts = self._counts[self._abstract[number]]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return _drawn(levels, counts, depth)

    def _learn(self, root: Any) -> None:
        patterns = {
            str(one.get(f"{_W}abstractNumId")): {
                int(level.get(f"{_W}ilvl", "0")): _level(level)
                for level in one.iter(f"{_W}lvl")
                if level.get(f"{_W}ilvl", "").isdecimal()
            }
            for one in root.iter(f"{_W}abstractNum")
        }
        for one in root.iter(f"{_W}num"):
            abstract = _value(one, "abstractNumId")
            name = str(one.get(f"{_W}numId"))
            self._lists[name] = patterns.get(abstract, {})
            self._abstract[name] = abstract


def _numbering(document: Any) -> Any:
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None


def _reference(properties: Any) -> tuple[str, int] | None:
    found = None if properties is None else properties.find(f"{_W}numPr")
    if found is None:
        return None
    number, depth = _value(found, "numId"), _value(found, "ilvl") or "0"
    if number in ("", "0") or not depth.isdecimal() or int(depth) >= _LEVELS:
        return None
    return number, int(depth)


def _level(level: Any) -> _Level:
    start = _value(level, "start")
    return _Level(
        _value(level, "numFmt") or "decimal",
        _value(level, "lvlText"),
        int(start) if start.isdecimal() and len(start) < 6 else 1,
    )


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _drawn(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "bullet":
        return "•"

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        own = levels.get(at, _Level())
        return _figure(own.form, counts.get(at, own.start))

    return _PLACE.sub(number, level.pattern)


def _figure(form: str, number: int) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and number < 40:
        text, rest = "", number
        for value, letters in _VALUES:
            text += letters * (rest // value)
            rest %= value
        return text if form == "lowerRoman" else text.upper()
    return str(number)
