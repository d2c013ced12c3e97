"""How a researcher types: what most of a file does is what is done when something is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from gapcheck.amend.change import LISTS
from gapcheck.amend.draft import Draft, value_at
from gapcheck.source.document import Path
from gapcheck.source.layout import Kind, Part

Choice = TypeVar("Choice")


class Form(StrEnum):
    """The four ways of typing codes."""

    DASHES = "dashes"
    BRACKETS = "brackets"
    SHORT_BRACES = "short-braces"
    SHORT_LINES = "short-lines"

    @property
    def short(self) -> bool:
        """Whether only an imperative and its stance have room."""
        return self in (Form.SHORT_BRACES, Form.SHORT_LINES)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a file does; the defaults are those of the format's own pages.

    `dash` is how far dashes stand to the right of their key, `step` how far keys do of theirs;
    `braces` and `brackets` are what stands inside them. `full` is None where no imperative is
    named, and `dashed` are the lists of words that are typed with dashes. With `signs` prose
    stands under `>` or `|`, else in quotation marks.
    """

    form: Form = Form.DASHES
    keys_on_lines: bool = False
    dash: int = 2
    step: int = 2
    braces: str = ""
    brackets: str = ""
    full: bool | None = None
    dashed: frozenset[str] = frozenset()
    signs: bool = True


def codes_paths(draft: Draft) -> Iterator[Path]:
    """The paths of all codes of a source, or of a second coder's file."""
    if ("excerpts",) not in draft.layout:
        table = draft.part(("codes",))
        yield from (("codes", step) for step in (table.steps if table else ()))
        return
    for step in draft.layout[("excerpts",)].steps:
        if ("excerpts", step, "codes") in draft.layout:
            yield ("excerpts", step, "codes")


def habits_of(*samples: tuple[Draft, Any]) -> Habits:
    """The habits of a file: its text with what it holds.

    Where it tells nothing of a habit, the samples after it are asked.
    """
    seen = [_Seen(*sample) for sample in samples]
    dash = _most([one.dashes for one in seen], -1)
    return Habits(
        form=_most([one.forms for one in seen], Form.DASHES),
        keys_on_lines=_most([one.on_lines for one in seen], False),
        dash=dash if dash >= 0 else _most([one.other_dashes for one in seen], 2),
        step=_most([one.steps for one in seen], 2),
        braces=_most([one.padding(Kind.MAPPING) for one in seen], ""),
        brackets=_most([one.padding(Kind.LIST) for one in seen], ""),
        full=_full([one.full_names for one in seen]),
        dashed=frozenset(key for key in LISTS if _most([one.dashed(key) for one in seen], False)),
    )


class _Seen:
    """What one file does, each time that it does it."""

    def __init__(self, draft: Draft, value: Any) -> None:
        self._draft = draft
        parts = draft.layout
        paths = list(codes_paths(draft))
        codes = [parts[path] for path in paths if parts[path].steps]
        items = [parts[(*path, step)] for path in paths for step in parts[path].steps]
        self._filled = [(path, part) for path, part in parts.items() if part.steps]
        self.forms = [form_of(one) for one in codes]
        self.on_lines = [not one.flow for one in items if one.kind is Kind.MAPPING]
        self.dashes = _offsets(codes, Kind.LIST)
        self.other_dashes = _offsets([one for _, one in self._filled], Kind.LIST)
        self.steps = _offsets([one for _, one in self._filled], Kind.MAPPING)
        self.full_names = ["/" in name for name in _names(value, paths)]

    def padding(self, kind: Kind) -> list[str]:
        """What stands inside the braces, or the brackets, of each."""
        text = self._draft.text
        flows = (one for _, one in self._filled if one.flow and one.kind is kind)
        return [" " if text[one.start + 1] == " " else "" for one in flows]

    def dashed(self, key: str) -> list[bool]:
        """Whether each list under that key has dashes."""
        return [not one.flow for path, one in self._filled if path and path[-1] == key]


def form_of(part: Part) -> Form:
    """The form in which codes that are not empty are typed."""
    if part.kind is Kind.LIST:
        return Form.BRACKETS if part.flow else Form.DASHES
    return Form.SHORT_BRACES if part.flow else Form.SHORT_LINES


def named_in(codes: Any) -> Iterator[str]:
    """The imperatives that codes name, as typed."""
    if isinstance(codes, dict):
        yield from codes
    for one in codes if isinstance(codes, list) else ():
        if isinstance(one, dict) and isinstance(one.get("imperative"), str):
            yield one["imperative"]


def _most(seen: Iterable[list[Choice]], default: Choice) -> Choice:
    """What was seen most often in the first file that shows it at all."""
    first = next(filter(None, seen), [default])
    return Counter(first).most_common(1)[0][0]


def _full(seen: list[list[bool]]) -> bool | None:
    return _most(seen, False) if any(seen) else None


def _offsets(parts: list[Part], kind: Kind) -> list[int]:
    """How far to the right of their keys blocks of one kind stand."""
    blocks = (one for one in parts if one.kind is kind and one.key and not one.flow)
    return [one.column - one.key_column for one in blocks]


def _names(value: Any, codes: list[Path]) -> list[str]:
    names = [name for path in codes for name in named_in(value_at(value, path))]
    asked = value.get("asked") if isinstance(value, dict) else None
    listed = asked if isinstance(asked, list) else ()
    return [*names, *(one for one in listed if isinstance(one, str))]
