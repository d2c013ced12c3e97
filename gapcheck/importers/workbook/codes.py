"""The sheet of codes: what each coder made of an excerpt for an imperative."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.importers.workbook.cells import Cells, as_known
from gapcheck.importers.workbook.excerpts import ExcerptRead, Excerpts
from gapcheck.importers.workbook.known import Known
from gapcheck.importers.workbook.sources import SourceKey, Sources
from gapcheck.importers.workbook.table import Table
from gapcheck.model.brought import Coding, Mishap
from gapcheck.model.workbook import NOTHING
from gapcheck.near import did_you_mean, listed
from gapcheck.schema.parts import IMPERATIVE

Codings = dict[tuple[SourceKey, str], list[Coding]]
"""The codes of each excerpt in the order of the sheet."""

_SAID = ("imperative", "stance", "share", "basis", "rung", "tier", "indicator", "memo")


def codes(
    table: Table, among: Sources, there: Excerpts, known: Known, mishaps: list[Mishap]
) -> Codings:
    """The codes of the sheet. A row that names an excerpt and says nothing of it means nothing."""
    found: Codings = {}
    for row in table.rows:
        cells = Cells(table, row, mishaps)
        if not any(cells.text(head) for head in _SAID):
            continue
        excerpt = _excerpt(cells, among, there)
        if excerpt is None:
            continue
        coding = _coding(cells, known)
        if coding is not None:
            found.setdefault((excerpt.source, excerpt.id), []).append(coding)
    return found


def _excerpt(cells: Cells, among: Sources, there: Excerpts) -> ExcerptRead | None:
    source = among.named(cells)
    if source is None:
        return None
    typed, known = cells.text("excerpt"), there.get(source.key, {})
    if not typed:
        cells.wrong("excerpt", "no excerpt is named", f"The source has: {listed(known) or 'none'}.")
        return None
    name = as_known(typed, known)
    if name is None:
        advice = f"{did_you_mean(typed, known)} It has: {listed(known) or 'none'}.".strip()
        cells.wrong("excerpt", f"the source has no excerpt `{typed[:40]}`", advice)
        return None
    if known[name].withheld:
        message = "the words of this excerpt are withheld, so it is not coded here"
        cells.wrong("excerpt", message, "Code it with `gapcheck review` or `gapcheck code`.")
        return None
    return known[name]


def _coding(cells: Cells, known: Known) -> Coding | None:
    coder = cells.name("coder", "coder", any_case=True) or ""
    typed = cells.text("imperative")
    if typed.casefold() == NOTHING and not any(cells.text(head) for head in _SAID[1:]):
        return Coding(coder=coder)
    imperative = _imperative(cells, typed, known.words("imperatives"))
    share, stance = cells.text("share"), cells.text("stance")
    if bool(share) == bool(stance):
        message = (
            "a code has a stance or a share, and this one has both"
            if share
            else "the code has no stance"
        )
        cells.wrong("stance", message, f"There are: {listed(known.words('stances'))}.")
        return None
    fields = {
        "imperative": imperative,
        "stance": cells.word("stance", "stance", known.words("stances")),
        "share": cells.share("share"),
        "basis": cells.word("basis", "basis", known.words("bases")),
        "rung": cells.word("rung", "rung", known.words("rungs")),
        "tier": cells.word("tier", "tier", known.words("tiers")),
        "indicator": cells.name("indicator", "indicator id"),
        "agreed": _agreed(cells),
    }
    if not imperative or not (fields["stance"] or fields["share"]):
        return None
    kept = {key: value for key, value in fields.items() if value}
    return Coding(coder=coder, memo=cells.text("memo"), fields=kept)


def _imperative(cells: Cells, typed: str, names: Sequence[str]) -> str | None:
    """An imperative in full; short where only one of the list has that last part."""
    if not typed:
        cells.wrong("imperative", "the code names no imperative", "Choose one of the list.")
        return None
    plain = typed.lower()
    fitting = [name for name in names if plain in (name, name.partition("/")[2])]
    if len(fitting) == 1 or (not names and re.fullmatch(IMPERATIVE, plain)):
        return fitting[0] if fitting else plain
    if fitting:
        cells.wrong("imperative", f"`{plain}` is the last part of several", listed(fitting))
        return None
    near = [*names, *(name.partition("/")[2] for name in names)]
    advice = f"{did_you_mean(plain, near)} The sheet Lists names them all.".strip()
    cells.wrong("imperative", f"`{typed[:60]}` is no imperative of this workbook", advice)
    return None


def _agreed(cells: Cells) -> dict[str, str] | None:
    by, on = cells.text("agreed by"), cells.day("agreed on")
    if not by and not cells.text("agreed on"):
        return None
    if by and on and len(on) == 10:
        return {"by": by, "on": on}
    message = "an agreement says by whom and on which day"
    cells.wrong("agreed on" if by else "agreed by", message, "Type both, the day as 2012-05-14.")
    return None
