"""Charts drawn as SVG: every mark is one imperative or one source, and every word stands beside.

The functions return SVG made of numbers and of fixed names alone; words are escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup

from gapcheck.model.choices import Group, Position
from gapcheck.model.report import PartnershipReport
from gapcheck.reports import phrases, words
from gapcheck.reports.html.marks import GROUP_MARKS
from gapcheck.reports.words import GROUPS

MOST_UNITS = 12
"""More marks than these are one mark and a number."""

_UNIT, _STEP = 12, 17
_HATCHED = {Group.CONTESTED: "hatch-con", Group.UNKNOWN: "hatch-unk"}
_MOST_TICKS = 60

PATTERNS = Markup(
    '<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id=":hatch-unk" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" class="f-unk"/>'
    '<path d="M0 0v6" class="hatch-unk"/></pattern>'
    '<pattern id=":hatch-con" width="8" height="8" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="8" height="8" class="f-con"/>'
    '<path d="M0 0v8" class="hatch-con"/></pattern></defs></svg>'
)
"""The hatches of what is contested and of what is not known, once a page."""


def bar(part: PartnershipReport, height: int = 32) -> Markup:
    """The five groups of a partnership as one bar, an imperative as wide as any other."""
    totals = dict(part.totals)
    number = sum(totals.values())
    if not number:
        return Markup("")
    drawn, at = [], 0
    for group in GROUPS:
        count = totals.get(group, 0)
        drawn += _segment(group, (at, count, number), height)
        at += count
    said = "; ".join(f"{GROUPS[group].label} {totals.get(group, 0)}" for group in GROUPS)
    label = f"{phrases.counted(number, 'imperative')} by group: {said}"
    return Markup(
        '<svg class="bar" width="100%" height="{}" role="img" aria-label="{}">{}</svg>'
    ).format(height, label, Markup("").join(drawn))


def _segment(group: Group, share: tuple[int, int, int], height: int) -> list[Markup]:
    """So many imperatives of so many, from one on."""
    at, count, number = share
    if not count:
        return []
    x, width = _share(at, number), _share(count, number)
    fill = (
        Markup('class="edge" fill="url(#:{})"').format(_HATCHED[group])
        if group in _HATCHED
        else Markup('class="edge f-{}"').format(GROUP_MARKS[group])
    )
    ticks = range(at + 1, at + count) if number <= _MOST_TICKS else ()
    return [
        Markup('<rect x="{}%" y="1" width="{}%" height="{}" {}/>').format(
            x, width, height - 2, fill
        ),
        *(_tick(_share(each, number), height) for each in ticks),
    ]


def _tick(x: str, height: int) -> Markup:
    return Markup('<line x1="{0}%" x2="{0}%" y1="1" y2="{1}" class="tick"/>').format(x, height - 1)


def _share(count: int, number: int) -> str:
    return f"{100 * count / number:.3f}".rstrip("0").rstrip(".")


def units(number: int, label: str) -> Markup:
    """So many squares; `label` says what they are, for those who cannot see them."""
    shown = number if number <= MOST_UNITS else 1
    squares = Markup("").join(
        Markup('<rect x="{}" y="1" width="{}" height="{}"/>').format(1 + _STEP * each, _UNIT, _UNIT)
        for each in range(shown)
    )
    width = _STEP * (shown - 1) + _UNIT + 2
    times = Markup("") if shown == number else Markup(" <span>×{}</span>").format(number)
    return (
        Markup(
            '<svg class="units" width="{0}" height="14" viewBox="0 0 {0} 14" role="img" '
            'aria-label="{1}">{2}</svg>'
        ).format(width, label, squares)
        + times
    )


_LEVELS = {Position.HAPPENS: 9, Position.PARTLY: 24, Position.ABSENT: 39, Position.CONTESTED: 24}
_COLUMN = 44


def profile(positions: Sequence[Position | None], label: str) -> Markup:
    """Positions from tier to tier as steps: yes above, no below, a dot where nothing was heard.

    None is what is not told: it is not drawn.
    """
    known = [at for at, each in enumerate(positions) if each in _LEVELS]
    lines = Markup("").join(_step(first, second, positions) for first, second in pairwise(known))
    marks = Markup("").join(_position(_middle(at), each) for at, each in enumerate(positions))
    return Markup(
        '<svg class="profile" width="{0}" height="48" viewBox="0 0 {0} 48" role="img" '
        'aria-label="{1}">{2}{3}</svg>'
    ).format(_COLUMN * len(positions), label, lines, marks)


def _step(first: int, second: int, positions: Sequence[Position | None]) -> Markup:
    """A line from one tier to the next that spoke; broken where it passes over a silent one."""
    ends = [
        (_middle(at), _LEVELS[position]) for at in (first, second) if (position := positions[at])
    ]
    return Markup('<path d="M{} {}L{} {}" class="{}"/>').format(
        *ends[0], *ends[1], "step" if second == first + 1 else "step far"
    )


def _middle(at: int) -> int:
    return _COLUMN * at + _COLUMN // 2


def _position(x: int, position: Position | None) -> Markup:
    if position is None:
        return Markup("")
    group = words.POSITION_GROUPS.get(position)
    if group is None:
        return Markup('<circle cx="{}" cy="24" r="2" class="sil"/>').format(x)
    y = _LEVELS[position]
    return Markup('<g class="i-{}" transform="translate({} {})">{}</g>').format(
        GROUP_MARKS[group], x, y, Markup("").join(_GLYPHS[group])
    )


_GLYPHS: dict[Group, Iterable[Markup]] = {
    Group.TRANSLATED: (Markup('<circle r="6.5" class="full"/>'),),
    Group.PARTLY: (
        Markup('<circle r="6" class="ring"/>'),
        Markup('<path d="M0 -6a6 6 0 0 0 0 12z" class="full"/>'),
    ),
    Group.GAP: (Markup('<circle r="6" class="ring"/>'),),
    Group.CONTESTED: (
        Markup('<circle r="8" class="ground"/>'),
        Markup('<path d="M-6 -2.5h12M-6 2.5h12M3 -6.5l-6 13" class="line"/>'),
    ),
    Group.UNKNOWN: (Markup('<circle r="2" class="full"/>'),),
}
