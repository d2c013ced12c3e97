"""Imperatives by name: in full always, short where only one has it."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.load.reading import Reading
from gapcheck.model.study import Imperative
from gapcheck.near import nearest
from gapcheck.source.document import Path


class Ambiguous(Exception):
    """A short name is that of several imperatives; the argument is the tuple of full names."""


class Imperatives:
    """All imperatives of a study by full and short name.

    `spoilt` names those that were left out for an error of their own, so that a code on them
    is not called a misspelling; `unread` names policy files of which nothing could be read.
    `known` are the imperatives by every name that means just one of them.
    """

    def __init__(
        self,
        imperatives: Iterable[Imperative],
        spoilt: Iterable[str] = (),
        unread: Iterable[str] = (),
    ) -> None:
        self._full = {one.name: one for one in imperatives}
        self._short: dict[str, list[str]] = {}
        for name in sorted(self._full):
            self._short.setdefault(name.partition("/")[2], []).append(name)
        lone = {one: self._full[names[0]] for one, names in self._short.items() if not names[1:]}
        self.known: dict[str, Imperative] = {**lone, **self._full}
        self._spoilt = frozenset(spoilt)
        self._unread = tuple(unread)

    def told(self) -> str:
        """All that is known, in words that change whenever any of it does."""
        return repr((list(self._full.values()), sorted(self._spoilt), self._unread))

    def find(self, name: str) -> Imperative | None:
        """The imperative of that name, or None; Ambiguous where several have it."""
        if name in self._full:
            return self._full[name]
        names = self._short.get(name, [])
        if len(names) > 1:
            raise Ambiguous(tuple(names))
        return self._full[names[0]] if names else None

    def near(self, name: str) -> str | None:
        """The nearest name there is: short where that is enough, else in full."""
        if "/" in name:
            return nearest(name, self._full)
        return nearest(name, self._short)

    def resolve(self, reading: Reading, path: Path, name: str) -> Imperative | None:
        """The imperative that a file names at `path`; what is wrong with the name is noted."""
        try:
            found = self.find(name)
        except Ambiguous as several:
            names = " or ".join(several.args[0])
            message = f"`{name}` is the short name of {len(several.args[0])} imperatives"
            reading.error(path, "ambiguous-imperative", message, f"Write {names}.")
            return None
        if found is None:
            self._unknown(reading, path, name)
        return found

    def _unknown(self, reading: Reading, path: Path, name: str) -> None:
        if name in self._spoilt:
            message = f"the imperative `{name}` is left out for an error in its own file"
            reading.error(path, "unknown-imperative", message, "Mend that first.")
            return
        near = self.near(name)
        advice = "`gapcheck list imperatives` names them all."
        if self._unread and not near:
            advice = f"It may stand in {self._unread[0]}, which cannot be read until it is mended."
        if near:
            meant = self._full.get(near) or self._full[self._short[near][0]]
            advice = f"Did you mean `{near}`? It stands in {meant.location}."
        message = f"no policy has the imperative `{name}`"
        reading.error(path, "unknown-imperative", message, advice)
