"""Imperatives that a foreign code may mean, by its name and the words that were coded with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from gapcheck.bringing.meaning import Dictionary
from gapcheck.matchers.closest import closest
from gapcheck.model.brought import Brought, ForeignCode
from gapcheck.model.study import Imperative

_FEW: Final = 3
_PASSAGES: Final = 40
"""Passages of a code that are looked at: more of them change nothing."""


def suggested(
    codes: Sequence[ForeignCode], brought: Brought, dictionary: Dictionary
) -> Mapping[str, tuple[str, ...]]:
    """Up to three imperatives for each of some codes, the likeliest first, by the code's key."""
    said = _said(brought)
    words = [_words(each, said.get(each.key, [])) for each in codes]
    near = closest(words, _all(dictionary), _FEW)
    return {
        code.key: tuple(one.name for one in found) for code, found in zip(codes, near, strict=True)
    }


def _all(dictionary: Dictionary) -> list[Imperative]:
    named = {one.name: one for one in dictionary.imperatives.known.values()}
    return [named[name] for name in sorted(named)]


def _said(brought: Brought) -> dict[str, list[str]]:
    """Some passages of each code, by its key."""
    found: dict[str, list[str]] = {}
    for document in brought.documents:
        for passage in document.passages:
            for each in passage.codings or ():
                held = found.setdefault(each.code, [])
                if len(held) < _PASSAGES:
                    held.append(passage.text)
    return found


def _words(code: ForeignCode, passages: Sequence[str]) -> str:
    # The name says more than the words of any one passage.
    return "\n".join([*[" ".join(code.path)] * 3, code.description, *passages])
