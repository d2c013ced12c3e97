"""What every format says alike of practice beyond policy, and of policy silent on practice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gapcheck.model.beyond import Beyond, Silence, Theme, Unasked
from gapcheck.model.choices import Words
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, words

TITLE = "Practice beyond policy"
SILENT = "Where policy is silent"
WHAT_IT_IS = (
    "Excerpts to which coders gave a theme and no imperative: what people do, or miss, that no "
    "policy of this study asks for."
)
WHAT_SILENT_IS = (
    "Themes of most partnerships, mostly without a code, in words that no imperative holds: a gap "
    "in the policy, not in practice."
)
READING = (
    "A theme is here because somebody coded it. What was not coded with a theme is not counted, "
    "and partnerships without any theme say nothing here.",
    "Spellings that are nearly alike are taken as one, and named. Themes “spoken of alike” share "
    "rare words: look whether they are one.",
    "No verdict rests on any of this.",
)
NO_SILENCE = "No theme of this report is in three partnerships and in most of those with themes."
NOTHING = (
    "No excerpt of this report has a theme and fits no imperative. A reviewed excerpt that fits "
    "none has `codes: []`; `themes:` says what it is about."
)
_IN_A_REPORT = 3


@dataclass(frozen=True, slots=True)
class Aside:
    """One line below a theme: what it says, and of what."""

    label: str
    text: str


def summary(own: Beyond) -> str:
    """How many themes there are, over how many partnerships."""
    if not own.themes:
        return NOTHING
    excerpts = {
        (each.lsp, each.source, each.excerpt) for one in own.themes for each in one.excerpts
    }
    number = phrases.counted(len(own.themes), "theme")
    told = phrases.counted(len(excerpts), "excerpt")
    fit = "fits" if len(excerpts) == 1 else "fit"
    return (
        f"{number} on {told} that {fit} no imperative; "
        f"{own.themed} of {phrases.counted(own.of, 'partnership')} have themes."
    )


def left_aside(own: Beyond) -> str:
    """What has a theme and is not shown, and why; empty where all is."""
    said = []
    if own.waiting:
        wait = phrases.counted(
            own.waiting, "excerpt with a theme was", "excerpts with a theme were"
        )
        said.append(f"{wait} not reviewed against the imperatives yet.")
    if own.spoilt:
        stand = phrases.counted(
            own.spoilt,
            "excerpt with a theme stands in a file",
            "excerpts with a theme stand in files",
        )
        said.append(f"{stand} with errors and may have lost codes: left out here.")
    return " ".join(said)


def reach(one: Theme, own: Beyond) -> str:
    """`3 of 6 partnerships, 3 voices`."""
    places = f"{len(one.places)} of {own.themed}" if own.themed else str(len(one.places))
    return f"{places} partnerships with themes, {phrases.counted(one.voices, 'voice')}"


def asides(one: Theme) -> Iterator[Aside]:
    """Spellings, words, likeness and nearness of a theme, where there are any."""
    lines = (
        ("also spelt", one.joined),
        ("words", one.shared),
        ("spoken of alike", one.alike),
        ("may be near to", one.near),
    )
    return (Aside(label, ", ".join(every)) for label, every in lines if every)


def silence(one: Silence, own: Beyond, names: Mapping[str, str]) -> str:
    """Where a theme is heard on which policy is silent."""
    where = phrases.joined(names.get(lsp, lsp) for lsp in one.places)
    spelt = f" (also spelt {', '.join(one.joined)})" if one.joined else ""
    return (
        f"{one.name}{spelt}: in {len(one.places)} of {own.themed} partnerships with themes "
        f"({where}); {one.uncoded} of {phrases.counted(one.excerpts, 'excerpt')} without a code"
    )


def names(report: Report) -> dict[str, str]:
    """The partnerships' names by their ids."""
    return {part.partnership.id: part.partnership.name for part in report.partnerships}


def few(one: Theme) -> tuple[tuple[Unasked, ...], int]:
    """One excerpt from each of a few partnerships, those with words first; and how many more."""
    by_place: dict[str, Unasked] = {}
    for each in sorted(one.excerpts, key=lambda each: each.quote is None):
        by_place.setdefault(each.lsp, each)
    shown = tuple(sorted(by_place.values(), key=lambda each: each.lsp))[:_IN_A_REPORT]
    return shown, len(one.excerpts) - len(shown)


def quoted(one: Unasked) -> str:
    """The words as they were said or noted, or what stands in their place."""
    if one.quote is None:
        return words.HELD_BACK
    text = (one.translation or one.quote).strip()
    if one.words is Words.NOTES:
        return f"Notes: {text}"
    return f"“{text}”" if one.translation is None else f"In translation: “{text}”"


def speaker(one: Unasked, settings: Settings, places: Mapping[str, str]) -> str:
    """Who says it, and in which partnership."""
    return f"{phrases.speaker(one, settings)}; {places.get(one.lsp, one.lsp)}"
