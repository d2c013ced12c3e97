"""`gapcheck import --as policy`: documents that oblige, as drafts of imperatives."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from gapcheck.bringing.changes import FileChange
from gapcheck.bringing.laying import lay
from gapcheck.cli.output import encoded, save, say
from gapcheck.cli.refusals import Refused, known
from gapcheck.importers.policies.facts import PolicyFacts
from gapcheck.importers.policies.run import read_policy
from gapcheck.model.brought import Tally
from gapcheck.model.choices import Force, Nation
from gapcheck.model.unfit import Unfit
from gapcheck.near import offered
from gapcheck.reports import brought as words
from gapcheck.reports.inert import visible


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for beside the documents."""

    facts: PolicyFacts
    dry_run: bool = False
    report: Path | None = None


def import_policies(root: Path, paths: Sequence[Path], wanted: Wanted) -> None:
    """Draft a policy's file of each document; all are written, or none."""
    if len(paths) > 1 and wanted.facts.id:
        raise Refused("--id is for one document; of several each is called after its file.")
    changes: list[FileChange] = []
    tallies: list[Tally] = []
    for path in paths:
        change, own = _drafted(root, path, wanted.facts)
        changes.append(change)
        tallies += own
    if not wanted.dry_run:
        lay(changes)
    for each in changes:
        say(visible(f"  {'would be' if wanted.dry_run else 'new':8} {each.file}\n"))
    for line in words.told(tallies):
        say(f"{line}\n")
    if wanted.report is not None:
        stream = io.StringIO()
        facts = {"file": [path.name for path in paths], "written": not wanted.dry_run}
        words.write("import", facts, tallies, stream)
        save(wanted.report, encoded(stream.getvalue()))
    if wanted.dry_run:
        sys.stderr.write("Nothing was written.\n")
    else:
        say(visible(f"Next:  read {changes[0].file} against the document, then: gapcheck check\n"))


FACTS: Final = ("id", "title", "publisher", "published", "force", "nation", "pages")
"""What may be said of a document beforehand."""


def facts_of(told: Mapping[str, str], today: date) -> PolicyFacts:
    """What was said of a document, by name; Refused where it means nothing."""
    for name in told:
        if name not in FACTS:
            raise Refused(f"`{name}` is no fact of a policy. {offered(name, FACTS)}")
    first, last = _pages(told.get("pages", ""))
    return PolicyFacts(
        told.get("id", ""),
        told.get("title", ""),
        told.get("publisher", ""),
        told.get("published", ""),
        Force(known(told["force"], Force, "force")) if "force" in told else None,
        Nation(known(told["nation"], Nation, "nation")) if "nation" in told else None,
        first=first,
        last=last,
        today=today,
    )


def _pages(typed: str) -> tuple[int, int]:
    """`3-40` or `7` as the first and the last page; nothing is all of them (0, 0)."""
    if not typed:
        return 0, 0
    found = re.fullmatch(r"(\d{1,5})(?:-(\d{1,5}))?", typed.replace(" ", ""))
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 0 < first <= last:
        raise Refused(f"`{typed}` is no range of pages: write 3-40, or 7.")
    return first, last


def _drafted(root: Path, path: Path, facts: PolicyFacts) -> tuple[FileChange, Sequence[Tally]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} could not be read: {error.strerror or error}.") from error
    try:
        draft = read_policy(path.name, data, facts)
    except Unfit as error:
        raise Unfit(f"{path.name}: {error.message}", error.help) from error
    file = f"policies/{draft.id}.yaml"
    if any((root / f"policies/{draft.id}{end}").exists() for end in (".yaml", ".yml")):
        raise Refused(f"{file} is there already. Nothing was written; --id gives another name.")
    return FileChange(root / file, file, None, draft.yaml.encode()), draft.tallies
