"""A sitting's work on the files: disagreements read anew, settled ones written, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gapcheck.amend.change import Agreed
from gapcheck.amend.committing import Done, undo
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended
from gapcheck.coding.desk import Desk, Opened, desk_in, open_study
from gapcheck.coding.noting import note_coding
from gapcheck.coding.promises import may_be_shown
from gapcheck.coding.run import propose, write
from gapcheck.model.study import Code, Excerpt
from gapcheck.review.settling.case import Case, Dispute, Take
from gapcheck.review.settling.settlement import Settlement
from gapcheck.transcripts.shelf import Shelf


@dataclass(slots=True)
class Bench:
    """The files of a study for whoever settles: `agreed` is who, and the day."""

    root: Path
    agreed: Agreed
    _study: Opened | None = None

    def case(self, dispute: Dispute) -> Case | Refusal:
        """The disagreement as the files have it now, or why it cannot be read."""
        own = self._desk(dispute)
        if isinstance(own, Refusal):
            return own
        excerpt = _excerpt(own, dispute)
        if excerpt is None:
            message = f"{dispute.name} has no excerpt {dispute.about.excerpt} any more"
            return Refusal(Reason.UNKNOWN_EXCERPT, message, "Press s to go on.")
        takes = [_take(own, dispute, own.source.coder or "")]
        for coder in dispute.coders:
            if coder not in ("", own.source.coder):
                desk = self._desk(dispute, coder)
                if isinstance(desk, Refusal):
                    return desk
                takes.append(_take(desk, dispute, coder))
        shown = may_be_shown(own.source, excerpt.id)
        return Case(dispute, own.source, excerpt, tuple(takes), shown)

    def proposal(self, case: Case, settlement: Settlement) -> Amended | Refusal:
        """The source's own file as it would be; nothing is written."""
        desk = self._desk(case.dispute)
        return desk if isinstance(desk, Refusal) else self._proposed(desk, case, settlement)

    def write(self, case: Case, settlement: Settlement) -> Done | Refusal:
        """Write what was agreed, if words and codes are still those that were read."""
        desk = self._desk(case.dispute)
        if isinstance(desk, Refusal):
            return desk
        found = self._proposed(desk, case, settlement)
        done = found if isinstance(found, Refusal) else write(desk, found)
        if not isinstance(done, Refusal):
            coded = {case.excerpt.id: [case.dispute.imperative]}
            note_coding(self.root, desk.source, Shelf(self.root), desk.name, coded)
        return done

    def undo(self, done: Done) -> Refusal | None:
        """Take back what was written, if the file is still as it was left."""
        return undo(done)

    def _desk(self, dispute: Dispute, coder: str = "") -> Desk | Refusal:
        self._study = self._study or open_study(self.root)
        return desk_in(self._study, dispute.name, coder)

    def _proposed(self, desk: Desk, case: Case, settlement: Settlement) -> Amended | Refusal:
        now = _excerpt(desk, case.dispute)
        fresh = _take(desk, case.dispute, case.own.coder)
        if now is not None and (now.text != case.excerpt.text or _told(fresh) != _told(case.own)):
            message = f"{case.excerpt.id} of {case.source.id} has changed since it was shown"
            return Refusal(Reason.CHANGED, message, "Press n to read it anew.", (now.location,))
        imperative = case.dispute.imperative
        known = desk.before.imperatives.known.get(imperative.id)
        short = known is not None and known.name == imperative.name
        return propose(desk, settlement.change(case, self.agreed, short=short))


def _excerpt(desk: Desk, dispute: Dispute) -> Excerpt | None:
    return next((one for one in desk.source.excerpts if one.id == dispute.about.excerpt), None)


def _take(desk: Desk, dispute: Dispute, coder: str) -> Take:
    codes = desk.coded.get(dispute.about.excerpt, ())
    return Take(coder, tuple(one for one in codes if one.imperative == dispute.imperative.name))


def _told(take: Take) -> list[tuple[object, ...]]:
    """The codes without their places, which other people's lines may move."""
    return [_parts(one) for one in take.codes]


def _parts(code: Code) -> tuple[object, ...]:
    said = (code.stance, code.share, code.basis, code.rung, code.tier, code.indicator)
    return (*said, code.memo, code.agreed_by, code.agreed_on)
