"""What every format says alike of agreement between coders: the figures, and what is in none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType

from gapcheck.model.agreement import (
    Agreement,
    Coefficient,
    Disagreement,
    Idle,
    Interval,
    Left,
    NoInterval,
    PairAgreement,
    Question,
    Reliability,
    Side,
    Undefined,
)
from gapcheck.model.choices import Words
from gapcheck.model.study import Imperative
from gapcheck.reports import words
from gapcheck.reports.phrases import counted, joined, long_date
from gapcheck.reports.sentences import invented

UNDEFINED: Mapping[Undefined | NoInterval, str] = MappingProxyType(
    {
        Undefined.NO_UNIT: "nothing to compare",
        Undefined.ONE_CATEGORY: "only one category was used",
        NoInterval.NO_COEFFICIENT: "no coefficient, so no interval",
        NoInterval.ONE_EXCERPT: "no interval: only one excerpt",
        NoInterval.NO_DISAGREEMENT: "no interval: nobody disagreed",
        NoInterval.TOO_LITTLE_VARIETY: "no interval: too few excerpts vary",
    }
)
"""Why there is no number."""

QUESTIONS: Mapping[Question, str] = MappingProxyType(
    {
        Question.CODE: "stance or not coded",
        Question.PRESENCE: "coded at all",
        Question.STANCE: "stance, where coded",
    }
)
"""What each question compares."""

_IDLE = {
    Idle.NO_SECOND_CODER: "One coder only: no source here has codes of a second coder, so there"
    " is nothing to compare. `gapcheck review --coder NAME` writes such codes.",
    Idle.SAME_CODER: "One coder only: the second files here are by the sources’ own coders, and"
    " nobody is compared with themselves.",
    Idle.NOTHING_SHARED: "Nothing can be compared: no two coders have reviewed the same excerpt.",
    Idle.NOT_ASKED_FOR: "The coders asked for have coded in no source together.",
}

_LEFT = {
    Left.FIRST_NOT_REVIEWED: "{count} that {first} has not reviewed",
    Left.SECOND_NOT_REVIEWED: "{count} that {second} has not reviewed",
    Left.NEITHER_REVIEWED: "{count} that neither has reviewed",
    Left.CONSENT: "{count} that consent does not admit",
}

NOTES = (
    "A unit is an excerpt that both coders reviewed, with an imperative that applies to it or that"
    " somebody coded it for. There “not coded” is a category like the stances; an excerpt that one"
    " of them has not reviewed is no unit.",
    "“Coded at all” compares whether there is a code; “stance” the codes where both have one. A"
    " share is compared as the stance that it comes to by the study’s cuts.",
    "Kappa is Cohen’s (1960), alpha Krippendorff’s for nominal data, over all coders. Both are low"
    " where nearly everything is of one category, however often people agree.",
)
"""How the figures are meant."""

SETTLED_NOTE = (
    "What was settled is in no figure: the codes from before are no longer in the files. So the"
    " figures are, if anything, too high; note them down before disagreements are settled."
)


def banner(found: Agreement) -> str | None:
    """What is invented of what is shown, in one sentence; None where nothing is."""
    shown = {each.lsp for each in (*found.open, *found.settled)}
    return invented([each for each in found.partnerships if each.id in shown])


def opening(found: Agreement) -> str:
    """How many disagreements there are, and among whom; or why there can be none."""
    if found.idle is not None:
        return _IDLE[found.idle]
    number = counted(len(found.open), "open disagreement")
    settled = f", {len(found.settled)} settled" if found.settled else ""
    pairs = counted(len(found.pairs), "pair")
    return f"{number if found.open else 'No open disagreement'}{settled}, among {pairs} of coders."


def part(found: Agreement) -> str:
    """Of what part of the study it is, where not of all; else nothing."""
    scope = found.scope
    names = [each.name for each in found.partnerships] if scope.lsps else []
    said = [
        f"{label}: {joined(each)}"
        for label, each in (
            ("partnerships", names),
            ("coders", scope.coders),
            ("policies", scope.policies),
            ("topics", scope.topics),
        )
        if each
    ]
    return f"Only {'; '.join(said)}." if said else ""


def same_coder(found: Agreement) -> str:
    """That somebody coded their own source twice, where that is so."""
    if not found.same_coder or found.idle is Idle.SAME_CODER:
        return ""
    files = counted(found.same_coder, "second file is", "second files are")
    return f"{files} by the source’s own coder, and left out."


def coder(name: str) -> str:
    """A coder’s name; of a source that names none, what they are."""
    return name or "the source’s own coder"


def pair(coders: Iterable[str]) -> str:
    """`ab and cd`."""
    return joined(coder(each) for each in coders)


def grouped(
    listed: Iterable[Disagreement],
) -> list[tuple[Imperative, tuple[str, str], list[Disagreement]]]:
    """Disagreements by imperative and pair of coders, as they are ordered."""
    groups = groupby(listed, key=lambda one: (one.imperative.name, one.coders))
    return [(own[0].imperative, key[1], own) for key, each in groups if (own := list(each))]


def quoted(one: Disagreement) -> str:
    """The words as they were said or noted, or what stands in their place."""
    if one.quote is None:
        return words.HELD_BACK
    text = one.quote.strip()
    return f"Notes: {text}" if one.words is Words.NOTES else f"“{text}”"


def side(one: Side) -> str:
    """What a coder made of it, as `absent: Read twice`, where there is a memo."""
    return f"{one.category}: {' '.join(one.memo.split())}" if one.memo else one.category


def settled(one: Disagreement) -> str:
    """Who settled it and when, and what stands now: `settled by rs on 14 May 2019`."""
    on = f" on {long_date(one.agreed_on)}" if one.agreed_on else ""
    return f"settled by {one.agreed_by}{on}"


def compared(one: PairAgreement) -> str:
    """What a pair’s figures are of, and what is in none of them, in two sentences or three."""
    sources = counted(one.sources, "source")
    text = f"{counted(one.excerpts, 'excerpt')} that both reviewed, in {sources}."
    first, second = map(coder, one.coders)
    left = [
        _LEFT[reason].format(count=number, first=first, second=second)
        for reason, number in one.left_out
    ]
    if left:
        text += f" Left out: {joined(left)}."
    if one.settled:
        were = "was settled and is" if one.settled == 1 else "were settled and are"
        text += f" {one.settled} {were} in no figure."
    return text


def number(value: float) -> str:
    """A coefficient to two decimals: `.49`, `1.00`, `-.02`."""
    text = f"{value:.2f}".replace("-0.00", "0.00")
    if text in ("0.00", "1.00", "-1.00"):
        return text
    return text.replace("0.", ".", 1)


def percent(found: Coefficient) -> str:
    """`97 %`, or why there is none."""
    if isinstance(found.value, Undefined):
        return undefined(found.value)
    if found.value in (0, 1):
        return f"{found.value * 100:.0f} %"
    # Not rounded up to all, nor down to none.
    return f"{min(max(round(found.value * 100), 1), 99)} %"


def coefficient(found: Coefficient) -> str:
    """Its value, or that it is undefined and why."""
    if isinstance(found.value, Undefined):
        return undefined(found.value)
    return number(found.value)


def undefined(reason: Undefined | NoInterval) -> str:
    """`undefined: only one category was used`; of an interval the reason alone."""
    if isinstance(reason, NoInterval):
        return UNDEFINED[reason]
    return f"undefined: {UNDEFINED[reason]}"


def interval(found: Reliability) -> str:
    """`.46 to .87`, or why there is none."""
    if isinstance(found.interval, NoInterval):
        return UNDEFINED[found.interval]
    return f"{number(found.interval.low)} to {number(found.interval.high)}"


def resampling(found: Agreement) -> str:
    """How the intervals came about; nothing where there is none."""
    every = [each for _, each in (*found.overall, *found.imperatives)]
    known = [each.interval for each in every if isinstance(each.interval, Interval)]
    if not known:
        return ""
    text = (
        f"Intervals hold 95 of 100 from {known[0].resamples:,} resamples of whole excerpts, with a"
        " fixed seed."
    )
    without = max(each.undefined for each in known)
    if without:
        text += f" In up to {without} of them alpha is undefined; these are left out."
    return text


def notes(found: Agreement) -> tuple[str, ...]:
    """How the figures are meant, as far as there are such."""
    if found.idle is not None:
        return ()
    settled_note = SETTLED_NOTE if found.settled else ""
    return tuple(each for each in (*NOTES, resampling(found), settled_note) if each)


def names(found: Agreement) -> dict[str, str]:
    """By full name what an imperative is called here: the short name where only one has it."""
    every = {each.name: each.id for each, _ in found.imperatives}
    every |= {each.imperative.name: each.imperative.id for each in (*found.open, *found.settled)}
    uses = Counter(every.values())
    return {name: short if uses[short] == 1 else name for name, short in every.items()}
