"""Who was heard: sectors by tiers, one square a source, the empty cells as plain as the full."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from gapcheck.model.report import HeardCell, PartnershipReport
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, sentences
from gapcheck.reports.html import charts, tiers

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Square:
    """A cell: its marks and what stands beneath them, or the words for that there are none."""

    marks: Markup
    words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of sectors under columns of tiers, and what is said of them; no rows where none is.

    `spoke` says which sectors were heard where it is not told in which tiers and how often.
    """

    tiers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Square, ...]], ...]
    said: tuple[str, ...]
    spoke: str = ""


def grid(part: PartnershipReport, settings: Settings) -> Grid:
    """The grid of one partnership, sectors in the vocabulary's order."""
    if spoke := sentences.heard(part, settings):
        return Grid((), (), sentences.not_heard(part, settings), spoke)
    known = dict.fromkeys([*(cell.sector for cell in part.heard), *part.unheard])
    ordered = [each for each in settings.vocabulary.sectors if each in known]
    ordered += [each for each in known if each not in ordered]
    cells = {(cell.sector, cell.tier): cell for cell in part.heard}
    columns: list[str | None] = list(tiers.order(settings))
    # A column without a tier stands only where somebody speaks from none.
    columns += [None] if any(cell.tier is None for cell in part.heard) else []
    rows = tuple(
        (
            phrases.label(sector, settings.vocabulary.sectors),
            tuple(_square(cells.get((sector, tier))) for tier in columns),
        )
        for sector in ordered
    )
    heads = tuple(
        phrases.label(each, settings.vocabulary.tiers) if each else "No tier" for each in columns
    )
    return Grid(heads, rows, sentences.not_heard(part, settings))


def _square(cell: HeardCell | None) -> Square:
    if cell is None or not (cell.sources or cell.withheld):
        told = cell is None or cell.sources is not None
        return Square(Markup(""), NOBODY if told else "heard")
    said = [f"survey of {cell.survey_of}"] if cell.survey_of else []
    said += [f"{len(cell.withheld)} left out"] if cell.withheld else []
    if not cell.sources:
        return Square(Markup(""), "left out")
    number = phrases.counted(len(cell.sources), "source")
    label = f"{number}: {', '.join(cell.sources)}"
    return Square(charts.units(len(cell.sources), label), ", ".join(said))
