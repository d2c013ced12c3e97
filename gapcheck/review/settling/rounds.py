"""A sitting over disagreements, turn by turn: what each key does, without a screen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gapcheck.amend.committing import Done
from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended
from gapcheck.model.agreement import Agreement
from gapcheck.model.choices import Stance
from gapcheck.model.settings import Settings
from gapcheck.reports.agreement_words import banner
from gapcheck.review.pile import Pile
from gapcheck.review.settling.bench import Bench
from gapcheck.review.settling.case import Case, Dispute, disputes
from gapcheck.review.settling.settlement import OPEN, Settlement


@dataclass(frozen=True, slots=True)
class Moment:
    """All that is to be seen at one moment. `case` is None where nothing waits any more."""

    settings: Settings
    by: str
    done: int
    total: int
    aside: int
    case: Case | Refusal | None
    settlement: Settlement
    proposal: Amended | Refusal | None
    invented: str
    note: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """A step that can be taken back."""

    place: int
    settlement: Settlement
    done: Done


@dataclass(slots=True)
class Rounds:
    """The state of a sitting; every method is what one key does."""

    bench: Bench
    pile: Pile[Dispute]
    settings: Settings
    invented: str = ""
    settlement: Settlement = OPEN
    note: str = ""
    whole: bool = False
    written: list[Settled] = field(default_factory=list)
    _case: Case | Refusal | None = None

    def moment(self) -> Moment:
        """What is to be seen now."""
        case, proposal = self.case, None
        if isinstance(case, Case) and not self.settlement.missing(case):
            proposal = self.bench.proposal(case, self.settlement)
        return Moment(
            settings=self.settings,
            by=self.bench.agreed.by,
            done=len(self.pile.done),
            total=len(self.pile.cards),
            aside=len(self.pile.aside),
            case=case,
            settlement=self.settlement,
            proposal=proposal,
            invented=self.invented,
            note=self.note,
            whole=self.whole,
        )

    @property
    def case(self) -> Case | Refusal | None:
        """The disagreement on top, as its files were when it came up."""
        if self._case is None and self.pile.top is not None:
            self._case = self.bench.case(self.pile.top)
        return self._case

    def take(self, rank: int) -> None:
        """Let the code of the coder with that number stand, from 1 on."""
        case = self.case
        if isinstance(case, Case) and rank <= len(case.takes):
            self._decide(self.settlement.taking(rank - 1))

    def say(self, stance: Stance) -> None:
        """Agree on another stance."""
        self._decide(self.settlement.saying(stance))

    def memo(self, text: str) -> None:
        """Note why; nothing typed takes the memo away."""
        self._decide(replace(self.settlement, memo=text.strip() or None))

    @property
    def memo_begun(self) -> str:
        """The memo to begin with: what was typed, else the own code's, which it would replace."""
        case = self.case
        own = case.own.memo if isinstance(case, Case) else ""
        return self.settlement.memo or own

    def finish(self) -> None:
        """Write what was agreed and go on; where nothing else waits, begin with the skipped."""
        case, place = self.case, self.pile.at
        if place is None:
            if self.pile.aside:
                self._go_on(self.pile.again())
        elif isinstance(case, Case):
            self.note = self.settlement.missing(case)
            if not self.note:
                self._write(case, place)

    def skip(self) -> None:
        """Put it aside, to be talked over once more."""
        if self.pile.at is not None:
            self._go_on(self.pile.skipped())

    def turn(self, step: int) -> None:
        """Look at the next or the last one, without deciding this one."""
        self._go_on(self.pile.turned(step))

    def undo(self) -> None:
        """Clear what was decided and not written; else take back the last thing written."""
        if self.settlement.begun:
            self.settlement, self.note = OPEN, "Cleared."
            return
        if not self.written:
            self.note = "Nothing was written in this sitting."
            return
        last = self.written[-1]
        refused = self.bench.undo(last.done)
        if refused is not None:
            self.note = f"Not taken back: {refused}"
            return
        self.written.pop()
        self._go_on(self.pile.back_at(last.place), f"Taken back: {last.done.amended.file}.")
        self.settlement = last.settlement

    def renew(self) -> None:
        """Read it anew from its files."""
        self._case, self.note = None, "Read anew."

    def show_whole(self) -> None:
        """Show all of a very long passage, or no more of it than before."""
        self.whole, self.note = not self.whole, ""

    def _write(self, case: Case, place: int) -> None:
        done = self.bench.write(case, self.settlement)
        if isinstance(done, Refusal):
            self.note = f"Nothing was written. {done}"
            return
        self.written.append(Settled(place, self.settlement, done))
        said = f"Written into {done.amended.file}; z takes it back."
        self._go_on(self.pile.decided(), said)

    def _go_on(self, pile: Pile[Dispute], note: str = "") -> None:
        self.pile, self.settlement, self.note, self.whole = pile, OPEN, note, False
        self._case = None

    def _decide(self, settlement: Settlement) -> None:
        if isinstance(self.case, Case):
            self.settlement, self.note = settlement, ""


def rounds_of(bench: Bench, found: Agreement) -> Rounds:
    """A sitting over all that is open."""
    return Rounds(bench, Pile.of(disputes(found)), found.settings, banner(found) or "")
