"""How stable the verdicts of a report are: every setting, what it changes, and what never changes.

All formats take from here what they arrange; nothing is judged here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report, Sensitivity
from gapcheck.reports import phrases
from gapcheck.reports.choosing import applying

Key = tuple[str, str]
"""A finding by its partnership and its imperative."""

TITLE = "How stable the verdicts are"
WHAT_IT_IS = (
    "Every verdict is judged again under other settings, one at a time; day and scope stay as they "
    "are. A change is no error: it says what the verdict rests on."
)
READING = (
    "The share of a setting is of the verdicts that it reaches: those that hold a statement which "
    "it leaves out or reads anew. Of the others it says nothing.",
    "“Coder … alone” takes that person's codes and nobody else's, so a verdict may change because "
    "less is heard. “Second codes … for the first” changes nothing but the codes of excerpts that "
    "both coded: what changes there is disagreement between two people.",
    "No setting is truer than the study's own. Report what changes, and why your choice stands.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A finding that some setting changes, with the verdicts by the settings' keys."""

    finding: Finding
    otherwise: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Stability:
    """What a page on sensitivity shows, of the findings that the report holds.

    `never` are those that no setting changes; `beyond` those of them that no setting reaches,
    and `silent` those of these of which nothing was heard.
    """

    report: Report
    findings: tuple[Finding, ...]
    settings: tuple[Sensitivity, ...]
    letters: Mapping[str, str]
    changing: tuple[Line, ...]
    never: tuple[Finding, ...]
    beyond: int
    silent: int
    reached: frozenset[tuple[str, Key]]

    @classmethod
    def of(cls, report: Report) -> Stability:
        """Arrange what a report found under other settings."""
        findings = tuple(applying(report.findings))
        shown = {_key(each) for each in findings}
        settings = tuple(_of(each, shown) for each in report.sensitivity)
        tried = [each for each in settings if not each.lacking]
        by_key: dict[Key, dict[str, Verdict]] = {}
        for each in tried:
            for change in each.changes:
                by_key.setdefault((change.lsp, change.imperative), {})[each.key] = change.otherwise
        touched = frozenset((each.key, key) for each in tried for key in each.reached)
        never = tuple(each for each in findings if _key(each) not in by_key)
        known = {key for _, key in touched}
        beyond = [each for each in never if _key(each) not in known]
        return cls(
            report,
            findings,
            settings,
            {each.key: _letter(number) for number, each in enumerate(tried)},
            tuple(Line(each, by_key[_key(each)]) for each in findings if _key(each) in by_key),
            never,
            len(beyond),
            sum(each.verdict is Verdict.NO_EVIDENCE for each in beyond),
            touched,
        )

    @property
    def tried(self) -> tuple[Sensitivity, ...]:
        """The settings that reach anything."""
        return tuple(each for each in self.settings if each.key in self.letters)

    def reaches(self, setting: Sensitivity, finding: Finding) -> bool:
        """Whether a setting touches anything that a finding holds."""
        return (setting.key, _key(finding)) in self.reached

    def spread(self) -> tuple[tuple[str, int], ...]:
        """How many verdicts change under no setting, one, two, and three or more."""
        counts = Counter(min(len(each.otherwise), 3) for each in self.changing)
        names = ("change under one setting", "change under two", "change under three or more")
        changing = ((name, counts[number]) for number, name in enumerate(names, 1))
        return (("never change", len(self.never)), *changing)


def _key(finding: Finding) -> Key:
    return finding.partnership.id, finding.imperative.name


def _of(setting: Sensitivity, shown: set[Key]) -> Sensitivity:
    """A setting's part in what is shown; where it has none, that is said."""
    reached = tuple(each for each in setting.reached if each in shown)
    lacking = setting.lacking or ("" if reached else "None of the verdicts shown rests on it.")
    changes = tuple(each for each in setting.changes if (each.lsp, each.imperative) in shown)
    return replace(setting, changes=changes, reached=reached, lacking=lacking)


def _letter(number: int) -> str:
    """A, B, ... Z, A1, B1 ...: a column's head where there is no room for its name."""
    turn, place = divmod(number, 26)
    return chr(ord("A") + place) + (str(turn) if turn else "")


def summary(own: Stability) -> str:
    """How many verdicts no setting changes, in a sentence or two."""
    number = len(own.findings)
    if not number:
        return "No imperative of this report applies here, so there is nothing to judge again."
    if not own.tried:
        return "None of the settings reaches a verdict here: nothing was judged again."
    tried = len(own.tried)
    under = "the one setting that reaches any" if tried == 1 else f"all {tried} settings"
    same = phrases.counted(len(own.never), "is the same", "are the same")
    change = phrases.counted(len(own.changing), "changes", "change")
    head = f"Of {phrases.counted(number, 'verdict')}, {same} under {under}"
    said = f"{head}, and {change}{'' if tried == 1 else ' under at least one'}."
    if own.beyond:
        are = "is one that no setting reaches" if own.beyond == 1 else "are reached by none"
        why = f", {own.silent} of them because nothing was heard" if own.silent else ""
        said += f" Of those that are the same, {own.beyond} {are}{why}."
    return said


def fragile(own: Stability) -> str:
    """How many of those that no setting changes hang on one source; empty where none does."""
    number = sum(bool(each.fragile) for each in own.never)
    if not number:
        return ""
    hang = "hangs on one source" if number == 1 else "hang on one source each"
    return f"Of those that no setting changes, {number} {hang}: without it they would be others."


def share(setting: Sensitivity) -> str:
    """`9 of 12 change`, or why the setting does not apply."""
    if setting.lacking:
        return f"does not apply: {phrases.inside(setting.lacking)}"
    number = len(setting.changes)
    return f"{number} of {len(setting.reached)} {'changes' if number == 1 else 'change'}"


def turns(setting: Sensitivity) -> Iterator[tuple[Verdict, Verdict, list[Key]]]:
    """What a setting changes, from which verdict to which, with the findings of each turn."""
    found: dict[tuple[Verdict, Verdict], list[Key]] = {}
    for each in setting.changes:
        found.setdefault((each.verdict, each.otherwise), []).append((each.lsp, each.imperative))
    order = list(Verdict)
    for (before, after), keys in sorted(
        found.items(), key=lambda one: (-len(one[1]), *(order.index(each) for each in one[0]))
    ):
        yield before, after, keys


def by_place(keys: list[Key], own: Stability) -> list[tuple[str, list[str]]]:
    """Findings gathered under their partnerships, each imperative by its shortest clear name."""
    ids = Counter(each.imperative.id for each in own.report.across)
    places: dict[str, list[str]] = {}
    for lsp, name in keys:
        short = name.partition("/")[2]
        places.setdefault(lsp, []).append(short if ids[short] == 1 else name)
    return list(places.items())
