"""Partnerships that an import speaks of and the study does not have yet."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.amend.composing import record_text
from gapcheck.bringing.changes import FileChange, Refused
from gapcheck.bringing.desk import Desk
from gapcheck.bringing.planning import Planned
from gapcheck.interchange.marks import fields_of
from gapcheck.load.walk import NATIONAL
from gapcheck.model.brought import Brought, Fields
from gapcheck.near import did_you_mean


def new_places(
    plans: Sequence[Planned], brought: Brought, desk: Desk
) -> tuple[list[FileChange], list[Refused]]:
    """The files of partnerships that the foreign file describes, and what is said of the others.

    Only gapcheck's own exports describe a partnership so far that a file can be written of it.
    """
    described = dict(_described(brought))
    changes, refused = [], []
    for name in dict.fromkeys(each.told.lsp for each in plans):
        if name in desk.partnerships or name == NATIONAL:
            continue
        if name not in described:
            why = f"No partnership is called {name}"
            near = did_you_mean(name, desk.partnerships)
            advice = f"{near} `gapcheck new partnership {name}` makes one.".strip()
            refused.append(Refused(name, why, advice))
            continue
        file = f"evidence/{name}/lsp.yaml"
        text = record_text(described[name])
        changes.append(FileChange(desk.root / file, file, None, text.encode()))
    return changes, refused


def _described(brought: Brought) -> list[tuple[str, Fields]]:
    found = (fields_of(case.description) for case in brought.cases)
    return [(str(each["lsp"]), each) for each in found if "lsp" in each and "nation" in each]
