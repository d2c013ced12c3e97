"""The few styles of a terminal report: colours that read on white and on black alike."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.style import Style

from gapcheck.model.choices import Verdict
from gapcheck.reports.words import GROUPS, OUTSIDE, GroupWords

LINK = "link:"
"""Begins the style of a place in the files; the path follows."""

_RICH_ENOUGH = ("256", "truecolor", "windows")


def style_of(verdict: Verdict) -> str:
    """The style of a verdict's word and glyph: its group's."""
    return verdict.group.value if verdict.group else "outside"


def make_styles(console: Console) -> dict[str, Style]:
    """The styles by name, in 256 colours or in the 16 that an old terminal has."""
    many = console.color_system in _RICH_ENOUGH
    styles = {
        "": Style.null(),
        "bold": Style(bold=True),
        "dim": Style(color=_colour(OUTSIDE, many)),
        "reverse": Style(reverse=True, bold=True),
    }
    named = [(group.value, shown) for group, shown in GROUPS.items()]
    for name, group in (*named, ("outside", OUTSIDE)):
        colour = _colour(group, many)
        styles[name] = Style(color=colour, bold=name != "outside")
        styles[f"{name}.fill"] = Style(color=colour)
    return styles


def _colour(group: GroupWords, many: bool) -> str | None:
    if many and group.colour is not None:
        return f"color({group.colour})"
    return group.plain_colour


def link_style(path: str, root: Path | None, dim: Style) -> Style:
    """A place in the files: dim and underlined, and a link where the terminal takes one."""
    if root is None:
        return dim + Style(underline=True)
    return dim + Style(underline=True, link=(root / path).absolute().as_uri())
