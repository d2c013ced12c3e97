"""What goes from process to process, with imperatives by name: there are few, named often."""

from __future__ import annotations

import copyreg
import io
import pickle
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any

from gapcheck.model.study import Imperative

_LEVEL = 1
"""Of what is told much is told again and again: the lightest pressing makes it a fifth."""
Reducer = Callable[[Any], str | tuple[Any, ...]]


def told(value: object) -> bytes:
    """A value as bytes, which `heard` reads where the same imperatives are known."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return zlib.compress(stream.getvalue(), _LEVEL)


def heard(data: bytes, imperatives: Mapping[str, Imperative]) -> Any:
    """The value, with one's own imperatives in it."""
    return _Hearing(io.BytesIO(zlib.decompress(data)), imperatives).load()


class _Hearing(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, imperatives: Mapping[str, Imperative]) -> None:
        super().__init__(stream)
        self._imperatives = imperatives

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _named.__name__):
            return self._imperatives.__getitem__
        return super().find_class(module, name)


class _Reducers(dict[type, Reducer]):
    """How each type is told; for a dataclass with slots quicker than it would do it itself.

    Such a class asks for its fields again for each object, which was most of what a process
    did that was told a hundred thousand suggestions.
    """

    def __missing__(self, kind: type) -> Reducer:
        reducer = copyreg.dispatch_table.get(kind) or _slotted(kind)
        if reducer is None:
            raise KeyError(kind)
        self[kind] = reducer
        return reducer


def _slotted(kind: type) -> Reducer | None:
    if not is_dataclass(kind) or kind.__new__ is not object.__new__ or not _setters(kind):
        return None
    # With the class before them, the values are a tuple even of a class that has one field.
    given = attrgetter("__class__", *(field.name for field in fields(kind)))
    return lambda one: (_made, given(one))


@cache
def _setters(kind: Any) -> tuple[Callable[[Any, Any], None], ...]:
    """What fills the slots of a dataclass, frozen or not; none where not all fields have one."""
    slots = [getattr(kind, field.name, None) for field in fields(kind)]
    found = [slot.__set__ for slot in slots if isinstance(slot, MemberDescriptorType)]
    return tuple(found) if len(found) == len(slots) else ()


def _made(kind: type, *values: object) -> Any:
    one: Any = object.__new__(kind)
    for fill, value in zip(_setters(kind), values, strict=True):
        fill(one, value)
    return one


def _by_name(one: Imperative) -> tuple[Any, ...]:
    return _named, (one.name,)


def _named(name: str) -> Imperative:
    raise AssertionError(f"{name} is looked up by who hears it")


_REDUCERS = _Reducers({Imperative: _by_name})
