"""A sitting's work on the files: what would be written, writing it, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from gapcheck.amend.committing import Done, undo
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended
from gapcheck.coding.desk import Desk, Opened, desk_in, open_study
from gapcheck.coding.noting import forget, note_coding
from gapcheck.coding.run import propose, write
from gapcheck.model.study import Excerpt
from gapcheck.review.card import Card, Key
from gapcheck.review.decision import NOTHING, Decision
from gapcheck.transcripts.shelf import Shelf


@dataclass(slots=True)
class Sitting:
    """The files of a study for one coder; `coder` is empty for the codes of the sources' own.

    Whatever is written, the file is read anew just before, so that what others wrote stays.
    """

    root: Path
    coder: str = ""
    shelf: Shelf = field(init=False)
    _study: Opened | None = None
    _own: dict[Key, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.root)

    def proposal(self, card: Card, decision: Decision) -> Amended | Refusal:
        """The file as it would be; nothing is written."""
        desk = self._desk(card)
        return desk if isinstance(desk, Refusal) else self._proposed(desk, card, decision)

    def write(self, card: Card, decision: Decision) -> Done | Refusal:
        """Write what was decided, if the words are still those that the coder has read."""
        desk = self._desk(card)
        if isinstance(desk, Refusal):
            return desk
        found = self._proposed(desk, card, decision)
        if isinstance(found, Refusal):
            return found
        done = write(desk, found)
        if not isinstance(done, Refusal):
            self._own[card.key] = self._own.get(card.key, 0) + 1
            # What was on the screen, whatever the policy's file holds by now.
            coded = {card.excerpt.id: [decision.imperative] if decision.imperative else []}
            note_coding(self.root, desk.source, self.shelf, desk.name, coded)
        return done

    def undo(self, card: Card, done: Done, decision: Decision = NOTHING) -> Refusal | None:
        """Take back what was written for a card, if the file is still as it was left."""
        refused = undo(done)
        if refused is None:
            self._own[card.key] -= 1
            if decision.imperative:
                file = f"{card.source.lsp}/{done.path.stem}"
                forget(self.root, file, card.excerpt.id, decision.imperative)
        return refused

    def renewed(self, card: Card) -> Card | None:
        """The card with its words and notes as the file has them now; None where it is gone."""
        desk = self._desk(card)
        if isinstance(desk, Refusal):
            return None
        excerpt = _excerpt(desk, card)
        return replace(card, source=desk.source, excerpt=excerpt) if excerpt else None

    def _desk(self, card: Card) -> Desk | Refusal:
        self._study = self._study or open_study(self.root)
        return desk_in(self._study, card.name, self.coder)

    def _proposed(self, desk: Desk, card: Card, decision: Decision) -> Amended | Refusal:
        now = _excerpt(desk, card)
        if now is not None and (refused := self._moved_on(desk, card, now)):
            return refused
        known = desk.before.imperatives.known
        name = decision.imperative.id if decision.imperative else ""
        short = name in known and known[name].name == (
            decision.imperative and decision.imperative.name
        )
        return propose(desk, decision.change(card.excerpt.id, short=short))

    def _moved_on(self, desk: Desk, card: Card, now: Excerpt) -> Refusal | None:
        """What happened to the excerpt since it was laid before the coder, if anything did."""
        place = (now.location,)
        if now.text != card.excerpt.text:
            changed = f"The words of {card.excerpt.id} in {card.source.id} have changed"
            message = f"{changed} since they were shown"
            return Refusal(Reason.CHANGED, message, "Press r to read them anew.", place)
        coded = _coded(desk, card.excerpt.id, now)
        if coded and not self._own.get(card.key):
            message = f"Somebody else has reviewed {card.excerpt.id} of {card.source.id} meanwhile"
            return Refusal(Reason.CHANGED, message, "Press s to go on.", place)
        return None


def _excerpt(desk: Desk, card: Card) -> Excerpt | None:
    return next((one for one in desk.source.excerpts if one.id == card.excerpt.id), None)


def _coded(desk: Desk, name: str, now: Excerpt) -> bool:
    """Whether the file that is written to says anything of the excerpt by now."""
    if not desk.sheet.second:
        return now.codes is not None
    _, document = desk.sheet.read(desk.sheet.data)
    value = document.value
    return isinstance(value, dict) and name in (value.get("codes") or {})
