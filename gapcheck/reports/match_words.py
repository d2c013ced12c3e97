"""What every format says alike of suggestions: what they rest on, their reasons, leads and cues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from gapcheck.model.choices import Words
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import (
    CLEAR,
    Candidate,
    Matching,
    SharedWord,
    Suggestion,
    Unmatched,
)
from gapcheck.reports import words
from gapcheck.reports.phrases import counted, joined
from gapcheck.reports.sentences import invented

FEEDBACK = "* came in by feedback from similar excerpts, not from the imperative’s own words"
NO_VERDICT = "Nothing here counts towards a verdict."

_SHOWN = 4
_OFF = {
    Unmatched.NO_TRANSLATION: "it is in another language ({}) and has no translation.",
    Unmatched.NO_WORDS: "it has no word that tells what it is about.",
    Unmatched.NO_IMPERATIVE: "no imperative applies here at the time that it speaks of.",
    Unmatched.NOTHING_SHARED: "it shares nothing with any imperative that applies here.",
}


def banner(matching: Matching) -> str | None:
    """What is invented of what is shown, in one sentence; None where nothing is."""
    quoted = {each.lsp for each in matching.suggestions}
    return invented([each for each in matching.partnerships if each.id in quoted])


def rests_on(matching: Matching) -> list[str]:
    """What the suggestions rest on, a sentence or two for each thing, the most needed first."""
    if not matching.waiting or not matching.imperatives:
        return [_nothing(matching)]
    excerpts = counted(matching.waiting, "unreviewed excerpt")
    against = counted(matching.imperatives, "imperative")
    shown = len(matching.suggestions)
    less = f" {shown or 'None'} of them with a candidate in the band asked for."
    first = f"{excerpts} against {against}.{less if shown < matching.waiting else ''} Best first."
    said = [first, *_calibration(matching)]
    said += _learning(matching)
    if matching.model is not None:
        said.append(f"Read for meaning by {matching.model.name}, sha256 {matching.model.sha256}.")
    return said


def _nothing(matching: Matching) -> str:
    if not matching.waiting:
        return "No excerpt waits to be reviewed, so there is nothing to match."
    return "There is no imperative that applies here, so there is nothing to match."


def _calibration(matching: Matching) -> list[str]:
    found = matching.calibration
    if found is not None:
        bins = (
            f"said {percent(each.expected)}, right {each.right} of {each.of}" for each in found.bins
        )
        return [
            f"Calibrated on {found.excerpts} reviewed excerpts of this study. How it held on"
            f" those that it was not fitted to: {'; '.join(bins)}."
        ]
    short = matching.coded < matching.needed
    why = (
        f"{counted(matching.coded, 'excerpt is', 'excerpts are')} coded, about"
        f" {matching.needed} are needed"
        if short
        else "its codes do not tell right suggestions from wrong ones"
    )
    return [
        f"Not calibrated for this study: {why}."
        f" {'Until then rank' if short else 'Rank'} and band say what is nearer, not how likely"
        " it is right."
    ]


def _learning(matching: Matching) -> list[str]:
    found = matching.learning
    if found is None:
        return []
    # Of a great many only some are learned from.
    among = f" of the {matching.coded:,}" if found.excerpts < matching.coded else ""
    tried = (
        f"each of {found.excerpts:,}{among} coded excerpts left out in turn, nDCG@10 is"
        f" {_short(found.with_codes)} with them and {_short(found.without)} without."
    )
    if found.used:
        return [f"Confirmed codes teach: {tried}"]
    return [f"Confirmed codes are not used, since here they do not help: {tried}"]


def percent(share: float) -> str:
    """A share as a whole percentage: `3 %`."""
    return f"{share * 100:.0f} %"


def score(value: float) -> str:
    """A score to two decimals without a nought before the point: `2.31`, `.88`, `-.15`."""
    return _short(value, 2)


def _short(value: float, places: int = 3) -> str:
    text = f"{value:.{places}f}".replace("-0.", "-.")
    if not text.strip("-.0"):
        return f".{'0' * places}"
    return text.removeprefix("0") if text.startswith("0.") else text


def names(matching: Matching) -> dict[str, str]:
    """By full name what an imperative is called here: the short name where only one has it."""
    told = {each.imperative for one in matching.suggestions for each in one.candidates}
    return _names(told)


def _names(imperatives: Iterable[Imperative]) -> dict[str, str]:
    known = list(imperatives)
    uses = Counter(each.id for each in known)
    return {each.name: each.id if uses[each.id] == 1 else each.name for each in known}


def off(suggestion: Suggestion) -> str:
    """Why there are no suggestions for an excerpt; nothing where there are."""
    if suggestion.off is None:
        return ""
    return f"No suggestions: {_OFF[suggestion.off].format(suggestion.language)}"


def quoted(suggestion: Suggestion) -> str:
    """The words as they were said or noted, or what stands in their place."""
    if suggestion.quote is None:
        return words.HELD_BACK
    text = suggestion.quote.strip()
    return f"Notes: {text}" if suggestion.words is Words.NOTES else f"“{text}”"


def reasons(candidate: Candidate, suggestion: Suggestion) -> list[str]:
    """What speaks for a candidate, the most telling first: `training .41`, `table* .34`."""
    said = [_word(each) for each in candidate.terms[:_SHOWN]]
    if suggestion.quote is None:
        said = ["shared words are not shown"]
    if candidate.letters_only:
        said = ["nothing shared: near by letters only"]
    if candidate.meaning_only:
        said.insert(0, "meaning only (model)")
    elif candidate.meaning >= 0.1:
        said.append(f"meaning {score(candidate.meaning)}")
    if candidate.confirmed >= 0.1:
        said.append(f"like confirmed ones {score(candidate.confirmed)}")
    return said


def _word(term: SharedWord) -> str:
    alike = term.feedback or term.imperative.casefold() == term.excerpt.casefold()
    spelt = term.excerpt if alike else f"{term.excerpt}/{term.imperative}"
    return f"{spelt}{'*' if term.feedback else ''} {score(term.share)}"


def has_feedback(matching: Matching) -> bool:
    """Whether a word is shown that feedback brought in."""
    return any(
        term.feedback
        for one in matching.suggestions
        for candidate in one.candidates
        for term in candidate.terms[:_SHOWN]
    )


def lead(suggestion: Suggestion) -> str:
    """How far the first is before the second; nothing where there is no second."""
    if suggestion.lead is None or not suggestion.candidates:
        return ""
    ahead = score(suggestion.lead)
    if suggestion.lead >= CLEAR:
        return f"Clear lead: 1 is {ahead} ahead of 2."
    return f"No clear lead: 1 and 2 are {ahead} apart. It may speak to neither."


def cues(suggestion: Suggestion) -> str:
    """The words that often stand beside a no, by kind; nothing where there are none."""
    kinds = dict.fromkeys(cue.kind for cue in suggestion.cues)
    if not kinds:
        return ""
    text = suggestion.matched
    found = []
    for kind in kinds:
        own = [cue for cue in suggestion.cues if cue.kind is kind]
        several = "Cues" if len(own) > 1 else "Cue"
        said = (
            dict.fromkeys(" ".join(text[cue.start : cue.end].split()) for cue in own)
            if text
            else {}
        )
        named = f": {joined(f'“{each}”' for each in said)}" if said else ""
        found.append(f"{several} of {kind}{named}.")
    return f"{' '.join(found)} Stance is yours to give."
