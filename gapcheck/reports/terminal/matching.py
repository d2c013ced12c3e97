"""Suggestions on a terminal: an excerpt, its candidates in a table, and what to make of them."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console

from gapcheck.model.suggestion import Candidate, Matching, Suggestion
from gapcheck.reports import match_words, phrases
from gapcheck.reports.terminal.sheet import Sheet, columns, show
from gapcheck.reports.wrapping import Line, Run, cells

_INDENT = "  "
_REASONS = 24
"""Columns that reasons need beside a table; with fewer they stand below their row."""
_LONG = 1200
"""Letters of an excerpt that a screen shows: about 200 words, twice what most excerpts have."""
_REST = 200
"""So few more letters are shown too: to say that they are left out takes nearly as much room."""


def write_matching(matching: Matching, console: Console) -> None:
    """Write what the suggestions rest on, then each excerpt, then what comes next."""
    sheet = Sheet.of(console)
    lines = _opening(matching, sheet)
    names = match_words.names(matching)
    for one in matching.suggestions:
        lines += _excerpt(one, matching, names, sheet)
    show([*lines, *_end(matching, sheet)], console)


def _opening(matching: Matching, sheet: Sheet) -> list[Line]:
    lines: list[Line] = []
    if matching.left_out:
        lines += sheet.wrap([("Left out, because files have errors:", "bold")])
        for each in matching.left_out:
            lines += sheet.item(each)
        lines += [*sheet.wrap([("What is wrong, and where:  gapcheck check", "dim")]), []]
    invented = match_words.banner(matching)
    if invented:
        lines += [*sheet.wrap([(" ILLUSTRATIVE ", "reverse"), (f" {invented}", "")]), []]
    for sentence in match_words.rests_on(matching):
        lines += sheet.wrap(sentence)
    return lines


def _excerpt(
    one: Suggestion, matching: Matching, names: Mapping[str, str], sheet: Sheet
) -> list[Line]:
    several = len(matching.partnerships) > 1
    title = f"{f'{one.lsp} ' if several else ''}{one.source} {one.excerpt}"
    lines = sheet.heading(sheet.clean(title), sheet.clean(str(one.location)))
    lines += sheet.wrap(_begun(_highlighted(one)), indent=_INDENT)
    if one.translation:
        translated = f"In translation: {one.translation.strip()}"
        lines += sheet.wrap(_begun([(translated, "")]), indent=_INDENT)
    lines += sheet.wrap([(phrases.speaker(one, matching.settings), "dim")], indent=_INDENT)
    lines += [[]]
    if one.candidates:
        lines += _table(one, names, sheet, calibrated=matching.calibration is not None)
    said = [match_words.off(one), match_words.lead(one), match_words.cues(one)]
    if one.candidates and any(said):
        lines += [[]]
    for sentence in said:
        lines += sheet.wrap(sentence, indent=_INDENT) if sentence else []
    return lines


def _highlighted(one: Suggestion) -> list[Run]:
    """The words, with cues in bold where they stand in these words and not in a translation."""
    text = match_words.quoted(one)
    if one.quote is None or one.translation:
        return [(text, "")]
    start = text.index(one.quote.strip()) - (len(one.quote) - len(one.quote.lstrip()))
    runs: list[Run] = []
    at = 0
    for cue in one.cues:
        begin, end = start + cue.start, start + cue.end
        runs += [(text[at:begin], ""), (text[begin:end], "bold")]
        at = end
    return [*runs, (text[at:], "")]


def _begun(runs: list[Run]) -> list[Run]:
    """The words, or of very many the first ones and how many letters follow in the file."""
    every = sum(len(text) for text, _ in runs)
    if every <= _LONG + _REST:
        return runs
    begun: list[Run] = []
    room = _LONG
    for text, style in runs:
        begun.append((text[:room], style))
        room -= len(text)
        if room <= 0:
            break
    more = (f" […] {every - _LONG:,} more characters stand in the file.", "dim")
    return [*begun, more]


def _table(
    one: Suggestion, names: Mapping[str, str], sheet: Sheet, *, calibrated: bool
) -> list[Line]:
    wide = max(len("imperative"), *(cells(names[each.imperative.name]) for each in one.candidates))
    likely = f"{'right':>5}  " if calibrated else ""
    start = len(f"{_INDENT}   band    score  {likely}") + wide + 2
    beside = sheet.width - start >= _REASONS
    head = f"{_INDENT}   {'band':<6}  {'score':>5}  {likely}{'imperative':<{wide}}"
    lines = [sheet.line((f"{head}  what speaks for it" if beside else head, "dim"))]
    for rank, each in enumerate(one.candidates, start=1):
        row = _row(rank, each, names, wide, calibrated=calibrated)
        told = match_words.reasons(each, one)
        if beside:
            room = sheet.width - start
            flowed = [part for line in _flowed(told, room) for part in sheet.wrap(line, room)]
            lines += columns([sheet.line(*row)], flowed, start)
        else:
            lines += [sheet.line(*row), *sheet.wrap("  ".join(told), indent=f"{_INDENT}   ")]
    return lines


def _flowed(reasons: list[str], width: int) -> list[str]:
    """As many reasons in each line as there is room for; none is broken for another."""
    lines = [""]
    for each in reasons:
        joined = f"{lines[-1]}  {each}" if lines[-1] else each
        if cells(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(each)
    return lines


def _row(
    rank: int, each: Candidate, names: Mapping[str, str], wide: int, *, calibrated: bool
) -> list[Run]:
    likely = f"{match_words.percent(each.chance or 0):>5}  " if calibrated else ""
    name = names[each.imperative.name]
    return [
        (f"{_INDENT}{rank:<2} ", ""),
        (f"{each.band:<6}", "bold" if rank == 1 else ""),
        (f"  {match_words.score(each.score):>5}  {likely}{name:<{wide}}", ""),
    ]


def _end(matching: Matching, sheet: Sheet) -> list[Line]:
    if not matching.suggestions:
        return []
    lines: list[Line] = [[]]
    if match_words.has_feedback(matching):
        lines += sheet.wrap([(match_words.FEEDBACK, "dim")])
    waiting = next(each.lsp for each in matching.suggestions)
    return lines + sheet.wrap(f"{match_words.NO_VERDICT} Next:  gapcheck review {waiting}")
