"""One imperative in one partnership, in both states."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.comparing.side import Place
from gapcheck.model.study import Imperative


@dataclass(frozen=True, slots=True)
class Both:
    """One imperative in one partnership, in both states (the old one with the new names)."""

    imperatives: tuple[Imperative, Imperative]
    places: tuple[Place, Place]

    @property
    def name(self) -> str:
        """The imperative's full name."""
        return self.imperatives[1].name

    @property
    def lsp(self) -> str:
        """The partnership's id."""
        return self.places[1].partnership.id

    @property
    def speaking(self) -> frozenset[str]:
        """The sources that bear on it on either side."""
        of = (place.speaking.get(self.name, frozenset()) for place in self.places)
        return frozenset[str]().union(*of)
