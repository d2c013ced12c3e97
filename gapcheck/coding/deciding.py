"""What somebody decides of a finding, as typed, and as the file of sign-offs is to hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from gapcheck.amend.change import Fields, prose
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.model.choices import Confidence, Verdict
from gapcheck.model.dates import PartialDate
from gapcheck.near import did_you_mean
from gapcheck.source.builder import MAX_SCALAR
from gapcheck.source.days import is_date, mended
from gapcheck.source.text import FORBIDDEN, describe

Word = TypeVar("Word", Verdict, Confidence)
_DAY: Final = r"\d{4}-\d{2}-\d{2}"


@dataclass(frozen=True, slots=True)
class SignWish:
    """A decision as typed; without a verdict it confirms, and without a day it is today's."""

    lsp: str
    imperative: str
    by: str
    reason: str
    verdict: str = ""
    confidence: str = ""
    summary: str = ""
    on: str = ""
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that makes sense."""

    by: str
    reason: str
    on: str
    verdict: Verdict | None = None
    confidence: Confidence | None = None
    summary: str = ""

    def fields(self, imperative: str) -> Fields:
        """What is to be typed, by the format's keys."""
        typed = {
            "imperative": imperative,
            "verdict": self.verdict and str(self.verdict),
            "confidence": self.confidence and str(self.confidence),
            "summary": self.summary or None,
            "reason": self.reason,
            "by": self.by,
            "on": self.on,
        }
        return {key: value for key, value in typed.items() if value is not None}


class _Unfit(Exception):
    """A word means nothing here; the arguments are the sentence and what to do."""


def decided_of(wish: SignWish, today: date) -> Decided | Refusal:
    """The decision that is meant, or the nearest right words."""
    try:
        return Decided(
            " ".join(_text(wish.by, "--by", "who decides").split()),
            _text(wish.reason, "--reason", "why"),
            _day(wish.on, today),
            _known(wish.verdict, Verdict, "verdict"),
            _known(wish.confidence, Confidence, "confidence"),
            _text(wish.summary, "--summary", "") if wish.summary else "",
        )
    except _Unfit as error:
        return Refusal(Reason.UNFIT, *error.args)


def _text(typed: str, option: str, what: str) -> str:
    text = prose(typed)
    if not text:
        raise _Unfit(f"{option} is empty", f"Say {what}." if what else "Leave it out.")
    if found := FORBIDDEN.search(text):
        raise _Unfit(
            f"{option} holds {describe(found[0])}, which can hide or fake words", "Leave it out."
        )
    if len(text) > MAX_SCALAR:
        raise _Unfit(f"{option} has {len(text):,} characters; at most {MAX_SCALAR:,} are read", "")
    return text


def _day(typed: str, today: date) -> str:
    text = typed.strip() or today.isoformat()
    if not re.fullmatch(_DAY, text) or not is_date(text):
        meant = mended(text)
        whole = meant and re.fullmatch(_DAY, meant)
        advice = f"Did you mean {meant}?" if whole else "Write YYYY-MM-DD."
        raise _Unfit(f"{text} is no whole day", advice)
    if PartialDate.parse(text).first > today:
        raise _Unfit(f"{text} is still to come", "A decision is recorded once it was made.")
    return text


def _known(typed: str, words: Iterable[Word], noun: str) -> Word | None:
    """A word of a closed list, with hyphens or underscores in it; None where none is given."""
    if not typed:
        return None
    every = {str(one): one for one in words}
    found = every.get(typed.strip().lower().replace("-", "_").replace(" ", "_"))
    if found is None:
        begun = [one for one in every if one.startswith(typed.strip().lower())]
        near = f"Did you mean `{begun[0]}`?" if len(begun) == 1 else did_you_mean(typed, every)
        advice = f"{near} Allowed: {', '.join(every)}.".strip()
        raise _Unfit(f"`{typed}` is no {noun}", advice)
    return found
