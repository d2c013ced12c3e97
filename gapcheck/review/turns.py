"""A sitting turn by turn: what each key does, without a screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from gapcheck.amend.committing import Done
from gapcheck.amend.refusal import Refusal
from gapcheck.coding.wishes import share_of
from gapcheck.model.choices import Stance
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative
from gapcheck.review.card import Card
from gapcheck.review.decision import NOTHING, Decision
from gapcheck.review.pace import time_left
from gapcheck.review.pile import Pile
from gapcheck.review.sitting import Sitting
from gapcheck.review.view import Context, Progress, View
from gapcheck.schema.evidence import WITH_SHARES


@dataclass(frozen=True, slots=True)
class Opening:
    """What a sitting begins with: `reviewed` excerpts were reviewed before it began."""

    title: str
    settings: Settings
    reviewed: int = 0
    invented: tuple[tuple[str, str], ...] = ()
    calibrated: bool = False
    barriers: tuple[str, ...] = ()
    enablers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A step that can be taken back: where its card lay, and what had been decided."""

    place: int
    card: Card
    decision: Decision
    done: Done


def _no_context(_card: Card) -> Context | None:
    return None


@dataclass(slots=True)
class Turns:
    """The state of a sitting; every method is what one key does, and `view` what is then seen."""

    sitting: Sitting
    pile: Pile[Card]
    opening: Opening
    context: Callable[[Card], Context | None] = _no_context
    clock: Callable[[], float] = time.monotonic
    decision: Decision = NOTHING
    note: str = ""
    whole: bool = False
    written: list[Written] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.moments.append(self.clock())

    def view(self) -> View:
        """What is to be seen now."""
        card = self.pile.top
        ready = card is not None and self.decision.begun and not self.decision.missing
        lsp = card.source.lsp if card else ""
        return View(
            title=self.opening.title,
            settings=self.opening.settings,
            progress=self._progress(),
            card=card,
            decision=self.decision,
            proposal=self.sitting.proposal(card, self.decision) if card and ready else None,
            context=self.context(card) if card else None,
            coder=self.sitting.coder,
            invented=dict(self.opening.invented).get(lsp, ""),
            calibrated=self.opening.calibrated,
            note=self.note,
            whole=self.whole,
        )

    def candidate(self, rank: int) -> None:
        """Choose the candidate with that number, from 1 on."""
        card = self.pile.top
        if card and rank <= len(card.candidates):
            self.choose(card.candidates[rank - 1].imperative)

    def choose(self, imperative: Imperative) -> None:
        """Choose an imperative."""
        self._decide(self.decision.on(imperative))

    def none(self) -> None:
        """Say that the passage speaks to no imperative."""
        self._decide(self.decision.on_none())

    def say(self, stance: Stance) -> None:
        """Say what it says about practice."""
        self._decide(self.decision.saying(stance))

    def share(self, typed: str) -> None:
        """Say it as a share, as a survey does."""
        found = share_of(typed)
        if found is None:
            self.note = f"{typed} is no share: write 19/38, 28%, or 28% of 60."
        else:
            self._decide(self.decision.sharing(found))

    @property
    def shares(self) -> bool:
        """Whether the source on top may give shares; a note says so where it may not."""
        card = self.pile.top
        may = card is not None and card.source.kind in WITH_SHARES
        self.note = "" if may else "Only surveys and evaluations give shares."
        return may

    def turn_basis(self) -> None:
        """The next basis."""
        self._decide(self.decision.next_basis())

    def turn_rung(self) -> None:
        """The next rung."""
        self._decide(self.decision.next_rung())

    def turn_indicator(self) -> None:
        """The next indicator of the imperative."""
        self._decide(self.decision.next_indicator())

    def memo(self, text: str) -> None:
        """Note why it is coded so; nothing typed takes the memo away."""
        self._decide(replace(self.decision, memo=text.strip() or None))

    def barrier(self, name: str) -> None:
        """Note a barrier; the same once more takes it away."""
        self._decide(replace(self.decision, barriers=_toggled(self.decision.barriers, name)))

    def enabler(self, name: str) -> None:
        """Note an enabler; the same once more takes it away."""
        self._decide(replace(self.decision, enablers=_toggled(self.decision.enablers, name)))

    def finish(self, *, stay: bool = False) -> None:
        """Write what was decided and go on, or with `stay` code the same passage once more."""
        card, place = self.pile.top, self.pile.at
        if card is None or place is None:
            self._again()
        elif not self.decision.begun and self._coded_here(place):
            self._go_on(self.pile.decided())
        elif self.decision.missing or not self.decision.begun:
            self.note = self.decision.missing
        else:
            self._write(card, place, stay=stay)

    def skip(self) -> None:
        """Put the passage aside, or go on where something was written for it already."""
        place = self.pile.at
        if place is not None:
            coded = self._coded_here(place)
            self._go_on(self.pile.decided() if coded else self.pile.skipped())

    def turn(self, step: int) -> None:
        """Look at the next or the last passage, without deciding this one."""
        self._go_on(self.pile.turned(step))

    def undo(self) -> None:
        """Clear what was decided and not written; else take back the last thing written."""
        if self.decision.begun:
            self.decision, self.note = NOTHING, "Cleared."
            return
        if not self.written:
            self.note = "Nothing was written in this sitting."
            return
        last = self.written[-1]
        refused = self.sitting.undo(last.card, last.done, last.decision)
        if refused is not None:
            self.note = f"Not taken back: {refused}"
            return
        self.written.pop()
        self._go_on(self.pile.back_at(last.place), f"Taken back: {last.done.amended.file}.")
        self.decision = last.decision

    def show_whole(self) -> None:
        """Show all of a very long passage, or no more of it than before."""
        self.whole, self.note = not self.whole, ""

    def renew(self) -> None:
        """Read the passage on top anew from its file."""
        card = self.pile.top
        if card is None:
            return
        fresh = self.sitting.renewed(card)
        if fresh is None:
            self.note = "It cannot be read as it is now; `gapcheck check` says why."
        else:
            self.pile, self.note = self.pile.with_card(fresh), "Read anew."

    def _write(self, card: Card, place: int, *, stay: bool) -> None:
        done = self.sitting.write(card, self.decision)
        if isinstance(done, Refusal):
            self.note = f"Nothing was written. {done}"
            return
        self.written.append(Written(place, card, self.decision, done))
        self.moments.append(self.clock())
        said = f"Written into {done.amended.file}; z takes it back."
        self._go_on(self.pile if stay else self.pile.decided(), said)

    def _go_on(self, pile: Pile[Card], note: str = "") -> None:
        self.pile, self.decision, self.note, self.whole = pile, NOTHING, note, False

    def _again(self) -> None:
        """Where nothing else waits, those that were skipped come up once more."""
        if self.pile.aside:
            self._go_on(self.pile.again())

    def _decide(self, decision: Decision) -> None:
        if self.pile.top is not None:
            self.decision, self.note = decision, ""

    def _coded_here(self, place: int) -> bool:
        return any(one.place == place for one in self.written)

    def _progress(self) -> Progress:
        done, left = len(self.pile.done), self.pile.left
        return Progress(
            self.opening.reviewed + done,
            self.opening.reviewed + len(self.pile.cards),
            len(self.pile.aside),
            time_left(self.moments, left),
        )


def _toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    name = " ".join(name.split())
    if name in names:
        return tuple(one for one in names if one != name)
    return (*names, name) if name else names
